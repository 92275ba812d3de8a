#include "app/services/documents.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/services/folder_sweep.h"
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

TypedFrom typedFrom(const std::vector<domain::Recorded>& timeline)
{
    TypedFrom out;
    const auto take = [&out](const QStringList& notices, const QString& file, const QString& sha256) {
        if (notices.contains(u"entered.by_hand"_s)) out = {QFileInfo{file}.fileName(), sha256};
    };
    for (const auto& entry : timeline) {
        if (const auto* taken = entry.event.as<domain::InvoiceTaken>()) take(taken->notices, taken->fileName, taken->sha256);
        if (const auto* revised = entry.event.as<domain::InvoiceRevised>()) take(revised->notices, revised->fileName, revised->sha256);
    }
    return out;
}

std::vector<TypedFrom> pagesOf(const std::vector<domain::Recorded>& timeline)
{
    std::vector<TypedFrom> out;
    if (auto typed = typedFrom(timeline); !typed.sha256.isEmpty()) out.push_back(std::move(typed));
    for (const auto& entry : timeline)
        if (const auto* kept = entry.event.as<domain::DocumentKept>()) out.push_back({kept->name, kept->sha256});
    return out;
}

Documents::Documents(DocumentShelf shelf, Drawer drawer, QObject* parent) : QObject{parent}, m_shelf{std::move(shelf)}, m_drawer{std::move(drawer)}
{
    m_pool.setMaxThreadCount(1);
}

Documents::~Documents()
{
    m_pool.waitForDone();
}

void Documents::show(const QString& sha256, int page, Done<DocumentView> done)
{
    showBytes([shelf = m_shelf, sha256] { return shelf.read(sha256); }, page, std::move(done));
}

void Documents::showFile(const QString& path, const QString& sha256, int page, Done<DocumentView> done)
{
    showBytes([path, sha256]() -> Result<QByteArray> {
        auto bytes = files::readRegular(FolderSweep::whereNow(path, sha256, limits::kMaxKeptDocument), limits::kMaxKeptDocument);
        if (bytes && DocumentShelf::kindOf(bytes.value()).isEmpty()) return Error{Fault::Invalid, u"document.kind"_s, {}};
        return bytes;
    }, page, std::move(done));
}

void Documents::showBytes(std::function<Result<QByteArray>()> read, int page, Done<DocumentView> done)
{
    onReady(QtConcurrent::run(&m_pool, [read = std::move(read), drawer = m_drawer, page]() -> Result<DocumentView> {
        auto bytes = read();
        if (!bytes) return bytes.error();
        DocumentView out{DocumentShelf::kindOf(bytes.value()), bytes.value(), {}};
        if (out.kind != u"pdf") return out;
        auto picture = drawer(bytes.value(), page);
        if (!picture) return picture.error();
        out.picture = std::move(picture).value();
        return out;
    }), this, [done = std::move(done)](const Result<DocumentView>& view) { done(view); });
}

} // namespace tresen::services
