#include "ui/settings/test_card.h"
#include "ui/common/action_button.h"
#include "ui/common/age_text.h"
#include "ui/common/figures.h"
#include "ui/common/paint.h"
#include "ui/common/remedy.h"
#include "ui/common/speak.h"
#include "ui/common/state_look.h"
#include "ui/common/wording.h"
#include "ui/common/work_bar.h"
#include "ui/settings/portal_words.h"
#include "ui/settings/setting_measures.h"
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

class OutcomeSign final : public QWidget {
public:
    using QWidget::QWidget;
    void setGood(bool good)
    {
        m_good = good;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        drawGlyph(painter, m_good ? Look::Accepted : Look::Refused, rect(), themeOf(this));
    }

private:
    bool m_good = false;
};

} // namespace

TestCard::TestCard(services::Accounts& accounts, const Clock& clock, Work work, const QString& name, QWidget* parent)
    : QWidget{parent}, m_accounts{accounts}, m_clock{clock}, m_work{work}, m_title{new FigureLabel{type::rowStrong, &Theme::text, this}},
      m_text{new FigureLabel{type::fine, &Theme::text2, this}}, m_progress{new FigureLabel{type::fine, &Theme::text, this}},
      m_bar{new WorkBar{this}}, m_start{new ActionButton{QString{}, this}}, m_stop{new ActionButton{tr("Stop"), this}}, m_result{new QWidget{this}}
{
    build(name);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &TestCard::showWork);
    connect(&m_accounts, &services::Accounts::workChanged, this, &TestCard::showWork);
    connect(m_start, &ActionButton::clicked, this, [this] { begin(); });
    connect(m_stop, &ActionButton::clicked, &m_accounts, &services::Accounts::stop);
    showOutcome({});
}

void TestCard::build(const QString& name)
{
    setObjectName(name);
    m_text->setWrapped();
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(tr("Progress of the test"));
    m_start->setIconName(u"refresh"_s);
    m_start->setObjectName(name + u".start"_s);
    m_stop->setIconName(u"close"_s);
    m_stop->setObjectName(name + u".stop"_s);
    m_progress->setObjectName(name + u".progress"_s);
    m_sign = new OutcomeSign{m_result};
    m_what = new FigureLabel{type::rowStrong, &Theme::text, m_result};
    m_todo = new FigureLabel{type::fine, &Theme::text, m_result};
    m_age = new FigureLabel{type::small, &Theme::text2, m_result};
    m_what->setObjectName(name + u".result"_s);
    m_todo->setObjectName(name + u".todo"_s);
    m_age->setObjectName(name + u".age"_s);
    m_what->setWrapped();
    m_todo->setWrapped();
    m_steps = new QWidget{m_result};
    m_steps->setObjectName(name + u".steps"_s);
    m_stepRows = new QGridLayout{m_steps};
    m_stepRows->setContentsMargins({});
    m_stepRows->setColumnStretch(1, 1);
    m_resultRows = new QGridLayout{m_result};
    m_resultRows->setContentsMargins({});
    m_resultRows->addWidget(m_sign, 0, 0, Qt::AlignTop);
    m_resultRows->addWidget(m_what, 0, 1);
    m_resultRows->addWidget(m_todo, 1, 1);
    m_resultRows->addWidget(m_steps, 2, 1);
    m_resultRows->addWidget(m_age, 3, 1);
    m_resultRows->setColumnStretch(1, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    m_column = new QVBoxLayout{this};
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addLayout(buttons);
    m_column->addWidget(m_bar);
    m_column->addWidget(m_result);
}

void TestCard::setWords(const QString& title, const QString& text, const QString& start, const QString& running)
{
    m_title->setText(title);
    m_text->setText(text);
    m_start->setText(start);
    m_running = running;
    showWork();
}

void TestCard::setReady(const QString& whyNot)
{
    m_whyNot = whyNot;
    showWork();
}

void TestCard::showWork()
{
    const bool mine = m_accounts.work() == m_work, busy = m_accounts.work() != Work::None;
    if (mine && !m_since.isValid()) m_since.start();
    if (!mine) m_since.invalidate();
    // One button takes the other's place, and the keyboard stays with it.
    const bool here = m_start->hasFocus() || m_stop->hasFocus();
    auto *comes = mine ? m_stop : m_start, *goes = mine ? m_start : m_stop;
    comes->setVisible(true);
    m_start->setAvailable(!busy && m_whyNot.isEmpty(), busy ? tr("one moment") : m_whyNot);
    if (here && goes->isVisible()) comes->setFocus(Qt::OtherFocusReason);
    goes->setVisible(false);
    m_bar->setVisible(mine);
    m_progress->setVisible(mine);
    if (mine) m_progress->setText(tr("%1 … %2 s").arg(m_running).arg(m_since.elapsed() / 1000));
    m_result->setVisible(!mine && m_outcome);
    showAge();
}

void TestCard::showOutcome(const std::optional<Outcome>& outcome)
{
    m_outcome = outcome;
    while (auto* item = m_stepRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (outcome) {
        static_cast<OutcomeSign*>(m_sign)->setGood(outcome->good);
        m_what->setText(outcome->what);
        m_todo->setText(outcome->todo);
        m_todo->setVisible(!outcome->todo.isEmpty());
        int row = 0;
        for (const auto& [ok, text] : outcome->steps) {
            auto* sign = new OutcomeSign{m_steps};
            sign->setGood(ok);
            auto* label = new FigureLabel{type::fine, &Theme::text2, m_steps};
            label->setText(text);
            label->setWrapped();
            m_stepRows->addWidget(sign, row, 0, Qt::AlignTop);
            m_stepRows->addWidget(label, row++, 1, Qt::AlignTop);
        }
        m_steps->setVisible(!outcome->steps.empty());
    }
    takeMeasures();
    showWork();
    if (!outcome) return;
    speak(m_what);
}

void TestCard::showAge()
{
    if (m_outcome) m_age->setText(tr("Tested at %1, %2").arg(AgeText::clock(m_outcome->at), AgeText::age(m_outcome->at, m_clock.now())));
}

void TestCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18 + kSettingCardGap));
    m_column->setSpacing(theme.px(10));
    for (auto* rows : {m_resultRows, m_stepRows}) {
        rows->setHorizontalSpacing(theme.px(10));
        rows->setVerticalSpacing(theme.px(6));
    }
    m_sign->setFixedSize(theme.px(20), theme.px(20));
    for (int i = 0; i < m_stepRows->rowCount(); ++i)
        if (auto* sign = m_stepRows->itemAtPosition(i, 0)) sign->widget()->setFixedSize(theme.px(16), theme.px(16));
    if (m_outcome) m_what->setInk(m_outcome->good ? theme.green.word : theme.red.word);
}

void TestCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect().adjusted(0, 0, 0, -theme.px(kSettingCardGap)), theme.px(10), theme.side, theme.line);
}

void TestCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

void TestCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_tick.start();
    showWork();
}

void TestCard::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
}

PortalTestCard::PortalTestCard(services::Accounts& accounts, const Clock& clock, QWidget* parent)
    : TestCard{accounts, clock, Work::Portal, u"settings.portal_test"_s, parent}
{
    connect(&accounts, &services::Accounts::portalTested, this, &PortalTestCard::showLast);
}

void PortalTestCard::setPortal(const QString& portal, bool testMode, bool training)
{
    m_portal = portal;
    const bool links = testMode || portal == u"mollie";
    setWords(tr("Live test"), links && portal != u"sumup" && portal != u"bezahl" && portal != u"training"
                                  ? tr("Asks the portal whether key and account fit, makes a link over one euro that nobody gets, reads it and closes it again. It costs nothing.")
                                  : tr("Asks the portal whether key and account fit, and reads once. Nothing is made there."),
             tr("Test the connection"), tr("The portal is being asked"));
    setReady(training && portal != u"training" ? tr("not with sample data") : QString{});
    showLast();
}

void PortalTestCard::begin()
{
    m_accounts.testPortal(m_portal);
}

void PortalTestCard::showLast()
{
    const auto test = m_accounts.portalTest(m_portal);
    if (!test) return showOutcome({});
    Outcome out{test->at, test->good(), PortalWords::what(*test), {}, {}};
    if (test->failure) out.todo = Remedy::of(*test->failure);
    for (const auto& step : test->probe.steps) {
        out.steps.emplace_back(step.ok, step.ok ? PortalWords::step(step) : PortalWords::step(step) + u": "_s + Wording::failure(step.error));
        if (!step.ok && out.todo.isEmpty()) out.todo = Remedy::of(step.error);
    }
    showOutcome(out);
}

MailTestCard::MailTestCard(services::Accounts& accounts, services::Settings& settings, const Clock& clock, QWidget* parent)
    : TestCard{accounts, clock, Work::Mail, u"settings.mail_test"_s, parent}, m_settings{settings}, m_to{new QLineEdit{this}}
{
    setWords(tr("Test mail"), tr("Sends one mail at once, with what is set here, and says what the mail server answered."), tr("Send a test mail"), tr("The mail server is being asked"));
    start()->setIconName(u"send"_s);
    m_to->setObjectName(u"settings.mail_test.to"_s);
    m_to->setAccessibleName(tr("Address for the test mail"));
    m_to->setPlaceholderText(tr("Address for the test mail"));
    m_to->setMaxLength(254);
    column()->insertWidget(2, m_to);
    connect(m_to, &QLineEdit::textEdited, this, &MailTestCard::takeSettings);
    connect(m_to, &QLineEdit::returnPressed, this, [this] { begin(); });
    connect(&accounts, &services::Accounts::mailTested, this, &MailTestCard::showLast);
    m_to->setMaximumWidth(themeOf(this).px(kSettingEditorWidth));
    takeSettings();
    showLast();
}

void MailTestCard::takeSettings()
{
    if (m_to->text().isEmpty() && !m_to->isModified()) m_to->setText(m_settings.value(u"company.email"_s));   // the workshop's own mailbox, until somebody types
    setReady(m_settings.value(u"mail.host"_s).isEmpty()  ? tr("no mail server is entered")
             : m_settings.value(u"mail.from"_s).isEmpty() ? tr("no sender address is entered")
             : m_to->text().trimmed().isEmpty()           ? tr("no address is entered")
                                                          : QString{});
}

void MailTestCard::begin()
{
    const auto name = m_settings.value(u"company.name"_s);
    const auto language = QLocale{}.language() == QLocale::German ? u"de"_s : u"en"_s;
    m_accounts.testMail({m_to->text().trimmed(), name.isEmpty() ? tr("Test mail from Tresen") : tr("Test mail from %1").arg(name),
                         tr("This mail was sent from the settings of Tresen to see whether mail works. Nothing has to be done with it.\n"), language});
}

void MailTestCard::showLast()
{
    const auto test = m_accounts.mailTest();
    if (!test) return showOutcome({});
    if (test->failure) return showOutcome(Outcome{test->at, false, Wording::failure(*test->failure), Remedy::of(*test->failure), {}});
    showOutcome(Outcome{test->at, true, tr("The mail server has taken the mail to %1").arg(test->to), tr("Look whether it arrives, and whether it lies among the unwanted ones."),
                        {{true, tr("Its words: %1").arg(test->reply)}}});
}

void MailTestCard::changeEvent(QEvent* event)
{
    TestCard::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_to) m_to->setMaximumWidth(themeOf(this).px(kSettingEditorWidth));
}

} // namespace tresen::ui
