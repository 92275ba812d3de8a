#include "ui/request/sheet_preview.h"
#include "app/core/async.h"
#include "ui/common/theme.h"
#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QtConcurrentRun>

namespace tresen::ui {
namespace {

constexpr int kPreviewDpi = 110;
constexpr qreal kA4Ratio = 210.0 / 297.0;

} // namespace

QList<QImage> renderPdf(const QByteArray& pdf, int dpi)
{
    QBuffer buffer;
    buffer.setData(pdf);
    if (!buffer.open(QIODevice::ReadOnly)) return {};
    QPdfDocument document{nullptr};
    document.load(&buffer);
    QList<QImage> out;
    if (document.status() != QPdfDocument::Status::Ready) return out;
    for (int page = 0; page < std::min(document.pageCount(), kMaxPrintedPages); ++page) {
        const auto points = document.pagePointSize(page);
        const QSize size = (points * dpi / 72.0).toSize();
        QImage image{size, QImage::Format_RGB32};
        image.fill(Qt::white);
        QPainter painter{&image};
        painter.drawImage(QPoint{}, document.render(page, size));
        painter.end();
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
    update();
    if (pdf.isEmpty()) return;
    const int dpi = static_cast<int>(kPreviewDpi * devicePixelRatioF());
    onReady(QtConcurrent::run([pdf, dpi] { return renderPdf(pdf, dpi); }), this, [this, pdf](const QList<QImage>& pages) {
        if (pdf != m_pdf || pages.isEmpty()) return;   // another one has been set meanwhile
        m_page = pages.front();
        update();
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
