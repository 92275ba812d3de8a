#include "ui/request/pdf_printer.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "ui/common/file_dialog.h"
#include "ui/common/wording.h"
#include "ui/request/sheet_preview.h"
#include <QFileDialog>
#include <QPageSize>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QtConcurrentRun>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kPrintDpi = 300;   // the codes' modules are whole dots at 300 dpi
constexpr double kWidestLabelMm = 120;

// A label is paper of its own size; everything else stands on A4.
void fitToLabel(QPrinter& printer, const QImage& page)
{
    const auto mm = QSizeF{page.size()} * 25.4 / kPrintDpi;
    if (mm.width() <= kWidestLabelMm) printer.setPageSize(QPageSize{QSizeF{std::round(mm.width()), std::round(mm.height())}, QPageSize::Millimeter, {}, QPageSize::ExactMatch});
}

} // namespace

PdfPrinter::PdfPrinter(QString printerName, QWidget* parent) : QObject{parent}, m_printerName{std::move(printerName)}, m_window{parent} {}

PdfPrinter::~PdfPrinter() = default;

QString PdfPrinter::notTaken()
{
    return tr("The printer does not take the sheet. It is kept; try again or save it as PDF.");
}

void PdfPrinter::prepare(const QString& title)
{
    m_printer = std::make_unique<QPrinter>(QPrinterInfo::printerInfo(m_printerName), QPrinter::HighResolution);
    m_printer->setPageSize(QPageSize{QPageSize::A4});
    m_printer->setFullPage(true);
    m_printer->setDocName(title);
}

void PdfPrinter::printAtOnce(const QByteArray& pdf, const QString& title)
{
    prepare(title);
    paintPages(pdf);
}

void PdfPrinter::print(const QByteArray& pdf, const QString& title)
{
    prepare(title);
    auto* dialog = new QPrintDialog{m_printer.get(), m_window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, pdf] { paintPages(pdf); });
    dialog->open();
}

void PdfPrinter::paintPages(const QByteArray& pdf)
{
    Q_EMIT working(tr("Is being handed to the printer …"));
    onReady(QtConcurrent::run([pdf] { return renderPdf(pdf, kPrintDpi); }), this, [this](const QList<QImage>& pages) {
        QPainter painter;
        if (!pages.isEmpty()) fitToLabel(*m_printer, pages.front());
        if (pages.isEmpty() || !painter.begin(m_printer.get())) {
            Q_EMIT said(notTaken(), false);
            return;
        }
        bool taken = true;
        for (qsizetype i = 0; i < pages.size(); ++i) {
            if (i > 0) taken = m_printer->newPage() && taken;
            // 100 %: the sheet's size is part of its codes.
            const QSizeF size = QSizeF{pages[i].size()} * m_printer->resolution() / kPrintDpi;
            painter.drawImage(QRectF{QPointF{}, size}, pages[i]);
        }
        taken = painter.end() && taken && m_printer->printerState() != QPrinter::Error && m_printer->printerState() != QPrinter::Aborted;
        // Whether the paper has left, the printer does not tell: only what it has taken over is said.
        Q_EMIT said(taken ? tr("Handed to the printer.") : notTaken(), taken);
    });
}

void PdfPrinter::save(const QByteArray& pdf, const QString& suggestedName)
{
    auto* dialog = new QFileDialog{m_window, tr("Save as PDF"), QString{}, tr("PDF files (*.pdf)")};
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(suggestedName + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, pdf](const QString& file) {
        onReady(QtConcurrent::run([file, pdf] { return files::writeAtomically(file, pdf); }), this, [this, file](const Result<Ok>& written) {
            Q_EMIT said(written ? tr("Saved: %1").arg(file) : Wording::failure(written.error()), written.ok());
        });
    });
    openFileDialog(*dialog);
}

} // namespace tresen::ui
