#include "ui/intake/drop_zone.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/head_row.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

QStringList DropZone::localPaths(const QMimeData* data)
{
    QStringList out;
    if (data == nullptr || !data->hasUrls()) return out;
    const auto urls = data->urls();
    for (const auto& url : urls) {
        if (out.size() >= DropZone::kMaxDropped) break;
        if (url.isLocalFile()) out << url.toLocalFile();
    }
    return out;
}

DropZone::DropZone(QWidget* parent)
    : QWidget{parent}, m_picture{new QWidget{this}}, m_title{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_text{new FigureLabel{type::fine, &Theme::text2, this}},
      m_row{new QBoxLayout{QBoxLayout::TopToBottom, this}}, m_buttons{new HeadRow{this}}
{
    setAcceptDrops(true);
    m_title->setText(tr("Drop invoices here"));
    m_text->setText(tr("XML, PDF, tables (CSV, DATEV), orders (JSON) or photos; files or folders, anywhere on the window. Ctrl+V takes what was copied"));
    m_title->setElided(true);
    m_text->setWrapped();
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addStretch();
    m_row->addWidget(m_picture);
    m_row->addLayout(words, 1);
    m_row->addWidget(m_buttons);
    m_picture->hide();
    takeMeasures();
}

void DropZone::addButton(ActionButton* button)
{
    m_buttons->addControl(button);
}

void DropZone::setBusy(bool busy)
{
    setAcceptDrops(!busy);
    m_title->setText(busy ? tr("Files are being read in …") : tr("Drop invoices here"));
}

void DropZone::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_picture->setFixedSize(theme.px(44), theme.px(44));
    m_row->setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14));
    m_row->setSpacing(theme.px(16));
}

// Where the three buttons leave no room for the words, they go below them.
void DropZone::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto& theme = themeOf(this);
    const int needed = m_buttons->sizeHint().width() + theme.px(44 + 4 * 16) + theme.px(200);
    const bool below = width() < needed;
    m_row->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_buttons->setMinimumWidth(below ? 0 : m_buttons->sizeHint().width());   // beside the words they stay in one row
    m_picture->setVisible(!below);
}

void DropZone::dragEnterEvent(QDragEnterEvent* event)
{
    if (localPaths(event->mimeData()).isEmpty()) return;
    m_over = true;
    event->setDropAction(Qt::CopyAction);   // the files stay where they are
    event->accept();
    update();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent*)
{
    m_over = false;
    update();
}

void DropZone::dropEvent(QDropEvent* event)
{
    m_over = false;
    update();
    const auto paths = localPaths(event->mimeData());
    if (paths.isEmpty()) return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT dropped(paths);
}

void DropZone::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box = QRectF{rect()}.adjusted(1, 1, -1, -1);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashes{m_over ? theme.accentText : theme.control, m_over ? 2.0 : 1.0};
    dashes.setDashPattern({5, 4});
    painter.setPen(dashes);
    painter.setBrush(m_over ? theme.accentTint : theme.side);
    painter.drawRoundedRect(box, theme.px(10), theme.px(10));
    if (!m_picture->isVisible()) return;
    const QRectF frame{m_picture->geometry()};
    drawBox(painter, frame, theme.px(10), theme.surface, theme.line);
    drawIcon(painter, u"inbox"_s, frame.adjusted(theme.px(10), theme.px(10), -theme.px(10), -theme.px(10)), theme.accentText);
}

void DropZone::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
