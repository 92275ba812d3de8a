#include "ui/wizard/finding_list.h"
#include "ui/common/figures.h"
#include "ui/common/look_sign.h"
#include "ui/common/measures.h"
#include "ui/common/paint.h"
#include <QEvent>
#include <QGridLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
FindingList::FindingList(QWidget* parent) : QWidget{parent}, m_grid{new QGridLayout{this}}
{
    m_grid->setColumnStretch(1, 1);
    hide();
}

void FindingList::setFindings(const std::vector<Finding>& findings)
{
    for (auto* part : m_parts) delete part;
    m_parts.clear();
    m_findings = findings;
    int row = 0;
    for (const auto& finding : findings) {
        auto* sign = new LookSign{this};
        sign->setLook(finding.look);
        auto* label = new FigureLabel{type::body, &Theme::text, this};
        label->setObjectName(u"wizard.finding%1"_s.arg(row));
        label->setWrapped();
        label->setText(finding.text);
        m_grid->addWidget(sign, row, 0, Qt::AlignTop);
        m_grid->addWidget(label, row++, 1);
        m_parts.insert(m_parts.end(), {sign, label});
    }
    setVisible(!findings.empty());
    takeMeasures();
    for (auto* part : m_parts) part->show();
    setAccessibleName(text());   // which a screen reader hears of by itself
}

QString FindingList::text() const
{
    QStringList lines;
    for (const auto& finding : m_findings) lines << finding.text;
    return lines.join(u'\n');
}

void FindingList::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_grid->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    m_grid->setHorizontalSpacing(theme.px(12));
    m_grid->setVerticalSpacing(theme.px(8));
    for (std::size_t i = 0; i < m_parts.size(); i += 2) m_parts[i]->setFixedSize(theme.px(20), theme.px(20));
}

void FindingList::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(10), theme.side, theme.line);
}

void FindingList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
