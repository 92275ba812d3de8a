"""The invoices of the sample workshop and the story of each: a Monday morning at the desk, 23 November 2026, 10:42."""
from datetime import date
from decimal import Decimal
from .model import Buyer, Car, Invoice, Line, REST, ago

RATE = "118.00"                    # one hour of labour, net


def labour(name, hours, price=RATE):
    return Line("LOHN", name, Decimal(hours), "HUR", Decimal(price))


def part(name, price, qty="1", unit="H87"):
    return Line("TEIL", name, Decimal(qty), unit, price if price == REST else Decimal(price))


def small(price, name="Kleinmaterial und Entsorgung"):
    return Line("KLEIN", name, Decimal(1), "H87", price if price == REST else Decimal(price))


def fee(price="94.50", name="Hauptuntersuchung, Gebühr der Prüfstelle"):
    return Line("GEB", name, Decimal(1), "H87", Decimal(price), "E", Decimal(0))


def oil(litres, price="17.90", kind="5W-30"):
    return part(f"Motoröl {kind}", price, litres, "LTR")


# Steps of a story. "when" is a clock time of the sample morning or of an earlier day, see model.ago().
def step(do, when, **more):
    return {"do": do, **more, "ago_min": ago(when)}


def hook(when, number): return step("hook", when, hook=str(number))
def request(when, copies=1): return step("request", when, copies=copies)
def started(when): return step("online_started", when)
def choice(when, what): return step("owner_choice", when, choice=what)
def account(when): return step("on_account", when)
def release(when, to, **more): return step("release", when, to=to, **more)
def cash(when, amount, tendered): return step("pay", when, method="cash", amount=amount, tendered=tendered)
def card(when, amount, receipt): return step("pay", when, method="card", amount=amount, receipt=receipt)
def online(when, amount, via): return step("pay", when, method="online", amount=amount, via=via)
def transfer(when, amount): return step("pay", when, method="transfer", amount=amount)


def vin(prefix, number):
    """17 characters of the right shape; the middle is filled with Z as European makers do. Made up, no check digit."""
    return (prefix + "ZZZZZZZZZZZ")[:11] + "10" + number[-4:]


def buyer(id, name, street, town, email, phone, **more):
    postcode, city = town.split(" ", 1)
    return Buyer(id, name, street, postcode, city, email, phone, **more)


FFB = "82256 Fürstenfeldbruck"
SONNENHOF = buyer("20044", "Pflegedienst Sonnenhof gGmbH", "Am Sonnenhang 3", FFB, "verwaltung@sonnenhof.example", "089 99998-311",
                  form="Firma", contact="Birgit Aumann")
KELLNER = buyer("10417", "Sabine Kellner", "Veilchenweg 8", "80999 München", "s.kellner@post.example", "0171 3920041", form="Frau")
SAHIN = buyer("10472", "Gül Şahin-Müller", "Bachstraße 17 a", FFB, "guel.sahin@post.example", "0176 04069017", form="Frau")
PRUECKLMAYR = buyer("10391", "Anna-Lena Prücklmayr", "Kirchplatz 2", "82216 Maisach", "al.pruecklmayr@post.example", "0176 04069022",
                    form="Frau")
STEPANEK = buyer("10455", "Miroslav Štěpánek", "Birkenring 40", "82223 Eichenau", "m.stepanek@post.example", "0171 3920017", form="Herrn")
STOEGER = buyer("10208", "Ewald Stöger", "Lechfeldstraße 5", "86899 Landsberg am Lech", "ewald.stoeger@post.example", "0171 3920063",
                form="Herrn")


def earlier():
    """What was settled, cancelled or left on account before this morning."""
    golf = Car("M-AB 1234", "VW Golf VII", vin("WVWZZZAUZJW", "4117"))
    return [
        Invoice("2026-3790", date(2026, 11, 2), "xr-ubl",
                buyer("20019", "Malerbetrieb Kreutzer e.K.", "Gewerbering 21", "82140 Olching", "buero@kreutzer-maler.example",
                      "089 99998-340", form="Firma", contact="Ralf Kreutzer"),
                [labour("Turbolader aus- und eingebaut", "3.2"), part("Ladeluftschlauch", REST),
                 part("Dichtungssatz Turbolader", "48.60"), oil("6.5"), small("14.80")],
                "2.11. 16:05", total="864.15", car=Car("FFB-MK 44", "VW Transporter T6", vin("WV2ZZZ7HZHH", "3790")),
                work="Ladeluftschlauch und Dichtungen", km="148.905",
                story=[hook("2.11. 16:10", 7), request("2.11. 16:12"), choice("2.11. 17:01", "account"), account("2.11. 17:05"),
                       release("2.11. 17:20", "Ralf Kreutzer")], expect="handed_over"),
        Invoice("2026-3920", date(2026, 11, 12), "fx-cii", KELLNER,
                [labour("Räder umgesteckt und gewuchtet", "0.4"), part("Wuchtgewichte", REST), small("4.20")],
                "12.11. 16:40", total="79.00", car=golf, work="Winterräder", km="61.118",
                story=[hook("12.11. 16:42", 17), cash("12.11. 17:10", "79.00", "100.00"), release("12.11. 17:11", "Sabine Kellner")],
                expect="handed_over"),
        Invoice("2026-3998", date(2026, 11, 17), "fx-cii", STOEGER,
                [labour("Lichtmaschine ersetzt", "1.4"), part("Lichtmaschine 150 A, aufbereitet", REST), part("Altteilpfand", "60.00"),
                 small("9.60")],
                "17.11. 14:20", total="597.59", car=Car("LL-ES 63", "Nissan Qashqai", vin("SJNFAAJ11U", "3998")), work="Lichtmaschine",
                km="97.340",
                story=[hook("17.11. 14:25", 10), card("17.11. 17:02", "597.59", "T-1161"), release("17.11. 17:04", "Ewald Stöger")],
                expect="handed_over"),
        Invoice("2026-4043", date(2026, 11, 18), "zf1", STEPANEK,
                [labour("Steinschlag in der Frontscheibe gefüllt", "0.7"), part("Reparaturharz", REST), small("6.50")],
                "18.11. 10:15", total="154.70", car=Car("FFB-MS 912", "Dacia Duster", vin("UU1HSDAC", "4043")), work="Steinschlag",
                km="54.007",
                story=[hook("18.11. 10:20", 16), request("18.11. 10:25"), step("cancel", "20.11. 11:32")], expect="cancelled"),
        Invoice("2026-4052", date(2026, 11, 18), "fx-cii", PRUECKLMAYR,
                [labour("Spurstangen ersetzt, Achse vermessen", "1.6"), part("Spurstange rechts", REST),
                 part("Spurstange links", "53.90"), small("8.40")],
                "18.11. 13:30", total="372.15", car=Car("FFB-AP 305", "Renault Clio", vin("VF15R0G0H", "4052")), work="Spurstangen",
                km="72.480",
                story=[request("18.11. 13:45"), step("cancel", "19.11. 16:20")], expect="cancelled"),
        Invoice("2026-4061", date(2026, 11, 18), "xr-ubl",
                buyer("20037", "Café Morgenrot OHG", "Marktplatz 9", FFB, "post@morgenrot.example", "089 99998-352", form="Firma",
                      contact="Nadja Morgen"),
                [labour("Bremsen hinten erneuert", "1.2"), part("Bremsbeläge hinten, Satz", REST), part("Verschleißanzeiger", "16.90"),
                 small("11.20")],
                "18.11. 15:10", total="318.00", car=Car("B-LN 7310", "Ford Transit", vin("WF0XXXTTGX", "4061")), work="Bremsen hinten",
                km="118.260",
                story=[hook("18.11. 15:15", 4), request("18.11. 15:20"), started("18.11. 17:02"),
                       online("18.11. 17:03", "318.00", "PayPal"), release("18.11. 17:20", "Nadja Morgen"), step("chargeback", "08:12")],
                expect="reversed"),
        Invoice("2026-4066", date(2026, 11, 18), "pdf-zf1",
                buyer("10102", "Heinrich Obermaier", "Obere Lände 14", FFB, "h.obermaier@post.example", "0171 3920008", form="Herrn"),
                [labour("Vergaser synchronisiert, Zündung eingestellt", "2.8"), part("Dichtungssatz Vergaser", REST),
                 part("Zündkerzen", "6.45", "6"), small("9.80")],
                "18.11. 16:50", total="486.20", car=Car("FFB-HO 68H", "Mercedes-Benz 280 SL", vin("11304412", "4066")),
                work="Vergaser und Zündung", km="88.412",
                story=[hook("18.11. 16:55", 26), request("18.11. 17:00"), card("09:20", "486.20", "T-1179")], expect="paid"),
        Invoice("2026-4071", date(2026, 11, 18), "zf1",
                buyer("10460", "Ines Wagner", "Ammerseestraße 77", "86919 Utting am Ammersee", "ines.wagner@post.example",
                      "0176 04069031", form="Frau"),
                [labour("Fehlerspeicher ausgelesen, Diagnose", "0.6"), small(REST, "Prüfmittel")],
                "18.11. 17:25", total="95.20", car=Car("LL-T 92", "Kia Ceed", vin("U5YH2G11A", "4071")), work="Diagnose", km="33.951",
                story=[step("cancel", "09:05")], expect="cancelled"),
    ]


def sonnenhof():
    """One firm with three vehicles."""
    return [
        Invoice("2026-4074", date(2026, 11, 19), "xr-cii", SONNENHOF,
                [labour("Große Inspektion", "1.9"), part("Filtersatz", REST), oil("3.8"), part("Zündkerzen", "14.20", "3"), small("9.90")],
                "19.11. 09:05", total="486.71", car=Car("FFB-PS 101", "VW up!", vin("WVWZZZAAZHD", "4074")), work="Inspektion 90.000 km",
                km="89.774", days=30, skonto=[("7", "3.00"), ("14", "2.00")], object_ref=True, order_ref="SH-2026-118",
                story=[hook("19.11. 09:10", 27), request("19.11. 09:20"), choice("19.11. 11:05", "account"), account("19.11. 11:20")],
                expect="on_account"),
        Invoice("2026-4075", date(2026, 11, 19), "xr-cii", SONNENHOF,
                [labour("Hochvoltsystem geprüft, Bremsen gangbar gemacht", "1.1"), part("Bremsflüssigkeit DOT 4", "14.20", "1", "LTR"),
                 fee(), part("Scheibenwischer, Satz", REST)],
                "19.11. 09:06", total="311.68", car=Car("FFB-PS 104E", "VW e-up!", vin("WVWZZZAAZLD", "4075")), work="HU und Wartung",
                km="46.220", days=30, object_ref=True, order_ref="SH-2026-118",
                story=[hook("20.11. 12:10", 28), request("20.11. 12:15")], expect="requested"),
        Invoice("2026-4076", date(2026, 11, 19), "xr-ubl", SONNENHOF,
                [labour("Radlager vorn rechts ersetzt", "1.3"), part("Radlagersatz", REST), small("7.70")],
                "19.11. 09:07", total="301.07", car=Car("FFB-PS 109", "VW up!", vin("WVWZZZAAZKD", "4076")), work="Radlager vorn",
                km="71.093", days=30, object_ref=True, order_ref="SH-2026-119",
                story=[hook("19.11. 09:12", 20), request("19.11. 09:22"), account("19.11. 11:21"),
                       release("19.11. 15:40", "Birgit Aumann")], expect="handed_over"),
    ]


def business():
    """The other business customers."""
    return [
        Invoice("2026-4083", date(2026, 11, 19), "xr-ubl",
                buyer("20003", "Taxi Brunner GmbH", "Bahnhofstraße 30", FFB, "disposition@taxi-brunner.example", "089 99998-305",
                      form="Firma", contact="Toni Brunner", mandate="LINDNER-20003-01", debtor_iban="DE02500105170137075030"),
                [labour("Getriebeöl gewechselt, Getriebe gespült", "2.6"), part("Getriebeöl ATF", "19.80", "9", "LTR"),
                 part("Stoßdämpfer hinten", REST), part("Ölfilter Getriebe", "68.30"), labour("Stoßdämpfer hinten ersetzt", "1.8"),
                 small("18.60")],
                "19.11. 13:40", total="1318.56", car=Car("FFB-TX 40", "Mercedes-Benz E 220 d", vin("W1K2130041A", "4083")),
                work="Getriebespülung, Stoßdämpfer hinten", km="287.516", days=7, means="59",
                story=[hook("19.11. 13:45", 29)]),
        Invoice("2026-4090", date(2026, 11, 20), "xr-cii",
                buyer("20051", "Zimmerei Kögl GmbH & Co. KG", "Sägewerkstraße 6", "82272 Moorenweis", "rechnung@zimmerei-koegl.example",
                      "089 99998-377", form="Firma", contact="Xaver Kögl", vat_id="DE299417014"),
                [labour("Getriebe aus- und eingebaut", "11.5"), part("Austauschgetriebe 6-Gang", REST),
                 part("Kupplungssatz mit Ausrücklager", "489.00"), part("Zweimassenschwungrad", "612.00"),
                 part("Getriebeöl 75W", "21.40", "2.7", "LTR"), small("38.50")],
                "20.11. 08:10", total="6398.20", car=Car("FFB-ZK 750", "Ford Ranger", vin("6FPPXXMJ2P", "4090")),
                work="Austauschgetriebe und Kupplung", km="164.038", days=30, skonto=[("8", "2.00")], order_ref="Fuhrpark 11/26",
                story=[hook("20.11. 08:15", 30), request("20.11. 08:30", copies=2)], expect="requested"),
        Invoice("2026-4093", date(2026, 11, 20), "xr-cii",
                buyer("20012", "Spedition Hauer KG", "Frachtweg 2", "85774 Unterföhring", "fuhrpark@hauer-spedition.example",
                      "089 99998-366", form="Firma", contact="Dirk Hauer"),
                [labour("Kupplung ersetzt", "6.4"), part("Kupplungssatz", REST), part("Zentralausrücker", "168.00"),
                 part("Getriebeöl 75W", "21.40", "2.3", "LTR"), small("24.60")],
                "20.11. 10:20", total="2084.70", car=Car("M-KX 2207", "VW Crafter", vin("WV1ZZZSYZJ9", "4093")), work="Kupplung",
                km="211.870", order_ref="4500-1187",
                story=[hook("20.11. 16:00", 3), request("20.11. 16:05"), choice("10:02", "counter"), card("10:11", "834.70", "T-1182")],
                expect="part"),
        Invoice("2026-4099", date(2026, 11, 20), "pdf-fx-ext",
                buyer("20008", "Bau Weidinger GmbH", "Kiesgrubenweg 1", "81249 München", "buchhaltung@bau-weidinger.example",
                      "089 99998-330", form="Firma", contact="Martina Weidinger", vat_id="DE299417022"),
                [labour("Service groß, Bremsen allseits, HU-Vorbereitung", "8.5"), part("Bremsscheiben und Beläge vorn, Satz", REST),
                 part("Bremsscheiben und Beläge hinten, Satz", "418.00"), oil("8.2"), part("Filtersatz", "124.50"), fee("118.60"),
                 small("34.90")],
                "20.11. 13:15", total="2914.20", car=Car("M-BW 4400", "MAN TGE", vin("WMA00000UYK", "4099")), work="HU und Service",
                km="132.615", days=30, skonto=[("10", "2.00")], structured_skonto=True, order_ref="BW-7731",
                story=[hook("08:20", 9), request("08:30"), choice("09:50", "account"), account("10:04")], expect="on_account"),
        Invoice("2026-4109", date(2026, 11, 23), "xr-ubl",
                buyer("20060", "Zweckverband Bauhof Amperauen", "Amperstraße 50", "82275 Emmering", "vergabe@bauhof-amperauen.example",
                      "089 99998-388", form="", contact="Sepp Reisinger", leitweg="99-ZVAMPERAUEN-63"),
                [labour("Beleuchtung instand gesetzt, HU-Vorbereitung", "1.1"), part("Rückleuchte links", REST), fee(), small("5.40")],
                "08:55", total="318.62", car=Car("FFB-ZV 3", "VW Transporter T6.1", vin("WV1ZZZ7HZMH", "4109")),
                work="HU und Beleuchtung", km="58.744", days=30, order_ref="BH-26-0412",
                story=[hook("09:00", 36), request("09:04"), choice("10:15", "account")], expect="requested"),
        Invoice("2026-4113", date(2026, 11, 23), "xr-ubl",
                buyer("20066", "Kanzlei Reuter & Partner mbB", "Promenade 4", "80539 München", "office@reuter-partner.example",
                      "089 99998-359", form="Firma", contact="Dr. Silke Reuter"),
                [labour("Räder gewechselt, Fahrwerk vermessen", "1.5"), part("Winterreifen 245/45 R18", "168.40", "4"),
                 part("Reifendrucksensoren", REST), small("16.00")],
                "09:12", total="1184.05", car=Car("M-RP 700E", "BMW i4", vin("WBY31AW0", "4113")), work="Winterreifen und Vermessung",
                km="28.640", payee_iban="DE02120300000000202051",
                story=[hook("09:20", 32)], expect="open"),
        Invoice("2026-4115", date(2026, 11, 23), "xr-cii",
                buyer("20041", "Fahrschule Rückenwind GmbH", "Schulgasse 11", "82110 Germering", "team@rueckenwind.example",
                      "089 99998-344", form="Firma", contact="Olaf Behnke"),
                [labour("Doppelpedalanlage geprüft, Bremslichtschalter ersetzt", "1.7"), part("Bremslichtschalter", REST),
                 part("Pedalseil", "46.80"), small("6.30")],
                "09:14", total="356.41", car=Car("FFB-FR 8", "VW Golf VIII", vin("WVWZZZCDZMW", "4115")), work="Doppelpedale", km="83.205",
                story=[hook("09:16", 35), request("09:20"), choice("09:58", "counter")], expect="requested"),
    ]
