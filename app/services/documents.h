// Documents: shows the pages invoices were typed in from and those that came attached to orders. Called by the desk; reads and draws on a thread of the pool.
#pragma once
#include "app/domain/event.h"
#include "app/ports/page_picture.h"
#include "app/services/document_shelf.h"
#include "app/services/done.h"
#include <QObject>
#include <QThreadPool>
#include <functional>

namespace tresen::services {

// Which page stands behind an invoice, as its journal says. sha256 empty: none, it came as data.
struct TypedFrom { QString fileName, sha256; };
TypedFrom typedFrom(const std::vector<domain::Recorded>& timeline);
// All pages of an invoice: the one it was typed in from first, then what came attached, in the order it came.
std::vector<TypedFrom> pagesOf(const std::vector<domain::Recorded>& timeline);

// A PDF comes drawn, a photo as its own bytes: "jpg" and "png" are decoded by who shows them, within limits::kMaxDrawnEdge.
struct DocumentView {
    QString kind;                        // "pdf", "jpg", "png"
    QByteArray bytes;                    // of the file, untouched
    ports::PagePicture picture;          // "pdf" only
};

class Documents final : public QObject {
    Q_OBJECT
public:
    using Drawer = std::function<Result<ports::PagePicture>(const QByteArray& pdf, int page)>;   // thread-safe

    Documents(DocumentShelf shelf, Drawer drawer, QObject* parent = nullptr);
    ~Documents() override;

    // Errors: DocumentShelf::read() and those of the drawer.
    void show(const QString& sha256, int page, Done<DocumentView> done);
    // Of a file that is not kept yet, as it came in, also where the hot folder has put it away since (sha256: its contents; empty: not known): drawn by the same
    // confined child. Errors: of the file itself ("file.missing", …), "document.kind".
    void showFile(const QString& path, const QString& sha256, int page, Done<DocumentView> done);

private:
    void showBytes(std::function<Result<QByteArray>()> read, int page, Done<DocumentView> done);
    const DocumentShelf m_shelf;
    const Drawer m_drawer;
    QThreadPool m_pool;
};

} // namespace tresen::services
