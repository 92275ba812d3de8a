// Made-up exports of workshop systems: invoices from a seed, written in a dialect (code page, separator, quotes, number and date style), and the
// profile that reads it. Written without the code under test.
#pragma once
#include "app/core/limits.h"
#include "app/ports/table_source.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringEncoder>
#include <random>

namespace table_samples {

using namespace tresen;
using namespace Qt::Literals::StringLiterals;

struct Line { QString name; qint64 net = 0, tax = 0; qint64 gross() const { return net + tax; } };

struct Sample {
    QString number, customerId, name, street, postcode, city, plate, vin, order, work, note;
    QDate issued, due;
    std::vector<Line> lines;
    qint64 prepaid = 0;
    qint64 net() const { qint64 sum = 0; for (const auto& l : lines) sum += l.net; return sum; }
    qint64 tax() const { qint64 sum = 0; for (const auto& l : lines) sum += l.tax; return sum; }
    qint64 gross() const { return net() + tax(); }
    qint64 due_() const { return gross() - prepaid; }
};

struct Dialect {
    const char* name;
    QString page;                 // as a profile names it
    QByteArray mark;              // byte order mark
    QString separator, quote;     // separator empty: fixed widths
    QString number, date;
    QString lineEnd = u"\r\n"_s;
    QString ready = {};           // id of a ready profile; empty: one is written for the dialect
    bool header = true, shortRows = false, trailingMinus = false, side = false, perLine = false, add = false, quoteAll = false, breaks = false, euro = true;
};

inline std::vector<Dialect> dialects()
{
    const auto n = QString{};
    std::vector<Dialect> out{
        {"werbas 850 semicolon", u"CP850"_s, {}, u";"_s, u"\""_s, u"1.234,56"_s, u"dd.MM.yy"_s},
        {"german 1252 semicolon", u"CP1252"_s, {}, u";"_s, u"\""_s, u"1.234,56"_s, u"dd.MM.yyyy"_s},
        {"8859-1 tabulator trailing minus", u"ISO-8859-1"_s, {}, u"\t"_s, n, u"1234,56"_s, u"dd.MM.yyyy"_s},
        {"8859-15 apostrophe side", u"ISO-8859-15"_s, {}, u";"_s, u"'"_s, u"1234,56"_s, u"yyyyMMdd"_s},
        {"english utf-8 comma", u"UTF-8"_s, {}, u","_s, u"\""_s, u"1,234.56"_s, u"yyyy-MM-dd"_s},
        {"utf-8 mark with line breaks", u"UTF-8"_s, "\xEF\xBB\xBF", u";"_s, u"\""_s, u"1.234,56"_s, u"dd.MM.yyyy"_s},
        {"utf-16le american", u"UTF-16LE"_s, "\xFF\xFE", u"\t"_s, u"\""_s, u"1234.56"_s, u"MM/dd/yyyy"_s},
        {"utf-16be bar", u"UTF-16BE"_s, {}, u"|"_s, n, u"1'234.56"_s, u"dd.MM.yyyy"_s},
        {"850 fixed widths", u"CP850"_s, {}, n, n, u"1234,56"_s, u"dd.MM.yy"_s},
        {"1252 all quoted, no titles", u"CP1252"_s, {}, u","_s, u"\""_s, u"1.234,56"_s, u"yyyyMMdd"_s},
        {"1252 per line, totals", u"CP1252"_s, {}, u";"_s, u"\""_s, u"1.234,56"_s, u"dd.MM.yyyy"_s},
        {"utf-8 per line, added", u"UTF-8"_s, {}, u";"_s, u"\""_s, u"1 234,56"_s, u"yyyy-MM-dd"_s},
    };
    out[0].ready = u"werbas"_s; out[0].shortRows = true; out[0].euro = false;
    out[1].ready = u"de"_s;
    out[2].trailingMinus = true; out[2].euro = false;
    out[3].side = true;
    out[4].ready = u"en"_s; out[4].lineEnd = u"\n"_s;
    out[5].breaks = true;
    out[8].header = false; out[8].trailingMinus = true; out[8].euro = false;
    out[9].header = false; out[9].quoteAll = true;
    out[10].ready = u"de_lines"_s; out[10].perLine = true;
    out[11].perLine = true; out[11].add = true;
    return out;
}

inline std::vector<Sample> samples(unsigned seed, int count, const Dialect& d)
{
    std::mt19937 random{seed};
    const auto any = [&](auto from, auto to) { return static_cast<int>(from + static_cast<int>(random() % static_cast<unsigned>(to - from + 1))); };
    static const QStringList names{u"Müller"_s, u"Groß"_s, u"Özdemir"_s, u"Jäger"_s, u"Weiß & Söhne GmbH"_s, u"André Blüm"_s, u"Schmidt"_s, u"Ünal"_s};
    static const QStringList firsts{u"Jörg"_s, u"Käthe"_s, u"Ömer"_s, u"Anna"_s, u"Jürgen"_s};
    static const QStringList cities{u"München"_s, u"Köln"_s, u"Würzburg"_s, u"Gießen"_s, u"Ulm"_s};
    static const QStringList works{u"Inspektion, Ölwechsel"_s, u"HU/AU"_s, u"Bremsen vorn"_s, u"Räder wechseln"_s, u"Klimaanlage prüfen"_s};
    std::vector<Sample> out;
    for (int i = 0; i < count; ++i) {
        Sample s;
        s.number = u"RE-2026-%1"_s.arg(1000 + i);
        s.customerId = QString::number(10'000 + any(0, 999));
        s.name = firsts[any(0, 4)] + u' ' + names[any(0, 7)];
        s.street = u"Königstraße "_s + QString::number(any(1, 99));
        s.postcode = QString::number(any(10'000, 99'999));
        s.city = cities[any(0, 4)];
        s.plate = u"WÜ-%1 %2"_s.arg(QChar{'A' + any(0, 25)}).arg(any(1, 9999));
        s.vin = u"WVWZZZ1KZ8W%1"_s.arg(any(100'000, 999'999));
        s.order = u"A%1"_s.arg(any(10'000, 99'999));
        s.work = works[any(0, 4)];
        s.issued = QDate{2026, any(1, 12), any(1, 28)};
        s.due = s.issued.addDays(14);
        const int lines = any(1, d.perLine ? 5 : 2);
        const bool credit = any(0, 9) == 0;
        for (int l = 0; l < lines; ++l) {
            const qint64 net = any(0, 3) == 0 ? any(100'000, 900'000) : any(500, 90'000);
            s.lines.push_back({works[any(0, 4)], credit ? -net : net, (credit ? -net : net) * 19 / 100});
        }
        if (!credit && !d.add && any(0, 3) == 0) s.prepaid = s.gross() / 4;
        if (d.breaks) s.note = u"Zeile eins; mit \"Quote\"\nZeile zwei"_s;
        else if (d.quote == u"'") s.note = u"it's 5 € less; ready"_s;
        else if (d.euro && !d.quote.isEmpty()) s.note = u"5 € Nachlass"_s;
        out.push_back(s);
    }
    return out;
}

inline QString amountText(qint64 cents, const Dialect& d, bool withSign = true)
{
    const bool negative = cents < 0;
    const auto whole = QString::number(qAbs(cents) / 100), rest = QString::number(qAbs(cents) % 100).rightJustified(2, u'0');
    const bool point = d.number.endsWith(u".56");
    const QString group = d.number == u"1.234,56" ? u"."_s : d.number == u"1,234.56" ? u","_s : d.number == u"1 234,56" ? u" "_s : d.number == u"1'234.56" ? u"'"_s : QString{};
    QString grouped = whole;
    if (!group.isEmpty())
        for (qsizetype at = whole.size() - 3; at > 0; at -= 3) grouped.insert(at, group);
    auto out = grouped + (point ? u'.' : u',') + rest;
    if (!negative || !withSign) return out;
    return d.trailingMinus ? out + u'-' : u'-' + out;
}

struct Cell { QString field, german, english, text; int width; bool money = false; };

// The columns in the order of the dialect; line: null for one row per invoice.
inline std::vector<Cell> cellsOf(const Sample& s, const Dialect& d, const Line* line)
{
    const auto money = [&](qint64 cents) { return amountText(cents, d, !d.side); };
    std::vector<Cell> out{{u"number"_s, u"Rechnungs-Nr."_s, u"Invoice no."_s, s.number, 14}, {u"issue_date"_s, u"Rechnungsdatum"_s, u"Invoice date"_s, s.issued.toString(d.date), 10},
        {u"due_date"_s, u"Fällig am"_s, u"Due date"_s, s.due.toString(d.date), 10}, {u"customer.id"_s, u"Kunden-Nr."_s, u"Customer no."_s, s.customerId, 8},
        {u"customer.name"_s, u"Kunde"_s, u"Customer"_s, s.name, 30}, {u"customer.street"_s, u"Straße"_s, u"Street"_s, s.street, 22},
        {u"customer.postcode"_s, u"PLZ"_s, u"Postcode"_s, s.postcode, 6}, {u"customer.city"_s, u"Ort"_s, u"City"_s, s.city, 12}, {u"plate"_s, u"Kennzeichen"_s, u"Plate"_s, s.plate, 12},
        {u"vin"_s, u"FIN"_s, u"VIN"_s, s.vin, 18}, {u"order"_s, u"Auftrags-Nr."_s, u"Order no."_s, s.order, 8}, {u"work"_s, u"Arbeiten"_s, u"Work"_s, s.work, 26}};
    if (line) {
        out.push_back({u"line.name"_s, u"Positionstext"_s, {}, line->name, 0});
        out.push_back({u"line.net"_s, u"Positionsnetto"_s, {}, money(line->net), 0, true});
        out.push_back({u"line.tax"_s, u"Pos-MwSt"_s, {}, money(line->tax), 0, true});
        out.push_back({u"line.gross"_s, u"Positionsbrutto"_s, {}, money(line->gross()), 0, true});
    }
    if (!d.add) {
        out.push_back({u"net"_s, u"Netto"_s, u"Net"_s, money(s.net()), 13, true});
        out.push_back({u"tax"_s, u"MwSt"_s, u"VAT"_s, money(s.tax()), 13, true});
        out.push_back({u"gross"_s, u"Brutto"_s, u"Gross"_s, money(s.gross()), 13, true});
        out.push_back({u"prepaid"_s, u"Anzahlung"_s, u"Prepaid"_s, s.prepaid == 0 ? QString{} : money(s.prepaid), 13, true});
        out.push_back({u"amount_due"_s, u"Zahlbetrag"_s, u"Amount due"_s, money(s.due_()), 13, true});
    }
    if (d.side) out.push_back({u"sign"_s, u"S/H"_s, {}, s.gross() < 0 ? u"H"_s : u"S"_s, 2});
    out.push_back({u"note"_s, u"Bemerkung"_s, u"Note"_s, s.note, 30});
    return out;
}

inline QString rowText(const std::vector<Cell>& cells, const Dialect& d, bool titles)
{
    QStringList out;
    for (const auto& cell : cells) {
        QString text = !titles ? cell.text : d.ready == u"en" ? cell.english : cell.german;
        if (d.separator.isEmpty()) text = cell.money ? text.rightJustified(cell.width - 1).leftJustified(cell.width) : text.leftJustified(cell.width);
        else if (!d.quote.isEmpty() && (d.quoteAll || text.contains(d.separator) || text.contains(d.quote) || text.contains(u'\n')))
            text = d.quote + text.replace(d.quote, d.quote + d.quote) + d.quote;
        out << text;
    }
    if (d.shortRows)
        while (!titles && !out.isEmpty() && out.last().isEmpty()) out.removeLast();
    return out.join(d.separator);
}

// One text per row, the titles first when there are any.
inline QStringList rowsOf(const std::vector<Sample>& samples, const Dialect& d)
{
    QStringList out;
    if (d.header) out << rowText(cellsOf(samples.front(), d, d.perLine ? &samples.front().lines.front() : nullptr), d, true);
    for (const auto& s : samples) {
        if (!d.perLine) out << rowText(cellsOf(s, d, nullptr), d, false);
        else for (const auto& line : s.lines) out << rowText(cellsOf(s, d, &line), d, false);
    }
    return out;
}

inline QByteArray encoded(const QString& text, const QString& page)
{
    if (page == u"UTF-8") return text.toUtf8();
    if (page == u"UTF-16LE") return QByteArray{QStringEncoder{QStringConverter::Utf16LE}(text)};
    if (page == u"UTF-16BE") return QByteArray{QStringEncoder{QStringConverter::Utf16BE}(text)};
    QByteArray out;
    static const QHash<QChar, unsigned char> page850{{u'ä', 0x84}, {u'ö', 0x94}, {u'ü', 0x81}, {u'Ä', 0x8E}, {u'Ö', 0x99}, {u'Ü', 0x9A}, {u'ß', 0xE1}, {u'é', 0x82}};
    for (const QChar c : text) {
        if (c.unicode() < 0x80) out += static_cast<char>(c.unicode());
        else if (page == u"CP850") out += static_cast<char>(page850.value(c, '?'));
        else if (c == QChar{0x20AC}) out += static_cast<char>(page == u"CP1252" ? 0x80 : 0xA4);
        else out += static_cast<char>(c.unicode());
    }
    return out;
}

inline QByteArray fileOf(const QStringList& rows, const Dialect& d) { return d.mark + encoded(rows.join(d.lineEnd) + d.lineEnd, d.page); }

inline QByteArray profileOf(const Dialect& d)
{
    if (!d.ready.isEmpty()) {
        QFile file{QStringLiteral(TRESEN_SOURCE_DIR "/resources/profiles/import_%1.json").arg(d.ready)};
        if (!file.open(QIODevice::ReadOnly)) qFatal("cannot open %s", qUtf8Printable(file.fileName()));
        return file.readAll();
    }
    QJsonObject out{{u"version"_s, 1}, {u"name"_s, QString::fromLatin1(d.name)}, {u"code_page"_s, d.page}, {u"header"_s, d.header}, {u"number"_s, d.number}, {u"dates"_s, QJsonArray{d.date}}};
    QJsonArray columns, widths;
    const Sample any = samples(1, 1, d).front();
    int place = 0;
    for (const auto& cell : cellsOf(any, d, d.perLine ? &any.lines.front() : nullptr)) {
        QJsonObject column{{u"field"_s, cell.field}};
        ++place;
        if (d.header) column[u"titles"_s] = QJsonArray{cell.german};
        else column[u"column"_s] = place;
        if (cell.field == u"sign") column[u"words"_s] = QJsonObject{{u"S"_s, u"+"_s}, {u"H"_s, u"-"_s}};
        columns << column;
        widths << cell.width;
    }
    out[u"columns"_s] = columns;
    if (d.separator.isEmpty()) out[u"widths"_s] = widths;
    else { out[u"separator"_s] = d.separator; out[u"quote"_s] = d.quote; }
    if (d.perLine) { out[u"rows"_s] = u"line"_s; out[u"sums"_s] = d.add ? u"add"_s : u"total"_s; }
    return QJsonDocument{out}.toJson();
}

} // namespace table_samples
