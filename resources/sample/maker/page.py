"""Draws the visible page of a hybrid invoice (A4, one page) with reportlab: what the workshop system would have printed."""
import io
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from . import logo
from .model import VAT_REASON, german, german_date
from .workshop import COMPANY as C
from .xmlout import number

ACCENT, INK, GREY, RULE = (0x0F / 255, 0x4C / 255, 0x81 / 255), (0.09, 0.10, 0.12), (0.36, 0.40, 0.45), (0.80, 0.83, 0.86)
LEFT, RIGHT, WIDTH, HEIGHT = 25 * mm, 190 * mm, 210 * mm, 297 * mm
UNIT = {"HUR": "Std.", "H87": "Stk.", "LTR": "l", "SET": "Satz"}
TITLE = {"380": "Rechnung", "381": "Gutschrift", "384": "Rechnungskorrektur"}


def load_fonts(folder):
    for name, file in (("Sans", "OpenSans-Regular.ttf"), ("SansBold", "OpenSans-Semibold.ttf")):
        pdfmetrics.registerFont(TTFont(name, f"{folder}/{file}"))


class Page:
    def __init__(self, invoice):
        self.i = invoice
        self.buffer = io.BytesIO()
        self.c = Canvas(self.buffer, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, initialFontName="Sans")

    def text(self, x, y, value, size=9.5, font="Sans", colour=INK, align="left"):
        """x in points from the left, y in millimetres from the top."""
        self.c.setFont(font, size)
        self.c.setFillColorRGB(*colour)
        draw = {"left": self.c.drawString, "right": self.c.drawRightString}[align]
        draw(x, HEIGHT - y * mm, value)

    def rule(self, y, x0=LEFT, x1=RIGHT, width=0.5, colour=RULE):
        self.c.setStrokeColorRGB(*colour)
        self.c.setLineWidth(width)
        self.c.line(x0, HEIGHT - y * mm, x1, HEIGHT - y * mm)

    def pdf(self):
        i = self.i
        self.c.setTitle(f"{TITLE[i.type]} {i.number}")
        self.c.setAuthor(C["name"])
        self.c.setCreator("Werkstattsystem (Muster)")
        self._head()
        self._address()
        self._facts()
        y = self._vehicle(101)
        y = self._table(y + 8)
        y = self._totals(y + 3)
        self._closing(y + 11)
        self._foot()
        self.c.showPage()
        self.c.save()
        return self.buffer.getvalue()

    def _logo(self, x, y, size):
        c = self.c
        c.saveState()
        c.translate(x, HEIGHT - y)
        c.scale(size / logo.SIZE, -size / logo.SIZE)
        c.setFillColorRGB(*ACCENT)
        c.roundRect(0, 0, logo.SIZE, logo.SIZE, 84, stroke=0, fill=1)
        c.setLineCap(1)
        def curves(items, colour):
            c.setStrokeColorRGB(*colour)
            for a, b, d, width in logo.strokes(items):
                c.setLineWidth(width)
                p = c.beginPath()
                p.moveTo(*a)
                p.curveTo(*[a[k] + 2 / 3 * (b[k] - a[k]) for k in (0, 1)], *[d[k] + 2 / 3 * (b[k] - d[k]) for k in (0, 1)], *d)
                c.drawPath(p, stroke=1, fill=0)
        curves(logo.STEM, (1, 1, 1))
        start, segments = logo.leaf_path()
        p = c.beginPath()
        p.moveTo(*start)
        for one, two, end in segments:
            p.curveTo(*one, *two, *end)
        p.close()
        c.setFillColorRGB(1, 1, 1)
        c.drawPath(p, stroke=0, fill=1)
        curves(logo.VEINS, ACCENT)
        c.restoreState()

    def _head(self):
        self._logo(LEFT, 14 * mm, 15 * mm)
        self.text(LEFT + 19 * mm, 21, C["short_name"], 18, "SansBold")
        self.text(LEFT + 19 * mm, 27, C["tagline"], 9.5, colour=GREY)

    def _address(self):
        b = self.i.buyer
        self.text(LEFT, 50, f"{C['name']} · {C['street']} · {C['postcode']} {C['city']}", 6.6, colour=GREY)
        self.rule(51.4, LEFT, LEFT + 80 * mm, 0.35)
        rows = [b.form, b.name] + ([b.contact] if b.contact else []) + [b.street, f"{b.postcode} {b.city}"]
        for index, row in enumerate(r for r in rows if r):
            self.text(LEFT, 57.5 + index * 5, row, 10.5)

    def _facts(self):
        i = self.i
        rows = [(TITLE[i.type], i.number, True), ("Datum", german_date(i.issued), False), ("Leistungsdatum", german_date(i.issued), False)]
        if i.type != "381":
            rows.append(("Zahlbar bis", german_date(i.due_date), True))
        rows += [("Auftrag", i.order, False), ("Kundennummer", i.buyer.id, False),
                 ("Ihre Beratung", C["advisor"], False), ("Telefon", C["advisor_phone"], False)]
        for index, (label, value, strong) in enumerate(rows):
            y = 50 + index * 5
            self.text(128 * mm, y, label, 8.6, colour=GREY)
            self.text(156 * mm, y, value, 9.6, "SansBold" if strong else "Sans")

    def _vehicle(self, y):
        i = self.i
        self.text(LEFT, y, f"{TITLE[i.type]} {i.number}", 15, "SansBold")
        if not i.car:
            return y
        top, x = y + 5, LEFT
        wide = pdfmetrics.stringWidth(i.car.plate, "SansBold", 11.5) + 9.5 * mm
        c = self.c
        c.setLineWidth(0.9)
        c.setStrokeColorRGB(*INK)
        c.setFillColorRGB(0.0, 0.2, 0.6)
        low = HEIGHT - (top + 7.4) * mm
        c.roundRect(x, low, 6 * mm, 7.4 * mm, 1.1 * mm, stroke=0, fill=1)
        c.setFillColorRGB(1, 1, 1)
        c.rect(x + 3.9 * mm, low, 3 * mm, 7.4 * mm, stroke=0, fill=1)
        c.roundRect(x, low, wide, 7.4 * mm, 1.1 * mm, stroke=1, fill=0)
        self.text(x + 1.15 * mm, top + 6, "D", 6.5, "SansBold", (1, 1, 1))
        self.text(x + 6.6 * mm, top + 5.3, i.car.plate, 11.5, "SansBold")
        self.text(x + wide + 5 * mm, top + 3, i.car.model + (f" · {i.km} km" if i.km else ""), 10, "SansBold")
        self.text(x + wide + 5 * mm, top + 7, f"FIN {i.car.vin} · {i.work}", 8.6, colour=GREY)
        return y + 13

    def _table(self, y):
        columns = (LEFT, LEFT + 9 * mm, 128 * mm, 141 * mm, 165 * mm, RIGHT)
        for x, label, align in ((columns[0], "Pos.", "left"), (columns[1], "Bezeichnung", "left"), (columns[2], "Menge", "right"),
                                (columns[4], "Einzel EUR", "right"), (columns[5], "Netto EUR", "right")):
            self.text(x, y, label, 8.4, "SansBold", ACCENT, align)
        self.rule(y + 1.8, width=1.0, colour=ACCENT)
        y += 6.6
        for index, line in enumerate(self.i.lines, 1):
            self.text(columns[0], y, str(index), 9.4, colour=GREY)
            self.text(columns[1], y, line.name + (" *" if line.category == "E" else ""), 9.4)
            self.text(columns[2], y, number(line.qty).replace(".", ","), 9.4, align="right")
            self.text(columns[2] + 1.6 * mm, y, UNIT[line.unit], 8.4, colour=GREY)
            self.text(columns[4], y, german(line.price), 9.4, align="right")
            self.text(columns[5], y, german(line.net), 9.4, align="right")
            self.rule(y + 2)
            y += 6.2
        return y

    def _totals(self, y):
        i, left = self.i, 112 * mm
        rows = []
        if i.allowance:
            rows += [("Zwischensumme", i.line_total, False),
                     (f"Nachlass {number(i.allowance[0])} % ({i.allowance[1]})", -i.allowance_amount, False)]
        rows.append(("Nettobetrag", i.net, False))
        for category, rate, base, amount in i.vat:
            rows.append((f"USt {number(rate)} % auf {german(base)}" + (" *" if category == "E" else ""), amount, False))
        rows.append(("Gesamtbetrag", i.gross, True))
        if i.prepaid:
            rows.append((f"Anzahlung vom {german_date(i.prepaid[1])} ({i.prepaid[2]})", -i.prepaid_amount, False))
            rows.append(("Noch zu zahlen", i.due, True))
        for label, value, strong in rows:
            if strong:
                y += 1.2
                self.rule(y - 4.6, left, RIGHT, 0.9, INK)
            font = "SansBold" if strong else "Sans"
            self.text(left, y, label, 10.2 if strong else 9.4, font)
            self.text(RIGHT, y, german(value) + (" €" if strong else ""), 10.2 if strong else 9.4, font, align="right")
            y += 6.6 if strong else 5.4
        return y

    def _closing(self, y):
        i = self.i
        lines = []
        if any(l.category == "E" for l in i.lines):
            lines.append(f"* {VAT_REASON}, ohne Umsatzsteuer.")
        lines += [t for t in i.terms.split("\n") if not t.startswith("#")]
        lines.append(f"Verwendungszweck bei Überweisung: {i.remittance}")
        if i.extra_note:
            lines.append(i.extra_note)
        for line in lines:
            self.text(LEFT, y, line, 9)
            y += 4.8
        self.text(LEFT, y + 3, "Vielen Dank für Ihren Auftrag und gute Fahrt!", 9.6)

    def _foot(self):
        self.rule(271)
        iban = " ".join(C["payee_iban"][k:k + 4] for k in range(0, 22, 4))
        columns = [(C["name"], C["street"], f"{C['postcode']} {C['city']}"), (f"Telefon {C['phone']}", C["mail"], C["web"]),
                   (C["bank"], f"IBAN {iban}", f"BIC {C['payee_bic']}"),
                   (f"Geschäftsführung {C['managing_director']}", f"{C['register_court']} {C['register_number']}",
                     f"USt-IdNr. {C['vat_id']}")]
        for x, rows in zip((LEFT, 64 * mm, 99 * mm, 151 * mm), columns):
            for index, row in enumerate(rows):
                strong = x == LEFT and index == 0
                self.text(x, 275.2 + index * 3.6, row, 6.8, "SansBold" if strong else "Sans", INK if strong else GREY)
