#include "ui/settings/about_card.h"
#include "ui/common/figures.h"
#include "ui/common/paint.h"
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

AboutCard::AboutCard(QWidget* parent)
    : QWidget{parent}, m_name{new FigureLabel{type::section, &Theme::text, this}}, m_text{new FigureLabel{type::fine, &Theme::text2, this}},
      m_parts{new FigureLabel{type::fine, &Theme::text2, this}}, m_column{new QVBoxLayout{this}}
{
    setObjectName(u"settings.about"_s);
    m_name->setText(tr("Tresen %1").arg(QStringLiteral(TRESEN_VERSION)));
    m_name->setObjectName(u"settings.about.version"_s);
    m_text->setText(tr("Front-desk cashier of a car workshop. What is booked here is kept for ever; a correction is a new entry."));
    m_text->setWrapped();
    // Names of works and licences are the same in every language.
    const auto parts = u"Qt %1 (LGPL 3) · SQLite (public domain) · OpenSSL (Apache 2.0) · libsodium (ISC) · QR-Code-generator (MIT) · ZXing-C++ (Apache 2.0) · "
                       "QPDF (Apache 2.0) · libharu (zlib) · FreeType (FTL) · Open Sans (Apache 2.0) · DejaVu (Bitstream Vera)"_s;
    m_parts->setText(tr("This program uses the work of others, each under its own licence: %1. The texts of the licences are installed beside them; Qt can be replaced by a version of your own.")
                         .arg(parts.arg(QLatin1StringView{qVersion()})));
    m_parts->setWrapped();
    m_column->addWidget(m_name);
    m_column->addWidget(m_text);
    m_column->addWidget(m_parts);
    takeMeasures();
}

void AboutCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    m_column->setSpacing(theme.px(8));
}

void AboutCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(10), theme.side, theme.line);
}

void AboutCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
