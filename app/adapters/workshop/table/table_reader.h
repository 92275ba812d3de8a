// TableReader: reads tables of invoices by a profile, proposes one for a sample, and knows those that come with the program. Implements the port
// for Intake and for the editor of profiles.
#pragma once
#include "app/adapters/workshop/table/table_profile.h"
#include "app/ports/table_source.h"

namespace tresen::adapters::table {

Result<Ok> mayKeepProfile(const QByteArray& json);                          // see TableSource::mayKeep()
bool hasTitlesOf(const QByteArray& bytes, const QByteArray& json);          // see TableSource::recognises()

class TableReader final : public ports::TableSource {
public:
    Result<ports::TableReading> read(const QByteArray& bytes, const QByteArray& profile) const override;
    Result<ports::TableProfileInfo> check(const QByteArray& profile) const override;
    Result<ports::TableProposal> propose(const QByteArray& bytes) const override;
    Result<ports::TableProposal> learn(const QByteArray& bytes, const ports::TableChoices& said) const override;
    Result<Ok> mayKeep(const QByteArray& profile) const override { return mayKeepProfile(profile); }
    bool recognises(const QByteArray& bytes, const QByteArray& profile) const override { return hasTitlesOf(bytes, profile); }
    QByteArray profileByHeader(const QByteArray& bytes) const override;
    QStringList fields() const override;
    std::vector<ports::ReadyProfile> readyProfiles() const override;   // "de", "de_lines", "en", "werbas", "datev"
};

Result<ports::TableReading> applyProfile(const QByteArray& bytes, const TableProfile& profile);
Result<ports::TableProposal> proposeProfile(const QByteArray& bytes, const ports::TableChoices& said, qsizetype most);   // most: bytes looked at

} // namespace tresen::adapters::table
