// TransferCard: writes the settings into a file and takes them over from one. Stands on the settings page below where the data are. What would change is
// shown by ImportSheet before anything does.
#pragma once
#include "app/core/clock.h"
#include "app/services/settings.h"
#include "ui/people/pin_sheet.h"
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class ImportSheet;

class TransferCard final : public QWidget {
    Q_OBJECT
public:
    TransferCard(services::Settings& settings, const Clock& clock, QWidget* parent = nullptr);
    void setSecond(AskSecond ask) { m_second = std::move(ask); }
    void exportTo(const QString& file);       // what the file dialogs answer
    void importFrom(const QString& file);
    bool matches(const QStringList& words) const;     // of domain::foldQuery(): the search of the page finds it by its words, too

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void chooseTarget();
    void chooseSource();
    void take(const QString& file, const QByteArray& bytes);
    void say(const QString& text, bool bad);
    void takeMeasures();

    services::Settings& m_settings;
    AskSecond m_second;
    const Clock& m_clock;
    bool m_bad = false;
    FigureLabel *m_title, *m_text, *m_result;
    ActionButton *m_export, *m_import;
    QVBoxLayout* m_column = nullptr;
    QPointer<ImportSheet> m_sheet;
};

} // namespace tresen::ui
