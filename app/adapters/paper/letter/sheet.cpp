#include "app/adapters/paper/letter/sheet.h"
#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QRegularExpression>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {
namespace {

constexpr qsizetype kLogoMaxBytes = 2 * 1024 * 1024;
constexpr int kLogoMaxSide = 4000;               // pixels of the file
constexpr double kLogoPixels = 400 / 25.4;        // per mm in the document: more only makes the file larger
constexpr double kLogoHeight = 15;               // mm
constexpr double kWideLogo = 1.6;                // wider than this it is a word mark
constexpr double kWideLogoRoom = 60;             // mm
constexpr double kMinContrast = 4.5;

// A logo that cannot be read is left out: the letter says the name in letters instead.
QImage readLogo(const QByteArray& png)
{
    if (png.size() > kLogoMaxBytes || !png.startsWith("\x89PNG\r\n\x1a\n")) return {};
    QBuffer buffer;
    buffer.setData(png);
    if (!buffer.open(QIODevice::ReadOnly)) return {};
    QImageReader reader{&buffer, "png"};
    const auto size = reader.size();
    if (!size.isValid() || size.width() > kLogoMaxSide || size.height() > kLogoMaxSide) return {};
    auto picture = reader.read();
    if (picture.isNull()) return {};
    const QSize most{static_cast<int>(kWideLogoRoom * kLogoPixels), static_cast<int>(kLogoHeight * kLogoPixels)};
    if (size.width() > most.width() || size.height() > most.height()) picture = picture.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage out{picture.size(), QImage::Format_RGB888};
    out.fill(Qt::white);
    QPainter painter{&out};
    painter.drawImage(0, 0, picture);
    return out;
}

} // namespace

double contrastOnWhite(QColor colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const double luminance = 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    return 1.05 / (luminance + 0.05);
}

Result<Look> lookOf(const ports::Letterhead& workshop)
{
    static const QRegularExpression form{u"^#[0-9A-Fa-f]{6}$"_s};
    const auto accent = workshop.accent.isEmpty() ? u"#0F4C81"_s : workshop.accent;
    if (!form.match(accent).hasMatch()) return Error{Fault::Refused, u"paper.accent"_s, accent.left(16)};
    const QColor colour{accent};
    if (contrastOnWhite(colour) < kMinContrast) return Error{Fault::Refused, u"paper.accent"_s, accent};
    return Look{colour, readLogo(workshop.logoPng)};
}

Result<Look> LookCache::of(const ports::Letterhead& workshop)
{
    const std::scoped_lock lock{m_mutex};
    if (m_look && m_accent == workshop.accent && m_logo == workshop.logoPng) return *m_look;
    auto look = lookOf(workshop);
    if (!look) return look;
    m_accent = workshop.accent;
    m_logo = workshop.logoPng;
    m_look = look.value();
    return look;
}

std::optional<double> Sheet::logo(double left, double top, double side)
{
    const auto& picture = m_look.logo;
    if (picture.isNull()) return left;
    const double ratio = static_cast<double>(picture.width()) / picture.height();
    const double room = ratio > kWideLogo ? kWideLogoRoom : side;
    const double width = std::min(room, side * ratio), height = width / ratio;
    m_canvas.image(picture, {left, top + (side - height) / 2, width, height});
    if (ratio > kWideLogo) return {};
    return left + side + 4;
}

double Sheet::plate(double left, double top, double height, const QString& words)
{
    static const QRegularExpression german{u"^[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2} ?[0-9]{1,4} ?[EH]?$"_s};
    const bool band = german.match(words).hasMatch();   // another country's plate gets no German band
    const Type type{Face::Bold, height * 2.02, 0.5};
    const double blue = band ? height * 0.62 : 0, pad = height * 0.3;
    const double width = blue + m_canvas.width(words, type) + 2 * pad;
    const QRectF chip{left, top, width, height};
    const double radius = height * 0.16;
    if (band) {
        m_canvas.rounded({left, top, blue + 1, height}, radius, colours::kEurope, {});
        m_canvas.rectangle({left + blue, top + 0.1, 1.4, height - 0.2}, colours::kWhite);
        const QPointF ring{left + blue / 2, top + height * 0.31};
        for (int i = 0; i < 12; ++i) {
            const double angle = i * M_PI / 6;
            m_canvas.circle(ring + QPointF{std::cos(angle), std::sin(angle)} * (blue * 0.27), height * 0.025, colours::kWhite, {});
        }
        text(left + blue / 2 + 0.05, top + height * 0.86, u"D"_s, Face::Bold, height * 0.98, colours::kWhite, Align::Centre);
    }
    m_canvas.rounded(chip, radius, {}, colours::kPlate, 0.35);
    m_canvas.text(left + blue + pad, top + height * 0.765, words, type, colours::kPlate);
    return width;
}

void Sheet::copyMark(double right, double top, int copy, Instant reprintedAt)
{
    if (copy <= 0) return;
    const Type type{Face::Bold, 13, 1};
    const auto words = m_texts("copy", QString::number(copy));
    const double width = m_canvas.width(words, type) + 7;
    m_canvas.rounded({right - width, top, width, 8.4}, 1.2, {}, colours::kInk, 0.5);
    m_canvas.text(right - width + 3.5, top + 5.9, words, type, colours::kInk);
    if (reprintedAt.isNull()) return;
    const auto when = m_texts.dated("reprinted", m_texts.shortDate(reprintedAt.local().date())).replace(u"{t}"_s, m_texts.time(reprintedAt));
    text(right, top + 12.2, when, Face::Regular, 7, colours::kSecond, Align::Right);
}

void Sheet::trainingBand(QRectF area, const char* key)
{
    m_canvas.rectangle(area, colours::kInk);
    text(area.center().x(), area.top() + 4, m_texts(key), Face::Bold, m_canvas.fit(m_texts(key), {Face::Bold, 9}, 7, area.width() - 4), colours::kWhite, Align::Centre);
}

void Sheet::watermark(double size, QPointF centre)
{
    constexpr double kWidest = 2.0;   // mm per point of the size: what the page holds on its slope
    const auto words = m_texts("training");
    m_canvas.background(words, m_canvas.fit(words, {Face::Bold, size}, size / 2, size * kWidest), 38, centre, colours::kWatermark);
}

} // namespace tresen::adapters::letter
