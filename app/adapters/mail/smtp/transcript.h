// Transcript: how far a conversation with a mail server came, and what that means for the message. Fed by SmtpSession with what goes over the wire;
// pure, so that the one question that matters (has the server got the message?) is answered in one place.
#pragma once
#include "app/ports/mailer.h"

namespace tresen::adapters::smtp {

class Transcript {
public:
    enum class Stage { Connect, Hello, Tls, Login, Sender, Recipient, Data, Body, Other };

    explicit Transcript(qsizetype bodySize = 0) : m_bodySize{bodySize} {}

    void command(QByteArrayView line);     // sent by us; only its verb is looked at, nothing is kept
    void reply(QByteArrayView line);       // one line of the server
    void bodyBytes(qsizetype written);     // of the message, handed to the system

    Stage stage() const { return m_stage; }
    bool hasLoggedIn() const { return m_loggedIn; }
    bool isTaken() const { return m_taken; }                  // 2xx after the final dot
    // The whole message has left us, so the final dot may have, too. libcurl sends the message's last line end together with the dot.
    bool isGivenAway() const { return m_stage == Stage::Body && m_written >= m_bodySize - 2; }
    int code() const { return m_code; }                       // of the last complete reply; 0: none yet
    QString words() const;                                    // "450 4.2.0 try later": one line, capped

    // What a transfer that did not end well means. tls: the library says it was the encryption. detail: the library's words.
    Error failure(bool tls, bool loginDenied, const QString& detail) const;

private:
    Error refusal() const;
    qsizetype m_bodySize = 0, m_written = 0;
    Stage m_stage = Stage::Connect;
    bool m_loggedIn = false, m_taken = false;
    bool m_over = false;                                      // goodbye has been said
    bool m_answered = true;                                   // the last command has its reply
    int m_code = 0;
    QByteArray m_lines;
    QString m_words;
};

} // namespace tresen::adapters::smtp
