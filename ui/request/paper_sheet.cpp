#include "ui/request/paper_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/request/sheet_preview.h"
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

PaperSheet::PaperSheet(const QByteArray& pdf, const QString& title, const QString& printerName, QWidget* window)
    : Sheet{window}, m_preview{new SheetPreview}, m_which{new FigureLabel{type::fineMedium, &Theme::text2}}, m_before{new ActionButton{{}}}, m_after{new ActionButton{{}}}
{
    setObjectName(u"paper"_s);
    setHead({}, tr("Receipt"), title);
    const auto& theme = themeOf(this);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(16));
    m_preview->setPdf(pdf);
    m_pages = makePages();
    auto* message = new FigureLabel{type::fine, &Theme::text2};
    column->addWidget(m_preview);
    column->addWidget(m_pages);
    column->addWidget(message);
    setBody(body);
    auto* printer = new PdfPrinter{printerName, this};
    connect(printer, &PdfPrinter::working, message, &QLabel::setText);
    connect(printer, &PdfPrinter::said, message, &QLabel::setText);
    auto* done = new ActionButton{tr("Close")};
    done->setKeyHint(tr("Esc"));
    connect(done, &QPushButton::clicked, this, &PaperSheet::close);
    auto* save = new ActionButton{tr("Save as PDF")};
    save->setIconName(u"download"_s);
    connect(save, &QPushButton::clicked, printer, [printer, pdf, title] { printer->save(pdf, title); });
    auto* print = new ActionButton{tr("Print")};
    print->setObjectName(u"paper.print"_s);
    print->setKind(ActionButton::Kind::Primary);
    print->setIconName(u"printer"_s);
    print->setKeyHint(tr("Enter"));
    connect(print, &QPushButton::clicked, printer, [printer, pdf, title] { printer->print(pdf, title); });
    addFootStretch();
    addFoot(done);
    addFoot(save);
    setPrimary(print);
}

QWidget* PaperSheet::makePages()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins({});
    row->addStretch();
    row->addWidget(m_before);
    row->addWidget(m_which);
    row->addWidget(m_after);
    row->addStretch();
    const auto leaf = [this](ActionButton* button, const QString& name, const QString& icon, const QString& text, Qt::Key key, int by) {
        button->setObjectName(name);
        button->setIconName(icon);
        button->setKind(ActionButton::Kind::Ghost);
        button->setCentered(true);
        button->setAccessibleName(text);
        button->setFixedSize(themeOf(this).px(44), themeOf(this).px(44));
        const auto turn = [this, by] { m_preview->turnTo(m_preview->shownPage() + by); };
        connect(button, &QPushButton::clicked, this, turn);
        connect(new QShortcut{QKeySequence{key}, this}, &QShortcut::activated, this, turn);
    };
    leaf(m_before, u"paper.before"_s, u"arrow-left"_s, tr("Page before"), Qt::Key_PageUp, -1);
    leaf(m_after, u"paper.after"_s, u"arrow-right"_s, tr("Next page"), Qt::Key_PageDown, 1);
    m_which->setObjectName(u"paper.page"_s);
    box->hide();
    connect(m_preview, &SheetPreview::rendered, this, &PaperSheet::showPages);
    return box;
}

void PaperSheet::showPages()
{
    const int page = m_preview->shownPage(), count = m_preview->pageCount();
    m_pages->setVisible(count > 1);
    m_which->setText(tr("Page %1 of %2").arg(page + 1).arg(count));
    m_before->setAvailable(page > 0, tr("This is the first page"));
    m_after->setAvailable(page + 1 < count, tr("This is the last page"));
}

} // namespace tresen::ui
