#include "app/domain/iban.h"
#include "app/domain/pay_codes.h"
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace tresen;
using namespace tresen::domain;
using namespace Qt::Literals::StringLiterals;

namespace {

EpcTransfer sample()
{
    return {u"Autohaus Muster GmbH"_s, u"DE89370400440532013000"_s, {}, Money::cents(47635), {}, {}, u"RE 2026-004711 B-MX 1234"_s};
}

QString codeOf(const EpcTransfer& transfer)
{
    const auto made = epcPayload(transfer);
    return made ? u"accepted"_s : made.error().code;
}

QString readCode(const QByteArray& payload)
{
    const auto read = parseEpc(payload);
    return read ? u"accepted"_s : read.error().code;
}

// A small reader for the vectors: fields may be quoted, none holds a line break.
QList<QStringList> csvRows(const QString& path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) return {};
    QList<QStringList> rows;
    for (const auto& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        QStringList fields{{}};
        bool quoted = false;
        for (const QChar c : line) {
            if (c == u'"') quoted = !quoted;
            else if (c == u',' && !quoted) fields += QString{};
            else if (c != u'\r') fields.last() += c;
        }
        rows += fields;
    }
    return rows.mid(1);
}

} // namespace

class TestPayCodes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheStandardForm()
    {
        const auto made = epcPayload(sample());
        QVERIFY(made);
        QCOMPARE(made.value(), QByteArray("BCD\n002\n1\nSCT\n\nAutohaus Muster GmbH\nDE89370400440532013000\nEUR476.35\n\n\nRE 2026-004711 B-MX 1234"));
        auto rf = sample();
        rf.text.clear();
        rf.reference = u"RF66RE2026004711"_s;
        QVERIFY(epcPayload(rf).value().endsWith("\n\nRF66RE2026004711"));
        auto bare = sample();
        bare.text.clear();
        QVERIFY(epcPayload(bare).value().endsWith("\nEUR476.35"));
        auto spaced = sample();
        spaced.iban = u"de89 3704 0044 0532 0130 00"_s;
        QCOMPARE(epcPayload(spaced).value(), made.value());
    }

    void writerRefuses_data()
    {
        QTest::addColumn<EpcTransfer>("transfer");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* code, auto change) {
            auto t = sample();
            change(t);
            QTest::newRow(name) << t << QString::fromLatin1(code);
        };
        row("holder empty", "epc.holder", [](auto& t) { t.holder = u"  "_s; });
        row("holder 71", "epc.holder", [](auto& t) { t.holder = QString(71, u'N'); });
        row("holder line break", "epc.holder", [](auto& t) { t.holder = u"A\nB"_s; });
        row("iban", "epc.iban", [](auto& t) { t.iban = u"DE88370400440532013000"_s; });
        row("bic", "epc.bic", [](auto& t) { t.bic = u"COBADEF"_s; });
        row("zero", "epc.amount", [](auto& t) { t.amount = Money::cents(0); });
        row("negative", "epc.amount", [](auto& t) { t.amount = Money::cents(-1); });
        row("too much", "epc.amount", [](auto& t) { t.amount = Money::cents(100'000'000'000); });
        row("not euro", "epc.currency", [](auto& t) { t.amount = Money::cents(100, Currency::fromCode(u"CHF").value()); });
        row("reference", "epc.reference", [](auto& t) { t.text.clear(); t.reference = u"RF00RE2026004711"_s; });
        row("both", "epc.both_references", [](auto& t) { t.reference = u"RF714711"_s; });
        row("text 141", "epc.text", [](auto& t) { t.text = QString(141, u'T'); });
        row("text line break", "epc.text", [](auto& t) { t.text = u"Zeile1\nZeile2"_s; });
        row("text carriage return", "epc.text", [](auto& t) { t.text = u"Zeile1\rZeile2"_s; });
        row("half a pair", "epc.text", [](auto& t) { t.text = QString{QChar{0xd83d}}; });
        row("purpose", "epc.purpose", [](auto& t) { t.purpose = u"GDDSX"_s; });
        row("too long in UTF-8", "epc.too_long", [](auto& t) { t.holder = QString(70, u'Ä'); t.text = QString(140, u'ö'); });
    }

    void writerRefuses()
    {
        QFETCH(EpcTransfer, transfer);
        QFETCH(QString, code);
        QCOMPARE(codeOf(transfer), code);
    }

    void readerRefuses_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("code");
        const QByteArray good = epcPayload(sample()).value();
        const auto row = [&](const char* name, const char* code, const QByteArray& from, const QByteArray& to) {
            auto bytes = good;
            QVERIFY(bytes.contains(from));
            QTest::newRow(name) << bytes.replace(from, to) << QString::fromLatin1(code);
        };
        row("service tag", "epc.header", "BCD", "BCE");
        row("identification", "epc.header", "SCT", "INST");
        row("version 003", "epc.version", "002", "003");
        row("version 001 without BIC", "epc.bic", "002", "001");
        row("character set 9", "epc.charset", "\n1\n", "\n9\n");
        row("bad UTF-8", "epc.charset", "Muster", "M\xfcster");
        row("comma", "epc.amount", "476.35", "476,35");
        row("zero", "epc.amount", "476.35", "0.00");
        row("three decimals", "epc.amount", "476.35", "476.350");
        row("bare dot", "epc.amount", "476.35", "476.");
        row("sign", "epc.amount", "476.35", "+476.35");
        row("ten digits", "epc.amount", "476.35", "1000000000.00");
        row("currency", "epc.currency", "EUR476", "CHF476");
        row("grouped iban", "epc.iban", "DE89370400440532013000", "DE89 3704 0044 0532 0130 00");
        row("mixed line ends", "epc.lines", "BCD\n", "BCD\r\n");
        row("lone carriage return", "epc.lines", "Muster", "Mus\rter");
        row("too many lines", "epc.lines", "B-MX 1234", "B\n\n\n");
        QTest::newRow("empty") << QByteArray{} << u"epc.lines"_s;
        QTest::newRow("332 bytes") << QByteArray(332, 'B') << u"epc.too_long"_s;
    }

    void readerRefuses()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, code);
        QCOMPARE(readCode(payload), code);
    }

    void readsOtherCharacterSets()
    {
        auto payload = epcPayload(sample()).value();
        payload.replace("\n1\nSCT", "\n8\nSCT").replace("Muster", "\xa4\xbd M\xfcller");
        const auto read = parseEpc(payload);
        QVERIFY(read);
        QCOMPARE(read.value().holder, u"Autohaus €œ Müller GmbH"_s);
        payload.replace("\n8\nSCT", "\n6\nSCT");
        QCOMPARE(readCode(payload), u"epc.charset"_s);
    }

    // What was written is read back, whatever the texts are.
    void roundTrip()
    {
        QRandomGenerator random{20261123};
        const QString letters = u"ABCxyz 0189äöüßÇłşığ€'-/.,&+()ΩЖ"_s;
        for (int i = 0; i < 2000; ++i) {
            const auto text = [&](int most) {
                QString out{u"x"_s};
                for (int k = random.bounded(most); k > 0; --k) out += letters[random.bounded(static_cast<int>(letters.size()))];
                return out;
            };
            EpcTransfer t{text(40), u"DE89370400440532013000"_s, i % 3 ? QString{} : u"COBADEFFXXX"_s,
                          Money::cents(1 + static_cast<qint64>(random.generate64() % 99'999'999'999ULL)), i % 5 ? QString{} : u"GDDS"_s,
                          i % 2 ? u"RF714711"_s : QString{}, i % 2 ? QString{} : text(60)};
            const auto made = epcPayload(t);
            QVERIFY2(made, qPrintable(made ? QString{} : made.error().code));
            const auto read = parseEpc(made.value());
            QVERIFY(read);
            QCOMPARE(read.value().holder, t.holder);
            QCOMPARE(read.value().bic, t.bic);
            QCOMPARE(read.value().amount, t.amount);
            QCOMPARE(read.value().purpose, t.purpose);
            QCOMPARE(read.value().reference, t.reference);
            QCOMPARE(read.value().text, t.text);
        }
    }

    void corpusPayloads()
    {
        const auto folder = qEnvironmentVariable("TRESEN_CORPUS");
        if (folder.isEmpty()) QSKIP("TRESEN_CORPUS names no folder with sample files: the pay code vectors are skipped");
        const auto rows = csvRows(folder + u"/paycodes/vectors.csv"_s);
        QVERIFY(rows.size() >= 23);
        for (const auto& row : rows) {
            QFile file{folder + u"/paycodes/"_s + row[0]};
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto payload = file.readAll();
            QCOMPARE(payload.size(), row[1].toInt());
            if (row[0].startsWith("epc20"_L1)) {
                // These bytes equal a legal text with a legal line 12: only the writer can know that the break was inside one field.
                auto broken = sample();
                broken.text = u"Zeile1\nZeile2"_s;
                QCOMPARE(codeOf(broken), u"epc.text"_s);
                continue;
            }
            QVERIFY2((readCode(payload) == u"accepted"_s) == (row[2] == u"accept"_s), qPrintable(row[0] + u' ' + readCode(payload)));
        }
    }

    void corpusReferences()
    {
        const auto folder = qEnvironmentVariable("TRESEN_CORPUS");
        if (folder.isEmpty()) QSKIP("TRESEN_CORPUS names no folder with sample files: the creditor references are skipped");
        const auto rows = csvRows(folder + u"/paycodes/rf_vectors.csv"_s);
        QVERIFY(rows.size() >= 12);
        for (const auto& row : rows) {
            auto t = sample();
            t.text.clear();
            t.reference = row[0];
            QVERIFY2((codeOf(t) == u"accepted"_s) == (row[1] == u"yes"_s), qPrintable(row[0]));
        }
    }

    void tokens()
    {
        QCOMPARE(linkToken(QByteArray(8, '\0')), u"000000000000"_s);
        QCOMPARE(linkToken(QByteArray(8, '\xff')), u"XXXXXXXXXXXX"_s);
        // Each of the 60 bits counts.
        QSet<QString> seen;
        for (int bit = 0; bit < 60; ++bit) {
            QByteArray random(8, '\0');
            random[7 - bit / 8] = static_cast<char>(1 << (bit % 8));
            const auto token = linkToken(random);
            QVERIFY(isLinkToken(token));
            seen += token;
        }
        QCOMPARE(seen.size(), 60);
        QVERIFY(isLinkToken(u"K7M2QX4T9BHR"));
        QVERIFY(!isLinkToken(u"K7M2QX4T9BH"));
        QVERIFY(!isLinkToken(u"K7M2QX4T9BHY"));
        QVERIFY(!isLinkToken(u"K7M2QX4T9BHO"));
        QCOMPARE(normalizeTyped(u" k7m2-qx4t–9bhr "), u"K7M2QX4T9BHR"_s);
        QCOMPARE(normalizeTyped(u"oi"), u"01"_s);
        QCOMPARE(groupedToken(u"K7M2QX4T9BHR"), u"K7M2-QX4T-9BHR"_s);
    }

    void deskCodes()
    {
        const auto code = deskCode(1, 4182);
        QCOMPARE(code.size(), 10);
        QVERIFY(code.startsWith(u"T01004182"_s));
        QVERIFY(isDeskCode(code));
        QCOMPARE(groupedDeskCode(code), u"T 01 004182 "_s + code.back());
        QVERIFY(isDeskCode(deskCode(99, 999'999'999'999)));
        QVERIFY(isDeskCode(deskCode(0, 1'000'000)));
        QVERIFY(!isDeskCode(u""));
        QVERIFY(!isDeskCode(u"T"));
        QVERIFY(!isDeskCode(QString{code}.toLower()));
    }

    void deskCodeFindsEveryWrongCharacterAndSwap()
    {
        const QString all = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
        QRandomGenerator random{7};
        for (int round = 0; round < 3000; ++round) {
            const auto code = deskCode(random.bounded(100), static_cast<qint64>(random.generate64() % (round % 2 ? 1'000'000ULL : 999'999'999'999ULL)));
            QVERIFY(isDeskCode(code));
            QVERIFY(!code.contains(u'Y') && !code.contains(u'Z') && !code.contains(u'I') && !code.contains(u'O'));
            for (qsizetype at = 0; at < code.size(); ++at) {
                for (const QChar c : all) {
                    auto wrong = code;
                    wrong[at] = c;
                    QVERIFY2(wrong == code || !isDeskCode(wrong), qPrintable(code + u' ' + wrong));
                }
                if (at + 1 == code.size()) continue;
                auto swapped = code;
                std::swap(swapped[at], swapped[at + 1]);
                QVERIFY2(swapped == code || !isDeskCode(swapped), qPrintable(code + u' ' + swapped));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestPayCodes)
#include "tst_pay_codes.moc"
