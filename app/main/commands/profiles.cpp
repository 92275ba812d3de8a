// import --learn
#include "app/core/limits.h"
#include "app/main/command.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

QJsonArray traitLines(const ports::TableProposal& proposal)
{
    QJsonArray out;
    for (const auto& t : proposal.traits)
        out << QJsonObject{{u"what"_s, t.what}, {u"value"_s, t.value}, {u"options"_s, QJsonArray::fromStringList(t.options)}, {u"sure"_s, t.sure}, {u"why"_s, t.why}, {u"open"_s, t.open}};
    return out;
}

QJsonArray columnLines(const ports::TableProposal& proposal)
{
    QJsonArray out;
    for (std::size_t i = 0; i < proposal.columns.size(); ++i) {
        const auto& c = proposal.columns[i];
        out << QJsonObject{{u"column"_s, static_cast<int>(i) + 1}, {u"title"_s, c.title}, {u"field"_s, c.field}, {u"sure"_s, c.sure}, {u"why"_s, c.why}, {u"open"_s, c.open}};
    }
    return out;
}

// One line, whatever becomes of it: what was recognised, what is open, and whether it is kept.
QJsonObject lessonLine(const QString& file, const ports::TableProposal& proposal)
{
    QJsonArray open;
    for (const auto& t : proposal.traits)
        if (t.open) open << t.what;
    int refused = 0;
    QJsonObject reasons;
    for (const auto& row : proposal.tried.rows) {
        if (row.document) continue;
        ++refused;
        const auto& code = row.document.error().code;
        reasons[code] = reasons.value(code).toInt() + 1;
    }
    return {{u"file"_s, file}, {u"confidence"_s, proposal.confidence}, {u"open"_s, open}, {u"traits"_s, traitLines(proposal)}, {u"columns"_s, columnLines(proposal)},
            {u"rows"_s, static_cast<int>(proposal.tried.rows.size())}, {u"refused"_s, refused}, {u"reasons"_s, reasons}, {u"passed"_s, proposal.tried.passedCount},
            {u"profile"_s, QJsonDocument::fromJson(proposal.profile).object()}};
}

void keepLesson(House& house, const QString& name, const QByteArray& json, QJsonObject line, const Finish& finish)
{
    house.profiles->keep({name, {}, json}, {}, [line, finish](const Result<Ok>& kept) mutable {
        line[u"stored"_s] = kept.ok();
        if (!kept) line[u"reason"_s] = kept.error().code;
        printLine(line);
        if (!kept) return finishWith(kept.error(), finish);
        finish(Exit::Done);
    });
}

} // namespace

void learnProfile(House& house, const Arguments& a, Finish finish)
{
    const bool alone = a.words.isEmpty() && !a.has(u"--source"_s) && !a.has(u"--dry-run"_s) && !a.has(u"--undo"_s) && !a.has(u"--profile-map"_s);
    if (!alone) return finishWith(Error{Fault::Invalid, u"usage"_s, u"import --learn FILE stands alone, or with --name"_s}, finish);
    const auto file = a.option(u"--learn"_s), name = a.option(u"--name"_s);
    const bool keep = a.has(u"--name"_s);
    house.profiles->readSample(file, [&house, file, name, keep, finish](const Result<QByteArray>& sample) {
        if (!sample) return finishWith(sample.error(), finish);
        ports::TableChoices said;
        said.name = name.left(limits::kMaxProfileName);
        house.profiles->learn(sample.value(), said, [&house, file, name, keep, finish](const Result<ports::TableProposal>& proposal) {
            if (!proposal) return finishWith(proposal.error(), finish);
            auto line = lessonLine(file, proposal.value());
            if (keep && !proposal.value().isOpen()) return keepLesson(house, name, proposal.value().profile, line, finish);
            line[u"stored"_s] = false;
            if (keep) line[u"reason"_s] = u"profile.open_question"_s;
            printLine(line);
            if (keep) return finishWith(Error{Fault::Refused, u"profile.open_question"_s, name}, finish);
            finish(Exit::Done);
        });
    });
}

} // namespace tresen::app
