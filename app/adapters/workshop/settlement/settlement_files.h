// SettlementFiles: gives settled items to the workshop system as files in a folder and reads its answers there. Called by WriteBack.
// Every run becomes two files: JSON for programs (schema in run_json.h) and a table by a profile (profile.h) for systems that read columns.
// Nothing here knows a workshop system by name: another system is another profile.
//
// - The folder must be there: it is never made, because a missing one may be a network drive that is not mounted. Files carry the folder's
//   group read permission, and none for others.
// - The table stands before the JSON; each is whole or absent. The same run writes the same names again, byte for byte the same.
// - Answers (answer_codec.h) are read from regular files named *.ack.json or *.ack.csv only; anything else in the folder is left alone.
//   A file that cannot be read yet waits; one that never can be stays where it is, is named once in the log, and its records stay unanswered.
// - done() moves answer files to "taken/" inside the folder. A file that is there already counts as moved.
#pragma once
#include "app/adapters/workshop/settlement/profile.h"
#include <QThreadPool>
#include <memory>

namespace tresen::adapters::settlement {

class SettlementFiles final : public ports::WorkshopSink {
public:
    // profile: JSON of profile.h; empty: the one that ships with the program. clock: tells how long a table of answers has been at rest.
    explicit SettlementFiles(const Clock& clock, QByteArray profile = {});
    ~SettlementFiles() override;   // waits for what is under way

    // Besides the port's failures: Invalid "sink.text" (detail: invoice, field and character that the code page cannot write),
    // Internal "sink.run" (number below 1), "sink.record". A run without records writes nothing and answers no names.
    QFuture<Result<QStringList>> write(ports::SettlementFile file, QString folder) override;
    QFuture<Result<std::vector<ports::SettlementAnswer>>> answers(QString folder) override;
    // Invalid "sink.answer" for a name that is no answer file's, NotFound "sink.answer" for one that is neither here nor taken.
    QFuture<Result<Ok>> done(QString folder, QStringList answerFiles) override;

private:
    struct Worker;
    const std::shared_ptr<Worker> m_worker;
    QThreadPool m_pool;            // one thread: a run is never written while its answers are being moved
};

} // namespace tresen::adapters::settlement
