#include "app/services/mail_texts.h"
#include "app/core/limits.h"
#include "app/domain/iban.h"
#include "app/services/mail_sheet.h"
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr qsizetype kShort = 120, kLine = 300;   // characters of one fact that are shown

QString kindName(MailKind kind)
{
    switch (kind) {
    case MailKind::Request: return u"request"_s;
    case MailKind::Confirmation: return u"confirmation"_s;
    case MailKind::Refund: return u"refund"_s;
    case MailKind::PickupCode: return u"pickup"_s;
    }
    return {};
}

bool isThisMachine(const QString& host) { return host == u"127.0.0.1"_s || host == u"localhost"_s || host == u"::1"_s; }

// What may be linked in a mail: https, or in training the pay page of this machine.
bool isPayLink(const QString& text, bool training)
{
    constexpr qsizetype kLongest = 2'000;
    static const QRegularExpression plain{u"\\A[!-~]+\\z"_s};   // ASCII without blanks: nothing hides in it
    if (text.size() > kLongest || !plain.match(text).hasMatch()) return false;
    const QUrl url{text, QUrl::StrictMode};
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()) return false;
    return url.scheme() == u"https" || (training && url.scheme() == u"http" && isThisMachine(url.host()));
}

class Composer {
public:
    explicit Composer(const MailFacts& facts) : f{facts}, w{facts.language} {}

    Result<ComposedMail> compose();

private:
    QString line(const QString& text) const { return shownLine(text, kLine); }
    QString paymentMethod() const;
    bool settled() const { return !f.remaining.isPositive(); }
    bool ready() const { return f.kind == MailKind::Request ? f.keyWaits : f.kind != MailKind::Confirmation || settled(); }
    QHash<QString, QString> placeholders() const;
    QString piece(const QString& name) const;
    void head(MailSheet& sheet) const;
    void request(MailSheet& sheet) const;
    void movement(MailSheet& sheet) const;
    void pickup(MailSheet& sheet) const;
    void link(MailSheet& sheet, const QString& label) const;
    void transfer(MailSheet& sheet) const;
    void summary(MailSheet& sheet) const;
    void foot(MailSheet& sheet) const;

    const MailFacts& f;
    const MailWords w;
};

QString Composer::paymentMethod() const
{
    const auto code = f.method.toLower();
    if (w.has(u"method_"_s + code)) return w(u"method_"_s + code);
    static const QHash<QString, QString> brands{{u"applepay"_s, u"Apple Pay"_s}, {u"googlepay"_s, u"Google Pay"_s}, {u"paypal"_s, u"PayPal"_s}, {u"klarna"_s, u"Klarna"_s},
                                                {u"wero"_s, u"Wero"_s},          {u"creditcard"_s, w(u"method_card"_s)}, {u"banktransfer"_s, w(u"method_transfer"_s)}};
    return brands.value(code, shownLine(f.method, kShort));
}

QHash<QString, QString> Composer::placeholders() const
{
    const auto due = f.dueDate.isValid() ? w.with(u"due"_s, {{u"d"_s, w.shortDate(f.dueDate)}}) : w(u"due_at_once"_s);
    const auto vehicle = shownLine(f.vehicle, kShort);
    return {{u"name"_s, shownLine(w.name(f.customerName), kShort)},
            {u"amount"_s, w.amount(f.amount)},
            {u"due"_s, due},
            {u"number"_s, shownLine(f.invoiceNumber, kShort)},
            {u"plate"_s, shownLine(f.plate, kShort)},
            {u"vehicle"_s, vehicle.isEmpty() ? w(u"vehicle_word"_s) : vehicle},
            {u"workshop"_s, shownLine(f.workshop.name, kShort)},
            {u"phone"_s, shownLine(f.workshop.phone, kShort)},
            {u"method"_s, paymentMethod()},
            {u"date"_s, f.paidAt.isNull() ? QString{} : w.shortDate(f.paidAt.local().date())},
            {u"receipt"_s, shownLine(f.receiptNumber, kShort)},
            {u"open"_s, w.amount(f.remaining)}};
}

// The workshop's own words where it has some, else ours in the variant that is true.
QString Composer::piece(const QString& name) const
{
    auto text = f.overrides.value(name);
    if (text.isEmpty()) {
        const auto key = kindName(f.kind) + u'.' + name;
        const bool plain = name == u"closing" ? f.workshop.phone.isEmpty() : !ready();
        text = plain && w.has(key + u".plain"_s) ? w(key + u".plain"_s) : w(key);
        if (name == u"greeting" && f.customerName.trimmed().isEmpty()) text = w(u"neutral_greeting"_s);
    }
    return filled(text, placeholders());
}

void Composer::head(MailSheet& sheet) const
{
    const auto mark = f.training ? u'[' + w(u"training_mark"_s) + u"] "_s : QString{};
    sheet.subject = shownLine(mark + piece(u"subject"_s).replace(u'\u00a0', u' '), limits::kMaxMailSubject);
    if (f.training) sheet.band = w(u"training_"_s + kindName(f.kind));
    sheet.shop = shownLine(f.workshop.name.isEmpty() ? f.workshop.legalName : f.workshop.name, kShort);
    sheet.tagline = shownLine(f.workshop.tagline.isEmpty() ? f.workshop.city : f.workshop.tagline, kShort);
    sheet.accent = f.workshop.accent;
    sheet.logoPng = f.workshop.logoPng;
    sheet.phone = shownLine(f.workshop.phone, kShort);
    sheet.email = shownLine(f.workshop.email, kShort);
    sheet.plate = shownLine(f.plate, kShort).toUpper();
    sheet.cardAmount = w.amount(f.amount);
    for (const auto& name : {u"greeting"_s, u"intro"_s})
        for (const auto& text : piece(name).split(u'\n', Qt::SkipEmptyParts)) sheet.lead << text.trimmed();
    if (f.kind == MailKind::Confirmation && settled() && f.keyWaits) sheet.lead << w(u"key_waits"_s);
}

void Composer::link(MailSheet& sheet, const QString& label) const
{
    if (f.payUrl.isEmpty()) return;
    sheet.buttonUrl = f.payUrl;
    sheet.buttonLabel = label;
    sheet.methods = line(f.methods);
}

void Composer::transfer(MailSheet& sheet) const
{
    const bool portals = f.portalAccount.isSet();
    const auto iban = portals ? f.portalAccount.iban : f.payeeIban;
    if (iban.isEmpty()) return;
    MailSection section;
    section.head = w(f.payUrl.isEmpty() ? u"transfer_head"_s : u"transfer_head_or"_s);
    if (f.training) {
        section.text = w(u"training_transfer"_s);   // nobody can pay by mistake
    } else {
        section.pairs = {{w(u"payee"_s), line(portals ? f.portalAccount.holder : f.payeeHolder)}, {w(u"iban"_s), shownLine(domain::groupedIban(iban), kShort), true, false, true}};
        if (portals && !f.portalAccount.bic.isEmpty()) section.pairs.push_back({w(u"bic"_s), line(f.portalAccount.bic)});
        section.pairs.push_back({w(u"amount"_s), w.amount(f.amount), true, false, true});
        section.pairs.push_back({w(u"reference"_s), line(f.transferText)});
        if (portals) section.text = w(u"portal_account"_s);
    }
    sheet.sections.push_back(std::move(section));
}

void Composer::summary(MailSheet& sheet) const
{
    if (f.rows.empty()) return;
    MailSection section;
    section.sums = true;
    const std::pair<QString, QString> number{u"n"_s, line(f.invoiceNumber)};
    section.head = f.invoiceDate.isValid() ? w.with(u"invoice_head_dated"_s, {number, {u"d"_s, w.shortDate(f.invoiceDate)}}) : w.with(u"invoice_head"_s, {number});
    QStringList about;
    for (const auto& text : {f.vehicle, f.work})
        if (!text.isEmpty()) about << line(text);
    section.text = about.join(u" · "_s);
    // Too many: the first and the last stay, sums stand at the end. What lies between becomes one row, without a figure where none can be made.
    constexpr std::size_t kHalf = static_cast<std::size_t>(limits::kMaxMailRows) / 2;
    const auto pairOf = [&](const ports::SummaryRow& row) { return MailPair{line(row.label), w.amount(row.amount), false, row.emphasised, true}; };
    const std::size_t cut = f.rows.size() > 2 * kHalf ? f.rows.size() - kHalf : kHalf;
    Result<domain::Money> between = domain::Money::cents(0, f.rows.front().amount.currency());
    for (std::size_t i = 0; i < f.rows.size(); ++i) {
        if (i < kHalf || i >= cut) section.pairs.push_back(pairOf(f.rows[i]));
        else between = between.andThen([&](domain::Money sum) { return domain::add(sum, f.rows[i].amount); });
        if (i + 1 == cut && i >= kHalf) section.pairs.push_back({w(u"more_rows"_s), between ? w.amount(between.value()) : QString{}, false, false, true});
    }
    sheet.sections.push_back(std::move(section));
}

void Composer::request(MailSheet& sheet) const
{
    sheet.cardLabel = w(u"left_to_pay"_s);
    sheet.cardNote = f.dueDate.isValid() ? w.with(u"card_due"_s, {{u"d"_s, w.longDate(f.dueDate)}}) : w(u"card_due_at_once"_s);
    const auto short_ = f.dueDate.isValid() ? w.with(u"due"_s, {{u"d"_s, w.shortDate(f.dueDate)}}) : w(u"due_at_once"_s);
    const auto what = f.keyWaits && !sheet.plate.isEmpty() ? w.with(u"preheader_ready"_s, {{u"plate"_s, sheet.plate}}) : w.with(u"preheader_invoice"_s, {{u"number"_s, line(f.invoiceNumber)}});
    sheet.preheader = w.with(u"preheader_request"_s, {{u"what"_s, what}, {u"a"_s, w.amount(f.amount)}, {u"d"_s, short_}});
    link(sheet, w(u"pay_now"_s));
    transfer(sheet);
    const auto hours = line(f.workshop.openingHours);
    const auto counterKey = u"counter_text"_s + (sheet.plate.isEmpty() ? u"_number"_s : QString{}) + (hours.isEmpty() ? QString{} : u"_hours"_s);
    const bool first = f.payUrl.isEmpty() && sheet.sections.empty();
    sheet.sections.push_back({w(first ? u"counter_head"_s : u"counter_head_or"_s), {}, w.with(counterKey, {{u"h"_s, hours}}), false});
    if (f.onAccountOffered) sheet.sections.push_back({w(u"account_head"_s), {}, w(u"account_text"_s), false});
    summary(sheet);
}

void Composer::movement(MailSheet& sheet) const
{
    const bool refund = f.kind == MailKind::Refund;
    sheet.done = true;
    sheet.cardLabel = w(refund ? u"refunded"_s : u"paid"_s);
    QStringList note;
    if (!f.method.isEmpty()) note << paymentMethod();
    if (!f.paidAt.isNull()) note << w.moment(f.paidAt);
    sheet.cardNote = note.join(u" · "_s);
    sheet.preheader = refund ? w.with(u"preheader_refund"_s, {{u"a"_s, w.amount(f.amount)}}) : w.with(u"preheader_confirmation"_s, {{u"a"_s, w.amount(f.amount)}, {u"o"_s, w.amount(f.remaining)}});
    if (!refund && !settled()) link(sheet, w.with(u"pay_rest"_s, {{u"a"_s, w.amount(f.remaining)}}));
    MailSection section;
    section.head = w(refund ? u"refund_head"_s : u"payment_head"_s);
    section.pairs.push_back({w(u"invoice"_s), line(f.invoiceNumber)});
    if (!f.vehicle.isEmpty()) section.pairs.push_back({w(u"vehicle"_s), line(f.vehicle)});
    section.pairs.push_back({w(u"amount"_s), w.amount(f.amount), true, false, true});
    if (!f.method.isEmpty()) section.pairs.push_back({w(refund ? u"refund_way"_s : u"method"_s), paymentMethod()});
    if (!f.paidAt.isNull()) section.pairs.push_back({w(u"date"_s), w.moment(f.paidAt)});
    if (!f.receiptNumber.isEmpty()) section.pairs.push_back({w(u"receipt"_s), line(f.receiptNumber)});
    if (!refund) section.pairs.push_back({w(u"open"_s), w.amount(f.remaining), true, true, true});
    if (refund && !f.method.contains(u"cash"_s)) section.text = w(u"refund_takes"_s);
    sheet.sections.push_back(std::move(section));
    summary(sheet);
}

void Composer::pickup(MailSheet& sheet) const
{
    sheet.cardLabel = w(u"pickup_code"_s);
    sheet.cardAmount = f.code;
    sheet.cardNote = w.with(u"pickup_until"_s, {{u"d"_s, w.moment(f.expires)}});
    sheet.preheader = w(u"preheader_pickup"_s);
}

void Composer::foot(MailSheet& sheet) const
{
    for (const auto& text : piece(u"closing"_s).split(u'\n', Qt::SkipEmptyParts)) sheet.closing << text.trimmed();
    const auto dated = f.invoiceDate.isValid() ? w.with(u"no_invoice_dated"_s, {{u"d"_s, w.shortDate(f.invoiceDate)}}) : w(u"no_invoice"_s);
    QStringList help;
    if (f.kind == MailKind::Request) {
        if (f.letterAttached) help << w(u"attached"_s);
        if (sheet.sections.size() > 1 || !sheet.buttonUrl.isEmpty()) help << w(u"only_one_way"_s);
    }
    if (!help.isEmpty()) sheet.notes << help.join(u' ');
    if (f.kind == MailKind::Request) sheet.notes << w(u"fraud"_s);
    sheet.notes << dated;
    const auto& s = f.workshop;
    const auto add = [&](const QString& text, const QString& key = {}) {
        const auto shown = line(text);
        if (!shown.isEmpty()) sheet.imprint << (key.isEmpty() ? shown : w.with(key, {{u"n"_s, shown}}));
    };
    add(s.legalName.isEmpty() ? s.name : s.legalName);
    QStringList place;
    for (const auto& text : {s.street, (s.postcode + u' ' + s.city).trimmed()})
        if (!text.isEmpty()) place << text;
    add(place.join(u", "_s));
    add(s.phone, u"phone"_s);
    add(s.email);
    add(s.web);
    add(s.director, u"director"_s);
    add(s.register_);
    add(s.vatId, u"vat_id"_s);
}

Result<ComposedMail> Composer::compose()
{
    if (f.kind != MailKind::PickupCode && !f.amount.isPositive()) return Error{Fault::Refused, u"mail.amount"_s, f.invoiceNumber};
    if (!f.payUrl.isEmpty() && !isPayLink(f.payUrl, f.training)) return Error{Fault::Refused, u"mail.link"_s, f.invoiceNumber};
    for (auto it = f.overrides.begin(); it != f.overrides.end(); ++it)
        if (!it.value().isEmpty())
            if (const auto sound = checkMailText(f.kind, it.value()); !sound) return sound.error();
    MailSheet sheet;
    head(sheet);
    if (f.kind == MailKind::Request) request(sheet);
    else if (f.kind == MailKind::PickupCode) pickup(sheet);
    else movement(sheet);
    foot(sheet);
    ComposedMail out{sheet.subject, mailAsText(sheet, w), mailAsHtml(sheet, w), {}};
    if (mailLogoWidth(sheet.logoPng) > 0) out.images.push_back({QString::fromUtf16(kMailLogoId), u"image/png"_s, sheet.logoPng});
    return out;
}

} // namespace

Result<ComposedMail> composeMail(const MailFacts& facts) { return Composer{facts}.compose(); }

QStringList mailPieces() { return {u"subject"_s, u"greeting"_s, u"intro"_s, u"closing"_s}; }

QStringList mailPlaceholders(MailKind kind)
{
    QStringList out{u"{name}"_s, u"{amount}"_s, u"{number}"_s, u"{plate}"_s, u"{vehicle}"_s, u"{workshop}"_s, u"{phone}"_s};
    if (kind == MailKind::Request) out << u"{due}"_s;
    else out << u"{method}"_s << u"{date}"_s << u"{receipt}"_s;
    if (kind == MailKind::Confirmation) out << u"{open}"_s;
    return out;
}

// A text field turns the blanks that do not break into usual ones: what was only looked at must not count as edited.
QString defaultMailText(MailKind kind, const QString& language, const QString& piece) { return MailWords{language}(kindName(kind) + u'.' + piece).replace(u'\u00a0', u' '); }

Result<Ok> checkMailText(MailKind kind, const QString& text)
{
    if (text.size() > limits::kMaxMailPiece) return Error{Fault::Refused, u"mail.text_too_long"_s, QString::number(text.size())};
    if (text.trimmed().isEmpty()) return Error{Fault::Refused, u"mail.text_empty"_s, {}};
    static const QRegularExpression place{u"\\{[^{}\\n]{0,40}\\}|[{}]"_s};
    const auto known = mailPlaceholders(kind);
    for (auto it = place.globalMatch(text); it.hasNext();)
        if (const auto found = it.next().captured(); !known.contains(found)) return Error{Fault::Refused, u"mail.placeholder"_s, found};
    return Ok{};
}

} // namespace tresen::services
