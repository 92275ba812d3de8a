// State look: word, shape and tone of every state, and how they are drawn: glyph, pill, key chip. Colour never stands alone.
// Called by the board's delegate, the status card, the timeline, toasts and the import check.
#pragma once
#include "app/domain/board_row.h"
#include "ui/common/theme.h"
#include <QRectF>

class QPainter;
class QPainterPath;

namespace tresen::ui {

enum class Look {
    Open, Requested, Running, Unknown, Part, Paid, OnAccount, Overpaid, Reversed, HandedOver, Cancelled,
    PaidAged,    // paid, but what says so is older than limits::kFreshMs: same word and shape, no green
    Outdated,    // over all that when the truth is older than limits::kStaleMs
    Notice, Refused, Accepted   // findings of imports and rule checks
};
inline constexpr int kLooks = static_cast<int>(Look::Accepted) + 1;

enum class KeyChip { None, Stays, Goes };

Look lookOf(domain::BoardState state);
Look lookOf(const domain::BoardRow& row, Instant now);        // with the overlays of age
KeyChip keyChipOf(const domain::BoardRow& row, Instant now);

QString wordOf(Look look);                                    // translated: "Paid"
const Tone& toneOf(Look look, const Theme& theme);
bool isSolid(Look look);                                      // the two alarms are solid pills
bool isQuiet(Look look);                                      // finished: no tint, grey word, plate struck

void drawGlyph(QPainter& painter, Look look, const QRectF& box, const QColor& solid, const QColor& on);
void drawGlyph(QPainter& painter, Look look, const QRectF& box, const Theme& theme);
void drawPill(QPainter& painter, Look look, const QRectF& box, const Theme& theme);
int pillWidth(const Theme& theme);                            // as wide as the longest word needs
void drawKeyChip(QPainter& painter, KeyChip chip, const QString& hook, const QRectF& cell, const Theme& theme);
void drawKeycap(QPainter& painter, const QRectF& box, const QString& text, const QColor& ink, const QColor& border, const Theme& theme);
int keycapWidth(const QString& text, const Theme& theme);

} // namespace tresen::ui
