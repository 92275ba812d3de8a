#include "ui/settings/portal_card.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/settings/portal_words.h"
#include "ui/settings/setting_measures.h"
#include "ui/settings/setting_words.h"
#include <QEvent>
#include <QGridLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

// A tick, a dash or an exclamation: the word beside it says the same.
class TraitSign final : public QWidget {
public:
    TraitSign(PortalTrait::Kind kind, QWidget* parent) : QWidget{parent}, m_kind{kind} {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = themeOf(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        switch (m_kind) {
        case PortalTrait::Kind::Can: return drawIcon(painter, u"check"_s, rect(), theme.green.word, 2.25);
        case PortalTrait::Kind::Cannot: return drawIcon(painter, u"minus"_s, rect(), theme.text2, 2.25);
        case PortalTrait::Kind::Mind: return drawIcon(painter, u"alert"_s, rect(), theme.amber.word, 2);
        }
    }

private:
    const PortalTrait::Kind m_kind;
};

} // namespace

PortalCard::PortalCard(services::Accounts& accounts, QWidget* parent)
    : QWidget{parent}, m_accounts{accounts}, m_title{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_text{new FigureLabel{type::fine, &Theme::text2, this}},
      m_list{new QWidget{this}}, m_rows{new QGridLayout{m_list}}
{
    setObjectName(u"settings.portal_card"_s);
    m_text->setObjectName(u"settings.portal_card.text"_s);
    m_text->setWrapped();
    m_rows->setContentsMargins({});
    m_rows->setColumnStretch(1, 1);
    auto* column = new QVBoxLayout{this};
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_list);
    takeMeasures();
}

void PortalCard::clear()
{
    while (auto* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void PortalCard::setPortal(const QString& portal, bool training)
{
    clear();
    m_portal = portal;
    const bool unused = training && portal != u"training" && portal != u"none";
    const auto capabilities = portal == u"none" || unused ? services::PortalCapabilities{} : m_accounts.capabilities(portal);
    const auto traits = capabilities.id.isEmpty() ? std::vector<PortalTrait>{} : PortalWords::traits(capabilities);
    m_title->setText(portal == u"none" ? tr("Without a portal") : tr("%1: what it can do").arg(SettingWords::choice(u"portal.id"_s, portal)));
    m_text->setText(portal == u"none" ? tr("Sheets carry the code for a bank transfer. Customers pay at the counter or by transfer; nothing is confirmed by itself.")
                    : unused          ? tr("The sample workshop speaks with the training portal only: its invoices are made up, and no real portal shall hear of them.")
                    : portal == u"training" ? tr("Shows the whole way with pay pages of this computer. No real money moves; everything is marked as a rehearsal.")
                                            : QString{});
    m_text->setVisible(!m_text->text().isEmpty());
    int row = 0;
    for (const auto& trait : traits) {
        auto* text = new FigureLabel{type::fine, &Theme::text, m_list};
        text->setText(trait.text);
        text->setWrapped();
        text->setObjectName(u"settings.portal_card.trait"_s);
        m_rows->addWidget(new TraitSign{trait.kind, m_list}, row, 0, Qt::AlignTop);
        m_rows->addWidget(text, row++, 1, Qt::AlignTop);
    }
    m_list->setVisible(!traits.empty());
    takeMeasures();
}

void PortalCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    layout()->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16 + kSettingCardGap));
    layout()->setSpacing(theme.px(8));
    m_rows->setHorizontalSpacing(theme.px(10));
    m_rows->setVerticalSpacing(theme.px(6));
    for (int i = 0; i < m_rows->rowCount(); ++i)
        if (auto* sign = m_rows->itemAtPosition(i, 0)) sign->widget()->setFixedSize(theme.px(18), theme.px(18));
}

void PortalCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect().adjusted(0, 0, 0, -theme.px(kSettingCardGap)), theme.px(10), theme.side, theme.line);
}

void PortalCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && layout()) takeMeasures();
}

} // namespace tresen::ui
