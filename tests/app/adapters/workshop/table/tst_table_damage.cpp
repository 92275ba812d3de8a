// Three hundred damaged exports from seeds: no wrong amount is taken, every refusal has its reason, nothing is lost. The counts are printed.
#include "app/adapters/workshop/table/table_reader.h"
#include "table_samples.h"
#include <QMap>
#include <numeric>
#include <QTest>

using namespace table_samples;
using adapters::table::TableReader;

namespace {

enum class Damage { CutRow, CutFile, OtherPage, GarbledAmount, ShiftedColumns, SwappedMarks, DoubleNumber, HugeCell, NulBytes, LostQuote };
constexpr int kDamages = 10;
constexpr int kInvoices = 30;

struct Damaged { QByteArray bytes; QString what; };

class Damager {
public:
    Damager(unsigned seed, const Dialect& dialect, std::vector<Sample> samples) : m_random{seed}, m_dialect{dialect}, m_samples{std::move(samples)} {}

    QByteArray make(Damage damage)
    {
        auto rows = rowsOf(m_samples, m_dialect);
        const auto first = m_dialect.header ? 1 : 0;
        const int times = pick(1, 4);
        const auto again = u"RE-2026-%1"_s.arg(1000 + pick(0, kInvoices - 1));   // its own row stays
        for (int i = 0; i < times; ++i) {
            auto& row = rows[pick(first, static_cast<int>(rows.size()) - 1)];
            switch (damage) {
            case Damage::CutRow: row.truncate(pick(1, static_cast<int>(row.size()) - 1)); break;
            case Damage::GarbledAmount: garble(row); break;
            case Damage::ShiftedColumns: shift(row); break;
            case Damage::SwappedMarks: swapMarks(row); break;
            case Damage::DoubleNumber: row.replace(numberIn(row), again); break;
            case Damage::HugeCell: row.insert(pick(0, static_cast<int>(row.size())), QString{limits::kMaxTableCell + 10, u'7'}); break;
            case Damage::NulBytes: row.insert(pick(0, static_cast<int>(row.size())), QString{pick(1, 5), QChar{0}}); break;
            case Damage::LostQuote: loseQuote(row); break;
            case Damage::CutFile:
            case Damage::OtherPage: break;
            }
        }
        auto dialect = m_dialect;
        if (damage == Damage::OtherPage) {
            static const QStringList pages{u"CP850"_s, u"CP1252"_s, u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s};
            do dialect.page = pages[pick(0, 4)];
            while (dialect.page == m_dialect.page);
            dialect.mark.clear();
        }
        auto bytes = fileOf(rows, dialect);
        if (damage == Damage::CutFile) cutInside(bytes, rows);
        return bytes;
    }

private:
    int pick(int from, int to) { return from + static_cast<int>(m_random() % static_cast<unsigned>(to - from + 1)); }

    static QString numberIn(const QString& row) { return row.mid(row.indexOf(u"RE-2026-"_s), 12); }

    // One letter of an amount becomes another one, a mark or a letter that looks like one.
    void garble(QString& row)
    {
        static const QString with = u"0123456789.,-OolISx "_s;
        std::vector<qsizetype> places;
        for (qsizetype i = row.size() / 2; i < row.size(); ++i)
            if (row[i].isDigit() && (i + 1 < row.size()) && (row.mid(i + 1, 3).contains(u',') || row.mid(i + 1, 3).contains(u'.'))) places.push_back(i);
        if (!places.empty()) row[places[static_cast<std::size_t>(pick(0, static_cast<int>(places.size()) - 1))]] = with[pick(0, static_cast<int>(with.size()) - 1)];
    }

    void shift(QString& row)
    {
        if (m_dialect.separator.isEmpty()) {
            if (pick(0, 1) == 0) row.insert(pick(0, static_cast<int>(row.size())), QString{pick(1, 9), u' '});
            else row.remove(pick(0, static_cast<int>(row.size()) - 10), pick(1, 9));
            return;
        }
        QList<qsizetype> places;
        for (qsizetype at = row.indexOf(m_dialect.separator); at >= 0; at = row.indexOf(m_dialect.separator, at + 1)) places << at;
        const auto place = places[pick(0, static_cast<int>(places.size()) - 1)];
        const int how = pick(0, 2);
        if (how == 0) row.insert(place, m_dialect.separator);
        else if (how == 1) row.remove(place, 1);
        else row.remove(place, std::max(qsizetype{1}, row.indexOf(m_dialect.separator, place + 1) - place));   // a cell is missing
    }

    static void swapMarks(QString& row)
    {
        for (QChar& c : row)
            if (c == u',' || c == u'.') c = c == u',' ? u'.' : u',';
    }

    void loseQuote(QString& row)
    {
        const auto quote = m_dialect.quote.isEmpty() ? u"\""_s : m_dialect.quote;
        QList<qsizetype> places;
        for (qsizetype at = row.indexOf(quote); at >= 0; at = row.indexOf(quote, at + 1)) places << at;
        if (places.isEmpty()) row.insert(pick(0, static_cast<int>(row.size())), quote);
        else row.remove(places[pick(0, static_cast<int>(places.size()) - 1)], 1);
    }

    // In the middle of a row: a file cut between two rows looks like a whole one.
    void cutInside(QByteArray& bytes, const QStringList& rows)
    {
        const auto& last = rows.last();
        const auto tail = encoded(last + m_dialect.lineEnd, m_dialect.page).size();
        const auto end = encoded(m_dialect.lineEnd, m_dialect.page).size();
        bytes.chop(pick(static_cast<int>(end) + 1, static_cast<int>(tail) - 1));
    }

    std::mt19937 m_random;
    const Dialect& m_dialect;
    std::vector<Sample> m_samples;
};

// What is wrong with an invoice that was taken; empty: nothing.
QString wrongIn(const domain::Invoice& got, const std::vector<Sample>& samples, const Dialect& d)
{
    const auto at = std::find_if(samples.begin(), samples.end(), [&](const Sample& s) { return s.number == got.number; });
    if (at == samples.end()) return u"number "_s + got.number;
    const auto differs = [](const std::optional<domain::Money>& m, qint64 cents) { return !m || m->inCents() != cents; };
    if (differs(got.gross, at->gross()) || differs(got.net, at->net()) || differs(got.tax, at->tax())) return u"gross "_s + got.number;
    if (!d.add && differs(got.amountDue, at->due_())) return u"due "_s + got.number;
    if (domain::amountToAskFor(got)->inCents() != at->due_()) return u"asked "_s + got.number;
    return {};
}

} // namespace

class TestTableDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fault_48_noWrongAmountIsTaken()
    {
        const int files = std::max(300, qEnvironmentVariableIntValue("TRESEN_DAMAGED_FILES"));   // more for a long run
        const auto all = dialects();
        const TableReader reader;
        QMap<QString, int> refusedFiles, refusedRows;
        int whole = 0, taken = 0, harmless = 0;
        QStringList wrong, lost;
        for (int file = 0; file < files; ++file) {
            const auto& d = all[static_cast<std::size_t>(file) % all.size()];
            const auto damage = static_cast<Damage>(file / static_cast<int>(all.size()) % kDamages);
            const auto seed = static_cast<unsigned>(file) + 1000;
            const auto expected = samples(seed, kInvoices, d);
            const auto bytes = Damager{seed, d, expected}.make(damage);
            const auto read = reader.read(bytes, profileOf(d));
            const auto name = u"file %1 (%2, damage %3): "_s.arg(file).arg(QString::fromLatin1(d.name)).arg(static_cast<int>(damage));
            if (!read) {
                QVERIFY2(!read.error().code.isEmpty() && !read.error().detail.isEmpty(), qPrintable(name));
                ++refusedFiles[read.error().code];
                continue;
            }
            int good = 0;
            for (const auto& row : read.value().rows) {
                QVERIFY2(row.line > 0 && row.lastLine >= row.line && !row.raw.isNull(), qPrintable(name));
                if (!row.document) {
                    QVERIFY2(!row.document.error().code.isEmpty(), qPrintable(name + row.raw));
                    ++refusedRows[row.document.error().code];
                    continue;
                }
                ++good;
                if (const auto what = wrongIn(row.document.value().invoice, expected, d); !what.isEmpty()) wrong << name + what + u" <- "_s + row.raw;
            }
            taken += good;
            if (good == kInvoices && read.value().rows.size() == static_cast<std::size_t>(kInvoices)) ++harmless;
            if (good + 20 < kInvoices && damage != Damage::LostQuote && damage != Damage::OtherPage && damage != Damage::HugeCell) ++whole;
            // Every row of the file is in what came back: taken, refused or passed over.
            const int lines = 1 + static_cast<int>(rowsOf(expected, d).size());
            const auto& rows = read.value().rows;
            if (rows.empty() || rows.back().lastLine + 1 < lines - (damage == Damage::CutRow ? 4 : 1)) lost << name;
        }
        qInfo("%d files: %d refused whole, %d harmless; invoices taken %d, wrong %d", files, std::accumulate(refusedFiles.begin(), refusedFiles.end(), 0), harmless, taken, int(wrong.size()));
        for (auto it = refusedFiles.begin(); it != refusedFiles.end(); ++it) qInfo("file %-22s %4d", qUtf8Printable(it.key()), it.value());
        for (auto it = refusedRows.begin(); it != refusedRows.end(); ++it) qInfo("row  %-22s %4d", qUtf8Printable(it.key()), it.value());
        QVERIFY2(wrong.isEmpty(), qPrintable(u"%1 wrong:\n"_s.arg(wrong.size()) + wrong.join(u'\n')));
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
        QVERIFY(taken > files * kInvoices / 2);   // what is sound around the damage is read
        QCOMPARE(whole, 0);                        // a bad row does not take the others with it
    }
};

QTEST_APPLESS_MAIN(TestTableDamage)
#include "tst_table_damage.moc"
