#include "app/store/kept_documents.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <functional>
#include <optional>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

struct Listed {
    QString path;         // below the folder of documents, with '/'
    QString sha256;
    qint64 bytes = 0;
};

Error notKept(const QString& file)
{
    return {Fault::Unreachable, u"backup.documents"_s, file};
}

QString hexOf(const QCryptographicHash& hash)
{
    return QString::fromLatin1(hash.result().toHex());
}

// Empty: it cannot be read. A folder of years does not fit into memory, nor need one file of it.
QString digestOf(const QString& file, const std::function<bool(const QByteArray&)>& also = {})
{
    constexpr qint64 kBlock = 1024 * 1024;
    QFile in{file};
    if (!in.open(QIODevice::ReadOnly)) return {};
    QCryptographicHash hash{QCryptographicHash::Sha256};
    while (!in.atEnd()) {
        const auto block = in.read(kBlock);
        if (block.isEmpty() || (also && !also(block))) return {};
        hash.addData(block);
    }
    return in.error() == QFileDevice::NoError ? hexOf(hash) : QString{};
}

QString poolOf(const QString& backup)
{
    return QFileInfo{backup}.absolutePath() + u"/tresen-documents"_s;
}

QString poolFile(const QString& backup, const QString& sha256)
{
    constexpr qsizetype kFolderDigits = 2;
    return u"%1/%2/%3"_s.arg(poolOf(backup), sha256.left(kFolderDigits), sha256);
}

// Copies under a name of its own and gives it the right one when the bytes that arrived are those that were meant.
bool copyWhole(const QString& from, const QString& to, const QString& sha256)
{
    const auto part = to + u'.' + QString::fromLatin1(files::randomBytes(4).toHex()) + u".part"_s;   // desks share the folder
    QFile out{part};
    if (!files::makePrivateFolder(QFileInfo{to}.absolutePath()) || !out.open(QIODevice::WriteOnly | QIODevice::Truncate)) return false;
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const auto read = digestOf(from, [&out](const QByteArray& block) { return out.write(block) == block.size(); });
    out.close();
    const bool good = read == sha256 && out.error() == QFileDevice::NoError && digestOf(part) == sha256 && files::publish(part, to);
    if (!good) QFile::remove(part);
    return good;
}

// False: it is there and could not be taken.
bool take(const QString& file, const QString& below, const QString& backup, std::vector<Listed>& list)
{
    constexpr int kTries = 3;   // it may be written anew just now
    for (int i = 0; i < kTries; ++i) {
        const auto sha256 = digestOf(file);
        if (sha256.isEmpty()) return !QFile::exists(file);
        const qint64 bytes = QFileInfo{file}.size();
        const auto pooled = poolFile(backup, sha256);
        const QFileInfo there{pooled};
        if (there.exists() && there.size() != bytes && !QFile::remove(pooled)) return false;
        if (!QFile::exists(pooled) && !copyWhole(file, pooled, sha256) && !QFile::exists(pooled)) continue;   // or another desk was quicker
        list.push_back({below, sha256, bytes});
        return true;
    }
    return !QFile::exists(file);
}

QByteArray line(const QJsonObject& values)
{
    return QJsonDocument{values}.toJson(QJsonDocument::Compact) + '\n';
}

QByteArray sealOf(const QByteArray& body, qsizetype files)
{
    const auto hash = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    return line({{u"files"_s, static_cast<qint64>(files)}, {u"sha256"_s, QString::fromLatin1(hash)}});
}

bool isInside(const QString& path)
{
    return !path.isEmpty() && QDir::isRelativePath(path) && QDir::cleanPath(path) == path && !path.startsWith(u"..") && !path.contains(u'\\') && !path.contains(u':');
}

// Its last line seals it: none of it counts when a byte of it is another.
std::optional<std::vector<Listed>> readList(const QString& backup)
{
    const auto bytes = files::readRegular(documentList(backup), limits::kMaxDocumentList);
    if (!bytes) return {};
    auto lines = bytes.value().split('\n');
    if (lines.size() < 2 || !lines.takeLast().isEmpty()) return {};
    const auto seal = lines.takeLast() + '\n';
    if (seal != sealOf(bytes.value().chopped(seal.size()), lines.size())) return {};
    std::vector<Listed> out;
    for (const auto& text : std::as_const(lines)) {
        const auto o = QJsonDocument::fromJson(text).object();
        Listed one{o[u"path"_s].toString(), o[u"sha256"_s].toString(), o[u"bytes"_s].toInteger()};
        if (!isInside(one.path) || one.sha256.size() != 64 || one.sha256.contains(u'/') || one.sha256.contains(u'.')) return {};
        out.push_back(std::move(one));
    }
    return out;
}

// For each one of the list; an answer: what is wrong with it.
Result<KeptDocuments> each(const QString& backup, const std::function<Result<QString>(const Listed&)>& look)
{
    KeptDocuments out;
    if (!QFile::exists(documentList(backup))) return out;
    out.listed = true;
    const auto list = readList(backup);
    if (!list) {
        out.problems << u"documents: the list is damaged"_s;
        return out;
    }
    for (const auto& one : *list) {
        const auto problem = look(one);
        if (!problem) return problem.error();
        if (problem.value().isEmpty()) ++out.files;
        else out.problems << u"documents: %1: %2"_s.arg(one.path, problem.value());
    }
    return out;
}

} // namespace

QString documentList(const QString& backup)
{
    return backup + u".documents"_s;
}

Result<Ok> keepDocuments(const QString& documents, const QString& backup)
{
    std::vector<Listed> list;
    const QDir folder{documents};
    for (QDirIterator it{documents, QDir::Files | QDir::NoSymLinks | QDir::Hidden, QDirIterator::Subdirectories}; it.hasNext();) {
        const auto file = it.next();
        const auto below = folder.relativeFilePath(file);
        if (!isInside(below) || QFileInfo{file}.absoluteFilePath().startsWith(poolOf(backup) + u'/')) continue;   // backups may lie among them
        if (!take(file, below, backup, list)) return notKept(file);
    }
    QByteArray body;
    for (const auto& one : list) body += line({{u"path"_s, one.path}, {u"sha256"_s, one.sha256}, {u"bytes"_s, one.bytes}});
    body += sealOf(body, static_cast<qsizetype>(list.size()));
    if (body.size() > limits::kMaxDocumentList || !files::writeAtomically(documentList(backup), body)) return notKept(documentList(backup));
    return Ok{};
}

Result<KeptDocuments> tryDocuments(const QString& backup, const Gauge& gauge)
{
    return each(backup, [&](const Listed& one) -> Result<QString> {
        if (wantsEnd(gauge)) return Error{Fault::Refused, u"vault.stopped"_s, {}};
        const auto pooled = poolFile(backup, one.sha256);
        if (!QFileInfo{pooled}.isFile()) return u"missing"_s;
        if (digestOf(pooled) == one.sha256) return QString{};
        QFile::rename(pooled, pooled + u".damaged"_s);
        return u"changed"_s;
    });
}

Result<KeptDocuments> restoreDocuments(const QString& backup, const QString& documents, const QString& aside, bool missingOnly)
{
    return each(backup, [&](const Listed& one) -> Result<QString> {
        const auto to = documents + u'/' + one.path;
        if (QFileInfo{to}.isSymLink()) return notKept(to);
        if (QFile::exists(to) && (missingOnly || digestOf(to) == one.sha256)) return QString{};
        const auto pooled = poolFile(backup, one.sha256);
        if (!QFileInfo{pooled}.isFile()) return u"missing"_s;
        if (digestOf(pooled) != one.sha256) return u"changed"_s;
        if (QFile::exists(to) && !QFile::rename(to, to + aside)) return notKept(to);
        return copyWhole(pooled, to, one.sha256) ? Result<QString>{QString{}} : notKept(to);
    });
}

} // namespace tresen::store
