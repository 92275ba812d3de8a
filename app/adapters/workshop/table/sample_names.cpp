#include "app/adapters/workshop/table/sample_names.h"
#include "app/adapters/workshop/table/sample_columns.h"
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

// Words of a name in lower case, and words of what else is written in letters: work, cars, ways to pay.
constexpr QStringView kNames = u"gmbh ag kg ohg ug gbr e.k. ek mbh ltd inc llc se e.v. ev co söhne sohn gebr gebrüder firma fa herr frau familie fam dr prof dipl autohaus spedition bäckerei stadt "
                               u"verein anna anja andrea andreas alexander ali angela anton barbara bernd bernhard birgit brigitte christa christian christina christine claudia daniel daniela dieter "
                               u"dirk elena elisabeth emma erika eva felix florian frank franz gabriele georg gerhard gisela günter günther hans heike heinz helga helmut herbert holger horst ines ingrid "
                               u"jan jana jens jo joachim johann johannes jonas jörg josef julia jürgen karin karl katharina käthe katja kathrin klaus kurt lars laura lea lena leon lisa lukas manfred "
                               u"manuela maria marie mario marion markus martin martina matthias max maximilian mehmet melanie michael monika mustafa nadine nicole nina olaf ömer otto patrick paul paula "
                               u"peter petra philipp rainer ralf renate rita robert roland rolf rudolf sabine sandra sara sarah sebastian silke simon sonja stefan stefanie stephan susanne sven tanja thomas "
                               u"tim tobias torsten udo ulrich ursula ute uwe volker walter werner wilhelm wolfgang yusuf john james mary robert david susan william";
constexpr QStringView kOthers = u"inspektion ölwechsel oelwechsel bremse bremsen reifen räder raeder wartung reparatur hu au service klima klimaanlage auspuff kupplung zahnriemen unfall unfallschaden "
                                u"glas scheibe lack achsvermessung diagnose batterie vw volkswagen audi bmw mercedes mercedes-benz opel ford skoda seat renault peugeot citroen fiat toyota mazda hyundai kia "
                                u"nissan honda volvo porsche mini dacia suzuki golf polo passat corsa astra focus fiesta octavia diesel benzin pkw lkw bar karte ec girocard überweisung ueberweisung "
                                u"lastschrift rechnung gutschrift storno brakes tyres tires repair oil cash card transfer invoice erledigt bezahlt ja nein";

QSet<QString> setOf(QStringView list)
{
    QSet<QString> out;
    for (const auto word : list.split(u' ')) out.insert(word.toString());
    return out;
}

bool holds(const QString& cell, const QSet<QString>& known)
{
    const auto words = cell.toLower().split(u' ', Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [&](QString word) {
        while (word.endsWith(u',') || (word.endsWith(u'.') && !known.contains(word))) word.chop(1);
        return known.contains(word);
    });
}

// Two letters at least, and hardly a digit.
bool isWritten(const QString& cell)
{
    const auto letters = std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isLetter(); });
    const auto digits = std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
    return cell.front().isLetter() && letters >= 2 && digits * 5 <= letters;
}

bool isPostcode(const SampleShape& shape, std::size_t cell)
{
    const auto cells = cellsOf(shape, cell);
    return !cells.isEmpty() && std::all_of(cells.begin(), cells.end(), [](const QString& text) { return text.size() == 5 && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }); });
}

// In percent of the cells; negative: rather something else.
int likelihood(const SampleShape& shape, std::size_t column, const QStringList& cells)
{
    static const auto people = setOf(kNames), things = setOf(kOthers);
    qsizetype names = 0, others = 0, parts = 0, written = 0, codes = 0;
    for (const auto& cell : cells) {
        written += isWritten(cell) ? 1 : 0;
        names += holds(cell, people) ? 1 : 0;
        others += holds(cell, things) ? 1 : 0;
        parts += cell.contains(u' ') || cell.contains(u',') ? 1 : 0;
        codes += cell.size() <= 3 && cell == cell.toUpper() ? 1 : 0;
    }
    const auto all = cells.size();
    if (written * 10 < all * 9) return -1000;
    const auto different = QSet<QString>(cells.begin(), cells.end()).size();
    const auto percent = [all](qsizetype n, int weight) { return static_cast<int>(n * weight / all); };
    int out = percent(names, 150) + percent(parts, 60) + percent(different, 80) - percent(others, 250) - percent(codes, 200);
    if (column > 0 && isPostcode(shape, column - 1)) out -= 200;   // a town
    return out;
}

} // namespace

std::optional<NameColumn> nameColumnOf(const SampleShape& shape, const std::set<std::size_t>& taken)
{
    constexpr int kAbout = 30, kUnderATitle = 100;   // under a title that says nothing of a customer more has to speak for it
    std::optional<NameColumn> best;
    int most = shape.titles.empty() ? 0 : kUnderATitle, next = 0;   // of the best and of the one behind it
    for (std::size_t c = 0; c < shape.columns; ++c) {
        const auto cells = cellsOf(shape, c);
        if (taken.contains(c) || cells.isEmpty() || cells.size() * 5 < static_cast<qsizetype>(shape.rows.size()) * 3) continue;
        const auto now = likelihood(shape, c, cells);
        next = std::max(next, std::min(now, most));
        if (now <= most) continue;
        best = NameColumn{c, true};
        most = now;
    }
    if (best) best->clear = most - next > kAbout;
    return best;
}

} // namespace tresen::adapters::table
