// PayPage: every state in every language, hostile data, amounts and dates, colours; and the pure LinkBook below it.
#include "app/adapters/portal/training/pay_page.h"
#include "app/core/limits.h"
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::adapters::training;

namespace {

const Instant kNow = Instant::fromIso(u"2026-11-23T13:32:00.000Z"_s);

WorkshopPage workshop()
{
    return {u"Autohaus Sommer & Söhne"_s,      u"Esslingen am Neckar"_s,    u"+49 (711) 550417-12"_s, {}, {}, u"Mo–Fr 7:30–18 Uhr"_s,
            u"Autohaus Sommer & Söhne GmbH"_s, u"DE89370400440532013000"_s, u"Neckarstraße 1"_s,      {}};
}

TrainingLink linkOf(const QString& number)
{
    TrainingLink link;
    link.id = u"trl_"_s + number;
    link.secret = u"5ec3e7"_s + number;
    link.createdAt = kNow;
    link.order.idempotencyKey = u"key"_s + number;
    link.order.token = u"K7M2QX4T9BH"_s + number;
    link.order.amount = domain::Money::cents(100245);
    link.order.invoiceNumber = u"RE-2026-00417"_s;
    link.order.plate = u"ES-MG 417E"_s;
    link.order.vehicle = u"VW Golf Variant"_s;
    link.order.dueDate = QDate{2026, 12, 7};
    link.order.issueDate = QDate{2026, 11, 23};
    link.order.onAccountOffered = true;
    link.order.summary = {{u"Arbeitslohn"_s, domain::Money::cents(120245), false}, {u"Anzahlung"_s, domain::Money::cents(-20000), true}};
    return link;
}

// A book with the links given and then the changes given as {kind, link id, more}.
struct Change { QString kind, id; QJsonObject more; };
LinkBook bookOf(const QList<TrainingLink>& links, const QList<Change>& changes = {})
{
    LinkBook book;
    for (const auto& link : links) book.apply(linkLine(link).chopped(1));
    for (const auto& change : changes) book.apply(changeLine(change.kind, change.id, kNow, change.more).chopped(1));
    return book;
}

QString pageOf(const LinkBook& book, const QString& id, const QString& language = u"de"_s, Instant now = kNow,
               const WorkshopPage& shop = workshop())
{
    return QString::fromUtf8(PayPage{shop, {}, false}.link(book, *book.byId(id), {language, now}));
}

// Reads the page as the XML it almost is: void elements closed, the doctype and named entities put aside. Empty: well-formed.
QString faultOf(QString html)
{
    static const QRegularExpression voids{u"<(meta|input|br|img)\\b([^>]*)>"_s},
        styles{u"<style>.*</style>"_s, QRegularExpression::DotMatchesEverythingOption};
    html.remove(u"<!doctype html>"_s).remove(styles).replace(voids, u"<\\1\\2/>"_s).replace(u" required"_s, u" required=\"\""_s);
    QXmlStreamReader reader{html};
    while (!reader.atEnd()) reader.readNext();
    return reader.hasError() ? reader.errorString() + QString::number(reader.lineNumber()) : QString{};
}

double channel(int c) { return c / 255.0 <= 0.04045 ? c / 255.0 / 12.92 : std::pow((c / 255.0 + 0.055) / 1.055, 2.4); }
double luminance(const QString& hex)
{
    const QString full = hex.size() == 4 ? u"#%1%1%2%2%3%3"_s.arg(hex[1]).arg(hex[2]).arg(hex[3]) : hex;
    const uint v = full.mid(1).toUInt(nullptr, 16);
    return 0.2126 * channel(static_cast<int>(v >> 16 & 255)) + 0.7152 * channel(static_cast<int>(v >> 8 & 255))
           + 0.0722 * channel(static_cast<int>(v & 255));
}
double contrast(const QString& a, const QString& b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class TestPayPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void textsAreComplete();
    void amountsAndDates();
    void everyState_data();
    void everyState();
    void theSwitchOffersEveryLanguage();
    void otherPages();
    void hostileData();
    void logo();
    void plates();
    void trainingNeverShowsARealIban();
    void phoneNumbers();
    void hoursInTheLanguageOfThePage();
    void prefixAndEncryption();
    void formTokens();
    void accents();
    void damagedLines();
};

void TestPayPage::textsAreComplete()
{
    const PageTexts de{u"de"_s};
    const auto setOf = [](const PageTexts& t) { const auto keys = t.keys(); return std::set<QString>{keys.begin(), keys.end()}; };
    QVERIFY(de.keys().size() > 60);
    QCOMPARE(PageTexts::languages().size(), static_cast<qsizetype>(domain::ownerLanguages().size()));
    static const QRegularExpression placeholder{u"\\{[a-z]+\\}"_s};
    for (const auto& one : domain::ownerLanguages()) {
        const PageTexts t{one.code};
        QCOMPARE(t.language(), one.code);
        QCOMPARE(t.plain(u"lang_name"_s), one.name);
        QVERIFY2(setOf(t) == setOf(de), qPrintable(one.code));
        const auto keys = de.keys();
        for (const auto& key : keys) {
            const auto names = [&](const PageTexts& of) {
                std::multiset<QString> out;
                for (auto it = placeholder.globalMatch(of.plain(key)); it.hasNext();) out.insert(it.next().captured());
                return out;
            };
            QVERIFY2(names(t) == names(de), qPrintable(one.code + u'.' + key));
            QVERIFY2(!t.plain(key).trimmed().isEmpty(), qPrintable(one.code + u'.' + key));
            // A long text that is the same as another language's has not been translated.
            for (const auto& other : domain::ownerLanguages())
                if (other.code != one.code && t.plain(key).size() > 30) QVERIFY2(t.plain(key) != PageTexts{other.code}.plain(key), qPrintable(one.code + u'.' + key));
        }
    }
    QCOMPARE(PageTexts{u"sv"_s}.language(), u"de"_s);
    QCOMPARE(PageTexts{u"fr-CH"_s}.language(), u"fr"_s);
}

void TestPayPage::amountsAndDates()
{
    const auto link = linkOf(u"1"_s);
    const auto book = bookOf({link});
    for (const auto& one : domain::ownerLanguages()) {
        const auto page = pageOf(book, link.id, one.code);
        for (const auto& shown : {one.money(link.order.amount), one.money(domain::Money::cents(-20000)), one.longDate(link.order.dueDate), one.shortDate(link.order.issueDate)})
            QVERIFY2(page.contains(escaped(shown)), qPrintable(one.code + u": "_s + shown));
    }
}

void TestPayPage::everyState_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("german");
    QTest::addColumn<QString>("english");
    QTest::addColumn<bool>("payable");
    QTest::newRow("open") << u"open"_s << u"Noch zu zahlen"_s << u"Left to pay"_s << true;
    QTest::newRow("started") << u"start"_s << u"Noch zu zahlen"_s << u"Left to pay"_s << true;
    QTest::newRow("checking") << u"hangs"_s << u"Bitte nicht noch einmal bezahlen"_s << u"Please do not pay again"_s << false;
    QTest::newRow("paid") << u"paid"_s << u"Bezahlt, vielen Dank!"_s << u"Paid, thank you!"_s << false;
    QTest::newRow("known") << u"fetched"_s << u"Der Tresen weiß Bescheid"_s << u"The desk knows"_s << false;
    QTest::newRow("elsewhere") << u"elsewhere"_s << u"Schon bezahlt"_s << u"Already paid"_s << false;
    QTest::newRow("counter") << u"counter"_s << u"An der Kasse bezahlen"_s << u"Pay at the counter"_s << true;
    QTest::newRow("account") << u"account"_s << u"Anfrage ist da"_s << u"We have your request"_s << true;
    QTest::newRow("superseded") << u"superseded"_s << u"Dieses Blatt ist nicht mehr gültig"_s << u"This sheet is no longer valid"_s
                                << false;
    QTest::newRow("withdrawn") << u"cancelled"_s << u"Dieser Link ist geschlossen"_s << u"This link is closed"_s << false;
    QTest::newRow("expired") << u"expired"_s << u"Dieser Link ist abgelaufen"_s << u"This link has expired"_s << false;
}

void TestPayPage::everyState()
{
    QFETCH(QString, state);
    QFETCH(QString, german);
    QFETCH(QString, english);
    QFETCH(bool, payable);
    const auto link = linkOf(u"1"_s);
    QList<TrainingLink> links{link};
    QList<Change> changes;
    if (state == u"start" || state == u"hangs" || state == u"paid" || state == u"fetched") changes.append({change::kStart, link.id, {}});
    if (state == u"hangs") changes.append({change::kHangs, link.id, {}});
    if (state == u"paid" || state == u"fetched") changes.append({change::kPaid, link.id, {{u"payment"_s, u"tr_1"_s}}});
    if (state == u"fetched") changes.append({change::kFetched, link.id, {}});
    if (state == u"elsewhere") changes.append({change::kReason, link.id, {{u"reason"_s, u"paid_elsewhere"_s}}});
    if (state == u"counter" || state == u"account") changes.append({change::kChoice, link.id, {{u"choice"_s, state}}});
    if (state == u"cancelled" || state == u"superseded") changes.append({change::kCancelled, link.id, {}});
    if (state == u"superseded") links.append(linkOf(u"2"_s));
    if (state == u"expired") changes.append({change::kExpired, link.id, {}});
    const auto book = bookOf(links, changes);
    QCOMPARE(book.damaged(), 0);
    for (const auto& language : PageTexts::languages()) {
        const QString page = pageOf(book, link.id, language);
        if (language == u"de" || language == u"en") QVERIFY2(page.contains(language == u"de" ? german : english), qPrintable(page.mid(page.indexOf(u"<main>"_s))));
        else QVERIFY2(!page.contains(german) && !page.contains(english), qPrintable(language));   // its own words
        QCOMPARE(page.contains(u"action=\"/K7M2QX4T9BH1/pay?lang="_s), payable);
        QCOMPARE(faultOf(page), QString{});
        QVERIFY(page.contains(u"<html lang=\""_s + language + u"\">"_s));
        QVERIFY(page.contains(u"<p class=\"band\">"_s + PageTexts{language}.html(u"band"_s) + u"</p>"_s) && page.contains(u"SCHULUNG"_s));
        QVERIFY(page.contains(u"name=\"robots\" content=\"noindex"_s) && page.contains(u"prefers-color-scheme:dark"_s)
                && page.contains(u"prefers-reduced-motion"_s));
        QVERIFY(page.contains(u"<h1>"_s));
        static const QRegularExpression outside{
            u"<script|<link|<iframe|javascript:|src=\"(?!data:)|url\\(|https?://|@import|\\bon[a-z]+="_s};
        QVERIFY2(!outside.match(page).hasMatch(), qPrintable(outside.match(page).captured()));
        static const QRegularExpression rawKey{u">[a-z]+_[a-z_]+<|\\{[a-z]+\\}</"_s};
        QVERIFY2(!rawKey.match(page.mid(page.indexOf(u"<main>"_s))).hasMatch(), qPrintable(rawKey.match(page).captured()));
        QVERIFY2(page.toUtf8().size() < 14'000, qPrintable(QString::number(page.toUtf8().size())));
        // No form by GET may change anything.
        QVERIFY(page.count(u"<form"_s) == page.count(u"method=\"post\""_s));
    }
    QVERIFY(pageOf(book, link.id, u"de"_s).contains(u"?lang=en\" lang=\"en\""_s));
}

// On every page a plain link to each language, in its own words, to the same address; the one that is shown is marked.
void TestPayPage::theSwitchOffersEveryLanguage()
{
    const auto link = linkOf(u"1"_s);
    const auto book = bookOf({link});
    const PayPage pages{workshop(), u"/zahlen"_s, false};
    const auto offers = [](const QByteArray& html, const QString& path, const QString& shown) {
        const auto page = QString::fromUtf8(html);
        for (const auto& one : domain::ownerLanguages()) {
            const auto now = one.code == shown ? u" aria-current=\"true\""_s : QString{};
            const auto wanted = u"<a href=\"%1?lang=%2\" lang=\"%2\" hreflang=\"%2\"%3>%4</a>"_s.arg(path, one.code, now, one.name);
            QVERIFY2(page.count(wanted) == 1, qPrintable(wanted));
        }
        QCOMPARE(page.count(u"aria-current"_s), 2);   // here and in the style sheet
    };
    for (const auto& language : PageTexts::languages()) {
        const PageRequest request{language, kNow};
        offers(pages.link(book, *book.byId(link.id), request), u"/zahlen/"_s + link.order.token, language);
        offers(pages.paymentScreen(link, request), u"/zahlen/"_s + link.order.token + u"/pay"_s, language);
        offers(pages.privacy(request), u"/zahlen/-/privacy"_s, language);
        offers(pages.unknown(request), u"/zahlen/"_s, language);
    }
}

void TestPayPage::otherPages()
{
    const PayPage pages{workshop(), {}, false};
    for (const auto& language : PageTexts::languages()) {
        const PageRequest request{language, kNow};
        for (const QByteArray& page : {pages.unknown(request), pages.enterCode(request), pages.limited(request), pages.trouble(request),
                                       pages.imprint(request), pages.privacy(request), pages.paymentScreen(linkOf(u"1"_s), request)})
            QCOMPARE(faultOf(QString::fromUtf8(page)), QString{});
        QVERIFY(QString::fromUtf8(pages.imprint(request)).contains(u"Neckarstraße 1"_s));
    }
    const auto book = bookOf({linkOf(u"1"_s)}, {{change::kStart, u"trl_1"_s, {}}, {change::kHangs, u"trl_1"_s, {}}});
    QVERIFY(pageOf(book, u"trl_1"_s, u"de"_s, kNow.plusMs(limits::kPayPageRefreshMaxMs - 1))
                .contains(u"http-equiv=\"refresh\" content=\"5\""_s));
    QVERIFY(!pageOf(book, u"trl_1"_s, u"de"_s, kNow.plusMs(limits::kPayPageRefreshMaxMs)).contains(u"http-equiv=\"refresh\""_s));
}

void TestPayPage::hostileData()
{
    const QStringList nasty{u"<script>alert(1)</script>"_s,
                            u"\"><img src=x onerror=alert(1)>"_s,
                            u"' autofocus onfocus='alert(1)"_s,
                            u"</style><svg onload=alert(1)>"_s,
                            u"&lt;b&gt;&#60;"_s,
                            u"a\u202Edetrevni\u0007\u0000\r\nSet-Cookie: x"_s,
                            u"{plate}{date}{number}%1%2"_s,
                            u"<!--"_s};
    for (const auto& evil : nasty) {
        auto link = linkOf(u"1"_s);
        link.order.invoiceNumber = link.order.plate = link.order.vehicle = evil;
        link.order.summary = {{evil, domain::Money::cents(1), false}};
        auto shop = workshop();
        shop.name = shop.city = shop.phone = shop.openingHours = shop.payeeHolder = shop.imprint = shop.privacy = shop.accent = evil;
        shop.payeeIban = evil;
        const QList<QList<Change>> histories{{},
                                             {{change::kStart, link.id, {}}, {change::kPaid, link.id, {{u"payment"_s, evil}}}},
                                             {{change::kChoice, link.id, {{u"choice"_s, u"counter"_s}}}},
                                             {{change::kCancelled, link.id, {}}},
                                             {{change::kStart, link.id, {}}, {change::kHangs, link.id, {}}}};
        for (const auto& history : histories) {
            const auto book = bookOf({link}, history);
            QCOMPARE(book.damaged(), 0);
            const QString page = pageOf(book, link.id, u"de"_s, kNow, shop);
            QCOMPARE(faultOf(page), QString{});
            for (const auto& piece :
                 {u"<script"_s, u"<img"_s, u"<svg onload"_s, u"<!--"_s, u" onerror=alert(1)>"_s, u"\u202E"_s, u"\u0007"_s, u"onfocus='"_s})
                QVERIFY2(!page.contains(piece), qPrintable(piece));
            QCOMPARE(page.count(u"</style>"_s), 1);
        }
        const PayPage pages{shop, {}, false};
        for (const auto& language : PageTexts::languages()) {
            const auto page = QString::fromUtf8(pages.link(bookOf({link}), link, {language, kNow}));
            QVERIFY2(faultOf(page).isEmpty() && !page.contains(u"<script"_s) && !page.contains(u"<img"_s), qPrintable(language));
        }
        QCOMPARE(faultOf(QString::fromUtf8(pages.imprint({u"en"_s, kNow}))), QString{});
        QCOMPARE(faultOf(QString::fromUtf8(pages.paymentScreen(link, {u"en"_s, kNow}))), QString{});
    }
    // Once more as data, not as markup: what was typed is what is shown.
    auto link = linkOf(u"1"_s);
    link.order.vehicle = nasty[0];
    QVERIFY(pageOf(bookOf({link}), link.id).contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s));
}

void TestPayPage::logo()
{
    auto shop = workshop();
    const auto page = [&] { return pageOf(bookOf({linkOf(u"1"_s)}), u"trl_1"_s, u"de"_s, kNow, shop); };
    QVERIFY(page().contains(u">A</text>"_s));
    shop.logoPng = QByteArray{"\x89PNG\r\n\x1a\n"} + QByteArray{100, 'x'};
    QVERIFY(page().contains(u"src=\"data:image/png;base64,iVBORw0KGgp4"_s) && !page().contains(u">A</text>"_s));
    shop.logoPng += QByteArray{limits::kPayPageMaxLogo, 'x'};
    QVERIFY(!page().contains(u"data:image"_s));
    shop.logoPng = "<svg onload=alert(1)>";
    QVERIFY(!page().contains(u"data:image"_s));
    shop.name.clear();
    QVERIFY(page().contains(u">?</text>"_s));
}

void TestPayPage::plates()
{
    const auto page = [](const QString& plate) {
        auto link = linkOf(u"1"_s);
        link.order.plate = plate;
        return pageOf(bookOf({link}), link.id);
    };
    QVERIFY(page(u"ES-MG 417E"_s).contains(u"<i aria-hidden=\"true\">D</i>ES-MG 417E"_s));
    QVERIFY(page(u"W-12345X"_s).contains(u"aria-label=\"Kennzeichen W-12345X\">W-12345X"_s));   // Vienna: no German band
    QVERIFY(!page({}).contains(u"class=\"plate\""_s));
    auto link = linkOf(u"1"_s);
    link.order.plate.clear();
    const auto book = bookOf({link}, {{change::kChoice, link.id, {{u"choice"_s, u"counter"_s}}}});
    QVERIFY(pageOf(book, link.id).contains(u"nennen Sie Ihre Rechnungsnummer"_s));
}

void TestPayPage::trainingNeverShowsARealIban()
{
    auto shop = workshop();
    const QString page = pageOf(bookOf({linkOf(u"1"_s)}), u"trl_1"_s, u"de"_s, kNow, shop);
    QVERIFY(page.contains(u"Bankdaten zeigen"_s) && page.contains(u"DE00\u00A00000"_s));
    QVERIFY(!page.contains(u"3704"_s));
    shop.payeeIban.clear();
    QVERIFY(!pageOf(bookOf({linkOf(u"1"_s)}), u"trl_1"_s, u"de"_s, kNow, shop).contains(u"Bankdaten"_s));
}

void TestPayPage::phoneNumbers()
{
    QVERIFY(pageOf(bookOf({linkOf(u"1"_s)}), u"trl_1"_s).contains(u"href=\"tel:+4971155041712\""_s));
    auto shop = workshop();
    shop.phone.clear();
    QVERIFY(!pageOf(bookOf({linkOf(u"1"_s)}), u"trl_1"_s, u"de"_s, kNow, shop).contains(u"tel:"_s));
}

void TestPayPage::hoursInTheLanguageOfThePage()
{
    auto shop = workshop();
    const auto link = linkOf(u"1"_s);
    const auto book = bookOf({link}, {{change::kChoice, link.id, {{u"choice"_s, u"counter"_s}}}});
    QVERIFY(pageOf(book, link.id, u"en"_s, kNow, shop).contains(u"7:30–18 Uhr"_s));   // nothing else is known
    shop.openingHoursEn = u"Mon–Fri 7:30–18:00"_s;
    QVERIFY(pageOf(book, link.id, u"en"_s, kNow, shop).contains(u"Mon–Fri 7:30–18:00"_s));
    QVERIFY(!pageOf(book, link.id, u"en"_s, kNow, shop).contains(u"Uhr"_s));
    QVERIFY(pageOf(book, link.id, u"de"_s, kNow, shop).contains(u"7:30–18 Uhr"_s));
    QVERIFY(pageOf(book, link.id, u"pl"_s, kNow, shop).contains(u"Mon–Fri 7:30–18:00"_s));   // rather English than German
}

void TestPayPage::prefixAndEncryption()
{
    const auto book = bookOf({linkOf(u"1"_s)});
    const QString page = QString::fromUtf8(PayPage{workshop(), u"/zahlen"_s, true}.link(book, *book.byId(u"trl_1"_s), {u"en"_s, kNow}));
    QVERIFY(page.contains(u"action=\"/zahlen/K7M2QX4T9BH1/pay?lang=en\""_s) && page.contains(u"formaction=\"/zahlen/K7M2QX4T9BH1/account"_s)
            && page.contains(u"href=\"/zahlen/-/imprint"_s));
    QVERIFY(page.contains(u"Encrypted"_s));
    QVERIFY(!pageOf(book, u"trl_1"_s, u"en"_s).contains(u"Encrypted"_s));   // plain HTTP claims nothing
}

void TestPayPage::formTokens()
{
    auto a = linkOf(u"1"_s);
    const auto b = linkOf(u"2"_s);
    QCOMPARE(formToken(a).size(), 24);
    QVERIFY(formToken(a) != formToken(b));
    const QString before = formToken(a);
    a.moves = 1;
    QVERIFY(formToken(a) != before);
    // What the desk does or a page view leaves an owner's form valid; the owner's own steps do not.
    const auto tokenAfter = [](const QString& kind) {
        const auto book = bookOf({linkOf(u"1"_s)}, {{kind, u"trl_1"_s, {}}});
        return formToken(*book.byId(u"trl_1"_s));
    };
    for (const auto& kind : {change::kOpened, change::kFetched}) QCOMPARE(tokenAfter(kind), before);
    for (const auto& kind : {change::kStart, change::kHangs, change::kGivenUp, change::kPaid, change::kChoice})
        QVERIFY2(tokenAfter(kind) != before, qPrintable(kind));
}

void TestPayPage::accents()
{
    const QStringList accents{u""_s,        u"#0F4C81"_s, u"#7a1f5c"_s, u"#000000"_s, u"#b00020"_s, u"#006400"_s,
                              u"#ffff00"_s, u"#abc"_s,    u"red"_s,     u"#+12345"_s, u"#12345g"_s, u"#767676"_s};
    for (const auto& accent : accents) {
        const auto c = accentColours(accent);
        QVERIFY2(contrast(c.light, u"#ffffff"_s) >= 4.5 && contrast(c.light, c.onLight) >= 4.5, qPrintable(accent));
        QVERIFY2(contrast(c.dark, u"#1a2027"_s) >= 4.5 && contrast(c.dark, c.onDark) >= 4.5, qPrintable(accent));
    }
    QCOMPARE(accentColours(u"#7a1f5c"_s).light, u"#7a1f5c"_s);
    QCOMPARE(accentColours(u"#ffff00"_s).light, u"#0f4c81"_s);   // unreadable on white: the default
}

void TestPayPage::damagedLines()
{
    LinkBook book;
    const QByteArray good = linkLine(linkOf(u"1"_s)).chopped(1);
    const QByteArrayList bad{"",
                             "{",
                             "null",
                             "[]",
                             "{}",
                             "{\"what\":\"link\"}",
                             good.left(good.size() - 5),
                             "{\"what\":\"paid\",\"id\":\"nobody\"}",
                             QByteArray{"\0\0\0\0", 4},
                             "\xff\xfe",
                             QByteArray{good}.replace("1002.45", "1002.455"),
                             QByteArray{good}.replace("1002.45", "-1002.45"),
                             QByteArray{"["}.repeated(5000)};
    for (const auto& line : bad) QVERIFY2(!book.apply(line), line.constData());
    QCOMPARE(book.damaged(), static_cast<int>(bad.size()));
    QVERIFY(book.apply(good));
    QVERIFY(!book.apply(good));   // the same link twice
    QVERIFY(!book.apply("{\"what\":\"from_the_future\",\"id\":\"trl_1\"}"));
    QCOMPARE(book.lines(), qint64{static_cast<qint64>(bad.size()) + 3});
    QCOMPARE(book.openIds(), QStringList{u"trl_1"_s});
    const auto* link = book.byId(u"trl_1"_s);
    QVERIFY(link->order.amount == domain::Money::cents(100245) && link->order.summary.size() == 2
            && link->order.dueDate == (QDate{2026, 12, 7}));
    QCOMPARE(hashOf(link->order), hashOf(linkOf(u"1"_s).order));
}

QTEST_GUILESS_MAIN(TestPayPage)
#include "tst_pay_page.moc"
