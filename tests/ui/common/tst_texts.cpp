#include "app/core/limits.h"
#include "ui/common/age_text.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include <QDirIterator>
#include <QPainter>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstTexts : public QObject {
    Q_OBJECT
    const QLocale m_german{QLocale::German, QLocale::Germany};
    const QLocale m_english{QLocale::English, QLocale::UnitedKingdom};

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{u"."_s}); }

    void money()
    {
        using domain::Money;
        QCOMPARE(moneyText(Money::cents(100245), m_german), u"1.002,45\u00A0€"_s);
        QCOMPARE(moneyText(Money::cents(-18990), m_german), u"−189,90\u00A0€"_s);
        QCOMPARE(moneyText(Money::cents(0), m_german), u"0,00\u00A0€"_s);
        QCOMPARE(moneyText(Money::cents(123456789), m_german), u"1.234.567,89\u00A0€"_s);
        QCOMPARE(moneyText(Money::cents(-100245), m_english), u"−€1,002.45"_s);
        QCOMPARE(moneyText(Money::cents(99), m_english), u"€0.99"_s);
        QCOMPARE(moneyText(Money::cents(500, domain::Currency::fromCode(u"CHF").value()), m_german), u"5,00\u00A0CHF"_s);
    }
    void typed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("english");
        QTest::addColumn<qint64>("cents");   // -1: refused
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QString& text, bool english, qint64 cents, const QString& code = {}) { QTest::newRow(name) << text << english << cents << code; };
        row("one decimal", u"12,5"_s, false, 1250);
        row("groups", u"1.234,50"_s, false, 123450);
        row("numeric pad", u"12.50"_s, false, 1250);
        row("numeric pad short", u"12.5"_s, false, 1250);
        row("lone group", u"1.234"_s, false, 123400);
        row("two groups", u"1.234.567"_s, false, 123456700);
        row("euro sign", u" 12,50 € "_s, false, 1250);
        row("no-break", u"1.002,45\u00A0€"_s, false, 100245);
        row("code", u"12,50 EUR"_s, false, 1250);
        row("whole", u"300"_s, false, 30000);
        row("leading point", u",5"_s, false, 50);
        row("trailing point", u"5,"_s, false, 500);
        row("minus", u"−12,50"_s, false, -1250);
        row("english", u"1,234.50"_s, true, 123450);
        row("english comma", u"12,50"_s, true, 1250);
        row("english group", u"1,234"_s, true, 123400);
        row("empty", u""_s, false, -1, u"money.invalid"_s);
        row("only sign", u"€"_s, false, -1, u"money.invalid"_s);
        row("only point", u","_s, false, -1, u"money.invalid"_s);
        row("letters", u"12a"_s, false, -1, u"money.invalid"_s);
        row("wrong order", u"1,234.50"_s, false, -1, u"money.ambiguous"_s);
        row("bad groups", u"1.23.456"_s, false, -1, u"money.ambiguous"_s);
        row("four behind", u"1.2345"_s, false, -1, u"money.ambiguous"_s);
        row("third decimal", u"1,235"_s, false, -1, u"money.no_whole_cents"_s);
        row("two points", u"1,2,3"_s, false, -1, u"money.invalid"_s);
        row("double minus", u"--5"_s, false, -1, u"money.invalid"_s);
        row("exponent", u"1e9"_s, false, -1, u"money.invalid"_s);
        row("too large", u"999999999999999999"_s, false, -1, u"money.invalid"_s);
        row("endless", QString{100'000, u'9'}, false, -1, u"money.invalid"_s);
    }
    void typed()
    {
        QFETCH(QString, text);
        QFETCH(bool, english);
        QFETCH(qint64, cents);
        QFETCH(QString, code);
        const auto result = parseTyped(text, english ? m_english : m_german);
        QCOMPARE(result.ok(), code.isEmpty());
        if (result) QCOMPARE(result.value().inCents(), cents);
        else QCOMPARE(result.error().code, code);
    }
    void shownIsReadBack()
    {
        for (const qint64 cents : {0LL, 1LL, 99LL, 100LL, 100245LL, -18990LL, 123456789LL})
            for (const auto& locale : {m_german, m_english}) QCOMPARE(parseTyped(moneyText(domain::Money::cents(cents), locale), locale).value().inCents(), cents);
    }
    void ages()
    {
        const Instant now{QDateTime{QDate{2026, 11, 23}, QTime{10, 42, 11}}.toMSecsSinceEpoch()};
        QCOMPARE(AgeText::age(now.plusMs(-4'900), now), u"4 s ago"_s);
        QCOMPARE(AgeText::age(now.plusMs(5'000), now), u"0 s ago"_s);
        QCOMPARE(AgeText::age(now.plusMs(-60'000), now), u"1 min ago"_s);
        QCOMPARE(AgeText::age(now.plusMs(-59 * 60'000), now), u"59 min ago"_s);
        QCOMPARE(AgeText::age(now.plusMs(-60 * 60'000), now), u"09:42"_s);
        QCOMPARE(AgeText::age(now.plusMs(-48 * 3'600'000), now, m_german), u"21.11."_s);
        QCOMPARE(AgeText::age({}, now), u"–"_s);
        QCOMPARE(AgeText::clockSeconds(now), u"10:42:11"_s);
    }
    void wording()
    {
        QCOMPARE(Wording::reason(u"paid.online"_s, u"applepay"_s), u"online, Apple Pay"_s);
        QCOMPARE(Wording::reason(u"paid.online"_s), u"online"_s);
        QCOMPARE(Wording::reason(u"key.amount_open"_s, u"684.30"_s), moneyText(domain::Money::cents(68430)) + u" missing, no approval"_s);
        QCOMPARE(Wording::reason({}), QString{});
        QVERIFY(Wording::reason(u"some.new_code"_s).contains(u"some.new_code"_s));
        QVERIFY(Wording::reason(u"some.new_code"_s).size() > 20);
        QCOMPARE(Wording::failure({Fault::Conflict, u"pay.already_settled"_s, u"2026-1"_s}), u"This invoice is already settled: 2026-1"_s);
        QVERIFY(Wording::failure({Fault::Timeout, u"x.y"_s, {}}).contains(u"x.y"_s));
    }
    // Every code that rules give as reason or refusal has words; the sources are the list.
    void everyCodeOfTheRulesHasWords()
    {
        QStringList silent;
        const QRegularExpression codes{uR"re(u"((?:open|part|paid|over|running|requested|reversed|unknown|cancelled|choice|account|key|request|pay|handed_over|on_account)\.[a-z_]+)"_s)re"_s};
        int seen = 0;
        QDirIterator files{QStringLiteral(TRESEN_SOURCE_DIR "/app/domain"), {u"*_rules.cpp"_s}};
        while (files.hasNext()) {
            QFile file{files.next()};
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto hits = codes.globalMatch(QString::fromUtf8(file.readAll()));
            while (hits.hasNext()) {
                ++seen;
                if (const auto code = hits.next().captured(1); !Wording::knows(code)) silent += code;
            }
        }
        QVERIFY(seen > 20);
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u' ')));
    }
    // What portals, the net, mails, refunds and the paper refuse at the desk is said in words, too.
    void everyRefusalAtTheDeskHasWords()
    {
        QStringList silent;
        const QRegularExpression codes{uR"re(Fault::\w+, u"((?:portal|net|mail|refund|request|task|secret|pay|paper)\.[a-z_]+)"_s)re"_s};
        QSet<QString> seen;
        for (const auto* room : {"/app/adapters", "/app/services", "/app/domain"}) {
            QDirIterator files{QStringLiteral(TRESEN_SOURCE_DIR) + QString::fromLatin1(room), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories};
            while (files.hasNext()) {
                QFile file{files.next()};
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto hits = codes.globalMatch(QString::fromUtf8(file.readAll()));
                while (hits.hasNext()) seen.insert(hits.next().captured(1));
            }
        }
        for (const auto& code : seen)
            if (!Wording::knows(code)) silent += code;
        QVERIFY(seen.size() > 60);
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u' ')));
    }
    void germanIsComplete()
    {
        QFile file{QStringLiteral(TRESEN_SOURCE_DIR "/translations/tresen_de.ts")};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml{&file};
        int messages = 0;
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) continue;
            if (xml.name() == u"source") source = xml.readElementText();
            if (xml.name() != u"translation") continue;
            ++messages;
            QVERIFY2(xml.attributes().value("type"_L1).isEmpty(), qPrintable(source));
        }
        QVERIFY(!xml.hasError());
        QVERIFY(messages > 100);
        QTranslator german;
        QVERIFY(german.load(u":/i18n/tresen_de.qm"_s));
        QCoreApplication::installTranslator(&german);
        QCOMPARE(wordOf(Look::OnAccount), u"Auf Rechnung"_s);
        QCOMPARE(Wording::reason(u"paid.online"_s), u"online"_s);
        QCOMPARE(Wording::reason(u"open.new"_s), u"noch nicht angefordert"_s);
        QCoreApplication::removeTranslator(&german);
    }
    void digitsStandInEqualCells()
    {
        const auto theme = Theme::make(ThemeKind::Light);
        const FigureFont table{theme.font(type::tableAmount)};
        QCOMPARE(table.width(u"1.111,11 €"_s), table.width(u"4.848,40 €"_s));
        const FigureFont hero{theme.font(type::amount)};
        QVERIFY(hero.width(u"111"_s) > 0);
    }
    void keptTextsHaveABound()
    {
        const auto theme = Theme::make(ThemeKind::Light);
        const FigureFont label{theme.font(type::fine), limits::kKeptLabelGlyphs}, table{theme.font(type::fine)};
        for (int n = 0; n < 20'000; ++n) {   // a day of a sum that changes again and again
            QVERIFY(label.width(u"%1,50 €"_s.arg(n)) > 0);
            QVERIFY(label.keptGlyphs() <= limits::kKeptLabelGlyphs);
            QVERIFY(table.width(u"%1,50 €"_s.arg(n)) > 0);
            QVERIFY(table.keptGlyphs() <= limits::kKeptTableGlyphs);
        }
        QVERIFY(label.keptGlyphs() > limits::kKeptLabelGlyphs / 2);
        const QString huge(limits::kKeptTableGlyphs, u'x');   // more than may be kept at all: shaped all the same
        const auto width = label.width(huge);
        QVERIFY(width > label.width(u"x"_s) * (limits::kKeptTableGlyphs - 1));
        QCOMPARE(label.width(huge), width);
        QCOMPARE(table.width(huge), width);
        QVERIFY(label.keptGlyphs() <= limits::kKeptLabelGlyphs);
    }
    void digitsShareARun()
    {
        const auto theme = Theme::make(ThemeKind::Light);
        const FigureFont table{theme.font(type::tableAmount)};
        QCOMPARE(table.runsOf(u"0123456789"_s), 1);
        QVERIFY(table.runsOf(u"12.345.678,90 €"_s) <= 3);
        QVERIFY(table.width(u"0123456789"_s) > 0);
        QCOMPARE(table.width(u"0123456789"_s), 10 * table.width(u"1"_s));
    }
    void aLineThatIsTooLongIsBrokenAtASpace()
    {
        const FigureFont font{Theme::make(ThemeKind::Light).font(type::row)};
        const QString text = u"Geld wurde zurückgebucht"_s;
        using Two = std::pair<QString, QString>;
        QCOMPARE(font.inTwo(text, font.width(text)), (Two{text, {}}));
        QCOMPARE(font.inTwo(text, font.width(text) - 1), (Two{u"Geld wurde"_s, u"zurückgebucht"_s}));
        QCOMPARE(font.inTwo(text, font.width(u"Geld"_s)), (Two{u"Geld"_s, u"wurde zurückgebucht"_s}));
        QCOMPARE(font.inTwo(text, font.width(u"Gel"_s)), (Two{text, {}}));   // nothing to gain
        QCOMPARE(font.inTwo(u"Zahlungsanforderung"_s, 40), (Two{u"Zahlungsanforderung"_s, {}}));
    }
    void elidedTextFits()
    {
        const auto theme = Theme::make(ThemeKind::Light);
        const FigureFont font{theme.font(type::row)};
        QImage image{60, 24, QImage::Format_ARGB32};
        image.fill(Qt::white);
        QPainter painter{&image};
        font.draw(painter, {0, 0, 40, 24}, Qt::AlignLeft | Qt::AlignVCenter, u"Spedition Hauer KG 12345"_s);
        painter.end();
        for (int x = 44; x < 60; ++x)
            for (int y = 0; y < 24; ++y) QCOMPARE(image.pixel(x, y), 0xFFFFFFFFU);
    }
    void iconsAreThere()
    {
        QDirIterator files{QStringLiteral(TRESEN_SOURCE_DIR "/resources/icons"), {u"*.svg"_s}};
        int seen = 0;
        while (files.hasNext()) {
            files.next();
            const auto name = files.fileInfo().completeBaseName();
            const auto image = iconPixmap(name, 24, Qt::black, 2).toImage();
            QCOMPARE(image.size(), QSize(48, 48));
            QVERIFY2(image != QImage(48, 48, image.format()), qPrintable(name));
            bool inked = false;
            for (int y = 0; y < 48 && !inked; ++y)
                for (int x = 0; x < 48 && !inked; ++x) inked = image.pixelColor(x, y).alpha() > 128;
            QVERIFY2(inked, qPrintable(name));
            ++seen;
        }
        QVERIFY(seen > 30);
        QVERIFY(iconPixmap(u"no-such-icon"_s, 24, Qt::black, 1).isNull());
    }
};

QTEST_MAIN(TstTexts)
#include "tst_texts.moc"
