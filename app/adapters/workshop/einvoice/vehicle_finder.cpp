#include "app/adapters/workshop/einvoice/vehicle_finder.h"
#include <QRegularExpression>
#include <QVarLengthArray>
#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

enum LabelKind : int { Plate, Vin, Model, Work, Mileage };

struct Label {
    QStringView text;   // lower case
    LabelKind kind;
};

// Grouped by first letter; of two labels with the same beginning the longer one comes first.
constexpr std::array kLabels{
    Label{u"amtliches kennzeichen", Plate}, Label{u"amtl. kennzeichen", Plate}, Label{u"amtl.kennzeichen", Plate}, Label{u"amtl. kennz", Plate},
    Label{u"arbeiten", Work}, Label{u"auftragstext", Work}, Label{u"auftrag", Work},
    Label{u"fahrzeug-identifizierungsnummer", Vin}, Label{u"fahrzeugidentifizierungsnummer", Vin}, Label{u"fahrzeug-identifikationsnummer", Vin},
    Label{u"fahrzeugidentifikationsnummer", Vin}, Label{u"fahrzeug-identnummer", Vin}, Label{u"fahrzeug-ident-nr", Vin},
    Label{u"fahrzeugidentnummer", Vin}, Label{u"fahrzeug-ident.-nr", Vin}, Label{u"fahrzeugident-nr", Vin},
    Label{u"fahrgestellnummer", Vin}, Label{u"fahrgestell-nr", Vin}, Label{u"fahrgestellnr", Vin}, Label{u"fahrgest.-nr", Vin}, Label{u"fahrgestell", Vin},
    Label{u"fahrzeugmodell", Model}, Label{u"fahrzeugtyp", Model}, Label{u"fahrzeug", Model}, Label{u"fzg-ident-nr", Vin}, Label{u"fzg.-ident-nr", Vin},
    Label{u"fzg", Model}, Label{u"fin", Vin},
    Label{u"kfz-kennzeichen", Plate}, Label{u"kennzeichen", Plate}, Label{u"kennz", Plate}, Label{u"kfz-kz", Plate}, Label{u"kz", Plate},
    Label{u"kilometerstand", Mileage}, Label{u"km-stand", Mileage}, Label{u"km stand", Mileage}, Label{u"kmstand", Mileage},
    Label{u"laufleistung", Mileage}, Label{u"license plate", Plate}, Label{u"licence plate", Plate},
    Label{u"mileage", Mileage},
    Label{u"odometer", Mileage}, Label{u"plate", Plate}, Label{u"polizeiliches kennzeichen", Plate}, Label{u"pol. kennzeichen", Plate},
    Label{u"tachostand", Mileage},
    Label{u"vehicle identification number", Vin}, Label{u"vehicle", Model}, Label{u"vin", Vin},
    Label{u"work", Work}};

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

// The pairs of letters labels begin with: a quick no for nearly every word of a text without labels.
constexpr auto kBeginnings = [] {
    std::array<quint32, 26> out{};
    for (const auto& label : kLabels) out[static_cast<std::size_t>(label.text[0].unicode() - u'a')] |= 1U << (label.text[1].unicode() - u'a');
    return out;
}();

bool mayBeLabel(QChar first, QChar second)
{
    const auto a = static_cast<unsigned>((first.unicode() | 0x20) - u'a');
    const auto b = static_cast<unsigned>((second.unicode() | 0x20) - u'a');
    return a < 26 && b < 26 && (kBeginnings[a] >> b & 1U) != 0;
}

bool isWordChar(QChar c) { return c.isLetterOrNumber(); }

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
        if (!marked && (p == mark || label.kind == Model || label.kind == Work)) continue;
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

} // namespace

void VehicleFinder::scan(QStringView text)
{
    qsizetype from = 0;
    bool boundary = true;
    bool labelled = false;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n' || c == u';' || c == u'|' || c == u'\t') {
            if (labelled) scanSegment(text.mid(from, i - from));
            labelled = false;
            from = i + 1;
        } else if (boundary && mayBeLabel(c, text[i + 1])) {
            labelled = true;
        }
        boundary = !isWordChar(c);
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
    for (qsizetype i = 0; i < hits.size(); ++i) {
        const auto end = i + 1 < hits.size() ? hits[i + 1].start : segment.size();
        take(hits[i].kind, withoutEdges(segment.mid(hits[i].value, end - hits[i].value)), hits[i].marked);
    }
}

void VehicleFinder::take(int kind, QStringView value, bool marked)
{
    constexpr qsizetype kMaxModel = 60;
    constexpr qsizetype kMaxWork = 120;
    const auto hasLetter = [&] { return std::any_of(value.begin(), value.end(), [](QChar c) { return c.isLetter(); }); };
    switch (static_cast<LabelKind>(kind)) {
    case Plate: {
        if (!m_hint.plate.isEmpty()) return;
        const auto upper = value.left(40).toString().toUpper();
        if (const auto m = germanPlate().match(upper); m.hasMatch()) m_hint.plate = m.captured().trimmed();
        else if (marked && anyPlate().match(upper).hasMatch()) m_hint.plate = upper;
        return;
    }
    case Vin:
        if (m_hint.vin.isEmpty()) m_hint.vin = vinIn(value.left(60));
        return;
    case Model:
        if (m_hint.model.isEmpty() && hasLetter()) m_hint.model = value.left(kMaxModel).toString().simplified();
        return;
    case Work:
        if (m_hint.work.isEmpty() && hasLetter()) m_hint.work = value.left(kMaxWork).toString().simplified();
        return;
    case Mileage: {
        static const QRegularExpression re{u"^(?:[0-9]{1,3}(?:[. '][0-9]{3})+|[0-9]{1,7})(?![0-9])"_s};
        if (!m_hint.mileage.isEmpty()) return;
        if (const auto m = re.match(value.left(40).toString()); m.hasMatch()) m_hint.mileage = m.captured();
        return;
    }
    }
}

void VehicleFinder::takeReference(const QString& text, QStringView scheme)
{
    constexpr qsizetype kMaxReference = 30;
    if (text.isEmpty() || text.size() > kMaxReference) return;
    if (m_hint.vin.isEmpty() && (scheme.isEmpty() || scheme == u"AKG")) m_hint.vin = vinIn(text);
    if (!m_hint.plate.isEmpty()) return;
    const auto m = germanPlate().match(text);
    if (scheme == u"ABZ") m_hint.plate = text;
    else if (scheme.isEmpty() && m.hasMatch() && m.capturedLength() == text.size()) m_hint.plate = text;
}

} // namespace tresen::adapters::einvoice
