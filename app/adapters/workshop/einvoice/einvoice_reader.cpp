#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/adapters/workshop/einvoice/cii_reader.h"
#include "app/adapters/workshop/einvoice/pdf_attachment.h"
#include "app/adapters/workshop/einvoice/safe_xml.h"
#include "app/adapters/workshop/einvoice/ubl_reader.h"
#include "app/core/limits.h"
#include <array>
#include <optional>
#include <pugixml.hpp>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

enum class Syntax { Cii, Zugferd1, UblInvoice, UblCreditNote };

struct RootName {
    std::string_view uri, local;
    Syntax syntax;
    QStringView name;
};

constexpr std::array kRoots{RootName{kCiiRoot, "CrossIndustryInvoice", Syntax::Cii, u"cii"}, RootName{kZf1Root, "CrossIndustryDocument", Syntax::Zugferd1, u"zf1"},
    RootName{kUblInvoiceRoot, "Invoice", Syntax::UblInvoice, u"ubl"}, RootName{kUblCreditNoteRoot, "CreditNote", Syntax::UblCreditNote, u"ubl-cn"}};

// The invoice syntax by namespace and local name of the root, whatever its prefix.
std::optional<RootName> rootOf(pugi::xml_node root)
{
    const std::string_view name{root.name()};
    const auto colon = name.find(':');
    const std::string declaration = colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string{name.substr(0, colon)};
    const std::string_view local = colon == std::string_view::npos ? name : name.substr(colon + 1);
    const std::string_view uri{root.attribute(declaration.c_str()).value()};
    for (const auto& known : kRoots)
        if (known.local == local && known.uri == uri) return known;
    return std::nullopt;
}

Result<ports::InvoiceDocument> readXml(QByteArrayView bytes)
{
    auto text = safeXml(bytes);
    if (!text) return text.error();
    pugi::xml_document tree;
    const auto parsed = tree.load_buffer_inplace(text.value().data(), text.value().size(), pugi::parse_cdata | pugi::parse_escapes, pugi::encoding_utf8);
    if (!parsed) return Error{Fault::Invalid, u"xml.malformed"_s, u"offset %1"_s.arg(parsed.offset)};
    const auto root = tree.document_element();
    const auto known = rootOf(root);
    if (!known) return Error{Fault::Invalid, u"invoice.unsupported"_s, QString::fromUtf8(root.name()).left(limits::kMaxCode)};

    const bool ubl = known->syntax == Syntax::UblInvoice || known->syntax == Syntax::UblCreditNote;
    Reading r{ubl ? ublNamespaces() : ciiNamespaces(known->syntax == Syntax::Zugferd1)};
    r.names.enter(root);
    if (ubl) readUbl(root, known->syntax == Syntax::UblCreditNote, r);
    else readCii(root, known->syntax == Syntax::Zugferd1, r);
    if (r.refusal()) return *r.refusal();

    auto& invoice = r.invoice;
    if (invoice.number.isEmpty()) r.warn(u"number.missing"_s);
    if (invoice.typeCode.isEmpty()) r.warn(u"type.missing"_s);
    if (!invoice.ibans.isEmpty()) invoice.iban = invoice.ibans.first();
    r.vehicle.takeReference(invoice.salesOrderRef);
    invoice.vehicle = r.vehicle.hint();
    ports::InvoiceDocument out;
    out.warnings = domain::noticesOf(invoice) + r.warnings();
    out.invoice = std::move(invoice);
    out.container = u"xml"_s;
    out.syntax = known->name.toString();
    return out;
}

} // namespace

Result<ports::InvoiceDocument> EInvoiceReader::read(const QByteArray& bytes, const QString& name) const
{
    Q_UNUSED(name)   // the content decides, not the name
    if (bytes.isEmpty()) return Error{Fault::Invalid, u"file.empty"_s, {}};
    if (bytes.size() > limits::kMaxInvoiceFile) return Error{Fault::Invalid, u"file.too_large"_s, QString::number(bytes.size())};
    if (!looksLikePdf(bytes)) return readXml(bytes);
    const auto inside = invoiceInPdf(bytes);
    if (!inside) return inside.error();
    auto out = readXml(inside.value().xml);
    if (!out) return out;
    out.value().container = u"pdf"_s;
    out.value().attachment = inside.value().attachment;
    if (inside.value().severalInvoices) out.value().warnings << u"pdf.several_invoices"_s;
    return out;
}

} // namespace tresen::adapters::einvoice
