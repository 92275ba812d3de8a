// KeyringStore: the private file in every case; the keyring itself when the test runs within a session that has one, see sessionKeyring().
#include "app/adapters/secrets/keyring/keyring_store.h"
#include "app/adapters/secrets/keyring/secret_file.h"
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::secrets;
using ports::SecretPlace;

namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

// The answer, while the event loop runs that brings it.
template <class T>
Result<T> of(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 15'000)) return Error{Fault::Internal, u"no answer"_s, {}};
    return future.resultCount() > 0 ? future.result() : Result<T>{Error{Fault::Internal, u"cancelled"_s, {}}};
}

QString said(const Result<Secret>& result) { return result ? result.value().reveal() : u"!"_s + result.error().code; }
QString said(const Result<Ok>& result) { return result ? u"ok"_s : u"!"_s + result.error().code; }

} // namespace

class TestKeyringStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void fileKeepsAndRemoves();
    void fileIsPrivate();
    void names_data();
    void names();
    void tooLong();
    void damagedFile_data();
    void damagedFile();
    void fileOthersMayRead();
    void fileThatIsALink();
    void unwritableFolder();
    void manyAtOnce();
    void noKeyringAtAll();
    void sessionKeyring();

private:
    KeyringConfig fileOnly() const
    {
        KeyringConfig config;
        config.file = m_path;
        config.fileOnly = true;
        return config;
    }
    void put(const QByteArray& bytes) const
    {
        QFile file{m_path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    QByteArray raw() const
    {
        QFile file{m_path};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestKeyringStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"secrets.json"_s);
}

void TestKeyringStore::fileKeepsAndRemoves()
{
    const QString odd = u"pässwort \"'\\ \n\t€ 𝄞"_s;
    {
        KeyringStore store{fileOnly()};
        QCOMPARE(store.place(), SecretPlace::PrivateFile);
        QCOMPARE(said(of(store.read(u"portal.key"_s))), QString{});
        QVERIFY(!QFileInfo::exists(m_path));   // asking makes no file
        QCOMPARE(said(of(store.write(u"portal.key"_s, Secret{}))), u"ok"_s);
        QVERIFY(!QFileInfo::exists(m_path));   // nor does removing what is not there
        QCOMPARE(said(of(store.write(u"portal.key"_s, Secret{odd}))), u"ok"_s);
        QCOMPARE(said(of(store.write(u"mail.password"_s, Secret{u"two"_s}))), u"ok"_s);
        QCOMPARE(said(of(store.write(u"mail.password"_s, Secret{u"three"_s}))), u"ok"_s);
    }
    KeyringStore store{fileOnly()};
    QCOMPARE(said(of(store.read(u"portal.key"_s))), odd);
    QCOMPARE(said(of(store.read(u"mail.password"_s))), u"three"_s);
    QCOMPARE(said(of(store.write(u"portal.key"_s, Secret{}))), u"ok"_s);
    QCOMPARE(said(of(store.read(u"portal.key"_s))), QString{});
    QVERIFY(!raw().contains("portal.key"));
    QCOMPARE(said(of(store.read(u"mail.password"_s))), u"three"_s);
}

void TestKeyringStore::fileIsPrivate()
{
    KeyringStore store{fileOnly()};
    for (const QString& value : {u"one"_s, u"two"_s}) {   // the second time the file is there already
        QCOMPARE(said(of(store.write(u"a"_s, Secret{value}))), u"ok"_s);
        QCOMPARE(QFileInfo{m_path}.permissions(), kOwnerOnly);
    }
    QCOMPARE(QDir{m_folder->path()}.entryList(QDir::Files | QDir::Hidden), QStringList{u"secrets.json"_s});
}

void TestKeyringStore::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("taken");
    QTest::newRow("plain") << u"portal.mollie-1_key"_s << true;
    QTest::newRow("longest") << QString(60, u'a') << true;
    QTest::newRow("too long") << QString(61, u'a') << false;
    QTest::newRow("empty") << QString{} << false;
    QTest::newRow("upper case") << u"Portal"_s << false;
    QTest::newRow("blank") << u"a b"_s << false;
    QTest::newRow("path") << u"../a"_s << false;
    QTest::newRow("umlaut") << u"schlüssel"_s << false;
    QTest::newRow("line break") << u"a\n"_s << false;
    QTest::newRow("NUL") << QString{u"a"_s + QChar{u'\0'}} << false;
}

void TestKeyringStore::names()
{
    QFETCH(QString, name);
    QFETCH(bool, taken);
    KeyringStore store{fileOnly()};
    QCOMPARE(said(of(store.write(name, Secret{u"x"_s}))), taken ? u"ok"_s : u"!secret.name"_s);
    QCOMPARE(said(of(store.read(name))), taken ? u"x"_s : u"!secret.name"_s);
}

void TestKeyringStore::tooLong()
{
    KeyringStore store{fileOnly()};
    QCOMPARE(said(of(store.write(u"a"_s, Secret{QString(limits::kMaxSecret, u'x')}))), u"ok"_s);
    QCOMPARE(said(of(store.write(u"a"_s, Secret{QString(limits::kMaxSecret + 1, u'x')}))), u"!secret.too_long"_s);
    QCOMPARE(said(of(store.write(u"a"_s, Secret{QString(limits::kMaxSecret - 1, u'x') + u'ü'}))), u"!secret.too_long"_s);   // bytes count
    QCOMPARE(of(store.read(u"a"_s)).value().reveal().size(), limits::kMaxSecret);
}

void TestKeyringStore::damagedFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = R"({"format":"tresen-secrets-1","secrets":{"a":"b"}})";
    QTest::newRow("empty") << QByteArray{};
    QTest::newRow("cut") << whole.chopped(3);
    QTest::newRow("rubbish") << QByteArray{"\x00\xff\xfe rubbish", 11};
    QTest::newRow("another format") << QByteArray{R"({"format":"tresen-secrets-2","secrets":{"a":"b"}})"};
    QTest::newRow("no secrets") << QByteArray{R"({"format":"tresen-secrets-1"})"};
    QTest::newRow("list") << QByteArray{"[]"};
    QTest::newRow("number") << QByteArray{R"({"format":"tresen-secrets-1","secrets":{"a":5}})"};
    QTest::newRow("bad name") << QByteArray{R"({"format":"tresen-secrets-1","secrets":{"A B":"x"}})"};
    QTest::newRow("too large") << QByteArray(limits::kMaxSecretFile + 1, ' ');
}

// It is told, and what lies there is not touched.
void TestKeyringStore::damagedFile()
{
    QFETCH(QByteArray, bytes);
    put(bytes);
    KeyringStore store{fileOnly()};
    QCOMPARE(said(of(store.read(u"a"_s))), u"!secret.file"_s);
    QCOMPARE(of(store.read(u"a"_s)).error().fault, Fault::Corrupt);
    QCOMPARE(said(of(store.write(u"a"_s, Secret{u"x"_s}))), u"!secret.file"_s);
    QCOMPARE(raw(), bytes);
}

void TestKeyringStore::fileOthersMayRead()
{
    KeyringStore store{fileOnly()};
    QCOMPARE(said(of(store.write(u"a"_s, Secret{u"x"_s}))), u"ok"_s);
    for (const auto others : {QFile::ReadGroup, QFile::WriteGroup, QFile::ReadOther, QFile::WriteOther}) {
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | others));
        QCOMPARE(said(of(store.read(u"a"_s))), u"!secret.file"_s);
        QCOMPARE(said(of(store.write(u"a"_s, Secret{u"y"_s}))), u"!secret.file"_s);
    }
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(said(of(store.read(u"a"_s))), u"x"_s);
}

void TestKeyringStore::fileThatIsALink()
{
    const QString other = m_folder->filePath(u"other.json"_s);
    put(R"({"format":"tresen-secrets-1","secrets":{"a":"b"}})");
    QVERIFY(QFile::rename(m_path, other));
    QVERIFY(QFile::link(other, m_path));
    KeyringStore store{fileOnly()};
    QCOMPARE(said(of(store.read(u"a"_s))), u"!secret.file"_s);
    QCOMPARE(said(of(store.write(u"a"_s, Secret{u"y"_s}))), u"!secret.file"_s);
    QVERIFY(QFile::remove(m_path));
    QVERIFY(QFile::rename(other, m_path));
    QCOMPARE(said(of(store.read(u"a"_s))), u"b"_s);
}

void TestKeyringStore::unwritableFolder()
{
    m_path = m_folder->filePath(u"not/there/secrets.json"_s);
    KeyringStore store{fileOnly()};
    QCOMPARE(said(of(store.read(u"a"_s))), QString{});
    QCOMPARE(said(of(store.write(u"a"_s, Secret{u"x"_s}))), u"!secret.file"_s);
}

// One after the other, in the order they were asked: none overwrites another, the last one of a name stays.
void TestKeyringStore::manyAtOnce()
{
    KeyringStore store{fileOnly()};
    std::vector<QFuture<Result<Ok>>> open;
    for (int i = 0; i < 40; ++i) open.push_back(store.write(u"n%1"_s.arg(i % 20), Secret{QString::number(i)}));
    for (const auto& future : open) QCOMPARE(said(of(future)), u"ok"_s);
    for (int i = 0; i < 20; ++i) QCOMPARE(said(of(store.read(u"n%1"_s.arg(i)))), QString::number(20 + i));
    auto late = store.read(u"n1"_s);
    {
        KeyringStore other{fileOnly()};
        late = other.read(u"n1"_s);
    }
    QVERIFY(late.isFinished());   // with or without an answer, but nobody waits for ever
}

// A session without any keyring: the file is taken, soon, and what is not in it is not there.
void TestKeyringStore::noKeyringAtAll()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) QSKIP("this session may have a keyring");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + QFile::encodeName(m_folder->filePath(u"no-bus"_s)));
    KeyringConfig config;
    config.file = m_path;
    KeyringStore store{config};
    const auto place = of(store.settled());
    QVERIFY(place && place.value() == SecretPlace::PrivateFile);
    QCOMPARE(said(of(store.write(u"portal.key"_s, Secret{u"x"_s}))), u"ok"_s);
    QCOMPARE(said(of(store.read(u"portal.key"_s))), u"x"_s);
    QVERIFY(raw().contains("portal.key"));
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

// Runs this very function again inside a bus of its own with an unlocked keyring; the inner run does the work.
void TestKeyringStore::sessionKeyring()
{
    if (!qEnvironmentVariableIsSet("TRESEN_TEST_KEYRING")) {
        const QString run = QStandardPaths::findExecutable(u"dbus-run-session"_s);
        if (run.isEmpty() || QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty()) QSKIP("no dbus-run-session or no gnome-keyring-daemon");
        QProcess inner;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TRESEN_TEST_KEYRING"_s, u"1"_s);
        environment.insert(u"HOME"_s, m_folder->path());
        environment.insert(u"XDG_DATA_HOME"_s, m_folder->path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        inner.setProcessEnvironment(environment);
        inner.setProcessChannelMode(QProcess::MergedChannels);
        inner.start(run, {u"--"_s, u"sh"_s, u"-c"_s, u"printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" sessionKeyring"_s,
                          QCoreApplication::applicationFilePath()});
        QVERIFY(inner.waitForFinished(60'000));
        const auto output = inner.readAll();
        if (output.contains("SKIP")) QSKIP(output.constData());
        QVERIFY2(inner.exitCode() == 0, output.constData());
        return;
    }
    SecretFile{m_path}.write(u"old.key"_s, Secret{u"from the file"_s}).valueOr({});
    KeyringConfig config;
    config.file = m_path;
    config.service = u"tresen-test"_s;
    KeyringStore store{config};
    const auto place = of(store.settled());
    if (!place || place.value() != SecretPlace::Keyring) QSKIP("the keyring of this session does not answer");
    QCOMPARE(store.place(), SecretPlace::Keyring);
    QCOMPARE(said(of(store.read(u"portal.key"_s))), QString{});
    QCOMPARE(said(of(store.write(u"portal.key"_s, Secret{u"schlüssel"_s}))), u"ok"_s);
    QCOMPARE(said(of(store.read(u"portal.key"_s))), u"schlüssel"_s);
    QVERIFY(!raw().contains("portal.key"));
    QCOMPARE(said(of(store.read(u"old.key"_s))), u"from the file"_s);
    QCOMPARE(said(of(store.write(u"old.key"_s, Secret{u"new"_s}))), u"ok"_s);
    QVERIFY(!raw().contains("old.key"));
    KeyringStore second{config};
    QCOMPARE(said(of(second.read(u"old.key"_s))), u"new"_s);
    QCOMPARE(said(of(second.write(u"old.key"_s, Secret{}))), u"ok"_s);
    QCOMPARE(said(of(second.write(u"old.key"_s, Secret{}))), u"ok"_s);
    QCOMPARE(said(of(store.read(u"old.key"_s))), QString{});
    QCOMPARE(said(of(store.write(u"portal.key"_s, Secret{}))), u"ok"_s);
}

QTEST_GUILESS_MAIN(TestKeyringStore)
#include "tst_keyring_store.moc"
