#include "app/adapters/workshop/settlement/run_csv.h"
#include <QList>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::settlement {
namespace {

constexpr qsizetype kMaxProblems = 20;

// One record is one line: whatever breaks or steers a line becomes a blank.
QString inOneLine(const QString& text)
{
    QString out = text;
    for (QChar& c : out)
        if (c.unicode() < 0x20 || c.unicode() == 0x7F || c == QChar::LineSeparator || c == QChar::ParagraphSeparator || c.unicode() == 0x85) c = u' ';
    return out;
}

// Blanks do not disarm a formula: a spreadsheet skips them.
bool startsFormula(const QString& original, const QString& written)
{
    if (original.startsWith(u'\t') || original.startsWith(u'\r') || original.startsWith(u'\n')) return true;
    const auto bare = QStringView{written}.trimmed();
    return !bare.isEmpty() && QStringView{u"=+-@"}.contains(bare.front());
}

class TableWriter {
public:
    explicit TableWriter(const Profile& profile) : m_profile{profile} {}

    void titles()
    {
        for (const auto& column : m_profile.columns) cell(column.title);
        endRow();
    }

    void row(const Row& row)
    {
        for (const auto& column : m_profile.columns) cell(column.field->ofPayment && !row.payment ? QString{} : shown(column, row));
        endRow();
    }

    const QString& text() const { return m_text; }
    const QStringList& problems() const { return m_problems; }

private:
    QString shown(const Column& column, const Row& row)
    {
        const Cell cell = column.field->read(row);
        switch (column.field->kind) {
        case FieldKind::Key: return key(cell.text, column, row);
        case FieldKind::Text: return prose(cell.text, column, row);
        case FieldKind::Amount: return amount(cell.amount, column.amountForm);
        case FieldKind::Date: return cell.date.toString(column.dateForm == u"iso" ? u"yyyy-MM-dd"_s : column.dateForm);
        case FieldKind::Moment:
            if (cell.at.isNull()) return {};
            return column.dateForm == u"iso" ? cell.at.iso() : cell.at.local().date().toString(column.dateForm);
        case FieldKind::Number: return QString::number(cell.number);
        }
        Q_UNREACHABLE();
    }

    QString amount(domain::Money money, AmountForm form) const
    {
        switch (form) {
        case AmountForm::Side: return money.isNegative() ? u"S"_s : u"H"_s;
        case AmountForm::Cents: return QString::number(money.inCents());
        case AmountForm::Signed: return domain::plainAmount(money).replace(u'.', m_profile.decimal);
        case AmountForm::Absolute: return domain::plainAmount(money.isNegative() ? -money : money).replace(u'.', m_profile.decimal);
        }
        Q_UNREACHABLE();
    }

    void problem(const Column& column, const Row& row, char32_t character)
    {
        if (m_problems.size() < kMaxProblems)
            m_problems += u"%1 %2 U+%3"_s.arg(row.record.invoiceNumber.left(40), QLatin1StringView{column.field->name}, QString::number(character, 16).toUpper().rightJustified(4, u'0'));
    }

    // The other side finds the item by it, so it is never spelled differently.
    QString key(const QString& text, const Column& column, const Row& row)
    {
        const auto line = inOneLine(text);
        const auto fitted = fit(line, m_profile.encoding);
        if (line != text || fitted.text != line || (m_profile.quote.isNull() && line.contains(m_profile.separator))) {
            const auto points = text.toUcs4();
            for (const char32_t c : points) {
                const auto one = QString::fromUcs4(&c, 1);
                if (inOneLine(one) != one || fit(one, m_profile.encoding).text != one || (m_profile.quote.isNull() && m_profile.separator == one)) problem(column, row, c);
            }
            return {};
        }
        return guarded(text, line);
    }

    QString prose(const QString& text, const Column& column, const Row& row)
    {
        auto fitted = fit(inOneLine(text), m_profile.encoding);
        for (const char32_t c : fitted.missing) problem(column, row, c);
        if (m_profile.quote.isNull()) fitted.text.replace(m_profile.separator, u' ');
        return guarded(text, fitted.text);
    }

    // After the spelling: a wide equals sign becomes a plain one on its way into a code page.
    QString guarded(const QString& original, const QString& written) const
    {
        return m_profile.spreadsheet && startsFormula(original, written) ? u'\'' + written : written;
    }

    void cell(const QString& text)
    {
        if (m_inRow) m_text += m_profile.separator;
        m_inRow = true;
        const QChar q = m_profile.quote;
        const bool edge = text.startsWith(u' ') || text.endsWith(u' ');
        if (q.isNull() || !(m_profile.quoteAll || edge || text.contains(m_profile.separator) || text.contains(q))) {
            m_text += text;
            return;
        }
        m_text += q + QString{text}.replace(q, QString{2, q}) + q;
    }

    void endRow()
    {
        m_text += QLatin1StringView{m_profile.lineEnd};
        m_inRow = false;
    }

    const Profile& m_profile;
    QString m_text;
    QStringList m_problems;
    bool m_inRow = false;
};

} // namespace

Result<QByteArray> tableOf(const ports::SettlementFile& file, const Profile& profile)
{
    TableWriter writer{profile};
    if (profile.header) writer.titles();
    for (const auto& record : file.records) {
        if (!profile.perPayment || record.payments.empty()) writer.row({file, record, nullptr});
        if (!profile.perPayment) continue;
        for (const auto& payment : record.payments) writer.row({file, record, &payment});
    }
    if (!writer.problems().isEmpty()) return Error{Fault::Invalid, u"sink.text"_s, writer.problems().join(u"; "_s)};
    return toBytes(writer.text(), profile.encoding);
}

} // namespace tresen::adapters::settlement
