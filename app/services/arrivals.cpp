#include "app/services/arrivals.h"
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr std::array kTableEndings{".csv", ".asc", ".txt", ".dat"};
constexpr qsizetype kLookAt = 64;   // bytes that tell what a file is
constexpr qsizetype kLookFor = 64 * 1024;   // bytes in which a foreign format names itself

enum class Shape { Document, Order, Other };

Shape shapeOf(const QByteArray& bytes)
{
    auto head = bytes.first(std::min(bytes.size(), kLookAt));
    if (head.startsWith("\xEF\xBB\xBF")) head.remove(0, 3);
    const auto begin = std::find_if_not(head.begin(), head.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    if (begin == head.end()) return Shape::Other;
    if (*begin == '{') return Shape::Order;
    // UTF-16 with a byte order mark: '<' is two bytes.
    const bool wide = head.startsWith(QByteArray{"\xFF\xFE<\0", 4}) || head.startsWith(QByteArray{"\xFE\xFF\0<", 4});
    return wide || *begin == '<' || head.contains("%PDF") ? Shape::Document : Shape::Other;
}

} // namespace

void Arrivals::setTableProfile(QByteArray json)
{
    const std::scoped_lock lock{m_lock};
    m_profile = std::move(json);
}

void Arrivals::setOwnProfiles(std::vector<OwnProfile> profiles)
{
    auto own = std::make_shared<const std::vector<OwnProfile>>(std::move(profiles));
    const std::scoped_lock lock{m_lock};
    m_own = std::move(own);
}

void Arrivals::forceProfile(QByteArray json)
{
    const std::scoped_lock lock{m_lock};
    m_forced = std::move(json);
}

bool Arrivals::hasTableProfile() const
{
    const std::scoped_lock lock{m_lock};
    return !m_profile.isEmpty() || !m_forced.isEmpty() || !m_own->empty();
}

Result<QByteArray> Arrivals::profileFor(const QByteArray& bytes, const QString& name) const
{
    QByteArray usual;
    std::shared_ptr<const std::vector<OwnProfile>> own;
    {
        const std::scoped_lock lock{m_lock};
        if (!m_forced.isEmpty()) return m_forced;
        usual = m_profile;
        own = m_own;
    }
    std::vector<const OwnProfile*> found;
    for (const auto& one : *own)
        if (isFileOf(one, name)) found.push_back(&one);
    // Titles decide only where no name does; two profiles may read the same titles in two ways, and nobody guesses which.
    const auto byHeader = m_tables.profileByHeader(bytes);
    if (found.empty() && byHeader.isEmpty())
        for (const auto& one : *own)
            if (m_tables.recognises(bytes, one.json)) found.push_back(&one);
    if (found.size() > 1) return Error{Fault::Invalid, u"table.profile_unclear"_s, found[0]->name + u", "_s + found[1]->name};
    if (!found.empty()) return found.front()->json;
    if (!byHeader.isEmpty()) {
        const auto mine = usual.isEmpty() ? Result<ports::TableProfileInfo>{Error{}} : m_tables.check(usual);
        return mine && mine.value().format == u"datev" ? usual : byHeader;   // the workshop's own accounts of revenue
    }
    if (usual.isEmpty()) return Error{Fault::Invalid, u"table.no_profile"_s, {}};
    return usual;
}

bool Arrivals::isTableName(const QString& name)
{
    return std::any_of(kTableEndings.begin(), kTableEndings.end(), [&name](const char* ending) { return name.endsWith(QLatin1StringView{ending}, Qt::CaseInsensitive); });
}

QList<QByteArray> Arrivals::endings(bool tables)
{
    QList<QByteArray> out{".xml", ".pdf", ".json"};
    if (tables) std::copy(kTableEndings.begin(), kTableEndings.end(), std::back_inserter(out));
    return out;
}

qint64 Arrivals::maxBytes(const QString& name) const { return isTableName(name) ? limits::kMaxTableFile : limits::kMaxInvoiceFile; }

// Formats that are known by name only: the reason says what to export instead, which "cannot be read" would not.
std::optional<Error> Arrivals::foreignKind(const QByteArray& bytes) const
{
    const auto head = bytes.first(std::min(bytes.size(), kLookFor));
    if (!head.startsWith("PK\x03\x04")) return std::nullopt;
    // Names of the packed files stand there in the clear.
    if (head.contains("document.xml") && !head.contains("word/")) return Error{Fault::Invalid, u"datev.xml_online"_s, u"document.xml"_s};
    return Error{Fault::Invalid, u"file.archive"_s, {}};
}

Result<ports::InvoiceDocument> Arrivals::read(const QByteArray& bytes, const QString& name) const
{
    auto all = readAll(bytes, name);
    if (!all) return all.error();
    return std::move(all.value().front().document);
}

Result<std::vector<ports::Arrived>> Arrivals::readAll(const QByteArray& bytes, const QString& name) const
{
    const auto shape = shapeOf(bytes);
    if (auto foreign = foreignKind(bytes)) return *foreign;
    if (shape == Shape::Order) {
        auto order = m_orders(bytes);
        if (!order) return order.error();
        const auto number = order.value().invoice.number;
        std::vector<ports::Arrived> one;
        one.push_back({0, std::move(order), number});
        return one;
    }
    if (shape == Shape::Other && (isTableName(name) || !m_tables.profileByHeader(bytes).isEmpty())) return readTable(bytes, name);
    auto documents = m_documents.readAll(bytes, name);
    // The list of documents, or invoice data of a version that is not read. DATEV's namespaces begin so, whatever their version.
    if (!documents && documents.error().code == u"invoice.unsupported" && bytes.first(std::min(bytes.size(), kLookFor)).contains("http://xml.datev.de/bedi/"))
        return Error{Fault::Invalid, u"datev.xml_online"_s, documents.error().detail};
    return documents;
}

Result<std::vector<ports::Arrived>> Arrivals::readTable(const QByteArray& bytes, const QString& name) const
{
    const auto how = profileFor(bytes, name);
    if (!how) return how.error();
    auto reading = m_tables.read(bytes, how.value());
    if (!reading) return reading.error();
    auto& rows = reading.value().rows;
    if (rows.empty()) return Error{Fault::Invalid, u"table.no_rows"_s, {}};
    const auto info = m_tables.check(how.value());
    std::vector<ports::Arrived> all;
    all.reserve(rows.size());
    for (auto& row : rows) {
        if (row.document) row.document.value().warnings += reading.value().warnings;
        if (row.document && info) row.document.value().profile = info.value().name;
        all.push_back({row.line, std::move(row.document), std::move(row.number)});
    }
    return all;
}

QByteArray tableProfileOf(const ports::TableSource& tables, const QString& choice, const QString& own)
{
    if (choice == u"own") return own.toUtf8();
    for (const auto& ready : tables.readyProfiles())
        if (ready.id == choice) return ready.json;
    return {};
}

} // namespace tresen::services
