"""Who the sample workshop is. Everything is made up; telephone numbers are from the ranges kept for fiction."""

COMPANY = {
    "name": "Autohaus Lindner GmbH",
    "short_name": "Autohaus Lindner",
    "site": "Werk Süd",
    "tagline": "Meisterbetrieb für alle Marken",
    "street": "Lindenallee 12",
    "postcode": "82256",
    "city": "Fürstenfeldbruck",
    "country": "DE",
    "phone": "089 99998-420",
    "mail": "service@lindner.example",
    "web": "www.lindner.example",
    "managing_director": "Andrea Lindner",
    "register_court": "Amtsgericht München",
    "register_number": "HRB 990417",
    "vat_id": "DE299417006",
    "tax_number": "117/000/41726",
    "payee_holder": "Autohaus Lindner GmbH",
    "payee_iban": "DE89370400440532013000",
    "payee_bic": "COBADEFFXXX",
    "bank": "Muster Bank Fürstenfeldbruck",
    "opening_hours": "Mo–Fr 7:30–18 Uhr, Sa 9–12 Uhr",
    "opening_hours_en": "Mon–Fri 7:30–18:00, Sat 9–12",
    "advisor": "Miriam Roth",
    "advisor_phone": "089 99998-421",
    "creditor_id": "DE98ZZZ09999999999",
    "accent": "#0F4C81",
    "pay_host": "zahl.lindner.example",
}

# § 35a GmbHG: what a company letter must name.
REGISTER_NOTE = (f"{COMPANY['name']} · Geschäftsführerin {COMPANY['managing_director']} · "
                 f"{COMPANY['register_court']} {COMPANY['register_number']}")

USERS = [
    {"name": "Miriam Roth", "role": "advisor"},
    {"name": "Jonas Keller", "role": "advisor"},
    {"name": "Selin Aydın", "role": "cashier"},
    {"name": "Andrea Lindner", "role": "manager"},
    {"name": "Georg Zöllner", "role": "bookkeeper"},
]
