// Twelve made-up exports, one per dialect: every invoice is read exactly, by the dialect's profile and by the one proposed for the sample.
#include "app/adapters/workshop/table/table_reader.h"
#include "table_samples.h"
#include <QTest>

using namespace table_samples;
using adapters::table::TableReader;

class TestTableDialects : public QObject {
    Q_OBJECT

    static QString differences(const domain::Invoice& got, const Sample& want, const Dialect& d)
    {
        QStringList out;
        const auto same = [&](const char* what, const auto& a, const auto& b) { if (!(a == b)) out << QString::fromLatin1(what); };
        const auto cents = [](const std::optional<domain::Money>& m) { return m ? m->inCents() : qint64{-1}; };
        same("number", got.number, want.number);
        same("type", got.typeCode, want.gross() < 0 ? u"381"_s : u"380"_s);
        same("issue date", got.issueDate, want.issued);
        same("due date", got.dueDate, want.due);
        same("net", cents(got.net), want.net());
        same("tax", cents(got.tax), want.tax());
        same("gross", cents(got.gross), want.gross());
        if (!d.add) same("due", cents(got.amountDue), want.due_());
        if (want.prepaid != 0) same("prepaid", cents(got.prepaid), want.prepaid);
        same("currency", got.currency.code(), u"EUR"_s);
        same("customer id", got.buyer.id, want.customerId);
        same("name", got.buyer.name, want.name);
        same("street", got.buyer.address.street, want.street);
        same("postcode", got.buyer.address.postcode, want.postcode);
        same("city", got.buyer.address.city, want.city);
        same("plate", got.vehicle.plate, want.plate);
        same("vin", got.vehicle.vin, want.vin);
        same("order", got.salesOrderRef, want.order);
        same("work", got.vehicle.work, want.work);
        same("note", got.notes.empty() ? QString{} : got.notes.front().text, want.note);
        if (d.perLine) {
            same("lines", got.lines.size(), want.lines.size());
            for (std::size_t i = 0; i < qMin(got.lines.size(), want.lines.size()); ++i) {
                same("line name", got.lines[i].name, want.lines[i].name);
                same("line net", cents(got.lines[i].net), want.lines[i].net);
            }
        }
        return out.join(u", "_s);
    }

private Q_SLOTS:
    void everyInvoice_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<bool>("proposed");
        const auto all = dialects();
        QCOMPARE(all.size(), std::size_t{12});
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name) << static_cast<int>(i) << false;
            // A sample without titles shows which number is what only to a person; see withoutTitlesAPersonIsAsked().
            if (all[i].header) QTest::newRow((QByteArray{all[i].name} + ", proposed").constData()) << static_cast<int>(i) << true;
        }
    }
    void everyInvoice()
    {
        QFETCH(int, which);
        QFETCH(bool, proposed);
        const auto d = dialects()[static_cast<std::size_t>(which)];
        const auto wanted = samples(static_cast<unsigned>(which) + 7, 200, d);
        const auto file = fileOf(rowsOf(wanted, d), d);
        auto profile = profileOf(d);
        const TableReader reader;
        if (proposed) {
            const auto proposal = reader.propose(file);
            QVERIFY2(proposal.ok(), qPrintable(proposal.ok() ? QString{} : proposal.error().code + proposal.error().detail));
            profile = proposal.value().profile;
            qInfo("confidence %d, doubts: %s", proposal.value().confidence, qUtf8Printable(proposal.value().doubts.join(u' ')));
            QVERIFY(proposal.value().confidence > 50);
        }
        const auto read = reader.read(file, profile);
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString{} : read.error().code + u' ' + read.error().detail));
        QCOMPARE(read.value().rows.size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto& row = read.value().rows[i];
            QVERIFY2(row.document.ok(), qPrintable(row.raw + u" -> "_s + (row.document.ok() ? QString{} : row.document.error().code + u' ' + row.document.error().detail)));
            const auto wrong = differences(row.document.value().invoice, wanted[i], d);
            QVERIFY2(wrong.isEmpty(), qPrintable(row.raw + u" -> "_s + wrong));
        }
        QCOMPARE(read.value().passedCount, 0);
        QCOMPARE(read.value().warnings, QStringList{});
    }

    void withoutTitlesAPersonIsAsked_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("fixed widths") << 8;
        QTest::newRow("separated") << 9;
    }
    void withoutTitlesAPersonIsAsked()
    {
        QFETCH(int, which);
        const auto d = dialects()[static_cast<std::size_t>(which)];
        const auto wanted = samples(3, 60, d);
        const auto proposal = TableReader{}.propose(fileOf(rowsOf(wanted, d), d));
        QVERIFY(proposal.ok());
        qInfo("confidence %d, doubts: %s", proposal.value().confidence, qUtf8Printable(proposal.value().doubts.join(u' ')));
        QVERIFY(proposal.value().doubts.contains(u"header"_s));
        QVERIFY(proposal.value().doubts.contains(u"column:number"_s));
        QVERIFY(proposal.value().titles.isEmpty());
        QCOMPARE(proposal.value().sample.size(), wanted.size());
        for (const auto& row : proposal.value().tried.rows) {
            if (!row.document) continue;
            const auto at = std::find_if(wanted.begin(), wanted.end(), [&](const Sample& s) { return s.number == row.number; });
            QVERIFY(at != wanted.end());
            QCOMPARE(row.document.value().invoice.gross->inCents(), at->gross());
        }
    }
};

QTEST_APPLESS_MAIN(TestTableDialects)
#include "tst_table_dialects.moc"
