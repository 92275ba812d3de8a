// libFuzzer target: the composer of messages. Whatever the fields hold, it is refused, or the headers are exactly ours, every line fits the wire
// and the same fields give the same bytes.
#include "app/adapters/mail/smtp/mime.h"
#include "app/core/limits.h"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tresen;

namespace {

// Fields are parted by 0xFF, which no UTF-8 holds.
class Fields {
public:
    explicit Fields(QByteArrayView bytes) : m_rest{bytes} {}
    QByteArray next()
    {
        const auto end = m_rest.indexOf('\xFF');
        const auto field = end < 0 ? m_rest : m_rest.first(end);
        m_rest = end < 0 ? QByteArrayView{} : m_rest.sliced(end + 1);
        return field.toByteArray();
    }
    // Empty fields take the default, so that most inputs get past the checks before.
    QString text(const char* otherwise)
    {
        const auto field = next();
        return field.isEmpty() ? QString::fromUtf8(otherwise) : QString::fromUtf8(field);
    }

private:
    QByteArrayView m_rest;
};

bool isOurHeader(QByteArrayView line)
{
    for (const QByteArrayView name : {"Date: ", "From: ", "To: ", "Reply-To: ", "Subject: ", "Message-ID: <", "MIME-Version: 1.0", "Auto-Submitted: auto-generated", "Content-Language: ", "Content-Type: ",
                                      "Content-Transfer-Encoding: "})
        if (line.startsWith(name)) return true;
    return false;
}

void check(QByteArrayView bytes)
{
    constexpr qsizetype kLongest = 998;   // RFC 5322, 2.1.1
    bool inHeaders = true;
    int subjects = 0, recipients = 0;
    while (!bytes.empty()) {
        const auto end = bytes.indexOf("\r\n");
        if (end < 0) std::abort();
        const auto line = bytes.first(end);
        bytes = bytes.sliced(end + 2);
        if (line.size() > kLongest || line.startsWith('.')) std::abort();
        for (const char c : line)   // a tab may stand inside a line of quoted-printable
            if (!(c == '\t' && !inHeaders) && (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E)) std::abort();
        if (line.empty()) inHeaders = false;
        if (!inHeaders || line.startsWith(' ')) continue;
        if (!isOurHeader(line)) std::abort();
        subjects += line.startsWith("Subject: ");
        recipients += line.startsWith("To: ");
    }
    if (inHeaders || subjects != 1 || recipients != 1) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Fields in{QByteArrayView{data, static_cast<qsizetype>(size)}};
    ports::MailMessage m;
    m.date = {1'763'894'527'000};
    m.toAddress = in.text("owner@lindner.example");
    m.toName = in.text("Özlem Yıldız");
    m.subject = in.text("Ihr Fahrzeug ist fertig");
    m.fromName = in.text("Autohaus Lindner");
    m.fromAddress = in.text("service@lindner.example");
    m.replyTo = in.text("service@lindner.example");
    m.messageId = in.text("1@lindner.example");
    m.language = in.text("de");
    m.text = QString::fromUtf8(in.next());
    m.html = QString::fromUtf8(in.next());
    if (const auto picture = in.next(); !picture.isEmpty()) m.images.push_back({in.text("logo"), in.text("image/png"), picture});
    if (const auto file = in.next(); !file.isEmpty()) m.attachments.push_back({in.text("Zahlungsinformation.pdf"), in.text("application/pdf"), file});
    const auto made = adapters::smtp::composeMime(m);
    if (!made) {
        if (made.error().fault != Fault::Refused) std::abort();
        return 0;
    }
    check(made.value().bytes);
    if (made.value().to.size() > limits::kMaxMailAddress || made.value().to.count('@') != 1) std::abort();
    if (adapters::smtp::composeMime(m).value().bytes != made.value().bytes) std::abort();
    return 0;
}
