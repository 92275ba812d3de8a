#include "app/adapters/workshop/table/datev_batch.h"
#include "app/core/limits.h"
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

// Columns of a booking, from 1.
enum Place : std::size_t {
    Umsatz = 1, SollHaben = 2, Waehrung = 3, Kurs = 4, BasisUmsatz = 5, BasisWaehrung = 6, Konto = 7, Gegenkonto = 8, Schluessel = 9, Belegdatum = 10,
    Belegfeld1 = 11, Belegfeld2 = 12, Skonto = 13, Buchungstext = 14, Kost1 = 37, Kost2 = 38, Generalumkehr = 118
};

struct Version { int number; std::size_t columns; };
constexpr std::array kVersions{Version{9, 120}, Version{12, 124}, Version{13, 125}};

struct TitleAt { std::size_t place; QStringView folded; };
constexpr std::array kNeededTitles{TitleAt{Umsatz, u"umsatz"}, TitleAt{SollHaben, u"sollhaben"}, TitleAt{Konto, u"konto"}, TitleAt{Gegenkonto, u"gegenkonto"},
    TitleAt{Belegdatum, u"belegdatum"}, TitleAt{Belegfeld1, u"belegfeld1"}, TitleAt{Belegfeld2, u"belegfeld2"}, TitleAt{Buchungstext, u"buchungstext"}};

Error bad(const QString& code, const QString& detail) { return Error{Fault::Invalid, code, detail.left(80)}; }

QString cellAt(const Record& record, std::size_t place) { return place <= record.cells.size() ? record.cells[place - 1] : QString{}; }

bool isNumberText(QStringView text, qsizetype least, qsizetype most)
{
    return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

struct Header {
    std::size_t columns = 0;
    int accountDigits = 0;
    QDate from, to;
    QString currency, chart;
};

Result<Header> readHeader(const Record& record)
{
    const auto at = [&](std::size_t place) { return cellAt(record, place); };
    if (record.problem || at(1) != u"EXTF") return bad(u"datev.header"_s, at(1));
    if (at(2) != u"700") return bad(u"datev.version"_s, at(2));
    if (at(3) != u"21") return bad(u"datev.category"_s, at(3) + u' ' + at(4));
    Header out;
    const auto version = std::find_if(kVersions.begin(), kVersions.end(), [&](const Version& v) { return QString::number(v.number) == at(5); });
    if (version == kVersions.end()) return bad(u"datev.version"_s, u"21/"_s + at(5));
    out.columns = version->columns;
    if (!isNumberText(at(14), 1, 1) || at(14) < u"4" || at(14) > u"8") return bad(u"datev.header"_s, u"14 "_s + at(14));
    out.accountDigits = at(14).toInt();
    const DateStyle days{{u"yyyyMMdd"_s}, 79, 0};
    out.from = parseDate(at(15), days);
    out.to = parseDate(at(16), days);
    if (!out.from.isValid() || !out.to.isValid() || out.to < out.from) return bad(u"datev.header"_s, u"15 "_s + at(15) + u' ' + at(16));
    out.currency = at(22);
    out.chart = at(27);
    return out;
}

std::optional<Error> checkTitles(const Record& titles, const Header& header)
{
    if (titles.problem || titles.count != header.columns) return bad(u"datev.columns"_s, QString::number(titles.count));
    for (const auto& needed : kNeededTitles)
        if (!foldTitle(cellAt(titles, needed.place)).startsWith(needed.folded)) return bad(u"datev.columns"_s, u"%1 "_s.arg(needed.place) + cellAt(titles, needed.place));
    return std::nullopt;
}

struct Booking {
    domain::Money amount;          // what the debtor owes more, signed
    QString debtor, number, text, part;
    QDate day, due;
};

enum class Side { Passed, Claim, Unknown };

class BatchReader {
public:
    BatchReader(const TableProfile& profile, const Header& header, ports::TableReading& out, const RowReader& reader)
        : m_profile{profile}, m_header{header}, m_out{out}, m_reader{reader} {}

    void add(const Record& record);
    void finish();

private:
    struct Open { std::size_t row; Booking first; std::vector<Booking> parts; std::optional<Error> error; };

    Side sideOf(const Record& record, QString& debtor, bool& turned, QString& why) const;
    bool isDebtor(const QString& account) const;
    Result<Booking> readBooking(const Record& record, const QString& debtor, bool turned) const;
    Result<QDate> dayOf(const QString& text) const;
    std::optional<Error> unusual(const Record& record) const;
    std::optional<Error> misshapen(const Record& record) const;
    ports::TableRow& put(const Record& record, const QString& number, const Error& error);
    void addOther(const Record& record, const QString& debtor, bool turned);
    std::optional<Error> takeOthers(const Open& open, domain::Invoice& invoice, QStringList& warnings) const;
    void close(Open& open);

    const TableProfile& m_profile;
    const Header& m_header;
    ports::TableReading& m_out;
    const RowReader& m_reader;
    std::vector<Open> m_open;                 // one per invoice, in the order of the file
    QHash<QString, std::size_t> m_byNumber;   // "number day" -> place in m_open
    QHash<QString, QList<std::size_t>> m_refusedByNumber;
    bool m_lost = false;                      // a row whose number cannot be trusted was refused: it may be a part of any invoice of the batch
    struct Other { domain::Money amount; int line; bool readable; };
    QHash<QString, std::vector<Other>> m_others;   // "number debtor" -> what else was booked on the debtor under it
};

// Debtors have one digit more than the other accounts and begin with 1 to 6; creditors with 7 to 9.
bool BatchReader::isDebtor(const QString& account) const
{
    return isNumberText(account, m_header.accountDigits + 1, m_header.accountDigits + 1) && account.front() >= u'1' && account.front() <= u'6';
}

Side BatchReader::sideOf(const Record& record, QString& debtor, bool& turned, QString& why) const
{
    const auto konto = cellAt(record, Konto), other = cellAt(record, Gegenkonto);
    turned = !isDebtor(konto);
    debtor = turned ? other : konto;
    why = u"datev.no_debtor"_s;
    if (!isNumberText(konto, 1, 9) || !isNumberText(other, 1, 9)) {
        why = u"datev.account"_s;
        return Side::Unknown;
    }
    if (!isDebtor(debtor) || (isDebtor(konto) && isDebtor(other))) return Side::Passed;
    why = u"datev.chart_unknown"_s;
    const auto account = turned ? konto : other;
    const auto full = account.rightJustified(m_header.accountDigits, u'0');   // leading zeros may be left out
    const auto revenue = m_profile.revenue.constFind(m_header.chart);
    if (revenue == m_profile.revenue.constEnd()) return Side::Unknown;
    if (full.size() == m_header.accountDigits && std::any_of(revenue->begin(), revenue->end(), [&](const QString& first) { return full.startsWith(first); })) return Side::Claim;
    if (m_header.chart.isEmpty() && full.startsWith(u'4')) return Side::Unknown;   // may be revenue of the other chart
    why = u"datev.no_revenue"_s;
    return Side::Passed;
}

// The year comes from the period of the batch; a day that fits into none or two of its years is refused.
Result<QDate> BatchReader::dayOf(const QString& text) const
{
    QDate found;
    if (isNumberText(text, 4, 4))
        for (int year = m_header.from.year(); year <= m_header.to.year() && year < m_header.from.year() + 3; ++year) {
            const auto day = parseDate(text, {{u"ddMM"_s}, 79, year});
            if (!day.isValid() || day < m_header.from || day > m_header.to) continue;
            if (found.isValid()) return bad(u"datev.date"_s, text);
            found = day;
        }
    return found.isValid() ? Result<QDate>{found} : Result<QDate>{bad(u"datev.date"_s, text)};
}

// What would change the meaning of the amount.
std::optional<Error> BatchReader::unusual(const Record& record) const
{
    const auto wkz = cellAt(record, Waehrung);
    const auto currency = wkz.isEmpty() ? m_header.currency : wkz;
    if ((!currency.isEmpty() && currency != u"EUR") || !cellAt(record, Kurs).isEmpty() || !cellAt(record, BasisUmsatz).isEmpty() || !cellAt(record, BasisWaehrung).isEmpty())
        return bad(u"datev.currency"_s, currency);
    if (const auto turned = cellAt(record, Generalumkehr); !turned.isEmpty() && turned != u"0") return bad(u"datev.reversal"_s, turned);
    // The older way to say so: the digit before the key of the tax. 2 and 3 turn a booking, 6 one within the EU, 7 one with a key of one's own, 8 one without automatic tax.
    if (const auto key = cellAt(record, Schluessel); key.size() == 2 && QStringView{u"23678"}.contains(key.front())) return bad(u"datev.reversal"_s, key);
    if (!cellAt(record, Skonto).isEmpty()) return bad(u"datev.discount"_s, cellAt(record, Skonto));
    return std::nullopt;
}

Result<Booking> BatchReader::readBooking(const Record& record, const QString& debtor, bool turned) const
{
    Booking out;
    out.debtor = debtor;
    out.number = cellAt(record, Belegfeld1);
    out.text = cellAt(record, Buchungstext).simplified();
    out.part = QStringList{turned ? cellAt(record, Konto) : cellAt(record, Gegenkonto), cellAt(record, Schluessel), cellAt(record, Kost1), cellAt(record, Kost2)}.join(u'/');
    if (out.number.isEmpty()) return bad(u"number.missing"_s, u"Belegfeld 1"_s);
    const auto umsatz = cellAt(record, Umsatz);
    const auto comma = umsatz.indexOf(u',');
    const AmountStyle style{u',', {}, false, true};
    const auto money = parseAmount(umsatz, style, {});
    if (comma < 1 || comma > 10 || umsatz.front() < u'0' || umsatz.front() > u'9' || umsatz.size() != comma + 3 || !money) return bad(u"datev.amount"_s, umsatz);
    if (money.value().isZero()) return bad(u"amount.zero"_s, umsatz);
    const auto side = cellAt(record, SollHaben);
    if (side != u"S" && side != u"H") return bad(u"datev.side"_s, side);
    out.amount = (side == u"S") != turned ? money.value() : -money.value();
    const auto day = dayOf(cellAt(record, Belegdatum));
    if (!day) return day.error();
    out.day = day.value();
    if (const auto due = cellAt(record, Belegfeld2); isNumberText(due, 6, 6)) out.due = parseDate(due, {{u"ddMMyy"_s}, 79, 0});
    if (out.due < out.day) out.due = {};   // Belegfeld 2 may hold anything
    if (auto error = unusual(record)) return *error;
    return out;
}

ports::TableRow& BatchReader::put(const Record& record, const QString& number, const Error& error)
{
    m_out.rows.push_back({record.line, record.lastLine, error, number.left(limits::kMaxTableAmount), m_reader.raw(record)});
    return m_out.rows.back();
}

// A cell too many or too few moves those behind it, also when all of those are empty.
std::optional<Error> BatchReader::misshapen(const Record& record) const
{
    const auto count = QString::number(record.count);
    if (record.problem) return bad(QString::fromLatin1(record.problem), u"column "_s + record.detail);
    if (record.count > m_header.columns) return bad(u"row.too_many_cells"_s, count);
    if (record.count < m_header.columns) return bad(record.ended ? u"row.too_few_cells"_s : u"row.cut"_s, count);
    return std::nullopt;
}

void BatchReader::add(const Record& record)
{
    if (auto error = misshapen(record)) {
        put(record, {}, *error);
        m_refusedByNumber[cellAt(record, Belegfeld1)] << m_out.rows.size() - 1;
        m_lost = true;
        return;
    }
    QString debtor, why;
    bool turned = false;
    const auto side = sideOf(record, debtor, turned, why);
    if (side == Side::Passed) {
        if (isDebtor(debtor) && why == u"datev.no_revenue") addOther(record, debtor, turned);
        ++m_out.passedCount;
        if (m_out.passed.size() < static_cast<std::size_t>(limits::kMaxTablePassed)) m_out.passed.push_back({record.line, why, m_reader.raw(record)});
        return;
    }
    const auto number = cellAt(record, Belegfeld1);
    auto booking = readBooking(record, debtor, turned);
    if (side == Side::Unknown) booking = bad(why, cellAt(record, Konto) + u' ' + cellAt(record, Gegenkonto) + u' ' + m_header.chart);
    if (!booking) {
        put(record, number, booking.error());
        m_lost = m_lost || number.isEmpty();
        m_refusedByNumber[number] << m_out.rows.size() - 1;
        return;
    }
    const auto& b = booking.value();
    const auto key = b.number + u'\n' + QString::number(b.day.year());
    const auto found = m_byNumber.constFind(key);
    if (found == m_byNumber.constEnd()) {
        put(record, b.number, {});
        m_byNumber.insert(key, m_open.size());
        m_open.push_back({m_out.rows.size() - 1, b, {b}, std::nullopt});
        return;
    }
    auto& open = m_open[*found];
    auto& row = m_out.rows[open.row];
    row.lastLine = record.lastLine;
    const auto same = std::find_if(open.parts.begin(), open.parts.end(), [&](const Booking& p) { return p.part == b.part; });
    if (open.first.debtor != b.debtor || open.first.day != b.day) open.error = bad(u"row.number_twice"_s, u"line %1"_s.arg(record.line));
    else if (same != open.parts.end()) open.error = bad(u"datev.account_again"_s, u"line %1 "_s.arg(record.line) + b.part);
    open.parts.push_back(b);
}

// Payments, tax and fees on other accounts belong to the invoice when they name it: an open item is what all bookings of a debtor under one number make.
void BatchReader::addOther(const Record& record, const QString& debtor, bool turned)
{
    const auto number = cellAt(record, Belegfeld1);
    if (number.isEmpty()) return;
    const auto booking = readBooking(record, debtor, turned);
    m_others[number + u'\n' + debtor].push_back({booking ? booking.value().amount : domain::Money{}, record.line, booking.ok()});
}

std::optional<Error> BatchReader::takeOthers(const Open& open, domain::Invoice& invoice, QStringList& warnings) const
{
    const auto found = m_others.constFind(open.first.number + u'\n' + open.first.debtor);
    if (found == m_others.constEnd()) return std::nullopt;
    domain::Money more, paid;
    for (const auto& other : *found) {
        const auto where = u"line %1"_s.arg(other.line);
        if (!other.readable || invoice.gross->isNegative()) return bad(u"lines.sum"_s, where);
        auto& sum = other.amount.isNegative() ? paid : more;
        const auto next = domain::add(sum, other.amount.isNegative() ? -other.amount : other.amount);
        if (!next) return bad(u"lines.sum"_s, where);
        sum = next.value();
    }
    const auto gross = domain::add(*invoice.gross, more);
    const auto due = gross ? domain::subtract(gross.value(), paid) : gross;
    if (!due) return bad(u"lines.sum"_s, invoice.number);
    invoice.gross = gross.value();
    if (!paid.isZero()) {
        invoice.prepaid = paid;
        invoice.amountDue = due.value();
    }
    warnings << u"datev.other_accounts"_s;
    return std::nullopt;
}

void BatchReader::close(Open& open)
{
    auto& row = m_out.rows[open.row];
    domain::Money sum;
    for (const auto& part : open.parts) {
        const auto next = domain::add(sum, part.amount);
        if (!next && !open.error) open.error = bad(u"amount.unreadable"_s, next.error().code);
        if (next) sum = next.value();
    }
    // A part of it could not be read, so the others are not the whole.
    if (!open.error && m_refusedByNumber.contains(open.first.number))
        open.error = bad(u"lines.sum"_s, u"line %1"_s.arg(m_out.rows[m_refusedByNumber.value(open.first.number).front()].line));
    if (!open.error && sum.isZero()) open.error = bad(u"amount.zero"_s, open.first.number);
    if (open.error) {
        row.document = *open.error;
        return;
    }
    ports::InvoiceDocument document;
    auto& invoice = document.invoice;
    invoice.number = open.first.number;
    invoice.typeCode = sum.isNegative() ? u"381"_s : u"380"_s;
    invoice.issueDate = open.first.day;
    invoice.dueDate = open.first.due;
    invoice.gross = sum;
    invoice.buyer.id = open.first.debtor;
    if (!open.first.text.isEmpty() && m_profile.textIsCustomer) invoice.buyer.name = open.first.text;
    else if (!open.first.text.isEmpty()) invoice.notes.push_back({{}, open.first.text});
    document.container = u"csv"_s;
    document.syntax = u"datev"_s;
    document.warnings = domain::noticesOf(invoice);
    if (open.parts.size() > 1) document.warnings << u"sum.added"_s;
    if (m_lost) document.warnings << u"datev.row_lost"_s;
    if (auto error = takeOthers(open, invoice, document.warnings)) {
        row.document = *error;
        return;
    }
    row.document = std::move(document);
}

void BatchReader::finish()
{
    for (auto& open : m_open) close(open);
}

} // namespace

bool looksLikeDatev(const QByteArray& bytes)
{
    return bytes.startsWith("\"EXTF\";") || bytes.startsWith("EXTF;") || bytes.startsWith("\xEF\xBB\xBF\"EXTF\";") || bytes.startsWith("\xEF\xBB\xBF" "EXTF;");
}

Result<ports::TableReading> readDatev(const QByteArray& bytes, const TableProfile& profile)
{
    const auto text = decode(bytes, bytes.startsWith("\xEF\xBB\xBF") ? CodePage::Utf8 : CodePage::Cp1252);
    if (!text) return text.error();
    const RowForm form;   // semicolon and quotes
    RowReader reader{text.value(), form};
    Record record;
    if (!reader.next(record)) return bad(u"datev.header"_s, {});
    const auto header = readHeader(record);
    if (!header) return header.error();
    if (!reader.next(record)) return bad(u"datev.columns"_s, {});
    if (auto error = checkTitles(record, header.value())) return *error;
    ports::TableReading out;
    BatchReader batch{profile, header.value(), out, reader};
    int rows = 0;
    while (reader.next(record)) {
        if (record.isBlank()) continue;
        if (++rows > limits::kMaxTableRows) return bad(u"table.too_many_rows"_s, QString::number(limits::kMaxTableRows));
        batch.add(record);
    }
    batch.finish();
    return out;
}

} // namespace tresen::adapters::table
