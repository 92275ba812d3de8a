// Profiles: learns from a sample file how a table is to be read, and keeps what a workshop has made of it. Called by the editor and the command line;
// samples are read and tried on a thread of the pool.
#pragma once
#include "app/ports/table_source.h"
#include "app/services/done.h"
#include "app/services/own_profiles.h"
#include "app/services/settings.h"
#include <QObject>
#include <QThreadPool>

namespace tresen::services {

class Profiles final : public QObject {
    Q_OBJECT
public:
    Profiles(const ports::TableSource& tables, Settings& settings, QObject* parent = nullptr);
    ~Profiles() override;

    std::vector<OwnProfile> own() const { return readOwnProfiles(m_settings.value(settingKey())); }
    std::vector<ports::ReadyProfile> ready() const { return m_tables.readyProfiles(); }
    QStringList fields() const { return m_tables.fields(); }      // every name a column may have
    Result<QByteArray> find(const QString& name) const;           // own before ready ones, those by id or name. NotFound "profile.unknown"

    // The beginning of a file, as much as a lesson takes. Errors of files::readRegular().
    void readSample(const QString& file, Done<QByteArray> done);
    // Errors: ports::TableSource::learn().
    void learn(const QByteArray& sample, const ports::TableChoices& said, Done<ports::TableProposal> done);

    // May it be kept under this name? replaces: the own profile that is changed; empty: a new one. Refused "profile.name", "profile.name_taken",
    // "profile.too_many", "profile.too_large" (all of them together), and those of ports::TableSource::mayKeep().
    Result<Ok> check(const OwnProfile& profile, const QString& replaces) const;
    void keep(const OwnProfile& profile, const QString& replaces, Done<Ok> done);   // refusals: check(), and of the settings
    void remove(const QString& name, Done<Ok> done);                                // NotFound "profile.unknown"

    static QString settingKey() { return QStringLiteral("source.own_profiles"); }

private:
    const ports::TableSource& m_tables;
    Settings& m_settings;
    QThreadPool m_pool;
};

} // namespace tresen::services
