#include "app/core/sha256.h"
#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace tresen {
namespace {

// EVP_sha256() is only a name: with it libcrypto looks for the algorithm anew, under a lock, for every hash.
const EVP_MD* algorithm()
{
    static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return found ? found : EVP_sha256();
}

} // namespace

Sha256::Sha256() : m_context{EVP_MD_CTX_new()}
{
    EVP_DigestInit_ex(m_context, algorithm(), nullptr);
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context);
}

void Sha256::add(const char* bytes, std::size_t count)
{
    EVP_DigestUpdate(m_context, bytes, count);
}

QByteArray Sha256::hex()
{
    QByteArray digest{32, Qt::Uninitialized};
    EVP_DigestFinal_ex(m_context, reinterpret_cast<unsigned char*>(digest.data()), nullptr);
    return digest.toHex();
}

QByteArray sha256Hex(const QByteArray& bytes)
{
    Sha256 sha;
    sha.add(bytes);
    return sha.hex();
}

void endHashing()
{
    OPENSSL_thread_stop();
}

} // namespace tresen
