#include "ui/settings/profiles_card.h"
#include "app/domain/board_row.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/paint.h"
#include "ui/intake/profile_sheet.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

ProfilesCard::ProfilesCard(services::Profiles& profiles, services::Settings& settings, QWidget* parent)
    : QWidget{parent}, m_profiles{profiles}, m_title{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_text{new FigureLabel{type::fine, &Theme::text2, this}},
      m_list{new QVBoxLayout}, m_teach{new ActionButton{tr("Teach a file form …"), this}}, m_column{new QVBoxLayout{this}}
{
    setObjectName(u"settings.profiles"_s);
    m_title->setText(tr("Own file forms"));
    m_text->setText(tr("How your workshop system writes its tables, learned from one of its files. They are tried before the ready ones and hold for every desk."));
    m_text->setWrapped();
    m_teach->setIconName(u"plus"_s);
    m_teach->setObjectName(u"settings.profiles.teach"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_teach);
    buttons->addStretch();
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addLayout(m_list);
    m_column->addLayout(buttons);
    connect(m_teach, &ActionButton::clicked, this, [this] { openSheet({}); });
    connect(&settings, &services::Settings::changed, this, [this](const QString& key) {
        if (key == services::Profiles::settingKey()) showProfiles();
    });
    showProfiles();
    takeMeasures();
}

bool ProfilesCard::matches(const QStringList& words) const
{
    const auto key = domain::searchKeyOf({m_title->text(), m_text->text(), m_teach->text(), u"CSV import profil"_s});
    return std::all_of(words.begin(), words.end(), [&key](const QString& word) { return key.contains(word); });
}

void ProfilesCard::openSheet(const QString& own)
{
    if (m_sheet) return;
    m_sheet = new ProfileSheet{m_profiles, window()};
    connect(m_sheet, &Sheet::closed, m_sheet, &QObject::deleteLater);
    if (!own.isEmpty()) m_sheet->edit(own);
    m_sheet->open(m_sheet->firstInput());
}

void ProfilesCard::showProfiles()
{
    while (auto* item = m_list->takeAt(0)) {
        if (auto* old = item->widget()) old->deleteLater();
        delete item;
    }
    const auto own = m_profiles.own();
    for (const auto& one : own) {
        auto* button = new ActionButton{one.files.isEmpty() ? one.name : tr("%1 · files %2").arg(one.name, one.files), this};
        button->setObjectName(u"settings.profiles.edit"_s);
        button->setIconName(u"edit"_s);
        button->setAccessibleName(tr("Change the file form %1").arg(one.name));
        connect(button, &ActionButton::clicked, this, [this, name = one.name] { openSheet(name); });
        m_list->addWidget(button, 0, Qt::AlignLeft);
    }
}

void ProfilesCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    keepSpacing(*m_column, theme.px(10));
    keepSpacing(*m_list, theme.px(6));
}

void ProfilesCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(10), theme.side, theme.line);
}

void ProfilesCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
