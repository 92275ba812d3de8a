"""The checks of the sample workshop: sums, files, stories, shapes. Each answers with a list of faults, empty when all is well."""
import importlib.util
import re
import xml.etree.ElementTree as ET
from decimal import Decimal, ROUND_HALF_UP
from . import logo
from .model import CENT, ago
from .workshop import COMPANY
from .writers import XML, sample_json

STATES = {"open", "requested", "running", "unknown", "part", "paid", "on_account", "overpaid", "reversed", "handed_over", "cancelled"}
# Values known to be off on purpose.
OFF_BY_A_CENT, OTHER_IBAN = "2026-4097", "2026-4113"
FIELDS = {"hook": {"hook"}, "request": {"copies"}, "pay": {"method", "amount", "tendered", "receipt", "via"}, "online_started": set(),
          "unknown": set(), "chargeback": set(), "on_account": set(), "owner_choice": {"choice"}, "release": {"to", "override"},
          "return": set(), "cancel": set(), "age_min": {"minutes"}}


def cents(value):
    return Decimal(value).quantize(CENT, ROUND_HALF_UP)


def valid_iban(text):
    digits = "".join(str(int(c, 36)) for c in text[4:] + text[:4])
    return int(digits) % 97 == 1


def _local(element):
    return element.tag.rsplit("}", 1)[1]


def _texts(root, *names):
    """Amounts by local element name, in file order."""
    return {n: [Decimal(e.text) for e in root.iter() if _local(e) == n and e.text and re.fullmatch(r"-?[\d.]+", e.text)] for n in names}


def sums_of_file(data):
    """Recomputes an invoice from its own XML, without the generator's model: line nets, VAT groups, net, gross, due."""
    root = ET.fromstring(data)
    ubl = "oasis" in root.tag
    faults, groups, total = [], {}, Decimal(0)
    lines = [e for e in root.iter() if _local(e) in ("IncludedSupplyChainTradeLineItem", "InvoiceLine", "CreditNoteLine")]
    for line in lines:
        v = {}
        for e in line.iter():
            v.setdefault(_local(e), (e.text or "").strip())
        qty = next(v[k] for k in ("BilledQuantity", "InvoicedQuantity", "CreditedQuantity") if k in v)
        price, net = (v["PriceAmount"], v["LineExtensionAmount"]) if ubl else (v["ChargeAmount"], v["LineTotalAmount"])
        rate = Decimal(next(v[k] for k in ("Percent", "RateApplicablePercent", "ApplicablePercent") if k in v))
        if cents(Decimal(qty) * Decimal(price)) != Decimal(net):
            faults.append(f"line {qty} x {price} != {net}")
        groups[rate] = groups.get(rate, Decimal(0)) + Decimal(net)
        total += Decimal(net)
    names = (("TaxExclusiveAmount", "TaxInclusiveAmount", "PrepaidAmount", "PayableAmount", "TaxAmount") if ubl else
             ("TaxBasisTotalAmount", "GrandTotalAmount", "TotalPrepaidAmount", "DuePayableAmount", "TaxTotalAmount"))
    t = _texts(root, *names)
    allowance = sum(_texts(root, "ActualAmount")["ActualAmount"], Decimal(0))
    groups = {rate: base - (allowance if rate else 0) for rate, base in groups.items()}
    tax = sum((cents(base * rate / 100) for rate, base in groups.items()), Decimal(0))
    net, gross, due = t[names[0]][0], t[names[1]][0], t[names[3]][0]
    prepaid = t[names[2]][0] if t[names[2]] else Decimal(0)
    pairs = {"net": (total - allowance, net), "tax": (tax, t[names[4]][0]), "gross": (net + tax, gross), "due": (gross - prepaid, due)}
    for label, (left, right) in pairs.items():
        if left != right:
            faults.append(f"{label}: {left} computed, {right} written")
    return faults


def check_model(i):
    out = []
    if not (Decimal("38.50") <= i.due <= 6400):
        out.append(f"amount {i.due} outside 38.50 to 6400")
    if i.car and not re.fullmatch(r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} [1-9]\d{0,3}[EH]?", i.car.plate):
        out.append(f"plate {i.car.plate}")
    if i.car and not re.fullmatch(r"[A-HJ-NPR-Z0-9]{17}", i.car.vin):
        out.append(f"vin {i.car.vin}")
    if not i.buyer.email.endswith(".example"):
        out.append(f"mail {i.buyer.email}")
    for iban in filter(None, (i.payee_iban, i.buyer.debtor_iban, COMPANY["payee_iban"])):
        if not valid_iban(iban):
            out.append(f"iban {iban}")
    return out


def walk(number, steps, due, arrived):
    """The state a story leads to, and what does not fit in it. due: of the newest file."""
    out, paid, last, before = [], Decimal(0), Decimal(0), arrived
    key, mark = "held", set()
    for s in steps:
        do = s["do"]
        if do not in FIELDS or not set(s) <= FIELDS[do] | {"do", "ago_min"}:
            out.append(f"unknown step {s}")
            continue
        if s["ago_min"] > before:
            out.append(f"{do} is earlier than what precedes it")
        before = s["ago_min"]
        if do == "pay":
            last = Decimal(s["amount"])
            paid += last
            if last > due or last <= 0:
                out.append(f"payment {last} does not fit {due}")
            if s["method"] == "cash" and Decimal(s["tendered"]) < last:
                out.append("tendered less than paid")
            mark -= {"online_started", "unknown"}
        elif do == "chargeback":
            paid -= last
            mark.add(do)
        elif do in ("release", "return"):
            key = do
            if do == "release" and paid < due and "on_account" not in mark and len(s.get("override", "")) < 10:
                out.append("key released without reason")
        elif do == "age_min" and any(x["ago_min"] < s["minutes"] for x in steps if x is not s):
            out.append("something happened after the knowledge was last fresh")
        else:
            mark.add(do)
    order = [("cancelled", "cancel" in mark), ("reversed", "chargeback" in mark), ("handed_over", key == "release"),
             ("overpaid", paid > due), ("paid", paid == due), ("unknown", "unknown" in mark), ("running", "online_started" in mark),
             ("part", paid > 0), ("on_account", "on_account" in mark), ("requested", "request" in mark), ("open", True)]
    return next(name for name, holds in order if holds), out


def check_stories(invoices):
    out, seen, hooks = [], set(), {}
    newest = {i.number: i for i in invoices}
    for i in invoices:
        if i.version > 1:
            continue
        state, faults = walk(i.number, i.story, newest[i.number].due, ago(i.arrived))
        if i.type == "381":
            faults += ["a credit note has a story"] if i.story or i.expect else []
        elif i.means != "59" and state != i.expect:
            faults.append(f"story leads to {state}, expected {i.expect}")
        seen.add(i.expect)
        if state not in ("handed_over", "cancelled", "reversed"):
            for number in {s["hook"] for s in i.story if s["do"] == "hook"}:
                if hooks.setdefault(number, i.number) != i.number:
                    faults.append(f"hook {number} also holds {hooks[number]}")
        out += [f"{i.number}: {f}" for f in faults]
    out += [f"no invoice is {s}" for s in sorted(STATES - seen)]
    if not any(s["do"] == "age_min" for i in invoices for s in i.story):
        out.append("no invoice is outdated")
    return out


def check_files(folder, invoices):
    out = []
    for i in invoices:
        path = folder / i.file
        data, want = path.read_bytes(), XML[i.syntax](i)
        if i.syntax.startswith("pdf-"):
            from .hybrid import KINDS, attached_xml
            if len(data) >= 60_000:
                out.append(f"{i.file}: {len(data)} bytes")
            name, data = attached_xml(data)
            if name != KINDS[i.syntax][0]:
                out.append(f"{i.file}: attachment {name}")
        if data != want:
            out.append(f"{i.file}: differs from what would be written")
        faults = sums_of_file(data)
        if i.number == OFF_BY_A_CENT:
            faults = [] if faults == ["due: 437.81 computed, 437.80 written"] else faults + ["should be a cent off"]
        out += [f"{i.file}: {f}" for f in faults]
    extra = {p.name for p in (folder / "invoices").iterdir()} - {i.file.split("/")[1] for i in invoices}
    out += [f"stray file {name}" for name in sorted(extra)]
    for name, want in (("sample.json", sample_json(invoices)), ("logo.svg", logo.svg().encode("utf-8")), ("logo.png", logo.png())):
        if (folder / name).read_bytes() != want:
            out.append(f"{name}: differs from what would be written")
    size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    return out + ([f"folder has {size} bytes"] if size >= 2_000_000 else [])


def check_reader(folder, invoices, reader_file):
    spec = importlib.util.spec_from_file_location("reader", reader_file)
    reader = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reader)
    out = []
    for i in invoices:
        if i.syntax == "pdf-af":
            from .hybrid import attached_xml
            got = reader.read_xml(attached_xml((folder / i.file).read_bytes())[1])
        else:
            got = reader.read_file(str(folder / i.file))
        debit = i.means == "59"
        want = {"number": i.number, "type": i.type, "issue_date": i.issued.isoformat(), "due_date": i.due_date.isoformat(),
                "currency": "EUR",
                "net": str(i.net), "tax": str(i.tax), "gross": str(i.gross), "amount_due": str(i.due),
                "prepaid": str(i.prepaid_amount) if i.prepaid or got["syntax"] == "zf1" else None,
                "seller": COMPANY["name"], "buyer": i.buyer.name, "buyer_post": i.buyer.postcode, "buyer_city": i.buyer.city,
                "iban": None if debit else i.payee_iban or COMPANY["payee_iban"], "mandate": i.buyer.mandate if debit else None,
                "remittance": i.remittance, "preceding": [i.preceding[0]] if i.preceding else [], "lines": len(i.lines),
                "skonto": [f"X:{d}:{p}:{i.gross}" if i.structured_skonto else f"SKONTO:{d}:{p}:" for d, p in i.skonto]}
        out += [f"{i.file}: {k} is {got[k]!r}, meant {v!r}" for k, v in want.items() if got[k] != v]
    return out


def all_faults(folder, invoices, reader_file=None):
    out = [f"{i.file}: {f}" for i in invoices for f in check_model(i)]
    out += check_stories(invoices)
    if len({i.number for i in invoices if i.payee_iban}) != 1 or next(i for i in invoices if i.payee_iban).number != OTHER_IBAN:
        out.append("exactly one invoice must carry another payee account")
    out += check_files(folder, invoices)
    if reader_file:
        out += check_reader(folder, invoices, reader_file)
    return out
