// SettingsKit: a store in a folder of its own, the settings over it and an intake of e-invoices, for the tests of what the first set-up works with.
#pragma once
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/services/intake.h"
#include "app/services/settings.h"
#include "app/store/sql_journal.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tresen::test {

struct SettingsKit {
    SettingsKit()
    {
        auto opened = journal.open();
        opened.waitForFinished();
        if (!opened.result()) qFatal("no store");
        if (!wait([this](auto done) { settings.load(done); })) qFatal("no settings");
        intake.setSite(QStringLiteral("Werk Süd"), QStringLiteral("WERBAS"));
    }
    QString path(const QString& name) const { return folder.filePath(name); }
    template <class F> Result<Ok> wait(F&& ask)
    {
        std::optional<Result<Ok>> out;
        ask([&out](const Result<Ok>& r) { out = r; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, 30'000)) qFatal("no answer");
        return *out;
    }
    std::vector<domain::Recorded> entries()
    {
        auto all = journal.entries(0, 1000);
        all.waitForFinished();
        return all.result().value();
    }
    QString makeFolder(const QString& name)
    {
        QDir{}.mkpath(path(name));
        return path(name);
    }
    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file{path(name)};
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write %s", qPrintable(name));
    }
    static QByteArray sample(const QString& number)
    {
        QFile file{QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices/%1.xml").arg(number)};
        if (!file.open(QIODevice::ReadOnly)) qFatal("no sample %s", qPrintable(number));
        return file.readAll();
    }

    QTemporaryDir folder;
    SystemClock clock;
    store::SqlJournal journal{config(), clock};
    services::JournalFeed feed{journal};
    services::Settings settings{journal, folder.filePath(QStringLiteral("desk.json"))};
    adapters::einvoice::EInvoiceReader reader;
    services::Intake intake{journal, feed, reader};

private:
    store::StoreConfig config() const
    {
        store::StoreConfig out;
        out.file = folder.filePath(QStringLiteral("tresen.db"));
        out.flushEveryCommit = false;   // nothing here is about power cuts
        return out;
    }
};

} // namespace tresen::test
