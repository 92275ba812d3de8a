// PdfPrinter: prints a finished PDF through the system's dialog, at 100 %, and saves it as a file. Used by the sheets that show paper.
#pragma once
#include <QByteArray>
#include <QObject>
#include <memory>

class QPrinter;
class QWidget;

namespace tresen::ui {

class PdfPrinter final : public QObject {
    Q_OBJECT
public:
    PdfPrinter(QString printerName, QWidget* parent);
    ~PdfPrinter() override;
    void print(const QByteArray& pdf, const QString& title);
    void printAtOnce(const QByteArray& pdf, const QString& title);   // on the printer of the settings or the system's default, without a dialog
    void save(const QByteArray& pdf, const QString& suggestedName);

Q_SIGNALS:
    void working(const QString& text);            // it has begun, worded; said() follows
    void said(const QString& text, bool done);    // what became of it, worded; done: the printer has taken it over, the file is written

private:
    void prepare(const QString& title);
    static QString notTaken();
    void paintPages(const QByteArray& pdf);

    const QString m_printerName;
    QWidget* m_window;
    std::unique_ptr<QPrinter> m_printer;
};

} // namespace tresen::ui
