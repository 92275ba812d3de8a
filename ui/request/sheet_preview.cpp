#include "ui/request/sheet_preview.h"
#include "app/core/async.h"
#include "ui/common/theme.h"
#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QtConcurrentRun>

namespace tresen::ui {
namespace {

constexpr int kPreviewLongest = 1286;   // logical pixels of the longer edge: a sheet in A4 at 110 dpi, a label sharp as well
constexpr qreal kA4Ratio = 210.0 / 297.0;

// Loaded from these bytes while they live; unreadable ones have no page.
struct OpenPdf {
    explicit OpenPdf(const QByteArray& pdf)
    {
        buffer.setData(pdf);
        if (buffer.open(QIODevice::ReadOnly)) document.load(&buffer);
        if (document.status() == QPdfDocument::Status::Ready) pages = std::min(document.pageCount(), kMaxPrintedPages);
    }
    QImage render(int page, QSize size)
    {
        QImage image{size, QImage::Format_RGB32};
        image.fill(Qt::white);
        QPainter painter{&image};
        painter.drawImage(QPoint{}, document.render(page, size));
        return image;
    }
    QBuffer buffer;
    QPdfDocument document{nullptr};
    int pages = 0;
};

struct ShownPage {
    QImage picture;
    int count = 0;
};

ShownPage renderPage(const QByteArray& pdf, int page, qreal longest)
{
    OpenPdf open{pdf};
    if (page >= open.pages) return {{}, open.pages};
    const auto points = open.document.pagePointSize(page);
    return {open.render(page, (points * longest / std::max(points.width(), points.height())).toSize()), open.pages};
}

} // namespace

QList<QImage> renderPdf(const QByteArray& pdf, int dpi)
{
    OpenPdf open{pdf};
    QList<QImage> out;
    for (int page = 0; page < open.pages; ++page) {
        auto image = open.render(page, (open.document.pagePointSize(page) * dpi / 72.0).toSize());
        image.setDotsPerMeterX(static_cast<int>(dpi / 0.0254));
        image.setDotsPerMeterY(static_cast<int>(dpi / 0.0254));
        out.append(image);
    }
    return out;
}

SheetPreview::SheetPreview(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SheetPreview::setPdf(const QByteArray& pdf)
{
    m_pdf = pdf;
    m_page = {};
    m_shown = m_count = 0;
    update();
    if (!pdf.isEmpty()) render();
}

void SheetPreview::turnTo(int page)
{
    if (page < 0 || page >= m_count || page == m_shown) return;
    m_shown = page;
    render();
}

void SheetPreview::render()
{
    const auto longest = kPreviewLongest * devicePixelRatioF();
    onReady(QtConcurrent::run([pdf = m_pdf, page = m_shown, longest] { return renderPage(pdf, page, longest); }), this, [this, pdf = m_pdf, page = m_shown](const ShownPage& made) {
        if (pdf != m_pdf || page != m_shown || made.picture.isNull()) return;   // another one has been asked for meanwhile
        m_page = made.picture;
        m_count = made.count;
        update();
        Q_EMIT rendered();
    });
}

void SheetPreview::setPage(const QImage& page)
{
    m_pdf.clear();
    m_page = page;
    update();
}

void SheetPreview::setHint(const QString& hint)
{
    m_hint = hint;
    update();
}

QSize SheetPreview::sizeHint() const
{
    const auto& theme = themeOf(this);
    return {theme.px(400), theme.px(566)};
}

void SheetPreview::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QRect page = rect().adjusted(theme.px(1), theme.px(1), -theme.px(1), -theme.px(1));
    const int width = std::min(page.width(), static_cast<int>(page.height() * kA4Ratio));
    const QSize size = !m_page.isNull() ? m_page.size().scaled(page.size(), Qt::KeepAspectRatio) : QSize{width, static_cast<int>(width / kA4Ratio)};
    page = QRect{page.center() - QPoint{size.width() / 2, size.height() / 2}, size};
    painter.fillRect(page, m_page.isNull() ? theme.sunken : QColor{Qt::white});
    if (!m_page.isNull()) painter.drawImage(page, m_page);
    painter.setPen(theme.line);
    painter.drawRect(page.adjusted(0, 0, -1, -1));
    if (!m_page.isNull()) return;
    painter.setPen(theme.text2);
    painter.setFont(theme.font(type::fine));
    painter.drawText(page.adjusted(theme.px(24), 0, -theme.px(24), 0), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

} // namespace tresen::ui
