#include "ui/common/state_look.h"
#include "app/core/limits.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/common/wording.h"
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

Look lookOf(domain::BoardState state)
{
    using domain::BoardState;
    switch (state) {
    case BoardState::Open: return Look::Open;
    case BoardState::Requested: return Look::Requested;
    case BoardState::Running: return Look::Running;
    case BoardState::Unknown: return Look::Unknown;
    case BoardState::Part: return Look::Part;
    case BoardState::Paid: return Look::Paid;
    case BoardState::OnAccount: return Look::OnAccount;
    case BoardState::Overpaid: return Look::Overpaid;
    case BoardState::Reversed: return Look::Reversed;
    case BoardState::HandedOver: return Look::HandedOver;
    case BoardState::Cancelled: return Look::Cancelled;
    }
    Q_UNREACHABLE();
}

Look lookOf(const domain::BoardRow& row, Instant now)
{
    const auto plain = lookOf(row.state);
    if (plain != Look::Paid && plain != Look::OnAccount) return plain;   // only good news can go bad with age
    if (domain::isStale(row, now)) return Look::Outdated;
    return plain == Look::Paid && row.mayGo && domain::lightOf(row, now) != domain::Light::Green ? Look::PaidAged : plain;
}

KeyChip keyChipOf(const domain::BoardRow& row, Instant now)
{
    const bool inHouse = row.keyState == domain::KeyState::Held || row.keyState == domain::KeyState::Returned;
    if (!inHouse || row.hook.isEmpty() || isQuiet(lookOf(row.state))) return KeyChip::None;
    return domain::lightOf(row, now) == domain::Light::Green ? KeyChip::Goes : KeyChip::Stays;
}

QString wordOf(Look look)
{
    return Wording::state(look);
}

const Tone& toneOf(Look look, const Theme& theme)
{
    switch (look) {
    case Look::Open:
    case Look::Requested:
    case Look::Reversed:
    case Look::Refused: return theme.red;
    case Look::Running:
    case Look::Part:
    case Look::Overpaid:
    case Look::Notice: return theme.amber;
    case Look::Unknown: return theme.violet;
    case Look::Paid:
    case Look::Accepted: return theme.green;
    case Look::OnAccount: return theme.petrol;
    case Look::HandedOver:
    case Look::Cancelled:
    case Look::PaidAged:
    case Look::Outdated: return theme.grey;
    }
    Q_UNREACHABLE();
}

bool isSolid(Look look)
{
    return look == Look::Reversed || look == Look::Unknown;
}

bool isQuiet(Look look)
{
    return look == Look::HandedOver || look == Look::Cancelled;
}

void drawGlyph(QPainter& painter, Look look, const QRectF& box, const Theme& theme)
{
    const auto& tone = toneOf(look, theme);
    drawGlyph(painter, look, box, tone.solid, tone.on);
}

void drawPill(QPainter& painter, Look look, const QRectF& box, const Theme& theme)
{
    const auto& tone = toneOf(look, theme);
    const bool solid = isSolid(look);
    const qreal radius = theme.px(6);
    if (look == Look::Outdated) {
        QPen dashes{tone.solid, 1};
        dashes.setDashPattern({4, 3});
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(dashes);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
        painter.restore();
    } else if (!isQuiet(look)) {
        drawBox(painter, box, radius, solid ? tone.solid : tone.tint, theme.highContrast() && !solid ? tone.word : QColor{}, 1.5);
    }
    if (look == Look::Unknown && !theme.highContrast()) {
        QColor stripes = tone.on;
        stripes.setAlphaF(0.07f);
        drawHatch(painter, roundedPath(box, radius), stripes, theme.px(4), theme.px(12));
    }
    const int side = theme.px(18);
    const QRectF glyph{box.left() + theme.px(8), box.center().y() - side / 2.0, static_cast<qreal>(side), static_cast<qreal>(side)};
    drawGlyph(painter, look, glyph, solid ? tone.on : tone.solid, solid ? tone.solid : tone.on);
    painter.setPen(solid ? tone.on : tone.word);
    painter.setFont(theme.font(isQuiet(look) ? type::row : type::rowStrong));
    drawLine(painter, box.adjusted(theme.px(34), 0, -theme.px(4), 0), Qt::AlignLeft | Qt::AlignVCenter, wordOf(look));
}

int pillWidth(const Theme& theme)
{
    const QFontMetricsF metrics{theme.font(type::rowStrong)};
    qreal widest = 0;
    for (int i = 0; i < kLooks; ++i) {
        const auto look = static_cast<Look>(i);
        if (look < Look::Notice) widest = qMax(widest, metrics.horizontalAdvance(wordOf(look)));
    }
    return static_cast<int>(std::ceil(widest)) + theme.px(42);
}

void drawKeyChip(QPainter& painter, KeyChip chip, const QString& hook, const QRectF& cell, const Theme& theme)
{
    if (chip == KeyChip::None) {
        painter.setPen(theme.text3);
        painter.setFont(theme.font(type::body));
        painter.drawText(cell, Qt::AlignCenter, u"–"_s);
        return;
    }
    const FigureFont figures{theme.font(type::rowStrong)};
    const bool goes = chip == KeyChip::Goes;
    const qreal height = theme.px(26), icon = goes ? theme.px(16) : 0;
    const qreal text = qMin(figures.width(hook), cell.width() - icon - theme.px(20));
    const qreal width = goes ? qMax<qreal>(theme.px(56), icon + text + theme.px(24)) : qMax<qreal>(theme.px(34), text + theme.px(16));
    const QRectF box{std::round(cell.center().x() - width / 2), std::round(cell.center().y() - height / 2), width, height};
    if (goes) {
        drawBox(painter, box, height / 2, {}, theme.text, 1.5);
        drawIcon(painter, u"key"_s, {box.left() + theme.px(9), box.center().y() - icon / 2, icon, icon}, theme.text, 2.2);
    } else {
        drawBox(painter, box, height / 2, theme.sunken, theme.highContrast() ? theme.text : QColor{});
    }
    painter.setPen(theme.text);
    figures.draw(painter, goes ? box.adjusted(theme.px(22), 0, -theme.px(6), 0) : box, Qt::AlignCenter, hook);
}

int keycapWidth(const QString& text, const Theme& theme)
{
    return qMax(theme.px(24), qRound(QFontMetricsF{theme.font(type::smallMedium)}.horizontalAdvance(text)) + theme.px(12));
}

void drawKeycap(QPainter& painter, const QRectF& box, const QString& text, const QColor& ink, const QColor& border, const Theme& theme)
{
    drawBox(painter, box, theme.px(4), {}, border);
    painter.setPen(ink);
    painter.setFont(theme.font(type::smallMedium));
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace tresen::ui
