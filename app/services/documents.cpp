#include "app/services/documents.h"
#include "app/core/async.h"
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
    onReady(QtConcurrent::run(&m_pool, [shelf = m_shelf, drawer = m_drawer, sha256, page]() -> Result<DocumentView> {
        auto bytes = shelf.read(sha256);
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
