#include "app/adapters/mail/smtp/smtp_mailer.h"
#include "app/adapters/mail/smtp/mime.h"
#include "app/adapters/mail/smtp/smtp_session.h"
#include <QtConcurrent/QtConcurrentRun>
#include <curl/curl.h>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::smtp {

SmtpMailer::SmtpMailer(SmtpConfig config) : m_config{std::move(config)}
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    m_thread.setMaxThreadCount(1);
}

SmtpMailer::~SmtpMailer()
{
    m_stop = true;
    m_thread.waitForDone();
}

QFuture<Result<ports::MailReceipt>> SmtpMailer::send(ports::MailMessage message)
{
    return QtConcurrent::run(&m_thread, [this, message = std::move(message)]() -> Result<ports::MailReceipt> {
        if (m_stop) return Error{Fault::Unreachable, u"mail.unreachable"_s, u"the program ends"_s};
        const auto composed = composeMime(message);   // before the settings: a bad address is bad whatever they say
        if (!composed) return composed.error();
        if (const auto sound = checkedConfig(m_config); !sound) return sound.error();
        return deliver(m_config, composed.value(), m_stop);
    });
}

QFuture<Result<Ok>> SmtpMailer::probe()
{
    return QtConcurrent::run(&m_thread, [this]() -> Result<Ok> {
        if (m_stop) return Error{Fault::Unreachable, u"mail.unreachable"_s, u"the program ends"_s};
        if (const auto sound = checkedConfig(m_config); !sound) return sound.error();
        return greet(m_config, m_stop);
    });
}

} // namespace tresen::adapters::smtp
