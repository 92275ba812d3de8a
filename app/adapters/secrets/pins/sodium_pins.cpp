#include "app/adapters/secrets/pins/sodium_pins.h"
#include <QtConcurrentRun>
#include <array>
#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace tresen::secrets {
namespace {

// The PIN's bytes as long as the library needs them.
class PinBytes {
public:
    explicit PinBytes(const Secret& pin) : m_bytes{pin.reveal().toUtf8()} {}
    ~PinBytes() { Secret::wipe(m_bytes); }
    PinBytes(const PinBytes&) = delete;
    PinBytes& operator=(const PinBytes&) = delete;
    const char* data() const { return m_bytes.constData(); }
    unsigned long long size() const { return static_cast<unsigned long long>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

bool sodiumReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

Result<QString> hashOfPin(const Secret& pin)
{
    std::array<char, crypto_pwhash_STRBYTES> out{};
    const PinBytes bytes{pin};
    if (!sodiumReady() || crypto_pwhash_str(out.data(), bytes.data(), bytes.size(), crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE) != 0)
        return Error{Fault::Internal, u"pin.hash"_s, {}};
    return QString::fromLatin1(out.data());
}

Result<bool> pinFits(const QString& hash, const Secret& pin)
{
    // The library reads a text that ends with NUL inside this many bytes.
    auto stored = hash.toLatin1();
    if (!sodiumReady()) return Error{Fault::Internal, u"pin.hash"_s, {}};
    if (stored.size() >= static_cast<qsizetype>(crypto_pwhash_STRBYTES) || !stored.startsWith(crypto_pwhash_STRPREFIX)) return false;
    const PinBytes bytes{pin};
    return crypto_pwhash_str_verify(stored.constData(), bytes.data(), bytes.size()) == 0;
}

} // namespace

SodiumPins::SodiumPins()
{
    m_pool.setMaxThreadCount(1);
}

SodiumPins::~SodiumPins()
{
    m_pool.waitForDone();
}

QFuture<Result<QString>> SodiumPins::hash(Secret pin)
{
    return QtConcurrent::run(&m_pool, [pin = std::move(pin)] { return hashOfPin(pin); });
}

QFuture<Result<bool>> SodiumPins::fits(QString hash, Secret pin)
{
    return QtConcurrent::run(&m_pool, [hash = std::move(hash), pin = std::move(pin)] { return pinFits(hash, pin); });
}

} // namespace tresen::secrets
