"""Writes an invoice as UBL 2.1 Invoice or CreditNote (XRechnung 3.0, Peppol BIS Billing 3.0)."""
from .cii import BILLING, GUIDELINE
from .model import VAT_REASON
from .workshop import COMPANY as C, REGISTER_NOTE
from .xmlout import Xml, number

SCHEMA = "urn:oasis:names:specification:ubl:schema:xsd:"
PEPPOL = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
MEANS_NAME = {"30": "Credit transfer", "58": "SEPA credit transfer", "59": "SEPA direct debit"}


class UblWriter:
    def __init__(self, invoice, profile, credit=False):
        self.i, self.profile, self.credit = invoice, profile, credit

    def amount(self, name, value):
        self.x.leaf("cbc:" + name, value, currencyID="EUR")

    def bytes(self):
        i = self.i
        kind = "CreditNote" if self.credit else "Invoice"
        x = self.x = Xml(kind, {"": SCHEMA + kind + "-2", "cac": SCHEMA + "CommonAggregateComponents-2",
                              "cbc": SCHEMA + "CommonBasicComponents-2"})
        x.leaf("cbc:CustomizationID", PEPPOL if self.profile == "peppol" else GUIDELINE["xrechnung"])
        x.leaf("cbc:ProfileID", BILLING)
        x.leaf("cbc:ID", i.number)
        x.leaf("cbc:IssueDate", i.issued.isoformat())
        if not self.credit:
            x.leaf("cbc:DueDate", i.due_date.isoformat())
        x.leaf(f"cbc:{kind}TypeCode", i.type)
        for text, _ in i.notes:
            x.leaf("cbc:Note", text)
        if not i.one_note:
            x.leaf("cbc:Note", "#REG#" + REGISTER_NOTE)
        x.leaf("cbc:DocumentCurrencyCode", "EUR")
        x.leaf("cbc:BuyerReference", i.buyer.leitweg or "K-" + i.buyer.id)
        x.open("cac:OrderReference")
        x.leaf("cbc:ID", i.order_ref or "NA")
        x.leaf("cbc:SalesOrderID", i.order)
        x.close()
        if i.preceding:
            x.open("cac:BillingReference").open("cac:InvoiceDocumentReference")
            x.leaf("cbc:ID", i.preceding[0])
            x.leaf("cbc:IssueDate", i.preceding[1].isoformat())
            x.close(2)
        if i.object_ref:
            x.open("cac:AdditionalDocumentReference")
            x.leaf("cbc:ID", i.car.plate, schemeID="ABZ")
            x.leaf("cbc:DocumentTypeCode", "130")
            x.close()
        self._parties()
        x.leaf("cac:Delivery/cbc:ActualDeliveryDate", i.issued.isoformat())
        self._payment()
        self._sums()
        for index, line in enumerate(i.lines, 1):
            self._line(index, line)
        return x.bytes()

    def _parties(self):
        x, b = self.x, self.i.buyer
        x.open("cac:AccountingSupplierParty").open("cac:Party")
        x.leaf("cbc:EndpointID", C["mail"], schemeID="EM")
        if self.i.means == "59":
            x.leaf("cac:PartyIdentification/cbc:ID", C["creditor_id"], schemeID="SEPA")
        x.leaf("cac:PartyName/cbc:Name", C["short_name"])
        self._address(C["street"], C["city"], C["postcode"])
        self._tax_scheme(C["vat_id"])
        x.open("cac:PartyLegalEntity")
        x.leaf("cbc:RegistrationName", C["name"])
        x.leaf("cbc:CompanyID", C["register_number"])
        x.close()
        self._contact(C["advisor"], C["advisor_phone"], C["mail"])
        x.close(2)
        x.open("cac:AccountingCustomerParty").open("cac:Party")
        x.leaf("cbc:EndpointID", b.email, schemeID="EM")
        x.leaf("cac:PartyIdentification/cbc:ID", b.id)
        self._address(b.street, b.city, b.postcode)
        if b.vat_id:
            self._tax_scheme(b.vat_id)
        x.leaf("cac:PartyLegalEntity/cbc:RegistrationName", b.name)
        self._contact(b.contact or b.name, b.phone, b.email)
        x.close(2)

    def _address(self, street, city, postcode):
        x = self.x
        x.open("cac:PostalAddress")
        x.leaf("cbc:StreetName", street)
        x.leaf("cbc:CityName", city)
        x.leaf("cbc:PostalZone", postcode)
        x.leaf("cac:Country/cbc:IdentificationCode", "DE")
        x.close()

    def _tax_scheme(self, vat_id):
        self.x.open("cac:PartyTaxScheme")
        self.x.leaf("cbc:CompanyID", vat_id)
        self.x.leaf("cac:TaxScheme/cbc:ID", "VAT")
        self.x.close()

    def _contact(self, name, phone, mail):
        x = self.x
        x.open("cac:Contact")
        x.leaf("cbc:Name", name)
        x.leaf("cbc:Telephone", phone)
        x.leaf("cbc:ElectronicMail", mail)
        x.close()

    def _payment(self):
        x, i = self.x, self.i
        x.open("cac:PaymentMeans")
        x.leaf("cbc:PaymentMeansCode", i.means, name=MEANS_NAME[i.means])
        if self.credit:
            x.leaf("cbc:PaymentDueDate", i.due_date.isoformat())
        x.leaf("cbc:PaymentID", i.remittance)
        if i.means == "59":
            x.open("cac:PaymentMandate")
            x.leaf("cbc:ID", i.buyer.mandate)
            x.leaf("cac:PayerFinancialAccount/cbc:ID", i.buyer.debtor_iban)
            x.close()
        else:
            x.open("cac:PayeeFinancialAccount")
            x.leaf("cbc:ID", i.payee_iban or C["payee_iban"])
            x.leaf("cbc:Name", C["payee_holder"])
            if not i.payee_iban:
                x.leaf("cac:FinancialInstitutionBranch/cbc:ID", C["payee_bic"])
            x.close()
        x.close()
        x.leaf("cac:PaymentTerms/cbc:Note", i.terms)

    def _category(self, element, category, rate, reason=False):
        x = self.x
        x.open(element)
        x.leaf("cbc:ID", category)
        x.leaf("cbc:Percent", number(rate))
        x.leaf("cbc:TaxExemptionReason", VAT_REASON if reason and category == "E" else "")
        x.leaf("cac:TaxScheme/cbc:ID", "VAT")
        x.close()

    def _sums(self):
        x, i = self.x, self.i
        assert not i.allowance, "no UBL sample carries an allowance"
        x.open("cac:TaxTotal")
        self.amount("TaxAmount", i.tax)
        for category, rate, base, amount in i.vat:
            x.open("cac:TaxSubtotal")
            self.amount("TaxableAmount", base)
            self.amount("TaxAmount", amount)
            self._category("cac:TaxCategory", category, rate, reason=True)
            x.close()
        x.close()
        x.open("cac:LegalMonetaryTotal")
        self.amount("LineExtensionAmount", i.line_total)
        self.amount("TaxExclusiveAmount", i.net)
        self.amount("TaxInclusiveAmount", i.gross)
        self.amount("PrepaidAmount", i.prepaid_amount if i.prepaid else "")
        self.amount("PayableAmount", i.due)
        x.close()

    def _line(self, index, line):
        x = self.x
        x.open("cac:CreditNoteLine" if self.credit else "cac:InvoiceLine")
        x.leaf("cbc:ID", index)
        x.leaf("cbc:CreditedQuantity" if self.credit else "cbc:InvoicedQuantity", number(line.qty), unitCode=line.unit)
        self.amount("LineExtensionAmount", line.net)
        x.open("cac:Item")
        x.leaf("cbc:Name", line.name)
        x.leaf("cac:SellersItemIdentification/cbc:ID", line.group)
        self._category("cac:ClassifiedTaxCategory", line.category, line.rate)
        x.close()
        x.open("cac:Price")
        self.amount("PriceAmount", line.price)
        x.close(2)
