#include "app/adapters/paper/letter/proof.h"
#include <QBuffer>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>
#include <ZXing/ReadBarcode.h>
#include <algorithm>
#include <cmath>
#include <exception>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {
namespace {

constexpr double kPixels = kProofDpi / 25.4;     // per mm

QRect pixelsOf(const QRectF& mm)
{
    return {QPoint{static_cast<int>(std::floor(mm.left() * kPixels)), static_cast<int>(std::floor(mm.top() * kPixels))},
            QPoint{static_cast<int>(std::ceil(mm.right() * kPixels)), static_cast<int>(std::ceil(mm.bottom() * kPixels))}};
}

// PDFium draws a clipped page into whole points (595 of 595.28) before it scales: a millimetre at the page's end without this.
int scaledSide(double mm)
{
    const double points = mm * 72 / 25.4;
    return static_cast<int>(std::lround(mm * kPixels * points / std::floor(points)));
}

// Only the part of the page that holds codes.
QImage raster(QPdfDocument& file, int page, QSizeF mm, const QRect& part)
{
    QPdfDocumentRenderOptions options;
    options.setScaledSize({scaledSide(mm.width()), scaledSide(mm.height())});
    // Qt 6.4 scales by (size - 1) / size, because QRect::right() is the last pixel inside: the rectangle one larger makes it exact.
    options.setScaledClipRect(part.adjusted(0, 0, 1, 1));
    const auto picture = file.render(page, part.size(), options);
    return picture.format() == QImage::Format_ARGB32 ? picture : picture.convertToFormat(QImage::Format_ARGB32);
}

// One code in grey on white paper. The page itself is transparent where nothing is printed.
QImage onPaper(const QImage& picture, const QRect& part)
{
    QImage out{part.size(), QImage::Format_Grayscale8};
    for (int y = 0; y < part.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(picture.constScanLine(y + part.top())) + part.left();
        auto* to = out.scanLine(y);
        for (int x = 0; x < part.width(); ++x) to[x] = static_cast<uchar>(255 - qAlpha(from[x]) * (255 - qGray(from[x])) / 255);
    }
    return out;
}

// What a reader makes of the raster, or nothing. Narrow bars are two pixels here, too fine for the reader's local binarizer; ink on paper needs none.
std::optional<QByteArray> decoded(const QImage& picture, bool bars)
{
    ZXing::DecodeHints hints;
    hints.setFormats(bars ? ZXing::BarcodeFormat::Code128 : ZXing::BarcodeFormat::QRCode);
    if (bars) hints.setBinarizer(ZXing::Binarizer::FixedThreshold);
    hints.setTryHarder(bars).setTryRotate(false).setTryDownscale(false);
    const ZXing::ImageView view{picture.constBits(), picture.width(), picture.height(), ZXing::ImageFormat::Lum, static_cast<int>(picture.bytesPerLine())};
    const auto result = ZXing::ReadBarcode(view, hints);
    if (!result.isValid()) return {};
    const auto& bytes = result.bytes();
    return QByteArray{reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

Error refusedCode(const char* code, std::size_t page, const QString& name)
{
    return Error{Fault::Refused, QString::fromLatin1(code), u"page %1, %2"_s.arg(page + 1).arg(name)};
}

} // namespace

Result<QStringList> prove(const QByteArray& pdf, const std::vector<PageRecord>& pages, const std::vector<std::vector<MeantCode>>& meant,
                          const std::function<void(const QString&, QImage&)>& beforeDecoding)
try {
    Q_ASSERT(pages.size() == meant.size());
    QBuffer buffer;
    buffer.setData(pdf);
    QPdfDocument file;
    if (!buffer.open(QIODevice::ReadOnly)) return Error{Fault::Internal, u"paper.library"_s, u"buffer"_s};
    file.load(&buffer);
    if (file.status() != QPdfDocument::Status::Ready || file.pageCount() != static_cast<int>(pages.size()))
        return Error{Fault::Internal, u"paper.library"_s, u"the file does not open"_s};
    QStringList proven;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const auto& codes = pages[p].codes;
        QRect part;
        for (const auto& code : codes) part |= pixelsOf(code.area);
        const auto paper = meant[p].empty() || part.isEmpty() ? QImage{} : raster(file, static_cast<int>(p), pages[p].size, part);
        for (const auto& one : meant[p]) {
            const auto drawn = std::find_if(codes.begin(), codes.end(), [&](const CodeBox& c) { return c.name == one.name; });
            if (drawn == codes.end() || paper.isNull()) return refusedCode("paper.code_unreadable", p, one.name);
            auto cut = onPaper(paper, pixelsOf(drawn->area).translated(-part.topLeft()));
            if (beforeDecoding) beforeDecoding(one.name, cut);
            const auto bytes = decoded(cut, one.name == u"desk"_s);
            if (!bytes) return refusedCode("paper.code_unreadable", p, one.name);
            if (*bytes != one.bytes) return refusedCode("paper.code_differs", p, one.name);
            if (!proven.contains(one.name)) proven += one.name;
        }
        if (codes.size() != meant[p].size()) return refusedCode("paper.code_differs", p, u"a code nobody meant"_s);
    }
    return proven;
} catch (const std::exception& e) {
    return Error{Fault::Internal, u"paper.library"_s, QString::fromLocal8Bit(e.what()).left(120)};
}

} // namespace tresen::adapters::letter
