#include "app/adapters/workshop/einvoice/pdf_reader.h"
#include "app/adapters/workshop/einvoice/pdf_text.h"
#include "app/core/confine.h"
#include "app/core/limits.h"
#include <QDataStream>
#include <QIODevice>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

constexpr auto kWire = QDataStream::Qt_6_0;
constexpr quint32 kMagic = 0x54504446;
constexpr qint64 kMaxAnswer = limits::kMaxAttachment + 4 * limits::kMaxPdfText + 64 * 1024;
constexpr std::array kCodes{"pdf.damaged"_L1, "pdf.encrypted"_L1, "pdf.attachment_too_large"_L1};

bool holdsNone(const Result<PdfInvoice>& read) { return !read && read.error().code == u"pdf.no_invoice"; }

QByteArray packed(const Result<PdfInvoice>& read, const PdfText& text)
{
    QByteArray out;
    QDataStream stream{&out, QIODevice::WriteOnly};
    stream.setVersion(kWire);
    const bool readable = read.ok() || holdsNone(read);
    stream << kMagic << readable;
    if (!readable) {
        stream << read.error().code << read.error().detail;
        return out;
    }
    stream << read.ok();
    if (read) stream << read.value().xml << read.value().attachment << read.value().severalInvoices;
    stream << text.text << text.isWhole;
    return out;
}

// What the child says is as foreign as the file it has read: nothing in it is taken as given.
Result<PdfContent> unpacked(const QByteArray& answer)
{
    const Error odd{Fault::Invalid, u"pdf.too_costly"_s, {}};
    QDataStream stream{answer};
    stream.setVersion(kWire);
    quint32 magic = 0;
    bool ok = false;
    stream >> magic >> ok;
    if (stream.status() != QDataStream::Ok || magic != kMagic) return odd;
    if (!ok) {
        QString code, detail;
        stream >> code >> detail;
        const bool known = std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
        return stream.status() == QDataStream::Ok && known ? Error{Fault::Invalid, code, detail.left(limits::kMaxCode)} : odd;
    }
    PdfContent out;
    bool holdsOne = false;
    stream >> holdsOne;
    if (holdsOne) {
        constexpr qsizetype kMaxFileName = 255;
        auto& invoice = out.invoice.emplace();
        stream >> invoice.xml >> invoice.attachment >> invoice.severalInvoices;
        if (invoice.xml.size() > limits::kMaxAttachment) return odd;
        invoice.attachment.truncate(kMaxFileName);
    }
    stream >> out.text >> out.isWholeText;
    if (stream.status() != QDataStream::Ok || !stream.atEnd() || out.text.size() > limits::kMaxPdfText) return odd;
    return out;
}

} // namespace

Result<PdfContent> readAttachmentHere(const QByteArray& bytes)
{
    auto inside = invoiceInPdf(bytes);
    if (holdsNone(inside)) return PdfContent{};
    if (!inside) return inside.error();
    return PdfContent{std::move(inside).value(), {}, false};
}

int runPdfChild()
{
    confineThisProcess({limits::kPdfMemory, limits::kPdfOpenFiles});
    for (;;) {
        const auto bytes = helper::nextRequest(limits::kMaxInvoiceFile);
        if (!bytes) return bytes.error().fault == Fault::NotFound ? 0 : 1;
        allowProcessor(limits::kPdfCpuS);
        const auto read = invoiceInPdf(bytes.value());
        if (!helper::answer(packed(read, read || holdsNone(read) ? textOfPdf(bytes.value()) : PdfText{}))) return 1;
    }
}

PdfHelpers::PdfHelpers(Options options) : m_options{std::move(options)} {}

Result<PdfHelpers::Helper> PdfHelpers::take()
{
    {
        const std::lock_guard guard{m_lock};
        if (!m_idle.empty()) {
            auto helper = std::move(m_idle.back());
            m_idle.pop_back();
            return helper;
        }
    }
    auto started = HelperProcess::start(m_options.program, m_options.arguments);
    if (!started) return Error{Fault::Unreachable, u"pdf.reader"_s, started.error().code};
    Helper helper{std::move(started).value(), 0};
    // A first word, so that what cannot work at all is not blamed on a file: no file at all is damaged, says a child in good health.
    const auto word = helper.process->ask({}, limits::kPdfDeadlineMs, kMaxAnswer);
    const auto said = word ? unpacked(word.value()) : Result<PdfContent>{word.error()};
    if (said || said.error().code != u"pdf.damaged") return Error{Fault::Unreachable, u"pdf.reader"_s, word ? u"helper.odd"_s : word.error().code};
    return helper;
}

Result<PdfContent> PdfHelpers::read(const QByteArray& bytes)
{
    auto taken = take();
    if (!taken) return taken.error();
    auto& helper = taken.value();
    ++helper.files;
    const auto answer = helper.process->ask(bytes, m_options.deadlineMs > 0 ? m_options.deadlineMs : limits::kPdfDeadlineMs, kMaxAnswer);
    if (!answer) return Error{Fault::Invalid, u"pdf.too_costly"_s, answer.error().code};
    auto content = unpacked(answer.value());
    const int most = m_options.filesPerHelper > 0 ? m_options.filesPerHelper : limits::kPdfFilesPerHelper;
    const bool odd = !content && content.error().code == u"pdf.too_costly";
    if (odd || helper.files >= most) return content;
    const std::lock_guard guard{m_lock};
    m_idle.push_back(std::move(helper));
    return content;
}

std::vector<qint64> PdfHelpers::processIds()
{
    const std::lock_guard guard{m_lock};
    std::vector<qint64> out;
    for (const auto& helper : m_idle) out.push_back(helper.process->processId());
    return out;
}

} // namespace tresen::adapters::einvoice
