#include "ui/settings/import_sheet.h"
#include "app/domain/iban.h"
#include "app/domain/money.h"
#include "ui/common/action_button.h"
#include "ui/common/check_line.h"
#include "ui/common/figures.h"
#include "ui/common/money_text.h"
#include "ui/common/paint.h"
#include "ui/common/wording.h"
#include "ui/settings/setting_words.h"
#include "ui/settings/unlock_sheet.h"
#include <QDate>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kImportWidth = 760, kListHeight = 320, kMaxShownValue = 120, kImportReason = 300;

// One setting: its name, what holds now and what would.
class ChangeRow final : public QWidget {
public:
    ChangeRow(const QString& name, const QString& before, const QString& after, bool locked, QWidget* parent) : QWidget{parent}, m_locked{locked}
    {
        const auto& theme = themeOf(this);
        auto* label = new FigureLabel{type::rowStrong, &Theme::text, this};
        label->setText(name);
        label->setWrapped();
        auto* old = new FigureLabel{type::fine, &Theme::text2, this};
        old->setText(before);
        old->setWrapped();
        auto* wanted = new FigureLabel{type::fineStrong, &Theme::text, this};
        wanted->setText(after);
        wanted->setWrapped();
        auto* row = new QHBoxLayout{this};
        row->setContentsMargins(theme.px(12), theme.px(9), theme.px(12), theme.px(9));
        row->setSpacing(theme.px(20));
        for (auto* part : {label, old, wanted}) row->addWidget(part, 1, Qt::AlignTop);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        const auto& theme = themeOf(this);
        painter.fillRect(QRect{0, height() - 1, width(), 1}, theme.rowLine);
        if (m_locked) painter.fillRect(QRect{0, theme.px(6), theme.px(2), height() - theme.px(12)}, theme.amber.solid);
    }

private:
    const bool m_locked;
};

} // namespace

ImportSheet::ImportSheet(services::Settings& settings, const domain::SettingsFile& file, const QString& fileName, QWidget* window)
    : Sheet{window}, m_settings{settings}, m_file{file}, m_desk{new CheckLine{tr("Also what belongs to one desk only")}}
{
    setObjectName(u"import"_s);
    setWidthPx(kImportWidth);
    const auto day = QDate::fromString(file.writtenAt.left(10), Qt::ISODate);
    const auto writtenOn = day.isValid() ? QLocale{}.toString(day, QLocale::ShortFormat) : file.writtenAt.left(10);
    setHead({}, tr("Take these settings over?"), writtenOn.isEmpty() ? fileName : u"%1 · %2"_s.arg(fileName, writtenOn));
    setBody(makeBody());
    m_desk->setObjectName(u"import.desk"_s);
    m_desk->setNote(tr("Language, look, printer, ports"));
    m_desk->setChecked(true);
    m_cancel = new ActionButton{tr("Change nothing")};
    m_cancel->setKeyHint(tr("Esc"));
    m_cancel->setObjectName(u"import.cancel"_s);
    m_take = new ActionButton{QString{}};
    m_take->setKind(ActionButton::Kind::Primary);
    m_take->setObjectName(u"import.take"_s);
    addFootLeft(m_desk);
    addFootStretch();
    addFoot(m_cancel);
    setPrimary(m_take);
    connect(m_cancel, &ActionButton::clicked, this, &ImportSheet::close);
    connect(m_take, &ActionButton::clicked, this, [this] { take({}); });
    connect(m_desk, &QCheckBox::toggled, this, &ImportSheet::showChanges);
    connect(m_reason, &QLineEdit::textChanged, this, &ImportSheet::showState);
    connect(&m_settings, &services::Settings::changed, this, [this] {
        if (!m_busy) showChanges();   // another desk was quicker
    });
    showChanges();
}

QWidget* ImportSheet::makeBody()
{
    const auto& theme = themeOf(this);
    auto* body = new QWidget;
    m_scroll = new QScrollArea{body};
    m_scroll->setObjectName(u"import.list"_s);
    m_scroll->setAccessibleName(tr("What would change"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);            // the arrow keys walk through a long list
    m_scroll->setMinimumHeight(theme.px(kListHeight));
    m_why = new FigureLabel{type::fineStrong, &Theme::text};
    m_why->setText(tr("An account is among them. Why? At least %n character(s)", nullptr, UnlockSheet::kReasonMin));
    m_reason = new QLineEdit;
    m_reason->setObjectName(u"import.reason"_s);
    m_reason->setMaxLength(kImportReason);
    m_reason->setAccessibleName(tr("Reason for the change"));
    m_message = new FigureLabel{type::fineStrong, &Theme::text};
    m_message->setObjectName(u"import.message"_s);
    m_message->setWrapped();
    m_message->setInk(theme.red.word);
    m_message->hide();
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(theme.px(32), theme.px(12), theme.px(32), theme.px(16));
    column->setSpacing(theme.px(8));
    auto* titles = new QHBoxLayout;
    titles->setContentsMargins(theme.px(12), 0, theme.px(12), 0);
    titles->setSpacing(theme.px(20));
    for (const auto& title : {tr("Setting"), tr("Holds now"), tr("Would hold")}) {
        auto* label = new FigureLabel{type::small, &Theme::text2};
        label->setText(title);
        titles->addWidget(label, 1);
    }
    column->addLayout(titles);
    column->addWidget(m_scroll, 1);
    for (auto* part : std::initializer_list<QWidget*>{m_why, m_reason, m_message}) column->addWidget(part);
    return body;
}

QWidget* ImportSheet::firstInput() const
{
    return m_reason->isVisibleTo(this) ? static_cast<QWidget*>(m_reason) : m_cancel;
}

QString ImportSheet::shown(const domain::SettingDef& def, const QString& value)
{
    using T = domain::SettingType;
    if (value.isEmpty()) return tr("nothing", "no value");
    switch (def.type) {
    case T::Iban: return domain::groupedIban(value);
    case T::Choice: return SettingWords::choice(def.key, value);
    case T::Flag: return value == u"yes" ? tr("switched on") : tr("switched off");
    case T::Image: return tr("a picture, %1").arg(QLocale{}.formattedDataSize(value.size() * 3 / 4, 0, QLocale::DataSizeSIFormat));
    case T::LongText: return tr("a text of %n character(s)", nullptr, static_cast<int>(value.size()));
    case T::Amount:
        if (const auto amount = domain::parseMoney(value)) return moneyText(amount.value());
        return value;
    case T::Text:
    case T::Bic:
    case T::Email:
    case T::Folder:
    case T::Number:
    case T::Color:
    case T::List:
    case T::IbanList: break;
    }
    return value.size() > kMaxShownValue ? value.left(kMaxShownValue) + u'…' : value;
}

void ImportSheet::showChanges()
{
    const auto changes = domain::settingChanges(m_settings.parts(), {m_file.values, m_file.own}, m_desk->isChecked());
    m_changes = changes ? changes.value() : std::vector<domain::SettingChange>{};
    auto* list = new QWidget;
    list->setAutoFillBackground(false);
    auto* column = new QVBoxLayout{list};
    column->setContentsMargins({});
    column->setSpacing(0);
    for (const auto& change : m_changes) {
        const auto& def = *domain::findSetting(change.key);
        auto name = def.key == u"mail.texts"             ? tr("Own texts of the mails")
                          : def.key == u"source.table_profile" ? tr("Own description of the tables")
                                                               : SettingWords::label(def.key);
        const auto before = change.before.isEmpty() && !def.fallback.isEmpty() ? def.fallback : change.before;   // what holds until now
        if (change.own) name = tr("%1 · at this desk only").arg(name);
        auto* row = new ChangeRow{name, shown(def, before), shown(def, change.after), change.locked, list};
        row->setObjectName((change.own ? u"import.own."_s : u"import.change."_s) + change.key);
        column->addWidget(row);
    }
    column->addStretch();
    m_scroll->setWidget(list);
    m_scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    showState();
}

void ImportSheet::showState()
{
    const bool locked = std::any_of(m_changes.begin(), m_changes.end(), [](const domain::SettingChange& c) { return c.locked; });
    m_why->setVisible(locked);
    m_reason->setVisible(locked);
    const int count = static_cast<int>(m_changes.size());
    QString why;
    if (m_busy) why = tr("one moment");
    else if (count == 0) why = tr("nothing would change");
    else if (locked && m_reason->text().trimmed().size() < UnlockSheet::kReasonMin) why = tr("the reason is too short");
    m_take->setText(tr("Change %n setting(s)", nullptr, count));
    m_take->setAvailable(why.isEmpty(), why);
}

void ImportSheet::take(const services::Agreement& agreed)
{
    domain::SettingParts parts;
    for (const auto& change : m_changes) (change.own ? parts.own : parts.home).insert(change.key, change.after);
    const bool locked = m_reason->isVisibleTo(this);
    m_busy = true;
    setDismissible(false);
    showState();
    m_settings.changeParts(parts, locked ? m_reason->text().trimmed() : QString{}, [guard = QPointer{this}, this, count = static_cast<int>(m_changes.size())](const Result<Ok>& done) {
        if (!guard) return;
        m_busy = false;
        setDismissible(true);
        if (!done) {
            showState();
            m_message->setText(tr("Nothing was changed. %1").arg(failure(done.error())));
            m_message->show();
            if (m_second && secondPersonHelps(done.error())) m_second(domain::Right::ChangePayee, [guard, this](const services::Agreement& agreement) {
                if (guard && !m_busy) take(agreement);
            });
            return;
        }
        close();
        Q_EMIT taken(count);
    }, agreed);
}

QString ImportSheet::failure(const Error& error)
{
    const auto* def = domain::findSetting(error.detail);
    if (!def) return Wording::failure(error);
    auto named = error;
    named.detail = SettingWords::label(def->key);
    // What is wrong with a value does not say whose.
    return error.code.startsWith(u"setting."_s) ? u"%1: %2"_s.arg(named.detail, Wording::failure(named)) : Wording::failure(named);
}

} // namespace tresen::ui
