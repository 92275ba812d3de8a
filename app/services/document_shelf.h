// DocumentShelf: keeps the page an invoice was typed in from and what came attached to an order, under the digest of its bytes, in a folder of the profile.
// Called by Intake and by whoever shows the page. Thread-safe, no state but the folder. Pages are named in the journal by InvoiceTaken::sha256 and by
// DocumentKept; a backup of the journal does not hold them.
#pragma once
#include "app/core/result.h"
#include <QByteArray>
#include <QString>

namespace tresen::services {

class DocumentShelf {
public:
    DocumentShelf() = default;                                   // keeps nothing
    explicit DocumentShelf(QString folder) : m_folder{std::move(folder)} {}

    // "pdf", "jpg", "png" by the first bytes; empty: nothing that is kept.
    static QString kindOf(const QByteArray& bytes);

    // Durably, before the entry that names it. Once for the same bytes. What is no page is passed over: NotFound "document.kind".
    // Refused "document.too_large"; those of files::writeAtomically().
    Result<Ok> put(const QByteArray& bytes, const QString& sha256) const;

    // Empty: there is none. Blocks for one look into the folder.
    QString find(const QString& sha256) const;
    // Only the very bytes: NotFound "document.missing", Corrupt "document.changed".
    Result<QByteArray> read(const QString& sha256) const;

private:
    QString path(const QString& sha256, const QString& kind) const;
    QString m_folder;
};

} // namespace tresen::services
