// The label on a key: everything inside its edges in every size, no name, its code read back from the raster, and refused when it cannot be.
#include "app/adapters/paper/letter/drawing.h"
#include "app/adapters/paper/letter/letter_printer.h"
#include "app/domain/pay_codes.h"
#include "sheet_text.h"
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::letter;
using ports::KeyTagContent;
using namespace Qt::Literals::StringLiterals;

class TestKeyTag : public QObject {
    Q_OBJECT

    static KeyTagContent tag()
    {
        KeyTagContent c;
        c.language = u"de"_s;
        c.plate = u"FFB-ME 118"_s;
        c.hook = u"12"_s;
        c.hookWord = u"Haken"_s;
        c.number = u"2026-4118"_s;
        c.orderNumber = u"A-77120"_s;
        c.code = domain::deskCode(1, 4182);
        return c;
    }

private Q_SLOTS:
    void everySizeIsSoundAndItsCodeReadBack_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("62x29") << 62 << 29;
        QTest::newRow("54x25") << 54 << 25;
        QTest::newRow("57x32") << 57 << 32;
        QTest::newRow("89x36") << 89 << 36;
        QTest::newRow("100x50") << 100 << 50;
    }
    void everySizeIsSoundAndItsCodeReadBack()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        LetterPrinter printer;
        auto longest = tag();
        longest.plate = u"SÜW-XX 9999E"_s;
        longest.hook = u"Tafel 2-144"_s;
        longest.orderNumber = u"AUF-2026-0000077120-B"_s;
        auto bare = tag();
        bare.plate.clear();
        bare.hook.clear();
        bare.orderNumber.clear();
        bare.code = bare.number;
        for (auto content : {tag(), longest, bare}) {
            content.width = width;
            content.height = height;
            const auto made = printer.keyTags({content}).result();
            QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().code + u' ' + made.error().detail));
            QCOMPARE(made.value().provenCodes, QStringList{u"tag"_s});
            QCOMPARE(made.value().pages, 1);
        }
    }
    void itSaysWhatItShould()
    {
        LetterPrinter printer;
        const auto made = printer.keyTags({tag(), tag()}).result();
        QVERIFY(made.ok());
        QCOMPARE(made.value().pages, 2);
        const auto words = samples::textOf(made.value().pdf).simplified();
        for (const auto& part : {u"FFB-ME 118"_s, u"Haken"_s, u"12"_s, u"2026-4118"_s, u"A-77120"_s}) QVERIFY2(words.contains(part), qPrintable(words));
        auto training = tag();
        training.training = true;
        QVERIFY(samples::textOf(printer.keyTags({training}).result().value().pdf).contains(u"SCHULUNG"_s));
        training.language = u"en"_s;
        QVERIFY(samples::textOf(printer.keyTags({training}).result().value().pdf).contains(u"TRAINING"_s));
    }
    void whatCannotBeReadBackIsNotMade()
    {
        Sabotage blot;
        blot.beforeDecoding = [](const QString& code, QImage& raster) {
            if (code == u"tag") raster.fill(Qt::white);
        };
        LetterPrinter printer{blot};
        const auto made = printer.keyTags({tag()}).result();
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, u"paper.code_unreadable"_s);
    }
    void oddOrdersAreRefused()
    {
        LetterPrinter printer;
        QCOMPARE(printer.keyTags({}).result().error().code, u"paper.batch"_s);
        auto small = tag();
        small.height = 5;
        QCOMPARE(printer.keyTags({small}).result().error().code, u"paper.tag_size"_s);
        auto wide = tag();
        wide.width = 2'000'000'000;
        QCOMPARE(printer.keyTags({wide}).result().error().code, u"paper.tag_size"_s);
        auto endless = tag();
        endless.code = QString{5'000, u'X'};
        QCOMPARE(printer.keyTags({endless}).result().error().code, u"paper.text_too_long"_s);
    }
};

QTEST_GUILESS_MAIN(TestKeyTag)
#include "tst_key_tag.moc"
