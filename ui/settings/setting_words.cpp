#include "ui/settings/setting_words.h"
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

struct SettingPhrase {
    const char* key;
    const char* label;
    const char* help;
};

constexpr SettingPhrase kSettings[] = {
    {"company.name", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Name of the workshop"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "As customers know it; on the sheet, the pay page and in the window")},
    {"company.legal_name", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Registered name"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "With its legal form, as in the register")},
    {"company.tagline", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Line under the name"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Small, on the sheet only")},
    {"company.street", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Street and number"), ""},
    {"company.postcode", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Postcode"), ""},
    {"company.city", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Town"), ""},
    {"company.phone", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Telephone"), ""},
    {"company.email", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "E-mail"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Customers write to this address")},
    {"company.web", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Web page"), ""},
    {"company.director", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Management"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Has to stand on business letters of a company")},
    {"company.register", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Register court and number"), ""},
    {"company.vat_id", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "VAT identification number"), ""},
    {"company.opening_hours", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Opening hours"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "When a car can be fetched")},
    {"company.opening_hours_en", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Opening hours in English"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "For letters and pages that are not in German; empty: as above")},
    {"company.advisor", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Person to ask"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Stands on the sheet for questions")},
    {"company.advisor_phone", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Direct number"), ""},
    {"company.logo", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Logo"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "PNG or JPEG; a large one is made smaller")},
    {"company.accent", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Colour of the house"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "On the sheet and the pay page, not in this window")},
    {"payee.holder", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Account holder"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Exactly as the bank has it")},
    {"payee.iban", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Account number (IBAN)"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "All the customers' money goes here; an invoice file cannot change it")},
    {"payee.bic", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "BIC"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Only needed outside the euro area")},
    {"payee.bank", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Name of the bank"), ""},
    {"payee.own_ibans", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Further accounts of the house"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "IBANs that may stand on an invoice without an alarm, one per line")},
    {"site.name", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Site"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Tells several houses of one company apart")},
    {"site.number", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Number of the site"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "0 to 99; part of every desk code")},
    {"source.system", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Workshop system"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Where the invoices come from")},
    {"source.folder", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Folder of new invoices"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "The workshop system puts them there")},
    {"writeback.folder", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Folder for giving back"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Paid invoices go there, and the answers are read there")},
    {"account.customers", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Customers on account"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Customer numbers that may pay later, one per line; with a limit of their own like 4711=5000.00")},
    {"account.limit", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Limit for paying later"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Of one customer over all his invoices; above it the manager has to approve; empty: no limit")},
    {"portal.id", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Payment portal"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Makes the pay pages; the training portal takes no real money")},
    {"portal.methods", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Ways to pay"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Named on the sheet, separated by commas")},
    {"portal.test", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Test mode"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Links take no real money and settle nothing; for trying out")},
    {"bezahl.account", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "bezahl.de: organisation"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Number of the organisation, from the portal")},
    {"bezahl.base_url", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "bezahl.de: address"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "From the contract; empty in test mode")},
    {"mollie.base_url", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Mollie: address"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Empty: the usual one")},
    {"stripe.base_url", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Stripe: address"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Empty: the usual one")},
    {"sumup.account", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "SumUp: merchant code"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "From the SumUp account")},
    {"sumup.base_url", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "SumUp: address"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Empty: the usual one")},
    {"adyen.account", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Adyen: merchant account"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "From the Adyen Customer Area")},
    {"adyen.base_url", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Adyen: address"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "The live address has a part of your own; empty in test mode")},
    {"refund.four_eyes_above", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Refund needs two people above"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "A second person has to agree to what is more")},
    {"mail.host", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Mail server"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Empty: no mails are sent")},
    {"mail.port", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Port of the mail server"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Usually 587")},
    {"mail.security", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Encryption"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "How the way to the mail server is protected")},
    {"mail.user", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "User at the mail server"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "The password lies in the keyring")},
    {"mail.from", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Sender address"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Customers see this address")},
    {"mail.from_name", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Sender name"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Empty: the name of the workshop")},
    {"mail.reply_to", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Answers go to"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Empty: to the sender")},
    {"mail.proxy", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Proxy for mail"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Like socks5h://server:1080; empty: none")},
    {"mail.confirm", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Confirm payments by mail"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "The owner gets a mail when money has come in or gone back")},
    {"receive.port", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Port of the receiver"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "For “tresen receive”, behind a proxy with a public address")},
    {"receive.address", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Address of the receiver"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Usually this computer only")},
    {"receive.host", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Public name of the receiver"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "As the portals call it")},
    {"secrets.place", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Keys and passwords"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Where this desk keeps them")},
    {"profile.kind", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Kind of data"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Sample data are marked on every screen and sheet")},
    {"store.kind", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Where the data are"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Takes effect at the next start")},
    {"store.url", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Address of the server"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Like postgres://desk@server/tresen; only with a server")},
    {"desk.site", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Site of this desk"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Only where desks of several sites share one database: what is taken over here belongs to it. Empty: the site above")},
    {"desk.name", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Name of this desk"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Stands beside everything that is booked here")},
    {"desk.user", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Who works here"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Stands beside everything that is booked here")},
    {"desk.wall_screen", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Screen of the wall board"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Where F11 shows which key may leave")},
    {"desk.sounds", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Sounds"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Whatever sounds also stands on the screen")},
    {"keys.wait_days", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "A car waits for pick-up after"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Working days, Monday to Friday: nothing is missing, and its key is still here")},
    {"desk.lock_minutes", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Lock after minutes"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "When nobody has touched the desk for so long; 0: never. Only where people sign in")},
    {"ui.language", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Language of this window"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Sheets have a language of their own")},
    {"ui.theme", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Look"), ""},
    {"ui.font_scale", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Size of the text in percent"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "80 to 200")},
    {"scanner.prefix", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Key a scanner begins with"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "The surest way; set the same prefix in the scanner, and Return at the end")},
    {"scanner.suffix", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Key a scanner ends with"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "As set in the scanner; without one a short pause is the end of a code")},
    {"scanner.speed", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Know a scanner by its speed"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Works without setting up the scanner")},
    {"desk.scanner_port", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Scanner on a line of its own"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "One that does not type, like ttyACM0; empty: none")},
    {"desk.scanner_baud", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Speed of that line"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "In baud, as set in the scanner; over USB it does not matter")},
    {"desk.scanner_data_bits", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Data bits of that line"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Nearly always 8")},
    {"desk.scanner_parity", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Parity of that line"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "As set in the scanner; with 7 data bits mostly even")},
    {"desk.scanner_stop_bits", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Stop bits of that line"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Nearly always 1")},
    {"desk.scanner_flow", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Flow control of that line"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Only where the scanner waits for the computer")},
    {"printer.name", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Printer for sheets and receipts"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Offered first when something is printed at this desk")},
    {"printer.label", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Printer for key tags"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Offered first when tags are printed; empty: that of the sheets")},
    {"printer.label_size", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Size of a key tag"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Of the labels in that printer")},
    {"training.port", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Port of the training pay page"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "0 chooses a free one; takes effect at the next start")},
    {"source.table", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Tables of the workshop system"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "How CSV and ASCII exports are read; without a choice none is taken")},
    {"orders.port", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Port for orders"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "A workshop system that talks to bezahl.de can send its orders here; 0: closed")},
    {"orders.account", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Organisation in orders"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Only orders with this orgId are taken; empty: all")},
    {"source.files", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Files that were read"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Moved: into the folders done and failed, with the reason beside")},
    {"training.address", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Address of the training pay page"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Empty: every address of this computer")},
    {"keys.signature", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Signature when a key is handed over"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Drawn with finger, pen or mouse, kept beside the documents")},
    {"backup.daily", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Back up every day"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "By itself, while everybody goes on working")},
    {"backup.folder", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Folder of the backups"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Best on another disk; empty: beside the data")},
    {"backup.keep", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Backups kept"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "The oldest beyond that go once a new one has been read again")},
    {"backup.warn_days", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Warn after days without a backup"), ""},
};

struct ValuePhrase {
    const char* key;
    const char* value;
    const char* text;
};

constexpr ValuePhrase kValues[] = {
    {"source.table", "none", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "None: e-invoices only")},
    {"source.table", "werbas", "WERBAS ASCII"},
    {"source.table", "de", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "German table, one row per invoice")},
    {"source.table", "de_lines", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "German table, one row per line")},
    {"source.table", "en", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "English table")},
    {"source.table", "datev", "DATEV Buchungsstapel (EXTF)"},
    {"source.table", "own", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Own description")},
    {"source.files", "move", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Are moved away")},
    {"source.files", "leave", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Stay where they are")},
    {"portal.id", "none", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "None: bank transfer and counter only")},
    {"portal.id", "training", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Training portal (no real money)")},
    {"portal.id", "bezahl", "bezahl.de"},
    {"portal.id", "mollie", "Mollie"},
    {"portal.id", "stripe", "Stripe"},
    {"portal.id", "sumup", "SumUp"},
    {"portal.id", "adyen", "Adyen"},
    {"mail.security", "starttls", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Encrypted from the start of the talk (STARTTLS)")},
    {"mail.security", "tls", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Encrypted from the first byte (TLS)")},
    {"mail.security", "none", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Not at all: this computer only")},
    {"secrets.place", "keyring", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "In the keyring of the user")},
    {"secrets.place", "file", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "In a private file of the profile")},
    {"profile.kind", "real", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Real data")},
    {"profile.kind", "sample", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Sample data")},
    {"store.kind", "sqlite", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "On this computer (one desk)")},
    {"store.kind", "postgres", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "On a server (several desks)")},
    {"scanner.prefix", "none", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "None")},
    {"scanner.prefix", "f9", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "F9")},
    {"scanner.prefix", "stx", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "STX (Ctrl+B)")},
    {"scanner.suffix", "none", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "None: a short pause")},
    {"scanner.suffix", "enter", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Enter")},
    {"scanner.suffix", "tab", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Tab")},
    {"desk.scanner_data_bits", "7", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "7 bits")},
    {"desk.scanner_data_bits", "8", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "8 bits")},
    {"desk.scanner_parity", "none", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "None")},
    {"desk.scanner_parity", "even", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Even")},
    {"desk.scanner_parity", "odd", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Odd")},
    {"desk.scanner_parity", "mark", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Mark (always 1)")},
    {"desk.scanner_parity", "space", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Space (always 0)")},
    {"desk.scanner_stop_bits", "1", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "1 bit")},
    {"desk.scanner_stop_bits", "2", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "2 bits")},
    {"desk.scanner_flow", "none", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "None")},
    {"desk.scanner_flow", "rts_cts", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Hardware (RTS/CTS)")},
    {"desk.scanner_flow", "xon_xoff", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Software (XON/XOFF)")},
    {"printer.label_size", "62x29", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "62 × 29 mm")},
    {"printer.label_size", "54x25", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "54 × 25 mm")},
    {"printer.label_size", "57x32", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "57 × 32 mm")},
    {"printer.label_size", "89x36", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "89 × 36 mm")},
    {"printer.label_size", "100x50", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "100 × 50 mm")},
    {"keys.signature", "off", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Not asked for")},
    {"keys.signature", "optional", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Possible")},
    {"keys.signature", "required", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Required, or a reason why not")},
    {"ui.language", "de", "Deutsch"},      // each language in its own words
    {"ui.language", "en", "English"},
    {"desk.sounds", "off", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Off")},
    {"desk.sounds", "attention", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Only when somebody is needed")},
    {"desk.sounds", "all", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "All: payments, too")},
    {"ui.theme", "system", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "As the computer has it")},
    {"ui.theme", "light", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Light")},
    {"ui.theme", "dark", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Dark")},
    {"ui.theme", "contrast", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "High contrast")},
};

constexpr SettingPhrase kGroups[] = {
    {"company", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Workshop"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "What stands on sheets, receipts and the pay page")},
    {"payee", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Bank account"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Where the customers' money goes. Locked once it is set")},
    {"source", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Workshop system"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Where invoices come from and where payments go back to")},
    {"portal", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Payment portal"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "How customers pay by phone")},
    {"mail", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Mail"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Payment requests and confirmations to the owner")},
    {"mail_texts", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Mail texts"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "The workshop's own words in its mails; amounts, account and pay link stand there by themselves")},
    {"printer", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Printer"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "At this desk")},
    {"store", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Data and backup"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Where everything is kept, and that it is in order")},
    {"desk", QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "This desk"), QT_TRANSLATE_NOOP("tresen::ui::SettingWords", "Site, desk, language and look")},
};

const SettingPhrase* settingPhrase(const QString& key)
{
    for (const auto& phrase : kSettings)
        if (key == QLatin1StringView{phrase.key}) return &phrase;
    return nullptr;
}

const SettingPhrase* groupPhrase(const QString& group)
{
    for (const auto& phrase : kGroups)
        if (group == QLatin1StringView{phrase.key}) return &phrase;
    return nullptr;
}

} // namespace

bool SettingWords::knows(const QString& key)
{
    return settingPhrase(key) != nullptr;
}

QString SettingWords::label(const QString& key)
{
    const auto* phrase = settingPhrase(key);
    return phrase ? tr(phrase->label) : key;
}

QString SettingWords::help(const QString& key)
{
    const auto* phrase = settingPhrase(key);
    return phrase && *phrase->help ? tr(phrase->help) : QString{};
}

QString SettingWords::scope(domain::SettingScope scope)
{
    switch (scope) {
    case domain::SettingScope::Site: return tr("For the whole workshop");
    case domain::SettingScope::Desk: return tr("For this desk only");
    }
    return {};
}

domain::SettingScope SettingWords::scopeOf(const QString& group)
{
    int site = 0, desk = 0;
    for (const auto& def : domain::settingTable()) {
        if (def.group != group || def.hidden) continue;
        ++(def.scope == domain::SettingScope::Desk ? desk : site);
    }
    return desk > site ? domain::SettingScope::Desk : domain::SettingScope::Site;
}

QString SettingWords::group(const QString& group)
{
    const auto* phrase = groupPhrase(group);
    return phrase ? tr(phrase->label) : group;
}

QString SettingWords::groupHelp(const QString& group)
{
    const auto* phrase = groupPhrase(group);
    return phrase ? tr(phrase->help) : QString{};
}

QString SettingWords::choice(const QString& key, const QString& value)
{
    for (const auto& phrase : kValues)
        if (key == QLatin1StringView{phrase.key} && value == QLatin1StringView{phrase.value})
            return key == u"ui.language" ? QString::fromUtf8(phrase.text) : tr(phrase.text);
    return value;
}

QStringList SettingWords::groups()
{
    QStringList out;
    for (const auto& phrase : kGroups) out << QString::fromLatin1(phrase.key);
    return out;
}

} // namespace tresen::ui
