// ReportSheet: the report for support, word for word as it is kept; a picture of the window goes in only when somebody ticks it and sees it. Saved as one
// text file. Opened by the diagnostics page.
#pragma once
#include "app/services/diagnosis.h"
#include "ui/common/sheet.h"
#include <QImage>

class QLabel;
class QPlainTextEdit;

namespace tresen::ui {

class ActionButton;
class CheckLine;
class FigureLabel;

class ReportSheet final : public Sheet {
    Q_OBJECT
public:
    // picture: what the window showed before; null: there is none to offer.
    ReportSheet(services::BugReportParts parts, const QImage& picture, QWidget* window);
    void saveTo(const QString& file);        // what the file dialog answers

Q_SIGNALS:
    void saved(const QString& file);         // the sheet has closed itself before

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildReport();
    void takePicture(bool wanted);
    void showReport();
    void chooseReportFile();
    void takeMeasures();

    services::BugReportParts m_parts;
    const QImage m_picture;
    bool m_busy = false;
    QWidget* m_body;
    QPlainTextEdit* m_text;
    QLabel* m_shown;
    FigureLabel *m_note, *m_error;
    CheckLine* m_with;
    ActionButton *m_cancel, *m_save;
};

} // namespace tresen::ui
