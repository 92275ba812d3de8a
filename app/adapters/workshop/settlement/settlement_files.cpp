#include "app/adapters/workshop/settlement/settlement_files.h"
#include "app/adapters/workshop/settlement/answer_codec.h"
#include "app/adapters/workshop/settlement/run_csv.h"
#include "app/adapters/workshop/settlement/run_json.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSet>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::settlement {
namespace {

Q_LOGGING_CATEGORY(logSettlement, "tresen.settlement")

QByteArray shippedProfile()
{
    QFile file{u":/settlement/settlement_default.json"_s};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

bool isAnswerName(const QString& name)
{
    return name.endsWith(u".ack.json"_s, Qt::CaseInsensitive) || name.endsWith(u".ack.csv"_s, Qt::CaseInsensitive);
}

Error noFolder(const QString& folder)
{
    return Error{Fault::Unreachable, u"sink.folder"_s, folder};
}

// Others in the folder's group may read what is meant for them; files::writeAtomically() leaves a file to its owner only.
void shareWithGroup(const QString& path, const QFileInfo& folder)
{
    if (folder.permissions() & QFile::ReadGroup) QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
}

// In the order of their names, so that two looks see the same.
QStringList answerNames(const QString& folder)
{
    QStringList names;
    QDirIterator entries{folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot};
    for (int seen = 0; entries.hasNext() && seen < limits::kMaxFolderEntries; ++seen) {
        entries.next();
        if (isAnswerName(entries.fileName())) names += entries.fileName();
    }
    names.sort();
    return names.mid(0, limits::kMaxAnswerFiles);
}

Result<Ok> moveToTaken(const QDir& folder, const QString& name)
{
    const auto from = folder.filePath(name);
    const QDir taken{folder.filePath(u"taken"_s)};
    if (!QFileInfo::exists(from)) {
        if (taken.exists(name)) return Ok{};
        return Error{Fault::NotFound, u"sink.answer"_s, name};
    }
    // A later answer under a name that was used before must not push the earlier one out.
    auto to = taken.filePath(name);
    for (int copy = 2; QFileInfo::exists(to) && copy <= limits::kMaxAnswerFiles; ++copy) to = taken.filePath(u"%1-%2"_s.arg(copy).arg(name));
    return QFile::rename(from, to) ? Result<Ok>{Ok{}} : Error{Fault::Corrupt, u"sink.write"_s, to};
}

} // namespace

// What runs on the pool thread. Only one job at a time, so it needs no lock.
struct SettlementFiles::Worker {
    const Clock& clock;
    const Result<Profile> profile;
    QSet<QString> named;      // unreadable answer files the log knows of

    Result<QStringList> write(const ports::SettlementFile& file, const QString& folder) const;
    Result<std::vector<ports::SettlementAnswer>> answers(const QString& folder);
    Result<Ok> done(const QString& folder, const QStringList& names) const;

private:
    Result<Answers> answersOf(const QString& path) const;
};

Result<QStringList> SettlementFiles::Worker::write(const ports::SettlementFile& file, const QString& folder) const
{
    if (!profile) return profile.error();
    if (file.run < 1) return Error{Fault::Internal, u"sink.run"_s, QString::number(file.run)};
    const QFileInfo info{folder};
    if (folder.isEmpty() || !info.isDir() || !info.isWritable()) return noFolder(folder);
    if (file.records.empty()) return QStringList{};

    const auto json = jsonOf(file);
    if (!json) return json.error();
    const auto table = tableOf(file, profile.value());
    if (!table) return table.error();

    const QDir dir{folder};
    const std::pair<QString, QByteArray> outputs[] = {{tableName(profile.value(), file.run, file.site), table.value()}, {jsonName(file.run), json.value()}};
    QStringList names, fresh;
    crashPoint("writeback.before_file");
    for (const auto& [name, bytes] : outputs) {
        const auto path = dir.filePath(name);
        if (!QFileInfo::exists(path)) fresh += path;
        if (!files::writeAtomically(path, bytes)) {
            // All or none: what an earlier try left stays, what this one made goes.
            for (const auto& made : fresh) QFile::remove(made);
            return Error{Fault::Corrupt, u"sink.write"_s, path};
        }
        shareWithGroup(path, info);
        names += name;
    }
    crashPoint("writeback.after_file");
    return names;
}

Result<Answers> SettlementFiles::Worker::answersOf(const QString& path) const
{
    const auto bytes = files::readRegular(path, limits::kMaxAnswerFile);
    if (!bytes) return bytes.error();
    const bool growing = clock.now().ms - QFileInfo{path}.lastModified().toMSecsSinceEpoch() < limits::kAnswerRestMs;
    const Error wait{Fault::Conflict, u"sink.answer_growing"_s, path};
    if (path.endsWith(u".json"_s, Qt::CaseInsensitive)) {
        const auto read = answersFromJson(bytes.value());
        return read || !growing ? read : Result<Answers>{wait};
    }
    if (growing) return wait;
    return answersFromCsv(bytes.value(), profile ? profile.value().encoding : Encoding::Utf8);
}

Result<std::vector<ports::SettlementAnswer>> SettlementFiles::Worker::answers(const QString& folder)
{
    if (folder.isEmpty() || !QFileInfo{folder}.isDir()) return noFolder(folder);
    std::vector<ports::SettlementAnswer> out;
    const QDir dir{folder};
    const auto names = answerNames(folder);
    for (const auto& name : names) {
        auto read = answersOf(dir.filePath(name));
        const bool odd = read ? read.value().skipped > 0 : read.error().fault == Fault::Invalid;
        if (odd && !named.contains(name) && named.size() < limits::kMaxAnswerFiles) {
            named.insert(name);
            qCWarning(logSettlement).noquote() << "answer file" << name << (read ? u"holds entries that are no answers"_s : read.error().code);
        }
        if (!read) continue;
        for (auto& answer : read.value().list) {
            answer.file = name;
            out.push_back(std::move(answer));
        }
    }
    return out;
}

Result<Ok> SettlementFiles::Worker::done(const QString& folder, const QStringList& names) const
{
    if (folder.isEmpty() || !QFileInfo{folder}.isDir()) return noFolder(folder);
    for (const auto& name : names)
        if (!isAnswerName(name) || name.contains(u'/') || name.contains(u'\\')) return Error{Fault::Invalid, u"sink.answer"_s, name.left(200)};
    if (names.isEmpty()) return Ok{};
    const QDir dir{folder};
    if (!files::makePrivateFolder(dir.filePath(u"taken"_s))) return Error{Fault::Corrupt, u"sink.write"_s, dir.filePath(u"taken"_s)};
    for (const auto& name : names) {
        const auto moved = moveToTaken(dir, name);
        if (!moved) return moved;
    }
    return Ok{};
}

SettlementFiles::SettlementFiles(const Clock& clock, QByteArray profile)
    : m_worker{std::make_shared<Worker>(Worker{clock, readProfile(profile.isEmpty() ? shippedProfile() : profile), {}})}
{
    m_pool.setMaxThreadCount(1);
}

SettlementFiles::~SettlementFiles()
{
    m_pool.waitForDone();
}

QFuture<Result<QStringList>> SettlementFiles::write(ports::SettlementFile file, QString folder)
{
    return QtConcurrent::run(&m_pool, [worker = m_worker, file = std::move(file), folder = std::move(folder)] { return worker->write(file, folder); });
}

QFuture<Result<std::vector<ports::SettlementAnswer>>> SettlementFiles::answers(QString folder)
{
    return QtConcurrent::run(&m_pool, [worker = m_worker, folder = std::move(folder)] { return worker->answers(folder); });
}

QFuture<Result<Ok>> SettlementFiles::done(QString folder, QStringList answerFiles)
{
    return QtConcurrent::run(&m_pool, [worker = m_worker, folder = std::move(folder), names = std::move(answerFiles)] { return worker->done(folder, names); });
}

} // namespace tresen::adapters::settlement
