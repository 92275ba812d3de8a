// Every public sample invoice against its expected values. The samples are no part of the project: TRESEN_CORPUS says where they are.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/adapters/workshop/einvoice/inspect_row.h"
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;

namespace {

// RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes.
QList<QHash<QString, QString>> csv(const QString& path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto text = QString::fromUtf8(file.readAll());
    QList<QStringList> rows{{}};
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') { field += c; ++i; }
        else if (c == u'"') quoted = !quoted;
        else if (!quoted && (c == u',' || c == u'\n')) {
            rows.last() << field;
            field.clear();
            if (c == u'\n') rows << QStringList{};
        } else if (quoted || c != u'\r') field += c;
    }
    QList<QHash<QString, QString>> out;
    for (qsizetype r = 1; r < rows.size(); ++r) {
        if (rows[r].size() < rows[0].size()) continue;
        QHash<QString, QString> row;
        for (qsizetype i = 0; i < rows[0].size(); ++i) row.insert(rows[0][i], rows[r][i]);
        out << row;
    }
    return out;
}

QString folder() { return qEnvironmentVariable("TRESEN_CORPUS") + u"/einvoices/"_s; }

Result<ports::InvoiceDocument> readSample(const QString& name)
{
    QFile file{folder() + name};
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot open %s", qUtf8Printable(file.fileName()));
    return adapters::einvoice::EInvoiceReader{}.read(file.readAll(), name);
}

} // namespace

class TestEInvoiceCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("TRESEN_CORPUS")) QSKIP("TRESEN_CORPUS is not set: the public sample invoices are not tried");
    }
    void everyInvoice();
    void hostileFiles();
};

void TestEInvoiceCorpus::everyInvoice()
{
    const auto expected = csv(folder() + u"invoices.csv"_s);
    QVERIFY(expected.size() > 200);
    QStringList misses;
    QMap<QString, int> hits;
    for (const auto& row : expected) {
        const auto name = row.value(u"file"_s);
        const auto read = readSample(name);
        if (!read) {
            misses << name + u" refused: "_s + read.error().code + u' ' + read.error().detail;
            continue;
        }
        const auto got = adapters::einvoice::inspectRow(name, read);
        for (auto it = row.begin(); it != row.end(); ++it) {
            if (it.key() == u"status") continue;   // the sample list also knows "readable-but-invalid"
            if (!got.contains(it.key())) misses << u"no field "_s + it.key();
            else if (got[it.key()].toString() == it.value().simplified()) ++hits[it.key()];
            else misses << name + u' ' + it.key() + u": expected '"_s + it.value() + u"', read '"_s + got[it.key()].toString() + u'\'';
        }
    }
    for (auto it = hits.begin(); it != hits.end(); ++it) qInfo("%-16s %4d of %4d", qUtf8Printable(it.key()), it.value(), int(expected.size()));
    for (const auto& miss : misses) qWarning("%s", qUtf8Printable(miss));
    QVERIFY2(misses.isEmpty(), qPrintable(u"%1 differences, listed above"_s.arg(misses.size())));
}

void TestEInvoiceCorpus::hostileFiles()
{
    const QHash<QString, QStringList> reasons{{u"reject-unsupported"_s, {u"invoice.unsupported"_s}}, {u"reject-no-xml"_s, {u"pdf.no_invoice"_s}},
        {u"reject-incomplete"_s, {u"invoice.incomplete"_s}}, {u"reject-malformed"_s, {u"xml.malformed"_s, u"xml.encoding"_s, u"pdf.damaged"_s}}};
    const auto expected = csv(folder() + u"hostile.csv"_s);
    QVERIFY(!expected.isEmpty());
    for (const auto& row : expected) {
        const auto read = readSample(row.value(u"file"_s));
        QVERIFY2(!read.ok(), qPrintable(row.value(u"file"_s)));
        QVERIFY2(reasons.value(row.value(u"expect"_s)).contains(read.error().code), qPrintable(row.value(u"file"_s) + u' ' + read.error().code));
    }
}

QTEST_APPLESS_MAIN(TestEInvoiceCorpus)
#include "tst_einvoice_corpus.moc"
