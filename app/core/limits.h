// Limits: every bound on what comes from outside, in one place. Sizes in bytes, times in milliseconds.
#pragma once
#include <QtGlobal>
#include <cstddef>

namespace tresen::limits {

inline constexpr qint64 kMaxInvoiceFile = 20 * 1024 * 1024;      // one file of the workshop system
inline constexpr qint64 kMaxAttachment = 20 * 1024 * 1024;       // the XML inside a hybrid PDF, unpacked
inline constexpr int kMaxXmlDepth = 64;
inline constexpr int kMaxXmlNodes = 2'000'000;
inline constexpr int kMaxXmlAttributes = 64;                     // of one element
inline constexpr int kMaxInvoiceLines = 20'000;
inline constexpr int kMaxInvoiceRepeats = 1'000;                 // notes, VAT rows, preceding invoices, discount steps: kept of each
inline constexpr int kMaxInvoiceAccounts = 100;                  // accounts and payment means kept
inline constexpr int kMaxCode = 40;                              // characters of a code in an attribute
inline constexpr int kMaxTextField = 20'000;                     // characters of one text field kept
inline constexpr int kMaxPdfAttachments = 200;
inline constexpr qint64 kMaxPdfXref = 2 * 1024 * 1024;           // cross-reference streams of a foreign PDF, unpacked, all together
inline constexpr qint64 kMaxPdfStructure = 16 * 1024 * 1024;     // object streams of a foreign PDF, unpacked, all together
inline constexpr int kMaxPdfTokens = 500'000;                    // tokens of a foreign PDF read until the attachment is found
inline constexpr int kMaxPdfReads = 3;                           // bytes read from a foreign PDF, as a multiple of its size ...
inline constexpr qint64 kMaxPdfReadExtra = 8 * 1024 * 1024;      // ... plus this

inline constexpr qint64 kHttpMaxHeader = 16 * 1024;
inline constexpr qint64 kHttpMaxBody = 256 * 1024;
inline constexpr int kHttpMaxConnections = 32;
inline constexpr int kHttpDeadlineMs = 10'000;

inline constexpr qint64 kMaxPayload = 4 * 1024 * 1024;           // one journal entry or outbox row, as JSON
inline constexpr std::size_t kMaxEventsPerDecision = 1'000;
inline constexpr std::size_t kMaxJobsPerCommit = 20'000;

inline constexpr int kOverrideReasonMin = 10;                    // characters of an override's reason
inline constexpr int kCounterLockMs = 10 * 60 * 1000;
inline constexpr int kFreshMs = 60'000;                          // green needs knowledge younger than this
inline constexpr int kStaleMs = 300'000;                         // older than this: shown as outdated

} // namespace tresen::limits
