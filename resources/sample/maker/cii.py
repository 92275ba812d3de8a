"""Writes an invoice as UN/CEFACT CII D16B (XRechnung 3.0, Factur-X 1.0 / ZUGFeRD 2.x) and as ZUGFeRD 1.0."""
from .model import VAT_REASON
from .workshop import COMPANY as C, REGISTER_NOTE
from .xmlout import Xml, number

STANDARD = "urn:un:unece:uncefact:data:standard:"
CII = {"rsm": STANDARD + "CrossIndustryInvoice:100", "ram": STANDARD + "ReusableAggregateBusinessInformationEntity:100",
       "qdt": STANDARD + "QualifiedDataType:100", "udt": STANDARD + "UnqualifiedDataType:100"}
ZF1 = {"rsm": "urn:ferd:CrossIndustryDocument:invoice:1p0", "ram": STANDARD + "ReusableAggregateBusinessInformationEntity:12",
       "udt": STANDARD + "UnqualifiedDataType:15"}
GUIDELINE = {
    "xrechnung": "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
    "en16931": "urn:cen.eu:en16931:2017",
    "basic": "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic",
    "extended": "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended",
}
BILLING = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"


def day(x, path, value):
    x.leaf(path, value.strftime("%Y%m%d"), format="102")


class CiiWriter:
    """One pass from top to bottom; the schema fixes the order of the elements."""

    def __init__(self, invoice, profile):
        self.i, self.profile = invoice, profile
        self.full = profile != "basic"

    def bytes(self):
        x = self.x = Xml("rsm:CrossIndustryInvoice", CII)
        x.open("rsm:ExchangedDocumentContext")
        if self.profile == "xrechnung":
            x.leaf("ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID", BILLING)
        x.leaf("ram:GuidelineSpecifiedDocumentContextParameter/ram:ID", GUIDELINE[self.profile])
        x.close()
        x.open("rsm:ExchangedDocument")
        x.leaf("ram:ID", self.i.number)
        x.leaf("ram:TypeCode", self.i.type)
        day(x, "ram:IssueDateTime/udt:DateTimeString", self.i.issued)
        notes = self.i.notes + [(REGISTER_NOTE, "REG")]
        for text, subject in notes:
            x.open("ram:IncludedNote")
            x.leaf("ram:Content", text)
            x.leaf("ram:SubjectCode", subject)
            x.close()
        x.close()
        x.open("rsm:SupplyChainTradeTransaction")
        for index, line in enumerate(self.i.lines, 1):
            self._line(index, line)
        self._agreement()
        x.open("ram:ApplicableHeaderTradeDelivery")
        day(x, "ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString", self.i.issued)
        x.close()
        self._settlement()
        return x.bytes()

    def _line(self, index, line):
        x = self.x
        x.open("ram:IncludedSupplyChainTradeLineItem")
        x.leaf("ram:AssociatedDocumentLineDocument/ram:LineID", index)
        x.open("ram:SpecifiedTradeProduct")
        if self.full:
            x.leaf("ram:SellerAssignedID", line.group)
        x.leaf("ram:Name", line.name)
        x.close()
        x.leaf("ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount", line.price)
        x.leaf("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity", number(line.qty), unitCode=line.unit)
        x.open("ram:SpecifiedLineTradeSettlement")
        self._category("ram:ApplicableTradeTax", line.category, line.rate)
        x.leaf("ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount", line.net)
        x.close(2)

    def _category(self, element, category, rate):
        x = self.x
        x.open(element)
        x.leaf("ram:TypeCode", "VAT")
        x.leaf("ram:CategoryCode", category)
        x.leaf("ram:RateApplicablePercent", number(rate))
        x.close()

    def _agreement(self):
        x, i, b = self.x, self.i, self.i.buyer
        x.open("ram:ApplicableHeaderTradeAgreement")
        x.leaf("ram:BuyerReference", b.leitweg or "K-" + b.id)
        x.open("ram:SellerTradeParty")
        x.leaf("ram:Name", C["name"])
        self._legal()
        self._contact(C["advisor"], C["advisor_phone"], C["mail"])
        self._address(C["postcode"], C["street"], C["city"])
        x.leaf("ram:URIUniversalCommunication/ram:URIID", C["mail"], schemeID="EM")
        x.leaf("ram:SpecifiedTaxRegistration/ram:ID", C["tax_number"], schemeID="FC")
        x.leaf("ram:SpecifiedTaxRegistration/ram:ID", C["vat_id"], schemeID="VA")
        x.close()
        x.open("ram:BuyerTradeParty")
        if self.full:
            x.leaf("ram:ID", b.id)
        x.leaf("ram:Name", b.name)
        self._contact(b.contact or b.name, b.phone, b.email)
        self._address(b.postcode, b.street, b.city)
        x.leaf("ram:URIUniversalCommunication/ram:URIID", b.email, schemeID="EM")
        x.leaf("ram:SpecifiedTaxRegistration/ram:ID", b.vat_id, schemeID="VA")
        x.close()
        if self.full:
            x.leaf("ram:SellerOrderReferencedDocument/ram:IssuerAssignedID", i.order)
        x.leaf("ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID", i.order_ref)
        if i.object_ref:
            x.open("ram:AdditionalReferencedDocument")
            x.leaf("ram:IssuerAssignedID", i.car.plate)
            x.leaf("ram:TypeCode", "130")
            x.leaf("ram:ReferenceTypeCode", "ABZ")
            x.close()
        x.close()

    def _legal(self):
        if self.full:
            self.x.open("ram:SpecifiedLegalOrganization")
            self.x.leaf("ram:ID", C["register_number"])
            self.x.leaf("ram:TradingBusinessName", C["short_name"])
            self.x.close()

    def _contact(self, name, phone, mail):
        if not self.full:
            return
        x = self.x
        x.open("ram:DefinedTradeContact")
        x.leaf("ram:PersonName", name)
        x.leaf("ram:TelephoneUniversalCommunication/ram:CompleteNumber", phone)
        x.leaf("ram:EmailURIUniversalCommunication/ram:URIID", mail)
        x.close()

    def _address(self, postcode, street, city):
        x = self.x
        x.open("ram:PostalTradeAddress")
        x.leaf("ram:PostcodeCode", postcode)
        x.leaf("ram:LineOne", street)
        x.leaf("ram:CityName", city)
        x.leaf("ram:CountryID", "DE")
        x.close()

    def _settlement(self):
        x, i = self.x, self.i
        debit = i.means == "59"
        x.open("ram:ApplicableHeaderTradeSettlement")
        if debit:
            x.leaf("ram:CreditorReferenceID", C["creditor_id"])
        x.leaf("ram:PaymentReference", i.remittance)
        x.leaf("ram:InvoiceCurrencyCode", "EUR")
        x.open("ram:SpecifiedTradeSettlementPaymentMeans")
        x.leaf("ram:TypeCode", i.means)
        if debit:
            x.leaf("ram:PayerPartyDebtorFinancialAccount/ram:IBANID", i.buyer.debtor_iban)
        else:
            x.open("ram:PayeePartyCreditorFinancialAccount")
            x.leaf("ram:IBANID", i.payee_iban or C["payee_iban"])
            if self.full:
                x.leaf("ram:AccountName", C["payee_holder"])
            x.close()
            if self.full and not i.payee_iban:
                x.leaf("ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID", C["payee_bic"])
        x.close()
        for category, rate, base, amount in i.vat:
            self._vat(category, rate, base, amount)
        self._allowance()
        self._terms(debit)
        self._sums()
        if i.preceding:
            x.open("ram:InvoiceReferencedDocument")
            x.leaf("ram:IssuerAssignedID", i.preceding[0])
            day(x, "ram:FormattedIssueDateTime/qdt:DateTimeString", i.preceding[1])
            x.close()
        x.close()

    def _vat(self, category, rate, base, amount):
        x = self.x
        x.open("ram:ApplicableTradeTax")
        x.leaf("ram:CalculatedAmount", amount)
        x.leaf("ram:TypeCode", "VAT")
        x.leaf("ram:ExemptionReason", VAT_REASON if category == "E" else "")
        x.leaf("ram:BasisAmount", base)
        x.leaf("ram:CategoryCode", category)
        x.leaf("ram:RateApplicablePercent", number(rate))
        x.close()

    def _allowance(self):
        x, i = self.x, self.i
        if not i.allowance:
            return
        x.open("ram:SpecifiedTradeAllowanceCharge")
        x.leaf("ram:ChargeIndicator/udt:Indicator", "false")
        x.leaf("ram:CalculationPercent", number(i.allowance[0]))
        x.leaf("ram:BasisAmount", i.allowance_base)
        x.leaf("ram:ActualAmount", i.allowance_amount)
        x.leaf("ram:ReasonCode", "95")
        x.leaf("ram:Reason", i.allowance[1])
        self._category("ram:CategoryTradeTax", "S", i.vat[0][1])
        x.close()

    def _terms(self, debit):
        x, i = self.x, self.i
        x.open("ram:SpecifiedTradePaymentTerms")
        x.leaf("ram:Description", i.terms)
        day(x, "ram:DueDateDateTime/udt:DateTimeString", i.due_date)
        if debit:
            x.leaf("ram:DirectDebitMandateID", i.buyer.mandate)
        for days, percent in i.skonto if i.structured_skonto else []:
            x.open("ram:ApplicableTradePaymentDiscountTerms")
            x.leaf("ram:BasisPeriodMeasure", days, unitCode="DAY")
            x.leaf("ram:BasisAmount", i.gross)
            x.leaf("ram:CalculationPercent", percent)
            x.close()
        x.close()

    def _sums(self):
        x, i = self.x, self.i
        x.open("ram:SpecifiedTradeSettlementHeaderMonetarySummation")
        x.leaf("ram:LineTotalAmount", i.line_total)
        x.leaf("ram:AllowanceTotalAmount", i.allowance_amount if i.allowance else "")
        x.leaf("ram:TaxBasisTotalAmount", i.net)
        x.leaf("ram:TaxTotalAmount", i.tax, currencyID="EUR")
        x.leaf("ram:GrandTotalAmount", i.gross)
        x.leaf("ram:TotalPrepaidAmount", i.prepaid_amount if i.prepaid else "")
        x.leaf("ram:DuePayableAmount", i.due)
        x.close()


class Zugferd1Writer:
    """ZUGFeRD 1.0, profile COMFORT: other names, amounts with currency, lines at the end. It has no place for the sales order: a note."""

    def __init__(self, invoice):
        self.i = invoice

    def amount(self, path, value):
        self.x.leaf(path, value, currencyID="EUR")

    def bytes(self):
        x = self.x = Xml("rsm:CrossIndustryDocument", ZF1)
        i = self.i
        assert not i.allowance and i.means != "59" and not i.preceding, i.number
        x.leaf("rsm:SpecifiedExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID", ZF1["rsm"] + ":comfort")
        x.open("rsm:HeaderExchangedDocument")
        x.leaf("ram:ID", i.number)
        x.leaf("ram:Name", "RECHNUNG")
        x.leaf("ram:TypeCode", i.type)
        day(x, "ram:IssueDateTime/udt:DateTimeString", i.issued)
        for text, _ in i.notes + [(f"Auftrag: {i.order}", "")]:
            x.leaf("ram:IncludedNote/ram:Content", text)
        x.close()
        x.open("rsm:SpecifiedSupplyChainTradeTransaction")
        x.open("ram:ApplicableSupplyChainTradeAgreement")
        x.leaf("ram:BuyerReference", "K-" + i.buyer.id)
        x.open("ram:SellerTradeParty")
        x.leaf("ram:Name", C["name"])
        self._address(C["postcode"], C["street"], C["city"])
        x.leaf("ram:SpecifiedTaxRegistration/ram:ID", C["tax_number"], schemeID="FC")
        x.leaf("ram:SpecifiedTaxRegistration/ram:ID", C["vat_id"], schemeID="VA")
        x.close()
        x.open("ram:BuyerTradeParty")
        x.leaf("ram:ID", i.buyer.id)
        x.leaf("ram:Name", i.buyer.name)
        self._address(i.buyer.postcode, i.buyer.street, i.buyer.city)
        x.close(2)
        x.open("ram:ApplicableSupplyChainTradeDelivery")
        day(x, "ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString", i.issued)
        x.close()
        self._settlement()
        for index, line in enumerate(i.lines, 1):
            self._line(index, line)
        return x.bytes()

    _address = CiiWriter._address

    def _tax(self, category, rate, base=None, amount=None):
        x = self.x
        x.open("ram:ApplicableTradeTax")
        if amount is not None:
            self.amount("ram:CalculatedAmount", amount)
        x.leaf("ram:TypeCode", "VAT")
        x.leaf("ram:ExemptionReason", VAT_REASON if category == "E" else "")
        if base is not None:
            self.amount("ram:BasisAmount", base)
        x.leaf("ram:CategoryCode", category)
        x.leaf("ram:ApplicablePercent", f"{rate:.2f}")
        x.close()

    def _settlement(self):
        x, i = self.x, self.i
        x.open("ram:ApplicableSupplyChainTradeSettlement")
        x.leaf("ram:PaymentReference", i.remittance)
        x.leaf("ram:InvoiceCurrencyCode", "EUR")
        x.open("ram:SpecifiedTradeSettlementPaymentMeans")
        x.leaf("ram:TypeCode", "31")
        x.leaf("ram:Information", "Überweisung")
        x.open("ram:PayeePartyCreditorFinancialAccount")
        x.leaf("ram:IBANID", C["payee_iban"])
        x.leaf("ram:AccountName", C["payee_holder"])
        x.close()
        x.open("ram:PayeeSpecifiedCreditorFinancialInstitution")
        x.leaf("ram:BICID", C["payee_bic"])
        x.leaf("ram:Name", C["bank"])
        x.close(2)
        for category, rate, base, amount in i.vat:
            self._tax(category, rate, base, amount)
        x.open("ram:SpecifiedTradePaymentTerms")
        x.leaf("ram:Description", i.terms)
        day(x, "ram:DueDateDateTime/udt:DateTimeString", i.due_date)
        x.close()
        x.open("ram:SpecifiedTradeSettlementMonetarySummation")
        for name, value in (("LineTotalAmount", i.line_total), ("ChargeTotalAmount", "0.00"), ("AllowanceTotalAmount", "0.00"),
                            ("TaxBasisTotalAmount", i.net), ("TaxTotalAmount", i.tax), ("GrandTotalAmount", i.gross),
                            ("TotalPrepaidAmount", i.prepaid_amount), ("DuePayableAmount", i.due)):
            self.amount("ram:" + name, value)
        x.close(2)

    def _line(self, index, line):
        x = self.x
        x.open("ram:IncludedSupplyChainTradeLineItem")
        x.leaf("ram:AssociatedDocumentLineDocument/ram:LineID", index)
        x.open("ram:SpecifiedSupplyChainTradeAgreement")
        self.amount("ram:NetPriceProductTradePrice/ram:ChargeAmount", f"{line.price:.4f}")
        x.close()
        unit = "C62" if line.unit == "H87" else line.unit
        x.leaf("ram:SpecifiedSupplyChainTradeDelivery/ram:BilledQuantity", f"{line.qty:.4f}", unitCode=unit)
        x.open("ram:SpecifiedSupplyChainTradeSettlement")
        self._tax(line.category, line.rate)
        self.amount("ram:SpecifiedTradeSettlementMonetarySummation/ram:LineTotalAmount", line.net)
        x.close()
        x.open("ram:SpecifiedTradeProduct")
        x.leaf("ram:SellerAssignedID", line.group)
        x.leaf("ram:Name", line.name)
        x.close(2)
