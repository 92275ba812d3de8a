// Profiles a workshop has made itself: kept with the site, chosen by file name or titles before the ready ones, never guessed between two; and the
// pages invoices are typed in from, kept under the digest of their bytes.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/adapters/workshop/order_json/order_json.h"
#include "app/adapters/workshop/table/table_reader.h"
#include "app/core/limits.h"
#include "app/services/arrivals.h"
#include "app/services/documents.h"
#include "app/services/intake.h"
#include "app/services/profiles.h"
#include "tests/app/store/store_fixture.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::services;
using tresen::store::test::got;

namespace {

const QByteArray kTable = "Beleg;Vom;Summe EUR;Halter\r\nR-1;02.11.2026;119,00;Anna Kern\r\nR-2;13.11.2026;1.234,56;Otto Kern\r\n";

// As the lesson would have written it, with another meaning of the days where asked.
QByteArray profileJson(const QByteArray& dates = "dd.MM.yyyy")
{
    return R"({"version":1,"name":"x","code_page":"UTF-8","separator":";","number":"1.234,56","dates":[")" + dates
           + R"("],"columns":[{"field":"number","titles":["Beleg"]},{"field":"issue_date","titles":["Vom"]},{"field":"gross","titles":["Summe EUR"]},{"field":"customer.name","titles":["Halter"]}]})";
}

QString digestOf(const QByteArray& bytes) { return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()); }

struct House {
    explicit House(const QString& folder, const Clock& clock)
    {
        store::StoreConfig config;
        config.file = folder + u"/tresen.db"_s;
        config.origin = {u"Haupthaus"_s, u"desk 1"_s, u"test"_s};
        journal = std::make_unique<store::SqlJournal>(config, clock);
        if (!got(journal->open())) qFatal("open");
        feed = std::make_unique<JournalFeed>(*journal);
        settings = std::make_unique<Settings>(*journal, folder + u"/desk.json"_s);
        bool loaded = false;
        settings->load([&loaded](const Result<Ok>& done) { loaded = done.ok(); });
        if (!QTest::qWaitFor([&loaded] { return loaded; })) qFatal("no settings");
        profiles = std::make_unique<Profiles>(tables, *settings);
        intake = std::make_unique<Intake>(*journal, *feed, arrivals);
        shelf = DocumentShelf{folder + u"/documents/taken"_s};
        intake->keepDocuments(shelf);
    }
    Result<Ok> keep(const OwnProfile& profile, const QString& replaces = {})
    {
        std::optional<Result<Ok>> out;
        profiles->keep(profile, replaces, [&out](const Result<Ok>& done) { out = done; });
        if (!QTest::qWaitFor([&] { return out.has_value(); })) qFatal("no answer");
        arrivals.setOwnProfiles(profiles->own());
        return *out;
    }
    QString codeOfRead(const QString& name) const
    {
        const auto read = arrivals.readAll(kTable, name);
        return read ? u"read"_s : read.error().code;
    }

    adapters::einvoice::EInvoiceReader reader;
    adapters::table::TableReader tables;
    Arrivals arrivals{reader, tables, &adapters::order_json::readOrderDocument};
    DocumentShelf shelf;
    std::unique_ptr<store::SqlJournal> journal;
    std::unique_ptr<JournalFeed> feed;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<Profiles> profiles;
    std::unique_ptr<Intake> intake;
};

} // namespace

class TestOwnProfiles final : public QObject {
    Q_OBJECT

    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file{m_dir->filePath(name)};
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
        return file.fileName();
    }
    FileOutcome typeIn(const QString& file, const QByteArray& bytes, const QString& number)
    {
        IntakePick pick{file, 0, digestOf(bytes), domain::InvoiceEntry{}};
        pick.entry->number = number;
        pick.entry->issueDate = QDate{2026, 11, 20};
        pick.entry->amount = domain::Money::cents(11900);
        pick.entry->customer = u"Anna Kern"_s;
        std::optional<FileOutcome> out;
        const auto connection = QObject::connect(m_house->intake.get(), &Intake::fileDone, m_house->intake.get(), [&out](const FileOutcome& o) { out = o; });
        bool done = false;
        m_house->intake->take({pick}, QDate{2026, 11, 23}, [&done](const Result<IntakeSummary>&) { done = true; });
        if (!QTest::qWaitFor([&] { return done && out; }, 20'000)) qFatal("no answer");
        QObject::disconnect(connection);
        return *out;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_house = std::make_unique<House>(m_dir->path(), m_clock);
    }
    void cleanup()
    {
        m_house.reset();
        m_dir.reset();
    }

    void theSettingHoldsThem()
    {
        const std::vector<OwnProfile> all{{u"Süd"_s, u"export_*.csv"_s, profileJson()}, {u"Nord"_s, {}, profileJson("yyyy-MM-dd")}};
        const auto back = readOwnProfiles(writeOwnProfiles(all));
        QCOMPARE(back.size(), 2U);
        QCOMPARE(back[0].name, u"Süd"_s);
        QCOMPARE(back[0].files, u"export_*.csv"_s);
        QVERIFY(m_house->tables.check(back[1].json));
        QVERIFY(findOwnProfile(back, u"NORD"_s));
        QVERIFY(!findOwnProfile(back, u"Ost"_s));
        QVERIFY(readOwnProfiles(u"no list"_s).empty());
        QVERIFY(readOwnProfiles(u"[{\"name\":\"\"},{\"name\":\"a\\nb\"},7,[]]"_s).empty());
        QCOMPARE(writeOwnProfiles({}), QString{});
    }
    void namesOfFiles()
    {
        const OwnProfile one{u"x"_s, u"export_*.csv; RG???.txt"_s, {}};
        QVERIFY(isFileOf(one, u"EXPORT_2026.CSV"_s));
        QVERIFY(isFileOf(one, u"rg123.txt"_s));
        QVERIFY(!isFileOf(one, u"rg12.txt"_s));
        QVERIFY(!isFileOf(one, u"my export_1.csv"_s));
        QVERIFY(!isFileOf({u"x"_s, u" ; "_s, {}}, u"a.csv"_s));
        QVERIFY(!isFileOf({u"x"_s, QString(100, u'*') + u"b"_s, {}}, QString(2000, u'a')));   // and answers at once
    }
    void whatIsNotKept()
    {
        QCOMPARE(m_house->keep({u""_s, {}, profileJson()}).error().code, u"profile.name"_s);
        QCOMPARE(m_house->keep({u" x"_s, {}, profileJson()}).error().code, u"profile.name"_s);
        QCOMPARE(m_house->keep({u"werbas"_s, {}, profileJson()}).error().code, u"profile.name_taken"_s);
        QCOMPARE(m_house->keep({u"x"_s, {}, "{}"}).error().fault, Fault::Invalid);
        QVERIFY(m_house->keep({u"x"_s, {}, profileJson()}));
        QCOMPARE(m_house->keep({u"X"_s, {}, profileJson()}).error().code, u"profile.name_taken"_s);
        QVERIFY(m_house->keep({u"X"_s, u"a*.csv"_s, profileJson()}, u"x"_s));   // the same one, renamed
        QCOMPARE(m_house->profiles->own().size(), 1U);
        QCOMPARE(m_house->profiles->own().front().files, u"a*.csv"_s);
        QCOMPARE(m_house->profiles->find(u"nobody"_s).error().code, u"profile.unknown"_s);
        QVERIFY(m_house->profiles->find(u"x"_s));
        QVERIFY(m_house->profiles->find(u"de"_s));
        for (int i = 1; i < limits::kMaxOwnProfiles; ++i) QVERIFY(m_house->keep({u"p%1"_s.arg(i), {}, profileJson()}));
        QCOMPARE(m_house->keep({u"one more"_s, {}, profileJson()}).error().code, u"profile.too_many"_s);
        std::optional<Result<Ok>> gone;
        m_house->profiles->remove(u"p1"_s, [&gone](const Result<Ok>& done) { gone = done; });
        QTRY_VERIFY(gone.has_value());
        QVERIFY(gone->ok());
        QVERIFY(m_house->keep({u"one more"_s, {}, profileJson()}));
    }
    void ownBeforeReady()
    {
        QCOMPARE(m_house->codeOfRead(u"a.csv"_s), u"table.no_profile"_s);
        m_house->arrivals.setTableProfile(tableProfileOf(m_house->tables, u"de"_s, {}));
        QVERIFY(m_house->codeOfRead(u"a.csv"_s) != u"read"_s || m_house->arrivals.readAll(kTable, u"a.csv"_s).value().front().document.ok() == false);
        QVERIFY(m_house->keep({u"Mine"_s, {}, profileJson()}));
        const auto read = m_house->arrivals.readAll(kTable, u"a.csv"_s);
        QVERIFY(read.ok());
        QCOMPARE(read.value().size(), 2U);
        QCOMPARE(read.value()[1].document.value().invoice.gross->inCents(), 123456);
        QVERIFY(m_house->arrivals.hasTableProfile());
    }
    void twoThatKnowItAreNotGuessedBetween()
    {
        QVERIFY(m_house->keep({u"One"_s, {}, profileJson()}));
        QVERIFY(m_house->keep({u"Two"_s, {}, profileJson("dd.MM.yy")}));
        QCOMPARE(m_house->codeOfRead(u"a.csv"_s), u"table.profile_unclear"_s);
        QVERIFY(m_house->keep({u"One"_s, u"a*.csv"_s, profileJson()}, u"One"_s));
        QCOMPARE(m_house->codeOfRead(u"a.csv"_s), u"read"_s);   // its name says it
        QCOMPARE(m_house->codeOfRead(u"b.csv"_s), u"table.profile_unclear"_s);
    }
    void oneMayBeForced()
    {
        QVERIFY(m_house->keep({u"Two"_s, {}, profileJson("dd.MM.yy")}));
        m_house->arrivals.forceProfile(profileJson());
        QVERIFY(m_house->arrivals.readAll(kTable, u"a.csv"_s).value().front().document.ok());
        m_house->arrivals.forceProfile({});
        QVERIFY(!m_house->arrivals.readAll(kTable, u"a.csv"_s).value().front().document.ok());   // its days have other years
    }
    void lessonsAnswerOnTheCallersThread()
    {
        const auto file = write(u"sample.csv"_s, kTable);
        std::optional<Result<QByteArray>> sample;
        m_house->profiles->readSample(file, [&sample](const Result<QByteArray>& bytes) { sample = bytes; });
        QTRY_VERIFY(sample.has_value());
        QCOMPARE(sample->value(), kTable);
        std::optional<Result<ports::TableProposal>> lesson;
        m_house->profiles->learn(sample->value(), {}, [&lesson](const Result<ports::TableProposal>& proposal) { lesson = proposal; });
        QTRY_VERIFY(lesson.has_value());
        QVERIFY(lesson->ok());
        QCOMPARE(lesson->value().titles.size(), 4);
        m_house->profiles->readSample(m_dir->filePath(u"nothing"_s), [&sample](const Result<QByteArray>& bytes) { sample = bytes; });
        QTRY_VERIFY(!sample->ok());
    }

    void pagesAreTold()
    {
        QCOMPARE(DocumentShelf::kindOf("%PDF-1.4 x"), u"pdf"_s);
        QCOMPARE(DocumentShelf::kindOf("\xFF\xD8\xFF\xE0 x"), u"jpg"_s);
        QCOMPARE(DocumentShelf::kindOf("\x89PNG\r\n\x1A\n"), u"png"_s);
        for (const auto* other : {"<html>", "MZ\x90", "GIF89a", ""}) QCOMPARE(DocumentShelf::kindOf(other), QString{});
    }
    void aPageIsKeptOnceAndReadBack()
    {
        const QByteArray page = "%PDF-1.4 page";
        const auto digest = digestOf(page);
        QVERIFY(m_house->shelf.put(page, digest));
        QVERIFY(m_house->shelf.put(page, digest));
        QCOMPARE(m_house->shelf.read(digest).value(), page);
        QVERIFY(m_house->shelf.find(digest).endsWith(QString{digest + u".pdf"_s}));
        QCOMPARE(m_house->shelf.read(digestOf("other")).error().code, u"document.missing"_s);
        QCOMPARE(m_house->shelf.read(u"../../desk.json"_s).error().code, u"document.missing"_s);
        QCOMPARE(m_house->shelf.put("<html>", digestOf("<html>")).error().code, u"document.kind"_s);
        QByteArray huge = page;
        huge.resize(limits::kMaxKeptDocument + 1, ' ');
        QCOMPARE(m_house->shelf.put(huge, digestOf(huge)).error().code, u"document.too_large"_s);
        QFile file{m_house->shelf.find(digest)};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-1.4 forged");
        file.close();
        QCOMPARE(m_house->shelf.read(digest).error().code, u"document.changed"_s);
    }
    void whatIsTypedInKeepsItsPage()
    {
        const QByteArray page = "\xFF\xD8\xFF\xE0 a photo of an invoice";
        const auto outcome = typeIn(write(u"photo.jpg"_s, page), page, u"H-1"_s);
        QVERIFY2(outcome.status == FileOutcome::Status::Taken, qPrintable(outcome.error.code));
        const auto detail = got(m_house->journal->detail(outcome.invoice));
        QVERIFY(detail.ok());
        const auto from = typedFrom(detail.value().timeline);
        QCOMPARE(from.sha256, digestOf(page));
        QCOMPARE(from.fileName, u"photo.jpg"_s);
        QCOMPARE(m_house->shelf.read(from.sha256).value(), page);
        Documents documents{m_house->shelf, [](const QByteArray&, int) -> Result<ports::PagePicture> { return Error{Fault::Internal, u"no PDF"_s, {}}; }};
        std::optional<Result<DocumentView>> view;
        documents.show(from.sha256, 0, [&view](const Result<DocumentView>& shown) { view = shown; });
        QTRY_VERIFY(view.has_value());
        QVERIFY(view->ok());
        QCOMPARE(view->value().kind, u"jpg"_s);
        QCOMPARE(view->value().bytes, page);
    }
    // Without its page there is no invoice that was typed in.
    void aPageThatCannotBeKeptIsNotTaken()
    {
        const QByteArray page = "\xFF\xD8\xFF\xE0 a photo of an invoice";
        write(u"documents"_s, "a file where the folder should be");
        const auto outcome = typeIn(write(u"photo.jpg"_s, page), page, u"H-2"_s);
        QVERIFY(outcome.status == FileOutcome::Status::Refused);
        QCOMPARE(outcome.error.code, u"document.not_kept"_s);
        QVERIFY(got(m_house->journal->board()).value().empty());
    }
    void aPdfIsDrawnByTheDrawer()
    {
        const QByteArray page = "%PDF-1.4 two pages";
        QVERIFY(m_house->shelf.put(page, digestOf(page)));
        Documents documents{m_house->shelf, [](const QByteArray& pdf, int which) -> Result<ports::PagePicture> {
            if (!pdf.startsWith("%PDF")) return Error{Fault::Invalid, u"pdf.damaged"_s, {}};
            return ports::PagePicture{1, 1, which, 2, QByteArray(4, '\xFF')};
        }};
        std::optional<Result<DocumentView>> view;
        documents.show(digestOf(page), 1, [&view](const Result<DocumentView>& shown) { view = shown; });
        QTRY_VERIFY(view.has_value());
        QVERIFY(view->ok());
        QCOMPARE(view->value().picture.page, 1);
        QCOMPARE(view->value().picture.pages, 2);
    }

private:
    ManualClock m_clock{Instant::fromIso(u"2026-11-23T09:42:07.000Z"_s)};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<House> m_house;
};

QTEST_GUILESS_MAIN(TestOwnProfiles)
#include "tst_own_profiles.moc"
