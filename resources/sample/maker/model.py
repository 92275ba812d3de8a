"""The invoice of the sample workshop and its arithmetic (EN 16931: every amount in cents, rounded half up, VAT per rate group)."""
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal, ROUND_HALF_UP

CENT = Decimal("0.01")
REST = "rest"                      # unit price of the one line that carries what is missing to the wanted total
VAT_REASON = "Durchlaufender Posten nach § 10 Abs. 1 UStG"
NOW = datetime(2026, 11, 23, 10, 42)   # the morning the stories are told from: "minutes ago" counts from here


def money(value):
    return Decimal(value).quantize(CENT, ROUND_HALF_UP)


def german(value):
    whole, cents = f"{abs(money(value)):,.2f}".split(".")
    return ("−" if money(value) < 0 else "") + whole.replace(",", ".") + "," + cents


def german_date(day):
    return day.strftime("%d.%m.%Y")


def ago(text):
    """"10:11" is today, "20.11. 14:45" an earlier day of 2026; the answer is whole minutes before NOW."""
    day, _, clock = text.rpartition(" ")
    hour, minute = map(int, clock.split(":"))
    d, m = map(int, day.rstrip(".").split(".")) if day else (NOW.day, NOW.month)
    minutes = int((NOW - datetime(2026, m, d, hour, minute)).total_seconds() // 60)
    assert minutes >= 0, text
    return minutes


@dataclass
class Buyer:
    id: str
    name: str
    street: str
    postcode: str
    city: str
    email: str
    phone: str
    form: str = ""                 # form of address on the letter, "Frau", "Herrn", "Firma"
    contact: str = ""
    vat_id: str = ""
    leitweg: str = ""
    mandate: str = ""
    debtor_iban: str = ""


@dataclass
class Car:
    plate: str
    model: str
    vin: str


@dataclass
class Line:
    group: str                     # LOHN, TEIL, KLEIN, GEB
    name: str
    qty: Decimal
    unit: str                      # UN/ECE Rec 20: HUR, H87, LTR, SET
    price: Decimal
    category: str = "S"
    rate: Decimal = Decimal(19)

    @property
    def net(self):
        return money(self.qty * self.price)


@dataclass
class Invoice:
    number: str
    issued: date
    syntax: str                    # see maker.writers
    buyer: Buyer
    lines: list
    arrived: str                   # when the workshop system wrote it, see ago()
    total: str = ""                # wanted gross; the REST line is made to fit
    car: Car = None
    work: str = ""
    km: str = ""
    type: str = "380"
    days: int = 14                 # due after
    means: str = "58"
    skonto: list = field(default_factory=list)    # (days, percent)
    structured_skonto: bool = False
    prepaid: tuple = None          # (amount, day, how)
    allowance: tuple = None        # (percent, reason)
    preceding: tuple = None        # (number, day)
    payee_iban: str = ""           # other than the workshop's own: the alarm case
    due_slip: str = "0.00"         # the amount due is written this much off
    version: int = 1
    order_ref: str = ""
    object_ref: bool = False       # the plate also as invoiced object (BT-18, scheme ABZ)
    one_note: bool = False         # all labels in one note, one per line
    extra_note: str = ""
    story: list = field(default_factory=list)
    expect: str = ""

    def __post_init__(self):
        if self.total:
            self._fit()
        self._sum()

    def _fit(self):
        open_lines = [l for l in self.lines if l.price == REST]
        assert len(open_lines) == 1 and open_lines[0].qty == 1 and not self.allowance, self.number
        fixed = [l for l in self.lines if l.price != REST]
        exempt = sum((l.net for l in fixed if l.category == "E"), Decimal(0))
        taxed = money(self.total) - exempt
        base = money(taxed / Decimal("1.19"))
        assert base + money(base * Decimal("0.19")) == taxed, f"{self.number}: {self.total} cannot be reached"
        rest = base - sum((l.net for l in fixed if l.category == "S"), Decimal(0))
        assert Decimal("3") <= rest <= base * Decimal("0.75"), f"{self.number}: rest {rest} of {base}"
        open_lines[0].price = rest

    def _sum(self):
        self.line_total = sum((l.net for l in self.lines), Decimal(0))
        self.allowance_base = sum((l.net for l in self.lines if l.category == "S"), Decimal(0))
        self.allowance_amount = money(self.allowance_base * self.allowance[0] / 100) if self.allowance else Decimal("0.00")
        self.net = self.line_total - self.allowance_amount
        self.vat = []
        for category, rate in sorted({(l.category, l.rate) for l in self.lines}, key=lambda k: -k[1]):
            base = sum((l.net for l in self.lines if (l.category, l.rate) == (category, rate)), Decimal(0))
            if category == "S":
                base -= self.allowance_amount
            self.vat.append((category, rate, base, money(base * rate / 100)))
        self.tax = sum((row[3] for row in self.vat), Decimal(0))
        self.gross = self.net + self.tax
        self.prepaid_amount = money(self.prepaid[0]) if self.prepaid else Decimal("0.00")
        self.due = self.gross - self.prepaid_amount + Decimal(self.due_slip)

    @property
    def due_date(self):
        return self.issued + timedelta(days=self.days)

    @property
    def order(self):
        return "A-26-" + str(int(self.number[-4:]) - 736)

    @property
    def file(self):
        ending = "pdf" if self.syntax.startswith("pdf-") else "xml"
        return f"invoices/{self.number}{'-v%d' % self.version if self.version > 1 else ''}.{ending}"

    @property
    def remittance(self):
        return self.number + (" " + self.car.plate if self.car else "")

    @property
    def notes(self):
        """(text, subject code) of BT-22 and BT-21: the vehicle as labelled lines, as workshop systems write it."""
        labels = []
        if self.car:
            labels = [f"Kennzeichen: {self.car.plate}", f"Fahrzeug: {self.car.model}", f"FIN: {self.car.vin}"]
        if self.work:
            labels.append(f"Arbeiten: {self.work}")
        if self.km:
            labels.append(f"km-Stand: {self.km}")
        out = [("\n".join(labels), "")] if self.one_note and labels else [(l, "") for l in labels]
        if self.prepaid:
            out.append((f"Anzahlung vom {german_date(self.prepaid[1])} ({self.prepaid[2]}): {german(self.prepaid[0])} EUR", ""))
        if self.extra_note:
            out.append((self.extra_note, ""))
        return out

    @property
    def terms(self):
        """BT-20. The coded lines are those of XRechnung BR-DE-18: each ends with a line break."""
        if self.type == "381":
            return f"Der Betrag wird mit der Rechnung {self.preceding[0]} verrechnet oder erstattet."
        if self.means == "59":
            return f"Der Betrag wird am {german_date(self.due_date)} per SEPA-Lastschrift eingezogen."
        coded = "".join(f"#SKONTO#TAGE={days}#PROZENT={percent}#\n" for days, percent in self.skonto if not self.structured_skonto)
        plain = "".join(f"{percent.replace('.', ',')} % Skonto bei Zahlung innerhalb von {days} Tagen. "
                        for days, percent in self.skonto if self.structured_skonto)
        return coded + plain + f"Zahlbar bis {german_date(self.due_date)} ohne Abzug."
