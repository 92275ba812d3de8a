// Bytes to text by code page, and text to rows: what is read, and what is refused with its place.
#include "app/adapters/workshop/table/table_rows.h"
#include "app/adapters/workshop/table/table_text.h"
#include "app/core/limits.h"
#include "table_samples.h"
#include <QTest>

using namespace table_samples;
using namespace tresen::adapters::table;

class TestTableText : public QObject {
    Q_OBJECT

    static QString decoded(const QByteArray& bytes, CodePage page)
    {
        const auto out = decode(bytes, page);
        return out ? out.value() : u"! "_s + out.error().code + u' ' + out.error().detail;
    }

    // Cells joined by |, rows by a line break; a problem in brackets.
    static QString rows(const QString& text, const RowForm& form)
    {
        RowReader reader{text, form};
        QStringList out;
        Record record;
        while (reader.next(record)) {
            const QStringList cells{record.cells.begin(), record.cells.end()};
            out << cells.join(u'|') + (record.problem ? u'[' + QLatin1StringView{record.problem} + u']' : QString{});
        }
        return out.join(u'\n');
    }

private Q_SLOTS:
    void fault_48_pages()
    {
        const auto text = u"äöüÄÖÜß Straße;12,34\r\n"_s;
        for (const auto& [name, page] : {std::pair{u"CP850"_s, CodePage::Cp850}, std::pair{u"CP1252"_s, CodePage::Cp1252}, std::pair{u"ISO-8859-1"_s, CodePage::Latin1},
                 std::pair{u"ISO-8859-15"_s, CodePage::Latin9}, std::pair{u"UTF-8"_s, CodePage::Utf8}, std::pair{u"UTF-16LE"_s, CodePage::Utf16Le}, std::pair{u"UTF-16BE"_s, CodePage::Utf16Be}}) {
            QCOMPARE(nameOf(page), name);
            CodePage back{};
            QVERIFY(codePageOf(name, back) && back == page);
            QCOMPARE(decoded(encoded(text, name), page), text);
        }
        CodePage none{};
        QVERIFY(!codePageOf(u"CP437", none));
    }

    void marksAndEnds()
    {
        QCOMPARE(decoded("\xEF\xBB\xBF" "a\xC3\xA4", CodePage::Utf8), u"aä"_s);
        QCOMPARE(decoded(QByteArray{"\xFF\xFE" "a\0", 4}, CodePage::Utf16Le), u"a"_s);
        QCOMPARE(decoded(QByteArray{"\xFE\xFF" "\0a", 4}, CodePage::Utf16Be), u"a"_s);
        QCOMPARE(decoded("a\r\n\x1A", CodePage::Cp850), u"a\r\n"_s);
        QCOMPARE(decoded("\x80 5", CodePage::Cp1252), u"€ 5"_s);
        QCOMPARE(decoded("\xA4 5", CodePage::Latin9), u"€ 5"_s);
    }

    void neverReplaced()
    {
        QCOMPARE(decoded("ab\nc\x81", CodePage::Cp1252), u"! text.undecodable CP1252 @4 line 2"_s);
        QCOMPARE(decoded("a\x84", CodePage::Latin1), u"! text.undecodable ISO-8859-1 @1 line 1"_s);
        QCOMPARE(decoded("M\xFCller", CodePage::Utf8), u"! text.undecodable UTF-8 @1 line 1"_s);
        QCOMPARE(decoded("a\xC0\xAF", CodePage::Utf8), u"! text.undecodable UTF-8 @1 line 1"_s);
        QCOMPARE(decoded("a\xED\xA0\x80", CodePage::Utf8), u"! text.undecodable UTF-8 @1 line 1"_s);
        QCOMPARE(decoded(QByteArray{"a\0b", 3}, CodePage::Utf16Le), u"! text.undecodable UTF-16LE @2 line 1"_s);
        QCOMPARE(decoded(QByteArray{"\x00\xD8" "a\0", 4}, CodePage::Utf16Le), u"! text.undecodable UTF-16LE @2 line 1"_s);
        QCOMPARE(decoded("M\xC3\xBCller", CodePage::Cp1252), u"! text.code_page UTF-8"_s);
        QCOMPARE(decoded("\xEF\xBB\xBF" "a", CodePage::Cp850), u"! text.code_page UTF-8"_s);
        QCOMPARE(decoded(encoded(u"Rechnung;Betrag"_s, u"UTF-16BE"_s), CodePage::Utf16Le), u"! text.code_page UTF-16BE"_s);
        QCOMPARE(decoded(encoded(u"Rechnung;Betrag"_s, u"UTF-16LE"_s), CodePage::Cp1252), u"! text.code_page UTF-16LE"_s);
    }

    void proposals()
    {
        const auto german = u"Müller;Größe\r\nJäger;Straße\r\n"_s;
        for (const auto& page : {u"CP850"_s, u"CP1252"_s, u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s}) {
            const auto out = proposeCodePage(encoded(german, page));
            QCOMPARE(nameOf(out.page), page);
            QVERIFY(out.certain);
        }
        QCOMPARE(proposeCodePage("only ascii").page, CodePage::Utf8);
        QVERIFY(!proposeCodePage("a \xE0").certain);
    }

    void rowsAndCells()
    {
        const RowForm form;
        QCOMPARE(rows(u"a;b;c\r\nd;;f\ng\rh"_s, form), u"a|b|c\nd||f\ng\nh"_s);
        QCOMPARE(rows(u"a;b;;;\n;;\n"_s, form), u"a|b\n"_s);
        QCOMPARE(rows(u"\"a;b\";\"c\"\"d\"; \"e\" ;f\"g\n"_s, form), u"a;b|c\"d|e|f\"g"_s);
        QCOMPARE(rows(u"\"one\r\ntwo\";x\ny\n"_s, form), u"one\ntwo|x\ny"_s);
        QCOMPARE(rows(u"\"a\"b;c\nd\n"_s, form), u"a[row.quote]\nd"_s);
        QCOMPARE(rows(u"a\n\"b;c\nd\n"_s, form), u"a\nb;c\nd\n[row.quote]"_s);
        QCOMPARE(rows(u"'it''s';x\n"_s, {u';', u'\'', {}}), u"it's|x"_s);
        QCOMPARE(rows(u"\"a\";b\n"_s, {u';', QChar{}, {}}), u"\"a\"|b"_s);
        QCOMPARE(rows(u"a\t b\tc\n"_s, {u'\t', u'"', {}}), u"a|b|c"_s);
        QCOMPARE(rows(QString{u"a;b"_s + QChar{0} + u"\nc\n"_s}, form).section(u'[', 1), u"row.control]\nc"_s);
    }

    void fixedWidths()
    {
        const RowForm form{{}, {}, {3, 4, 2}};
        QCOMPARE(rows(u"abcdefghi\nab   \n  a  b\n"_s, form), u"abc|defg|hi\nab\na|b"_s);
        QCOMPARE(rows(u"abcdefghij\n"_s, form), u"abc|defg|hi[row.too_many_cells]"_s);
    }

    void linesAreCounted()
    {
        const auto text = u"a\n\"b\r\nc\";d\r\ne"_s;
        const RowForm form;
        RowReader reader{text, form};
        Record record;
        QVERIFY(reader.next(record) && record.line == 1 && record.lastLine == 1 && record.ended);
        QVERIFY(reader.next(record) && record.line == 2 && record.lastLine == 3 && record.count == 2);
        QVERIFY(reader.next(record) && record.line == 4 && !record.ended);
        QVERIFY(!reader.next(record));
    }

    void fault_48_capsHold()
    {
        const auto wide = QString{limits::kMaxTableColumns + 5, u';'} + u"\nx\n"_s;
        QVERIFY(rows(wide, {}).endsWith(u"[row.too_many_cells]\nx"_s));
        const auto longCell = QString{limits::kMaxTableCell + 1, u'a'};
        QVERIFY(rows(longCell + u";b\nx\n"_s, {}).endsWith(u"|b[row.cell_too_long]\nx"_s));
        QVERIFY(rows(u'"' + longCell + u"\";b\nx\n"_s, {}).endsWith(u"|b[row.cell_too_long]\nx"_s));
        QVERIFY(rows(u'"' + QString{limits::kMaxTableBreaks + 1, u'\n'} + u"\";b\nx\n"_s, {}).endsWith(u"[row.quote]\nx"_s));
    }
};

QTEST_APPLESS_MAIN(TestTableText)
#include "tst_table_text.moc"
