#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/adapters/workshop/einvoice/cii_reader.h"
#include "app/adapters/workshop/einvoice/ledger_reader.h"
#include "app/adapters/workshop/einvoice/pdf_proposal.h"
#include "app/adapters/workshop/einvoice/pdf_totals.h"
#include "app/adapters/workshop/einvoice/ubl_reader.h"
#include "app/core/limits.h"
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

struct Syntax {
    std::string_view root;   // local name
    QStringView name;
};

// In the order of vocabularies().
constexpr std::array kSyntaxes{Syntax{"CrossIndustryInvoice", u"cii"}, Syntax{"CrossIndustryDocument", u"zf1"}, Syntax{"Invoice", u"ubl"}, Syntax{"CreditNote", u"ubl-cn"},
                               Syntax{"LedgerImport", u"datev-xml"}, Syntax{"LedgerImport", u"datev-xml"}};
constexpr int kLedgers = 4;   // from here on a file may hold many invoices

std::array<Vocabulary, kSyntaxes.size()> vocabularies()
{
    return {ciiVocabulary(false), ciiVocabulary(true), ublVocabulary(false), ublVocabulary(true), ledgerVocabulary(false), ledgerVocabulary(true)};
}

Result<XmlTree> knownTree(QByteArrayView bytes)
{
    auto tree = XmlTree::parse(bytes, vocabularies());
    if (!tree) return tree;
    const auto which = tree.value().vocabulary();
    const auto rootName = tree.value().rootName();
    if (which >= 0 && tree.value().rootLocalName() == kSyntaxes[static_cast<std::size_t>(which)].root) return tree;
    return Error{Fault::Invalid, u"invoice.unsupported"_s, QString::fromUtf8(rootName.data(), static_cast<qsizetype>(rootName.size())).left(limits::kMaxCode)};
}

Result<ports::InvoiceDocument> readDocument(const XmlTree& tree)
{
    const auto which = tree.vocabulary();
    Result<ports::InvoiceDocument> out{ports::InvoiceDocument{}};   // filled in place: the record is large
    auto& document = out.value();
    auto& invoice = document.invoice;
    Reading r{invoice};
    const auto root = tree.root();
    if (which < 2) readCii(root, which == 1, r);
    else readUbl(root, which == 3, r);
    if (r.refusal()) return *r.refusal();

    if (invoice.number.isEmpty()) r.warn(u"number.missing"_s);
    if (invoice.typeCode.isEmpty()) r.warn(u"type.missing"_s);
    if (!invoice.ibans.isEmpty()) invoice.iban = invoice.ibans.first();
    r.vehicle.takeReference(invoice.salesOrderRef);
    r.vehicle.give(invoice);
    document.warnings = domain::noticesOf(invoice) + r.warnings();
    document.container = u"xml"_s;
    document.syntax = kSyntaxes[static_cast<std::size_t>(which)].name.toString();
    return out;
}

Result<std::vector<ports::Arrived>> readXml(QByteArrayView bytes)
{
    const auto tree = knownTree(bytes);
    if (!tree) return tree.error();
    if (tree.value().vocabulary() >= kLedgers) return readLedger(tree.value().root());
    auto document = readDocument(tree.value());
    if (!document) return document.error();
    auto number = document.value().invoice.number;
    std::vector<ports::Arrived> one;
    one.push_back({0, std::move(document), std::move(number)});
    return one;
}

Result<Ok> checkSize(const QByteArray& bytes)
{
    if (bytes.isEmpty()) return Error{Fault::Invalid, u"file.empty"_s, {}};
    if (bytes.size() > limits::kMaxInvoiceFile) return Error{Fault::Invalid, u"file.too_large"_s, QString::number(bytes.size())};
    return Ok{};
}

} // namespace

Result<std::vector<ports::Arrived>> EInvoiceReader::readAll(const QByteArray& bytes, const QString& name) const
{
    if (const auto fits = checkSize(bytes); !fits) return fits.error();
    return looksLikePdf(bytes) ? WorkshopSource::readAll(bytes, name) : readXml(bytes);
}

Result<ports::InvoiceDocument> EInvoiceReader::read(const QByteArray& bytes, const QString& name) const
{
    Q_UNUSED(name)
    if (!looksLikePdf(bytes) || bytes.size() > limits::kMaxInvoiceFile) {   // the content decides, not the name
        if (const auto fits = checkSize(bytes); !fits) return fits.error();
        const auto tree = knownTree(bytes);
        if (!tree) return tree.error();
        if (tree.value().vocabulary() < kLedgers) return readDocument(tree.value());   // not by way of a list: the record is large
        auto all = readLedger(tree.value().root());
        if (!all) return all.error();
        return std::move(all.value().front().document);
    }
    const auto inside = m_pdf(bytes);
    if (!inside) return inside.error();
    const auto& content = inside.value();
    if (!content.invoice) return Error{Fault::Invalid, u"pdf.no_invoice"_s, {}};
    auto all = readXml(content.invoice->xml);
    if (!all) return all.error();
    if (all.value().size() > 1) return Error{Fault::Invalid, u"invoice.unsupported"_s, content.invoice->attachment.left(limits::kMaxCode)};
    auto out = std::move(all.value().front().document);
    if (!out) return out;
    out.value().container = u"pdf"_s;
    out.value().attachment = content.invoice->attachment;
    if (content.invoice->severalInvoices) out.value().warnings << u"pdf.several_invoices"_s;
    if (domain::namesAssignment(content.text)) out.value().warnings << u"payee.assigned"_s;   // a stamp on the page that the data know nothing of
    out.value().warnings += content.isWholeText ? noticesOfText(out.value().invoice, content.text) : QStringList{u"totals.not_compared"_s};   // the total may stand on what was left out
    return out;
}

domain::InvoiceEntry EInvoiceReader::proposed(const QByteArray& bytes, const QString& name) const
{
    Q_UNUSED(name)
    if (bytes.size() > limits::kMaxInvoiceFile || !looksLikePdf(bytes)) return {};
    const auto inside = m_pdf(bytes);
    return inside ? proposalIn(inside.value().text) : domain::InvoiceEntry{};
}

} // namespace tresen::adapters::einvoice
