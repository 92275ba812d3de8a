// Letter and receipt in each of the owner's languages: nothing missing, nothing cut off, nothing the fonts do not have, and the codes untouched by it.
#include "app/adapters/paper/letter/drawing.h"
#include "app/adapters/paper/letter/letter_printer.h"
#include "samples.h"
#include "sheet_text.h"
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::letter;
using domain::Money;
using ports::LetterContent;
using ports::ReceiptContent;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kTables = QStringLiteral(TRESEN_SOURCE_DIR) + u"/resources/letter/"_s;

QJsonObject tableOf(const QString& code)
{
    QFile file{kTables + u"texts_"_s + code + u".json"_s};
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject{};
}

QString wordsOf(const QByteArray& pdf) { return samples::textOf(pdf).simplified(); }

} // namespace

class TestLetterLanguages : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<const Assets> m_assets;
    LetterPrinter m_printer;

    void verifySound(const Drawing& drawing, const QString& what) const
    {
        const auto& page = drawing.pages.front();
        QVERIFY2(layoutFault(page).isEmpty(), qPrintable(what + u": "_s + layoutFault(page)));
        for (const auto& text : page.texts) {
            QVERIFY2(!text.text.contains(u'…'), qPrintable(what + u": "_s + text.text));   // shortened
            QVERIFY2(!text.text.contains(u'{') && !text.text.contains(u'}'), qPrintable(what + u": "_s + text.text));
            QVERIFY2(text.type.size >= 5.5, qPrintable(what + u": "_s + text.text));
        }
    }
    void verifyLetter(const LetterContent& content, const QString& what) const
    {
        const auto sound = checked(content);
        QVERIFY2(sound, qPrintable(what));
        const auto made = drawLetters({sound.value()}, *m_assets);
        QVERIFY2(made, qPrintable(what + u": "_s + (made ? QString{} : made.error().code + u' ' + made.error().detail)));
        verifySound(made.value(), what);
        // The lower third: every word stays in its own box, clear of telephone, bank and code.
        constexpr double kTop = 212.6, kBottom = 255.2, kTelephone = 95, kBank = 143, kCodeOfB = 151.4;
        for (const auto& text : made.value().pages.front().texts) {
            const auto& area = text.area;
            if (area.top() < kTop || area.bottom() > kBottom || content.payUrl.isEmpty() || (content.epcPayload.isEmpty() && !content.training)) continue;
            const bool inA = area.left() < 101, head = area.top() < kTop + 8.5;
            if (inA) QVERIFY2(area.right() <= (head ? kTelephone : 100.4), qPrintable(what + u": "_s + text.text));
            else if (area.left() < kCodeOfB) QVERIFY2(area.right() <= (head ? kBank : kCodeOfB), qPrintable(what + u": "_s + text.text));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = Assets::load();
        QVERIFY(loaded);
        m_assets = loaded.value();
    }

    void tablesHaveTheSameKeysAndEveryUsedOne()
    {
        const auto german = tableOf(u"de"_s);
        QVERIFY(german.size() > 50);
        static const QRegularExpression hole{u"\\{[a-z]+\\}"_s};
        const auto holes = [](const QString& text) {
            QStringList out;
            for (auto it = hole.globalMatch(text); it.hasNext();) out += it.next().captured();
            out.sort();
            return out;
        };
        QStringList files;
        for (const auto& one : domain::ownerLanguages()) {
            const auto table = tableOf(one.code);
            files += u"texts_"_s + one.code + u".json"_s;
            QCOMPARE(table.keys(), german.keys());
            QCOMPARE(table[u"locale"].toString(), one.locale);
            for (const auto& key : german.keys()) {
                QVERIFY2(!table[key].toString().trimmed().isEmpty(), qPrintable(one.code + u'.' + key));
                QVERIFY2(holes(table[key].toString()) == holes(german[key].toString()), qPrintable(one.code + u'.' + key));
            }
        }
        files.sort();
        QCOMPARE(QDir{kTables}.entryList({u"texts_*.json"_s}, QDir::Files, QDir::Name), files);   // none without a row in the list
        QSet<QString> words;
        QDirIterator sources{QStringLiteral(TRESEN_SOURCE_DIR) + u"/app/adapters/paper/letter"_s, {u"*.cpp"_s}, QDir::Files};
        static const QRegularExpression used{u"(?:(?:m_texts|texts|said|dated|\\(\\*this\\))\\(|label\\([^\"\\n]*)\"([a-z0-9_]+)\""_s};
        while (sources.hasNext()) {
            QFile file{sources.next()};
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (auto it = used.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();) words += it.next().captured(1);
        }
        QVERIFY(words.size() > 30);
        for (const auto& word : words) QVERIFY2(german.contains(word), qPrintable(word));
    }

    // A translation that was forgotten would be the German or English word again.
    void noLanguageIsACopyOfAnother()
    {
        const auto& all = domain::ownerLanguages();
        for (const auto& one : all)
            for (const auto& other : all) {
                if (&one == &other) continue;
                const auto a = tableOf(one.code), b = tableOf(other.code);
                qsizetype same = 0;
                for (const auto& key : a.keys())
                    if (a[key] == b[key]) ++same;
                QVERIFY2(same * 6 < a.size(), qPrintable(u"%1 and %2 share %3"_s.arg(one.code, other.code).arg(same)));
            }
    }

    // The three faces have every letter; the narrow blank of the French amounts is drawn as the usual one.
    void theFontsHaveEveryLetter()
    {
        for (const auto& one : domain::ownerLanguages()) {
            QString all = one.name + one.invoice;
            const auto table = tableOf(one.code);
            for (const auto& key : table.keys()) all += table[key].toString();
            for (QDate day{2026, 1, 1}; day.year() == 2026; day = day.addDays(1)) all += one.sheetDay(day) + one.sheetDate(day) + one.longDate(day);
            for (const QChar c : all)
                for (const auto face : {Face::Regular, Face::Semibold, Face::Bold}) QVERIFY2(m_assets->fonts->has(face, c.unicode()), qPrintable(u"%1: %2"_s.arg(one.code, QString{c})));
            const QString amount = one.money(Money::cents(-123'456'789)).remove(u'\u202f');
            for (const QChar c : amount)
                for (const auto face : {Face::Regular, Face::Semibold, Face::Bold}) QVERIFY2(m_assets->fonts->has(face, c.unicode()), qPrintable(one.code));
        }
    }

    void everyLetterFits_data()
    {
        QTest::addColumn<QString>("language");
        for (const auto& one : domain::ownerLanguages()) QTest::newRow(qPrintable(one.code)) << one.code;
    }
    void everyLetterFits()
    {
        QFETCH(QString, language);
        const auto plain = samples::worded(language);
        for (const QDate monday : {QDate{2026, 9, 21}, QDate{2026, 12, 21}})   // every weekday, in months with long names
            for (int i = 0; i < 7; ++i) {
                auto c = plain;
                c.dueDate = c.invoiceDate = monday.addDays(i);
                verifyLetter(c, language + u' ' + c.dueDate.toString(Qt::ISODate));
                if (QTest::currentTestFailed()) return;
            }
        const auto variant = [&](const QString& name, auto&& change) {
            auto c = plain;
            change(c);
            verifyLetter(c, language + u' ' + name);
        };
        variant(u"copy"_s, [](auto& c) { c.copy = 12; c.reprintedAt = Instant::fromIso(u"2026-11-24T08:12:00.000Z"_s); });
        variant(u"training"_s, [](auto& c) { c.training = true; c.epcPayload.clear(); });
        variant(u"training with a code"_s, [](auto& c) { c.training = true; c.transferText = u"SCHULUNG 417"_s; samples::seal(c); });
        variant(u"no link"_s, [](auto& c) { c.payUrl.clear(); c.payToken.clear(); });
        variant(u"no transfer"_s, [](auto& c) { c.epcPayload.clear(); });
        variant(u"at once"_s, [](auto& c) { c.dueDate = {}; c.invoiceDate = {}; });
        variant(u"no key"_s, [](auto& c) { c.keyWaits = false; c.plate.clear(); });
        variant(u"company"_s, [](auto& c) { c.salutationName.clear(); });
        variant(u"Ms"_s, [](auto& c) { c.salutationName = u"Frau Sommer"_s; });
        variant(u"Mr"_s, [](auto& c) { c.salutationName = u"Herr Sommer"_s; });
        variant(u"account of the portal"_s, [](auto& c) { c.accountOfPortal = true; });
        variant(u"many rows"_s, [](auto& c) { for (int i = 0; i < 20; ++i) c.rows.insert(c.rows.begin(), {ports::LetterRow::Kind::Item, u"Teil"_s, Money::cents(1)}); });
        variant(u"a large amount"_s, [](auto& c) { c.open = Money::cents(123'456'789'01); c.rows.clear(); samples::seal(c); });
    }

    void everyReceiptFits_data() { everyLetterFits_data(); }
    void everyReceiptFits()
    {
        QFETCH(QString, language);
        const auto verify = [&](const ReceiptContent& content, const QString& what) {
            const auto sound = checked(content);
            QVERIFY2(sound, qPrintable(what));
            const auto made = drawReceipt(sound.value(), *m_assets);
            QVERIFY2(made, qPrintable(what + u": "_s + (made ? QString{} : made.error().code + u' ' + made.error().detail)));
            verifySound(made.value(), what);
        };
        auto c = samples::receipt();
        c.language = language;
        c.reason = u"Teile nicht verbaut"_s;
        for (const bool refund : {false, true})
            for (const auto& method : {u"cash"_s, u"card"_s, u"transfer"_s, u"online"_s})
                for (const qint64 left : {70'245, 0, -1'000}) {
                    c.refund = refund;
                    c.method = method;
                    c.openAfter = Money::cents(left);
                    c.pending = left < 0;
                    c.training = left == 0;
                    c.copy = c.training ? 3 : 0;
                    verify(c, u"%1 %2 %3 %4"_s.arg(language, refund ? u"refund"_s : u"paid"_s, method).arg(left));
                    if (QTest::currentTestFailed()) return;
                }
    }

    // Proof before print, the transfer's data as before, the file in its language and the words to be read back, letter by letter.
    void provenAndReadBack_data() { everyLetterFits_data(); }
    void provenAndReadBack()
    {
        QFETCH(QString, language);
        const auto& one = domain::ownerLanguageOr(language);
        const auto content = samples::worded(language);
        const auto made = m_printer.letter(content).result();
        QVERIFY2(made, qPrintable(made ? QString{} : made.error().code + u' ' + made.error().detail));
        QCOMPARE(made.value().provenCodes, (QStringList{u"link"_s, u"epc"_s, u"desk"_s}));   // compared with the contents, byte by byte
        QCOMPARE(content.epcPayload, samples::worded(u"de"_s).epcPayload);
        QVERIFY(made.value().pdf.contains(QByteArray{"/Lang ("} + one.locale.toLatin1() + ')'));
        QVERIFY2(made.value().pdf.size() < 110'000, qPrintable(QString::number(made.value().pdf.size())));   // no language needs the fallback face
        const auto words = wordsOf(made.value().pdf);
        const auto table = tableOf(language);
        const auto said = [&](QString text) {
            text = text.simplified();
            QVERIFY2(words.contains(text), qPrintable(language + u": "_s + text));
        };
        for (const auto* key : {"title", "table_head", "card_label", "how_to_pay", "row_open", "row_deposit", "row_credit", "box_b", "reference", "at_counter", "on_account", "step3_key"})
            said(table[QLatin1StringView{key}].toString());
        said(one.money(content.open));
        said(table[u"card_due"].toString().replace(u"{d}"_s, one.sheetDay(content.dueDate)));
        said(content.transferText);
        said(u"DE89 3704 0044 0532 0130 00"_s);
    }

    void sheetsOfSeveralLanguagesInOneRun()
    {
        std::vector<LetterContent> all;
        for (const auto& one : domain::ownerLanguages()) all.push_back(samples::worded(one.code));
        const auto made = m_printer.letters(all).result();
        QVERIFY2(made, qPrintable(made ? QString{} : made.error().code + u' ' + made.error().detail));
        QCOMPARE(made.value().pages, static_cast<int>(all.size()));
        const auto words = wordsOf(made.value().pdf);
        for (const auto& one : domain::ownerLanguages()) QVERIFY2(words.contains(tableOf(one.code)[u"title"].toString()), qPrintable(one.code));
    }
};

QTEST_GUILESS_MAIN(TestLetterLanguages)
#include "tst_letter_languages.moc"
