// FolderWatch: takes in what the workshop system puts into its export folder. Looks every few seconds, because change notices do not cross
// network drives; a file is taken when its size and time have stood still between two looks. Taking a file twice is harmless, see Intake.
#pragma once
#include "app/services/intake.h"
#include <QHash>
#include <QTimer>

namespace tresen::services {

class FolderWatch final : public QObject {
    Q_OBJECT
public:
    explicit FolderWatch(Intake& intake, QObject* parent = nullptr);
    void watch(const QString& folder);        // empty: stops
    void lookNow(Done<Ok> done);              // Refused "source.none": no folder is watched; Unreachable "source.folder"
    static constexpr int kLookMs = 3000;

Q_SIGNALS:
    void reachable(bool yes);                 // the folder can be read, or it has gone

private:
    struct Seen { qint64 size = -1, modifiedMs = 0; bool taken = false; };
    using Listing = QHash<QString, Seen>;
    static Result<Listing> list(const QString& folder);
    void look();
    void take(const Listing& now);

    Intake& m_intake;
    QString m_folder;
    Listing m_seen;
    QTimer m_timer;
    std::vector<Done<Ok>> m_asked;            // who waits for the look that is under way
    bool m_looking = false;
};

} // namespace tresen::services
