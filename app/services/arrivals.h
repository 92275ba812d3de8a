// Arrivals: reads whatever the workshop system hands over: an e-invoice, a table by the profile of the settings, or an order in JSON. What a file is
// is told by its first bytes; only a table has nothing to be told by, so its name and the profile decide: one that was named for this run, then the
// workshop's own (by the name of the file, else by its titles), then the one of the settings. A DATEV EXTF file says itself what it is and is read as
// that whatever the settings say of tables. Intake reads through it.
#pragma once
#include "app/ports/table_source.h"
#include "app/ports/workshop_source.h"
#include "app/services/own_profiles.h"
#include <QByteArrayView>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace tresen::services {

class Arrivals final : public ports::WorkshopSource {
public:
    using OrderReader = std::function<Result<ports::InvoiceDocument>(QByteArrayView)>;   // thread-safe

    Arrivals(const ports::WorkshopSource& documents, const ports::TableSource& tables, OrderReader orders)
        : m_documents{documents}, m_tables{tables}, m_orders{std::move(orders)} {}

    // How the tables of this workshop are read from now on; empty: no table is taken, "table.no_profile".
    void setTableProfile(QByteArray json);
    void setOwnProfiles(std::vector<OwnProfile> profiles);
    void forceProfile(QByteArray json);        // every table by this one; empty: no longer
    bool hasTableProfile() const;

    // The first invoice of the file; errors as readAll().
    Result<ports::InvoiceDocument> read(const QByteArray& bytes, const QString& name) const override;
    // Errors: of ports::WorkshopSource, ports::TableSource and of the order reader; Invalid "table.no_profile" (a table, and nobody has said how
    // it is to be read), "datev.xml_online" (of DATEV's interface of documents, and not the invoice data in it: its packed file or its list; detail: what it showed), "file.archive" (packed), "table.no_rows" (no row of it holds an invoice), "table.profile_unclear" (two own profiles know it; detail: their names).
    Result<std::vector<ports::Arrived>> readAll(const QByteArray& bytes, const QString& name) const override;
    domain::InvoiceEntry proposed(const QByteArray& bytes, const QString& name) const override { return m_documents.proposed(bytes, name); }
    qint64 maxBytes(const QString& name) const override;

    static bool isTableName(const QString& name);
    // Names of files in the workshop's folder that are looked at.
    static QList<QByteArray> endings(bool tables);

private:
    Result<std::vector<ports::Arrived>> readTable(const QByteArray& bytes, const QString& name) const;
    Result<QByteArray> profileFor(const QByteArray& bytes, const QString& name) const;
    std::optional<Error> foreignKind(const QByteArray& bytes) const;

    const ports::WorkshopSource& m_documents;
    const ports::TableSource& m_tables;
    const OrderReader m_orders;
    mutable std::mutex m_lock;
    QByteArray m_profile, m_forced;   // JSON, see ports::TableSource
    std::shared_ptr<const std::vector<OwnProfile>> m_own = std::make_shared<const std::vector<OwnProfile>>();
};

// The profile the settings name: one that comes with the program, the workshop's own, or none (empty).
QByteArray tableProfileOf(const ports::TableSource& tables, const QString& choice, const QString& own);

} // namespace tresen::services
