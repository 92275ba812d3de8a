// What Intake does with one file on a thread of its pool: read it, and lay over what a person has typed. And the command that is made of it.
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/ordered_id.h"
#include "app/core/sha256.h"
#include "app/services/folder_sweep.h"
#include "app/services/intake.h"
#include <QFileInfo>
#include <QHash>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

QString sha256Of(const QByteArray& bytes)
{
    return QString::fromLatin1(sha256Hex(bytes));
}

// The threads of a pool come and go unseen.
struct HashingEnds {
    HashingEnds() = default;
    ~HashingEnds() { endHashing(); }
    HashingEnds(const HashingEnds&) = delete;
    HashingEnds& operator=(const HashingEnds&) = delete;
};

} // namespace

domain::BatchId Intake::take(const std::vector<IntakePick>& picks, QDate today, Done<IntakeSummary> done)
{
    std::vector<IntakeInput> inputs;
    QHash<QString, std::size_t> at;
    for (const auto& pick : picks) {
        if (!at.contains(pick.file)) {
            at.insert(pick.file, inputs.size());
            const auto read = [path = pick.file, hash = pick.sha256, most = m_source.maxBytes(pick.file)] { return files::readRegular(FolderSweep::whereNow(path, hash, most), most); };
            IntakeInput input{pick.file, read};
            if (pick.file.isEmpty()) input.bytes = [] { return Result<QByteArray>{QByteArray{}}; };   // from paper
            input.onlyNew = pick.file.isEmpty();
            input.sha256 = pick.sha256;
            input.today = today;
            inputs.push_back(std::move(input));
        }
        inputs[at.value(pick.file)].picks.push_back(pick);
    }
    return take(std::move(inputs), std::move(done));
}

std::vector<Intake::Read> Intake::readOne(const IntakeInput& file, const ports::WorkshopSource& source, const DocumentShelf& shelf)
{
    const HashingEnds ends;
    std::vector<Read> out;
    const auto bytes = file.bytes();
    if (!bytes) {
        if (!file.mayHaveGone || bytes.error().fault != Fault::NotFound) out.push_back({file.name, 0, true, file.onlyNew, bytes.error(), {}, {}, {}});
        return out;
    }
    auto arrived = source.readAll(bytes.value(), QFileInfo{file.name}.fileName());
    const auto hash = file.name.isEmpty() ? QString{} : sha256Of(bytes.value());   // paper has none
    if (!file.picks.empty()) {
        auto picked = readPicks(file, hash, arrived);
        if (!arrived) keepPage(bytes.value(), hash, shelf, picked);   // nothing of it could be read: it was typed in from the page
        for (auto& read : picked) keepAttached(read, shelf);
        return picked;
    }
    if (!arrived) {
        out.push_back({file.name, 0, true, file.onlyNew, arrived.error(), {}, hash, {}});
        return out;
    }
    auto& all = arrived.value();
    const bool refused = file.whole && all.size() > 1 && std::any_of(all.begin(), all.end(), [](const ports::Arrived& one) {
        return !one.document || domain::faultOf(one.document.value().invoice);
    });
    out.reserve(all.size());
    for (auto& one : all) {
        const auto content = one.document ? domain::contentHashOf(one.document.value().invoice) : QString{};
        if (refused && one.document) {
            const auto fault = domain::faultOf(one.document.value().invoice);
            one.document = fault ? *fault : Error{Fault::Refused, u"file.others_refused"_s, {}};
        }
        out.push_back({file.name, one.line, false, file.onlyNew, std::move(one.document), one.number, hash, content});
        keepAttached(out.back(), shelf);
    }
    if (!out.empty()) out.back().endsFile = true;
    return out;
}

// Of what is taken over, when a person has typed over it. It is looked for in all of its texts: not the UI thread's business.
void Intake::addNotices(Read& read)
{
    if (!read.document) return;
    auto& document = read.document.value();
    document.warnings += domain::intakeNotices(document.invoice);
    document.warnings.removeDuplicates();
}

domain::IntakeCommand Intake::commandOf(Read& read, const domain::BatchId& batch) const
{
    auto& document = read.document.value();
    const auto form = ports::formOf(document);
    const auto now = SystemClock{}.now();
    domain::IntakeCommand command{std::move(document.invoice), std::move(document.warnings), m_system, read.file, read.sha256, m_site, m_deskSite, read.contentHash,
                                  batch, domain::InvoiceId{orderedUuid(now)}, domain::KeyId{orderedUuid(now)}, std::move(document.claim)};
    command.form = form;
    command.documents = std::move(read.documents);
    return command;
}

// Nothing but what was chosen, and as it was typed. What was read keeps its own mark: the same file is the same again, whatever was put right.
std::vector<Intake::Read> Intake::readPicks(const IntakeInput& file, const QString& hash, const Result<std::vector<ports::Arrived>>& arrived)
{
    std::vector<Read> out;
    QHash<int, const ports::Arrived*> byLine;
    if (arrived)
        for (const auto& one : arrived.value()) byLine.insert(one.line, &one);
    for (const auto& pick : file.picks) {
        Result<ports::InvoiceDocument> document = Error{Fault::NotFound, u"file.line"_s, QString::number(pick.line)};
        if (!arrived) document = arrived.error();
        else if (const auto* one = byLine.value(pick.line)) document = one->document;
        QString content, number = pick.entry ? pick.entry->number : QString{};
        if (hash != file.sha256) document = Error{Fault::Conflict, u"file.changed"_s, {}};
        else if (pick.entry) {
            const bool byHand = !document;
            if (byHand) document = ports::InvoiceDocument{};
            else content = domain::contentHashOf(document.value().invoice);
            auto entered = domain::laidOver(document.value().invoice, *pick.entry, file.today);
            if (entered) {
                document.value().invoice = std::move(entered.value().record);
                document.value().warnings += entered.value().notices;
                if (byHand) content = domain::contentHashOf(document.value().invoice);
            } else {
                document = entered.error();
            }
        } else if (document) {
            content = domain::contentHashOf(document.value().invoice);
        }
        out.push_back({file.name, pick.line, false, file.onlyNew, std::move(document), number, hash, content});
    }
    out.back().endsFile = true;
    return out;
}

// Before the entry that names it. A run that only looks has no shelf and keeps nothing.
void Intake::keepAttached(Read& read, const DocumentShelf& shelf)
{
    if (!read.document) return;
    for (const auto& page : read.document.value().attached) {
        const auto hash = sha256Of(page.bytes);
        const auto kept = shelf.put(page.bytes, hash);
        if (kept) read.documents.push_back({{}, page.name, DocumentShelf::kindOf(page.bytes), hash, page.bytes.size()});
        else if (kept.error().code != u"document.kind") {
            read.document = Error{Fault::Unreachable, u"document.not_kept"_s, kept.error().code};
            return;
        }
    }
    read.document.value().attached.clear();
}

// Before the entry that names it: an invoice never stands there without the page it was typed in from.
void Intake::keepPage(const QByteArray& bytes, const QString& hash, const DocumentShelf& shelf, std::vector<Read>& picked)
{
    const bool any = std::any_of(picked.begin(), picked.end(), [](const Read& read) { return read.document.ok(); });
    if (!any || hash.isEmpty()) return;
    const auto kept = shelf.put(bytes, hash);
    if (kept || kept.error().code == u"document.kind") return;
    const auto why = kept.error().code == u"document.too_large" ? kept.error() : Error{Fault::Unreachable, u"document.not_kept"_s, kept.error().code};
    for (auto& read : picked)
        if (read.document) read.document = why;
}

void Intake::look(const QString& file, int line, const QString& sha256, Done<IntakeLook> done)
{
    const auto* source = &m_source;
    onReady(QtConcurrent::run(&m_pool, [file, line, sha256, source]() -> Result<IntakeLook> {
        const HashingEnds ends;
        const auto bytes = files::readRegular(FolderSweep::whereNow(file, sha256, source->maxBytes(file)), source->maxBytes(file));
        if (!bytes) return bytes.error();
        const auto name = QFileInfo{file}.fileName();
        IntakeLook look;
        look.sha256 = sha256Of(bytes.value());
        const auto arrived = source->readAll(bytes.value(), name);
        if (!arrived) {
            look.entry = source->proposed(bytes.value(), name);
            return look;
        }
        for (const auto& one : arrived.value()) {
            if (one.line != line) continue;
            look.isRow = line > 0;
            if (one.document) {
                look.read = one.document.value().invoice;
                look.entry = domain::entryOf(look.read);
            } else {
                if (one.legible) look.entry = *one.legible;
                look.entry.number = one.number;
            }
            return look;
        }
        return Error{Fault::NotFound, u"file.line"_s, QString::number(line)};
    }), this, [done = std::move(done)](const Result<IntakeLook>& look) { done(look); });
}

} // namespace tresen::services
