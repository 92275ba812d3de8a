#include "ui/settings/place_choice.h"
#include "ui/common/action_button.h"
#include "ui/common/calm_combo_box.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/settings/setting_measures.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

PlaceChoice::PlaceChoice(const QString& key, const QString& label, QWidget* parent)
    : QWidget{parent}, m_box{new CalmComboBox{this}}, m_hidden{new QWidget{this}}, m_site{new FigureLabel{type::fine, &Theme::text2, m_hidden}},
      m_follow{new ActionButton{tr("Take the workshop's value"), m_hidden}}, m_column{new QVBoxLayout{this}}, m_row{new QHBoxLayout{m_hidden}}
{
    m_box->addItem(tr("For all desks"));
    m_box->addItem(tr("Only at this desk"));
    m_box->setObjectName(u"settings.place."_s + key);
    m_box->setAccessibleName(tr("Holds for: %1").arg(label));
    m_site->setObjectName(u"settings.site_value."_s + key);
    m_site->setWrapped();
    m_follow->setObjectName(u"settings.follow."_s + key);
    m_follow->setAccessibleName(tr("Take the workshop's value: %1").arg(label));
    m_row->setContentsMargins({});
    m_row->addWidget(m_site, 1);
    m_row->addWidget(m_follow, 0, Qt::AlignTop);
    m_column->setContentsMargins({});
    m_column->addWidget(m_box);
    m_column->addWidget(m_hidden);
    connect(m_box, &QComboBox::activated, this, [this](int index) { index == 1 ? Q_EMIT ownWanted() : Q_EMIT siteWanted(); });
    connect(m_follow, &ActionButton::clicked, this, [this] {
        m_box->setFocus(Qt::OtherFocusReason);         // the button is about to go
        Q_EMIT siteWanted();
    });
    takeMeasures();
}

void PlaceChoice::setState(bool own, const QString& siteValue)
{
    m_box->setCurrentIndex(own ? 1 : 0);
    m_site->setText(siteValue.isEmpty() ? tr("The workshop has none") : tr("The workshop has: %1").arg(siteValue));
    m_box->setAccessibleDescription(own ? m_site->text() : QString{});
    m_hidden->setVisible(own);
}

void PlaceChoice::takeMeasures()
{
    const auto& theme = themeOf(this);
    keepSpacing(*m_column, theme.px(6));
    keepSpacing(*m_row, theme.px(12));
    m_box->setFixedWidth(theme.px(kSettingPlaceWidth));
}

void PlaceChoice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
