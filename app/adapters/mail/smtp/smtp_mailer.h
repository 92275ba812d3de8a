// SmtpMailer: the Mailer that speaks SMTP (RFC 5321, 6409, 8314) to the workshop's own mail server, one message at a time in a thread of its own.
// Constructed by the composition root anew whenever the settings change.
#pragma once
#include "app/adapters/mail/smtp/smtp_config.h"
#include "app/ports/mailer.h"
#include <QThreadPool>
#include <atomic>

namespace tresen::adapters::smtp {

class SmtpMailer final : public ports::Mailer {
public:
    explicit SmtpMailer(SmtpConfig config);
    ~SmtpMailer() override;   // breaks off what is under way; everything asked for is answered before it returns

    // From any thread. A retry of the same message sends the same bytes.
    QFuture<Result<ports::MailReceipt>> send(ports::MailMessage message) override;
    QFuture<Result<Ok>> probe() override;

private:
    const SmtpConfig m_config;
    std::atomic<bool> m_stop = false;
    QThreadPool m_thread;
};

} // namespace tresen::adapters::smtp
