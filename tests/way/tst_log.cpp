// The log of a day by commands: it says what support asks for, and holds no account number, mail address, password or pay link of the data.
#include "tests/sim/program.h"
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::test;

class TstLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_program = Program{m_folder.filePath(u"shop"_s)};
        QCOMPARE(m_program.run({u"demo"_s}).exit, 0);
        collectPrivate();
        liveThroughADay();
        m_text = read(u"tresen.log"_s);
        for (const auto& line : m_text.split(u'\n', Qt::SkipEmptyParts)) {
            QJsonParseError problem;
            m_entries << QJsonDocument::fromJson(line.toUtf8(), &problem).object();
            QVERIFY2(problem.error == QJsonParseError::NoError, qPrintable(line));
        }
    }

    void saysWhatHappened_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("category");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QString& level, const QString& category, const QString& text) { QTest::newRow(name) << level << category << text; };
        row("version", u"info"_s, u"tresen.app"_s, u"tresen " TRESEN_VERSION ", Qt "_s);
        row("command", u"info"_s, u"tresen.app"_s, u"command pay --cash --tendered"_s);
        row("end", u"info"_s, u"tresen.app"_s, u"exit 1"_s);
        row("store kind", u"info"_s, u"tresen.store"_s, u"SQLite, "_s);
        row("migration", u"info"_s, u"tresen.store"_s, u"schema 1 base"_s);
        row("refused file", u"warning"_s, u"tresen.intake"_s, u"refused: Rechnung "_s);
        row("refused command", u"warning"_s, u"tresen.app"_s, u"invoice.unknown (2026-0000)"_s);
        row("setting", u"info"_s, u"tresen.app"_s, u"setting changed: company.email"_s);
        row("portal", u"warning"_s, u"tresen.peers"_s, u"portal training portal."_s);
        row("other store", u"info"_s, u"tresen.store"_s, u"PostgreSQL, host 127.0.0.1, port 9, database shop"_s);
        row("no server", u"error"_s, u"tresen.store"_s, u"not opened: store.unreachable"_s);
    }
    void saysWhatHappened()
    {
        QFETCH(QString, level);
        QFETCH(QString, category);
        QFETCH(QString, text);
        for (const auto& entry : m_entries) {
            if (entry[u"level"].toString() == level && entry[u"cat"].toString() == category && entry[u"text"].toString().startsWith(text)) return;
        }
        QFAIL(qPrintable(m_text.right(4'000)));
    }

    void holdsNothingPrivate()
    {
        QVERIFY2(m_private.size() > 150, qPrintable(QString::number(m_private.size())));   // otherwise nothing was looked for
        const auto plain = bare(m_text);
        for (const auto& word : m_private) QVERIFY2(!plain.contains(bare(word)), qPrintable(word));
        QVERIFY(!m_text.contains(u'@') || m_text.contains(u"(withheld)@"));
        static const QRegularExpression mail{u"[\\w.+-]+@[\\w-]+\\.\\w+"_s};
        QVERIFY(!mail.match(m_text).hasMatch());
    }

    void isForItsOwnerOnly()
    {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(m_program.profile() + u"/log"_s) & others, QFile::Permissions{});
        QCOMPARE(QFile::permissions(m_program.profile() + u"/log/tresen.log"_s) & others, QFile::Permissions{});
    }

    void readingOnlyLeavesNothingBehind()
    {
        const Program nobody{m_folder.filePath(u"nobody"_s)};
        QCOMPARE(nobody.run({u"inspect"_s, sample()}).exit, 0);
        QVERIFY(!QFileInfo::exists(nobody.profile()));
    }

    // Nobody guesses where the journal of a workshop lives.
    void aMeaninglessAddressIsRefused_data()
    {
        QTest::addColumn<QString>("url");
        for (const auto& url : {u""_s, u"nonsense"_s, u"postgresql://db.example"_s, u"http://db.example/shop"_s, u"postgresql://kasse:geheim@db example/shop"_s})
            QTest::addRow("%s", qPrintable(url)) << url;
    }
    void aMeaninglessAddressIsRefused()
    {
        QFETCH(QString, url);
        const QTemporaryDir folder;
        QFile desk{folder.filePath(u"desk.json"_s)};
        QVERIFY(desk.open(QIODevice::WriteOnly));
        desk.write(QJsonDocument{QJsonObject{{u"store.kind"_s, u"postgres"_s}, {u"store.url"_s, url}}}.toJson());
        desk.close();
        const auto board = Program{folder.path()}.run({u"board"_s});
        QCOMPARE(board.exit, 1);
        QVERIFY2(board.messages.startsWith(u"store.url"), qPrintable(board.messages));
    }

private:
    static QString sample() { return QDir{QStringLiteral(TRESEN_SOURCE_DIR) + u"/resources/sample/invoices"_s}.entryInfoList(QDir::Files, QDir::Name).first().filePath(); }
    static QString bare(const QString& text) { return QString{text}.remove(u' ').toLower(); }
    QString read(const QString& name) const
    {
        QFile file{m_program.profile() + u"/log/"_s + name};
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
    }

    // Account numbers, mail addresses, names, tokens of the pay links: all the journal holds of them.
    void collectPrivate()
    {
        for (const auto& line : m_program.run({u"export"_s, u"journal"_s}).lines) collect({}, line[u"event"]);
        m_private << u"geheim"_s << u"DE02 1203 0000 0000 2020 51"_s << u"DE89 3704 0044 0532 0130 00"_s << u"max.muster"_s;
        m_private.remove({});
    }
    void collect(const QString& key, const QJsonValue& value)
    {
        static const QSet<QString> kPrivate{u"iban"_s, u"ibans"_s, u"debtorIban"_s, u"email"_s, u"phone"_s, u"contact"_s, u"to"_s, u"street"_s, u"token"_s, u"url"_s};
        if (value.isString() && kPrivate.contains(key)) m_private << value.toString();
        for (const auto& v : value.toArray()) collect(key, v);
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) collect(it.key(), *it);
    }

    void liveThroughADay()
    {
        const auto& p = m_program;
        QCOMPARE(p.run({u"request"_s, u"2026-4118"_s}).exit, 0);
        QCOMPARE(p.run({u"pay"_s, u"2026-4118"_s, u"--cash"_s, u"1"_s, u"--tendered"_s, u"2"_s}).exit, 0);
        QCOMPARE(p.run({u"pay"_s, u"2026-0000"_s, u"--cash"_s, u"1"_s}).exit, 1);
        QCOMPARE(p.run({u"release"_s, u"2026-4118"_s, u"--to"_s, u"Dr. Helene Vogt"_s}).exit, 1);
        QCOMPARE(p.run({u"config"_s, u"set"_s, u"company.email"_s, u"max.muster@werkstatt-müller.de"_s}).exit, 0);
        QCOMPARE(p.run({u"config"_s, u"set"_s, u"payee.iban"_s, u"DE02 1203 0000 0000 2020 51"_s}).exit, 1);
        const auto refused = m_folder.filePath(u"Rechnung max.muster@example.de DE89 3704 0044 0532 0130 00.xml"_s);
        QFile file{refused};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<Invoice><mail>max.muster@example.de</mail>");
        file.close();
        QVERIFY(p.run({u"import"_s, refused}).exit != 0);
        QCOMPARE(p.run({u"sync"_s}).exit, 0);
        QCOMPARE(p.run({u"config"_s, u"set"_s, u"store.url"_s, u"postgresql://kasse:ge%20heim@127.0.0.1:9/shop"_s}).exit, 0);
        QCOMPARE(p.run({u"config"_s, u"set"_s, u"store.kind"_s, u"postgres"_s}).exit, 0);
        QCOMPARE(p.run({u"board"_s}).exit, 4);
    }

    QTemporaryDir m_folder;
    Program m_program{{}};
    QSet<QString> m_private;
    QString m_text;
    QList<QJsonObject> m_entries;
};

QTEST_GUILESS_MAIN(TstLog)
#include "tst_log.moc"
