#include "ui/request/paper_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/request/sheet_preview.h"
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

PaperSheet::PaperSheet(const QByteArray& pdf, const QString& title, const QString& printerName, QWidget* window) : Sheet{window}
{
    setObjectName(u"paper"_s);
    setHead({}, tr("Receipt"), title);
    const auto& theme = themeOf(this);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(16));
    auto* preview = new SheetPreview;
    preview->setPdf(pdf);
    auto* message = new FigureLabel{type::fine, &Theme::text2};
    column->addWidget(preview);
    column->addWidget(message);
    setBody(body);
    auto* printer = new PdfPrinter{printerName, this};
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

} // namespace tresen::ui
