// Settings of several desks on one journal: what one changes the others use, each is told of what differs and of nothing else, and nothing is read when
// nothing was changed.
#include "app/adapters/workshop/table/table_reader.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/services/journal_feed.h"
#include "app/services/mails.h"
#include "app/services/profiles.h"
#include "tests/app/store/store_fixture.h"
#include <QSignalSpy>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store::test;
using services::OwnProfile;
using services::Settings;

namespace {

const QString kOldIban = u"DE89370400440532013000"_s, kNewIban = u"DE02120300000000202051"_s;
const QString kFolder = u"source.folder"_s;
const QString kReason = u"neues Konto bei derselben Bank"_s;

Result<Ok> waitFor(const std::function<void(services::Done<Ok>)>& ask)
{
    auto out = std::make_shared<std::optional<Result<Ok>>>();
    ask([out](const Result<Ok>& done) { *out = done; });
    if (!QTest::qWaitFor([&] { return out->has_value(); }, 20'000)) return Error{Fault::Timeout, u"test.no_answer"_s, {}};
    return **out;
}

QStringList keysOf(const QSignalSpy& changed)
{
    QStringList out;
    for (const auto& call : changed) out << call.front().toString();
    return out;
}

struct SettingsDesk {
    SettingsDesk(std::unique_ptr<store::SqlJournal> opened, const QString& file) : journal{std::move(opened)}, feed{*journal}, settings{*journal, file}
    {
        settings.follow(feed);
    }
    Result<Ok> load()
    {
        return waitFor([this](auto done) { settings.load(done); });
    }
    void begin()
    {
        journal->followOthers(true);
        feed.follow(0);
    }
    Result<Ok> set(const QString& key, const QString& value, const QString& reason = {})
    {
        return waitFor([&](auto done) { settings.set(key, value, reason, done); });
    }

    Result<Ok> keep(const OwnProfile& profile, const QString& replaces = {})
    {
        return waitFor([&](auto done) { profiles.keep(profile, replaces, done); });
    }
    QStringList names()
    {
        QStringList out;
        for (const auto& one : profiles.own()) out << one.name + (one.files.isEmpty() ? QString{} : u'=' + one.files);
        return out;
    }

    std::unique_ptr<store::SqlJournal> journal;
    services::JournalFeed feed;
    Settings settings;
    adapters::table::TableReader tables;
    services::Profiles profiles{tables, settings};
};

const QByteArray kForm = R"({"version":1,"name":"x","code_page":"UTF-8","separator":";","number":"1.234,56","dates":["dd.MM.yyyy"],"columns":[)"
                         R"({"field":"number","titles":["Beleg"]},{"field":"issue_date","titles":["Vom"]},{"field":"gross","titles":["Summe EUR"]},{"field":"customer.name","titles":["Halter"]}]})";

} // namespace

class TstSettingsDesks final : public store::test::StoreFixture {
    Q_OBJECT
    std::unique_ptr<SettingsDesk> desk(const QString& name)
    {
        auto journal = openJournal(name);
        if (!journal) qFatal("no journal");
        auto made = std::make_unique<SettingsDesk>(std::move(journal), path(name + u".json"_s));
        if (!made->load()) qFatal("no settings");
        return made;
    }

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init() { freshShop(); }

    void whatAnotherDeskChangesIsUsedHere()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s), second = desk(u"desk2"_s);
        VERIFY_OK(first->set(u"payee.holder"_s, u"Autohaus Lindner GmbH"_s));
        VERIFY_OK(first->set(u"payee.iban"_s, kOldIban));
        VERIFY_OK(waitFor([&](auto done) { second->settings.look(done); }));
        QCOMPARE(second->settings.policy().payee.iban, kOldIban);
        first->begin();
        QSignalSpy found{&first->feed, &services::JournalFeed::found};
        QTRY_VERIFY(found.count() >= 1);
        QSignalSpy changed{&first->settings, &Settings::changed};
        // When the first is told, all of them are known already.
        QString ibanAtFirst;
        connect(&first->settings, &Settings::changed, this, [&](const QString&) {
            if (ibanAtFirst.isEmpty()) ibanAtFirst = first->settings.policy().payee.iban + first->settings.value(u"company.city"_s);
        });
        VERIFY_OK(waitFor([&](auto done) { second->settings.changeMany({{u"payee.iban"_s, kNewIban}, {u"company.city"_s, u"Olching"_s}, {u"payee.holder"_s, u"Autohaus Lindner GmbH"_s}}, kReason, done); }));
        QTRY_COMPARE(first->settings.policy().payee.iban, kNewIban);
        QCOMPARE(keysOf(changed), (QStringList{u"company.city"_s, u"payee.iban"_s}));   // the holder is the same
        QCOMPARE(ibanAtFirst, QString{kNewIban + u"Olching"_s});
        QCOMPARE(first->settings.letterhead().iban, kNewIban);
        VERIFY_OK(second->set(u"company.city"_s, {}));
        QTRY_VERIFY(!first->settings.isSet(u"company.city"_s));
    }
    void whoHasOneNameOnlyIsTheSenderByIt()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s);
        VERIFY_OK(first->set(u"company.name"_s, u"Autohaus Lindner"_s));
        QCOMPARE(first->settings.letterhead().legalName, u"Autohaus Lindner"_s);
        VERIFY_OK(first->set(u"company.legal_name"_s, u"Autohaus Lindner GmbH"_s));
        QCOMPARE(first->settings.letterhead().legalName, u"Autohaus Lindner GmbH"_s);
    }
    void whatIsChangedHereIsToldOnce()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s), second = desk(u"desk2"_s);
        first->begin();
        second->begin();
        QSignalSpy here{&first->settings, &Settings::changed}, there{&second->settings, &Settings::changed};
        VERIFY_OK(first->set(u"company.name"_s, u"Lindner"_s));
        QTRY_COMPARE(there.count(), 1);
        VERIFY_OK(second->set(u"company.web"_s, u"lindner.example"_s));
        QTRY_COMPARE(here.count(), 2);
        QTest::qWait(100);
        QCOMPARE(keysOf(here), (QStringList{u"company.name"_s, u"company.web"_s}));
        QCOMPARE(keysOf(there), (QStringList{u"company.name"_s, u"company.web"_s}));
    }
    void aConfirmedProposalHoldsEverywhere()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s), second = desk(u"desk2"_s);
        VERIFY_OK(first->set(u"payee.iban"_s, kOldIban));
        first->begin();
        domain::SettingChanged confirmed{u"payee.iban"_s, kNewIban, kOldIban};
        VERIFY_OK(got(second->journal->decide({}, always({confirmed}))));
        QTRY_COMPARE(first->settings.value(u"payee.iban"_s), kNewIban);
    }
    // Entries of other kinds cost a look at the journal, not at the values.
    void nothingIsReadWhenNothingWasChanged()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s), second = desk(u"desk2"_s);
        VERIFY_OK(first->set(u"company.name"_s, u"Lindner"_s));
        const auto all = got(second->journal->settingsSince(ports::kNoEntry));
        VERIFY_OK(all);
        QVERIFY(all.value().values.has_value());
        QCOMPARE(all.value().values->value(u"company.name"_s), u"Lindner"_s);
        QCOMPARE(all.value().seq, 1);
        VERIFY_OK(got(second->journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s)))));
        const auto none = got(second->journal->settingsSince(all.value().seq));
        VERIFY_OK(none);
        QVERIFY(!none.value().values);
        QVERIFY(none.value().seq > all.value().seq);
        VERIFY_OK(first->set(u"company.name"_s, u"Lindner & Söhne"_s));
        const auto more = got(second->journal->settingsSince(none.value().seq));
        VERIFY_OK(more);
        QVERIFY(more.value().values.has_value());
        QVERIFY(got(second->journal->settingsSince(more.value().seq + 100)).value().values.has_value());   // a journal that was put back
    }
    void aBurstEndsWithTheNewest()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s), second = desk(u"desk2"_s);
        first->begin();
        QSignalSpy changed{&first->settings, &Settings::changed};
        constexpr int kBurst = 40;
        for (int i = 0; i < kBurst; ++i) VERIFY_OK(second->set(u"company.name"_s, u"Lindner %1"_s.arg(i)));
        QTRY_COMPARE(first->settings.value(u"company.name"_s), u"Lindner %1"_s.arg(kBurst - 1));
        QVERIFY(changed.count() <= kBurst);
    }
    // Neither desk follows: each knows only the forms it has kept itself.
    void fileFormsOfTwoDesksBothHold()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s), second = desk(u"desk2"_s), third = desk(u"desk3"_s);
        VERIFY_OK(first->keep({u"A"_s, {}, kForm}));
        VERIFY_OK(second->keep({u"B"_s, {}, kForm}));
        VERIFY_OK(first->keep({u"C"_s, {}, kForm}));
        VERIFY_OK(second->keep({u"B"_s, u"b*.csv"_s, kForm}, u"B"_s));
        VERIFY_OK(first->keep({u"A"_s, u"a*.csv"_s, kForm}, u"A"_s));
        VERIFY_OK(third->load());
        QCOMPARE(third->names(), (QStringList{u"A=a*.csv"_s, u"B=b*.csv"_s, u"C"_s}));
        VERIFY_OK(second->keep({u"A"_s, u"last*.csv"_s, kForm}, u"A"_s));   // the same one: who comes last
        QVERIFY(first->keep({u"D"_s, {}, kForm}));
        QCOMPARE(first->names(), (QStringList{u"A=last*.csv"_s, u"B=b*.csv"_s, u"C"_s, u"D"_s}));   // and knows of the others from now on
        VERIFY_REFUSED(third->keep({u"d"_s, {}, kForm}), "profile.name_taken");   // of which it has never heard
        VERIFY_OK(waitFor([&](auto done) { third->profiles.remove(u"D"_s, done); }));
        VERIFY_OK(waitFor([&](auto done) { second->profiles.remove(u"B"_s, done); }));
        VERIFY_REFUSED(waitFor([&](auto done) { first->profiles.remove(u"B"_s, done); }), "profile.unknown");
        VERIFY_OK(third->load());
        QCOMPARE(third->names(), (QStringList{u"A=last*.csv"_s, u"C"_s}));
        QVERIFY(got(first->journal->verify()).value().ok());
    }
    void bothAtOnceHoldTogetherAndNotTooMany()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s), second = desk(u"desk2"_s);
        int kept = 0, refused = 0;
        const auto count = [&](const Result<Ok>& done) {
            if (done) ++kept;
            else if (done.error().code == u"profile.too_many") ++refused;
        };
        constexpr int kTries = limits::kMaxOwnProfiles + 2;
        for (int i = 0; i < kTries; ++i) (i % 2 == 0 ? first : second)->profiles.keep({u"form %1"_s.arg(i), {}, kForm}, {}, count);
        QTRY_COMPARE_WITH_TIMEOUT(kept + refused, kTries, 30'000);
        QCOMPARE(kept, limits::kMaxOwnProfiles);
        VERIFY_OK(first->load());
        QCOMPARE(first->profiles.own().size(), static_cast<std::size_t>(limits::kMaxOwnProfiles));
    }
    void textsOfMailsOfTwoDesksBothHold()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s), second = desk(u"desk2"_s);
        const auto write = [](SettingsDesk& at, const QString& piece, const QString& text) {
            return waitFor([&](auto done) {
                at.settings.merge(u"mail.texts"_s, [piece, text](const QString& now) { return services::Mails::withText(now, domain::MailKind::Request, u"de"_s, piece, text); }, done);
            });
        };
        VERIFY_OK(write(*first, u"subject"_s, u"Ihr Wagen"_s));
        VERIFY_OK(write(*second, u"closing"_s, u"Bis bald"_s));
        const auto texts = services::Mails::textsOf(second->settings.value(u"mail.texts"_s), domain::MailKind::Request, u"de"_s);
        QCOMPARE(texts, (QHash<QString, QString>{{u"subject"_s, u"Ihr Wagen"_s}, {u"closing"_s, u"Bis bald"_s}}));
    }
    void whatCannotBeMerged()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s);
        const auto same = [](const QString& now) -> Result<QString> { return now; };
        for (const auto& key : {u"payee.iban"_s, u"desk.name"_s, u"no.such"_s}) VERIFY_REFUSED(waitFor([&](auto done) { first->settings.merge(key, same, done); }), "setting.unknown");
        VERIFY_REFUSED(waitFor([&](auto done) { first->settings.merge(u"company.email"_s, [](const QString&) -> Result<QString> { return u"nowhere"_s; }, done); }), "setting.email");
        VERIFY_OK(waitFor([&](auto done) { first->settings.merge(u"company.email"_s, same, done); }));
        QVERIFY(got(first->journal->entries(0, 10)).value().empty());
    }
    void aDesksOwnValueHoldsOverTheSitesAndAtThatDeskOnly()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s), second = desk(u"desk2"_s);
        VERIFY_OK(first->set(kFolder, u"/srv/in"_s));
        first->begin();
        second->begin();
        QTRY_COMPARE(second->settings.value(kFolder), u"/srv/in"_s);
        VERIFY_OK(waitFor([&](auto done) { second->settings.setAt(services::SettingPlace::Desk, kFolder, u"/mnt/in"_s, {}, done); }));
        QCOMPARE(second->settings.value(kFolder), u"/mnt/in"_s);
        QCOMPARE(second->settings.siteValue(kFolder), u"/srv/in"_s);
        QVERIFY(second->settings.hasOwn(kFolder) && !first->settings.hasOwn(kFolder));
        QCOMPARE(first->settings.value(kFolder), u"/srv/in"_s);
        // The site's goes on changing: told here, too, and yet the own one holds.
        QSignalSpy told{&second->settings, &Settings::changed};
        VERIFY_OK(first->set(kFolder, u"/srv/neu"_s));
        QTRY_COMPARE(second->settings.siteValue(kFolder), u"/srv/neu"_s);
        QCOMPARE(keysOf(told), QStringList{kFolder});
        QCOMPARE(second->settings.value(kFolder), u"/mnt/in"_s);
        // Without a place it is the value that holds here which changes.
        VERIFY_OK(second->set(kFolder, u"/mnt/zwei"_s));
        QCOMPARE(second->settings.siteValue(kFolder), u"/srv/neu"_s);
        VERIFY_OK(waitFor([&](auto done) { second->settings.setAt(services::SettingPlace::Site, kFolder, u"/srv/alle"_s, {}, done); }));
        QTRY_COMPARE(first->settings.value(kFolder), u"/srv/alle"_s);
        QCOMPARE(second->settings.value(kFolder), u"/mnt/zwei"_s);
        VERIFY_OK(waitFor([&](auto done) { second->settings.dropOwn(kFolder, done); }));
        QCOMPARE(second->settings.value(kFolder), u"/srv/alle"_s);
        QVERIFY(!Settings::readDesk(path(u"desk2.json"_s)).contains(kFolder));
    }
    void aDeskMayHaveNoneWhereTheSiteHasOne()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s);
        VERIFY_OK(first->set(kFolder, u"/srv/in"_s));
        VERIFY_OK(waitFor([&](auto done) { first->settings.setAt(services::SettingPlace::Desk, kFolder, {}, {}, done); }));
        Settings again{*first->journal, path(u"desk1.json"_s)};
        VERIFY_OK(waitFor([&](auto done) { again.load(done); }));
        for (const auto* settings : {&first->settings, &again}) {
            QVERIFY(settings->value(kFolder).isEmpty() && !settings->isSet(kFolder) && settings->hasOwn(kFolder));
            QVERIFY(!settings->stored().contains(kFolder));
            QCOMPARE(settings->parts().home.value(kFolder), u"/srv/in"_s);
            QVERIFY(settings->parts().own.contains(kFolder));
        }
    }
    // A command at this desk while its window is open.
    void whatAnotherProcessOfTheDeskWritesIsUsedHere()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s);
        first->begin();
        QSignalSpy told{&first->settings, &Settings::changed};
        Settings command{*first->journal, path(u"desk1.json"_s)};
        VERIFY_OK(waitFor([&](auto done) { command.setAt(services::SettingPlace::Desk, kFolder, u"/mnt/in"_s, {}, done); }));
        QTRY_COMPARE(first->settings.value(kFolder), u"/mnt/in"_s);
        QCOMPARE(keysOf(told), QStringList{kFolder});
        VERIFY_OK(waitFor([&](auto done) { command.dropOwn(kFolder, done); }));
        QTRY_VERIFY(!first->settings.hasOwn(kFolder));
        // Damaged meanwhile: what was read holds on.
        VERIFY_OK(waitFor([&](auto done) { command.setAt(services::SettingPlace::Desk, kFolder, u"/mnt/drei"_s, {}, done); }));
        QTRY_COMPARE(first->settings.value(kFolder), u"/mnt/drei"_s);
        VERIFY_OK(files::writeAtomically(path(u"desk1.json"_s), "{\"source.fol"));
        QTest::qWait(400);
        QCOMPARE(first->settings.value(kFolder), u"/mnt/drei"_s);
    }
    // Who follows may be gone before an answer comes.
    void oneThatEndsWhileItLooksIsNotAsked()
    {
        if (!usable()) return;
        const auto first = desk(u"desk1"_s);
        first->begin();
        auto passing = std::make_unique<Settings>(*first->journal, path(u"other.json"_s));
        passing->follow(first->feed);
        passing->look([](const Result<Ok>&) { QFAIL("nobody is there"); });
        passing.reset();
        first->feed.check();
        QTest::qWait(100);
        VERIFY_OK(first->set(u"company.name"_s, u"Lindner"_s));
    }
};

QTEST_GUILESS_MAIN(TstSettingsDesks)
#include "tst_settings_desks.moc"
