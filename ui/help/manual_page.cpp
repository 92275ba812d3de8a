#include "ui/help/manual_page.h"
#include "ui/common/figures.h"
#include "ui/common/head_row.h"
#include "ui/common/paper_panel.h"
#include "ui/settings/section_list.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextTable>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kMaxWords = 60;   // characters of a search

} // namespace

ManualPage::ManualPage(const QString& language, QWidget* parent) : QWidget{parent}, m_texts{manualTexts(language)}
{
    setObjectName(u"manual"_s);
    build();
    takeMeasures();
    show({});
}

void ManualPage::build()
{
    m_panel = new PaperPanel{this};
    auto* head = new HeadRow{m_panel};
    m_title = new FigureLabel{type::title, &Theme::text, head};
    m_title->setText(tr("Manual"));
    m_search = new QLineEdit{head};
    m_search->setObjectName(u"manual.search"_s);
    m_search->setMaxLength(kMaxWords);
    m_search->setPlaceholderText(tr("Search the manual"));
    m_search->setAccessibleName(tr("Search the manual"));
    connect(m_search, &QLineEdit::textChanged, this, &ManualPage::search);
    head->addWords(m_title);
    head->addControl(m_search);
    m_sections = new SectionList{m_panel};
    for (const auto& text : m_texts) m_sections->add(text.id, text.icon, text.title)->setObjectName(u"manual.part."_s + text.id);
    connect(m_sections, &SectionList::chosen, this, &ManualPage::show);
    m_nothing = new FigureLabel{type::row, &Theme::text2, m_panel};
    m_nothing->setText(tr("No part of the manual holds these words."));
    m_nothing->setWrapped();
    m_nothing->hide();
    m_text = new QTextBrowser{m_panel};
    m_text->setObjectName(u"manual.text"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->viewport()->setAutoFillBackground(false);
    auto* words = new QVBoxLayout;
    words->addWidget(m_nothing);
    words->addWidget(m_text, 1);
    m_row = new QHBoxLayout;
    m_row->addWidget(m_sections);
    m_row->addLayout(words, 1);
    m_column = framePage(this, m_panel, head, m_row);
}

void ManualPage::show(const QString& id)
{
    if (m_texts.empty()) return;
    const auto found = std::find_if(m_texts.begin(), m_texts.end(), [&id](const ManualText& text) { return text.id == id; });
    m_shown = found == m_texts.end() ? m_texts.front().id : id;
    m_sections->setCurrent(m_shown);
    write();
}

// The parts that hold the words stay; the first of them is shown unless the shown one is among them.
void ManualPage::search(const QString& words)
{
    QString first;
    bool shownStays = false;
    for (const auto& text : m_texts) {
        const bool holds = holdsWords(text, words);
        if (auto* button = m_sections->findChild<SectionButton*>(u"manual.part."_s + text.id)) button->setVisible(holds);
        if (holds && first.isEmpty()) first = text.id;
        shownStays = shownStays || (holds && text.id == m_shown);
    }
    m_nothing->setVisible(first.isEmpty());
    m_text->setVisible(!first.isEmpty());
    if (!shownStays && !first.isEmpty()) show(first);
}

void ManualPage::write()
{
    const auto& theme = themeOf(this);
    const auto text = std::find_if(m_texts.begin(), m_texts.end(), [this](const ManualText& t) { return t.id == m_shown; });
    if (text == m_texts.end()) return;
    m_text->document()->setDefaultFont(theme.font(type::body));
    m_text->document()->setDocumentMargin(0);
    m_text->setMarkdown(text->markdown);
    m_text->setAccessibleName(tr("Manual: %1").arg(text->title));
    // Room between the lines, and tables in the measures of the desk.
    QTextCursor cursor{m_text->document()};
    cursor.select(QTextCursor::Document);
    QTextBlockFormat room;
    room.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
    cursor.mergeBlockFormat(room);
    for (auto block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        auto format = block.blockFormat();
        if (format.headingLevel() == 0) continue;
        format.setTopMargin(format.headingLevel() == 1 ? 0 : theme.px(20));
        format.setBottomMargin(theme.px(8));
        QTextCursor{block}.setBlockFormat(format);
    }
    for (auto* frame : m_text->document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table) continue;
        auto format = table->format();
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(theme.line);
        format.setBorderCollapse(true);
        format.setCellPadding(theme.px(6));
        table->setFormat(format);
    }
    m_text->moveCursor(QTextCursor::Start);
}

void ManualPage::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    m_column->setSpacing(theme.px(16));
    m_row->setSpacing(theme.px(32));
    m_search->setFixedWidth(theme.px(320));
    m_search->setMinimumHeight(theme.px(44));
    m_sections->setFixedWidth(std::clamp(m_sections->sizeHint().width(), theme.px(260), theme.px(340)));
}

void ManualPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::StyleChange) return;
    takeMeasures();
    write();
}

} // namespace tresen::ui
