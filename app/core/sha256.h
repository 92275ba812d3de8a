// Sha256: SHA-256 (FIPS 180-4) by libcrypto, which uses what the processor has for it; QCryptographicHash of Qt 6.4 reckons by hand and takes
// several times as long. Used wherever every invoice is hashed: its file, what was read from it, its journal entry.
#pragma once
#include <QByteArray>

struct evp_md_ctx_st;

namespace tresen {

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(const char* bytes, std::size_t count);
    void add(const QByteArray& bytes) { add(bytes.constData(), static_cast<std::size_t>(bytes.size())); }
    QByteArray hex();                              // 64 lower case digits; the last call

private:
    evp_md_ctx_st* m_context;
};

QByteArray sha256Hex(const QByteArray& bytes);

// The last call of a thread that has hashed: libcrypto keeps something per thread, and gives it back too late when the program ends at once.
void endHashing();

} // namespace tresen
