#include "app/services/key_tags.h"
#include "app/core/async.h"
#include <algorithm>
#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

// Of each of its vehicles; of those that are still here, where any is.
std::vector<const domain::VehicleKey*> keysToTag(const domain::OpenItem& item, const ports::Situation& s)
{
    std::vector<const domain::VehicleKey*> out;
    for (const auto& id : item.keys())
        if (const auto* key = s.key(id)) out.push_back(key);
    if (std::any_of(out.begin(), out.end(), [](const domain::VehicleKey* key) { return key->here(); })) std::erase_if(out, [](const domain::VehicleKey* key) { return !key->here(); });
    return out;
}

} // namespace

KeyTags::KeyTags(ports::Journal& journal, ports::PaperPrinter& paper, const Settings& settings, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_paper{paper}, m_settings{settings}, m_clock{clock}
{
}

ports::KeyTagContent KeyTags::contentOf(const domain::OpenItem& item, const domain::VehicleKey& key, const QString& hookWord) const
{
    ports::KeyTagContent tag;
    tag.language = m_settings.value(u"ui.language"_s);
    const auto size = m_settings.value(u"printer.label_size"_s).split(u'x');
    if (size.size() == 2) {
        tag.width = size[0].toInt();
        tag.height = size[1].toInt();
    }
    tag.plate = key.plate.isEmpty() ? key.vin : key.plate;
    tag.hook = key.hook;
    tag.hookWord = hookWord;
    tag.number = item.number;
    tag.orderNumber = item.orderRef;
    tag.code = item.requests.empty() || item.requests.back().deskCode.isEmpty() ? item.number : item.requests.back().deskCode;   // the scanner finds both
    tag.training = m_settings.training();
    return tag;
}

void KeyTags::make(const std::vector<domain::InvoiceId>& invoices, const QString& hookWord, Done<PrintedTags> done)
{
    ports::Subject subject;
    subject.invoices = invoices;
    subject.stays = ports::Stays::Keys;
    onReady(m_journal.load(subject), this, [this, invoices, hookWord, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        std::vector<ports::KeyTagContent> tags;
        std::set<domain::KeyId> made;   // of a car with several invoices there is one key
        for (const auto& id : invoices) {
            const auto* item = s.value().item(id);
            const auto keys = item ? keysToTag(*item, s.value()) : std::vector<const domain::VehicleKey*>{};
            if (keys.empty()) return done(Error{Fault::Refused, u"key.none"_s, {}});
            for (const auto* key : keys)
                if (made.insert(key->id).second) tags.push_back(contentOf(*item, *key, hookWord));
        }
        print(std::move(tags), done);
    });
}

void KeyTags::print(std::vector<ports::KeyTagContent> tags, Done<PrintedTags> done)
{
    const int count = static_cast<int>(tags.size());
    onReady(m_paper.keyTags(std::move(tags)), this, [done, count](const Result<ports::PaperDocument>& made) {
        if (!made) return done(made.error());
        done(PrintedTags{made.value().pdf, count});
    });
}

void KeyTags::makeSlip(const domain::InvoiceId& invoice, const QString& word, const QString& digits, Done<PrintedTags> done)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    subject.stays = ports::Stays::Keys;
    onReady(m_journal.load(subject), this, [this, invoice, word, digits, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        const auto* item = s.value().item(invoice);
        const auto key = item ? domain::shownKey(*item, s.value().keys) : domain::VehicleKey{};
        if (!key.exists()) return done(Error{Fault::Refused, u"key.none"_s, {}});
        auto slip = contentOf(*item, key, word);
        slip.hook = digits.left(3) + u' ' + digits.mid(3);
        print({slip}, done);
    });
}

void KeyTags::makeToday(const QString& hookWord, Done<PrintedTags> done)
{
    onReady(m_journal.board(), this, [this, hookWord, done](const Result<std::vector<domain::BoardRow>>& rows) {
        if (!rows) return done(rows.error());
        const auto today = m_clock.now().local().date();
        std::map<QString, const domain::BoardRow*> firstOf;   // by key: a stay has one, however many invoices
        for (const auto& row : rows.value()) {
            if (row.key.isNull() || row.state == domain::BoardState::Cancelled) continue;
            auto& first = firstOf[row.key.text()];
            if (!first || row.readyAt < first->readyAt) first = &row;
        }
        std::vector<const domain::BoardRow*> chosen;
        for (const auto& [key, row] : firstOf) {
            const bool here = row->keyState == domain::KeyState::Held || row->keyState == domain::KeyState::Returned;
            if (here && row->readyAt.local().date() == today) chosen.push_back(row);
        }
        if (chosen.empty()) return done(Error{Fault::Refused, u"key.none_today"_s, {}});
        std::sort(chosen.begin(), chosen.end(), [](const auto* a, const auto* b) { return std::pair{a->hook.toInt(), a->plate} < std::pair{b->hook.toInt(), b->plate}; });
        std::vector<domain::InvoiceId> invoices;
        for (const auto* row : chosen) invoices.push_back(row->invoice);
        make(invoices, hookWord, done);
    });
}

} // namespace tresen::services
