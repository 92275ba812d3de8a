// diagnose: every self-test as one line, and the report for support when a file is named
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/main/command.h"
#include "app/main/self_tests.h"
#include "app/services/diagnosis.h"
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

// One after the other; lives until the last has answered.
class Examination final : public QObject {
public:
    Examination(House& house, QString bundle, Finish finish)
        : QObject{&house}, m_house{house}, m_bundle{std::move(bundle)}, m_finish{std::move(finish)}, m_tests{house},
          m_diagnosis{*house.journal, *house.settings, house.clock(), house.profile()}
    {
    }

    void begin()
    {
        for (const auto& name : SelfTests::names()) m_left.push_back(name);
        next();
    }

private:
    void next()
    {
        if (m_left.empty()) return checkFolders();
        const auto name = m_left.front();
        m_left.erase(m_left.begin());
        m_tests.run(name, [this, name](const Result<Ok>& done) {
            note(name, done);
            next();
        });
    }

    void checkFolders()
    {
        for (const auto& [peer, key, code] : {std::tuple{u"source"_s, u"source.folder"_s, u"source.folder"_s}, std::tuple{u"writeback"_s, u"writeback.folder"_s, u"sink.folder"_s}}) {
            const auto folder = m_house.settings->value(key);
            if (folder.isEmpty()) continue;
            note(peer, QFileInfo{folder}.isDir() ? Result<Ok>{Ok{}} : Result<Ok>{Error{Fault::Unreachable, code, folder}});
        }
        if (!m_house.settings->policy().mail) return verify();
        m_house.mails->probe([this](const Result<Ok>& answered) {
            note(u"mail"_s, answered);
            verify();
        });
    }

    void verify()
    {
        onReady(m_house.journal->verify(), this, [this](const Result<ports::VerifyReport>& report) {
            if (!report) note(u"store"_s, report.error());
            else note(u"store"_s, report.value().ok() ? Result<Ok>{Ok{}} : Result<Ok>{Error{Fault::Corrupt, report.value().canBeRemade() ? u"store.derived"_s : u"store.damaged"_s, report.value().problems.front()}});
            if (report) m_report = report.value();
            m_bundle.isEmpty() ? end() : bundle();
        });
    }

    void bundle()
    {
        m_diagnosis.collect([this](const Result<services::BugReportParts>& collected) {
            auto parts = collected.value();
            parts.integrity = m_report;
            parts.peers = m_found;
            const auto kept = QFileInfo::exists(m_bundle) ? Result<Ok>{Error{Fault::Conflict, u"file.exists"_s, m_bundle}} : files::writeAtomically(m_bundle, services::bugReport(parts));
            if (!kept) return finishWith(kept.error(), m_finish);
            printLine({{u"bundle"_s, m_bundle}, {u"size"_s, QFileInfo{m_bundle}.size()}});
            end();
        });
    }

    void note(const QString& name, const Result<Ok>& done)
    {
        using Is = services::PeerHealth::State;
        const auto code = done ? QString{} : done.error().code, detail = done ? QString{} : done.error().detail;
        m_bad = m_bad || !done;
        services::PeerHealth health;
        health.state = done ? Is::Good : Is::Bad;
        health.code = code;
        health.detail = detail;
        m_found.emplace_back(name, health);
        printLine({{u"test"_s, name}, {u"ok"_s, done.ok()}, {u"code"_s, code}, {u"detail"_s, detail}});
    }

    void end() { m_finish(m_report && !m_report->ok() ? Exit::Damaged : m_bad ? Exit::Refused : Exit::Done); }

    House& m_house;
    const QString m_bundle;
    const Finish m_finish;
    SelfTests m_tests;
    services::Diagnosis m_diagnosis;
    std::vector<QString> m_left;
    std::vector<std::pair<QString, services::PeerHealth>> m_found;
    std::optional<ports::VerifyReport> m_report;
    bool m_bad = false;
};

} // namespace

void runDiagnose(House& house, const Arguments& a, Finish finish)
{
    const auto file = a.has(u"--bundle"_s) ? QFileInfo{a.option(u"--bundle"_s)}.absoluteFilePath() : QString{};
    (new Examination{house, file, std::move(finish)})->begin();   // the house ends it
}

} // namespace tresen::app
