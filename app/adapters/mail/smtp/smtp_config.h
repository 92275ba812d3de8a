// SmtpConfig: how the workshop's mail server is reached. Filled from the settings by the composition root; taken by SmtpMailer.
#pragma once
#include "app/core/limits.h"
#include "app/core/secret.h"
#include <QString>

namespace tresen::adapters::smtp {

enum class SmtpSecurity {
    None,       // readable on the way: to this machine only, unless allowPlain
    StartTls,   // submission, port 587: encrypted before anything is said, or nothing is said
    Tls         // submissions, port 465 (RFC 8314)
};

struct SmtpConfig {
    QString host;                  // name or address; empty: "mail.not_configured"
    int port = 587;
    SmtpSecurity security = SmtpSecurity::StartTls;
    bool allowPlain = false;       // somebody has decided that None may leave this machine
    QString user;                  // empty: no login
    Secret password;
    QString helloName;             // what we call ourselves; empty: the sender's domain
    QString proxy;                 // "http://host:port", "socks5h://user:password@host:port"; empty: none, whatever the environment says
    QString caFile;                // PEM, added to the system's; empty: the system's only
    int deadlineMs = limits::kMailDeadlineMs;   // of one message, from connecting to the last answer
};

} // namespace tresen::adapters::smtp
