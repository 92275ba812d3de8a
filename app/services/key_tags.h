// KeyTags: the labels on keys, of one or of all that came in today; each code is read back before it is printed. Writes nothing into the journal. Called by
// the hook sheet, the hand-over sheet and the menu of an invoice.
#pragma once
#include "app/core/clock.h"
#include "app/ports/journal.h"
#include "app/ports/paper_printer.h"
#include "app/services/done.h"
#include "app/services/settings.h"
#include <QObject>

namespace tresen::services {

struct PrintedTags { QByteArray pdf; int count = 0; };

class KeyTags final : public QObject {
    Q_OBJECT
public:
    KeyTags(ports::Journal& journal, ports::PaperPrinter& paper, const Settings& settings, const Clock& clock, QObject* parent = nullptr);

    // hookWord: what stands before the hook. Refused "key.none" where an invoice has no key; the paper's own.
    void make(const std::vector<domain::InvoiceId>& invoices, const QString& hookWord, Done<PrintedTags> done);
    // The owner's slip with a pickup code, in the same shape: the word and the digits stand where the hook does.
    void makeSlip(const domain::InvoiceId& invoice, const QString& word, const QString& digits, Done<PrintedTags> done);
    // Keys that are here and whose first invoice came in today, by hook, then plate. Refused "key.none_today".
    void makeToday(const QString& hookWord, Done<PrintedTags> done);

private:
    void print(std::vector<ports::KeyTagContent> tags, Done<PrintedTags> done);
    ports::KeyTagContent contentOf(const domain::OpenItem& item, const domain::VehicleKey& key, const QString& hookWord) const;
    ports::Journal& m_journal;
    ports::PaperPrinter& m_paper;
    const Settings& m_settings;
    const Clock& m_clock;
};

} // namespace tresen::services
