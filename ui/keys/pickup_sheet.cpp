#include "ui/keys/pickup_sheet.h"
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/wording.h"
#include <QEvent>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

PickupSheet::PickupSheet(services::PickupCodes& pickups, const services::InvoiceView& view, bool mail, QWidget* window)
    : Sheet{window}, m_pickups{pickups}, m_invoice{view.row.invoice}, m_mail{mail}, m_body{new QWidget}, m_to{new QLineEdit{m_body}}, m_text{new FigureLabel{type::body, &Theme::text, m_body}},
      m_label{new FigureLabel{type::fineStrong, &Theme::text, m_body}}, m_note{new FigureLabel{type::fine, &Theme::text2, m_body}}, m_cancel{new ActionButton{tr("Cancel")}},
      m_paper{new ActionButton{tr("Print for the owner")}}, m_send{new ActionButton{tr("Send by mail")}}
{
    setObjectName(u"pickup"_s);
    setWidthPx(720);
    QStringList who{view.row.customer, view.row.vehicle};
    who.removeAll({});
    setHead(view.row.plate, tr("Somebody else collects"), who.join(u" · "_s));
    m_text->setText(tr("The owner gets a code of six digits. Whoever names it may take the key once the money is in order. It is valid for seven days and once; a new one replaces it."));
    m_text->setWrapped();
    m_label->setText(tr("Mail address of the owner"));
    m_label->setBuddy(m_to);
    m_to->setObjectName(u"pickup.to"_s);
    m_to->setAccessibleName(m_label->text());
    m_to->setMaxLength(limits::kMaxMailAddress);
    m_to->setText(view.item.email);
    m_note->setObjectName(u"pickup.note"_s);
    m_note->setWrapped();
    auto* column = new QVBoxLayout{m_body};
    for (auto* widget : std::initializer_list<QWidget*>{m_text, m_label, m_to, m_note}) column->addWidget(widget);
    column->addStretch();
    setBody(m_body);
    m_cancel->setObjectName(u"pickup.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_paper->setObjectName(u"pickup.paper"_s);
    m_paper->setIconName(u"printer"_s);
    m_send->setObjectName(u"pickup.send"_s);
    m_send->setKind(ActionButton::Kind::Primary);
    m_send->setIconName(u"mail"_s);
    addFoot(m_cancel);
    addFoot(m_paper);
    setPrimary(m_send);
    connect(m_to, &QLineEdit::textChanged, this, &PickupSheet::check);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_paper, &ActionButton::clicked, this, [this] { issue(false); });
    connect(m_send, &ActionButton::clicked, this, [this] { issue(true); });
    takeMeasures();
    check();
}

QWidget* PickupSheet::firstField() const
{
    return m_mail ? static_cast<QWidget*>(m_to) : m_paper;
}

void PickupSheet::check()
{
    const bool address = domain::isMailAddress(m_to->text().trimmed());
    m_to->setEnabled(m_mail && !m_busy);
    m_paper->setAvailable(!m_busy, tr("one moment"));
    m_send->setAvailable(m_mail && address && !m_busy, m_busy ? tr("one moment") : m_mail ? tr("no mail address") : tr("no mail server is set up"));
    if (m_busy) return;
    m_note->setInk(&Theme::text2);
    const auto plain = tr("The desk shows the digits to nobody afterwards and keeps none of them.");
    m_note->setText(!m_mail ? tr("No mail server is set up: the code can only be printed.") + u' ' + plain : plain + u' ' + tr("A mail with them lies readable in the folder of this desk until it has left, for seven days at most."));
}

void PickupSheet::issue(bool byMail)
{
    if (m_busy || resting()) return;
    m_busy = true;
    check();
    setDismissible(false);
    const auto answer = [self = QPointer{this}](const Result<services::IssuedPickup>& done) {
        if (self) self->issued(done);
    };
    byMail ? m_pickups.issueByMail(m_invoice, m_to->text().trimmed(), answer) : m_pickups.issueOnPaper(m_invoice, answer);
}

void PickupSheet::issued(const Result<services::IssuedPickup>& done)
{
    m_busy = false;
    setDismissible(true);
    check();
    if (!done) {
        m_note->setInk(themeOf(this).red.word);
        m_note->setText(Wording::failure(done.error()));
        return;
    }
    close();
    const auto& issued = done.value();
    if (issued.digits.isEmpty()) return Q_EMIT sent(issued.sentTo);
    Q_EMIT slipRequested(issued.digits, QLocale{}.toString(issued.expires.local().date(), QLocale::ShortFormat));
}

void PickupSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    m_body->layout()->setSpacing(theme.px(8));
    m_body->setMinimumHeight(theme.px(220));
}

void PickupSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
