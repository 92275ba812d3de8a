#include "ui/request/document_sheet.h"
#include "app/core/async.h"
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/wording.h"
#include "ui/request/sheet_preview.h"
#include <QBuffer>
#include <QFileInfo>
#include <QImageReader>
#include <QShortcut>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr qint64 kMaxPhoto = 120'000'000;   // pixels

// No larger than it is shown; the format is the one its first bytes named, no other reader has a try.
QImage photoOf(const QByteArray& bytes, const QString& kind)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader{&buffer, kind.toLatin1()};
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (size.isEmpty() || qint64{size.width()} * size.height() > kMaxPhoto) return {};
    if (std::max(size.width(), size.height()) > limits::kMaxDrawnEdge) reader.setScaledSize(size.scaled(limits::kMaxDrawnEdge, limits::kMaxDrawnEdge, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

DocumentSheet::DocumentSheet(services::Documents& documents, const services::TypedFrom& from, QWidget* window) : DocumentSheet{documents, from, {}, window} {}

DocumentSheet::DocumentSheet(services::Documents& documents, const QString& file, const QString& sha256, QWidget* window)
    : DocumentSheet{documents, services::TypedFrom{QFileInfo{file}.fileName(), sha256}, file, window}
{
}

DocumentSheet::DocumentSheet(services::Documents& documents, services::TypedFrom from, QString file, QWidget* window)
    : Sheet{window}, m_documents{documents}, m_from{std::move(from)}, m_file{std::move(file)}, m_preview{new SheetPreview}, m_message{new FigureLabel{type::fine, &Theme::text2}},
      m_before{new ActionButton{tr("Page before")}}, m_next{new ActionButton{tr("Next page")}}, m_done{new ActionButton{tr("Close")}}
{
    setObjectName(u"document"_s);
    setHead({}, tr("Document of the invoice"), m_from.fileName);
    const auto& theme = themeOf(this);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(16));
    column->addWidget(m_preview, 1);
    column->addWidget(m_message);
    setBody(body);
    m_preview->setAccessibleName(tr("Picture of the page the invoice was typed in from"));
    m_message->setObjectName(u"document.message"_s);
    m_message->setWrapped();
    m_before->setObjectName(u"document.before"_s);
    m_before->setIconName(u"arrow-left"_s);
    m_next->setObjectName(u"document.next"_s);
    m_next->setIconName(u"arrow-right"_s);
    m_done->setObjectName(u"document.close"_s);
    m_done->setKind(ActionButton::Kind::Primary);
    m_done->setKeyHint(tr("Esc"));
    addFootLeft(m_next);
    addFootLeft(m_before);   // each goes to the far left
    addFootStretch();
    setPrimary(m_done);
    connect(m_before, &ActionButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &ActionButton::clicked, this, [this] { turn(1); });
    connect(new QShortcut{QKeySequence{Qt::Key_PageUp}, this}, &QShortcut::activated, this, [this] { turn(-1); });
    connect(new QShortcut{QKeySequence{Qt::Key_PageDown}, this}, &QShortcut::activated, this, [this] { turn(1); });
    connect(m_done, &ActionButton::clicked, this, &Sheet::close);
    showState();
}

bool DocumentSheet::isShowing() const { return m_preview->isShowing(); }

void DocumentSheet::load()
{
    m_waiting = true;
    showState();
    const auto shown = [guard = QPointer{this}](const Result<services::DocumentView>& view) {
        if (guard) guard->take(view);
    };
    m_file.isEmpty() ? m_documents.show(m_from.sha256, m_page, shown) : m_documents.showFile(m_file, m_from.sha256, m_page, shown);
}

void DocumentSheet::take(const Result<services::DocumentView>& view)
{
    m_waiting = false;
    if (!view) {
        showState();
        m_message->setText(Wording::failure(view.error()));
        return;
    }
    const auto& shown = view.value();
    const auto& drawn = shown.picture;
    if (shown.kind == u"pdf") {
        m_page = drawn.page;
        m_pages = drawn.pages;
        constexpr int kBytesPerPixel = 4;
        const QImage picture{reinterpret_cast<const uchar*>(drawn.pixels.constData()), drawn.width, drawn.height, drawn.width * kBytesPerPixel, QImage::Format_RGB32};
        return show(picture.copy());
    }
    m_waiting = true;
    onReady(QtConcurrent::run([bytes = shown.bytes, kind = shown.kind] { return photoOf(bytes, kind); }), this, [this](const QImage& photo) {
        m_waiting = false;
        m_pages = 1;
        show(photo);
    });
}

void DocumentSheet::show(const QImage& picture)
{
    m_preview->setPage(picture);
    showState();
    if (picture.isNull()) m_message->setText(Wording::failure({Fault::Invalid, u"document.unreadable"_s, {}}));
}

void DocumentSheet::turn(int by)
{
    const int page = m_page + by;
    if (m_waiting || page < 0 || page >= m_pages) return;
    m_page = page;
    load();
}

void DocumentSheet::showState()
{
    m_before->setVisible(m_pages > 1);
    m_next->setVisible(m_pages > 1);
    // Not while a page is awaited, too: a button that rests loses the keys, and turn() waits by itself.
    m_before->setAvailable(m_page > 0, tr("this is the first page"));
    m_next->setAvailable(m_page + 1 < m_pages, tr("this is the last page"));
    m_message->setText(m_pages > 1 ? tr("Page %1 of %2").arg(m_page + 1).arg(m_pages) : QString{});
}

} // namespace tresen::ui
