#include "app/adapters/workshop/table/invoice_rows.h"
#include "app/core/limits.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

std::optional<Error> addTo(std::optional<domain::Money>& sum, const std::optional<domain::Money>& part)
{
    if (!part) return std::nullopt;
    if (!sum) {
        sum = part;
        return std::nullopt;
    }
    const auto next = domain::add(*sum, *part);
    if (!next) return Error{Fault::Invalid, u"lines.sum"_s, next.error().code};
    sum = next.value();
    return std::nullopt;
}

QString plain(const std::optional<domain::Money>& money) { return money ? domain::plainAmount(*money) : u"-"_s; }

} // namespace

QString InvoiceRows::cellOf(const Record& record, QStringView field) const
{
    const auto* bound = m_binding.find(field);
    return bound && !record.problem && bound->cell < record.cells.size() ? record.cells[bound->cell].simplified() : QString{};
}

void InvoiceRows::put(int line, int lastLine, QString number, QString raw, QStringView content, std::optional<Error> error, Draft* draft, const QStringList& warnings)
{
    ports::TableRow row{line, lastLine, error ? Result<ports::InvoiceDocument>{*error} : Result<ports::InvoiceDocument>{ports::InvoiceDocument{}}, std::move(number), std::move(raw)};
    if (!error) {
        auto& document = row.document.value();
        document.invoice = std::move(draft->invoice);
        document.container = u"csv"_s;
        document.syntax = u"table"_s;
        document.warnings = warnings;
    }
    m_out.rows.push_back(std::move(row));
    m_seen.check(m_out.rows, content);
}

void InvoiceRows::add(const Record& record)
{
    if (!record.ended && !m_profile.openEnd) m_out.warnings << u"table.row_last_open"_s;
    if (m_profile.rows == TableProfile::Rows::Line) addLine(record);
    else addInvoice(record);
}

void InvoiceRows::finish()
{
    closeGroup();
    if (m_profile.sums == TableProfile::Sums::Add && m_profile.rows == TableProfile::Rows::Line) refuseNeighbours();
    m_states.ask(m_out.rows);
}

// Where lines are only added, a bad row may have belonged to the invoice before it or to the one behind it: neither is known to be whole.
void InvoiceRows::refuseNeighbours()
{
    std::vector<bool> bad;
    for (const auto& row : m_out.rows) bad.push_back(!row.document.ok());
    for (std::size_t i = 0; i < bad.size(); ++i) {
        const bool before = i > 0 && bad[i - 1], behind = i + 1 < bad.size() && bad[i + 1];
        if (!bad[i] && (before || behind)) m_out.rows[i].document = Error{Fault::Invalid, u"lines.sum"_s, u"line %1"_s.arg(m_out.rows[before ? i - 1 : i + 1].line)};
    }
}

void InvoiceRows::addInvoice(const Record& record)
{
    Draft draft;
    QStringList warnings;
    auto error = m_draftReader.read(record, draft, warnings);
    if (!error) error = m_draftReader.checkTotals(draft.invoice, warnings);
    if (!error) m_draftReader.finish(draft, warnings);
    const auto content = QStringView{m_text}.mid(record.from, record.to - record.from);
    put(record.line, record.lastLine, cellOf(record, u"number"), m_reader.raw(record), content, error, &draft, warnings);
    if (error) m_out.rows.back().legible = m_draftReader.legible(record, *error);
    m_states.add(record, m_out.rows.size() - 1);
}

void InvoiceRows::addLine(const Record& record)
{
    Draft draft;
    QStringList warnings;
    const bool ownKey = m_binding.find(u"key") != nullptr;
    auto error = m_draftReader.read(record, draft, warnings);
    auto key = error ? cellOf(record, ownKey ? u"key" : u"number") : ownKey ? draft.key : draft.invoice.number;
    if (!error && key.isEmpty()) error = Error{Fault::Invalid, u"number.missing"_s, u"key"_s};
    if (error && (key.isEmpty() || !m_group || m_group->key != key)) {
        closeGroup();
        const auto content = QStringView{m_text}.mid(record.from, record.to - record.from);
        put(record.line, record.lastLine, cellOf(record, u"number"), m_reader.raw(record), content, error, nullptr, {});
        return;
    }
    if (error) {
        if (!m_group->error) m_group->error = error;
        m_group->lastLine = record.lastLine;
        m_group->to = record.to;
        return;
    }
    if (!m_group || m_group->key != key) {
        closeGroup();
        startGroup(record, key, std::move(draft), std::move(warnings));
    } else {
        if (auto difference = differs(draft); difference && !m_group->error) m_group->error = difference;
        for (const auto& warning : warnings)
            if (!m_group->warnings.contains(warning)) m_group->warnings << warning;
        addToGroup(record, std::move(draft));
    }
    m_states.add(record, m_out.rows.size());   // where the group will come to stand
}

void InvoiceRows::startGroup(const Record& record, QString key, Draft draft, QStringList warnings)
{
    m_group.emplace();
    m_group->line = record.line;
    m_group->from = record.from;
    m_group->key = std::move(key);
    m_group->raw = m_reader.raw(record);
    m_group->warnings = std::move(warnings);
    m_group->head = draft;
    addToGroup(record, std::move(draft));
}

void InvoiceRows::addToGroup(const Record& record, Draft draft)
{
    auto& group = *m_group;
    group.lastLine = record.lastLine;
    group.to = record.to;
    if (group.lines.size() >= static_cast<std::size_t>(limits::kMaxInvoiceLines)) {
        if (!group.error) group.error = Error{Fault::Invalid, u"lines.too_many"_s, QString::number(limits::kMaxInvoiceLines)};
        return;
    }
    draft.line.net = draft.amounts.net;
    for (const auto& [sum, part] : {std::pair{&group.sums.net, draft.amounts.net}, std::pair{&group.sums.tax, draft.amounts.tax}, std::pair{&group.sums.gross, draft.amounts.gross}})
        if (auto error = addTo(*sum, part); error && !group.error) group.error = error;
    if (draft.line != domain::InvoiceLine{}) group.lines.push_back(std::move(draft.line));
}

// What stands again in a further row must be the same; what is empty there is not.
std::optional<Error> InvoiceRows::differs(const Draft& draft) const
{
    auto now = draft;
    auto head = m_group->head;
    const auto differ = [](const Field& field, const QString& a, const QString& b) {
        return Error{Fault::Invalid, u"lines.differ"_s, QLatin1StringView{field.name} + u' ' + a.left(limits::kMaxTableAmount) + u" / "_s + b.left(limits::kMaxTableAmount)};
    };
    for (const auto& bound : m_binding.columns) {
        const auto& field = *bound.column->field;
        if (field.isOfLine() || QLatin1StringView{field.name} == "note"_L1 || QLatin1StringView{field.name} == "work"_L1) continue;
        if (field.amount && field.amount(now) && field.amount(now) != field.amount(head)) return differ(field, plain(field.amount(head)), plain(field.amount(now)));
        if (field.date && field.date(now).isValid() && field.date(now) != field.date(head))
            return differ(field, field.date(head).toString(Qt::ISODate), field.date(now).toString(Qt::ISODate));
        if (field.text && !field.text(now).isEmpty() && field.text(now) != field.text(head)) return differ(field, field.text(head), field.text(now));
    }
    if (draft.invoice.currency != head.invoice.currency) return Error{Fault::Invalid, u"lines.differ"_s, u"currency"_s};
    return std::nullopt;
}

std::optional<Error> InvoiceRows::sumUp(RowGroup& group) const
{
    auto& invoice = group.head.invoice;
    const auto mismatch = [&](QStringView what, const std::optional<domain::Money>& total, const std::optional<domain::Money>& sum) {
        return Error{Fault::Invalid, u"lines.sum"_s, what.toString() + u' ' + plain(total) + u" / "_s + plain(sum)};
    };
    switch (m_profile.sums) {
    case TableProfile::Sums::None: return std::nullopt;
    case TableProfile::Sums::Total:
        if (m_binding.find(u"line.gross") && invoice.gross && invoice.gross != group.sums.gross) return mismatch(u"gross", invoice.gross, group.sums.gross);
        if (m_binding.find(u"line.net") && invoice.net && invoice.net != group.sums.net) return mismatch(u"net", invoice.net, group.sums.net);
        if (m_binding.find(u"line.tax") && invoice.tax && invoice.tax != group.sums.tax) return mismatch(u"tax", invoice.tax, group.sums.tax);
        if (!(m_binding.find(u"line.gross") && invoice.gross) && !(m_binding.find(u"line.net") && invoice.net)) return mismatch(u"gross", invoice.gross, group.sums.gross);
        return std::nullopt;
    case TableProfile::Sums::Add:
        invoice.net = group.sums.net;
        invoice.tax = group.sums.tax;
        invoice.gross = group.sums.gross;
        if (!m_binding.find(u"line.gross")) {
            invoice.gross = group.sums.net;
            if (auto error = addTo(invoice.gross, group.sums.tax)) return error;
        }
        group.warnings << u"sum.added"_s;
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

void InvoiceRows::closeGroup()
{
    if (!m_group) return;
    auto group = std::move(*m_group);
    m_group.reset();
    auto& draft = group.head;
    if (!group.error) group.error = sumUp(group);
    if (!group.error) group.error = m_draftReader.checkTotals(draft.invoice, group.warnings);
    if (!group.error) {
        draft.invoice.lines = std::move(group.lines);
        m_draftReader.finish(draft, group.warnings);
    }
    const auto number = draft.invoice.number;
    put(group.line, group.lastLine, number, std::move(group.raw), QStringView{m_text}.mid(group.from, group.to - group.from), group.error, &draft, group.warnings);
}

} // namespace tresen::adapters::table
