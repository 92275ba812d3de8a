// Sheet: what the letter and the receipt share: colours, logo, plate chip, copy and training marks. Base of LetterPage and ReceiptPage.
#pragma once
#include "app/adapters/paper/letter/canvas.h"
#include "app/adapters/paper/letter/texts.h"
#include "app/ports/paper_printer.h"
#include <mutex>

namespace tresen::adapters::letter {

namespace colours {
inline constexpr QColor kInk{0x16, 0x19, 0x1d}, kSecond{0x4b, 0x53, 0x5c}, kLine{0xb9, 0xc1, 0xc9}, kHair{0xdd, 0xe2, 0xe7}, kTint{0xee, 0xf3, 0xf8},
    kEurope{0x00, 0x33, 0x99}, kPlate{0x11, 0x11, 0x11}, kWatermark{0xe6, 0xe6, 0xe6}, kWhite{0xff, 0xff, 0xff};
}

// Printed in training instead of the workshop's own: no bank takes it, so nobody can pay.
inline constexpr QStringView kTrainingMark = u"SCHULUNG";   // begins the remittance text of every training code
inline constexpr QStringView kZeroIban = u"DE00 0000 0000 0000 0000 00";

struct Look {
    QColor accent;
    QImage logo;      // RGB888 on white, null without a readable one
};

// The accent is "#RRGGBB", empty for the house's blue. Fault::Refused "paper.accent" when unreadable or below 4.5:1 on white (WCAG 2.1, 1.4.3).
Result<Look> lookOf(const ports::Letterhead& workshop);
double contrastOnWhite(QColor colour);

// The workshop's look changes once a year: the last one is kept, its logo decoded once. Safe from any thread.
class LookCache {
public:
    Result<Look> of(const ports::Letterhead& workshop);

private:
    std::mutex m_mutex;
    QString m_accent;
    QByteArray m_logo;
    std::optional<Look> m_look;
};

class Sheet {
protected:
    Sheet(Canvas& canvas, const Texts& texts, const ports::Letterhead& workshop, const Look& look)
        : m_canvas{canvas}, m_texts{texts}, m_workshop{workshop}, m_look{look} {}
    ~Sheet() = default;

    // Returns where the name may start: behind the logo, or empty when a wide logo carries the name itself.
    std::optional<double> logo(double left, double top, double side);
    double plate(double left, double top, double height, const QString& text);   // returns the chip's width
    void copyMark(double right, double top, int copy, Instant reprintedAt);
    void trainingBand(QRectF area, const char* key);
    void watermark(double size, QPointF centre);
    // One of our own words in the room it has: smaller where its language is longer, refused where even that would cross something.
    void label(double x, double y, const char* key, Type type, double least, double room, QColor colour = colours::kInk)
    {
        m_canvas.fitted(x, y, m_texts(key), type, least, room, colour, key);
    }
    void text(double x, double y, const QString& words, Face face, double size, QColor colour = colours::kInk, Align align = Align::Left)
    {
        m_canvas.text(x, y, words, {face, size}, colour, align);
    }

    Canvas& m_canvas;
    const Texts& m_texts;
    const ports::Letterhead& m_workshop;
    const Look& m_look;
};

} // namespace tresen::adapters::letter
