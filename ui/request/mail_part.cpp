#include "ui/request/mail_part.h"
#include "app/core/limits.h"
#include "app/domain/mail_rules.h"
#include "ui/common/action_button.h"
#include "ui/common/age_text.h"
#include "ui/common/figures.h"
#include "ui/common/wording.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

MailRow::MailRow(QWidget* parent)
    : QWidget{parent}, m_to{new FigureLabel{type::fineStrong, &Theme::text, this}}, m_what{new FigureLabel{type::small, &Theme::text2, this}}, m_again{new ActionButton{tr("Send again"), this}}
{
    m_to->setObjectName(u"mail.to"_s);
    m_what->setObjectName(u"mail.state"_s);
    m_again->setObjectName(u"mail.again"_s);
    m_again->setIconName(u"refresh"_s);
    m_to->setElided(true);
    m_what->setWrapped();           // what a server says has to be read whole
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_to);
    words->addWidget(m_what);
    words->addStretch();
    auto* row = new QHBoxLayout{this};
    row->addLayout(words, 1);
    row->addWidget(m_again);
    connect(m_again, &ActionButton::clicked, this, &MailRow::againClicked);
    takeMeasures();
}

void MailRow::say(const domain::Mail& mail, Instant now)
{
    using domain::MailState;
    m_mail = mail.id;
    m_waits = mail.state == MailState::Queued || mail.state == MailState::Sending || mail.state == MailState::Deferred;
    const bool recalled = domain::isRecalled(mail);
    m_look = recalled ? Look::Cancelled : mail.state == MailState::Sent ? Look::Accepted : mail.state == MailState::Failed ? Look::Refused : mail.state == MailState::Unclear ? Look::Unknown : Look::Running;
    m_to->setText(u"%1 · %2"_s.arg(Wording::mailKind(mail.kind), mail.to));
    const auto when = u"%1, %2"_s.arg(recalled ? tr("taken back before it left") : Wording::mailState(mail.state), AgeText::age(mail.at.isNull() ? mail.queuedAt : mail.at, now));
    const bool told = mail.state != MailState::Sent && !recalled && !mail.detail.isEmpty();   // the server's own words only where they help
    m_what->setText(told ? u"%1 · %2"_s.arg(when, Wording::serverWords(mail.detail)) : when);
    m_again->setAccessibleName(tr("Send again to %1").arg(mail.to));
    update();
}

void MailRow::setAvailable(bool available, const QString& why)
{
    m_again->setAvailable(available && !m_waits, m_waits ? tr("it is on its way") : why);
}

void MailRow::takeMeasures()
{
    const auto& theme = themeOf(this);
    layout()->setContentsMargins(theme.px(28), 0, 0, 0);
    layout()->setSpacing(theme.px(8));
}

void MailRow::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const qreal side = theme.px(18);
    QPainter painter{this};
    drawGlyph(painter, m_look, {0, (height() - side) / 2, side, side}, theme);
}

void MailRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

MailPart::MailPart(QWidget* parent)
    : QWidget{parent}, m_label{new FigureLabel{type::smallMedium, &Theme::text2, this}}, m_last{new FigureLabel{type::smallMedium, &Theme::text2, this}}, m_address{new QLineEdit{this}},
      m_send{new ActionButton{tr("Send by mail"), this}}, m_column{new QVBoxLayout{this}}
{
    m_label->setText(tr("Mail address of the owner"));
    m_label->setBuddy(m_address);
    m_last->setText(tr("Last mails"));
    m_address->setObjectName(u"request.address"_s);
    m_address->setAccessibleName(m_label->text());
    m_address->setMaxLength(limits::kMaxMailAddress);
    m_send->setObjectName(u"request.mail"_s);
    m_send->setIconName(u"mail"_s);
    auto* line = m_line = new QHBoxLayout;
    line->addWidget(m_address, 1);
    line->addWidget(m_send);
    m_column->setContentsMargins({});
    m_column->addWidget(m_label);
    m_column->addLayout(line);
    m_column->addWidget(m_last);
    for (int i = 0; i < kShown; ++i) {
        auto* row = new MailRow{this};
        row->setObjectName(u"request.mail%1"_s.arg(i));
        connect(row, &MailRow::againClicked, this, [this, row] { Q_EMIT againClicked(row->mail()); });
        m_column->addWidget(row);
        m_rows.push_back(row);
    }
    connect(m_address, &QLineEdit::textChanged, this, &MailPart::showButton);
    connect(m_send, &ActionButton::clicked, this, &MailPart::sendClicked);
    m_address->installEventFilter(this);
    setMails({}, {});
    takeMeasures();
}

void MailPart::setAddress(const QString& address)
{
    m_address->setText(address);
}

// Who has typed an address means it with Enter.
void MailPart::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || !m_address->hasFocus()) return QWidget::keyPressEvent(event);
    event->accept();
    if (!event->isAutoRepeat()) m_send->click();   // does nothing while it is disabled
}

bool MailPart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_address && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        const bool focused = event->type() == QEvent::FocusIn;
        m_send->setKeyHint(focused ? tr("Enter") : QString{});
        Q_EMIT fieldFocused(focused);
    }
    return QWidget::eventFilter(watched, event);
}

QString MailPart::address() const
{
    return m_address->text().trimmed();
}

QWidget* MailPart::field() const
{
    return m_address;
}

void MailPart::setMails(const std::vector<domain::Mail>& mails, Instant now)
{
    m_last->setVisible(!mails.empty());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < mails.size());
        if (i < mails.size()) m_rows[i]->say(mails[mails.size() - 1 - i], now);
    }
    showButton();
}

void MailPart::setAvailable(bool available, const QString& why)
{
    m_available = available;
    m_why = why;
    showButton();
}

QString MailPart::whyNot() const
{
    if (!m_available) return m_why;
    if (address().isEmpty()) return tr("no address");
    return domain::isMailAddress(address()) ? QString{} : tr("this is not a mail address");
}

void MailPart::showButton()
{
    const auto why = whyNot();
    m_send->setAvailable(why.isEmpty(), why);
    const bool said = !why.isEmpty() && !address().isEmpty();   // an empty field says enough
    m_label->setText(said ? m_address->accessibleName() + u" · "_s + why : m_address->accessibleName());
    for (auto* row : m_rows) row->setAvailable(m_available, m_why);
}

void MailPart::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setSpacing(theme.px(6));
    m_line->setSpacing(theme.px(8));
    m_address->setFixedHeight(theme.px(44));
    m_address->setFont(theme.font(type::field));
}

void MailPart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
