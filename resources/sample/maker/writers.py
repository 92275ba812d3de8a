"""Syntax of a sample invoice -> the bytes of its XML, and the sample.json that the demo replays."""
import json
from .cii import CiiWriter, Zugferd1Writer
from .model import ago, NOW
from .ubl import UblWriter
from .workshop import COMPANY, USERS

XML = {
    "xr-cii": lambda i: CiiWriter(i, "xrechnung").bytes(),
    "fx-cii": lambda i: CiiWriter(i, "en16931").bytes(),
    "fx-basic": lambda i: CiiWriter(i, "basic").bytes(),
    "zf1": lambda i: Zugferd1Writer(i).bytes(),
    "xr-ubl": lambda i: UblWriter(i, "xrechnung").bytes(),
    "peppol-ubl": lambda i: UblWriter(i, "peppol").bytes(),
    "ubl-cn": lambda i: UblWriter(i, "xrechnung", credit=True).bytes(),
    "pdf-fx": lambda i: CiiWriter(i, "en16931").bytes(),
    "pdf-fx-ext": lambda i: CiiWriter(i, "extended").bytes(),
    "pdf-af": lambda i: CiiWriter(i, "en16931").bytes(),
    "pdf-zf2": lambda i: CiiWriter(i, "en16931").bytes(),
    "pdf-xr": lambda i: CiiWriter(i, "xrechnung").bytes(),
    "pdf-zf1": lambda i: Zugferd1Writer(i).bytes(),
}


def sample_json(invoices):
    files, told = [], {}
    for i in invoices:
        files.append({"file": i.file, "ago_min": ago(i.arrived)})
        entry = told.setdefault(i.number, {"expect": None, "due": None, "story": []})
        entry["due"] = str(i.due)                      # of the newest file
        if i.version == 1:
            entry.update(expect=i.expect or None, name=i.buyer.name, plate=i.car.plate if i.car else "", type=i.type, story=i.story)
    out = {"schema": 1, "told_at": NOW.isoformat(timespec="minutes"), "company": COMPANY, "users": USERS, "files": files, "invoices": told}
    text = json.dumps(out, ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8")
