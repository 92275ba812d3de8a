#include "app/domain/setting.h"
#include "app/core/limits.h"
#include "app/domain/iban.h"
#include "app/domain/mail_rules.h"
#include "app/domain/money.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

using T = SettingType;
using S = SettingScope;

Error notTaken(const QString& code, const SettingDef& def)
{
    return Error{Fault::Refused, code, def.key};
}

bool isColor(const QString& v)
{
    if (v.size() != 7 || v[0] != u'#') return false;
    return std::all_of(v.begin() + 1, v.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f'); });
}

SettingDef text(const QString& key, const QString& group, int maxLength = 200, const QString& fallback = {})
{
    return {key, group, T::Text, S::Site, fallback, {}, false, maxLength, 0, 0};
}

SettingDef of(const QString& key, const QString& group, T type, S scope = S::Site, const QString& fallback = {}, const QStringList& choices = {})
{
    return {key, group, type, scope, fallback, choices, false, type == T::Image ? 700'000 : type == T::LongText ? 40'000 : 1000, 0, 0};
}

SettingDef number(const QString& key, const QString& group, S scope, qint64 min, qint64 max, const QString& fallback)
{
    return {key, group, T::Number, scope, fallback, {}, false, 20, min, max};
}

SettingDef sized(SettingDef def, int maxLength)
{
    def.maxLength = maxLength;
    return def;
}

SettingDef hidden(SettingDef def)
{
    def.hidden = true;
    return def;
}

SettingDef staying(SettingDef def)
{
    def.stays = true;
    return def;
}

SettingDef locked(SettingDef def)
{
    def.locked = true;
    return def;
}

// Why each of them: see SettingDef::perDesk.
SettingDef perDesk(SettingDef def)
{
    def.perDesk = true;
    return def;
}

SettingDef lockedEmpty(SettingDef def)
{
    def.locked = def.lockedEmpty = true;
    return def;
}

} // namespace

const std::vector<SettingDef>& settingTable()
{
    static const std::vector<SettingDef> table{
        text(u"company.name"_s, u"company"_s, 80), text(u"company.legal_name"_s, u"company"_s, 80), text(u"company.tagline"_s, u"company"_s, 80),
        text(u"company.street"_s, u"company"_s, 80), text(u"company.postcode"_s, u"company"_s, 10), text(u"company.city"_s, u"company"_s, 60),
        text(u"company.phone"_s, u"company"_s, 40), of(u"company.email"_s, u"company"_s, T::Email), text(u"company.web"_s, u"company"_s, 80),
        text(u"company.director"_s, u"company"_s, 120), text(u"company.register"_s, u"company"_s, 120), text(u"company.vat_id"_s, u"company"_s, 20),
        text(u"company.opening_hours"_s, u"company"_s, 120), text(u"company.opening_hours_en"_s, u"company"_s, 120),
        text(u"company.advisor"_s, u"company"_s, 80), text(u"company.advisor_phone"_s, u"company"_s, 40),
        of(u"company.logo"_s, u"company"_s, T::Image), of(u"company.accent"_s, u"company"_s, T::Color, S::Site, u"#0F4C81"_s),
        locked(text(u"payee.holder"_s, u"payee"_s, 70)), locked(of(u"payee.iban"_s, u"payee"_s, T::Iban)), locked(of(u"payee.bic"_s, u"payee"_s, T::Bic)),
        text(u"payee.bank"_s, u"payee"_s, 80), lockedEmpty(of(u"payee.own_ibans"_s, u"payee"_s, T::IbanList)),
        text(u"site.name"_s, u"desk"_s, 60), number(u"site.number"_s, u"desk"_s, S::Site, 0, 99, u"1"_s),
        text(u"source.system"_s, u"source"_s, 40, u"WERBAS"_s), perDesk(of(u"source.folder"_s, u"source"_s, T::Folder)),
        // What lies in a folder of one's own is read in its way, and files that others still need stay there.
        perDesk(of(u"source.table"_s, u"source"_s, T::Choice, S::Site, u"none"_s, {u"none"_s, u"werbas"_s, u"de"_s, u"de_lines"_s, u"en"_s, u"datev"_s, u"own"_s})),
        hidden(of(u"source.table_profile"_s, u"source"_s, T::LongText)), hidden(sized(of(u"source.own_profiles"_s, u"source"_s, T::LongText), limits::kMaxOwnProfilesText)),
        perDesk(of(u"writeback.folder"_s, u"source"_s, T::Folder)), of(u"account.customers"_s, u"source"_s, T::List), of(u"account.limit"_s, u"source"_s, T::Amount),
        of(u"portal.id"_s, u"portal"_s, T::Choice, S::Site, u"none"_s, {u"none"_s, u"training"_s, u"bezahl"_s, u"mollie"_s, u"stripe"_s, u"sumup"_s, u"adyen"_s}),
        of(u"portal.test"_s, u"portal"_s, T::Flag, S::Site, u"no"_s),
        of(u"portal.methods"_s, u"portal"_s, T::Text, S::Site, {}),
        text(u"bezahl.account"_s, u"portal"_s), text(u"bezahl.base_url"_s, u"portal"_s), text(u"mollie.base_url"_s, u"portal"_s), text(u"stripe.base_url"_s, u"portal"_s),
        text(u"sumup.account"_s, u"portal"_s), text(u"sumup.base_url"_s, u"portal"_s), text(u"adyen.account"_s, u"portal"_s), text(u"adyen.base_url"_s, u"portal"_s),
        of(u"refund.four_eyes_above"_s, u"portal"_s, T::Amount, S::Site, u"100.00"_s),
        text(u"mail.host"_s, u"mail"_s, 120), number(u"mail.port"_s, u"mail"_s, S::Site, 1, 65535, u"587"_s),
        of(u"mail.security"_s, u"mail"_s, T::Choice, S::Site, u"starttls"_s, {u"starttls"_s, u"tls"_s, u"none"_s}), text(u"mail.user"_s, u"mail"_s, 120),
        of(u"mail.from"_s, u"mail"_s, T::Email), text(u"mail.from_name"_s, u"mail"_s, 80), of(u"mail.reply_to"_s, u"mail"_s, T::Email), perDesk(text(u"mail.proxy"_s, u"mail"_s)),
        of(u"mail.confirm"_s, u"mail"_s, T::Flag, S::Site, u"yes"_s), hidden(sized(of(u"mail.texts"_s, u"mail"_s, T::LongText), limits::kMaxMailTexts)),
        number(u"orders.port"_s, u"source"_s, S::Desk, 0, 65535, u"0"_s),
        number(u"receive.port"_s, u"portal"_s, S::Desk, 0, 65535, u"8490"_s), of(u"receive.address"_s, u"portal"_s, T::Text, S::Desk, u"127.0.0.1"_s),
        staying(hidden(of(u"receive.path"_s, u"portal"_s, T::Text, S::Desk))), of(u"receive.host"_s, u"portal"_s, T::Text, S::Desk),
        staying(of(u"secrets.place"_s, u"store"_s, T::Choice, S::Desk, u"keyring"_s, {u"keyring"_s, u"file"_s})), staying(hidden(of(u"portal.used"_s, u"portal"_s, T::List))),
        staying(of(u"profile.kind"_s, u"store"_s, T::Choice, S::Site, u"real"_s, {u"real"_s, u"sample"_s})),
        staying(of(u"store.kind"_s, u"store"_s, T::Choice, S::Desk, u"sqlite"_s, {u"sqlite"_s, u"postgres"_s})), staying(of(u"store.url"_s, u"store"_s, T::Text, S::Desk)),
        staying(hidden(text(u"store.id"_s, u"store"_s, 12))), staying(hidden(number(u"setup.question"_s, u"desk"_s, S::Desk, 1, 5, u"1"_s))),
        staying(hidden(of(u"setup.state"_s, u"desk"_s, T::Choice, S::Desk, u"new"_s, {u"new"_s, u"running"_s, u"later"_s, u"done"_s}))),
        sized(of(u"desk.site"_s, u"desk"_s, T::Text, S::Desk), 60), of(u"desk.name"_s, u"desk"_s, T::Text, S::Desk, u"Theke 1"_s), of(u"desk.user"_s, u"desk"_s, T::Text, S::Desk), number(u"desk.lock_minutes"_s, u"desk"_s, S::Desk, 0, 240, u"10"_s),
        of(u"ui.language"_s, u"desk"_s, T::Choice, S::Desk, u"de"_s, {u"de"_s, u"en"_s}),
        of(u"ui.theme"_s, u"desk"_s, T::Choice, S::Desk, u"system"_s, {u"system"_s, u"light"_s, u"dark"_s, u"contrast"_s}),
        number(u"ui.font_scale"_s, u"desk"_s, S::Desk, 80, 200, u"100"_s),
        of(u"scanner.prefix"_s, u"desk"_s, T::Choice, S::Desk, u"none"_s, {u"none"_s, u"f9"_s, u"stx"_s}),
        of(u"scanner.suffix"_s, u"desk"_s, T::Choice, S::Desk, u"enter"_s, {u"none"_s, u"enter"_s, u"tab"_s}), of(u"scanner.speed"_s, u"desk"_s, T::Flag, S::Desk, u"yes"_s),
        staying(of(u"desk.scanner_port"_s, u"desk"_s, T::Text, S::Desk)), number(u"desk.scanner_baud"_s, u"desk"_s, S::Desk, 300, 921'600, u"9600"_s),
        of(u"desk.scanner_data_bits"_s, u"desk"_s, T::Choice, S::Desk, u"8"_s, {u"7"_s, u"8"_s}), of(u"desk.scanner_parity"_s, u"desk"_s, T::Choice, S::Desk, u"none"_s, {u"none"_s, u"even"_s, u"odd"_s, u"mark"_s, u"space"_s}),
        of(u"desk.scanner_stop_bits"_s, u"desk"_s, T::Choice, S::Desk, u"1"_s, {u"1"_s, u"2"_s}), of(u"desk.scanner_flow"_s, u"desk"_s, T::Choice, S::Desk, u"none"_s, {u"none"_s, u"rts_cts"_s, u"xon_xoff"_s}),
        of(u"printer.name"_s, u"printer"_s, T::Text, S::Desk), of(u"printer.label"_s, u"printer"_s, T::Text, S::Desk),
        of(u"printer.label_size"_s, u"printer"_s, T::Choice, S::Desk, u"62x29"_s, {u"62x29"_s, u"54x25"_s, u"57x32"_s, u"89x36"_s, u"100x50"_s}), number(u"training.port"_s, u"portal"_s, S::Desk, 0, 65535, u"8480"_s),
        of(u"training.address"_s, u"portal"_s, T::Text, S::Desk),
        perDesk(of(u"source.files"_s, u"source"_s, T::Choice, S::Site, u"move"_s, {u"move"_s, u"leave"_s})),
        hidden(sized(of(u"desk.keys"_s, u"desk"_s, T::Text, S::Desk), limits::kMaxDeskText)),
        staying(of(u"desk.wall_screen"_s, u"desk"_s, T::Text, S::Desk)),
        of(u"desk.sounds"_s, u"desk"_s, T::Choice, S::Desk, u"off"_s, {u"off"_s, u"attention"_s, u"all"_s}),
        hidden(sized(of(u"desk.filters"_s, u"desk"_s, T::Text, S::Desk), limits::kMaxDeskText)), hidden(sized(of(u"desk.columns"_s, u"desk"_s, T::Text, S::Desk), limits::kMaxDeskText)),
        number(u"keys.wait_days"_s, u"desk"_s, S::Site, 1, 60, u"3"_s),
        of(u"keys.signature"_s, u"desk"_s, T::Choice, S::Site, u"off"_s, {u"off"_s, u"optional"_s, u"required"_s}),
        of(u"backup.daily"_s, u"store"_s, T::Flag, S::Desk, u"yes"_s), staying(of(u"backup.folder"_s, u"store"_s, T::Folder, S::Desk)),
        number(u"backup.keep"_s, u"store"_s, S::Desk, 2, 365, u"14"_s), number(u"backup.warn_days"_s, u"store"_s, S::Desk, 1, 60, u"3"_s),
        text(u"orders.account"_s, u"source"_s, 100)};
    return table;
}

const SettingDef* findSetting(const QString& key)
{
    const auto& table = settingTable();
    const auto found = std::find_if(table.begin(), table.end(), [&](const SettingDef& d) { return d.key == key; });
    return found == table.end() ? nullptr : &*found;
}

Result<QString> normalizeSetting(const SettingDef& def, const QString& raw)
{
    const auto value = def.type == T::LongText || def.type == T::Image ? raw : raw.trimmed();
    if (value.size() > def.maxLength) return notTaken(u"setting.too_long"_s, def);
    if (def.type != T::LongText && std::any_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return notTaken(u"setting.control_characters"_s, def);
    if (value.isEmpty()) return value;
    switch (def.type) {
    case T::Iban: return isIban(value) ? Result<QString>{compactIban(value)} : notTaken(u"setting.iban"_s, def);
    case T::Bic: return isBic(value.toUpper()) ? Result<QString>{value.toUpper()} : notTaken(u"setting.bic"_s, def);
    case T::Email: return isMailAddress(value) ? Result<QString>{value} : notTaken(u"setting.email"_s, def);
    case T::Color: return isColor(value) ? Result<QString>{value.toUpper()} : notTaken(u"setting.color"_s, def);
    case T::Choice: return def.choices.contains(value) ? Result<QString>{value} : notTaken(u"setting.choice"_s, def);
    case T::Flag: return value == u"yes" || value == u"no" ? Result<QString>{value} : notTaken(u"setting.flag"_s, def);
    case T::Amount: {
        const auto amount = parseMoney(value);
        return amount ? Result<QString>{plainAmount(amount.value())} : notTaken(u"setting.amount"_s, def);
    }
    case T::Number: {
        bool ok = false;
        const auto n = value.toLongLong(&ok);
        return ok && n >= def.min && (def.max == 0 || n <= def.max) ? Result<QString>{QString::number(n)} : notTaken(u"setting.number"_s, def);
    }
    case T::IbanList: {
        QStringList ibans;
        for (const auto& one : value.split(u',', Qt::SkipEmptyParts)) {
            if (!isIban(one.trimmed())) return notTaken(u"setting.iban"_s, def);
            ibans << compactIban(one);
        }
        return ibans.join(u',');
    }
    case T::Text:
    case T::LongText:
    case T::Folder:
    case T::List:
    case T::Image: return value;
    }
    Q_UNREACHABLE();
}

bool mayStandAtDesk(const SettingDef& def)
{
    return def.scope == S::Desk || def.perDesk;
}

const QStringList& settingsTogether()
{
    static const QStringList keys{u"portal.id"_s, u"profile.kind"_s};
    return keys;
}

Result<Ok> checkTogether(const SettingValues& values)
{
    const bool real = settingOf(values, u"profile.kind"_s) != u"sample";
    if (real && settingOf(values, u"portal.id"_s) == u"training") return Error{Fault::Refused, u"portal.training_real"_s, {}};
    return Ok{};
}

QString settingOf(const SettingValues& values, const QString& key)
{
    const auto found = values.constFind(key);
    if (found != values.constEnd() && !found->isEmpty()) return *found;
    const auto* def = findSetting(key);
    return def ? def->fallback : QString{};
}

bool isLocked(const SettingDef& def, const SettingValues& stored)
{
    return def.locked && (!stored.value(def.key).isEmpty() || (def.lockedEmpty && !stored.value(u"payee.iban"_s).isEmpty()));
}

} // namespace tresen::domain
