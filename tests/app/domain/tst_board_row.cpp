#include "app/core/limits.h"
#include "app/domain/open_item.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::domain;

class TstBoardRow : public QObject {
    Q_OBJECT

    static bool finds(const QStringList& fields, const QString& query)
    {
        const auto key = searchKeyOf(fields);
        const auto words = foldQuery(query);
        return !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString& w) { return key.contains(w); });
    }

private Q_SLOTS:
    void search_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("found");
        QTest::newRow("short") << u"Katrin Öztürk"_s << u"ozt"_s << true;
        QTest::newRow("long") << u"Katrin Öztürk"_s << u"oezt"_s << true;
        QTest::newRow("as written") << u"Katrin Öztürk"_s << u"özt"_s << true;
        QTest::newRow("upper") << u"Katrin Öztürk"_s << u"ÖZTÜRK"_s << true;
        QTest::newRow("decomposed query") << u"Katrin Öztürk"_s << u"o\u0308zt"_s << true;
        QTest::newRow("decomposed data") << u"Katrin O\u0308ztu\u0308rk"_s << u"oeztuerk"_s << true;
        QTest::newRow("data long, query umlaut") << u"Oeztuerk"_s << u"öztü"_s << true;
        QTest::newRow("data plain, query umlaut") << u"Ozturk"_s << u"öztürk"_s << true;
        QTest::newRow("mixed") << u"Müller-Lüdenscheidt"_s << u"Mueller-Lüd"_s << true;
        QTest::newRow("the e of ue stays findable") << u"Manuela"_s << u"ela"_s << true;
        QTest::newRow("two words, any order") << u"Katrin Öztürk"_s << u"özt katr"_s << true;
        QTest::newRow("plate joined") << u"M-AB 1234"_s << u"mab1234"_s << true;
        QTest::newRow("plate with blank") << u"M-AB 1234"_s << u"mab 1234"_s << true;
        QTest::newRow("plate as printed") << u"M-AB 1234"_s << u"M-AB 1234"_s << true;
        QTest::newRow("sharp s") << u"Stoßdämpfer"_s << u"stossd"_s << true;
        QTest::newRow("caron, slash") << u"Škoda Łódź Søren"_s << u"skoda lodz soren"_s << true;
        QTest::newRow("dotted I") << u"İnci"_s << u"inci"_s << true;
        QTest::newRow("other script") << u"Иванов"_s << u"ивА"_s << true;
        QTest::newRow("phone") << u"0171 / 555-12"_s << u"017155512"_s << true;
        QTest::newRow("not there") << u"Katrin Öztürk"_s << u"ozk"_s << false;
        QTest::newRow("one word missing") << u"Katrin Öztürk"_s << u"katrin xy"_s << false;
    }
    void search()
    {
        QFETCH(QString, field);
        QFETCH(QString, query);
        QTEST(finds({u"2026-4117"_s, field}, query), "found");
    }
    void noHitAcrossFields()
    {
        QVERIFY(!finds({u"2026-41"_s, u"17 M-AB"_s}, u"4117"_s));
    }
    void emptyAndHostileQueries()
    {
        QVERIFY(foldQuery(u""_s).isEmpty());
        QVERIFY(foldQuery(u" -- ... €"_s).isEmpty());
        QVERIFY(foldQuery(QString{100'000, u'x'}).first().size() <= 200);
        QCOMPARE(foldQuery(u"a b c d e f g h i j k"_s).size(), 8);
        QCOMPARE(foldQuery(u"ab AB"_s), QStringList{u"ab"_s});
        QVERIFY(searchKeyOf({QString{1'000'000, u'ö'}}).size() < 2000);
        QString lone = u"ab"_s;
        lone.insert(1, QChar{0xD800});   // half a surrogate pair
        QVERIFY(finds({lone}, u"a"_s));
    }
    void theShortWayOfFoldingIsTheLongOne()
    {
        const QString wantsTheLongWay{QChar{0x200B}};   // leaves nothing behind
        for (char16_t c = 1; c < 0x400; ++c)
            for (const auto& text : {u"Ta%1e-x"_s, u"o%1E9"_s, u"%1ue"_s, u"e%1%1"_s}) {
                const auto field = QString{text}.replace(u"%1"_s, QChar{c});
                QCOMPARE(searchKeyOf({field}), searchKeyOf({field + wantsTheLongWay}));
            }
        const auto full = QString{u"Aü1"_s}.repeated(200);
        QVERIFY(searchKeyOf({wantsTheLongWay + full}) != searchKeyOf({full}));   // the mark takes one of the characters that count
    }
    void staleOnlyWhereItAges()
    {
        BoardRow row;
        row.state = BoardState::Paid;
        row.mayGo = true;
        row.truthElsewhere = true;
        row.truthAt = Instant{1'000'000};
        QVERIFY(!isStale(row, row.truthAt.plusMs(limits::kStaleMs)));
        QVERIFY(isStale(row, row.truthAt.plusMs(limits::kStaleMs + 1)));
        row.truthElsewhere = false;
        QVERIFY(!isStale(row, row.truthAt.plusMs(limits::kStaleMs * 100)));
        row.truthElsewhere = true;
        row.state = BoardState::HandedOver;
        QVERIFY(!isStale(row, row.truthAt.plusMs(limits::kStaleMs * 100)));
    }
    void greenNeedsFreshTruth()
    {
        BoardRow row;
        row.state = BoardState::Paid;
        row.truthElsewhere = true;
        row.truthAt = Instant{1'000'000};
        QCOMPARE(lightOf(row, row.truthAt), Light::Amber);   // paid, but no rule lets the key go
        row.mayGo = true;
        QCOMPARE(lightOf(row, row.truthAt.plusMs(limits::kFreshMs)), Light::Green);
        QCOMPARE(lightOf(row, row.truthAt.plusMs(limits::kFreshMs + 1)), Light::Amber);
        row.truthElsewhere = false;
        QCOMPARE(lightOf(row, row.truthAt.plusMs(limits::kStaleMs * 9)), Light::Green);
    }
    void neverGreen()
    {
        BoardRow row;
        row.mayGo = true;
        row.state = BoardState::Unknown;
        QCOMPARE(lightOf(row, Instant{1}), Light::Amber);
        row.state = BoardState::Reversed;
        QCOMPARE(lightOf(row, Instant{1}), Light::Red);
        row.state = BoardState::Cancelled;
        QCOMPARE(lightOf(row, Instant{1}), Light::Grey);
        row.mayGo = false;
        row.state = BoardState::Open;
        QCOMPARE(lightOf(row, Instant{1}), Light::Red);
        row.state = BoardState::Part;
        QCOMPARE(lightOf(row, Instant{1}), Light::Red);
        row.state = BoardState::Running;
        QCOMPARE(lightOf(row, Instant{1}), Light::Amber);
    }
    void urgencyPutsAlarmsFirst()
    {
        QVERIFY(urgencyOf(BoardState::Reversed) < urgencyOf(BoardState::Unknown));
        QVERIFY(urgencyOf(BoardState::Unknown) < urgencyOf(BoardState::Overpaid));
        QVERIFY(urgencyOf(BoardState::Overpaid) < urgencyOf(BoardState::Paid));
        QVERIFY(urgencyOf(BoardState::Paid) < urgencyOf(BoardState::Open));
        QVERIFY(urgencyOf(BoardState::Open) < urgencyOf(BoardState::HandedOver));
        QVERIFY(urgencyOf(BoardState::HandedOver) < urgencyOf(BoardState::Cancelled));
    }
    void sourceCodes()
    {
        QCOMPARE(codeOf(TruthSource::Portal), u"portal"_s);
        QCOMPARE(codeOf(TruthSource::Rule), u"rule"_s);
    }
};

QTEST_APPLESS_MAIN(TstBoardRow)
#include "tst_board_row.moc"
