#include "ui/sheets/guide_sheets.h"
#include "ui/help/help_sheet.h"
#include "ui/wizard/wizard_sheet.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

GuideSheets::GuideSheets(const DeskContext& desk, SheetStand& stand) : m_desk{desk}, m_stand{stand} {}

void GuideSheets::openHelp()
{
    if (m_stand.isTaken()) return;
    auto* help = m_stand.adopt(new HelpSheet{m_stand.window(), m_stand.keys()});
    connect(help, &HelpSheet::printRequested, this, [this, help] { m_stand.showPaper(help->pdf(m_desk.settings.value(u"company.name"_s)), tr("Keys of the desk")); });
    connect(help, &HelpSheet::manualRequested, this, [this, help] {
        help->close();
        Q_EMIT manualWanted();
    });
    help->open();
}

void GuideSheets::openSetUp()
{
    if (m_stand.isTaken()) return;
    auto* sheet = m_stand.adopt(new WizardSheet{{m_desk.settings, m_desk.intake, m_desk.accounts}, m_stand.window()});
    connect(sheet, &WizardSheet::lookChanged, this, &GuideSheets::lookChanged);
    connect(sheet, &WizardSheet::sampleRequested, this, &GuideSheets::sampleRequested);
    connect(sheet, &WizardSheet::ended, this, [this](bool finished) {
        if (finished) m_stand.say({Look::Accepted, tr("The first set-up is finished"), tr("Portal and mail: page Settings")});
        else m_stand.say({Look::Notice, tr("The first set-up waits"), tr("Settings, First set-up: it goes on where it was")});
        Q_EMIT setUpEnded();
    });
    sheet->begin();
}

} // namespace tresen::ui
