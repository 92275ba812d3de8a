// write-back, export, verify, backup, restore
#include "app/core/async.h"
#include "app/main/command.h"
#include "app/store/backup.h"
#include "app/store/salvage.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

void printResult(const services::WriteBackResult& r)
{
    printLine({{u"run"_s, r.run}, {u"records"_s, r.records}, {u"files"_s, QJsonArray::fromStringList(r.files)}, {u"accepted"_s, r.accepted}, {u"refused"_s, r.refused}});
}

void printPending(const std::vector<services::PendingSettlement>& list)
{
    for (const auto& p : list)
        printLine({{u"number"_s, p.number}, {u"customer"_s, p.customer}, {u"plate"_s, p.plate}, {u"kind"_s, p.kind}, {u"amount"_s, domain::plainAmount(p.amount)},
                   {u"state"_s, p.state}, {u"run"_s, p.run}, {u"settlement"_s, p.settlement.text()}, {u"text"_s, p.text}});
}

void exportFrom(House& house, qint64 after, const Finish& finish)
{
    constexpr int kChunk = 1000;
    onReady(house.journal->entries(after, kChunk), &house, [&house, finish](const Result<std::vector<domain::Recorded>>& entries) {
        if (!entries) return finishWith(entries.error(), finish);
        for (const auto& e : entries.value()) {
            auto event = domain::toJson(e.event);
            if (e.event.is<domain::PinChanged>()) event.remove(u"hash"_s);   // four digits are soon found by whoever has it
            printLine({{u"seq"_s, e.seq}, {u"at"_s, e.at.iso()}, {u"site"_s, e.by.site}, {u"desk"_s, e.by.desk}, {u"user"_s, e.by.user},
                       {u"kind"_s, kindOf(e.event)}, {u"event"_s, event}});
        }
        if (entries.value().size() < kChunk) return finish(Exit::Done);
        exportFrom(house, entries.value().back().seq, finish);
    });
}

} // namespace

void runWriteBack(House& house, const Arguments& a, Finish finish)
{
    const auto done = [finish](const Result<services::WriteBackResult>& r) {
        if (!r) return finishWith(r.error(), finish);
        printResult(r.value());
        finish(Exit::Done);
    };
    const auto folder = a.has(u"--out"_s) ? QFileInfo{a.option(u"--out"_s)}.absoluteFilePath() : QString{};
    if (!folder.isEmpty() && !QDir{}.mkpath(folder)) return finishWith(Error{Fault::Unreachable, u"sink.folder"_s, folder}, finish);   // asked for by name
    if (!a.has(u"--pending"_s) && !a.has(u"--resend"_s)) return house.writeBack->run(folder, done);
    house.writeBack->pending([&house, a, folder, done, finish](const Result<std::vector<services::PendingSettlement>>& list) {
        if (!list) return finishWith(list.error(), finish);
        if (a.has(u"--pending"_s)) {
            printPending(list.value());
            return finish(Exit::Done);
        }
        std::vector<services::PendingSettlement> which;
        for (const auto& p : list.value())
            if (p.number == a.option(u"--resend"_s) && !p.settlement.isNull()) which.push_back(p);
        if (which.empty()) return finishWith(Error{Fault::NotFound, u"settlement.none"_s, a.option(u"--resend"_s)}, finish);
        house.writeBack->resend(which, folder, done);
    });
}

void runExport(House& house, const Arguments& a, Finish finish)
{
    if (a.words.front() != u"journal") return finishWith(Error{Fault::Invalid, u"usage"_s, u"export journal"_s}, finish);
    if (const auto may = house.people->may(domain::Right::SeeReports); !may) return finishWith(may.error(), finish);
    exportFrom(house, 0, finish);
}

// One line for the day, one per way money came or went, one per note.
void runReport(House& house, const Arguments& a, Finish finish)
{
    if (const auto may = house.people->may(domain::Right::SeeReports); !may) return finishWith(may.error(), finish);
    const auto day = a.has(u"--day"_s) ? QDate::fromString(a.option(u"--day"_s), Qt::ISODate) : house.clock().now().local().date();
    house.reports->day(day, [finish](const Result<services::DayView>& view) {
        if (!view) return finishWith(view.error(), finish);
        const auto& r = view.value().report;
        printLine({{u"day"_s, view.value().day.toString(Qt::ISODate)}, {u"taken"_s, r.taken}, {u"requests"_s, r.requests}, {u"mails"_s, r.mails}, {u"released"_s, r.released}, {u"more_notes"_s, r.moreNotes}});
        for (const auto& m : r.money)
            printLine({{u"kind"_s, codeOf(m.kind)}, {u"method"_s, m.method}, {u"count"_s, m.count}, {u"sum"_s, domain::plainAmount(m.sum)}, {u"currency"_s, m.sum.currency().code()}});
        for (const auto& n : r.notes)
            printLine({{u"note"_s, codeOf(n.kind)}, {u"at"_s, n.at.iso()}, {u"desk"_s, n.by.desk}, {u"user"_s, n.by.user}, {u"number"_s, view.value().items.value(n.invoice.text()).number},
                       {u"amount"_s, domain::plainAmount(n.amount)}, {u"to"_s, n.to}, {u"reason"_s, n.reason}});
        finish(Exit::Done);
    });
}

void runVerify(House& house, const Arguments& a, Finish finish)
{
    onReady(a.has(u"--rebuild"_s) ? house.journal->remake({}) : house.journal->verify(), &house, [finish](const Result<ports::VerifyReport>& report) {
        if (!report) return finishWith(report.error(), finish);
        const auto& r = report.value();
        printLine({{u"entries"_s, r.entries}, {u"ok"_s, r.ok()}, {u"first_bad_seq"_s, r.firstBadSeq}, {u"parts"_s, QJsonArray::fromStringList(r.parts)},
                   {u"can_be_rebuilt"_s, r.canBeRemade()}, {u"rebuilt"_s, r.remade}, {u"problems"_s, QJsonArray::fromStringList(r.problems)}});
        finish(r.ok() || r.remade ? Exit::Done : Exit::Damaged);
    });
}

// Restores it beside everything, verifies it from the first entry on, and removes it again.
void drillBackup(House& house, const QString& file, const Finish& finish)
{
    onReady(house.journal->drill(file, {}), &house, [file, finish](const Result<ports::DrillReport>& tried) {
        if (!tried) return finishWith(tried.error(), finish);
        const auto& r = tried.value();
        printLine({{u"file"_s, file}, {u"ok"_s, r.ok()}, {u"schema"_s, r.facts.schema}, {u"entries"_s, r.facts.entries}, {u"invoices"_s, r.facts.invoices},
                   {u"keys"_s, r.facts.keys}, {u"documents"_s, r.documents}, {u"newest"_s, r.facts.newest.isNull() ? QString{} : r.facts.newest.iso()},
                   {u"first_bad_seq"_s, r.firstBadSeq}, {u"problems"_s, QJsonArray::fromStringList(r.problems)}});
        finish(r.ok() ? Exit::Done : Exit::Damaged);
    });
}

void runBackup(House& house, const Arguments& a, Finish finish)
{
    if (a.words.isEmpty() == !a.has(u"--drill"_s)) return finishWith(Error{Fault::Invalid, u"usage"_s, findCommand(u"backup"_s)->usage}, finish);
    if (a.has(u"--drill"_s)) return drillBackup(house, QFileInfo{a.option(u"--drill"_s)}.absoluteFilePath(), finish);
    const auto file = QFileInfo{a.words.front()}.absoluteFilePath();
    onReady(house.journal->backup(file), &house, [file, finish](const Result<Ok>& done) {
        if (!done) return finishWith(done.error(), finish);
        printLine({{u"file"_s, file}, {u"size"_s, QFileInfo{file}.size()}, {u"documents"_s, true}});
        finish(Exit::Done);
    });
}

namespace {

QString whenOf(Instant at) { return at.isNull() ? QString{} : at.iso(); }

QJsonObject holdingOf(const ports::Holding& h)
{
    return {{u"entries"_s, h.entries}, {u"lost"_s, h.lost}, {u"invoices"_s, h.invoices}, {u"newest"_s, whenOf(h.newest)}};
}

void lookAt(House& house, const QString& file, const Finish& finish)
{
    const auto looked = store::lookAtDamage(house.storeConfig(), {file});
    if (!looked) return finishWith(looked.error(), finish);
    const auto& r = looked.value();
    printLine({{u"journal"_s, holdingOf(r.damaged)}, {u"whole"_s, r.whole}, {u"backup"_s, r.backup}, {u"in_backup"_s, holdingOf(r.inBackup)}, {u"later"_s, r.later},
               {u"later_newest"_s, whenOf(r.laterNewest)}, {u"later_lost"_s, r.laterLost}, {u"other_history"_s, r.otherHistory}, {u"problems"_s, QJsonArray::fromStringList(r.notGood)}});
    finish(r.backup.isEmpty() ? Exit::Damaged : Exit::Done);
}

void exportTo(House& house, const QString& folder, const Finish& finish)
{
    if (!QDir{}.mkpath(folder)) return finishWith(Error{Fault::Unreachable, u"store.unwritable"_s, folder}, finish);   // asked for by name
    const auto exported = store::exportReadable(house.storeConfig(), folder, house.clock().now());
    if (!exported) return finishWith(exported.error(), finish);
    const auto& r = exported.value();
    printLine({{u"files"_s, QJsonArray::fromStringList(r.files)}, {u"entries"_s, r.entries}, {u"beyond"_s, r.beyond}});
    finish(Exit::Done);
}

} // namespace

void runRestore(House& house, const Arguments& a, Finish finish)
{
    const bool readable = a.has(u"--readable"_s), look = a.has(u"--look"_s), salvage = a.has(u"--salvage"_s);
    if (a.words.isEmpty() != readable || (readable && (look || salvage)) || (look && salvage)) return finishWith(Error{Fault::Invalid, u"usage"_s, findCommand(u"restore"_s)->usage}, finish);
    if (readable) return exportTo(house, QFileInfo{a.option(u"--readable"_s)}.absoluteFilePath(), finish);
    const auto file = QFileInfo{a.words.front()}.absoluteFilePath();
    if (look) return lookAt(house, file, finish);
    const auto restored = store::restore(file, house.storeConfig(), house.clock().now(), {salvage, {}});
    if (!restored) return finishWith(restored.error(), finish);
    const auto& documents = restored.value().documents;
    QJsonObject line{{u"restored"_s, true}, {u"kept"_s, restored.value().kept}, {u"documents"_s, documents.listed ? documents.files : -1},
                     {u"problems"_s, QJsonArray::fromStringList(documents.problems)}};
    if (salvage) {
        const auto& s = restored.value().salvaged;
        line.insert(u"salvaged"_s, QJsonObject{{u"entries"_s, s.entries}, {u"tasks"_s, s.tasks}, {u"lost"_s, s.lost}, {u"newest"_s, whenOf(s.newest)}});
    }
    printLine(line);
    finish(Exit::Done);
}

} // namespace tresen::app
