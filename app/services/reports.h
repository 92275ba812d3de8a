// Reports: the day as the journal has it. Reads only; called by the day page and the command `report`.
#pragma once
#include "app/core/clock.h"
#include "app/domain/day_report.h"
#include "app/ports/journal.h"
#include "app/services/done.h"
#include <QDate>
#include <QHash>
#include <QObject>

namespace tresen::services {

struct DayView {
    QDate day;
    domain::DayReport report;
    QHash<QString, domain::OpenItem> items;   // what the notes are about, by the text of the invoice's id, as it is now
};

class Reports final : public QObject {
    Q_OBJECT
public:
    explicit Reports(ports::Journal& journal, QObject* parent = nullptr) : QObject{parent}, m_journal{journal} {}

    // From midnight to midnight in the time zone of this machine, 23 to 25 hours. Errors: of the journal; Invalid "report.day" (no such day).
    void day(QDate day, Done<DayView> done);

    static constexpr int kPage = 2'000;       // entries read in one go

private:
    struct Reading;
    void readPage(const std::shared_ptr<Reading>& reading);
    void loadItems(const std::shared_ptr<Reading>& reading);

    ports::Journal& m_journal;
};

} // namespace tresen::services
