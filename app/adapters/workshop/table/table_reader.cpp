#include "app/adapters/workshop/table/table_reader.h"
#include "app/adapters/workshop/table/datev_batch.h"
#include "app/adapters/workshop/table/invoice_rows.h"
#include "app/core/limits.h"
#include <QFile>

using namespace Qt::Literals::StringLiterals;

static void registerImportProfiles() { Q_INIT_RESOURCE(import_profiles); }

namespace tresen::adapters::table {
namespace {

std::optional<Error> sizeError(const QByteArray& bytes)
{
    if (bytes.trimmed().isEmpty()) return Error{Fault::Invalid, u"file.empty"_s, {}};
    if (bytes.size() > limits::kMaxTableFile) return Error{Fault::Invalid, u"file.too_large"_s, QString::number(bytes.size())};
    return std::nullopt;
}

// Past the lines before the titles; titles stays empty when the profile knows none.
std::optional<Error> readTitles(const TableProfile& profile, RowReader& reader, Record& titles)
{
    for (int i = 0; i < profile.skip; ++i)
        if (!reader.next(titles)) return Error{Fault::Invalid, u"table.no_header"_s, {}};
    titles = {};
    if (!profile.header) return std::nullopt;
    while (reader.next(titles))
        if (!titles.isBlank()) return titles.problem ? std::optional{Error{Fault::Invalid, u"table.no_header"_s, QString::fromLatin1(titles.problem)}} : std::nullopt;
    return Error{Fault::Invalid, u"table.no_header"_s, {}};
}

// German letters read by the wrong page leave the amounts alone, but not the names.
bool isDoubtful(const QByteArray& bytes, CodePage page)
{
    const auto looks = proposeCodePage(bytes.left(limits::kMaxTableSampleText));
    const auto isLatin = [](CodePage p) { return p == CodePage::Cp1252 || p == CodePage::Latin1 || p == CodePage::Latin9; };
    return looks.certain && looks.page != page && !(isLatin(looks.page) && isLatin(page)) && (looks.page == CodePage::Cp850 || page == CodePage::Cp850);
}

void pass(ports::TableReading& out, const Record& record, const RowReader& reader)
{
    ++out.passedCount;
    if (out.passed.size() < static_cast<std::size_t>(limits::kMaxTablePassed)) out.passed.push_back({record.line, u"row.ignored"_s, reader.raw(record)});
}

} // namespace

Result<ports::TableReading> applyProfile(const QByteArray& bytes, const TableProfile& profile)
{
    if (auto error = sizeError(bytes)) return *error;
    if (profile.datev) return readDatev(bytes, profile);
    const auto text = decode(bytes, profile.codePage);
    if (!text) return text.error();
    RowReader reader{text.value(), profile.form};
    Record titles;
    if (auto error = readTitles(profile, reader, titles)) return *error;
    const auto binding = bindColumns(profile, titles);
    if (!binding) return binding.error();

    Result<ports::TableReading> out{ports::TableReading{}};   // filled in place: it is large
    if (isDoubtful(bytes, profile.codePage)) out.value().warnings << u"code_page.doubtful"_s;
    InvoiceRows rows{profile, binding.value(), reader, text.value(), out.value()};
    Record record;
    int count = 0;
    while (reader.next(record)) {
        if (record.isBlank()) continue;   // also one of separators only
        if (++count > limits::kMaxTableRows) return Error{Fault::Invalid, u"table.too_many_rows"_s, QString::number(limits::kMaxTableRows)};
        if (!record.problem && (isIgnored(profile, record) || (profile.header && record.cells == titles.cells))) pass(out.value(), record, reader);
        else rows.add(record);
    }
    rows.finish();
    return out;
}

Result<ports::TableReading> TableReader::read(const QByteArray& bytes, const QByteArray& profile) const
{
    const auto known = readTableProfile(profile);
    if (!known) return known.error();
    return applyProfile(bytes, known.value());
}

Result<ports::TableProfileInfo> TableReader::check(const QByteArray& profile) const
{
    const auto known = readTableProfile(profile);
    if (!known) return known.error();
    return ports::TableProfileInfo{known.value().name, known.value().description, known.value().datev ? u"datev"_s : u"table"_s};
}

Result<ports::TableProposal> TableReader::propose(const QByteArray& bytes) const
{
    if (auto error = sizeError(bytes)) return *error;
    return proposeProfile(bytes, {}, limits::kMaxTableSampleText);
}

Result<ports::TableProposal> TableReader::learn(const QByteArray& bytes, const ports::TableChoices& said) const
{
    if (auto error = sizeError(bytes)) return *error;
    return proposeProfile(bytes, said, limits::kMaxTableLesson);
}

QByteArray TableReader::profileByHeader(const QByteArray& bytes) const
{
    if (!looksLikeDatev(bytes)) return {};
    registerImportProfiles();
    QFile file{u":/table/import_datev.json"_s};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

QStringList TableReader::fields() const
{
    QStringList out;
    for (const auto* field : allFields()) out << QString::fromLatin1(field->name);
    return out;
}

std::vector<ports::ReadyProfile> TableReader::readyProfiles() const
{
    registerImportProfiles();
    std::vector<ports::ReadyProfile> out;
    for (const auto& id : {u"de"_s, u"de_lines"_s, u"en"_s, u"werbas"_s, u"datev"_s}) {
        QFile file{u":/table/import_%1.json"_s.arg(id)};
        if (!file.open(QIODevice::ReadOnly)) continue;
        const auto json = file.readAll();
        if (const auto info = check(json)) out.push_back({id, info.value(), json});
    }
    return out;
}

} // namespace tresen::adapters::table
