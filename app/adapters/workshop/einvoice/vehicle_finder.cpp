#include "app/adapters/workshop/einvoice/vehicle_finder.h"
#include "app/domain/open_item.h"
#include "app/domain/vehicle_rules.h"
#include <QRegularExpression>
#include <QVarLengthArray>
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

enum LabelKind : int { Plate, Vin, Model, Work, Mileage, CustomerNo, OrderNo, Keeper };

struct Label {
    QStringView text;   // lower case
    LabelKind kind;
};

// Grouped by first letter; of two labels with the same beginning the longer one comes first.
constexpr std::array kLabels{
    Label{u"amtliches kennzeichen", Plate}, Label{u"amtl. kennzeichen", Plate}, Label{u"amtl.kennzeichen", Plate}, Label{u"amtl. kennz", Plate},
    Label{u"arbeiten", Work}, Label{u"auftragstext", Work}, Label{u"auftragsnummer", OrderNo}, Label{u"auftragsnr", OrderNo}, Label{u"auftrags-nr", OrderNo},
    Label{u"auftrags nr", OrderNo}, Label{u"auftrag-nr", OrderNo}, Label{u"auftrag nummer", OrderNo}, Label{u"auftrag nr", OrderNo}, Label{u"auftrag no", OrderNo},
    Label{u"auftr.-nr", OrderNo}, Label{u"auftr.nr", OrderNo}, Label{u"auftr. nr", OrderNo}, Label{u"auftrag", Work},
    Label{u"customer number", CustomerNo}, Label{u"customer no", CustomerNo}, Label{u"customer id", CustomerNo}, Label{u"customer-no", CustomerNo},
    Label{u"fahrzeug-identifizierungsnummer", Vin}, Label{u"fahrzeugidentifizierungsnummer", Vin}, Label{u"fahrzeug-identifikationsnummer", Vin},
    Label{u"fahrzeugidentifikationsnummer", Vin}, Label{u"fahrzeug-identnummer", Vin}, Label{u"fahrzeug-ident-nr", Vin},
    Label{u"fahrzeugidentnummer", Vin}, Label{u"fahrzeug-ident.-nr", Vin}, Label{u"fahrzeugident-nr", Vin},
    Label{u"fahrzeughalter", Keeper}, Label{u"fahrgestellnummer", Vin}, Label{u"fahrgestell-nr", Vin}, Label{u"fahrgestellnr", Vin}, Label{u"fahrgest.-nr", Vin}, Label{u"fahrgestell", Vin},
    Label{u"fahrzeugmodell", Model}, Label{u"fahrzeugtyp", Model}, Label{u"fahrzeug", Model}, Label{u"fzg-ident-nr", Vin}, Label{u"fzg.-ident-nr", Vin},
    Label{u"fzg", Model}, Label{u"fin", Vin},
    Label{u"halter", Keeper},
    Label{u"keeper", Keeper}, Label{u"kundennummer", CustomerNo}, Label{u"kunden-nummer", CustomerNo}, Label{u"kundennr", CustomerNo}, Label{u"kunden-nr", CustomerNo},
    Label{u"kunden nr", CustomerNo}, Label{u"kd.-nr", CustomerNo}, Label{u"kd.nr", CustomerNo}, Label{u"kd. nr", CustomerNo}, Label{u"kd-nr", CustomerNo}, Label{u"kdnr", CustomerNo},
    Label{u"kfz-kennzeichen", Plate}, Label{u"kennzeichen", Plate}, Label{u"kennz", Plate}, Label{u"kfz-kz", Plate}, Label{u"kz", Plate},
    Label{u"kilometerstand", Mileage}, Label{u"km-stand", Mileage}, Label{u"km stand", Mileage}, Label{u"kmstand", Mileage},
    Label{u"laufleistung", Mileage}, Label{u"license plate", Plate}, Label{u"licence plate", Plate},
    Label{u"mileage", Mileage},
    Label{u"odometer", Mileage}, Label{u"order number", OrderNo}, Label{u"order no", OrderNo}, Label{u"order-no", OrderNo}, Label{u"plate", Plate}, Label{u"polizeiliches kennzeichen", Plate}, Label{u"pol. kennzeichen", Plate},
    Label{u"registered keeper", Keeper}, Label{u"repair order", OrderNo}, Label{u"tachostand", Mileage},
    Label{u"vehicle identification number", Vin}, Label{u"vehicle", Model}, Label{u"vin", Vin},
    Label{u"work order", OrderNo}, Label{u"work", Work}};

struct LabelRange { std::size_t begin = 0, end = 0; };

// Where the labels of each letter a..z stand in kLabels, so that most words cost one look.
constexpr auto kLabelsOf = [] {
    std::array<LabelRange, 26> out{};
    for (std::size_t i = 0; i < kLabels.size(); ++i) {
        auto& range = out[static_cast<std::size_t>(kLabels[i].text.front().unicode() - u'a')];
        if (range.end == 0) range.begin = i;
        range.end = i + 1;
    }
    return out;
}();

// Whether text goes on with a label, whatever its case. Every character of a label keeps its meaning when the bit 0x20 is set.
bool startsWithLabel(QStringView text, QStringView label)
{
    if (text.size() < label.size()) return false;
    for (qsizetype i = 0; i < label.size(); ++i)
        if ((text[i].unicode() | 0x20) != label[i].unicode()) return false;
    return true;
}

// Pairs of letters that words begin with, a bit each: a quick no for nearly every place of a text without those words.
using LetterPairs = std::array<quint32, 26>;

template <class Words, class TextOf>
constexpr LetterPairs beginningsOf(const Words& words, TextOf textOf)
{
    LetterPairs out{};
    for (const auto& word : words) out[static_cast<std::size_t>(textOf(word)[0].unicode() - u'a')] |= 1U << (textOf(word)[1].unicode() - u'a');
    return out;
}

bool isPairOf(const LetterPairs& pairs, QChar first, QChar second)
{
    const auto a = static_cast<unsigned>((first.unicode() | 0x20) - u'a');
    const auto b = static_cast<unsigned>((second.unicode() | 0x20) - u'a');
    return a < 26 && b < 26 && (pairs[a] >> b & 1U) != 0;
}

constexpr auto kBeginnings = beginningsOf(kLabels, [](const Label& label) { return label.text; });
bool mayBeLabel(QChar first, QChar second) { return isPairOf(kBeginnings, first, second); }

enum class CharKind : unsigned char { Other, Word, Separator };   // Separator: ends a segment

// Every character of every note and line is asked: a look into a table for most.
CharKind kindOf(QChar c)
{
    static constexpr auto kinds = [] {
        std::array<CharKind, 128> out{};
        for (std::size_t i = 0; i < out.size(); ++i)
            if ((i >= '0' && i <= '9') || (i >= 'A' && i <= 'Z') || (i >= 'a' && i <= 'z')) out[i] = CharKind::Word;
        for (const char separator : {'\n', ';', '|', '\t'}) out[static_cast<std::size_t>(separator)] = CharKind::Separator;
        return out;
    }();
    return c.unicode() < kinds.size() ? kinds[c.unicode()] : c.isLetterOrNumber() ? CharKind::Word : CharKind::Other;
}
bool isWordChar(QChar c) { return kindOf(c) == CharKind::Word; }

struct LabelHit {
    qsizetype start = 0;
    qsizetype value = 0;    // where the value begins
    LabelKind kind = Plate;
    bool marked = false;    // ':' or '=' between label and value
};

// The label that begins at a word boundary where mayBeLabel(), if one does. A model or a work text needs a ':' behind its label, the others are known by
// their pattern and may follow after a blank.
std::optional<LabelHit> labelAt(QStringView text, qsizetype at)
{
    const auto range = kLabelsOf[static_cast<std::size_t>((text[at].unicode() | 0x20) - u'a')];
    for (auto i = range.begin; i < range.end; ++i) {
        const auto& label = kLabels[i];
        if (!startsWithLabel(text.mid(at), label.text)) continue;
        qsizetype p = at + label.text.size();
        if (p < text.size() && isWordChar(text[p])) continue;
        if (p < text.size() && text[p] == u'.') ++p;
        const auto mark = p;
        while (p < text.size() && text[p] == u' ') ++p;
        const bool marked = p < text.size() && (text[p] == u':' || text[p] == u'=');
        if (!marked && (p == mark || label.kind == Model || label.kind == Work || label.kind == Keeper)) continue;
        if (marked) ++p;
        return LabelHit{at, p, label.kind, marked};
    }
    return std::nullopt;
}

const QRegularExpression& germanPlate()
{
    static const QRegularExpression re{u"^[A-ZÄÖÜ]{1,3}(?: ?- ?| )[A-Z]{1,2}[ -]?[1-9][0-9]{0,3} ?[EH]?(?![\\p{L}\\p{N}])"_s};
    return re;
}

// A foreign or unblanked plate: only taken behind a label with ':' and only when nothing else stands there.
const QRegularExpression& anyPlate()
{
    static const QRegularExpression re{u"^(?=.*[0-9])(?=.*[A-ZÄÖÜ])[A-Z0-9ÄÖÜ](?:[ ·-]?[A-Z0-9ÄÖÜ]){2,9}$"_s};
    return re;
}

// ISO 3779: 17 characters without I, O and Q, at least two of them digits.
QString vinIn(QStringView text)
{
    static const QRegularExpression re{u"^(?=(?:[A-Z]*[0-9]){2})[A-HJ-NPR-Z0-9]{17}(?![\\p{L}\\p{N}])"_s};
    const auto upper = text.toString().toUpper();
    if (const auto m = re.match(upper); m.hasMatch()) return m.captured();
    auto closed = upper;
    closed.remove(u' ').remove(u'-');
    const auto m = re.match(closed);
    return m.hasMatch() && closed.size() == 17 ? closed : QString{};
}

QStringView withoutEdges(QStringView value)
{
    const auto edge = [](QChar c) { return c.isSpace() || c == u',' || c == u'/' || c == u'(' || c == u')' || c == u'-' || c == u'·'; };
    while (!value.isEmpty() && edge(value.front())) value = value.mid(1);
    while (!value.isEmpty() && edge(value.back())) value.chop(1);
    return value;
}

// Words that say: this vehicle is not the one the work was done on.
constexpr std::array<QStringView, 32> kOtherCar{u"ersatzwagen", u"ersatzfahrzeug", u"ersatz-fahrzeug", u"ersatz-kfz", u"ersatzmobil", u"leihwagen", u"leihfahrzeug", u"leihauto", u"mietwagen",
                               u"mietfahrzeug", u"mietauto", u"vorbesitz", u"vorfahrzeug", u"altfahrzeug", u"inzahlungnahme", u"inzahlunggabe", u"in zahlung", u"unfallgegner",
                               u"gegnerfahrzeug", u"vorf\u00fchrwagen", u"werkstattwagen", u"courtesy car", u"courtesy vehicle", u"replacement car", u"replacement vehicle", u"loan car",
                               u"loaner", u"hire car", u"rental car", u"previous owner", u"previous vehicle", u"trade-in"};
// These say so only directly before the label: "Replacement of the pads, plate: …" is about the car itself.
constexpr std::array<QStringView, 4> kPerhapsOtherCar{u"replacement", u"rental", u"gegner", u"ersatz"};

// The pairs of letters they begin with, as for the labels: most texts hold none of them.
constexpr auto kOtherBeginnings = beginningsOf(kOtherCar, [](QStringView word) { return word; });

bool namesOtherCar(QStringView text)
{
    const auto latin = [](QChar c) { return c.unicode() < 0x100; };
    bool perhaps = !std::all_of(text.begin(), text.end(), latin);   // letters beyond have small forms of their own
    for (qsizetype i = 0; i + 1 < text.size() && !perhaps; ++i) perhaps = isPairOf(kOtherBeginnings, text[i], text[i + 1]);
    if (!perhaps) return false;
    const auto lower = text.toString().toLower();
    return std::any_of(kOtherCar.begin(), kOtherCar.end(), [&](QStringView word) { return lower.contains(word); });
}

// What stands between the label before, or the beginning, and this one.
bool leadsToOtherCar(QStringView before)
{
    if (namesOtherCar(before)) return true;
    const auto last = before.mid(std::max(before.lastIndexOf(u','), before.lastIndexOf(u'.')) + 1).trimmed();
    if (last.isEmpty()) return false;
    const auto clause = last.toString().toLower();
    return std::any_of(kPerhapsOtherCar.begin(), kPerhapsOtherCar.end(), [&](QStringView whole) {
        const auto rest = clause.size() - whole.size();
        if (rest == 0) return clause == whole;
        if (rest < 0) return false;
        return (clause.endsWith(whole) && clause[rest - 1] == u' ') || (clause.startsWith(whole) && (clause[whole.size()] == u':' || clause[whole.size()] == u'-'));
    });
}

// "M-AB 1234 (Ersatzwagen)", "M-AB 1234 als Ersatzwagen": said directly behind the value.
bool isSaidOfOtherCar(QStringView behind)
{
    const auto rest = behind.trimmed();
    if (rest.startsWith(u'(') || rest.startsWith(u'[')) {
        const auto end = std::max(rest.indexOf(u')'), rest.indexOf(u']'));
        return namesOtherCar(end < 0 ? rest : rest.left(end));
    }
    constexpr qsizetype kNear = 24;
    return (rest.startsWith(u"als ") || rest.startsWith(u"as ")) && namesOtherCar(rest.left(kNear));
}

// A line that is only the heading of what follows: "Ersatzwagen", "Ersatzwagen:".
bool isHeading(QStringView line)
{
    constexpr qsizetype kMaxHeading = 40, kMaxBareHeading = 24;
    return (line.endsWith(u':') && line.size() <= kMaxHeading) || (line.size() <= kMaxBareHeading && !line.contains(u' '));
}

QString numberIn(QStringView value)
{
    static const QRegularExpression re{u"^(?:nr\\.?|no\\.?|#)?[ :.]*([\\p{L}\\p{N}](?:[\\p{L}\\p{N}/._-]{0,28}[\\p{L}\\p{N}])?)(?![\\p{L}\\p{N}])"_s, QRegularExpression::CaseInsensitiveOption};
    const auto m = re.match(value.left(60).toString());
    const auto found = m.hasMatch() ? m.captured(1) : QString{};
    return std::any_of(found.begin(), found.end(), [](QChar c) { return c.isDigit(); }) ? found : QString{};
}

domain::VehicleHint identified(const QString& plate, const QString& vin)
{
    domain::VehicleHint out;
    out.plate = plate;
    out.vin = vin;
    return out;
}

} // namespace

void VehicleFinder::scan(QStringView text, FoundIn where)
{
    m_where = where;
    m_otherCar = false;
    qsizetype from = 0;
    bool boundary = true;
    bool labelled = false;
    const auto segment = [&](QStringView part) {
        if (labelled) scanSegment(part);
        else if (const auto line = part.trimmed(); line.isEmpty()) m_otherCar = false;
        else if (isHeading(line)) m_otherCar = namesOtherCar(line);
        labelled = false;
    };
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        const auto kind = kindOf(text[i]);
        if (kind == CharKind::Separator) {
            segment(text.mid(from, i - from));
            from = i + 1;
        } else if (kind == CharKind::Word && boundary && mayBeLabel(text[i], text[i + 1])) {
            labelled = true;
        }
        boundary = kind != CharKind::Word;
    }
    if (labelled) scanSegment(text.mid(from));
}

void VehicleFinder::scanSegment(QStringView segment)
{
    constexpr qsizetype kMaxHits = 16;
    QVarLengthArray<LabelHit, kMaxHits> hits;
    bool boundary = true;
    for (qsizetype i = 0; i + 1 < segment.size() && hits.size() < kMaxHits; ++i) {
        if (boundary && mayBeLabel(segment[i], segment[i + 1])) {
            if (const auto hit = labelAt(segment, i)) {
                hits.append(*hit);
                i = hit->value - 1;
                continue;
            }
        }
        boundary = !isWordChar(segment[i]);
    }
    if (hits.isEmpty()) {   // no label after all
        const auto line = segment.trimmed();
        if (isHeading(line)) m_otherCar = namesOtherCar(line);
        return;
    }
    bool other = m_otherCar;
    for (qsizetype i = 0; i < hits.size(); ++i) {
        const auto before = i == 0 ? qsizetype{0} : hits[i - 1].value;
        const auto end = i + 1 < hits.size() ? hits[i + 1].start : segment.size();
        // From such a word on everything in this line is about the other vehicle.
        other = other || leadsToOtherCar(segment.mid(before, hits[i].start - before));
        const bool aboutCar = hits[i].kind != CustomerNo && hits[i].kind != OrderNo && hits[i].kind != Keeper;
        if (!other || !aboutCar) take(hits[i].kind, withoutEdges(segment.mid(hits[i].value, end - hits[i].value)), hits[i].marked);
    }
}

void VehicleFinder::note(const QString& field, const QString& value, FoundIn where)
{
    if (m_found.size() >= kMaxFindings) return;
    const auto name = where == FoundIn::Note ? u"note"_s : where == FoundIn::Line ? u"line"_s : u"reference"_s;
    m_found.push_back({field, value, name});
}

// A plate or VIN. The same car again adds to what is known of it; another one is a further vehicle.
void VehicleFinder::takeIdentity(const QString& plate, const QString& vin, bool ownField, FoundIn where)
{
    const auto is = [&](const domain::VehicleHint& v) { return domain::sameVehicle(v.plate, v.vin, plate, vin); };
    const auto known = std::find_if(m_vehicles.begin(), m_vehicles.end(), is);
    if (known != m_vehicles.end()) {
        m_current = static_cast<std::size_t>(known - m_vehicles.begin());
        return;
    }
    auto& current = m_vehicles[m_current];
    const bool free = vin.isEmpty() ? current.plate.isEmpty() : current.vin.isEmpty();
    if (!free) {
        if (m_vehicles.size() >= kMaxVehicles) return;
        m_vehicles.push_back(identified(plate, vin));
        m_current = m_vehicles.size() - 1;
        m_vehicles.back().model = std::exchange(m_nextModel, {});
    } else if (vin.isEmpty()) {
        current.plate = plate;
    } else {
        current.vin = vin;
    }
    if (ownField) return;
    if (!plate.isEmpty()) note(u"plate"_s, plate, where);
    if (!vin.isEmpty()) note(u"vin"_s, vin, where);
}

void VehicleFinder::takePlate(QStringView value, bool marked)
{
    const auto upper = value.left(60).toString().toUpper();
    if (const auto m = germanPlate().match(upper.left(40)); m.hasMatch()) {
        if (!isSaidOfOtherCar(value.mid(m.capturedLength()))) takeIdentity(m.captured().trimmed(), {}, false, m_where);
        return;
    }
    // Behind any other plate nothing may stand but what it is said of.
    const auto end = upper.indexOf(u'(');
    const auto bare = end < 0 ? upper.left(40) : upper.left(end).trimmed().left(40);
    if (marked && anyPlate().match(bare).hasMatch() && !(end >= 0 && isSaidOfOtherCar(QStringView{upper}.mid(end)))) takeIdentity(bare, {}, false, m_where);
}

void VehicleFinder::take(int kind, QStringView value, bool marked)
{
    constexpr qsizetype kMaxModel = 60;
    constexpr qsizetype kMaxWork = 120;
    constexpr qsizetype kMaxKeeper = 80;
    const auto hasLetter = [&] { return std::any_of(value.begin(), value.end(), [](QChar c) { return c.isLetter(); }); };
    const auto once = [&](QStringView field, const QString& found) {
        const bool known = std::any_of(m_found.begin(), m_found.end(), [&](const domain::Finding& f) { return f.field == field; });
        if (!found.isEmpty() && !known) note(field.toString(), found, m_where);
    };
    auto& current = m_vehicles[m_current];
    switch (static_cast<LabelKind>(kind)) {
    case Plate: return takePlate(value, marked);
    case Vin:
        if (const auto vin = vinIn(value.left(60)); !vin.isEmpty() && !isSaidOfOtherCar(value.mid(vin.size()))) takeIdentity({}, vin, false, m_where);
        return;
    case Model:
        if (!hasLetter() || namesOtherCar(value)) return;
        if (current.model.isEmpty()) current.model = value.left(kMaxModel).toString().simplified();
        else m_nextModel = value.left(kMaxModel).toString().simplified();   // of the vehicle that is named next
        return;
    case Work:
        if (const auto number = hasLetter() ? QString{} : numberIn(value); !number.isEmpty()) return once(u"order_no", number);   // "Auftrag: 4711"
        if (m_vehicles.front().work.isEmpty() && hasLetter()) m_vehicles.front().work = value.left(kMaxWork).toString().simplified();
        return;
    case Mileage: {
        static const QRegularExpression re{u"^(?:[0-9]{1,3}(?:[. '][0-9]{3})+|[0-9]{1,7})(?![0-9])"_s};
        if (!current.mileage.isEmpty()) return;
        if (const auto m = re.match(value.left(40).toString()); m.hasMatch()) current.mileage = m.captured();
        return;
    }
    case CustomerNo: return once(u"customer_no", numberIn(value));
    case OrderNo: return once(u"order_no", numberIn(value));
    case Keeper: return once(u"keeper", hasLetter() ? value.left(kMaxKeeper).toString().simplified() : QString{});
    }
}

void VehicleFinder::takeReference(const QString& text, QStringView scheme)
{
    constexpr qsizetype kMaxReference = 30;
    if (text.isEmpty() || text.size() > kMaxReference) return;
    if (scheme == u"ABZ" || scheme == u"AKG") return takeOwnField(text, scheme == u"AKG");
    if (!scheme.isEmpty()) return;   // of something else, says its scheme
    const auto m = germanPlate().match(text);
    const bool isPlate = m.hasMatch() && m.capturedLength() == text.size();
    auto& first = m_vehicles.front();
    if (const auto vin = vinIn(text); !vin.isEmpty()) {
        if (!first.vin.isEmpty()) return;
        first.vin = vin;
        note(u"vin"_s, vin, FoundIn::Reference);
    } else if (!isPlate) {
        scan(text, FoundIn::Reference);
    } else if (first.plate.isEmpty()) {
        first.plate = text;
        note(u"plate"_s, text, FoundIn::Reference);
    }
}

// A field made for a plate or a VIN: nothing is left to confirm, and what a note says beside it is another vehicle.
void VehicleFinder::takeOwnField(const QString& text, bool vin)
{
    const auto value = vin ? vinIn(text) : text;
    if (value.isEmpty()) return;
    confirmBy(value, vin);
    const auto& first = m_vehicles.front();
    const auto& known = vin ? first.vin : first.plate;
    if (known.isEmpty()) (vin ? m_vehicles.front().vin : m_vehicles.front().plate) = value;
    else if (vin ? known != value : domain::foldPlate(known) != domain::foldPlate(value)) bringForward(value, vin);
}

void VehicleFinder::bringForward(const QString& value, bool vin)
{
    const auto same = [&](const domain::VehicleHint& v) { return vin ? v.vin == value : domain::foldPlate(v.plate) == domain::foldPlate(value); };
    const auto known = std::find_if(m_vehicles.begin(), m_vehicles.end(), same);
    if (known != m_vehicles.end()) std::rotate(m_vehicles.begin(), known, known + 1);
    else m_vehicles.insert(m_vehicles.begin(), vin ? identified({}, value) : identified(value, {}));
    m_current = 0;
}

void VehicleFinder::confirmBy(const QString& text, bool vin)
{
    const auto value = vin ? text : domain::foldPlate(text);
    std::erase_if(m_found, [&](const domain::Finding& f) { return f.field == (vin ? u"vin"_s : u"plate"_s) && (vin ? f.value : domain::foldPlate(f.value)) == value; });
}

void VehicleFinder::give(domain::Invoice& invoice) const
{
    invoice.vehicle = m_vehicles.front();
    invoice.furtherVehicles.assign(m_vehicles.begin() + 1, m_vehicles.end());
    invoice.found = m_found;
}

} // namespace tresen::adapters::einvoice
