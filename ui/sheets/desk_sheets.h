// DeskSheets: all openers of sheets of one window. Made and held by the main window.
#pragma once
#include "ui/sheets/guide_sheets.h"
#include "ui/sheets/invoice_menu.h"
#include "ui/sheets/key_sheets.h"
#include "ui/sheets/money_sheets.h"
#include "ui/sheets/record_sheets.h"
#include "ui/sheets/step_sheets.h"
#include "ui/sheets/task_sheets.h"

namespace tresen::ui {

struct DeskSheets {
    DeskSheets(const DeskContext& desk, SheetStand& place, PeopleDoor& people, const BoardModel& board)
        : stand{place}, back{desk, place}, money{desk, place, people, back}, keys{desk, place, people, board}, records{desk, place}, steps{desk, place, people, back},
          tasks{desk, place, people, money, records}, guide{desk, place}, menu{desk, *this, people}
    {
        QObject::connect(&keys, &KeySheets::payRequested, &money, &MoneySheets::openPayment);
    }

    SheetStand& stand;
    WaysBack back;
    MoneySheets money;
    KeySheets keys;
    RecordSheets records;
    StepSheets steps;
    TaskSheets tasks;
    GuideSheets guide;
    InvoiceMenu menu;
};

} // namespace tresen::ui
