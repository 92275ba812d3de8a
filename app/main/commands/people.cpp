// user: list, add, change, pin; --as NAME of every command, --second NAME of those that another one may have to agree to
#include "app/core/files.h"
#include "app/domain/enum_names.h"
#include "app/main/command.h"
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

Error userUsage()
{
    return Error{Fault::Invalid, u"usage"_s, findCommand(u"user"_s)->usage};
}

Secret pinOf(QByteArray bytes)
{
    while (bytes.endsWith('\n') || bytes.endsWith('\r')) bytes.chop(1);
    const Secret pin{QString::fromUtf8(bytes)};
    Secret::wipe(bytes);
    return pin;
}

// From standard input, so that it stands in no list of commands.
Result<Secret> typedPin()
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly)) return Error{Fault::Invalid, u"pin.input"_s, {}};
    return pinOf(in.readLine(limits::kMaxPinFile));
}

// A file that nobody else can read or write.
Result<Secret> filedPin(const QString& path, const QString& saidBy)
{
    if (path.isEmpty()) return Error{Fault::Refused, u"pin.file"_s, saidBy};
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if ((QFileInfo{path}.permissions() & others) != QFileDevice::Permissions{}) return Error{Fault::Refused, u"pin.file"_s, path};
    const auto bytes = files::readRegular(path, limits::kMaxPinFile);
    if (!bytes) return bytes.error();
    return pinOf(bytes.value());
}

void printUser(const domain::Person& person)
{
    printLine({{u"name"_s, person.user.name}, {u"role"_s, codeOf(person.user.role)}, {u"active"_s, person.user.active()}, {u"failures"_s, person.failures}});
}

void saveUser(House& house, const domain::User& user, const Secret& pin, const Finish& finish)
{
    house.people->save(user, pin, [&house, finish](const Result<domain::UserId>& id) {
        if (!id) return finishWith(id.error(), finish);
        if (const auto* person = house.people->known().find(id.value())) printUser(*person);
        finish(Exit::Done);
    });
}

void addUser(House& house, const Arguments& a, const Finish& finish)
{
    domain::User user;
    user.name = a.words[1];
    if (!domain::enumFromName(a.option(u"--role"_s), user.role)) return finishWith(userUsage(), finish);
    const auto pin = typedPin();
    if (!pin) return finishWith(pin.error(), finish);
    if (pin.value().isEmpty()) return finishWith(Error{Fault::Refused, u"user.pin_missing"_s, {}}, finish);
    saveUser(house, user, pin.value(), finish);
}

void changeUser(House& house, const Arguments& a, const domain::User& known, const Finish& finish)
{
    auto user = known;
    if (a.has(u"--off"_s) && a.has(u"--on"_s)) return finishWith(userUsage(), finish);
    if (a.has(u"--role"_s) && !domain::enumFromName(a.option(u"--role"_s), user.role)) return finishWith(userUsage(), finish);
    if (a.has(u"--name"_s)) user.name = a.option(u"--name"_s);
    if (a.has(u"--off"_s) || a.has(u"--on"_s)) user.off = a.has(u"--off"_s);
    saveUser(house, user, {}, finish);
}

void changePin(House& house, const domain::User& user, const Finish& finish)
{
    const auto pin = typedPin();
    if (!pin) return finishWith(pin.error(), finish);
    house.people->setPin(user.id, pin.value(), [name = user.name, finish](const Result<Ok>& done) {
        if (!done) return finishWith(done.error(), finish);
        printLine({{u"name"_s, name}, {u"pin"_s, u"changed"_s}});
        finish(Exit::Done);
    });
}

} // namespace

void runUser(House& house, const Arguments& a, Finish finish)
{
    const auto verb = a.words.front();
    if (verb == u"list" && a.words.size() == 1) {
        for (const auto& person : house.people->known().persons) printUser(person);
        return finish(Exit::Done);
    }
    if (a.words.size() != 2) return finishWith(userUsage(), finish);
    if (verb == u"add") return addUser(house, a, finish);
    const auto* person = house.people->known().findName(a.words[1]);
    if (!person) return finishWith(Error{Fault::NotFound, u"user.unknown"_s, a.words[1]}, finish);
    if (verb == u"change") return changeUser(house, a, person->user, finish);
    if (verb == u"pin") return changePin(house, person->user, finish);
    finishWith(userUsage(), finish);
}

void comeInAs(House& house, const Arguments& a, services::Done<Ok> done)
{
    if (!a.has(u"--as"_s)) return done(Ok{});
    const auto* person = house.people->known().findName(a.option(u"--as"_s));
    if (!person) return done(Error{Fault::NotFound, u"user.unknown"_s, a.option(u"--as"_s)});
    const auto pin = filedPin(qEnvironmentVariable("TRESEN_PIN_FILE"), u"TRESEN_PIN_FILE"_s);
    if (!pin) return done(pin.error());
    house.people->comeIn(person->user.id, pin.value(), std::move(done));
}

void agreeSecond(House& house, const Arguments& a, domain::Right right, services::Done<services::Agreement> done)
{
    const auto nameOption = u"--second"_s, fileOption = u"--second-pin-file"_s;
    if (!a.has(nameOption) && !a.has(fileOption)) return done(services::Agreement{});
    if (!a.has(nameOption)) return done(Error{Fault::Invalid, u"usage"_s, fileOption + u" FILE goes with "_s + nameOption + u" NAME"_s});
    if (!house.people->known().any() && a.command == u"refund" && !a.has(fileOption)) return done(services::Agreement{});   // written down as it was said
    const auto* person = house.people->known().findName(a.option(nameOption));
    if (!person) return done(Error{Fault::NotFound, u"user.unknown"_s, a.option(nameOption)});
    const auto pin = filedPin(a.option(fileOption), fileOption);
    if (!pin) return done(pin.error());
    house.people->agree(right, person->user.id, pin.value(), std::move(done));
}

} // namespace tresen::app
