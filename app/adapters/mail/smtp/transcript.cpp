#include "app/adapters/mail/smtp/transcript.h"
#include "app/core/limits.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::smtp {
namespace {

Transcript::Stage stageOf(QByteArrayView verb)
{
    using Stage = Transcript::Stage;
    const auto is = [verb](QByteArrayView word) { return verb.size() >= word.size() && verb.first(word.size()).compare(word, Qt::CaseInsensitive) == 0; };
    if (is("EHLO") || is("HELO")) return Stage::Hello;
    if (is("STARTTLS")) return Stage::Tls;
    if (is("AUTH")) return Stage::Login;
    if (is("MAIL")) return Stage::Sender;
    if (is("RCPT")) return Stage::Recipient;
    if (is("DATA")) return Stage::Data;
    return Stage::Other;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

} // namespace

void Transcript::command(QByteArrayView line)
{
    if (line.first(std::min<qsizetype>(line.size(), 4)).compare("QUIT", Qt::CaseInsensitive) == 0) m_over = true;
    if (m_over) return;   // libcurl takes leave after a failure, too: what is said from here on changes nothing
    m_answered = false;
    if (m_stage == Stage::Login && stageOf(line) == Stage::Other) return;   // the answers of a login have no verb
    m_stage = stageOf(line);
}

void Transcript::reply(QByteArrayView line)
{
    if (m_over) return;
    if (m_lines.size() < limits::kMaxMailReply) m_lines += line.first(std::min<qsizetype>(line.size(), limits::kMaxMailReply)).toByteArray();
    const bool coded = line.size() >= 3 && isDigit(line[0]) && isDigit(line[1]) && isDigit(line[2]);
    if (!coded || (line.size() > 3 && line[3] == '-')) return;   // RFC 5321, 4.2.1: a hyphen says that more lines follow
    m_code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    m_answered = true;
    m_words = QString::fromUtf8(m_lines).simplified().left(limits::kMaxMailReply);
    m_lines.clear();
    if (m_stage == Stage::Login && m_code / 100 == 2) m_loggedIn = true;
    if (m_stage == Stage::Data && m_code == 354) {
        m_stage = Stage::Body;
        m_answered = false;
    } else if (m_stage == Stage::Body) {
        m_taken = m_code / 100 == 2 && isGivenAway();
    }
}

void Transcript::bodyBytes(qsizetype written) { m_written += written; }

QString Transcript::words() const
{
    QString out;
    for (const QChar c : m_words)
        if (c.category() != QChar::Other_Control) out += c;
    return out;
}

Error Transcript::refusal() const
{
    if (m_code / 100 == 4) return {Fault::Unreachable, u"mail.greylisted"_s, words()};
    // Login wanted or denied (RFC 4954, 6), whichever command hears of it.
    if (m_stage == Stage::Login || m_code == 530 || m_code == 534 || m_code == 535 || m_code == 538) return {Fault::Refused, u"mail.auth"_s, words()};
    // 552 may also be a full mailbox, which is the recipient's; at the sender it answers the announced size (RFC 1870).
    if (m_code == 552 && (m_stage == Stage::Sender || m_words.contains(u"5.3.4"_s))) return {Fault::Refused, u"mail.too_large"_s, words()};
    return {Fault::Refused, u"mail.rejected"_s, words()};
}

Error Transcript::failure(bool tls, bool loginDenied, const QString& detail) const
{
    const bool refused = m_answered && (m_code / 100 == 4 || m_code / 100 == 5);
    const auto what = detail.simplified().left(limits::kMaxMailReply);
    if (isGivenAway()) {
        if (refused) return refusal();
        return {Fault::Timeout, u"mail.unclear"_s, what};
    }
    if (tls || m_stage == Stage::Tls) return {Fault::Unreachable, u"mail.tls"_s, what};
    if (refused) return refusal();
    if (loginDenied) return {Fault::Refused, u"mail.auth"_s, what};
    return {Fault::Unreachable, u"mail.unreachable"_s, what};
}

} // namespace tresen::adapters::smtp
