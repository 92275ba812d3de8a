// The journal's promises to the services, on both dialects: one decision is all or nothing, a fact is booked once, what is answered is
// what is stored.
#include "tests/app/store/store_fixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

class TstStore final : public OpenStoreFixture {
    Q_OBJECT
private Q_SLOTS:
    void arrivalsOfThePastDays();
    void appendsAndAnswers();
    void aDecisionSeesWhatIsThere();
    void twiceIsBookedOnce();
    void aRefusalLeavesNothing();
    void groupCommitWithRefusals();
    void laterJobsSeeEarlierOnes();
    void tooLargeIsRefused();
    void aContradictionIsRefused();
    void hostileTextComesBack();
    void keyAndStayChangeTogether();
    void settingsAndCounters();
    void countersIgnoreForeignReceipts_data();
    void countersIgnoreForeignReceipts();
    void detailShowsTimelineAndRelated();
    void boardByUrgencyAndSince();
    void boardStartLeavesOutOnlyFinished();
    void outboxIsRetriedAndEnds();
    void refreshedMakesKnowledgeNewer();
    void writeBackList();
    void userAndDeskAreWritten();
    void aThrowingDecisionIsAnError();
};

void TstStore::appendsAndAnswers()
{
    const auto done = got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s))));
    VERIFY_OK(done);
    QCOMPARE(done.value().entries.size(), 2u);
    QCOMPARE(done.value().entries.at(0).seq, 1);
    QCOMPARE(done.value().entries.at(1).seq, 2);
    QCOMPARE(done.value().entries.at(1).at, clock.now());
    QCOMPARE(done.value().rows.size(), 1u);
    const auto board = got(journal->board());
    VERIFY_OK(board);
    QCOMPARE(boardText(board.value()), boardText(done.value().rows));
    QVERIFY(board.value() == done.value().rows);
    QCOMPARE(board.value().front().plate, u"M-AB 1234"_s);
    QCOMPARE(board.value().front().open.inCents(), 24'989);

    clock.advance(60'000);
    const auto paid = got(journal->decide({}, always({cash(u"i1"_s, 24'989, u"c1"_s)})));
    VERIFY_OK(paid);
    QCOMPARE(paid.value().entries.front().seq, 3);
    QCOMPARE(paid.value().rows.size(), 1u);
    QCOMPARE(paid.value().rows.front().open.inCents(), 0);
    QCOMPARE(paid.value().rows.front().seq, 3);
    QCOMPARE(paid.value().rows.front().state, domain::BoardState::Paid);
    const auto entries = got(journal->entries(1, 10));
    VERIFY_OK(entries);
    QCOMPARE(entries.value().size(), 2u);
    QVERIFY(entries.value().back().event.is<domain::PaymentBooked>());
    VERIFY_OK(got(journal->verify()));
    QVERIFY(got(journal->verify()).value().ok());
}

void TstStore::aDecisionSeesWhatIsThere()
{
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s)))));
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i2"_s, u"R-2"_s)))));
    auto credit = takenIn(u"i3"_s, u"G-1"_s);
    auto note = *credit.events.back().as<domain::InvoiceTaken>();
    note.record.typeCode = u"381"_s;
    note.record.preceding = {{u"R-2"_s, {}}};
    credit.events.back() = note;
    VERIFY_OK(got(journal->decide({}, always(credit))));
    VERIFY_OK(got(journal->decide({}, always({domain::KeyTaken{domain::KeyId{u"k9"_s}, u"M-AB 1234"_s, {}, {}}}))));
    VERIFY_OK(got(journal->decide({}, always({domain::SettingChanged{u"shop.name"_s, u"Lindner"_s, {}}}))));
    const auto ids = [](const ports::Situation& s) {
        QStringList out;
        for (const auto& item : s.items) out << item.id.text();
        for (const auto& key : s.keys) out << key.id.text();
        return out.join(u' ');
    };
    ports::Subject subject;
    subject.invoices = {domain::InvoiceId{u"i2"_s}, domain::InvoiceId{u"nobody"_s}, domain::InvoiceId{u"i2"_s}};
    QCOMPARE(ids(got(journal->load(subject)).value()), u"i2"_s);
    subject = {};
    subject.naturalKeys = {u"Haupthaus/WERBAS/2026/R-1"_s};
    QCOMPARE(ids(got(journal->load(subject)).value()), u"i1"_s);
    subject.stays = ports::Stays::Whole;
    QCOMPARE(ids(got(journal->load(subject)).value()), u"i1 k1"_s);
    subject = {};
    subject.numbers = {u"R-2"_s, u"G-1"_s};
    QCOMPARE(ids(got(journal->load(subject)).value()), u"i2 i3"_s);
    subject = {};
    subject.creditsFor = {u"R-2"_s};
    QCOMPARE(ids(got(journal->load(subject)).value()), u"i3"_s);
    subject = {};
    subject.plates = {u"MAB1234"_s};
    QCOMPARE(ids(got(journal->load(subject)).value()), u"k9"_s);   // the newest stay
    subject = {};
    subject.keys = {domain::KeyId{u"k1"_s}};
    subject.settingKeys = {u"shop.name"_s, u"none"_s};
    subject.stays = ports::Stays::Whole;
    const auto found = got(journal->load(subject)).value();
    QCOMPARE(ids(found), u"i1 k1"_s);
    QCOMPARE(found.settings, (QHash<QString, QString>{{u"shop.name"_s, u"Lindner"_s}}));
    QCOMPARE(found.now, clock.now());
}

void TstStore::twiceIsBookedOnce()
{
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
    VERIFY_REFUSED(got(journal->decide({}, always(takenIn(u"i9"_s, u"R-1"_s, u"k9"_s)))), "journal.already_booked");
    ports::Subject key;
    key.keys = {domain::KeyId{u"k9"_s}};
    QVERIFY(got(journal->load(key)).value().keys.empty());   // nothing else of it happened
    VERIFY_OK(got(journal->decide({}, always({cash(u"i1"_s, 100, u"c1"_s)}))));
    VERIFY_REFUSED(got(journal->decide({}, always({cash(u"i1"_s, 100, u"c1"_s)}))), "journal.already_booked");
    // Twice in one decision, too.
    VERIFY_REFUSED(got(journal->decide({}, always({cash(u"i1"_s, 100, u"c2"_s), cash(u"i1"_s, 100, u"c2"_s)}))), "journal.already_booked");
    // Two equal true payments stay two.
    VERIFY_OK(got(journal->decide({}, always({cash(u"i1"_s, 100, u"c3"_s)}))));
    QCOMPARE(got(journal->board()).value().front().paid.inCents(), 200);
    QCOMPARE(got(journal->entries(0, 100)).value().size(), 3u);
}

void TstStore::aRefusalLeavesNothing()
{
    const auto refused = got(journal->decide({}, [](const ports::Situation&) -> Result<ports::Decision> { return Error{Fault::Refused, u"pay.no"_s, u"why"_s}; }));
    VERIFY_REFUSED(refused, "pay.no");
    QCOMPARE(refused.error().detail, u"why"_s);
    // The second event is refused by apply(): the first one must not stay.
    auto decision = takenIn(u"i1"_s, u"R-1"_s, u"k1"_s);
    decision.events.push_back(cash(u"nobody"_s, 100, u"c1"_s));
    decision.outbox.push_back({u"o1"_s, u"portal.create"_s, {}, "{}"});
    QVERIFY(!got(journal->decide({}, always(decision))).ok());
    QVERIFY(got(journal->entries(0, 10)).value().empty());
    QVERIFY(got(journal->board()).value().empty());
    QVERIFY(got(journal->outboxDue(clock.now(), 10)).value().empty());
}

void TstStore::groupCommitWithRefusals()
{
    std::vector<ports::Job> jobs;
    for (int i = 0; i < 100; ++i) {
        if (i % 10 == 3) jobs.push_back({{}, [](const ports::Situation&) -> Result<ports::Decision> { return Error{Fault::Refused, u"intake.no"_s, {}}; }});
        else if (i % 10 == 7) jobs.push_back({{}, always(takenIn(u"x%1"_s.arg(i), u"R-0"_s))});   // a duplicate
        else jobs.push_back({{}, always(takenIn(u"i%1"_s.arg(i), u"R-%1"_s.arg(i), u"k%1"_s.arg(i)))});
    }
    const auto done = got(journal->decideAll(std::move(jobs)));
    VERIFY_OK(done);
    QCOMPARE(done.value().size(), 100u);
    qint64 seq = 0;
    for (std::size_t i = 0; i < done.value().size(); ++i) {
        const auto& answer = done.value()[i];
        if (i % 10 == 3) {
            VERIFY_REFUSED(answer, "intake.no");
        } else if (i % 10 == 7) {
            VERIFY_REFUSED(answer, "journal.already_booked");
        } else {
            VERIFY_OK(answer);
            for (const auto& entry : answer.value().entries) QCOMPARE(entry.seq, ++seq);
        }
    }
    QCOMPARE(seq, 160);
    QCOMPARE(got(journal->board()).value().size(), 80u);
    QVERIFY(got(journal->verify()).value().ok());
}

void TstStore::laterJobsSeeEarlierOnes()
{
    ports::Subject subject;
    subject.invoices = {domain::InvoiceId{u"i1"_s}};
    std::vector<ports::Job> jobs;
    jobs.push_back({{}, always(takenIn(u"i1"_s, u"R-1"_s))});
    for (int i = 0; i < 3; ++i) {
        jobs.push_back({subject, [i](const ports::Situation& s) -> Result<ports::Decision> {
            const auto* item = s.item(domain::InvoiceId{u"i1"_s});
            if (!item || item->paid.inCents() != i * 100) return Error{Fault::Internal, u"test.not_seen"_s, {}};
            return ports::Decision{{cash(u"i1"_s, 100, u"c%1"_s.arg(i))}, {}, {}};
        }});
    }
    const auto done = got(journal->decideAll(std::move(jobs)));
    VERIFY_OK(done);
    for (const auto& answer : done.value()) VERIFY_OK(answer);
    QCOMPARE(done.value().at(2).value().rows.front().paid.inCents(), 200);   // as it was after that job
    QCOMPARE(got(journal->board()).value().front().paid.inCents(), 300);
}

void TstStore::tooLargeIsRefused()
{
    auto decision = takenIn(u"i1"_s, u"R-1"_s);
    auto taken = *decision.events.back().as<domain::InvoiceTaken>();
    taken.record.termsText = QString{5 * 1024 * 1024, u'x'};
    decision.events.back() = taken;
    VERIFY_REFUSED(got(journal->decide({}, always(decision))), "journal.too_large");
    ports::Decision many;
    for (int i = 0; i < 1'001; ++i) many.events.push_back(domain::SettingChanged{u"a"_s, u"b"_s, {}});
    VERIFY_REFUSED(got(journal->decide({}, always(many))), "journal.too_large");
    VERIFY_REFUSED(got(journal->decideAll(std::vector<ports::Job>(20'001, ports::Job{{}, always(ports::Decision{})}))), "journal.too_large");
    QVERIFY(got(journal->entries(0, 10)).value().empty());
}

void TstStore::aContradictionIsRefused()
{
    VERIFY_REFUSED(got(journal->decide({}, always({cash(u"nobody"_s, 100, u"c1"_s)}))), "journal.contradiction");
    VERIFY_REFUSED(got(journal->decide({}, always({domain::KeyHung{domain::KeyId{u"nokey"_s}, u"7"_s}}))), "journal.contradiction");
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
}

void TstStore::hostileTextComesBack()
{
    auto decision = takenIn(u"i1"_s, u"R'; DROP TABLE journal; --\\"_s);
    auto taken = *decision.events.back().as<domain::InvoiceTaken>();
    taken.record.buyer.name = u"Zo\u00EB \U0001F697 \\x41 ?1 $1 \"quoted\" \t\n"_s + QChar{0} + QChar{0xD800};
    decision.events.back() = taken;
    VERIFY_OK(got(journal->decide({}, always(decision))));
    const auto detail = got(journal->detail(domain::InvoiceId{u"i1"_s}));
    VERIFY_OK(detail);
    QCOMPARE(detail.value().item.number, u"R'; DROP TABLE journal; --\\"_s);
    QVERIFY(detail.value().record.buyer.name.startsWith(u"Zo\u00EB \U0001F697 \\x41 ?1 $1 \"quoted\" \t\n"_s));
    const auto report = got(journal->verify());
    VERIFY_OK(report);
    QVERIFY2(report.value().ok(), qPrintable(report.value().problems.join(u"; ")));
}

void TstStore::keyAndStayChangeTogether()
{
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s)))));
    auto second = takenIn(u"i2"_s, u"R-2"_s, u"k1"_s, 5'000);
    second.events.erase(second.events.begin());   // the same stay
    const auto both = got(journal->decide({}, always(second)));
    VERIFY_OK(both);
    QCOMPARE(both.value().rows.size(), 1u);   // the first one holds the key as before
    const auto hung = got(journal->decide({}, always({domain::KeyHung{domain::KeyId{u"k1"_s}, u"17"_s}})));
    VERIFY_OK(hung);
    QCOMPARE(hung.value().rows.size(), 2u);
    for (const auto& row : hung.value().rows) QCOMPARE(row.hook, u"17"_s);
    const auto since = got(journal->boardSince(3));
    VERIFY_OK(since);
    QCOMPARE(since.value().size(), 2u);
    QVERIFY(got(journal->boardSince(4)).value().empty());
    VERIFY_OK(got(journal->decide({}, always({cash(u"i1"_s, 24'989, u"c1"_s)}))));
    for (const auto rows_ = got(journal->board()).value(); const auto& row : rows_) QCOMPARE(row.mayGo, false);   // R-2 is open
    VERIFY_OK(got(journal->decide({}, always({cash(u"i2"_s, 5'000, u"c2"_s)}))));
    for (const auto rows_ = got(journal->board()).value(); const auto& row : rows_) QCOMPARE(row.mayGo, true);
    QVERIFY(got(journal->verify()).value().ok());
}

void TstStore::settingsAndCounters()
{
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
    domain::RequestCreated request;
    request.request = domain::RequestId{u"r1"_s};
    request.invoice = domain::InvoiceId{u"i1"_s};
    request.amount = domain::Money::cents(24'989);
    request.sheet = 41;
    VERIFY_OK(got(journal->decide({}, always({request, domain::SettingChanged{u"a"_s, u"1"_s, {}}}))));
    VERIFY_OK(got(journal->decide({}, always({cash(u"i1"_s, 100, u"c1"_s, u"B-000012"_s), domain::SettingChanged{u"a"_s, u"2"_s, u"1"_s}}))));
    VERIFY_OK(got(journal->decide({}, always({cash(u"i1"_s, 100, u"c2"_s, u"B-000009"_s)}))));   // an older one never lowers it
    domain::SettlementWritten written;
    written.settlement = domain::SettlementId{u"s1"_s};
    written.invoice = domain::InvoiceId{u"i1"_s};
    written.run = 7;
    VERIFY_OK(got(journal->decide({}, always({written}))));
    const auto situation = got(journal->load({}));
    VERIFY_OK(situation);
    QCOMPARE(situation.value().lastSheet, 41);
    QCOMPARE(situation.value().lastReceipt, 12);
    QCOMPARE(situation.value().lastRun, 7);
    QCOMPARE(got(journal->settings()).value(), (QHash<QString, QString>{{u"a"_s, u"2"_s}}));
    // Another site has numbers of its own.
    auto other = config(u"desk 9"_s);
    other.origin.site = u"Filiale"_s;
    SqlJournal branch{other, clock};
    VERIFY_OK(got(branch.open()));
    QCOMPARE(got(branch.load({})).value().lastSheet, 0);
    QVERIFY(got(journal->verify()).value().ok());
}

void TstStore::countersIgnoreForeignReceipts_data()
{
    QTest::addColumn<QString>("number");
    for (const auto* text : {"", "B-", "B-12", "B-00001x", "b-000001", "T-000044", "0000009", "B-1234567890123"}) QTest::newRow(text) << QString::fromLatin1(text);
}

void TstStore::countersIgnoreForeignReceipts()
{
    QFETCH(QString, number);
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
    VERIFY_OK(got(journal->decide({}, always({cash(u"i1"_s, 100, u"c1"_s, number)}))));
    QCOMPARE(got(journal->load({})).value().lastReceipt, 0);
}

void TstStore::detailShowsTimelineAndRelated()
{
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s)))));
    auto second = takenIn(u"i2"_s, u"R-2"_s, u"k1"_s, 5'000);
    second.events.erase(second.events.begin());
    VERIFY_OK(got(journal->decide({}, always(second))));
    for (int i = 0; i < 30; ++i) VERIFY_OK(got(journal->decide({}, always(takenIn(u"o%1"_s.arg(i), u"R-9%1"_s.arg(i))))));   // same customer
    domain::InvoiceRevised revised{domain::InvoiceId{u"i1"_s}, 2, sampleInvoice(u"R-1"_s, 30'000), {}, {}, {}, {}, {}};
    VERIFY_OK(got(journal->decide({}, always({revised, domain::KeyHung{domain::KeyId{u"k1"_s}, u"3"_s}}))));
    const auto detail = got(journal->detail(domain::InvoiceId{u"i1"_s}));
    VERIFY_OK(detail);
    QCOMPARE(detail.value().record, revised.record);
    QCOMPARE(detail.value().item.version, 2);
    QCOMPARE(detail.value().key.hook, u"3"_s);
    QStringList kinds;
    for (const auto& entry : detail.value().timeline) kinds << kindOf(entry.event);
    QCOMPARE(kinds, (QStringList{u"KeyTaken"_s, u"InvoiceTaken"_s, u"InvoiceRevised"_s, u"KeyHung"_s}));
    QCOMPARE(detail.value().related.size(), 20u);
    QCOMPARE(detail.value().related.front().number, u"R-929"_s);   // newest first
    VERIFY_REFUSED(got(journal->detail(domain::InvoiceId{u"nobody"_s})), "journal.no_such_invoice");
}

void TstStore::boardByUrgencyAndSince()
{
    for (int i = 0; i < 10; ++i) VERIFY_OK(got(journal->decide({}, always(takenIn(u"i%1"_s.arg(i), u"R-%1"_s.arg(i))))));
    for (int i = 0; i < 10; i += 2) VERIFY_OK(got(journal->decide({}, always({cash(u"i%1"_s.arg(i), i % 4 == 0 ? 24'989 : 99, u"c%1"_s.arg(i))}))));
    const auto rows = got(journal->board()).value();
    QCOMPARE(rows.size(), 10u);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const int before = urgencyOf(rows[i - 1].state), here = urgencyOf(rows[i].state);
        QVERIFY(before <= here);
        if (before == here) QVERIFY(rows[i - 1].number < rows[i].number);   // as taken in
    }
    const auto since = got(journal->boardSince(12)).value();
    QCOMPARE(since.size(), 3u);
    for (const auto& row : since) QVERIFY(row.seq > 12);
}

void TstStore::boardStartLeavesOutOnlyFinished()
{
    // 130 vehicles: the first 120 are paid and gone, one after the other; the last 10 are open.
    constexpr int kGone = 120, kAll = 130;
    const auto name = [](const char* kind, int i) { return u"%1%2"_s.arg(QLatin1StringView{kind}).arg(i); };
    for (int i = 0; i < kAll; ++i) {
        VERIFY_OK(got(journal->decide({}, always(takenIn(name("i", i), name("R-", i), name("k", i))))));
        if (i >= kGone) continue;
        clock.advance(1'000);
        VERIFY_OK(got(journal->decide({}, always({cash(name("i", i), 24'989, name("s", i)), domain::KeyReleased{domain::KeyId{name("k", i)}, domain::InvoiceId{name("i", i)}, u"Abholer"_s, true, u"paid"_s, {}}}))));
    }
    const auto start = got(journal->boardStart());
    VERIFY_OK(start);
    const auto& rows = start.value().rows;
    QCOMPARE(rows.size(), static_cast<std::size_t>(ports::kBoardStartRows));
    QCOMPARE(start.value().more, kAll - ports::kBoardStartRows);
    QSet<QString> shown;
    for (const auto& row : rows) shown += row.number;
    for (int i = kAll - ports::kBoardStartRows; i < kAll; ++i) QVERIFY2(shown.contains(name("R-", i)), qPrintable(name("R-", i)));   // the latest of the finished
    for (std::size_t i = 1; i < rows.size(); ++i) QVERIFY(domain::urgencyOf(rows[i - 1].state) <= domain::urgencyOf(rows[i].state));
    // What is left out is finished, and what is answered is what board() answers.
    const auto board = got(journal->board());
    VERIFY_OK(board);
    QCOMPARE(board.value().size(), static_cast<std::size_t>(kAll));
    for (const auto& row : board.value()) {
        const auto same = std::find_if(rows.begin(), rows.end(), [&row](const auto& one) { return one.invoice == row.invoice; });
        if (same == rows.end()) QCOMPARE(row.state, domain::BoardState::HandedOver);
        else QVERIFY(*same == row);
    }
}

void TstStore::outboxIsRetriedAndEnds()
{
    auto decision = takenIn(u"i1"_s, u"R-1"_s);
    decision.outbox = {{u"o1"_s, u"portal.create"_s, domain::InvoiceId{u"i1"_s}, R"({"amount":"249.89","note":"ü"})"}, {u"o2"_s, u"writeback"_s, {}, "{}"}};
    VERIFY_OK(got(journal->decide({}, always(decision))));
    auto due = got(journal->outboxDue(clock.now(), 10));
    VERIFY_OK(due);
    QCOMPARE(due.value().size(), 2u);
    QCOMPARE(due.value().front().key, u"o1"_s);
    QCOMPARE(due.value().front().kind, u"portal.create"_s);
    QCOMPARE(due.value().front().invoice.text(), u"i1"_s);
    QCOMPARE(due.value().front().payload, QByteArray{R"({"amount":"249.89","note":"ü"})"});
    QCOMPARE(due.value().front().attempts, 0);
    QCOMPARE(got(journal->outboxDue(clock.now(), 1)).value().size(), 1u);
    VERIFY_OK(got(journal->outboxFailed(u"o1"_s, u"503"_s, clock.now().plusMs(30'000))));
    QCOMPARE(got(journal->outboxDue(clock.now(), 10)).value().size(), 1u);
    clock.advance(30'000);
    due = got(journal->outboxDue(clock.now(), 10));
    QCOMPARE(due.value().size(), 2u);
    QCOMPARE(due.value().back().attempts, 1);
    QCOMPARE(due.value().back().lastError, u"503"_s);
    QCOMPARE(due.value().back().payload, QByteArray{R"({"amount":"249.89","note":"ü"})"});
    // The same key once more is ignored, also after it has ended.
    ports::Decision again;
    again.outbox = {{u"o1"_s, u"portal.create"_s, {}, "other"}};
    VERIFY_OK(got(journal->decide({}, always(again))));
    ports::Decision end;
    end.outboxDone = {u"o1"_s, u"o2"_s};
    VERIFY_OK(got(journal->decide({}, always(end))));
    VERIFY_OK(got(journal->decide({}, always(again))));
    QVERIFY(got(journal->outboxDue(clock.now().plusMs(1'000'000), 10)).value().empty());
    VERIFY_REFUSED(got(journal->outboxFailed(u"o1"_s, u"late"_s, clock.now())), "outbox.none");
    QCOMPARE(got(journal->entries(0, 10)).value().size(), 1u);
}

void TstStore::refreshedMakesKnowledgeNewer()
{
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s)))));
    domain::RequestCreated request;
    request.request = domain::RequestId{u"r1"_s};
    request.invoice = domain::InvoiceId{u"i1"_s};
    request.portal = u"training"_s;
    request.amount = domain::Money::cents(24'989);
    VERIFY_OK(got(journal->decide({}, always({request}))));
    const auto taken = clock.now();
    QCOMPARE(got(journal->watched()).value().size(), 1u);
    clock.advance(120'000);
    const auto rows = got(journal->refreshed({domain::InvoiceId{u"i1"_s}, domain::InvoiceId{u"nobody"_s}}, clock.now()));
    VERIFY_OK(rows);
    QCOMPARE(rows.value().size(), 1u);
    QCOMPARE(rows.value().front().truthAt, clock.now());
    QCOMPARE(rows.value().front().seq, 3);
    QCOMPARE(got(journal->board()).value().front().truthAt, clock.now());
    QCOMPARE(got(journal->boardSince(0)).value().front().truthAt, clock.now());
    QCOMPARE(got(journal->watched()).value().front().truthAt, clock.now());
    ports::Subject subject;
    subject.invoices = {domain::InvoiceId{u"i1"_s}};
    QCOMPARE(got(journal->load(subject)).value().items.front().truthAt, clock.now());
    // Never older; and no part of what is hashed or compared.
    QCOMPARE(got(journal->refreshed({domain::InvoiceId{u"i1"_s}}, taken)).value().front().truthAt, clock.now());
    QVERIFY(got(journal->verify()).value().ok());
    // A later event that is no news from the portal keeps the age; one that is, replaces it.
    const auto hung = got(journal->decide({}, always({domain::KeyHung{domain::KeyId{u"k1"_s}, u"3"_s}})));
    QCOMPARE(hung.value().rows.front().truthAt, clock.now());
    clock.advance(1'000);
    const auto paid = got(journal->decide({}, always({cash(u"i1"_s, 100, u"c1"_s)})));
    QCOMPARE(paid.value().rows.front().truthAt, clock.now());
    QCOMPARE(rawInteger("SELECT count(*) FROM freshness"), 0);
    QVERIFY(got(journal->verify()).value().ok());
}

// By their time and their place in the journal, whatever else carries a key.
void TstStore::arrivalsOfThePastDays()
{
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
    const auto run = [](const QString& batch, Instant at) { return domain::RunStored{domain::BatchId{batch}, 1, at, domain::ArrivalWay::Folder, 1, 0, 0, 0, {}}; };
    const auto then = clock.now().plusMs(-100'000'000);
    VERIFY_OK(got(journal->decide({}, always({run(u"old"_s, then), cash(u"i1"_s, 1, u"c1"_s), run(u"new"_s, clock.now())}))));
    const auto seqs = [&](Instant from, qint64 after) { return got(journal->arrivals(from, after)).value().size(); };
    QCOMPARE(seqs(Instant{1}, 0), 2u);
    QCOMPARE(seqs(then.plusMs(1), 0), 1u);
    QCOMPARE(seqs(clock.now(), 0), 1u);
    QCOMPARE(seqs(clock.now().plusMs(1), 0), 0u);
    QCOMPARE(seqs(Instant{1}, got(journal->arrivals(Instant{1}, 0)).value().back().seq), 0u);
}

void TstStore::writeBackList()
{
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
    QVERIFY(got(journal->toWriteBack()).value().empty());
    VERIFY_OK(got(journal->decide({}, always({cash(u"i1"_s, 24'989, u"c1"_s)}))));
    QCOMPARE(got(journal->toWriteBack()).value().size(), 1u);
    domain::SettlementWritten written{domain::SettlementId{u"s1"_s}, domain::InvoiceId{u"i1"_s}, 1, u"f"_s, u"settled"_s, domain::Money::cents(24'989), 1};
    VERIFY_OK(got(journal->decide({}, always({written}))));
    QCOMPARE(got(journal->toWriteBack()).value().size(), 1u);   // written, but not accepted
    VERIFY_OK(got(journal->decide({}, always({domain::SettlementAnswered{domain::SettlementId{u"s1"_s}, domain::InvoiceId{u"i1"_s}, true, {}}}))));
    QVERIFY(got(journal->toWriteBack()).value().empty());
}

void TstStore::userAndDeskAreWritten()
{
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
    journal->setOrigin({u"Haupthaus"_s, u"desk 1"_s, u"Herr Çelik"_s});
    VERIFY_OK(got(journal->decide({}, always({cash(u"i1"_s, 1, u"c1"_s)}))));
    const auto entries = got(journal->entries(0, 10)).value();
    QCOMPARE(entries.at(0).by, (domain::Origin{u"Haupthaus"_s, u"desk 1"_s, u"Frau Kern"_s}));
    QCOMPARE(entries.at(1).by, (domain::Origin{u"Haupthaus"_s, u"desk 1"_s, u"Herr Çelik"_s}));
}

void TstStore::aThrowingDecisionIsAnError()
{
    VERIFY_REFUSED(got(journal->decide({}, [](const ports::Situation&) -> Result<ports::Decision> { throw std::runtime_error{"out of something"}; })), "store.exception");
    VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
}

QTEST_GUILESS_MAIN(TstStore)
#include "tst_store.moc"
