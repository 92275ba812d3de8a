// Settings: the typed values of the site (journaled) and of this desk (a file in the profile), and what the rules make of them. Where a key allows it
// (domain::SettingDef::perDesk) a value of this desk's own holds here over the site's.
#pragma once
#include "app/domain/policy.h"
#include "app/domain/setting.h"
#include "app/ports/journal.h"
#include "app/ports/paper_printer.h"
#include "app/services/agreement.h"
#include "app/services/desk_file.h"
#include "app/services/done.h"
#include <QObject>
#include <QTimer>
#include <optional>

namespace tresen::services {

class JournalFeed;

enum class SettingPlace {
    AsHeld,   // where the value comes from that holds here: the desk's own one if it has one, else where the key belongs
    Site,     // for every desk that has none of its own
    Desk      // for this desk only
};

class Settings final : public QObject {
    Q_OBJECT
public:
    // deskFile: JSON object of this desk's own values; read at once, missing is fine.
    Settings(ports::Journal& journal, QString deskFile, QObject* parent = nullptr);

    static domain::SettingValues readDesk(const QString& deskFile);   // what is needed before there is a journal
    void load(Done<Ok> done);                        // the site's values from the journal, at the start: nobody is told
    // What has been changed since, by whomever: all of it is known here before changed() is told of each that differs; then done. Also waits for one that
    // is just being stored: the journal works in order. Costs next to nothing when there is nothing.
    void look(Done<Ok> done);
    void follow(JournalFeed& feed);                  // looks by itself whenever another desk has written, or another process this desk's file
    QString value(const QString& key) const;         // what holds at this desk, with its fallback
    QString siteValue(const QString& key) const;     // what holds where a desk has none of its own, with its fallback
    bool hasOwn(const QString& key) const;           // this desk has a value of its own over the site's, perhaps an empty one
    bool isSet(const QString& key) const;
    QString siteHere() const;                        // of this desk: one of its own, or the main one
    bool isLocked(const QString& key) const;         // as things stand: a change needs a reason, see domain::isLocked()
    // unlockReason: needed to change a locked value that is set already. Refusals: see domain::normalizeSetting(), "setting.locked", "setting.reason",
    // and those of domain::checkTogether().
    // agreed: the second person a locked value needs where several people work, else "setting.two_persons".
    void set(const QString& key, const QString& value, const QString& unlockReason, Done<Ok> done, const Agreement& agreed = {});
    // Refused also "setting.site_only" and "setting.desk_only": the key cannot stand at that place. What it sets at the site need not hold here, see hasOwn().
    void setAt(SettingPlace place, const QString& key, const QString& value, const QString& unlockReason, Done<Ok> done, const Agreement& agreed = {});
    void dropOwn(const QString& key, Done<Ok> done); // the site's value holds here again; without an own one nothing happens. Refusals: of setAt()
    // One value that holds several things, such as the file forms: change makes the new one of what holds in the journal at that moment, so that two desks
    // that change different parts at once both hold. Pure; called on the database thread, perhaps more than once. Refusals: its own, and those of set().
    using Change = std::function<Result<QString>(const QString& now)>;
    void merge(const QString& key, Change change, Done<Ok> done);   // key: of the site, not locked
    void setMany(const QHash<QString, QString>& values, Done<Ok> done);   // first set-up: nothing locked may be set yet
    // What the program keeps for itself, once: the value that is there already stays, whoever has set it. Answers what holds from now on.
    void setOnce(const QString& key, const QString& value, Done<QString> done);
    // All of them or none; unlockReason and refusals as with set(). What the desk's own file took is taken back when the journal refuses.
    void changeMany(const domain::SettingValues& values, const QString& unlockReason, Done<Ok> done, const Agreement& agreed = {});   // each as held
    void changeParts(const domain::SettingParts& parts, const QString& unlockReason, Done<Ok> done, const Agreement& agreed = {});
    // Two persons, one after the other: the wish waits until somebody else confirms or rejects it, see domain::decideProposal(), decideProposalEnd().
    void propose(const QString& key, const QString& value, const QString& reason, Done<Ok> done);
    void decideProposal(const domain::Proposal& proposal, bool confirmed, Done<Ok> done);
    // Asked before a value of this desk's own file is changed, which no journal sees; look and language are free.
    void setGate(std::function<Result<Ok>(domain::Right)> gate) { m_gate = std::move(gate); }
    domain::SettingValues stored() const;            // what is set and holds here, of site and desk, without fallbacks
    domain::SettingParts parts() const;              // the same, the desk's own values apart from those of the site they hide

    domain::Policy policy() const;
    QString legalName() const;                 // the sender of sheets and files: the name alone where no legal one is set
    ports::Letterhead letterhead(const QString& language = {}) const;   // of the letter
    bool training() const { return value(QStringLiteral("profile.kind")) == QStringLiteral("sample"); }
    static domain::Policy policyOf(const domain::SettingValues& values);

Q_SIGNALS:
    void changed(const QString& key);                // here or, noticed by look(), at another desk; of the site's value also where an own one hides it
    void proposalsChanged();                         // one was made or decided here

private:
    void storeSite(const domain::SettingValues& site, const QString& unlockReason, Done<Ok> done, const Agreement& agreed);
    bool atDesk(SettingPlace place, const domain::SettingDef& def) const;
    Result<Ok> mayChangeDesk(const domain::SettingDef& def) const;
    void setHere(const domain::SettingDef& def, const std::optional<QString>& value, const Done<Ok>& done);
    void restoreDesk(const domain::SettingValues& before, const QStringList& keys);
    void takeDeskFile();                             // what another process has written into it since
    QStringList take(const ports::SiteSettings& read);   // the keys whose value is another one now
    ports::Journal& m_journal;
    std::function<Result<Ok>(domain::Right)> m_gate;
    DeskFile m_deskFile;
    QTimer m_deskTimer;                              // several touches of its folder are read once
    domain::SettingValues m_desk, m_site;
    qint64 m_seq = ports::kNoEntry;                  // how far m_site was read
};

} // namespace tresen::services
