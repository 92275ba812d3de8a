#include "app/domain/board_row.h"
#include <algorithm>
#include "app/core/limits.h"
#include "app/domain/phone.h"
#include <QHash>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

constexpr qsizetype kMaxFoldedField = 256;   // characters of one field that can be searched
constexpr qsizetype kMaxQuery = 200;
constexpr qsizetype kMaxQueryWords = 8;

enum class Spelling { Long, Short };   // ö as "oe" or as "o"

bool isGermanUmlaut(char32_t c)
{
    return c == U'ä' || c == U'ö' || c == U'ü' || c == U'æ' || c == U'œ' || c == U'ø';
}

// Letters that Unicode does not decompose; nullptr where the letter stands for itself.
const char16_t* replacementOf(char32_t c, Spelling spelling)
{
    const bool full = spelling == Spelling::Long;
    switch (c) {
    case U'ä': case U'æ': return full ? u"ae" : u"a";
    case U'ö': case U'œ': case U'ø': return full ? u"oe" : u"o";
    case U'ü': return full ? u"ue" : u"u";
    case U'ß': return u"ss";
    case U'ł': return u"l";
    case U'đ': case U'ð': return u"d";
    case U'ı': return u"i";
    case U'þ': return u"th";
    default: return nullptr;
    }
}

void appendFolded(QString& out, char32_t c, Spelling spelling)
{
    if (const char16_t* known = replacementOf(c, spelling)) {
        out += QStringView{known};
        return;
    }
    const auto parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD).toUcs4();
    for (const char32_t part : parts)
        if (QChar::isLetterOrNumber(part)) out += QString::fromUcs4(&part, 1);
}

void shorten(QString& folded)
{
    folded.replace(u"ae"_s, u"a"_s);
    folded.replace(u"oe"_s, u"o"_s);
    folded.replace(u"ue"_s, u"u"_s);
}

// Letters below the combining marks need no composing, and nearly all lower case letters among them no decomposing either: what a workshop
// writes is folded in one pass. False: something in the text wants the long way.
bool foldPlain(QStringView text, Spelling spelling, QString& out)
{
    constexpr char16_t kFirstMark = 0x300, kDottedI = 0x130;   // the capital dotted I becomes two characters
    bool shortens = false;
    for (const QChar letter : text) {
        const char16_t c = letter.unicode();
        if (c >= kFirstMark || c == kDottedI) return false;
        if (c < 0x80) {
            const char16_t lower = c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 0x20) : c;
            if (!((lower >= u'a' && lower <= u'z') || (c >= u'0' && c <= u'9'))) continue;
            shortens = shortens || lower == u'e';
            out += QChar{lower};
        } else {
            appendFolded(out, letter.toLower().unicode(), spelling);
            shortens = true;
        }
    }
    if (shortens && spelling == Spelling::Short) shorten(out);
    return true;
}

QString folded(QStringView text, Spelling spelling)
{
    QString out;
    const auto field = text.left(kMaxFoldedField);
    out.reserve(field.size() + 8);
    if (foldPlain(field, spelling, out)) return out;
    out.clear();
    const auto composed = field.toString().normalized(QString::NormalizationForm_C).toLower().toUcs4();
    for (const char32_t c : composed) appendFolded(out, c, spelling);
    if (spelling == Spelling::Short) shorten(out);
    return out;
}

bool hasUmlaut(QStringView word)
{
    const auto letters = word.toString().normalized(QString::NormalizationForm_C).toLower().toUcs4();
    return std::any_of(letters.begin(), letters.end(), isGermanUmlaut);
}

bool olderThan(const BoardRow& row, Instant now, qint64 limit)
{
    return ages(row) && qAbs(now.ms - row.truthAt.ms) > limit;   // from the future: a clock was set back, the age is not known
}

} // namespace

bool ages(const BoardRow& row)
{
    return row.truthElsewhere && row.state != BoardState::HandedOver && row.state != BoardState::Cancelled;
}

Instant olderOf(Instant a, Instant b)
{
    return a.isNull() || (!b.isNull() && b < a) ? b : a;
}

bool hangsOn(const BoardRow& row, const KeyId& key)
{
    return !key.isNull() && (row.key == key || std::any_of(row.further.begin(), row.further.end(), [&](const FurtherKey& f) { return f.key == key; }));
}

void ageStays(std::vector<BoardRow>& rows)
{
    QHash<KeyId, std::vector<std::size_t>> stays;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].stayAt = {};
        if (!rows[i].key.isNull()) stays[rows[i].key].push_back(i);
        for (const auto& further : rows[i].further) stays[further.key].push_back(i);
    }
    for (auto stay = stays.cbegin(); stay != stays.cend(); ++stay)
        for (const auto one : stay.value()) {
            if (rows[one].key != stay.key()) continue;   // green or not is said of the key a row is about
            for (const auto other : stay.value())
                if (other != one && ages(rows[other])) rows[one].stayAt = olderOf(rows[one].stayAt, rows[other].truthAt);
        }
}

QString codeOf(TruthSource source)
{
    switch (source) {
    case TruthSource::Workshop: return u"workshop"_s;
    case TruthSource::Portal: return u"portal"_s;
    case TruthSource::Desk: return u"desk"_s;
    case TruthSource::Bank: return u"bank"_s;
    case TruthSource::Terminal: return u"terminal"_s;
    case TruthSource::Rule: return u"rule"_s;
    }
    Q_UNREACHABLE();
}

bool isStale(const BoardRow& row, Instant now)
{
    return olderThan(row, now, limits::kStaleMs);
}

Light lightOf(const BoardRow& row, Instant now)
{
    switch (row.state) {
    case BoardState::HandedOver:
    case BoardState::Cancelled: return Light::Grey;
    case BoardState::Reversed: return Light::Red;     // these two are never green, whatever a rule says
    case BoardState::Unknown: return Light::Amber;
    case BoardState::Open:
    case BoardState::Requested:
    case BoardState::Running:
    case BoardState::Part:
    case BoardState::Paid:
    case BoardState::OnAccount:
    case BoardState::Overpaid: break;
    }
    const bool stayIsOld = !row.stayAt.isNull() && qAbs(now.ms - row.stayAt.ms) > limits::kFreshMs;
    if (row.mayGo) return stayIsOld || olderThan(row, now, limits::kFreshMs) ? Light::Amber : Light::Green;
    const bool somethingMissing = row.state == BoardState::Open || row.state == BoardState::Requested || row.state == BoardState::Part;
    return somethingMissing ? Light::Red : Light::Amber;
}

int urgencyOf(BoardState state)
{
    switch (state) {
    case BoardState::Reversed: return 0;
    case BoardState::Unknown: return 1;
    case BoardState::Overpaid: return 2;
    case BoardState::Paid: return 4;   // 3 is left for what is outdated
    case BoardState::OnAccount: return 5;
    case BoardState::Running: return 6;
    case BoardState::Part: return 7;
    case BoardState::Requested: return 8;
    case BoardState::Open: return 9;
    case BoardState::HandedOver: return 10;
    case BoardState::Cancelled: return 11;
    }
    Q_UNREACHABLE();
}

QString searchKeyOf(const QStringList& fields)
{
    QStringList words;
    for (const auto& field : fields) {
        const auto full = folded(field, Spelling::Long);
        if (full.isEmpty()) continue;
        words += full;
        if (const auto brief = folded(field, Spelling::Short); brief != full) words += brief;
    }
    words.removeDuplicates();
    return words.join(u' ');
}

QStringList foldQuery(const QString& text)
{
    QStringList out;
    const auto words = phoneAsked(text.left(kMaxQuery)).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const auto& word : words) {
        // Whoever types an umlaut means all three ways to write it; the short spelling is in every key, see searchKeyOf().
        const auto needle = folded(word, hasUmlaut(word) ? Spelling::Short : Spelling::Long);
        if (!needle.isEmpty() && !out.contains(needle)) out += needle;
        if (out.size() == kMaxQueryWords) break;
    }
    return out;
}

} // namespace tresen::domain
