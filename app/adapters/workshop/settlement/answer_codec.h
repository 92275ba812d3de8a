// Answers of the workshop system to settlement records: bytes to values. Pure, fuzzed; called by SettlementFiles on its pool thread.
//
// "*.ack.json", UTF-8: {"schema": "tresen.settlement.ack/1", "answers": [{"id": "…", "status": "accepted" | "refused", "text": "…"}]}
//                      or the bare array. Complete as soon as it can be read, so a half-written one simply waits.
// "*.ack.csv": one line per answer, id;status;text (or comma, or tabulator), with or without that line as a title, in the profile's code page
//              or UTF-8. It has no end mark: write it under another name and rename it, or close it within limits::kAnswerRestMs.
// A status that is neither word is no answer: the record stays unanswered and is shown so.
#pragma once
#include "app/adapters/workshop/settlement/code_page.h"
#include "app/ports/workshop_sink.h"

namespace tresen::adapters::settlement {

struct Answers {
    std::vector<ports::SettlementAnswer> list;   // in the order of the file, at most limits::kMaxAnswersPerFile; file is left empty
    int skipped = 0;                             // entries that are none
};

// Fault::Invalid "sink.answer" when it is no such file or not complete yet.
Result<Answers> answersFromJson(const QByteArray& bytes);
Result<Answers> answersFromCsv(const QByteArray& bytes, Encoding encoding);

} // namespace tresen::adapters::settlement
