// Layout, texts and refusals of the sheets.
#include "app/adapters/paper/letter/drawing.h"
#include "app/adapters/paper/letter/letter_page.h"
#include "app/adapters/paper/letter/letter_printer.h"
#include "app/adapters/paper/letter/repair.h"
#include "samples.h"
#include "sheet_text.h"
#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace tresen;
using namespace tresen::adapters::letter;
using ports::LetterContent;
using ports::LetterRow;
using domain::Money;
using namespace Qt::Literals::StringLiterals;
using samples::textOf;

namespace {

QString outcome(const Result<ports::PaperDocument>& made)
{
    return made ? u"made"_s : made.error().code + u' ' + made.error().detail;
}

} // namespace

class TestLetter : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<const Assets> m_assets;
    LetterPrinter m_printer;

    // Drawn without proof: page records and the first refusal.
    Result<Drawing> drawn(const LetterContent& content) const
    {
        auto sound = checked(content);
        if (!sound) return sound.error();
        return drawLetters({sound.value()}, *m_assets);
    }
    QString codeOf(const LetterContent& content) const
    {
        const auto made = drawn(content);
        return made ? u"made"_s : made.error().code;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = Assets::load();
        QVERIFY(loaded);
        m_assets = loaded.value();
    }

    void fontsLieInAPrivateFolder()
    {
        const QFileInfo font{QFile::decodeName(m_assets->fonts->file(Face::Regular))};
        QVERIFY(font.exists());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
        QVERIFY(!(QFileInfo{font.path()}.permissions() & others));
    }

    void wordsOfALanguage()
    {
        const auto& de = m_assets->texts(u"de-AT"_s);
        const auto& en = m_assets->texts(u"en"_s);
        QCOMPARE(de.number(Money::cents(-5)), u"−0,05"_s);
        QCOMPARE(en.money(Money::cents(-100245)), u"−€1,002.45"_s);
        QCOMPARE(en.fullDate({2026, 12, 7}), u"7 December 2026"_s);
        QCOMPARE(m_assets->texts(u"sv"_s).language().code, u"de"_s);
        QCOMPARE(de.salutation(u"Frau Sommer"_s), u"Sehr geehrte Frau Sommer,"_s);
        QCOMPARE(de.salutation(u"Herr Sommer"_s), u"Sehr geehrter Herr Sommer,"_s);
        QCOMPARE(de.salutation(u"Alex Sommer"_s), u"Guten Tag Alex Sommer,"_s);
        QCOMPARE(de.salutation({}), u"Guten Tag,"_s);
        QCOMPARE(en.salutation(u"Herr Sommer"_s), u"Dear Mr Sommer,"_s);
    }

    void layout_data()
    {
        QTest::addColumn<LetterContent>("content");
        QTest::newRow("german") << samples::german();
        QTest::newRow("english") << samples::english();
        QTest::newRow("copy") << samples::copy();
        QTest::newRow("training") << samples::training();
        QTest::newRow("extreme") << samples::extreme();
        auto extremeCopy = samples::copy();
        extremeCopy.workshop.name = u"Kraftfahrzeug-Meisterbetrieb Großaspach Wolfgang Mützenbäcker"_s;
        extremeCopy.copy = 12;
        QTest::newRow("copy of a long name") << extremeCopy;
        auto many = samples::german();
        for (int i = 0; i < 40; ++i) many.rows.insert(many.rows.begin(), {LetterRow::Kind::Item, u"Position %1 "_s.arg(i).repeated(8), Money::cents(100 + i)});
        QTest::newRow("many rows") << many;
        auto bare = samples::german();
        bare.plate.clear();
        bare.dueDate = {};
        bare.workshop.logoPng.clear();
        bare.epcPayload.clear();
        bare.salutationName.clear();
        bare.keyWaits = false;
        QTest::newRow("no plate, due date, logo, transfer") << bare;
        auto transfer = samples::extreme();
        transfer.payUrl.clear();
        QTest::newRow("no link") << transfer;
        auto longDesk = samples::english();
        longDesk.deskCode = domain::deskCode(99, 99'999'999);
        longDesk.sheetVersion = 123;
        QTest::newRow("long desk code") << longDesk;
    }

    void layout()
    {
        QFETCH(LetterContent, content);
        const auto made = drawn(content);
        QVERIFY2(made, qPrintable(made ? QString{} : made.error().code + u' ' + made.error().detail));
        const auto& page = made.value().pages.front();
        QCOMPARE(layoutFault(page), QString{});
        QVERIFY(page.texts.size() > 40);
        for (const auto& text : page.texts) QVERIFY2(text.type.size >= 5.5, qPrintable(text.text));
        for (const auto& code : page.codes) {
            constexpr double kDot = 25.4 / 300;
            const double dots = code.module / kDot;
            QVERIFY(qAbs(dots - std::round(dots)) < 1e-6);
            QVERIFY(code.name == u"desk"_s || code.module >= 0.4);
            for (const double fold : {105.0, 210.0}) QVERIFY(code.area.bottom() < fold - 2 || code.area.top() > fold + 2);
            for (const auto& other : page.codes) QVERIFY(&other == &code || !other.area.intersects(code.area));
        }
        const auto names = [&] { QStringList out; for (const auto& c : page.codes) out += c.name; return out; }();
        QCOMPARE(names.contains(u"link"_s), !content.payUrl.isEmpty());
        QCOMPARE(names.contains(u"epc"_s), !content.epcPayload.isEmpty());
        QVERIFY(names.contains(u"desk"_s));
    }

    // The measures of the standard form: address field, information block, codes.
    void measures()
    {
        const auto made = drawn(samples::german());
        QVERIFY(made);
        const auto& page = made.value().pages.front();
        QCOMPARE(page.size, QSizeF(210, 297));
        const auto find = [&](const QString& text) {
            const auto at = std::find_if(page.texts.begin(), page.texts.end(), [&](const TextBox& box) { return box.text == text; });
            return at == page.texts.end() ? QRectF{} : at->area;
        };
        const QRectF window{20, 45, 85, 45};   // DIN 5008 form B
        for (const auto& line : samples::german().addressee) QVERIFY2(window.contains(find(line)), qPrintable(line));
        QVERIFY(qAbs(find(u"Rechnung"_s).left() - 125) < 0.01);
        QVERIFY(qAbs(find(u"Zahlungsinformation zu Ihrer Rechnung"_s).left() - 25) < 0.01);
        QVERIFY(find(u"1.002,45\u00a0€"_s).height() > 8);
        for (const auto& code : page.codes) {
            if (code.name == u"link"_s) QVERIFY(QRectF(25, 212.6, 38.5, 42.6).contains(code.area) && code.version == 3);
            if (code.name == u"epc"_s) QVERIFY(QRectF(151.3, 212.6, 38.7, 42.6).contains(code.area) && code.version == 6 && qAbs(code.module - 0.762) < 0.001);
        }
    }

    void layoutFaultSeesEachKind()
    {
        PageRecord page{{210, 297}, {{{20, 20, 30, 4}, u"one"_s, {}}}, {}};
        QCOMPARE(layoutFault(page), QString{});
        page.texts.push_back({{40, 22, 30, 4}, u"two"_s, {}});
        QVERIFY(layoutFault(page).contains(u"two"_s));
        page.texts.back().area.moveTo(3, 100);
        QVERIFY(layoutFault(page).startsWith(u"edge"_s));
        page.texts.back().area.moveTo(100, 100);
        QCOMPARE(layoutFault(page), QString{});
        page.codes.push_back({u"link"_s, {90, 90, 40, 40}, 1, 3});
        QVERIFY(layoutFault(page).startsWith(u"link"_s));
    }

    void refusals_data()
    {
        QTest::addColumn<LetterContent>("content");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* code, auto change) {
            auto c = samples::german();
            change(c);
            QTest::newRow(name) << c << QString::fromLatin1(code);
        };
        row("control", "made", [](auto&) {});
        row("accent too pale", "paper.accent", [](auto& c) { c.workshop.accent = u"#7DB8EE"_s; });
        row("accent unreadable", "paper.accent", [](auto& c) { c.workshop.accent = u"blue"_s; });
        row("accent just right", "made", [](auto& c) { c.workshop.accent = u"#767676"_s; });
        row("accent just wrong", "paper.accent", [](auto& c) { c.workshop.accent = u"#777777"_s; });
        row("nothing open", "paper.amount", [](auto& c) { c.open = Money::cents(0); });
        row("credit", "paper.amount", [](auto& c) { c.open = Money::cents(-100); });
        row("other currency", "paper.amount", [](auto& c) { c.open = Money::cents(100, domain::Currency::fromCode(u"CHF").value()); });
        row("code for another amount", "paper.code_differs", [](auto& c) { c.open = Money::cents(100246); c.rows.pop_back(); });
        row("table with another amount", "paper.code_differs", [](auto& c) { c.rows.back().amount = Money::cents(1); });
        row("code for another account", "paper.code_differs", [](auto& c) { c.payeeIban = u"DE02120300000000202051"_s; });
        row("code for another payee", "paper.code_differs", [](auto& c) { c.payeeHolder = u"Autohaus Winter GmbH"_s; });
        row("code with another text", "paper.code_differs", [](auto& c) { c.transferText = u"RE-2026-00418"_s; });
        row("no transfer code at all", "paper.code_differs", [](auto& c) { c.epcPayload = "https://example.org"; });
        row("link of another token", "paper.code_differs", [](auto& c) { c.payToken = u"K7M2QX4T9BHS"_s; });
        row("unsafe link", "paper.link", [](auto& c) { c.payUrl.replace(u"https"_s, u"http"_s); });
        row("script link", "paper.link", [](auto& c) { c.payUrl = u"javascript:alert(1)"_s; });
        row("link with a blank", "paper.link", [](auto& c) { c.payUrl = u"https://a.example/x y"_s; });
        row("endless link", "paper.text_too_long", [](auto& c) { c.payToken.clear(); c.payUrl = u"https://a.example/"_s + QString(400, u'x'); });
        row("emoji", "paper.no_glyph", [](auto& c) { c.vehicle = u"VW Käfer 🐞"_s; });
        row("Arabic", "paper.no_glyph", [](auto& c) { c.addressee[1] = u"محمد"_s; });
        row("Chinese", "paper.no_glyph", [](auto& c) { c.addressee[1] = u"王小明"_s; });
        row("fallback face", "made", [](auto& c) { c.vehicle = u"Škoda ✓ ⚠ Ωmega"_s; });
        row("endless name", "paper.text_too_long", [](auto& c) { c.workshop.name = u"Autohaus "_s.repeated(30); });
        row("endless addressee", "paper.text_too_long", [](auto& c) { c.addressee[1] = u"Gesellschaft "_s.repeated(60); });
        row("endless invoice number", "paper.text_too_long", [](auto& c) { c.invoiceNumber = QString(60, u'9'); });
        row("endless plate", "paper.text_too_long", [](auto& c) { c.plate = QString(40, u'M'); });
        row("endless work line is shortened", "made", [](auto& c) { c.work = u"Ölwechsel und "_s.repeated(50); });
        row("desk code with an umlaut", "paper.no_glyph", [](auto& c) { c.deskCode = u"Tä"_s; });
        row("invisible characters are dropped", "made", [](auto& c) { c.vehicle = u"VW\u200b Golf\u00ad\n Variant\u202e"_s; });
    }

    void refusals()
    {
        QFETCH(LetterContent, content);
        QFETCH(QString, code);
        QCOMPARE(codeOf(content), code);
    }

    // Whatever the fields hold: a sound page or a known refusal, never a page that hides something.
    void anyTextIsDrawnWholeOrRefused()
    {
        QRandomGenerator random{417};
        const QString letters = u"abc ABC WMi.,-/öÄßŁşığčřžΩЖ€0123456789 "_s;
        const QStringList known{u"made"_s, u"paper.text_too_long"_s, u"paper.no_glyph"_s};
        int made = 0;
        for (int i = 0; i < 150; ++i) {
            auto c = i % 2 ? samples::german() : samples::english();
            const auto text = [&](int most) {
                QString out;
                for (int k = random.bounded(most + 1); k > 0; --k) out += letters[random.bounded(static_cast<int>(letters.size()))];
                return out;
            };
            for (QString* field : {&c.workshop.tagline, &c.workshop.legalName, &c.workshop.street, &c.workshop.city, &c.workshop.phone, &c.workshop.email,
                                   &c.workshop.director, &c.workshop.bankName, &c.workshop.openingHours, &c.orderNumber, &c.customerNumber, &c.advisor,
                                   &c.vehicle, &c.work, &c.payMethods})
                if (random.bounded(3) == 0) *field = text(80);
            if (i % 3 == 0) c.workshop.name = text(90);
            if (i % 3 == 1) c.addressee = {text(50), text(60), text(40), text(30)};
            for (auto& r : c.rows) if (random.bounded(2)) r.label = text(90);
            if (i % 5 == 0) { c.transferText = u'x' + text(60).simplified(); c.transferText = c.transferText.simplified(); samples::seal(c); }
            const auto code = codeOf(c);
            QVERIFY2(known.contains(code), qPrintable(code));
            if (code == u"made"_s) ++made;
        }
        QVERIFY2(made > 75, qPrintable(QString::number(made)));
    }

    void manyScriptsCanBeReadBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Polish") << u"Łucja Wiśniewska-Żółć"_s;
        QTest::newRow("Turkish") << u"Çağrı Şahinoğlu-Yıldız İğdır"_s;
        QTest::newRow("Greek") << u"Γεώργιος Παπαδόπουλος"_s;
        QTest::newRow("Czech") << u"Jiří Dvořák-Černý Žďár"_s;
        QTest::newRow("Ukrainian") << u"Олександр Ґудзь-Їжак"_s;
        QTest::newRow("Georgian, fallback face") << u"გიორგი"_s;
        QTest::newRow("composed from parts") << u"Mu\u0308ller"_s;
    }

    void manyScriptsCanBeReadBack()
    {
        QFETCH(QString, name);
        auto content = samples::german();
        content.addressee[1] = name;
        const auto made = m_printer.letter(content).result();
        QVERIFY2(made, qPrintable(outcome(made)));
        const auto expected = name.normalized(QString::NormalizationForm_C);
        QVERIFY2(textOf(made.value().pdf).contains(expected), qPrintable(textOf(made.value().pdf).left(300)));
        const auto tool = QStandardPaths::findExecutable(u"pdftotext"_s);
        if (tool.isEmpty()) QSKIP("pdftotext is not installed: read back with QtPdf only");
        QTemporaryDir folder;
        QFile file{folder.filePath(u"letter.pdf"_s)};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(made.value().pdf);
        file.close();
        QProcess reader;
        reader.start(tool, {u"-enc"_s, u"UTF-8"_s, file.fileName(), u"-"_s});
        QVERIFY(reader.waitForFinished());
        const auto text = QString::fromUtf8(reader.readAllStandardOutput());
        QVERIFY2(text.contains(expected), qPrintable(text.left(300)));
        QVERIFY(text.contains(u"1.002,45 €"_s) && text.contains(u"DE89 3704 0044 0532 0130 00"_s));
        QCOMPARE(QString::fromUtf8(reader.readAllStandardError()), QString{});   // a faulty ToUnicode map would be complained about here
    }

    void fileSaysWhatItIs()
    {
        const auto german = m_printer.letter(samples::german()).result(), again = m_printer.letter(samples::german()).result();
        const auto english = m_printer.letter(samples::english()).result();
        QVERIFY2(german, qPrintable(outcome(german)));
        const auto& pdf = german.value().pdf;
        QVERIFY(pdf.contains("/Lang (de-DE)"));
        QVERIFY(english.value().pdf.contains("/Lang (en-GB)"));
        QVERIFY(pdf.contains("/PrintScaling /None"));
        QVERIFY(pdf.contains("/URI (https://zahl.sommer.example/K7M2QX4T9BHR)"));
        QVERIFY(pdf.contains("Zahlungsinformation RE-2026-00417"));
        QVERIFY(pdf.contains("<0000> <00ff> <0000>"));
        QCOMPARE(german.value().sha256, again.value().sha256);
        QCOMPARE(german.value().sha256, QCryptographicHash::hash(pdf, QCryptographicHash::Sha256));
        QCOMPARE(german.value().pages, 1);
        QVERIFY(pdf.size() < 110'000);
    }

    void aDamagedFileIsNotRepaired()
    {
        for (const QByteArray& bytes : {QByteArray{}, QByteArray{"no file"}, QByteArray{"%PDF-1.4\ntrailer"}})
            QCOMPARE(repaired(bytes, u"de-DE"_s, u"x"_s, {}).error().code, u"paper.library"_s);
    }

    void trainingCannotBePaid()
    {
        const auto made = m_printer.letter(samples::training()).result();
        QVERIFY2(made, qPrintable(outcome(made)));
        QCOMPARE(made.value().provenCodes, (QStringList{u"link"_s, u"desk"_s}));
        const auto text = textOf(made.value().pdf);
        QVERIFY(text.contains(u"SCHULUNG"_s));
        QVERIFY(text.contains(u"DE00 0000 0000 0000 0000 00"_s));
        QVERIFY(!text.contains(u"DE89"_s));
        QVERIFY(!textOf(m_printer.letter(samples::german()).result().value().pdf).contains(u"SCHULUNG"_s));
    }

    // The sample workshop shows how the code works; its text says that it is no claim.
    void trainingCodeSaysSo()
    {
        auto content = samples::german();
        content.training = true;
        QCOMPARE(m_printer.letter(content).result().error().code, u"paper.training_transfer"_s);
        content.transferText = u"SCHULUNG "_s + content.transferText;
        content.epcPayload = domain::epcPayload({content.payeeHolder, content.payeeIban, {}, content.open, {}, {}, content.transferText}).value();
        const auto made = m_printer.letter(content).result();
        QVERIFY2(made, qPrintable(outcome(made)));
        QVERIFY(made.value().provenCodes.contains(u"epc"_s));
        QVERIFY(textOf(made.value().pdf).contains(u"SCHULUNG"_s));
    }

    void copyAndSheetNumber()
    {
        auto content = samples::copy();
        content.sheetVersion = 3;
        const auto text = textOf(m_printer.letter(content).result().value().pdf);
        QVERIFY(text.contains(u"KOPIE 2"_s));
        QVERIFY(text.contains(u"Nachdruck 24.11.2026, 09:12 Uhr"_s));
        QVERIFY(text.contains(u"Blatt 3"_s));
        content.language = u"en"_s;
        QVERIFY(textOf(m_printer.letter(content).result().value().pdf).contains(u"COPY 2"_s));
    }

    void receipts()
    {
        auto content = samples::receipt();
        const auto cash = m_printer.receipt(content).result();
        QVERIFY2(cash, qPrintable(outcome(cash)));
        auto text = textOf(cash.value().pdf);
        for (const auto& part : {u"Zahlungsbeleg"_s, u"Nr. 2026-1042"_s, u"Kassenbeleg Nr. K1-20417"_s, u"702,45\u00a0€"_s, u"Rückgeld 20,00\u00a0€"_s, u"23.11.2026, 16:32 Uhr"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
        content.method = u"card"_s;
        content.training = true;
        content.copy = 2;
        content.openAfter = {};
        const auto card = m_printer.receipt(content).result();
        QVERIFY2(card, qPrintable(outcome(card)));
        text = textOf(card.value().pdf);
        for (const auto& part : {u"Terminalbeleg Nr. K1-20417"_s, u"SCHULUNG"_s, u"KOPIE 2"_s, u"BEZAHLT, nichts mehr offen"_s}) QVERIFY2(text.contains(part), qPrintable(part));
        QVERIFY(!text.contains(u"Rückgeld"_s));
        content.workshop.name = u"Kraftfahrzeug-Meisterbetrieb Schwäbisch-Großaspach Inh. Wolfgang Mützenbäcker"_s;
        content.externalReceipt.clear();
        QVERIFY(m_printer.receipt(content).result());
        QVERIFY(layoutFault(drawReceipt(checked(content).value(), *m_assets).value().pages.front()).isEmpty());
    }

    void refundsAreNoPayments()
    {
        auto content = samples::receipt();
        content.refund = true;
        content.reason = u"Teile nicht verbaut, Auftrag 88"_s;
        const auto cash = m_printer.receipt(content).result();
        QVERIFY2(cash, qPrintable(outcome(cash)));
        auto text = textOf(cash.value().pdf);
        for (const auto& part : {u"Erstattungsbeleg"_s, u"Bar zurückgezahlt"_s, u"Grund: Teile nicht verbaut, Auftrag 88"_s, u"Unterschrift"_s, u"Kassenbeleg Nr. K1-20417"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
        for (const auto& part : {u"Zahlungsbeleg"_s, u"BEZAHLT"_s, u"Vielen Dank"_s}) QVERIFY2(!text.contains(part), qPrintable(part));
        content.method = u"online"_s;
        content.pending = true;
        content.language = u"en"_s;
        text = textOf(m_printer.receipt(content).result().value().pdf);
        for (const auto& part : {u"Refund slip"_s, u"Online refund under way"_s}) QVERIFY2(text.contains(part), qPrintable(part));
        QVERIFY(!text.contains(u"signature"_s));
    }

    void logosOfAnyKind()
    {
        auto content = samples::german();
        QImage wide{900, 200, QImage::Format_RGB32};
        wide.fill(Qt::darkBlue);
        content.workshop.logoPng = samples::pngOf(wide);
        const auto made = m_printer.letter(content).result();
        QVERIFY2(made, qPrintable(outcome(made)));
        QVERIFY(!textOf(made.value().pdf).contains(u"Meisterbetrieb für alle Marken"_s));   // the word mark says it
        for (const auto& broken : {QByteArray{"no picture"}, samples::logo().left(200), QByteArray(3'000'000, 'x')}) {
            content.workshop.logoPng = broken;
            const auto plain = m_printer.letter(content).result();
            QVERIFY2(plain, qPrintable(outcome(plain)));
            QVERIFY(textOf(plain.value().pdf).contains(u"Autohaus Sommer & Söhne"_s));
        }
    }

    void printerMayDieBeforeItsAnswer()
    {
        QFuture<Result<ports::PaperDocument>> future;
        {
            LetterPrinter shortLived;
            future = shortLived.letter(samples::german());
        }
        QVERIFY(future.result());
    }

    void batches()
    {
        QCOMPARE(m_printer.letters({}).result().error().code, u"paper.batch"_s);
        QCOMPARE(m_printer.letters(std::vector<LetterContent>(LetterPrinter::kMaxBatch + 1)).result().error().code, u"paper.batch"_s);
        const auto made = m_printer.letters({samples::german(), samples::english(), samples::extreme()}).result();
        QVERIFY2(made, qPrintable(outcome(made)));
        QCOMPARE(made.value().pages, 3);
        auto wrong = samples::english();
        wrong.transferText = u"other"_s;
        QCOMPARE(m_printer.letters({samples::german(), wrong}).result().error().code, u"paper.code_differs"_s);
    }
};

QTEST_GUILESS_MAIN(TestLetter)
#include "tst_letter.moc"
