#include "app/adapters/workshop/table/row_draft.h"
#include "app/core/limits.h"
#include "app/domain/iban.h"
#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

constexpr qsizetype kMaxKey = 64;   // characters of an invoice or customer number
constexpr qsizetype kVinSize = 17;

Error badRow(const QString& code, const Field& field, const QString& text)
{
    return Error{Fault::Invalid, code, QLatin1StringView{field.name} + u' ' + text.left(limits::kMaxTableAmount)};
}

void warn(QStringList& warnings, const QString& code)
{
    if (!warnings.contains(code)) warnings << code;
}

bool isUpper(const QString& text, qsizetype size)
{
    return text.size() == size && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

// Line breaks and tabulators, and what is left of quotes and separators that went wrong.
bool isNoKey(QChar c) { return QStringView{u"\n\r\t\"'`;|<>"}.contains(c); }

bool hasLetter(const QString& text) { return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }); }

// An amount with its decimal mark, or a day: nothing anybody is called by, so the cells stand one beside where they belong.
bool belongsElsewhere(const TableProfile& profile, const QString& text)
{
    const bool marked = text.contains(u',') || text.contains(u'.');
    auto style = profile.amounts;
    style.twoDecimals = true;
    return (marked && parseAmount(text, style, {}).ok()) || (marked && parseDate(text, profile.dates).isValid());
}

// knowsPaid: a column says what was paid before. Without one less than the whole may be due, as the table does not say why.
std::optional<Error> sumError(const domain::Invoice& invoice, bool knowsPaid)
{
    const auto differ = [&](std::optional<domain::Money> a, std::optional<domain::Money> b, std::optional<domain::Money> whole, bool minus) {
        if (!a || !b || !whole) return false;
        const auto sum = minus ? domain::subtract(*a, *b) : domain::add(*a, *b);
        return !sum || sum.value() != *whole;
    };
    const auto detail = [](std::initializer_list<std::optional<domain::Money>> parts) {
        QStringList out;
        for (const auto& part : parts) out << (part ? domain::plainAmount(*part) : u"-"_s);
        return out.join(u' ');
    };
    const auto zero = domain::Money::cents(0, invoice.currency);
    if (differ(invoice.net, invoice.tax, invoice.gross, false)) return Error{Fault::Invalid, u"amount.sums"_s, u"net tax gross "_s + detail({invoice.net, invoice.tax, invoice.gross})};
    const auto isOneSide = [](const domain::Money& a, const domain::Money& b) { return a.isZero() || b.isZero() || a.isNegative() == b.isNegative(); };
    const bool less = !knowsPaid && invoice.gross && invoice.amountDue && isOneSide(*invoice.gross, *invoice.amountDue) && qAbs(invoice.amountDue->inCents()) <= qAbs(invoice.gross->inCents());
    const bool added = invoice.gross && invoice.prepaid && !invoice.amountDue && !isOneSide(*invoice.gross, *invoice.prepaid);   // taken off it would make more than the whole
    if (added || (!less && differ(invoice.gross, invoice.prepaid.value_or(zero), invoice.amountDue, true)))
        return Error{Fault::Invalid, u"amount.sums"_s, u"gross prepaid amount_due "_s + detail({invoice.gross, invoice.prepaid, invoice.amountDue})};
    // Without the tax between them: no tax is negative, none is above half of the net amount.
    if (invoice.net && invoice.gross && !invoice.tax) {
        const auto net = invoice.net->inCents(), gross = invoice.gross->inCents();
        if ((net < 0) != (gross < 0) || qAbs(gross) < qAbs(net) || qAbs(gross) - qAbs(net) > qAbs(net) / 2)
            return Error{Fault::Invalid, u"amount.sums"_s, u"net gross "_s + detail({invoice.net, invoice.gross})};
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> DraftReader::checkShape(const Record& record) const
{
    if (record.problem) return Error{Fault::Invalid, QString::fromLatin1(record.problem), u"column "_s + record.detail};
    const auto count = u"%1 of %2"_s.arg(record.count).arg(m_binding.cells);
    if (record.cells.size() > m_binding.cells) return Error{Fault::Invalid, u"row.too_many_cells"_s, count};
    if (!record.ended && !m_profile.openEnd) {
        const auto* last = record.count > 0 ? m_binding.at(record.count - 1) : nullptr;
        const bool matters = last && last->column->field->kind != FieldKind::Text;
        const bool shortFixed = !m_profile.form.widths.empty() && record.to - record.from < std::accumulate(m_profile.form.widths.begin(), m_profile.form.widths.end(), qsizetype{0});
        if (record.count < m_binding.cells || matters || shortFixed) return Error{Fault::Invalid, u"row.cut"_s, count};
    }
    if (record.count < m_binding.cells && !m_profile.shortRows && m_profile.form.widths.empty()) return Error{Fault::Invalid, u"row.too_few_cells"_s, count};
    return std::nullopt;
}

std::optional<Error> DraftReader::readWord(const Bound& bound, const QString& cell, Draft& out, QStringList& warnings) const
{
    const auto& field = *bound.column->field;
    const QLatin1StringView name{field.name};
    QString value = cell.toUpper();
    if (const auto& words = bound.column->words; !words.isEmpty()) {
        const auto found = words.constFind(cell.toLower());
        if (found != words.constEnd()) value = *found;
        else if (words.contains(u"*"_s)) value = words[u"*"_s];
        else return badRow(u"value.unknown"_s, field, cell);
    }
    const bool digits = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (name == "currency"_L1) {
        const auto currency = domain::Currency::fromCode(value == QChar{0x20AC} || value == u"EURO" ? u"EUR"_s : value);
        if (!currency) return badRow(u"currency.unreadable"_s, field, cell);
        out.invoice.currency = currency.value();
    } else if (name == "type"_L1) {
        if (!digits || value.size() > 3) return badRow(u"value.unknown"_s, field, cell);
        out.invoice.typeCode = value;
    } else if (name == "payment_means"_L1) {
        if (value.isEmpty()) return std::nullopt;
        if (!digits || value.size() > 2) return badRow(u"value.unknown"_s, field, cell);
        out.invoice.paymentMeans = {value};
    } else if (isUpper(value, 2)) {
        out.invoice.buyer.address.country = value;
    } else {
        warn(warnings, u"country.unknown"_s);
    }
    return std::nullopt;
}

std::optional<Error> DraftReader::readAmount(const Field& field, const QString& cell, Draft& out) const
{
    const auto money = parseAmount(cell, m_profile.amounts, out.invoice.currency);
    if (!money) return badRow(money.error().code, field, cell);
    field.amount(out) = money.value();
    return std::nullopt;
}

void DraftReader::readText(const Field& field, const QString& cell, Draft& out, QStringList& warnings) const
{
    auto value = cell.simplified();
    const QLatin1StringView name{field.name};
    if (name == "vin"_L1) {
        value = value.remove(u' ').toUpper();
        if (value.size() != kVinSize) return warn(warnings, u"vin.unreadable"_s);
    }
    auto& slot = field.text(out);
    if (name == "note"_L1) slot += slot.isEmpty() ? cell.trimmed() : u'\n' + cell.trimmed();
    else if (!slot.isEmpty()) slot += u' ' + value;
    else slot = value;
}

std::optional<Error> DraftReader::readCell(const Bound& bound, const QString& cell, Draft& out, QStringList& warnings) const
{
    const auto& field = *bound.column->field;
    switch (field.kind) {
    case FieldKind::Text:
        if (QLatin1StringView{field.name} == "customer.name"_L1 && (!hasLetter(cell) || belongsElsewhere(m_profile, cell))) return badRow(u"row.shifted"_s, field, cell);
        readText(field, cell, out, warnings);
        return std::nullopt;
    case FieldKind::Key:
        if (cell.size() > kMaxKey || std::any_of(cell.begin(), cell.end(), isNoKey)) return badRow(u"number.unreadable"_s, field, cell);
        if (belongsElsewhere(m_profile, cell)) return badRow(u"row.shifted"_s, field, cell);
        field.text(out) = cell.simplified();
        return std::nullopt;
    case FieldKind::Amount:
    case FieldKind::LineAmount: return readAmount(field, cell, out);
    case FieldKind::Date:
        field.date(out) = parseDate(cell, bound.column->dates ? *bound.column->dates : m_profile.dates);
        return field.date(out).isValid() ? std::nullopt : std::optional{badRow(u"date.unreadable"_s, field, cell)};
    case FieldKind::Decimal: {
        const auto value = parseDecimal(cell, m_profile.amounts);
        if (!value) return badRow(value.error().code, field, cell);
        field.text(out) = value.value();
        return std::nullopt;
    }
    case FieldKind::Word: return readWord(bound, cell, out, warnings);
    case FieldKind::Sign: return std::nullopt;   // taken together with the amounts
    }
    Q_UNREACHABLE();
}

// What a column says that nobody reads: a payment, or that less than the whole is left.
std::optional<Error> DraftReader::checkUnread(const Record& record, const domain::Invoice& invoice) const
{
    static const QStringList nothing{u"nein"_s, u"n"_s, u"no"_s, u"-"_s, u"\u2013"_s, u"offen"_s, u"open"_s, u"false"_s, u"falsch"_s, u"keine"_s, u"none"_s, u"unpaid"_s, u"unbezahlt"_s};
    for (const auto& column : m_binding.unread) {
        const auto cell = column.cell < record.cells.size() ? record.cells[column.cell] : QString{};
        const bool zero = cell.contains(u'0') && std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isLetter() || (c >= u'1' && c <= u'9'); });
        if (cell.isEmpty() || (column.isPaid && (zero || nothing.contains(cell.toLower())))) continue;
        auto style = m_profile.amounts;
        style.twoDecimals = false;
        const auto amount = parseAmount(cell, style, invoice.currency);
        if (amount && !column.isPaid && invoice.gross) {
            const auto left = domain::subtract(*invoice.gross, invoice.prepaid.value_or(domain::Money::cents(0, invoice.currency)));
            if (left && qAbs(amount.value().inCents()) >= qAbs(left.value().inCents())) continue;   // the same, or the balance of an account
        }
        return Error{Fault::Invalid, u"amount.unread"_s, column.title + u' ' + cell.left(limits::kMaxTableAmount)};
    }
    return std::nullopt;
}

// An amount that is none of the others, or a side, under a title nobody knows: it may change what is due, so a person should look.
void DraftReader::warnUnread(const Record& record, const Draft& draft, QStringList& warnings) const
{
    const auto& invoice = draft.invoice;
    const bool sided = m_binding.find(u"sign") != nullptr;
    auto style = m_profile.amounts;
    style.twoDecimals = true;
    for (const auto at : m_binding.others) {
        const auto cell = at < record.cells.size() ? record.cells[at] : QString{};
        if (!sided && (cell == u"H" || cell.compare(u"haben", Qt::CaseInsensitive) == 0)) warn(warnings, u"sign.unread"_s);
        const auto amount = parseAmount(cell, style, invoice.currency);
        if (!amount || amount.value().isZero()) continue;
        const auto is = [&](const std::optional<domain::Money>& known) { return known && qAbs(known->inCents()) == qAbs(amount.value().inCents()); };
        const bool known = is(invoice.gross) || is(invoice.net) || is(invoice.tax) || is(invoice.prepaid) || is(draft.amounts.net) || is(draft.amounts.tax) || is(draft.amounts.gross);
        if (!known) warn(warnings, u"amount.column_unread"_s);
    }
}

// A cancelled invoice is not asked for, a cancelled credit note takes nothing off, and what is owed to the customer is not asked for either. A negative
// amount asks for nothing: it may be the document that cancels another.
std::optional<Error> DraftReader::checkKind(const Record& record, const Draft& draft, bool sided, QStringList& warnings) const
{
    const auto& invoice = draft.invoice;
    const auto& asked = invoice.gross ? invoice.gross : invoice.amountDue ? invoice.amountDue : draft.amounts.gross ? draft.amounts.gross : draft.amounts.net;
    const bool credit = invoice.typeCode == u"381", asks = !credit && (!asked || !asked->isNegative());
    for (const auto& stranger : m_binding.strangers) {
        if (stranger.cell >= record.cells.size()) continue;
        const auto& cell = record.cells[stranger.cell];
        const auto kind = rowKindOf(stranger.title, cell);
        if (kind == RowKind::Cancelled || (kind == RowKind::Reversal && asks))
            return Error{Fault::Invalid, asks ? u"invoice.cancelled"_s : u"credit.cancelled"_s, cell.left(limits::kMaxTableAmount)};
        const bool unread = kind == RowKind::Reversal || (kind == RowKind::Credit && asks && !sided);
        if (unread && !credit) warn(warnings, u"type.unread"_s);
    }
    return std::nullopt;
}

std::optional<Error> DraftReader::read(const Record& record, Draft& out, QStringList& warnings) const
{
    if (auto error = checkShape(record)) return error;
    for (const auto& constant : m_profile.constants) {
        const Column column{constant.field, {}, 0, false, {}, {}};
        if (auto error = readCell({&column, 0}, constant.value, out, warnings)) return error;
    }
    if (!record.ended) warn(warnings, u"row.open_end"_s);   // nobody can see whether its last text is whole
    const Bound* sign = nullptr;
    for (const auto& bound : m_binding.columns) {
        const auto cell = bound.cell < record.cells.size() ? record.cells[bound.cell] : QString{};
        if (bound.column->field->kind == FieldKind::Sign) sign = &bound;
        if (cell.isEmpty() && !bound.column->words.contains(QString{})) continue;
        if (auto error = readCell(bound, cell, out, warnings)) return error;
    }
    auto& invoice = out.invoice;
    if (invoice.number.isEmpty()) return Error{Fault::Invalid, u"number.missing"_s, {}};
    if (auto error = checkUnread(record, invoice)) return error;
    warnUnread(record, out, warnings);
    if (sign)
        if (auto error = takeSide(*sign, record, out)) return error;
    return checkKind(record, out, sign != nullptr, warnings);
}

std::optional<Error> DraftReader::takeSide(const Bound& sign, const Record& record, Draft& out) const
{
    const auto word = sign.cell < record.cells.size() ? record.cells[sign.cell] : QString{};
    const auto meaning = sign.column->words.constFind(word.toLower());
    if (meaning == sign.column->words.constEnd()) return badRow(u"sign.unknown"_s, *sign.column->field, word);
    auto& invoice = out.invoice;
    for (auto* amount : {&invoice.net, &invoice.tax, &invoice.gross, &invoice.prepaid, &invoice.amountDue, &out.amounts.net, &out.amounts.tax, &out.amounts.gross}) {
        if (!*amount) continue;
        if ((*amount)->isNegative()) return badRow(u"sign.twice"_s, *sign.column->field, domain::plainAmount(**amount) + u' ' + word);
        if (*meaning == u"-") *amount = -**amount;
    }
    return std::nullopt;
}

std::shared_ptr<const domain::InvoiceEntry> DraftReader::legible(const Record& record, const Error& refused) const
{
    if (refused.code.startsWith(u"row."_s)) return nullptr;
    Draft draft;
    QStringList ignored;
    for (const auto& bound : m_binding.columns) {
        const auto cell = bound.cell < record.cells.size() ? record.cells[bound.cell] : QString{};
        if (!cell.isEmpty()) readCell(bound, cell, draft, ignored);
    }
    finish(draft, ignored);
    auto entry = domain::entryOf(draft.invoice);
    entry.amount.reset();   // a refused row has none that is certain
    return std::make_shared<const domain::InvoiceEntry>(std::move(entry));
}

std::optional<Error> DraftReader::checkTotals(const domain::Invoice& invoice, QStringList& warnings) const
{
    const auto& asked = invoice.gross ? invoice.gross : invoice.amountDue;
    if (!asked) return Error{Fault::Invalid, u"amount.missing"_s, u"gross"_s};
    if (asked->isZero()) return Error{Fault::Invalid, u"amount.zero"_s, invoice.gross ? u"gross"_s : u"amount_due"_s};
    if (const auto* issued = m_binding.find(u"issue_date"); issued && !invoice.issueDate.isValid()) return Error{Fault::Invalid, u"date.missing"_s, u"issue_date"_s};
    // Where columns have moved, what is missing gives it away.
    const auto isMissing = [&](QStringView field, const std::optional<domain::Money>& total) { return m_profile.refuseSums && m_binding.find(field) && !total; };
    if (isMissing(u"net", invoice.net)) return Error{Fault::Invalid, u"amount.missing"_s, u"net"_s};
    if (isMissing(u"tax", invoice.tax)) return Error{Fault::Invalid, u"amount.missing"_s, u"tax"_s};
    if (isMissing(u"gross", invoice.gross)) return Error{Fault::Invalid, u"amount.missing"_s, u"gross"_s};
    if (isMissing(u"amount_due", invoice.amountDue)) return Error{Fault::Invalid, u"amount.missing"_s, u"amount_due"_s};
    if (auto error = sumError(invoice, m_binding.find(u"prepaid") != nullptr)) {
        if (m_profile.refuseSums) return error;
        warn(warnings, u"amount.sums"_s);
    }
    // A digit too many in the deposit, or money that goes back: a person should look.
    if (invoice.gross && invoice.prepaid && !invoice.amountDue && qAbs(invoice.prepaid->inCents()) > qAbs(invoice.gross->inCents())) warn(warnings, u"prepaid.above_gross"_s);
    return std::nullopt;
}

void DraftReader::finish(Draft& draft, QStringList& warnings) const
{
    auto& invoice = draft.invoice;
    const auto& asked = invoice.gross ? invoice.gross : invoice.amountDue;
    if (invoice.typeCode.isEmpty()) invoice.typeCode = asked && asked->isNegative() ? u"381"_s : u"380"_s;
    if (!draft.firstName.isEmpty()) invoice.buyer.name = (draft.firstName + u' ' + invoice.buyer.name).trimmed();
    if (!draft.payer.name.isEmpty() && draft.payer.name.compare(invoice.buyer.name, Qt::CaseInsensitive) != 0) invoice.payer = draft.payer;
    if (invoice.keeper.compare(invoice.buyer.name, Qt::CaseInsensitive) == 0) invoice.keeper.clear();
    if (!invoice.preceding.empty() && invoice.preceding.front().number.isEmpty()) invoice.preceding.clear();
    if (!draft.note.isEmpty()) invoice.notes.push_back({{}, draft.note});
    if (invoice.dueDate.isValid() && invoice.issueDate.isValid() && invoice.dueDate < invoice.issueDate) warn(warnings, u"date.due_before_issue"_s);
    if (!invoice.iban.isEmpty()) {
        invoice.iban = domain::compactIban(invoice.iban);
        invoice.ibans = {invoice.iban};
    }
    const bool discount = !draft.discountPercent.isEmpty() && draft.discountPercent != u"0";
    if (discount) {
        domain::DiscountTerm term;
        term.structured = true;
        term.days = draft.discountDays;
        term.percent = draft.discountPercent;
        invoice.discounts.push_back(term);
    }
    const auto notices = domain::noticesOf(invoice);
    for (const auto& notice : notices) warn(warnings, notice);
}

} // namespace tresen::adapters::table
