// inspect, import, board, show
#include "app/adapters/workshop/einvoice/inspect_row.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/main/command.h"
#include "app/services/board_reader.h"
#include "ui/intake/intake_words.h"
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

constexpr int kSweepLookMs = 500;
constexpr int kSweepPatienceMs = 60'000;   // for files that are being written, or cannot be stored for now

QJsonObject outcomeLine(const services::FileOutcome& o)
{
    QJsonObject line{{u"file"_s, o.file}, {u"status"_s, codeOf(o.status)}, {u"number"_s, o.number}, {u"customer"_s, o.customer}, {u"plate"_s, o.plate},
                     {u"amount_due"_s, domain::plainAmount(o.amount)}, {u"warnings"_s, QJsonArray::fromStringList(o.notices)}};
    if (o.line > 0) line.insert(u"line"_s, o.line);
    if (o.status == services::FileOutcome::Status::Taken) line.insert(u"batch"_s, o.batch.text());
    if (o.status == services::FileOutcome::Status::Refused) line.insert(u"reason"_s, o.error.detail.isEmpty() ? o.error.code : o.error.code + u": "_s + o.error.detail);
    return line;
}

// By its name of today.
QString siteOf(const domain::BoardRow& row, const House& house)
{
    return row.site.isEmpty() ? house.settings->value(u"site.name"_s) : row.site;
}

QJsonObject boardLine(const domain::BoardRow& row, const House& house, Instant now)
{
    return {{u"number"_s, row.number}, {u"plate"_s, row.plate}, {u"customer"_s, row.customer}, {u"gross"_s, domain::plainAmount(row.gross)},
            {u"paid"_s, domain::plainAmount(row.paid)}, {u"open"_s, domain::plainAmount(row.open)}, {u"currency"_s, row.gross.currency().code()},
            {u"state"_s, codeOf(row.state)}, {u"request"_s, codeOf(row.request)}, {u"money"_s, codeOf(row.money)}, {u"key"_s, row.key.isNull() ? u"none"_s : codeOf(row.keyState)},
            {u"hook"_s, row.hook}, {u"light"_s, codeOf(domain::lightOf(row, now))}, {u"stale"_s, domain::isStale(row, now)}, {u"reason"_s, row.reason},
            {u"source"_s, codeOf(row.source)}, {u"age_s"_s, (now.ms - row.truthAt.ms) / 1000}, {u"tasks"_s, row.openTasks},
            {u"site"_s, siteOf(row, house)}};
}

// One sweep over the folder of the settings, as the desk does it: files are moved away when they stand still.
void sweepSource(House& house, const Finish& finish)
{
    auto options = hotFolderOptions(*house.settings);
    if (options.folder.isEmpty()) return finishWith(Error{Fault::Refused, u"source.none"_s, u"source.folder"_s}, finish);
    options.lookMs = kSweepLookMs;
    auto* words = new QTranslator{&house};   // people read the notes beside refused files
    if (words->load(u":/i18n/tresen_%1.qm"_s.arg(house.settings->value(u"ui.language"_s)))) QCoreApplication::installTranslator(words);
    auto* folder = new services::HotFolder{*house.intake, &house};
    folder->setWords(&ui::IntakeWords::note);
    QObject::connect(folder, &services::HotFolder::reachable, &house, [folder, path = options.folder, finish](bool yes) {
        if (yes) return;
        folder->watch({});
        finishWith(Error{Fault::Unreachable, u"source.folder"_s, path}, finish);
    });
    auto since = std::make_shared<QElapsedTimer>();   // something happened
    auto last = std::make_shared<services::HotFolderCounts>();
    since->start();
    QObject::connect(folder, &services::HotFolder::swept, &house, [folder, finish, since, last] {
        const auto counts = folder->counts();
        if (std::exchange(*last, counts) != counts) since->start();
        if (counts.waiting > 0 && !since->hasExpired(kSweepPatienceMs)) return;
        folder->watch({});
        complain(u"%1 taken over or known already, %2 refused, %3 left waiting"_s.arg(counts.done).arg(counts.failed).arg(counts.waiting));
        finish(counts.waiting > 0 ? Exit::Unreachable : counts.failed > 0 ? Exit::Unreadable : Exit::Done);
    });
    // What it refuses is for the desks to see, and what they know already is not told twice.
    house.arrivalLog->load([folder, options](const Result<Ok>&) { folder->watch(options); });
}

} // namespace

void runInspect(House& house, const Arguments& a, Finish finish)
{
    bool refused = false;
    for (const auto& file : a.words) {
        const auto bytes = files::readRegular(file, house.arrivals.maxBytes(file));
        const auto all = bytes ? house.arrivals.readAll(bytes.value(), file) : Result<std::vector<ports::Arrived>>{bytes.error()};
        if (!all) printLine(adapters::einvoice::inspectRow(file, Result<ports::InvoiceDocument>{all.error()}));
        refused = refused || !all;
        if (!all) continue;
        for (const auto& one : all.value()) {
            auto row = adapters::einvoice::inspectRow(file, one.document);
            if (one.line > 0) row.insert(u"line"_s, one.line);
            printLine(row);
            refused = refused || !one.document;
        }
    }
    finish(refused ? Exit::Unreadable : Exit::Done);
}

// Takes a run back, as far as it has not left the house.
void undoImport(House& house, const QString& batch, const Finish& finish)
{
    house.intake->undo(domain::BatchId{batch}, [finish](const Result<services::UndoSummary>& summary) {
        if (!summary) return finishWith(summary.error(), finish);
        const auto& s = summary.value();
        for (qsizetype i = 0; i < s.numbers.size(); ++i) complain(u"%1: %2"_s.arg(s.numbers[i], s.reasons[i]));
        printLine({{u"undone"_s, s.undone}, {u"put_back"_s, s.putBack}, {u"kept"_s, s.kept}});
        finish(s.kept > 0 || s.undone == 0 ? Exit::Refused : Exit::Done);
    });
}

void runImport(House& house, const Arguments& a, Finish finish)
{
    if (a.has(u"--learn"_s)) return learnProfile(house, a, finish);
    if (a.has(u"--name"_s) || (a.has(u"--profile-map"_s) && a.words.isEmpty())) return finishWith(Error{Fault::Invalid, u"usage"_s, u"--name goes with --learn, --profile-map with files"_s}, finish);
    if (a.has(u"--profile-map"_s)) {
        const auto map = house.profiles->find(a.option(u"--profile-map"_s));
        if (!map) return finishWith(map.error(), finish);
        house.arrivals.forceProfile(map.value());
    }
    if (a.has(u"--undo"_s) && a.words.isEmpty() && !a.has(u"--source"_s) && !a.has(u"--dry-run"_s)) return undoImport(house, a.option(u"--undo"_s), finish);
    if (a.has(u"--undo"_s) || a.words.isEmpty() != a.has(u"--source"_s) || (a.has(u"--source"_s) && a.has(u"--dry-run"_s)))
        return finishWith(Error{Fault::Invalid, u"usage"_s, u"import needs files, or --source alone, or --undo alone"_s}, finish);
    QObject::connect(house.intake.get(), &services::Intake::fileDone, &house, [](const services::FileOutcome& o) { printLine(outcomeLine(o)); });
    if (a.has(u"--source"_s)) return sweepSource(house, finish);
    house.intake->take(a.words, a.has(u"--dry-run"_s), [finish](const Result<services::IntakeSummary>& summary) {
        if (!summary) return finishWith(summary.error(), finish);
        const auto& s = summary.value();
        complain(u"%1 taken, %2 new versions, %3 known already, %4 refused"_s.arg(s.taken).arg(s.newVersions).arg(s.sameAgain).arg(s.refused));
        finish(s.refused > 0 ? Exit::Unreadable : Exit::Done);
    }, domain::ArrivalWay::Command);
}

void runBoard(House& house, const Arguments& a, Finish finish)
{
    onReady(house.journal->board(), &house, [&house, words = domain::foldQuery(a.option(u"--search"_s)), everywhere = !a.has(u"--site"_s), site = a.option(u"--site"_s), finish](const Result<std::vector<domain::BoardRow>>& rows) {
        if (!rows) return finishWith(rows.error(), finish);
        const auto now = house.clock().now();
        auto all = rows.value();
        domain::ageStays(all);
        for (const auto& row : all) {
            const bool hit = std::all_of(words.begin(), words.end(), [&](const QString& w) { return row.searchKey.contains(w); });
            if (hit && (everywhere || siteOf(row, house) == site)) printLine(boardLine(row, house, now));
        }
        finish(Exit::Done);
    });
}

void runNote(House& house, const Arguments& a, Finish finish)
{
    findInvoice(house, a.words.front(), [&house, text = a.words.last(), finish](const Result<domain::OpenItem>& item) {
        if (!item) return finishWith(item.error(), finish);
        house.notes->add(item.value().id, text, [number = item.value().number, finish](const Result<Ok>& done) {
            if (!done) return finishWith(done.error(), finish);
            printLine({{u"number"_s, number}});
            finish(Exit::Done);
        });
    });
}

void runRemind(House& house, const Arguments& a, Finish finish)
{
    const auto due = QDateTime::fromString(a.words.at(1), Qt::ISODate);
    if (!due.isValid()) return finishWith(Error{Fault::Refused, u"reminder.time"_s, a.words.at(1).left(40)}, finish);
    findInvoice(house, a.words.front(), [&house, due = Instant{due.toMSecsSinceEpoch()}, text = a.words.last(), finish](const Result<domain::OpenItem>& item) {
        if (!item) return finishWith(item.error(), finish);
        house.reminders->set(item.value().id, due, text, [number = item.value().number, due, finish](const Result<Ok>& done) {
            if (!done) return finishWith(done.error(), finish);
            printLine({{u"number"_s, number}, {u"due"_s, due.iso()}});
            finish(Exit::Done);
        });
    });
}

void runShow(House& house, const Arguments& a, Finish finish)
{
    findInvoice(house, a.words.front(), [&house, finish](const Result<domain::OpenItem>& item) {
        if (!item) return finishWith(item.error(), finish);
        auto* reader = new services::BoardReader{*house.journal, &house};
        reader->invoice(item.value().id, [&house, finish](const Result<services::InvoiceView>& view) {
            if (!view) return finishWith(view.error(), finish);
            const auto& d = view.value();
            auto line = boardLine(d.row, house, house.clock().now());
            QJsonArray timeline;
            for (const auto& entry : d.timeline)
                timeline.append(QJsonObject{{u"seq"_s, entry.seq}, {u"at"_s, entry.at.iso()}, {u"desk"_s, entry.by.desk}, {u"user"_s, entry.by.user},
                                            {u"kind"_s, kindOf(entry.event)}, {u"event"_s, domain::toJson(entry.event)}});
            line.insert(u"item"_s, domain::toJson(d.item));
            line.insert(u"vehicle"_s, domain::toJson(d.key));
            line.insert(u"invoice"_s, domain::toJson(d.record));
            line.insert(u"timeline"_s, timeline);
            if (const auto page = services::typedFrom(d.timeline); !page.sha256.isEmpty())   // file empty: not kept, or not on this machine
                line.insert(u"document"_s, QJsonObject{{u"name"_s, page.fileName}, {u"sha256"_s, page.sha256}, {u"file"_s, house.shelf().find(page.sha256)}});
            printLine(line);
            finish(Exit::Done);
        });
    });
}

} // namespace tresen::app
