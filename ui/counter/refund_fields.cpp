#include "ui/counter/refund_fields.h"
#include "ui/common/action_button.h"
#include "ui/common/age_text.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/money_text.h"
#include "ui/common/reason_form.h"
#include "ui/common/wording.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kMaxPerson = 80, kMaxReceiptNumber = 40;

} // namespace

RefundFields::RefundFields(QWidget* parent) : QWidget{parent}
{
    build();
    takeMeasures();
    showState();
}

QLineEdit* RefundFields::addLine(FigureLabel*& label, const QString& text, const QString& name, QVBoxLayout* column)
{
    label = new FigureLabel{type::fineStrong, &Theme::text, this};
    label->setText(text);
    auto* line = new QLineEdit{this};
    line->setObjectName(name);
    line->setAccessibleName(text);
    label->setBuddy(line);
    column->addWidget(label);
    column->addWidget(line);
    connect(line, &QLineEdit::textChanged, this, &RefundFields::showState);
    return line;
}

void RefundFields::build()
{
    m_title = new FigureLabel{type::section, &Theme::text, this};
    m_title->setText(tr("What goes back"));
    m_none = new FigureLabel{type::body, &Theme::text2, this};
    m_none->setObjectName(u"refund.none"_s);
    m_none->setWrapped();
    m_none->setText(tr("Nothing has been paid that could be given back from here."));
    auto* box = new QWidget{this};
    m_list = new QVBoxLayout{box};
    m_list->setContentsMargins({});
    for (int i = 0; i < kMaxShown; ++i) {
        auto* option = new OptionButton{{}, box};
        option->setObjectName(u"refund.payment%1"_s.arg(i));
        option->hide();
        m_list->addWidget(option);
        connect(option, &OptionButton::clicked, this, [this, i] { choose(m_offers[static_cast<std::size_t>(i)].payment.sourceKey, {}); });
        m_options.push_back(option);
    }
    m_column = new QVBoxLayout{this};
    m_column->addWidget(m_title);
    m_column->addWidget(m_none);
    m_column->addWidget(box);
    m_amountLabel = new FigureLabel{type::fineStrong, &Theme::text, this};
    m_amountLabel->setText(tr("Amount"));
    m_amount = new QLineEdit{this};
    m_amount->setObjectName(u"refund.amount"_s);
    m_amount->setAccessibleName(m_amountLabel->text());
    m_amount->setMaxLength(20);
    m_amount->setAlignment(Qt::AlignRight);
    m_whole = new ActionButton{tr("All of it"), this};
    m_whole->setObjectName(u"refund.whole"_s);
    m_left = new FigureLabel{type::small, &Theme::text2, this};
    m_left->setObjectName(u"refund.left"_s);
    m_left->setElided(true);
    auto* money = new QHBoxLayout;
    money->addWidget(m_amount, 1);
    money->addWidget(m_whole);
    m_column->addSpacing(1);
    m_column->addWidget(m_amountLabel);
    m_column->addLayout(money);
    m_column->addWidget(m_left);
    m_receipt = addLine(m_receiptLabel, tr("Receipt number of till or terminal"), u"refund.receipt"_s, m_column);
    m_receipt->setMaxLength(kMaxReceiptNumber);
    m_second = addLine(m_secondLabel, tr("Second person who agrees"), u"refund.second"_s, m_column);
    m_second->setMaxLength(kMaxPerson);
    m_column->addStretch();
    connect(m_amount, &QLineEdit::textChanged, this, &RefundFields::showState);
    connect(m_whole, &ActionButton::clicked, this, [this] {
        if (const auto* offer = current()) m_amount->setText(amountText(offer->left));
    });
}

void RefundFields::setRules(domain::Money fourEyesAbove, bool training)
{
    m_limit = fourEyesAbove;
    m_training = training;
    showState();
}

void RefundFields::setOffers(std::vector<services::RefundOffer> offers, Instant now)
{
    const auto before = current() ? current()->payment.sourceKey : QString{};
    m_now = now;
    m_offers = std::move(offers);
    if (m_offers.size() > kMaxShown) m_offers.erase(m_offers.begin(), m_offers.end() - kMaxShown);
    const auto same = std::find_if(m_offers.begin(), m_offers.end(), [&](const auto& o) { return o.payment.sourceKey == before && o.refusal.isEmpty(); });
    m_chosen = same == m_offers.end() ? -1 : static_cast<int>(same - m_offers.begin());
    showOffers();
    showState();
}

void RefundFields::showOffers()
{
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        auto* option = m_options[i];
        option->setVisible(i < m_offers.size());
        if (i >= m_offers.size()) continue;
        const auto& offer = m_offers[i];
        const auto& p = offer.payment;
        const auto text = u"%1 · %2 · %3"_s.arg(moneyText(p.amount), Wording::method(p.method), AgeText::timeOrDay(p.at, m_now));
        const auto why = offer.refusal == u"refund.exceeds" ? tr("nothing is left of it") : Wording::reason(offer.refusal);
        option->setText(text);
        option->setAccessibleName(why.isEmpty() ? text : u"%1, %2"_s.arg(text, why));
        option->setToolTip(why);
        option->setEnabled(offer.refusal.isEmpty());
        option->setChecked(static_cast<int>(i) == m_chosen);
    }
}

void RefundFields::choose(const QString& payment, std::optional<domain::Money> amount)
{
    m_chosen = -1;
    for (std::size_t i = 0; i < m_offers.size(); ++i)
        if (m_offers[i].refusal.isEmpty() && (m_chosen < 0 || m_offers[static_cast<std::size_t>(m_chosen)].payment.sourceKey != payment)) m_chosen = static_cast<int>(i);
    if (const auto* offer = current()) {
        const bool part = amount && offer->parts && amount->isPositive() && amount->inCents() < offer->left.inCents();
        m_amount->setText(amountText(part ? *amount : offer->left));
    }
    showOffers();
    showState();
}

const services::RefundOffer* RefundFields::current() const
{
    return m_chosen < 0 ? nullptr : &m_offers[static_cast<std::size_t>(m_chosen)];
}

std::optional<domain::Money> RefundFields::amount() const
{
    const auto* offer = current();
    if (!offer) return std::nullopt;
    const auto read = parseTyped(m_amount->text(), QLocale{}, offer->left.currency());
    return read ? std::optional{read.value()} : std::nullopt;
}

QString RefundFields::secondPerson() const
{
    return needsSecond() ? m_second->text().trimmed() : QString{};
}

QString RefundFields::receiptNumber() const
{
    return atCounter() ? m_receipt->text().trimmed() : QString{};
}

bool RefundFields::needsSecond() const
{
    const auto wanted = amount();
    return !m_byPin && wanted && wanted->inCents() > m_limit.inCents();
}

void RefundFields::setSecondByPin(bool byPin)
{
    m_byPin = byPin;
    for (QWidget* w : {static_cast<QWidget*>(m_secondLabel), static_cast<QWidget*>(m_second)}) w->setVisible(needsSecond());
}

bool RefundFields::atCounter() const
{
    const auto* offer = current();
    return offer && offer->payment.kind != domain::PaymentKind::Online;
}

QString RefundFields::whyNot() const
{
    const auto* offer = current();
    if (!offer) return tr("there is nothing to give back");
    const auto wanted = amount();
    if (!wanted || !wanted->isPositive()) return tr("this is not an amount");
    if (wanted->inCents() > offer->left.inCents()) return tr("more than is left of this payment");
    if (!offer->parts && *wanted != offer->payment.amount) return tr("this portal gives back the whole payment or nothing");
    if (atCounter() && !m_training && receiptNumber().isEmpty()) return tr("the receipt number is missing");
    if (needsSecond() && secondPerson().isEmpty()) return tr("a second person has to agree");
    return {};
}

QWidget* RefundFields::firstField() const
{
    if (!current()) return nullptr;
    if (atCounter() && !m_training && receiptNumber().isEmpty()) return m_receipt;
    return needsSecond() && secondPerson().isEmpty() ? m_second : nullptr;
}

void RefundFields::showState()
{
    const auto* offer = current();
    m_none->setVisible(!std::any_of(m_offers.begin(), m_offers.end(), [](const auto& o) { return o.refusal.isEmpty(); }));
    m_amountLabel->setVisible(offer);
    m_amount->setVisible(offer);
    m_amount->setReadOnly(offer && !offer->parts);
    m_whole->setVisible(offer && offer->parts);
    m_left->setVisible(offer);
    const auto wanted = amount();
    const bool tooMuch = offer && wanted && wanted->inCents() > offer->left.inCents();
    if (offer) m_left->setText(offer->parts ? tr("%1 are left of this payment").arg(moneyText(offer->left)) : tr("This portal gives back the whole payment or nothing"));
    m_left->setInk(tooMuch ? themeOf(this).red.word : themeOf(this).text2);
    for (QWidget* w : {static_cast<QWidget*>(m_receiptLabel), static_cast<QWidget*>(m_receipt)}) w->setVisible(atCounter() && !m_training);
    m_secondLabel->setText(m_limit.isPositive() ? tr("Second person who agrees, above %1").arg(moneyText(m_limit)) : tr("Second person who agrees"));
    m_second->setAccessibleName(m_secondLabel->text());
    for (QWidget* w : {static_cast<QWidget*>(m_secondLabel), static_cast<QWidget*>(m_second)}) w->setVisible(needsSecond());
    Q_EMIT changed();
}

void RefundFields::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(theme.px(6));
    m_column->itemAt(3)->spacerItem()->changeSize(0, theme.px(8), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_list->setSpacing(theme.px(4));
    for (auto* label : {m_receiptLabel, m_secondLabel}) keepAbove(*label, theme.px(8));
    for (auto* line : {m_amount, m_second, m_receipt}) {
        line->setFixedHeight(theme.px(44));
        line->setFont(theme.font(type::field));
    }
}

void RefundFields::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
