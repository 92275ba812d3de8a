#include "ui/settings/settings_page.h"
#include "app/domain/board_row.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/head_row.h"
#include "ui/common/icons.h"
#include "ui/common/paper_panel.h"
#include "ui/people/people_card.h"
#include "ui/settings/about_card.h"
#include "ui/settings/connection_setup.h"
#include "ui/settings/keys_card.h"
#include "ui/settings/mail_texts_part.h"
#include "ui/settings/port_offer.h"
#include "ui/settings/profiles_card.h"
#include "ui/settings/section_list.h"
#include "ui/settings/setting_field.h"
#include "ui/settings/setting_words.h"
#include "ui/settings/sound_test.h"
#include "ui/settings/transfer_card.h"
#include "ui/settings/unlock_sheet.h"
#include "ui/settings/vault_card.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kMaxSettingQuery = 100;   // characters

QString iconOfPart(const QString& id)
{
    static const QHash<QString, QString> icons{{u"company"_s, u"car"_s}, {u"payee"_s, u"bank"_s}, {u"source"_s, u"inbox"_s}, {u"portal"_s, u"card"_s}, {u"mail"_s, u"mail"_s}, {u"mail_texts"_s, u"edit"_s},
                                               {u"printer"_s, u"printer"_s}, {u"store"_s, u"shield"_s}, {u"desk"_s, u"screen"_s}, {u"people"_s, u"user"_s}};
    return icons.value(id, u"help"_s);
}

bool isLookKey(const QString& key)
{
    return key == u"ui.language" || key == u"ui.theme" || key == u"ui.font_scale";
}

} // namespace

SettingsPage::SettingsPage(const SettingsStations& stations, QWidget* parent)
    : QWidget{parent}, m_settings{stations.settings}, m_stations{stations}, m_setup{new ConnectionSetup{stations.settings, stations.accounts, stations.clock, this}},
      m_section{SettingWords::groups().front()}
{
    setObjectName(u"settings"_s);
    build();
    connect(&m_settings, &services::Settings::changed, this, &SettingsPage::takeChange);
    connect(m_setup, &ConnectionSetup::chosenChanged, this, &SettingsPage::showFields);
    takeMeasures();
}

QWidget* SettingsPage::makeHead()
{
    auto* head = new HeadRow{m_panel};
    m_title = new FigureLabel{type::title, &Theme::text, head};
    m_title->setText(tr("Settings"));
    m_search = new QLineEdit{head};
    m_search->setObjectName(u"settings.search"_s);
    m_search->setMaxLength(kMaxSettingQuery);
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::search);
    m_setUp = new ActionButton{tr("First set-up …"), head};
    m_setUp->setObjectName(u"settings.set_up"_s);
    m_setUp->setIconName(u"check"_s);
    connect(m_setUp, &ActionButton::clicked, this, &SettingsPage::setUpRequested);
    head->addWords(m_title);
    head->addControl(m_setUp);
    head->addControl(m_search);
    return head;
}

void SettingsPage::build()
{
    m_panel = new PaperPanel{this};
    auto* head = makeHead();
    m_sections = new SectionList{m_panel};
    for (const auto& group : SettingWords::groups()) m_sections->add(group, iconOfPart(group), SettingWords::group(group));
    if (m_stations.people != nullptr) m_sections->add(u"people"_s, iconOfPart(u"people"_s), tr("People"));
    m_sections->add(u"about"_s, u"help"_s, tr("About Tresen"));
    m_sections->setCurrent(m_section);
    connect(m_sections, &SectionList::chosen, this, &SettingsPage::showSection);
    m_scroll = new QScrollArea{m_panel};
    m_scroll->setObjectName(u"settings.scroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content = new QWidget;
    m_contentColumn = new QVBoxLayout{m_content};
    m_scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_sections);
    row->addWidget(m_scroll, 1);
    m_column = framePage(this, m_panel, head, row);
}

QWidget* SettingsPage::makePart(const QString& group)
{
    auto* box = new QWidget{m_content};
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->setSpacing(0);
    auto* title = new FigureLabel{type::section, &Theme::text, box};
    title->setText(group == u"about" ? tr("About Tresen") : group == u"people" ? tr("People") : SettingWords::group(group));
    column->addWidget(title);
    Part part{group, box, {}, {}};
    if (group == u"about") {
        column->addSpacing(12);
        column->addWidget(new AboutCard{box});
    } else if (group == u"people") {
        column->addSpacing(12);
        column->addWidget(new PeopleCard{*m_stations.people, box});
    } else {
        auto* help = new FigureLabel{type::fine, &Theme::text2, box};
        help->setObjectName(u"settings.part_help."_s + group);
        help->setText(u"%1 · %2"_s.arg(SettingWords::groupHelp(group), SettingWords::scope(SettingWords::scopeOf(group))));
        help->setWrapped();
        column->addWidget(help);
        column->addSpacing(8);
    }
    for (const auto& def : domain::settingTable()) {
        if (def.group != group || def.hidden) continue;
        auto* field = new SettingField{def, m_settings, box};
        connect(field, &SettingField::unlockRequested, this, &SettingsPage::unlock);
        part.fields.push_back(field);
        m_fields.insert(def.key, field);
        column->addWidget(part.lines.emplace_back(new PanelLine{box}));
        column->addWidget(field);
        for (auto* more : m_setup->after(def.key, box)) column->addWidget(more);
        if (def.key == u"desk.scanner_port" && m_stations.scanLine) column->addWidget(new PortOffer{*m_stations.scanLine, m_settings, box});
        if (def.key == u"desk.sounds") {
            auto* test = new SoundTest{box};
            connect(test, &SoundTest::wanted, this, &SettingsPage::soundWanted);
            column->addWidget(test);
        }
    }
    if (group == u"source" && m_stations.profiles) {
        column->addSpacing(12);
        column->addWidget(new ProfilesCard{*m_stations.profiles, m_settings, box});
    }
    if (group == u"store") {
        column->addSpacing(12);
        column->addWidget(new VaultCard{m_stations.vault, m_settings, m_stations.clock, box});
        column->addSpacing(12);
        auto* transfer = new TransferCard{m_settings, m_stations.clock, box};
        transfer->setSecond(m_stations.askSecond);
        column->addWidget(transfer);
    }
    if (group == u"mail_texts") {
        column->addSpacing(8);
        column->addWidget(new MailTextsPart{m_settings, m_stations.mails, box});
    }
    if (group == u"desk") {
        column->addSpacing(12);
        column->addWidget(new KeysCard{m_settings, box});
    }
    m_parts.push_back(std::move(part));
    return box;
}

void SettingsPage::makeFields()
{
    if (!m_parts.empty()) return;
    for (const auto& group : SettingWords::groups()) m_contentColumn->addWidget(makePart(group));
    if (m_stations.people != nullptr) m_contentColumn->addWidget(makePart(u"people"_s));
    m_contentColumn->addWidget(makePart(u"about"_s));
    m_nothing = new FigureLabel{type::field, &Theme::text2, m_content};
    m_nothing->setObjectName(u"settings.nothing"_s);
    m_nothing->setText(tr("No setting fits these words"));
    m_contentColumn->addWidget(m_nothing);
    m_contentColumn->addStretch();
    showParts();
}

void SettingsPage::showParts()
{
    showFields();
    m_scroll->verticalScrollBar()->setValue(0);
}

void SettingsPage::showFields()
{
    if (m_parts.empty()) return;
    const bool searching = !m_words.isEmpty();
    bool any = false;
    for (const auto& part : m_parts) {
        bool shown = false;
        for (std::size_t i = 0; i < part.fields.size(); ++i) {
            auto* field = part.fields[i];
            const bool fits = searching ? field->matches(m_words) : m_setup->wants(field->def().key);
            field->setVisible(fits);
            part.lines[i]->setVisible(fits);
            shown = shown || fits;
        }
        const bool visible = searching ? shown : part.id == m_section;
        part.box->setVisible(visible);
        if (auto* test = part.box->findChild<SoundTest*>()) test->setVisible(!searching || m_fields.value(u"desk.sounds"_s)->isVisibleTo(part.box));
        if (auto* card = part.box->findChild<VaultCard*>()) card->setVisible(!searching);
        if (auto* card = part.box->findChild<ProfilesCard*>()) {
            card->setVisible(!searching || card->matches(m_words));
            if (searching && card->matches(m_words)) part.box->setVisible(any = true);
        }
        if (auto* card = part.box->findChild<TransferCard*>()) {
            card->setVisible(!searching || card->matches(m_words));
            if (searching && card->matches(m_words)) part.box->setVisible(any = true);
        }
        if (auto* card = part.box->findChild<KeysCard*>()) {
            card->setVisible(!searching || card->matches(m_words));
            if (searching && card->matches(m_words)) part.box->setVisible(any = true);
        }
        if (auto* offer = part.box->findChild<PortOffer*>()) offer->setVisible(!searching);
        any = any || visible;
    }
    m_setup->showParts(searching);
    m_nothing->setVisible(!any);
}

void SettingsPage::showSection(const QString& group)
{
    m_section = group;
    m_sections->setCurrent(group);
    if (!m_search->text().isEmpty()) {
        const QSignalBlocker quiet{m_search};
        m_search->clear();
    }
    m_words.clear();
    // What was refused is not kept: the field shows what holds.
    for (auto* field : std::as_const(m_fields)) field->reload();
    showParts();
}

void SettingsPage::search(const QString& text)
{
    m_words = domain::foldQuery(text);
    m_sections->setCurrent(m_words.isEmpty() ? m_section : QString{});
    showParts();
}

void SettingsPage::goToFirst()
{
    for (const auto& part : m_parts) {
        const auto found = std::find_if(part.fields.begin(), part.fields.end(), [this](const SettingField* field) { return field->isVisibleTo(this); });
        if (found == part.fields.end()) continue;
        (*found)->input()->setFocus(Qt::ShortcutFocusReason);
        return m_scroll->ensureWidgetVisible(*found);
    }
}

void SettingsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void SettingsPage::takeChange(const QString& key)
{
    if (auto* field = m_fields.value(key)) field->takeChange();
    // Later: a new style must not replace the old one while a combo box is still telling what was chosen.
    if (isLookKey(key)) QMetaObject::invokeMethod(this, &SettingsPage::lookChanged, Qt::QueuedConnection);
    Q_EMIT saved(key);
}

void SettingsPage::unlock(const QString& key)
{
    const auto* def = domain::findSetting(key);
    if (!def || m_sheet) return;
    m_sheet = new UnlockSheet{m_settings, *def, window()};
    connect(m_sheet, &Sheet::closed, m_sheet, &QObject::deleteLater);
    connect(m_sheet, &UnlockSheet::changed, this, [this](const QString& changed) {
        if (auto* field = m_fields.value(changed)) {
            field->reload();
            field->noteSaved();
        }
    });
    if (m_stations.people != nullptr && domain::needsTwoPersons(m_stations.people->known(), key, m_settings.value(key))) m_sheet->setSecond(m_stations.askSecond);
    m_sheet->open(m_sheet->firstInput());
}

void SettingsPage::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(24), theme.px(20), theme.px(2), theme.px(8));   // what scrolls stays off the round corners
    m_column->setSpacing(theme.px(16));
    m_search->setFixedWidth(theme.px(320));
    m_search->setFont(theme.font(type::field));
    m_search->parentWidget()->setContentsMargins(0, 0, theme.px(24), 0);
    m_sections->setFixedWidth(std::clamp(m_sections->sizeHint().width(), theme.px(208), theme.px(260)));
    m_contentColumn->setContentsMargins(theme.px(16), 0, theme.px(24), theme.px(24));
    m_contentColumn->setSpacing(theme.px(28));
    m_scroll->verticalScrollBar()->setSingleStep(theme.px(24));
}

void SettingsPage::showEvent(QShowEvent* event)
{
    makeFields();
    QWidget::showEvent(event);
}

bool SettingsPage::eventFilter(QObject* watched, QEvent* event)
{
    const bool escape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (watched == m_search && escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event)->key() : 0;
    if (watched == m_search && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) && !m_words.isEmpty()) {
        goToFirst();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SettingsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
