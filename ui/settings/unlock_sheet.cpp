#include "ui/settings/unlock_sheet.h"
#include "app/domain/iban.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/paint.h"
#include "ui/common/state_look.h"
#include "ui/common/wording.h"
#include "ui/settings/setting_editor.h"
#include "ui/settings/setting_words.h"
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kMaxReason = 300;   // characters

// What the change means, on the tint of a notice.
class WarningBox final : public QWidget {
public:
    explicit WarningBox(const QString& text, QWidget* parent = nullptr) : QWidget{parent}
    {
        auto* words = new FigureLabel{type::row, &Theme::text, this};
        words->setWrapped();
        words->setText(text);
        words->setInk(themeOf(this).amber.word);
        auto* row = new QHBoxLayout{this};
        const auto& theme = themeOf(this);
        row->setContentsMargins(theme.px(56), theme.px(14), theme.px(16), theme.px(14));
        row->addWidget(words);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = themeOf(this);
        const qreal side = theme.px(26);
        QPainter painter{this};
        drawBox(painter, rect(), theme.px(10), theme.amber.tint, theme.highContrast() ? theme.text : QColor{});
        drawGlyph(painter, Look::Notice, {static_cast<qreal>(theme.px(16)), (height() - side) / 2, side, side}, theme);
    }
};

FigureLabel* caption(const QString& text)
{
    auto* label = new FigureLabel{type::fineStrong, &Theme::text};
    label->setText(text);
    return label;
}

QString shownValue(const domain::SettingDef& def, const QString& value)
{
    return def.type == domain::SettingType::Iban ? domain::groupedIban(value) : value;
}

} // namespace

UnlockSheet::UnlockSheet(services::Settings& settings, const domain::SettingDef& def, QWidget* window)
    : Sheet{window}, m_settings{settings}, m_def{def}
{
    setObjectName(u"unlock"_s);
    setWidthPx(640);
    setHead({}, tr("Change: %1").arg(SettingWords::label(def.key)), tr("Locked setting"));
    setBody(makeBody());
    m_cancel = new ActionButton{tr("Leave as it is")};
    m_cancel->setKeyHint(tr("Esc"));
    m_cancel->setObjectName(u"unlock.cancel"_s);
    m_store = new ActionButton{tr("Change it from now on")};
    m_store->setKind(ActionButton::Kind::Primary);
    m_store->setIconName(u"lock"_s);
    m_store->setObjectName(u"unlock.store"_s);
    m_propose = new ActionButton{tr("Propose it")};
    m_propose->setObjectName(u"unlock.propose"_s);
    m_propose->hide();
    addFootStretch();
    addFoot(m_cancel);
    addFoot(m_propose);
    setPrimary(m_store);
    connect(m_cancel, &ActionButton::clicked, this, &UnlockSheet::close);
    connect(m_store, &ActionButton::clicked, this, &UnlockSheet::store);
    connect(m_propose, &ActionButton::clicked, this, &UnlockSheet::propose);
    connect(m_editor, &SettingEditor::edited, this, &UnlockSheet::showState);
    connect(m_editor, &SettingEditor::takenBack, this, &UnlockSheet::close);   // Esc leaves the sheet, whatever was typed
    connect(m_reason, &QLineEdit::textChanged, this, &UnlockSheet::showState);
    connect(&m_settings, &services::Settings::changed, this, [this](const QString& key) {
        if (key == m_def.key) showOld();
    });
    showOld();
}

QWidget* UnlockSheet::makeBody()
{
    auto* body = new QWidget;
    const auto& theme = themeOf(this);
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    column->setSpacing(theme.px(6));
    column->addWidget(new WarningBox{tr("All the customers' money goes to this account, and only this place decides it: what an invoice file says does not count. "
                                        "The change is kept for ever, with name, time and reason. Sheets that are printed already still carry the old account.")});
    column->addSpacing(theme.px(10));
    column->addWidget(caption(tr("Holds now")));
    m_old = new FigureLabel{type::section, &Theme::text};
    m_old->setObjectName(u"unlock.old"_s);
    m_old->setElided(true);
    column->addWidget(m_old);
    column->addSpacing(theme.px(10));
    column->addWidget(caption(tr("Shall hold from now on")));
    m_editor = makeSettingEditor(m_def, body);
    m_editor->input()->setObjectName(u"unlock.value"_s);
    m_editor->input()->setAccessibleName(tr("Shall hold from now on"));
    column->addWidget(m_editor);
    m_advice = new FigureLabel{type::fine, &Theme::text2};
    m_advice->setObjectName(u"unlock.advice"_s);
    column->addWidget(m_advice);
    column->addSpacing(theme.px(4));
    column->addWidget(caption(tr("Why? At least %n character(s)", nullptr, kReasonMin)));
    m_reason = new QLineEdit;
    m_reason->setMaxLength(kMaxReason);
    m_reason->setObjectName(u"unlock.reason"_s);
    m_reason->setAccessibleName(tr("Reason for the change"));
    m_reason->setPlaceholderText(tr("for instance: new account at the same bank, letter of 20 November"));
    column->addWidget(m_reason);
    m_message = new FigureLabel{type::fineStrong, &Theme::text};
    m_message->setObjectName(u"unlock.message"_s);
    m_message->setWrapped();
    m_message->setInk(theme.red.word);
    column->addWidget(m_message);
    return body;
}

QWidget* UnlockSheet::firstInput() const
{
    return m_editor->input();
}

// Another desk may have changed it while somebody is typing here.
void UnlockSheet::showOld()
{
    m_old->setText(shownValue(m_def, m_settings.value(m_def.key)));
    showState();
}

void UnlockSheet::showState()
{
    const auto value = m_editor->value();
    const auto normal = domain::normalizeSetting(m_def, value);
    m_advice->setText(value.isEmpty() ? QString{} : m_editor->advice());
    QString why;
    if (m_busy) why = tr("one moment");
    else if (value.isEmpty()) why = tr("the new value is missing");
    else if (!normal) why = Wording::failure(normal.error());
    else if (normal.value() == m_settings.value(m_def.key)) why = tr("this is what holds already");
    else if (m_reason->text().trimmed().size() < kReasonMin) why = tr("the reason is too short");
    m_store->setAvailable(why.isEmpty(), why);
    m_propose->setAvailable(why.isEmpty(), why);
}

void UnlockSheet::setSecond(AskSecond ask)
{
    m_second = std::move(ask);
    m_propose->setVisible(m_second != nullptr);
}

void UnlockSheet::store()
{
    storeWith({});
}

void UnlockSheet::storeWith(const services::Agreement& agreed)
{
    m_busy = true;
    showState();
    m_settings.set(m_def.key, m_editor->value(), m_reason->text().trimmed(), [guard = QPointer{this}, this](const Result<Ok>& done) {
        if (!guard) return;
        ended(done);
        if (done) Q_EMIT changed(m_def.key);
        else if (m_second && secondPersonHelps(done.error())) m_second(domain::Right::ChangePayee, [guard, this](const services::Agreement& agreement) {
            if (guard) storeWith(agreement);
        });
    }, agreed);
}

void UnlockSheet::propose()
{
    m_busy = true;
    showState();
    m_settings.propose(m_def.key, m_editor->value(), m_reason->text().trimmed(), [guard = QPointer{this}, this](const Result<Ok>& done) {
        if (!guard) return;
        ended(done);
        if (done) Q_EMIT proposed(m_def.key);
    });
}

void UnlockSheet::ended(const Result<Ok>& done)
{
    m_busy = false;
    showState();
    if (!done) return m_message->setText(Wording::failure(done.error()));
    close();
}

} // namespace tresen::ui
