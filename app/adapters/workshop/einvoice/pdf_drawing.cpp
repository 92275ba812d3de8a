#include "app/adapters/workshop/einvoice/pdf_drawing.h"
#include "app/core/confine.h"
#include "app/core/limits.h"
#include <QBuffer>
#include <QDataStream>
#include <QImage>
#include <QPdfDocument>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

constexpr auto kDrawWire = QDataStream::Qt_6_0;
constexpr quint32 kDrawMagic = 0x54504457;
constexpr int kBytesPerPixel = 4;
constexpr qint64 kMaxPicture = qint64{limits::kMaxDrawnEdge} * limits::kMaxDrawnEdge * kBytesPerPixel;
constexpr qint64 kWireHead = 1024;

// No pixels: nothing of it can be drawn.
ports::PagePicture drawn(const QByteArray& pdf, int page)
{
    ports::PagePicture out;
    QBuffer file;
    file.setData(pdf);
    file.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&file);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1) return out;
    out.pages = document.pageCount();
    out.page = std::clamp(page, 0, out.pages - 1);
    const auto points = document.pagePointSize(out.page);
    if (points.isEmpty()) return out;
    const auto size = points.scaled(limits::kMaxDrawnEdge, limits::kMaxDrawnEdge, Qt::KeepAspectRatio).toSize().boundedTo({limits::kMaxDrawnEdge, limits::kMaxDrawnEdge});
    // What is not drawn is paper: the page alone is transparent.
    const auto ink = document.render(out.page, size).convertToFormat(QImage::Format_ARGB32);
    out.width = ink.width();
    out.height = ink.height();
    out.pixels.reserve(qsizetype{out.width} * out.height * kBytesPerPixel);
    constexpr int kFull = 255;
    for (int y = 0; y < out.height; ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(ink.constScanLine(y));
        for (int x = 0; x < out.width; ++x) {
            const int alpha = qAlpha(line[x]);
            const auto over = [alpha](int part) { return (part * alpha + kFull * (kFull - alpha)) / kFull; };
            const QRgb pixel = qRgb(over(qRed(line[x])), over(qGreen(line[x])), over(qBlue(line[x])));
            out.pixels.append(reinterpret_cast<const char*>(&pixel), kBytesPerPixel);
        }
    }
    return out;
}

Result<ports::PagePicture> unwrapped(const QByteArray& answer)
{
    const Error odd{Fault::Invalid, u"pdf.too_costly"_s, {}};
    QDataStream stream{answer};
    stream.setVersion(kDrawWire);
    quint32 magic = 0;
    ports::PagePicture out;
    stream >> magic >> out.width >> out.height >> out.page >> out.pages >> out.pixels;
    if (stream.status() != QDataStream::Ok || magic != kDrawMagic || !stream.atEnd()) return odd;
    if (out.pixels.isEmpty()) return Error{Fault::Invalid, u"pdf.damaged"_s, {}};
    const bool sized = out.width > 0 && out.height > 0 && out.width <= limits::kMaxDrawnEdge && out.height <= limits::kMaxDrawnEdge;
    const bool counted = out.page >= 0 && out.pages > out.page;
    if (!sized || !counted || out.pixels.size() != qsizetype{out.width} * out.height * kBytesPerPixel) return odd;
    return out;
}

} // namespace

int runDrawChild()
{
    confineThisProcess({limits::kPdfMemory, limits::kPdfOpenFiles});
    const auto request = helper::nextRequest(limits::kMaxKeptDocument + kWireHead);
    if (!request) return request.error().fault == Fault::NotFound ? 0 : 1;
    allowProcessor(limits::kPdfCpuS);
    QDataStream asked{request.value()};
    asked.setVersion(kDrawWire);
    int page = 0;
    QByteArray pdf, answer;
    asked >> page >> pdf;
    const auto picture = drawn(pdf, page);
    QDataStream stream{&answer, QIODevice::WriteOnly};
    stream.setVersion(kDrawWire);
    stream << kDrawMagic << picture.width << picture.height << picture.page << picture.pages << picture.pixels;
    return helper::answer(answer) ? 0 : 1;
}

Result<ports::PagePicture> drawPage(const QByteArray& pdf, int page, const QString& program)
{
    const auto child = HelperProcess::start(program, {u"--draw-pdf"_s});
    if (!child) return Error{Fault::Unreachable, u"pdf.reader"_s, child.error().code};
    QByteArray request;
    QDataStream stream{&request, QIODevice::WriteOnly};
    stream.setVersion(kDrawWire);
    stream << page << pdf;
    const auto answer = child.value()->ask(request, limits::kPdfDeadlineMs, kMaxPicture + kWireHead);
    if (!answer) return Error{Fault::Invalid, u"pdf.too_costly"_s, answer.error().code};
    return unwrapped(answer.value());
}

} // namespace tresen::adapters::einvoice
