#include "app/services/diagnosis.h"
#include "app/core/async.h"
#include "app/core/limits.h"
#include "app/core/redact.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSysInfo>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

// Of these only stands that they are set: they name a person, an account, or hold what nobody needs to read.
bool isPrivate(const domain::SettingDef& def)
{
    using T = domain::SettingType;
    switch (def.type) {
    case T::Iban:
    case T::IbanList:
    case T::Bic:
    case T::Email:
    case T::Image:
    case T::List:
    case T::LongText: return true;
    case T::Text: break;
    case T::Folder:
    case T::Number:
    case T::Amount:
    case T::Choice:
    case T::Flag:
    case T::Color: return false;
    }
    static const QStringList harmless{u"source.system"_s, u"portal.methods"_s, u"mail.host"_s, u"printer.name"_s, u"receive.address"_s, u"training.address"_s};
    return !harmless.contains(def.key) && !def.key.endsWith(u".base_url");
}

// The folder of a person on this computer is called by the name.
QString withoutPerson(const QString& text)
{
    static const QRegularExpression unixHome{uR"((?<![\w/])((?:/home|/Users)/)[^/\s"')]+)"_s}, windowsHome{uR"((?<!\w)([A-Za-z]:[/\\]Users[/\\])[^/\\"'\n]+)"_s};
    auto out = redacted(text);
    return out.replace(unixHome, u"\\1(user)"_s).replace(windowsHome, u"\\1(user)"_s);
}

QJsonObject settingsOf(const domain::SettingValues& values)
{
    QJsonObject out;
    for (const auto& def : domain::settingTable()) {
        const auto value = values.value(def.key);
        if (!def.hidden && !value.isEmpty()) out.insert(def.key, isPrivate(def) ? u"(set)"_s : withoutPerson(value));
    }
    return out;
}

QJsonObject factsObject(const ports::StoreFacts& f)
{
    return {{u"dialect"_s, f.dialect}, {u"schema"_s, f.schema}, {u"entries"_s, f.entries}, {u"invoices"_s, f.invoices}, {u"keys"_s, f.keys},
            {u"outbox"_s, f.outbox}, {u"bytes"_s, f.bytes}, {u"newest"_s, f.newest.isNull() ? QJsonValue{} : QJsonValue{f.newest.iso()}}};
}

QJsonObject integrityObject(const std::optional<VaultReport>& report)
{
    if (!report) return {{u"checked"_s, false}};
    QJsonArray problems;
    for (const auto& problem : report->problems) problems << withoutPerson(problem);
    return {{u"checked"_s, true}, {u"ok"_s, report->ok()}, {u"entries"_s, report->entries}, {u"first_bad_seq"_s, report->firstBadSeq}, {u"problems"_s, problems}};
}

QJsonArray peersArray(const std::vector<std::pair<QString, PeerHealth>>& peers)
{
    QJsonArray out;
    for (const auto& [name, health] : peers)
        out << QJsonObject{{u"peer"_s, name}, {u"state"_s, codeOf(health.state)}, {u"code"_s, health.code}, {u"detail"_s, withoutPerson(health.detail)},
                           {u"since"_s, health.since.isNull() ? QString{} : health.since.iso()}, {u"last_error"_s, health.lastError.code}};
    return out;
}

QJsonObject logObject(const LogTail& log)
{
    QJsonArray lines;
    for (const auto& line : log.lines) lines << u"%1 %2 %3 %4"_s.arg(line.at.iso(), line.level, line.category, withoutPerson(line.text));
    return {{u"lines"_s, lines}, {u"older_left_out"_s, log.more}, {u"unreadable"_s, log.unreadable}};
}

QByteArray reportJson(const BugReportParts& p, const QJsonValue& picture)
{
    QJsonObject out{{u"report"_s, u"tresen.report/1"_s}, {u"at"_s, p.at.iso()}, {u"version"_s, p.version}, {u"qt"_s, p.qt}, {u"system"_s, redacted(p.system)},
                    {u"settings"_s, settingsOf(p.settings)}, {u"store"_s, p.facts ? QJsonValue{factsObject(*p.facts)} : QJsonValue{}},
                    {u"integrity"_s, integrityObject(p.integrity)}, {u"connections"_s, peersArray(p.peers)}, {u"log"_s, logObject(p.log)}};
    if (!picture.isNull()) out.insert(u"picture_png"_s, picture);
    return QJsonDocument{out}.toJson(QJsonDocument::Indented);
}

} // namespace

QByteArray bugReport(const BugReportParts& parts)
{
    return reportJson(parts, parts.picture.isEmpty() ? QJsonValue{} : QJsonValue{QString::fromLatin1(parts.picture.toBase64())});
}

QByteArray readableBugReport(const BugReportParts& parts)
{
    return reportJson(parts, parts.picture.isEmpty() ? QJsonValue{} : QJsonValue{u"(%1 bytes)"_s.arg(parts.picture.size())});
}

Diagnosis::Diagnosis(ports::Vault& vault, const Settings& settings, const Clock& clock, QString profile, QObject* parent)
    : QObject{parent}, m_vault{vault}, m_settings{settings}, m_clock{clock}, m_profile{std::move(profile)}
{
}

void Diagnosis::readLog(int most, Done<LogTail> done)
{
    onReady(QtConcurrent::run([profile = m_profile, most] { return readLogTail(profile, most); }), this, [done](const LogTail& tail) { done(tail); });
}

void Diagnosis::collect(Done<BugReportParts> done)
{
    readLog(limits::kLogReported, [this, done](const Result<LogTail>& log) {
        BugReportParts parts;
        parts.at = m_clock.now();
        parts.version = QStringLiteral(TRESEN_VERSION);
        parts.qt = QString::fromLatin1(qVersion());
        parts.system = QSysInfo::prettyProductName() + u' ' + QSysInfo::currentCpuArchitecture();
        parts.settings = m_settings.stored();
        if (log) parts.log = log.value();
        onReady(m_vault.facts(), this, [parts, done](const Result<ports::StoreFacts>& facts) {
            auto whole = parts;
            if (facts) whole.facts = facts.value();
            done(whole);
        });
    });
}

} // namespace tresen::services
