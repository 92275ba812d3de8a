// Limits: every bound on what comes from outside, in one place. Sizes in bytes, times in milliseconds.
#pragma once
#include <QtGlobal>

namespace tresen::limits {

inline constexpr qint64 kMaxInvoiceFile = 20 * 1024 * 1024;      // one file of the workshop system
inline constexpr qint64 kMaxAttachment = 20 * 1024 * 1024;       // the XML inside a hybrid PDF, unpacked
inline constexpr int kMaxXmlDepth = 64;
inline constexpr int kMaxXmlNodes = 2'000'000;
inline constexpr int kMaxInvoiceLines = 20'000;
inline constexpr int kMaxTextField = 20'000;                     // characters of one text field kept
inline constexpr int kMaxPdfAttachments = 200;

inline constexpr qint64 kMaxSettlementProfile = 64 * 1024;       // description of the table a workshop system wants
inline constexpr int kMaxProfileColumns = 200;
inline constexpr qint64 kMaxAnswerFile = 4 * 1024 * 1024;        // one answer file of the workshop system
inline constexpr int kMaxAnswerFiles = 1'000;                    // answer files taken per look
inline constexpr int kMaxFolderEntries = 100'000;                // names looked at in one folder
inline constexpr int kMaxAnswersPerFile = 50'000;
inline constexpr int kMaxAnswerText = 500;                       // characters of an answer kept
inline constexpr int kAnswerRestMs = 2'000;                      // a table without an end mark counts as complete after this time at rest

inline constexpr qint64 kHttpMaxHeader = 16 * 1024;
inline constexpr qint64 kHttpMaxBody = 256 * 1024;
inline constexpr int kHttpMaxConnections = 32;
inline constexpr int kHttpDeadlineMs = 10'000;

inline constexpr int kOverrideReasonMin = 10;                    // characters of an override's reason
inline constexpr int kCounterLockMs = 10 * 60 * 1000;
inline constexpr int kFreshMs = 60'000;                          // green needs knowledge younger than this
inline constexpr int kStaleMs = 300'000;                         // older than this: shown as outdated

} // namespace tresen::limits
