// The workshop's own colour, made readable on both grounds. WCAG 2.1, 1.4.3: relative luminance and contrast.
#include "app/adapters/portal/training/pay_page.h"
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::training {
namespace {

using Rgb = std::array<int, 3>;

constexpr Rgb kWhite{255, 255, 255}, kBlueInk{0x07, 0x20, 0x3A}, kDarkCard{0x1A, 0x20, 0x27}, kDefault{0x0F, 0x4C, 0x81};
constexpr double kReadable = 4.5, kClear = 7.0;

std::optional<Rgb> rgbFrom(const QString& text)
{
    if (text.size() != 7 || text.at(0) != u'#') return {};
    bool ok = false;
    const uint value = text.mid(1).toUInt(&ok, 16);
    if (!ok || text.at(1) == u'+' || text.at(1) == u'-') return {};
    return Rgb{static_cast<int>(value >> 16 & 0xFF), static_cast<int>(value >> 8 & 0xFF), static_cast<int>(value & 0xFF)};
}

QString hexOf(const Rgb& c)
{
    return u"#%1%2%3"_s.arg(c[0], 2, 16, QChar{u'0'}).arg(c[1], 2, 16, QChar{u'0'}).arg(c[2], 2, 16, QChar{u'0'});
}

double luminance(const Rgb& c)
{
    const auto linear = [](int channel) {
        const double s = channel / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
}

double contrast(const Rgb& a, const Rgb& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Rgb lighter(const Rgb& c)
{
    constexpr int kSteps = 24;
    Rgb out = c;
    for (int& channel : out) channel += (255 - channel + kSteps - 1) / kSteps;
    return out;
}

} // namespace

AccentColours accentColours(const QString& accent)
{
    Rgb light = rgbFrom(accent).value_or(kDefault);
    if (contrast(light, kWhite) < kReadable) light = kDefault;
    if (light == kDefault) return {u"#0f4c81"_s, u"#fff"_s, u"#7db8ee"_s, u"#07203a"_s};
    Rgb dark = light;
    while (contrast(dark, kDarkCard) < kClear || contrast(dark, kBlueInk) < kReadable) dark = lighter(dark);
    return {hexOf(light), u"#fff"_s, hexOf(dark), hexOf(kBlueInk)};
}

} // namespace tresen::adapters::training
