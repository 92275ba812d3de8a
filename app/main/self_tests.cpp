#include "app/main/self_tests.h"
#include "app/core/async.h"
#include "app/core/limits.h"
#include "app/domain/pay_codes.h"
#include <QFile>
#include <QtConcurrentRun>
#include <algorithm>
#include <filesystem>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

constexpr int kFirstYear = 2026, kLastYear = 2099;   // outside of them no clock of a desk is right
constexpr qint64 kClockSlackMs = 5 * 60 * 1000;      // another desk's clock may be ahead by this

// A letter like any other, of one cent and for nobody: marked as training, with all three codes to be read back.
ports::LetterContent trialLetter(const ports::Letterhead& workshop, QDate today)
{
    ports::LetterContent c;
    c.language = u"de"_s;
    c.workshop = workshop;
    c.addressee = QStringList{u"Selbsttest"_s};
    c.invoiceNumber = u"TEST-1"_s;
    c.invoiceDate = c.date = today;
    c.dueDate = today.addDays(14);
    c.plate = u"M-TT 1"_s;
    c.open = domain::Money::cents(1);
    c.rows = {{ports::LetterRow::Kind::Open, {}, c.open}};
    c.payToken = u"000000000000"_s;
    c.payUrl = u"https://pay.example/"_s + c.payToken;
    c.payeeHolder = u"Selbsttest"_s;
    c.payeeIban = u"DE89370400440532013000"_s;   // the registry's own example
    c.transferText = u"SCHULUNG TEST-1"_s;
    domain::EpcTransfer transfer;
    transfer.holder = c.payeeHolder;
    transfer.iban = c.payeeIban;
    transfer.amount = c.open;
    transfer.text = c.transferText;
    c.epcPayload = domain::epcPayload(transfer).valueOr(QByteArray{});
    c.deskCode = domain::deskCode(0, 1);
    c.training = true;
    return c;
}

// Free bytes of the drive a folder lies on, as the system itself counts them; -1: it does not say. Not by the list of mounted drives, which in a room
// of its own (chroot, container) need not name it.
qint64 roomAt(const QString& folder)
{
    std::error_code failed;
    const auto space = std::filesystem::space(QFile::encodeName(folder).toStdString(), failed);
    return failed ? -1 : static_cast<qint64>(std::min<std::uintmax_t>(space.available, std::numeric_limits<qint64>::max()));
}

} // namespace

SelfTests::SelfTests(House& house) : m_house{house} {}

QStringList SelfTests::names()
{
    return {u"disk"_s, u"clock"_s, u"keyring"_s, u"paper"_s};
}

void SelfTests::run(const QString& name, const services::Done<Ok>& done)
{
    if (name == u"disk") return tryDisk(done);
    if (name == u"clock") return tryClock(done);
    if (name == u"keyring") return tryKeyring(done);
    tryPaper(done);
}

void SelfTests::tryDisk(const services::Done<Ok>& done)
{
    onReady(QtConcurrent::run([profile = m_house.profile()] { return roomAt(profile); }), this, [done](qint64 room) {
        const auto megabytes = QString::number(room / (1024 * 1024));
        if (room < 0) return done(Error{Fault::Unreachable, u"store.unreachable"_s, {}});
        if (room < limits::kDiskFull) return done(Error{Fault::Unreachable, u"disk.full"_s, megabytes});
        if (room < limits::kDiskLow) return done(Error{Fault::Refused, u"disk.low"_s, megabytes});
        done(Ok{});
    });
}

// An entry of tomorrow was written by a clock that is right, or by one that is wrong: either way somebody has to look.
void SelfTests::tryClock(const services::Done<Ok>& done)
{
    const auto now = m_house.clock().now();
    const int year = now.local().date().year();
    if (year < kFirstYear || year > kLastYear) return done(Error{Fault::Refused, u"clock.wrong"_s, now.iso()});
    onReady(m_house.journal->facts(), this, [now, done](const Result<ports::StoreFacts>& facts) {
        if (!facts) return done(facts.error());
        if (facts.value().newest.ms > now.ms + kClockSlackMs) return done(Error{Fault::Refused, u"clock.behind"_s, facts.value().newest.iso()});
        done(Ok{});
    });
}

void SelfTests::tryKeyring(const services::Done<Ok>& done)
{
    onReady(m_house.peers->secrets().read(u"diagnose.trial"_s), this, [done](const Result<Secret>& read) { read ? done(Ok{}) : done(read.error()); });
}

void SelfTests::tryPaper(const services::Done<Ok>& done)
{
    const auto letter = trialLetter(m_house.settings->letterhead(), m_house.clock().now().local().date());
    onReady(m_house.paper.letter(letter), this, [done](const Result<ports::PaperDocument>& made) {
        if (!made) return done(made.error());
        if (made.value().provenCodes.size() != 3) return done(Error{Fault::Refused, u"paper.code_unreadable"_s, made.value().provenCodes.join(u' ')});
        done(Ok{});
    });
}

} // namespace tresen::app
