#include "ui/settings/port_offer.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/flow_layout.h"
#include <QEvent>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr std::size_t kMaxOffered = 12;   // a machine with more lines has somebody who knows their names

} // namespace

PortOffer::PortOffer(services::ScanLine& scanLine, services::Settings& settings, QWidget* parent)
    : QWidget{parent}, m_scanLine{scanLine}, m_settings{settings}, m_words{new FigureLabel{type::small, &Theme::text2, this}}, m_box{new QWidget{this}}, m_flow{new FlowLayout{m_box}}
{
    setObjectName(u"settings.scanner_ports"_s);
    m_words->setWrapped();
    m_words->setObjectName(u"settings.scanner_ports.words"_s);
    m_column = new QVBoxLayout{this};
    m_column->addWidget(m_words);
    m_column->addWidget(m_box);
    takeMeasures();
}

void PortOffer::look()
{
    m_scanLine.present([guard = QPointer{this}, this](const Result<std::vector<services::ScannerPlace>>& places) {
        if (guard && places) offer(places.value());
    });
}

void PortOffer::offer(const std::vector<services::ScannerPlace>& places)
{
    m_flow->clear();
    m_words->setText(places.empty() ? tr("No line of a scanner is plugged in now.") : tr("Plugged in now:"));
    for (std::size_t i = 0; i < std::min(places.size(), kMaxOffered); ++i) {
        const auto& place = places[i];
        auto* choose = new ActionButton{place.description.isEmpty() ? place.name : u"%1 · %2"_s.arg(place.name, place.description.left(40)), m_box};
        choose->setObjectName(u"settings.scanner_ports."_s + place.name);
        choose->setAccessibleName(tr("Use this line for the scanner: %1").arg(choose->text()));
        connect(choose, &ActionButton::clicked, this, [this, name = place.name] { m_settings.set(u"desk.scanner_port"_s, name, {}, [](const Result<Ok>&) {}); });
        m_flow->addWidget(choose);
    }
    auto* again = new ActionButton{tr("Look again"), m_box};
    again->setObjectName(u"settings.scanner_ports.again"_s);
    again->setIconName(u"refresh"_s);
    connect(again, &ActionButton::clicked, this, &PortOffer::look, Qt::QueuedConnection);   // it goes with the others
    m_flow->addWidget(again);
    m_box->updateGeometry();
}

void PortOffer::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(0, 0, 0, theme.px(10));
    m_column->setSpacing(theme.px(6));
}

void PortOffer::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    look();
}

void PortOffer::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
