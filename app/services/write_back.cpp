#include "app/services/write_back.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/services/settlement_json.h"
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

QString writeKind() { return u"writeback"_s; }
QString fileOf(qint64 run) { return u"settlement-%1"_s.arg(run, 6, 10, QChar{u'0'}); }

} // namespace

struct WriteBack::Run {
    QString folder;
    std::vector<PendingSettlement> resend;    // empty: everything that is owed
    WriteBackResult result;
    ports::OutboxTask task;
    bool hasTask = false;
    Done<WriteBackResult> done;
};

WriteBack::WriteBack(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, ports::WorkshopSink& sink, Settings& settings, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_outbox{outbox}, m_sink{sink}, m_settings{settings}, m_clock{clock}
{
    m_outbox.handle(writeKind(), [this](const ports::OutboxEntry& e, Done<Ok> done) { writeFile(e, std::move(done)); });
}

QString WriteBack::folderOr(const QString& folder) const
{
    return folder.isEmpty() ? m_settings.value(u"writeback.folder"_s) : folder;
}

void WriteBack::run(const QString& folder, Done<WriteBackResult> done)
{
    auto run = std::make_shared<Run>();
    run->folder = folderOr(folder);
    run->done = std::move(done);
    if (run->folder.isEmpty()) return run->done(Error{Fault::Refused, u"sink.no_folder"_s, {}});
    readAnswers(run->folder, [this, run](const Result<WriteBackResult>& answers) {
        if (answers) run->result = answers.value();   // a folder that is not there yet is made by the writing
        onReady(m_journal.toWriteBack(), this, [this, run](const Result<std::vector<domain::OpenItem>>& items) {
            if (!items) return run->done(items.error());
            std::vector<domain::OpenItem> owed;
            for (const auto& item : items.value())
                if (domain::settlementOwed(item)) owed.push_back(item);
            decideFile(run, owed);
        });
    });
}

void WriteBack::resend(const std::vector<PendingSettlement>& which, const QString& folder, Done<WriteBackResult> done)
{
    auto run = std::make_shared<Run>();
    run->folder = folderOr(folder);
    run->resend = which;
    run->done = std::move(done);
    if (run->folder.isEmpty()) return run->done(Error{Fault::Refused, u"sink.no_folder"_s, {}});
    std::vector<domain::OpenItem> items;
    for (const auto& p : which) {
        domain::OpenItem item;
        item.id = p.invoice;
        items.push_back(item);
    }
    decideFile(run, items);
}

void WriteBack::decideFile(std::shared_ptr<Run> run, std::vector<domain::OpenItem> items)
{
    if (items.empty()) return run->done(run->result);
    ports::Subject subject;
    for (const auto& item : items) subject.invoices.push_back(item.id);
    const auto site = m_settings.value(u"site.name"_s);
    const auto company = m_settings.legalName();
    const auto decide = [run, site, company](const ports::Situation& s) -> Result<ports::Decision> {
        ports::Decision d;
        SettlementTask task{run->folder, {s.lastRun + 1, s.now, site, company, {}}};
        const auto name = fileOf(task.file.run);
        for (const auto& item : s.items) {
            std::vector<domain::Event> events;
            if (run->resend.empty()) {
                events = domain::decideSettlement(item, domain::SettlementId::fresh(), task.file.run, name);
            } else {
                for (const auto& p : run->resend) {
                    if (p.invoice != item.id) continue;
                    const auto again = domain::decideResend(item, p.settlement, task.file.run, name);
                    if (!again) return again.error();
                    events.insert(events.end(), again.value().begin(), again.value().end());
                }
            }
            for (const auto& e : events) task.file.records.push_back(recordOf(item, *e.as<domain::SettlementWritten>()));
            d.events.insert(d.events.end(), events.begin(), events.end());
        }
        run->hasTask = !task.file.records.empty();
        if (!run->hasTask) return d;   // another desk was faster
        run->result.run = task.file.run;
        run->result.records = static_cast<int>(task.file.records.size());
        run->task = {u"writeback:%1"_s.arg(task.file.run), writeKind(), {}, toPayload(task)};
        d.outbox.push_back(run->task);
        return d;
    };
    onReady(m_journal.decide(subject, decide), this, [this, run](const Result<ports::Appended>& appended) {
        if (!appended) return run->done(appended.error());
        crashPoint("writeback.decided");
        m_feed.publish(appended.value());
        if (!run->hasTask) return run->done(run->result);
        m_outbox.run(run->task, [this, run](const Result<Ok>& written) {
            if (!written) return run->done(written.error());
            run->result.files = m_written.take(run->task.key);
            run->done(run->result);
        });
    });
}

void WriteBack::writeFile(const ports::OutboxEntry& entry, Done<Ok> done)
{
    const auto task = readSettlementTask(entry.payload);
    if (!task) return done(task.error());
    onReady(m_sink.write(task.value().file, task.value().folder), this, [this, key = entry.key, done](const Result<QStringList>& files) {
        if (!files) return done(files.error());
        m_written.insert(key, files.value());
        crashPoint("writeback.file_written");
        const auto decide = [key](const ports::Situation&) -> Result<ports::Decision> { return ports::Decision{{}, {}, {key}}; };
        onReady(m_journal.decide({}, decide), this, [done](const Result<ports::Appended>& finished) {
            if (!finished) return done(finished.error());
            done(Ok{});
        });
    });
}

void WriteBack::readAnswers(const QString& folder, Done<WriteBackResult> done)
{
    const auto from = folderOr(folder);
    if (from.isEmpty()) return done(Error{Fault::Refused, u"sink.no_folder"_s, {}});
    onReady(m_sink.answers(from), this, [this, from, done](const Result<std::vector<ports::SettlementAnswer>>& answers) {
        if (!answers) return done(answers.error());
        if (answers.value().empty()) return done(WriteBackResult{});
        onReady(m_journal.toWriteBack(), this, [this, from, answers = answers.value(), done](const Result<std::vector<domain::OpenItem>>& items) {
            if (!items) return done(items.error());
            auto result = std::make_shared<WriteBackResult>();
            ports::Subject subject;
            for (const auto& item : items.value()) subject.invoices.push_back(item.id);
            const auto decide = [answers, result](const ports::Situation& s) -> Result<ports::Decision> {
                ports::Decision d;
                *result = {};
                for (const auto& answer : answers) {
                    for (const auto& item : s.items) {
                        const auto events = domain::decideAnswer(item, answer.id, answer.accepted, answer.text);
                        if (!events || events.value().empty()) continue;   // of another item, or seen before
                        d.events.insert(d.events.end(), events.value().begin(), events.value().end());
                        ++(answer.accepted ? result->accepted : result->refused);
                    }
                }
                return d;
            };
            onReady(m_journal.decide(subject, decide), this, [this, from, answers, result, done](const Result<ports::Appended>& appended) {
                if (!appended) return done(appended.error());
                m_feed.publish(appended.value());
                QStringList files;
                for (const auto& answer : answers)
                    if (!files.contains(answer.file)) files << answer.file;
                onReady(m_sink.done(from, files), this, [result, done](const Result<Ok>&) { done(*result); });   // left lying it is harmless
            });
        });
    });
}

void WriteBack::pending(Done<std::vector<PendingSettlement>> done)
{
    onReady(m_journal.toWriteBack(), this, [done](const Result<std::vector<domain::OpenItem>>& items) {
        if (!items) return done(items.error());
        std::vector<PendingSettlement> out;
        for (const auto& item : items.value()) {
            for (const auto& s : domain::unanswered(item))
                out.push_back({item.id, item.number, item.customer, item.plate, s.amount, s.kind, s.id, s.run, s.state == domain::Settlement::State::Refused ? u"refused"_s : u"written"_s, s.text});
            if (const auto owed = domain::settlementOwed(item)) out.push_back({item.id, item.number, item.customer, item.plate, owed->amount, owed->kind, {}, 0, u"due"_s, {}});
        }
        done(out);
    });
}

} // namespace tresen::services
