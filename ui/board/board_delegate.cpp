#include "ui/board/board_delegate.h"
#include "ui/common/age_text.h"
#include "ui/common/icons.h"
#include "ui/common/money_text.h"
#include "ui/common/plate_chip.h"
#include "ui/common/row_table.h"
#include "ui/common/wording.h"
#include "ui/models/board_model.h"
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

// The fonts of one theme, measured once.
struct BoardDelegate::Kit {
    explicit Kit(const Theme& t)
        : number{t.number()}, name{t.font(type::row)}, small{t.font(type::small)}, smallStrong{t.font(type::smallStrong)}, body{t.font(type::body)},
          amount{t.font(type::tableAmount)}, zero{t.font(type::tableZero)}, fine{t.font(type::fine)}, fineStrong{t.font(type::fineStrong)} {}
    int number;
    FigureFont name, small, smallStrong, body, amount, zero, fine, fineStrong;
};

struct BoardDelegate::Cell {
    QPainter& painter;
    const Theme& theme;
    const Kit& kit;
    const domain::BoardRow& row;
    Look look;
    Instant now;
    int waited;     // working days, see BoardModel::waited()
    QRectF box;     // the whole cell
    QRectF text;    // without the side margins
    bool done;

    QRectF upper() const { return {text.left(), box.top() + theme.px(6), text.width(), static_cast<qreal>(theme.px(19))}; }
    QRectF lower() const { return {text.left(), box.top() + theme.px(25), text.width(), static_cast<qreal>(theme.px(17))}; }
    void say(const FigureFont& font, const QColor& ink, const QRectF& where, Qt::Alignment alignment, const QString& words) const
    {
        painter.setPen(ink);
        font.draw(painter, where, alignment | Qt::AlignVCenter, words);
    }
};

const BoardDelegate::Kit& BoardDelegate::kit(const Theme& theme) const
{
    if (!m_kit || m_kit->number != theme.number()) {
        m_kit = std::make_shared<const Kit>(theme);
        m_kept.clear();
    }
    return *m_kit;
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {0, themeOf(option.widget).px(48)};
}

void BoardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const BoardModel*>(index.model());
    if (model == nullptr) return;
    const auto& theme = themeOf(option.widget);
    const auto& row = model->rowAt(index.row());
    const auto look = lookOf(row, model->now());
    const QRectF box{option.rect};
    const qreal margin = theme.px(8);
    painter->save();
    if (RowTable::isHovered(option.widget, index)) painter->fillRect(box, theme.hover);
    const Cell cell{*painter, theme, kit(theme), row, look, model->now(), model->waited(index.row()), box, box.adjusted(margin, 0, -margin, 0), isQuiet(look)};
    switch (static_cast<BoardModel::Column>(index.column())) {
    case BoardModel::Status: paintPill(cell); break;
    case BoardModel::Plate: paintPlate(cell); break;
    case BoardModel::Customer: paintCustomer(cell); break;
    case BoardModel::Number: paintNumber(cell); break;
    case BoardModel::Open: paintOpen(cell); break;
    case BoardModel::Hook: paintHook(cell); break;
    case BoardModel::Age: paintAge(cell); break;
    case BoardModel::Site: paintSite(cell, index.data().toString()); break;
    case BoardModel::ColumnCount: break;
    }
    painter->restore();
}

// Draws a small picture once per content, theme and pixel ratio and copies it from then on.
template <class Draw>
void BoardDelegate::paintKept(const Cell& cell, const QString& key, const QSizeF& size, const QPointF& corner, Draw&& draw) const
{
    const qreal ratio = cell.painter.device()->devicePixelRatioF();
    const QString fullKey = key + u'/' + QString::number(cell.theme.number()) + u'/' + QString::number(qRound(ratio * 100)) + u'/' + QString::number(qRound(size.width()));
    auto* kept = m_kept.object(fullKey);
    if (kept == nullptr) {
        auto made = std::make_unique<QPixmap>((size * ratio).toSize());
        made->setDevicePixelRatio(ratio);
        made->fill(Qt::transparent);
        QPainter painter{made.get()};
        draw(painter);
        painter.end();
        kept = made.get();
        cell.painter.drawPixmap(corner, *kept);
        const auto bytes = qsizetype{4} * made->width() * made->height();
        m_kept.insert(fullKey, made.release(), bytes);
        return;
    }
    cell.painter.drawPixmap(corner, *kept);
}

void BoardDelegate::paintPill(const Cell& cell) const
{
    const int height = cell.theme.px(32);
    const QRectF box{cell.box.left() + cell.theme.px(16), std::round(cell.box.center().y() - height / 2.0),
                     static_cast<qreal>(pillWidth(cell.theme)), static_cast<qreal>(height)};
    const QRectF fitting{box.left(), box.top(), qMin(box.width(), cell.box.right() - box.left()), box.height()};
    paintKept(cell, u"pill"_s + QString::number(static_cast<int>(cell.look)), fitting.size(), fitting.topLeft(),
              [&](QPainter& painter) { drawPill(painter, cell.look, {QPointF{}, fitting.size()}, cell.theme); });
}

void BoardDelegate::paintPlate(const Cell& cell) const
{
    if (cell.row.plate.isEmpty()) {
        cell.say(cell.kit.body, cell.theme.text3, cell.text, Qt::AlignLeft, u"–"_s);
        return;
    }
    const int height = cell.theme.px(28);
    const QSizeF size(plateWidth(cell.row.plate, height, cell.theme), height);
    const QPointF corner{cell.text.left(), std::round(cell.box.center().y() - height / 2.0)};
    cell.painter.setClipRect(cell.box, Qt::IntersectClip);
    paintKept(cell, (cell.done ? u"done"_s : u"plate"_s) + cell.row.plate, size, corner,
              [&](QPainter& painter) { drawPlate(painter, {}, height, cell.row.plate, cell.done, cell.theme); });
    QString marks = cell.row.also.isEmpty() ? QString{} : u"+%1"_s.arg(cell.row.also.count(u", "_s) + 1);
    if (cell.row.toConfirm) marks += u"?"_s;
    if (marks.isEmpty()) return;
    const QRectF beside{corner.x() + size.width() + cell.theme.px(4), cell.box.top(), cell.box.right() - corner.x() - size.width() - cell.theme.px(4), cell.box.height()};
    if (beside.width() > cell.theme.px(8)) cell.say(cell.kit.smallStrong, cell.done ? cell.theme.text3 : cell.theme.amber.word, beside, Qt::AlignLeft, marks);
}

void BoardDelegate::paintCustomer(const Cell& cell) const
{
    const auto& row = cell.row;
    cell.say(cell.kit.name, cell.done ? cell.theme.text3 : cell.theme.text, cell.upper(), Qt::AlignLeft, row.customer);
    const auto& first = m_narrow ? row.number : row.vehicle;
    const auto& second = m_narrow ? row.vehicle : row.work;
    auto below = first.isEmpty() || second.isEmpty() ? first + second : first + u" · "_s + second;
    if (!row.payer.isEmpty()) below = BoardModel::payerText(row) + (below.isEmpty() ? QString{} : u" · "_s + below);
    cell.say(cell.kit.small, cell.done ? cell.theme.text3 : cell.theme.text2, cell.lower(), Qt::AlignLeft, below);
}

void BoardDelegate::paintNumber(const Cell& cell) const
{
    cell.say(cell.kit.body, cell.done ? cell.theme.text3 : cell.theme.text2, cell.text, Qt::AlignLeft, cell.row.number);
}

void BoardDelegate::paintSite(const Cell& cell, const QString& site) const
{
    cell.say(cell.kit.body, cell.done ? cell.theme.text3 : cell.theme.text2, cell.text, Qt::AlignLeft, site);
}

void BoardDelegate::paintOpen(const Cell& cell) const
{
    const bool calm = cell.row.open.isZero() || cell.done || cell.look == Look::Outdated;
    cell.say(calm ? cell.kit.zero : cell.kit.amount, calm ? cell.theme.text3 : cell.theme.text, cell.text, Qt::AlignRight, moneyText(cell.row.open));
}

void BoardDelegate::paintHook(const Cell& cell) const
{
    const auto chip = keyChipOf(cell.row, cell.now);
    const QSizeF size{cell.box.width(), static_cast<qreal>(cell.theme.px(28))};
    const QPointF corner{cell.box.left(), std::round(cell.box.center().y() - size.height() / 2)};
    paintKept(cell, u"hook"_s + QString::number(static_cast<int>(chip)) + (chip == KeyChip::None ? QString{} : cell.row.hook), size, corner,
              [&](QPainter& painter) { drawKeyChip(painter, chip, cell.row.hook, {QPointF{}, size}, cell.theme); });
}

void BoardDelegate::paintAge(const Cell& cell) const
{
    const auto& row = cell.row;
    const auto source = Wording::source(row.source);
    const auto age = cell.done || row.state == domain::BoardState::Reversed ? AgeText::timeOrDay(row.truthAt, cell.now) : AgeText::age(row.truthAt, cell.now);
    const auto alarm = Wording::alarm(row);
    if (!alarm.isEmpty()) {
        cell.say(cell.kit.fineStrong, cell.theme.text, cell.upper(), Qt::AlignLeft, alarm);
        cell.say(cell.kit.small, cell.theme.text2, cell.lower(), Qt::AlignLeft, m_narrow ? age : source + u", "_s + age);
        return;
    }
    if (cell.waited > 0) {   // nothing is missing, and yet the car stands here
        const qreal icon = cell.theme.px(16), beside = icon + cell.theme.px(5);
        const auto line = cell.upper();
        const auto word = AgeText::waits(cell.waited);
        const bool both = beside + cell.kit.fineStrong.width(word) <= line.width();   // in a narrow column the word is worth more than the clock
        if (both) drawIcon(cell.painter, u"clock"_s, {line.left(), line.center().y() - icon / 2, icon, icon}, cell.theme.amber.word, 2);
        cell.say(cell.kit.fineStrong, cell.theme.text, line.adjusted(both ? beside : 0, 0, 0, 0), Qt::AlignLeft, word);
        cell.say(cell.kit.small, cell.theme.text2, cell.lower(), Qt::AlignLeft, m_narrow ? age : source + u", "_s + age);
        return;
    }
    const bool old = domain::isStale(row, cell.now);
    cell.say(cell.kit.fine, cell.done ? cell.theme.text3 : cell.theme.text2, cell.upper(), Qt::AlignLeft, source);
    cell.say(old ? cell.kit.smallStrong : cell.kit.small, old ? cell.theme.amber.word : cell.theme.text3, cell.lower(), Qt::AlignLeft, age);
}

} // namespace tresen::ui
