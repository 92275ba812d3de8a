// libFuzzer target: learning a profile from any bytes, with whatever a person may have said. Nothing crashes; what may be kept reads the sample as it was
// shown, and no invoice is read while it is open how amounts are written.
#include "app/adapters/workshop/table/table_reader.h"
#include "app/core/limits.h"
#include "tests/fuzz/fuzz_app.h"
#include <array>
#include <cstddef>
#include <cstdint>

using namespace tresen;
using fuzz::need;
using namespace Qt::Literals::StringLiterals;

namespace {

// The first bytes of the input choose what was said; zero says nothing.
ports::TableChoices choicesOf(const std::uint8_t* head, const QStringList& fields, const std::vector<ports::ReadyProfile>& ready)
{
    struct Options { QString what; QStringList values; };
    static const std::array<Options, 7> all{Options{u"code_page"_s, {u"CP850"_s, u"CP1252"_s, u"UTF-8"_s, u"UTF-16LE"_s}}, Options{u"separator"_s, {u";"_s, u"tab"_s, u","_s, u"fixed"_s}},
        Options{u"quote"_s, {u"\""_s, u"'"_s, u"none"_s}}, Options{u"header"_s, {u"yes"_s, u"no"_s}}, Options{u"number"_s, {u"1.234,56"_s, u"1,234.56/any"_s, u"123456"_s, u"nonsense"_s}},
        Options{u"dates"_s, {u"dd.MM.yyyy"_s, u"MM/dd/yyyy"_s, u"dd.MM.yy|dd.MM.yyyy"_s, u"nonsense"_s}}, Options{u"rows"_s, {u"invoice"_s, u"line:total"_s, u"line:add"_s, u"line:none"_s}}};
    ports::TableChoices out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto chosen = static_cast<qsizetype>(head[i] % (all[i].values.size() + 1));
        if (chosen > 0) out.traits[all[i].what] = all[i].values[chosen - 1];
    }
    if (head[7] % 4 == 1) out.traits[u"widths"_s] = u"3,7,0,9999999,x"_s;
    if (head[7] % 4 == 2) out.base = ready[head[7] % ready.size()].json;
    if (head[7] % 4 == 3)
        for (int column = 0; column < 6; ++column) out.fields[column] = fields.value((head[7] + column * 7) % static_cast<int>(fields.size() + 1));
    return out;
}

bool sameAmounts(const ports::TableReading& a, const ports::TableReading& b)
{
    if (a.rows.size() != b.rows.size()) return false;
    for (std::size_t i = 0; i < a.rows.size(); ++i) {
        if (a.rows[i].document.ok() != b.rows[i].document.ok()) return false;
        if (a.rows[i].document && a.rows[i].document.value().invoice.gross != b.rows[i].document.value().invoice.gross) return false;
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t kHead = 8;
    if (size <= kHead) return 0;
    static const adapters::table::TableReader reader;
    static const auto ready = reader.readyProfiles();
    static const auto fields = reader.fields();
    const QByteArray bytes{reinterpret_cast<const char*>(data + kHead), static_cast<qsizetype>(size - kHead)};
    const auto said = choicesOf(data, fields, ready);
    const auto proposal = reader.learn(bytes, said);
    if (!proposal) {
        need(!proposal.error().code.isEmpty());
        return 0;
    }
    const auto& learned = proposal.value();
    for (const auto& trait : learned.traits) need(trait.sure >= 0 && trait.sure <= 100 && !(trait.open && said.traits.value(trait.what, u"nonsense"_s) != u"nonsense"));
    for (const auto& row : learned.tried.rows)
        if (row.document) need(row.document.value().invoice.gross || row.document.value().invoice.amountDue);
    const auto kept = reader.mayKeep(learned.profile);
    if (!kept) need(!kept.error().code.isEmpty());
    if (!kept || learned.isOpen() || bytes.size() > limits::kMaxTableLesson) return 0;   // what is open is asked before anything is kept
    const auto again = reader.read(bytes, learned.profile);
    if (again) need(sameAmounts(again.value(), learned.tried));
    reader.recognises(bytes, learned.profile);
    return 0;
}
