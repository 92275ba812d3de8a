// GuideSheets: what leads a person: the card of all keys, and the questions of the first set-up. Called by the main window.
#pragma once
#include "ui/sheets/sheet_stand.h"

namespace tresen::ui {

class GuideSheets final : public QObject {
    Q_OBJECT
public:
    GuideSheets(const DeskContext& desk, SheetStand& stand);   // both live longer
    void openHelp();
    void openSetUp();                                     // where it stopped

Q_SIGNALS:
    void manualWanted();
    void lookChanged();                                   // language, theme or size of the text
    void setUpEnded();                                    // answered or put off
    void sampleRequested();

private:
    const DeskContext& m_desk;
    SheetStand& m_stand;
};

} // namespace tresen::ui
