// Limits: every bound on what comes from outside, in one place. Sizes in bytes, times in milliseconds.
#pragma once
#include <QtGlobal>
#include <cstddef>

namespace tresen::limits {

inline constexpr qint64 kMaxInvoiceFile = 20 * 1024 * 1024;      // one file of the workshop system
inline constexpr qint64 kMaxAttachment = 20 * 1024 * 1024;       // the XML inside a hybrid PDF, unpacked
inline constexpr int kMaxFolderFiles = 200'000;                  // files remembered of the folder of new invoices; more wait until some have gone
inline constexpr int kMaxXmlDepth = 64;
inline constexpr int kMaxXmlNodes = 2'000'000;
inline constexpr int kMaxXmlAttributes = 64;                     // of one element
inline constexpr int kMaxInvoiceLines = 20'000;
inline constexpr int kMaxLedgerInvoices = 10'000;                // of one file of DATEV's interface of documents
inline constexpr int kMaxInvoiceRepeats = 1'000;                 // notes, VAT rows, preceding invoices, discount steps: kept of each
inline constexpr int kMaxInvoiceAccounts = 100;                  // accounts and payment means kept
inline constexpr int kMaxCode = 40;                              // characters of a code in an attribute
inline constexpr int kMaxTextField = 20'000;                     // characters of one text field kept
inline constexpr int kMaxPdfAttachments = 200;
inline constexpr qint64 kMaxPdfXref = 2 * 1024 * 1024;           // cross-reference streams of a foreign PDF, unpacked, all together
inline constexpr qint64 kMaxPdfStructure = 16 * 1024 * 1024;     // object streams of a foreign PDF, unpacked, all together
inline constexpr int kMaxPdfTokens = 750'000;                    // tokens of a foreign PDF read until the attachment is found
inline constexpr int kMaxPdfReads = 3;                           // bytes read from a foreign PDF, as a multiple of its size ...
inline constexpr qint64 kMaxPdfReadExtra = 8 * 1024 * 1024;      // ... plus this

inline constexpr qint64 kMaxOrderJson = 6 * 1024 * 1024;         // one posted order, with what is attached to it in base64
inline constexpr qsizetype kMaxOrderDocuments = 5;               // attached to one order; further ones are left out, as are ...
inline constexpr qint64 kMaxOrderDocument = 2 * 1024 * 1024;     // ... larger ones, bytes once decoded ...
inline constexpr qint64 kMaxOrderDocumentsAll = 4 * 1024 * 1024; // ... and what goes beyond this, all together
inline constexpr qint64 kMaxTableFile = 64 * 1024 * 1024;        // one table of the workshop system: many invoices
inline constexpr int kMaxTableRows = 100'000;                    // of one table; about 2 kB of memory each
inline constexpr int kMaxTableColumns = 500;
inline constexpr int kMaxTableCell = 20'000;                     // characters of one cell; a longer one refuses its row
inline constexpr int kMaxTableBreaks = 200;                      // line breaks inside one record
inline constexpr int kMaxTableRaw = 400;                         // characters of a row kept as it stood in the file
inline constexpr int kMaxTableAmount = 40;                       // characters of an amount
inline constexpr int kMaxTablePassed = 10'000;                   // rows that hold no invoice: that many are named, all are counted
inline constexpr int kMaxTableSample = 200;                      // rows looked at to propose a profile
inline constexpr int kMaxTableSampleText = 1024 * 1024;          // bytes looked at to propose a profile
inline constexpr int kMaxTableLesson = 256 * 1024;               // bytes of a sample that is shown while its profile is made
inline constexpr qint64 kMaxTableProfile = 256 * 1024;           // description of such a table
inline constexpr qint64 kMaxOwnProfile = 48 * 1024;              // ... that a workshop has made itself
inline constexpr int kMaxOwnProfiles = 16;
inline constexpr int kMaxOwnProfilesText = 600'000;              // characters of all of them with their names
inline constexpr int kMaxProfileName = 60;                       // characters
inline constexpr int kMaxDrawnEdge = 1'800;                      // pixels of the longer edge of a page or photo that is shown
inline constexpr qint64 kMaxKeptDocument = 15 * 1024 * 1024;     // a page somebody typed an invoice in from
inline constexpr int kMaxTableTitles = 60;                       // names of one column
inline constexpr int kMaxTableRules = 40;                        // rules for rows that hold no invoice, words of a column
inline constexpr int kMaxTableSkip = 100;                        // lines before the titles

inline constexpr int kMaxPdfTextPages = 8;                       // pages of a foreign PDF whose text is read ...
inline constexpr int kMaxPdfText = 64 * 1024;                    // ... and characters of it kept
inline constexpr int kPdfDeadlineMs = 10'000;                    // one foreign PDF in the helper process, by the clock on the wall ...
inline constexpr int kPdfCpuS = 8;                               // ... and of the processor
inline constexpr qint64 kPdfMemory = 512 * 1024 * 1024;          // what a helper process may take beyond what it starts with
inline constexpr int kPdfOpenFiles = 32;                         // fonts, mostly
inline constexpr int kPdfFilesPerHelper = 200;                   // then a fresh one takes its place

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
inline constexpr int kHttpDeadlineMs = 10'000;                   // of one request: from its first byte, and of the first one from accept
inline constexpr int kHttpMaxTarget = 2 * 1024;                  // path and query of one request
inline constexpr int kHttpMaxHeaderFields = 100;
inline constexpr int kHttpMaxFormFields = 32;                    // of a query or a form body
inline constexpr int kHttpMaxPerPeer = 8;                        // connections of one address
inline constexpr int kHttpMaxRequests = 50;                      // on one connection
inline constexpr int kHttpIdleMs = 5'000;                        // between two requests of one connection
inline constexpr int kHttpLingerMs = 1'000;                      // a refused peer may still be sending: that long its bytes are thrown away

inline constexpr int kClientDeadlineMs = 30'000;                 // of one call to a web service, the answer included
inline constexpr qint64 kClientMaxAnswer = 8 * 1024 * 1024;      // of one answer, unpacked
inline constexpr int kClientMaxWaiting = 500;                    // calls that wait for a place, all hosts together
inline constexpr std::size_t kClientMaxReaders = 16;              // hosts whose connections are kept
inline constexpr int kClientProxyKnownMs = 5 * 60 * 1000;        // then the system is asked again which proxy leads there
inline constexpr qint64 kClientReadBuffer = 128 * 1024;          // beyond it the peer has to wait for us
inline constexpr qint64 kClientMaxCaFile = 4 * 1024 * 1024;      // certificates of authorities, PEM
inline constexpr int kMaxRetryAfterMs = 15 * 60 * 1000;          // a peer that wants to be left alone for longer is asked again after this
inline constexpr int kMaxJsonDepth = 32;                         // of a portal's answer
inline constexpr int kMaxJsonValues = 200'000;                   // of it: members, elements, texts, numbers
inline constexpr int kMaxJsonNumber = 64;                        // characters of one number
inline constexpr int kMaxPortalText = 200;                       // characters of a portal's words kept
inline constexpr int kMaxPortalMovements = 200;                  // of one link
inline constexpr int kMaxPortalPages = 20;                       // of one list that is read
inline constexpr int kMaxPortalCursor = 64 * 1024;               // bytes of a portal's place in its own history
inline constexpr int kBezahlListLimit = 250;                      // newest orders looked at in one look at the list
inline constexpr int kMaxNoticesRead = 1'000;
inline constexpr int kMaxLooksKept = 1'000;                      // links nobody watches any more whose last look is remembered ...
inline constexpr qint64 kLookKeptMs = 10 * 60 * 1000;            // ... all the same when it was less long ago: longer than any look takes
inline constexpr int kMaxNotice = 256 * 1024;                    // one notice of a portal: headers and body

inline constexpr int kMaxSecret = 8 * 1024;                      // bytes of one password or key
inline constexpr int kMaxSecretName = 60;
inline constexpr int kMaxSecrets = 200;
inline constexpr qint64 kMaxSecretFile = 4 * 1024 * 1024;        // all of them, escaped as JSON
inline constexpr int kKeyringDeadlineMs = 4'000;                 // of one question to the user's keyring

inline constexpr int kMaxMailAddress = 254;                      // characters (RFC 5321, 4.5.3.1.3)
inline constexpr int kMaxMailSubject = 200;
inline constexpr qint64 kMaxMailText = 64 * 1024;                // of each part
inline constexpr qint64 kMaxMailAttachments = 10 * 1024 * 1024;  // all together, before encoding
inline constexpr qint64 kAnyWaitMs = 10LL * 366 * 24 * 3600 * 1000;   // longer than anything in the outbox waits
inline constexpr int kMaxBacklog = 10'000;                       // effects that wait, as far as they are counted
inline constexpr int kMailDeadlineMs = 60'000;                   // one message, from connecting to the last answer
inline constexpr int kMailLeaseMs = 3 * 60 * 1000;               // a message that a desk took in hand and then left lying is unclear after this
inline constexpr int kMailAttempts = 12;                         // with the growing pauses of the outbox about half an hour; then a person has to look
inline constexpr int kMaxMailReply = 500;                        // characters of a server's words kept
inline constexpr int kMaxMailLocalPart = 64;                     // before the @ of an address (RFC 5321, 4.5.3.1.1)
inline constexpr int kMaxMailName = 200;                         // characters of a person's or a file's name in a header
inline constexpr int kMaxMailId = 200;                           // of a Message-ID or Content-ID
inline constexpr int kMaxMailParts = 20;                         // pictures and attachments of one message
inline constexpr int kMailGoodbyeMs = 2'000;                     // waiting for the server's goodbye after it has taken the message
inline constexpr int kMaxMailPiece = 2'000;                      // characters of one edited text of the workshop
inline constexpr int kMaxMailTexts = 250'000;                    // of all of them: three kinds, four pieces, every language of the owner
inline constexpr int kMaxMailsSwept = 2'000;                     // kept letters and waiting effects that are compared at a start; with more nothing is swept
inline constexpr int kMaxMailRows = 40;                          // of the invoice's summary in a mail
inline constexpr qint64 kMaxMailLogo = 64 * 1024;                // it travels inside every mail

inline constexpr qint64 kTrainingMaxState = 64 * 1024 * 1024;    // the training portal's file of links
inline constexpr int kTrainingMaxLine = 64 * 1024;               // one record of it
inline constexpr int kTrainingMaxChanges = 200;                  // of one link
inline constexpr int kTrainingTryMs = 15 * 60 * 1000;            // a payment that was started and left lying
inline constexpr int kTrainingLockMs = 5'000;                    // waiting for another process that writes
inline constexpr int kPayPageUnknownPerMinute = 20;              // unknown codes of one peer, then it has to wait
inline constexpr int kPayPageRefreshS = 5;                       // a page that waits for an answer loads itself again
inline constexpr int kPayPageRefreshMaxMs = 120'000;             // but not longer than this
inline constexpr int kPayPageMaxLogo = 64 * 1024;                // it travels inside every page

inline constexpr qint64 kMaxPayload = 4 * 1024 * 1024;           // one journal entry or outbox row, as JSON
inline constexpr int kStorePageCacheKb = 16 * 1024;              // pages of the database one connection keeps in memory
inline constexpr std::size_t kMaxEventsPerDecision = 1'000;
inline constexpr std::size_t kMaxJobsPerCommit = 20'000;

inline constexpr qint64 kLogMaxFile = 2 * 1024 * 1024;           // then the next file of the log begins ...
inline constexpr int kLogFiles = 5;                              // ... and that many are kept
inline constexpr int kLogMaxText = 4'000;                        // characters of one entry
inline constexpr int kLogMaxWaiting = 5'000;                     // entries not written yet; more are counted and dropped
inline constexpr int kLogWarningWaitMs = 50;                     // how long who warns waits until it is in the file; not while the disk hangs
inline constexpr int kLogQuietMs = 10 * 60 * 1000;               // a fault that lasts is not written again within this time
inline constexpr int kLogFatalWaitMs = 1'000;                    // the same, of a program that is about to end by itself

inline constexpr qint64 kLogMaxLine = 64 * 1024;                 // bytes of one entry that is read again
inline constexpr int kLogShown = 2'000;                          // newest entries a page shows ...
inline constexpr int kLogReported = 400;                         // ... and a bug report carries
inline constexpr qint64 kDiskLow = 2LL * 1024 * 1024 * 1024;     // room left on the profile's disk: a warning below this ...
inline constexpr qint64 kDiskFull = 200LL * 1024 * 1024;         // ... and trouble below this
inline constexpr int kBackupEveryMs = 24 * 60 * 60 * 1000;       // an automatic backup is due when the newest is older ...
inline constexpr int kBackupLookMs = 15 * 60 * 1000;             // ... which is looked after this often
inline constexpr int kMaxBackupFiles = 2'000;                    // of the backup folder are looked at
inline constexpr qint64 kMaxReportPicture = 8 * 1024 * 1024;     // the window in a bug report, PNG

inline constexpr qint64 kMaxSettingsFile = 2 * 1024 * 1024;      // settings taken over from a file; the logo is the largest part
inline constexpr int kMaxSettingsDepth = 2;                      // objects within each other in it

inline constexpr int kMaxDeskText = 16'000;                       // characters of what a desk keeps for its comfort: keys, filters, columns
inline constexpr int kMaxKeyName = 40;                           // characters of one key there
inline constexpr int kUndoMs = 10'000;                           // so long what has not left the house can be taken back ...
inline constexpr int kUndoSlackMs = 2'000;                       // ... and so much longer it stays here: a way back taken in the last moment is still in time
inline constexpr int kMaxSearchedCodes = 8;                      // newest sheets of an invoice whose codes the search finds; a scan finds every one
inline constexpr int kMaxFilters = 20;                           // saved filters of a desk ...
inline constexpr int kMaxFilterName = 40;                        // ... and characters of the name of one
inline constexpr int kFilterKeys = 9;                            // the first of them have a key: Alt+1 to Alt+9
inline constexpr int kMaxFilterDays = 365;                       // "older than" in a filter
inline constexpr int kPinFirstWaitMs = 15'000;                   // after the third wrong PIN; doubles with every further one ...
inline constexpr int kPinMaxWaitMs = 5 * 60 * 1000;              // ... up to this
inline constexpr int kMaxPinHash = 200;                          // characters of an argon2id hash string
inline constexpr qint64 kMaxPinFile = 256;                       // bytes of a file that holds a PIN
inline constexpr int kMaxProposals = 50;                         // changes that wait for a second person

inline constexpr int kKeptTableGlyphs = 12'000;                  // of one font of a table kept shaped, with some for each text; about 35 bytes each
inline constexpr int kKeptLabelGlyphs = 600;                     // the same, of a label or button, which shows one text at a time
inline constexpr qsizetype kKeptCellPictures = 6 * 1024 * 1024;  // plates and signs of a table kept painted, bytes
inline constexpr qint64 kMaxSignature = 64 * 1024;                // of one drawing, SVG
inline constexpr int kMaxPickupRounds = 1'000'000;                // of stretching a code, whatever the journal says
inline constexpr int kOverridesAlone = 5;                         // keys a person lets go against the rules in one day, until a second person has to agree
inline constexpr int kOverrideReasonMin = 10;                    // characters of an override's reason
inline constexpr int kCounterLockMs = 10 * 60 * 1000;
inline constexpr int kFreshMs = 60'000;                          // green needs knowledge younger than this
inline constexpr int kStaleMs = 300'000;                         // older than this: shown as outdated

} // namespace tresen::limits
