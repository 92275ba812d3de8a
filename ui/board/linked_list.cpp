#include "ui/board/linked_list.h"
#include "ui/common/figures.h"
#include "ui/common/money_text.h"
#include "ui/common/paint.h"
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

LinkedRow::LinkedRow(QWidget* parent) : QAbstractButton{parent}
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LinkedRow::setInvoice(const LinkedInvoice& invoice)
{
    m_invoice = invoice;
    QStringList spoken{wordOf(invoice.look), invoice.number, invoice.text, moneyText(invoice.open)};
    spoken.removeAll({});
    setText(spoken.join(u", "_s));   // what a reader speaks
    setToolTip(invoice.text);
    update();
}

QSize LinkedRow::sizeHint() const
{
    return {0, themeOf(this).px(36)};
}

void LinkedRow::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box{rect()};
    QPainter painter{this};
    if (underMouse() && isEnabled()) drawBox(painter, box.adjusted(-4, 1, 4, -1), theme.px(6), theme.hover);
    const qreal shape = theme.px(16);
    drawGlyph(painter, m_invoice.look, {static_cast<qreal>(theme.px(2)), box.center().y() - shape / 2, shape, shape}, theme);
    const FigureFont strong{theme.font(type::fineMedium)}, fine{theme.font(type::fine)};
    const bool calm = m_invoice.open.isZero();
    const FigureFont amount{theme.font(calm ? type::body : type::rowStrong)};
    const auto money = moneyText(m_invoice.open);
    qreal x = theme.px(28);
    painter.setPen(theme.text);
    const qreal room = box.width() - amount.width(money) - theme.px(12);
    strong.draw(painter, {x, 0, room - x, box.height()}, Qt::AlignLeft | Qt::AlignVCenter, m_invoice.number);
    x += strong.width(m_invoice.number) + theme.px(7);
    painter.setPen(theme.text2);
    if (room > x + theme.px(20)) fine.draw(painter, {x, 0, room - x, box.height()}, Qt::AlignLeft | Qt::AlignVCenter, m_invoice.text);
    painter.setPen(calm ? theme.text3 : theme.text);
    amount.draw(painter, box, Qt::AlignRight | Qt::AlignVCenter, money);
    if (hasFocus()) drawFocus(painter, box, theme.px(6), theme.accentText);
}

LinkedList::LinkedList(QWidget* parent) : QWidget{parent}, m_layout{new QVBoxLayout{this}}
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
}

void LinkedList::setInvoices(const std::vector<LinkedInvoice>& invoices, int most)
{
    const auto shown = qMin(invoices.size(), static_cast<std::size_t>(qMax(0, most)));
    while (m_rows.size() < shown) {
        auto* row = new LinkedRow{this};
        row->setObjectName(u"linked.%1"_s.arg(m_rows.size()));
        connect(row, &LinkedRow::clicked, this, [this, row] { Q_EMIT invoiceChosen(row->invoice()); });
        m_layout->addWidget(row);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < shown);
        if (i < shown) m_rows[i]->setInvoice(invoices[i]);
    }
}

} // namespace tresen::ui
