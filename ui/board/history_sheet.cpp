#include "ui/board/history_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

FigureLabel* cell(const QString& text, FontRole role, Ink ink)
{
    auto* label = new FigureLabel{role, ink};
    label->setText(text);
    return label;
}

} // namespace

HistorySheet::HistorySheet(const BoardDetail& detail, QWidget* window) : Sheet{window}
{
    setObjectName(u"history"_s);
    setHead(detail.row.plate, tr("History"), u"%1 · %2"_s.arg(detail.row.customer, tr("Invoice %1").arg(detail.row.number)));
    const auto& theme = themeOf(this);
    auto* list = new QWidget;
    auto* grid = new QGridLayout{list};
    grid->setContentsMargins(theme.px(32), theme.px(16), theme.px(32), theme.px(16));
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(10));
    int row = 0;
    for (const auto& entry : detail.timeline) {
        grid->addWidget(cell(QLocale{}.toString(entry.at.local(), QLocale::ShortFormat), type::row, &Theme::text2), row, 0, Qt::AlignTop);
        grid->addWidget(cell(entry.text, type::rowStrong, &Theme::text), row, 1, Qt::AlignTop);
        auto* sub = cell(entry.sub, type::row, &Theme::text2);
        sub->setWrapped();   // a note may be long
        grid->addWidget(sub, row, 2, Qt::AlignTop);
        ++row;
        if (entry.signature.isEmpty()) continue;
        auto* drawing = new QLabel;
        drawing->setObjectName(u"history.signature"_s);
        drawing->setAccessibleName(tr("Signature of who took the key"));
        m_signatures.emplace_back(entry.signature, drawing);
        grid->addWidget(drawing, row++, 1, 1, 2);
    }
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(row, 1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"history.list"_s);
    scroll->setAccessibleName(tr("History"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);   // what the scroll area has just switched on
    scroll->setMinimumHeight(theme.px(380));
    setBody(scroll);
    auto* done = new ActionButton{tr("Close")};
    done->setObjectName(u"history.close"_s);
    done->setKeyHint(tr("Esc"));
    connect(done, &QPushButton::clicked, this, &HistorySheet::close);
    addFootStretch();
    addFoot(done);
}

void HistorySheet::showSignature(const QString& sha256, const QByteArray& svg)
{
    const auto& theme = themeOf(this);
    auto inked = svg;
    inked.replace("\"#000\"", '"' + theme.text.name().toLatin1() + '"');   // drawn in black; here in the colour of the text
    QSvgRenderer renderer{inked};
    if (!renderer.isValid()) return;
    const QSize size{theme.px(240), theme.px(80)};
    QPixmap picture{size * devicePixelRatioF()};
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    renderer.render(&painter, QRectF{QPointF{}, QSizeF{size}});
    painter.end();
    for (const auto& [hash, place] : m_signatures)
        if (hash == sha256) place->setPixmap(picture);
}

} // namespace tresen::ui
