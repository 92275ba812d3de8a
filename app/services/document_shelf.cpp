#include "app/services/document_shelf.h"
#include "app/core/file_kind.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include <QCryptographicHash>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

const QStringList& pageKinds()
{
    static const QStringList kinds{u"pdf"_s, u"jpg"_s, u"png"_s};
    return kinds;
}

// It becomes part of a path.
bool isDigest(const QString& text)
{
    constexpr qsizetype kDigits = 64;
    return text.size() == kDigits && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

} // namespace

QString DocumentShelf::kindOf(const QByteArray& bytes)
{
    return pageKindOf(bytes);
}

QString DocumentShelf::path(const QString& sha256, const QString& kind) const
{
    constexpr qsizetype kFolderDigits = 2;
    return u"%1/%2/%3.%4"_s.arg(m_folder, sha256.left(kFolderDigits), sha256, kind);
}

Result<Ok> DocumentShelf::put(const QByteArray& bytes, const QString& sha256) const
{
    const auto kind = kindOf(bytes);
    if (m_folder.isEmpty() || kind.isEmpty() || !isDigest(sha256)) return Error{Fault::NotFound, u"document.kind"_s, {}};
    if (bytes.size() > limits::kMaxKeptDocument) return Error{Fault::Refused, u"document.too_large"_s, QString::number(bytes.size())};
    if (read(sha256)) return Ok{};
    const auto file = path(sha256, kind);
    if (const auto made = files::makePrivateFolder(m_folder); !made) return made;
    if (const auto made = files::makePrivateFolder(QFileInfo{file}.path()); !made) return made;
    return files::writeAtomically(file, bytes);
}

QString DocumentShelf::find(const QString& sha256) const
{
    if (m_folder.isEmpty() || !isDigest(sha256)) return {};
    for (const auto& kind : pageKinds())
        if (const auto file = path(sha256, kind); QFileInfo{file}.isFile()) return file;
    return {};
}

Result<QByteArray> DocumentShelf::read(const QString& sha256) const
{
    const auto file = find(sha256);
    if (file.isEmpty()) return Error{Fault::NotFound, u"document.missing"_s, {}};
    auto bytes = files::readRegular(file, limits::kMaxKeptDocument);
    if (!bytes) return Error{Fault::NotFound, u"document.missing"_s, bytes.error().code};
    if (QString::fromLatin1(QCryptographicHash::hash(bytes.value(), QCryptographicHash::Sha256).toHex()) != sha256) return Error{Fault::Corrupt, u"document.changed"_s, {}};
    return bytes;
}

} // namespace tresen::services
