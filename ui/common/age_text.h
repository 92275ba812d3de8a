// Age text: how old a piece of knowledge is, in words. Called by the board, the card and the timeline.
#pragma once
#include "app/core/clock.h"
#include <QCoreApplication>
#include <QLocale>

namespace tresen::ui {

class AgeText {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::AgeText)
public:
    // "4 s ago", "14 min ago"; from an hour on the clock time "08:12", on another day the date "21.11.". Future times count as now.
    static QString age(Instant at, Instant now, const QLocale& locale = {});
    static QString clock(Instant at, const QLocale& locale = {});          // "10:41"
    static QString clockSeconds(Instant at, const QLocale& locale = {});   // "10:42:07"
    static QString waits(int workingDays);                                 // "waits 5 days"
    static QString timeOrDay(Instant at, Instant now, const QLocale& locale = {});   // "10:41" today, "21.11." before
};

} // namespace tresen::ui
