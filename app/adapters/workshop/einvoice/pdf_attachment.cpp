#include "app/adapters/workshop/einvoice/pdf_attachment.h"
#include "app/adapters/workshop/einvoice/pdf_meter.h"
#include "app/core/limits.h"
#include <algorithm>
#include <array>
#include <optional>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>
#include <set>
#include <string_view>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

// By rank: the standard the file follows last wrote its attachment under the first name.
constexpr std::array kInvoiceNames{"factur-x.xml"_L1, "xrechnung.xml"_L1, "zugferd-invoice.xml"_L1};

Error pdfError(QString code, QString detail = {})
{
    return Error{Fault::Invalid, std::move(code), std::move(detail)};
}

struct TooManyAttachments : std::runtime_error {
    TooManyAttachments() : std::runtime_error{"attachments"} {}
};

class AttachmentSearch {
public:
    struct Found {
        std::size_t rank = 0;
        QString name;
        QPDFObjectHandle stream;
    };

    void nameTree(QPDFObjectHandle top)
    {
        constexpr int kMaxNodes = 1'000;
        std::vector<QPDFObjectHandle> open{top};
        std::set<QPDFObjGen> seen;
        for (int visited = 0; !open.empty(); ++visited) {
            auto node = open.back();
            open.pop_back();
            if (visited > kMaxNodes) throw TooManyAttachments{};
            if (!node.isDictionary() || (node.isIndirect() && !seen.insert(node.getObjGen()).second)) continue;
            auto names = node.getKey("/Names");
            for (int i = 0; names.isArray() && i + 1 < names.getArrayNItems(); i += 2) fileSpec(names.getArrayItem(i + 1), names.getArrayItem(i));
            auto kids = node.getKey("/Kids");
            if (!kids.isArray()) continue;
            if (kids.getArrayNItems() > kMaxNodes) throw TooManyAttachments{};
            for (int i = kids.getArrayNItems() - 1; i >= 0; --i) open.push_back(kids.getArrayItem(i));
        }
    }

    void associatedFiles(QPDFObjectHandle files)
    {
        if (files.isDictionary()) fileSpec(files, {});
        for (int i = 0; files.isArray() && i < files.getArrayNItems(); ++i) fileSpec(files.getArrayItem(i), {});
    }

    std::optional<Found> best;
    bool several = false;

private:
    void fileSpec(QPDFObjectHandle spec, QPDFObjectHandle key)
    {
        if (!spec.isDictionary()) return;
        if (++m_count > 2 * limits::kMaxPdfAttachments) throw TooManyAttachments{};   // each may stand in both lists
        const auto name = fileName(spec, key);
        const auto at = std::find_if(kInvoiceNames.begin(), kInvoiceNames.end(), [&](QLatin1StringView n) { return name.compare(n, Qt::CaseInsensitive) == 0; });
        if (at == kInvoiceNames.end()) return;
        auto files = spec.getKey("/EF");
        if (!files.isDictionary()) return;
        for (const auto* which : {"/UF", "/F", "/Unix", "/DOS", "/Mac"}) {
            auto stream = files.getKey(which);
            if (!stream.isStream()) continue;
            offer({static_cast<std::size_t>(at - kInvoiceNames.begin()), name, stream});
            return;
        }
    }

    void offer(Found found)
    {
        if (best && best->stream.getObjGen() == found.stream.getObjGen()) return;
        several = several || best;
        if (!best || found.rank < best->rank) best = std::move(found);
    }

    static QString fileName(QPDFObjectHandle spec, QPDFObjectHandle key)
    {
        QString name;
        for (const auto* which : {"/UF", "/F", "/Unix", "/DOS", "/Mac"}) {
            auto value = spec.getKey(which);
            if (value.isString()) name = QString::fromStdString(value.getUTF8Value()).trimmed();
            if (!name.isEmpty()) break;
        }
        if (name.isEmpty() && key.isInitialized() && key.isString()) name = QString::fromStdString(key.getUTF8Value()).trimmed();
        return name.mid(qMax(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    }

    int m_count = 0;
};

class CappedSink : public Pipeline {
public:
    CappedSink() : Pipeline{"attachment", nullptr} {}
    void write(const unsigned char* data, std::size_t size) override
    {
        if (bytes.size() + static_cast<qsizetype>(size) > limits::kMaxAttachment) {
            full = true;
            throw PdfLimitReached{};
        }
        bytes.append(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    }
    void finish() override {}

    QByteArray bytes;
    bool full = false;
};

Result<PdfInvoice> unpack(AttachmentSearch& search, PdfMeter& meter)
{
    meter.enter(PdfMeter::Phase::Attachment);
    CappedSink sink;
    auto stream = search.best->stream;
    const auto tooLarge = [&] { return pdfError(u"pdf.attachment_too_large"_s, search.best->name); };
    bool filtered = false;
    bool good = false;
    try {
        good = stream.pipeStreamData(&sink, &filtered, 0, qpdf_dl_generalized, true, false);
    } catch (const std::exception&) {
        good = false;
    }
    if (sink.full || meter.isSpent()) return tooLarge();
    const bool packed = !stream.getDict().getKey("/Filter").isNull();
    if (!good || (packed && !filtered)) return pdfError(u"pdf.damaged"_s, search.best->name);
    return PdfInvoice{std::move(sink.bytes), search.best->name, search.several};
}

} // namespace

bool looksLikePdf(QByteArrayView bytes)
{
    constexpr qsizetype kHeaderWithin = 1024;
    const std::string_view head{bytes.data(), static_cast<std::size_t>(qMin(kHeaderWithin, bytes.size()))};
    return head.find("%PDF-") != std::string_view::npos;
}

Result<PdfInvoice> invoiceInPdf(const QByteArray& bytes)
{
    installMeteredFilters();
    PdfMeter meter{bytes.size()};
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        auto silent = QPDFLogger::create();
        silent->setInfo(silent->discard());
        silent->setWarn(silent->discard());
        silent->setError(silent->discard());
        pdf.setLogger(silent);
        pdf.processInputSource(meteredInput(bytes, meter));
        meter.enter(PdfMeter::Phase::Structure);
        AttachmentSearch search;
        auto root = pdf.getRoot();
        auto names = root.getKey("/Names");
        if (names.isDictionary()) search.nameTree(names.getKey("/EmbeddedFiles"));
        search.associatedFiles(root.getKey("/AF"));
        if (meter.isSpent()) return pdfError(u"pdf.damaged"_s, u"too much structure"_s);
        if (!search.best) return pdfError(u"pdf.no_invoice"_s);
        return unpack(search, meter);
    } catch (const QPDFExc& e) {
        if (meter.isSpent()) return pdfError(u"pdf.damaged"_s, u"too much structure"_s);
        if (e.getErrorCode() == qpdf_e_password) return pdfError(u"pdf.encrypted"_s);
        return pdfError(u"pdf.damaged"_s, QString::fromUtf8(e.getMessageDetail().c_str()).left(limits::kMaxCode));
    } catch (const TooManyAttachments&) {
        return pdfError(u"pdf.damaged"_s, u"more than %1 attachments"_s.arg(limits::kMaxPdfAttachments));
    } catch (const std::exception&) {   // PdfLimitReached, bad_alloc and whatever the library lets through
        return pdfError(u"pdf.damaged"_s, meter.isSpent() ? u"too much structure"_s : QString{});
    }
}

} // namespace tresen::adapters::einvoice
