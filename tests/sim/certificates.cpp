#include "tests/sim/certificates.h"
#include <QHostAddress>
#include <QString>
#include <memory>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace tresen::sim {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using X509Ptr = std::unique_ptr<X509, decltype(&X509_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

QByteArray textOf(BIO* bio)
{
    char* at = nullptr;
    const long size = BIO_get_mem_data(bio, &at);
    return {at, static_cast<qsizetype>(size)};
}

void addExtension(X509* cert, X509* issuer, int nid, const QByteArray& value)
{
    X509V3_CTX ctx;
    X509V3_set_ctx(&ctx, issuer, cert, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &ctx, nid, value.constData());
    if (!extension) qFatal("no extension %s", value.constData());
    X509_add_ext(cert, extension, -1);
    X509_EXTENSION_free(extension);
}

// issuer null: signs itself.
Certificate made(const QByteArray& name, const QByteArray& host, bool authority, int days, const Certificate* issuer, int fromDays = -10)
{
    constexpr long kDay = 24 * 60 * 60;
    static long serial = 1;
    const Key key{EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), &EVP_PKEY_free};
    const X509Ptr cert{X509_new(), &X509_free};
    X509_set_version(cert.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(cert.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(cert.get()), fromDays * kDay);
    X509_gmtime_adj(X509_getm_notAfter(cert.get()), days * kDay);
    X509_set_pubkey(cert.get(), key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(cert.get()), "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(name.constData()), -1, -1, 0);
    X509Ptr above{nullptr, &X509_free};
    Key sign{nullptr, &EVP_PKEY_free};
    if (issuer) {
        const Bio pem{BIO_new_mem_buf(issuer->pem.constData(), -1), &BIO_free_all}, keyPem{BIO_new_mem_buf(issuer->keyPem.constData(), -1), &BIO_free_all};
        above.reset(PEM_read_bio_X509(pem.get(), nullptr, nullptr, nullptr));
        sign.reset(PEM_read_bio_PrivateKey(keyPem.get(), nullptr, nullptr, nullptr));
    }
    X509* const signer = above ? above.get() : cert.get();
    X509_set_issuer_name(cert.get(), X509_get_subject_name(signer));
    addExtension(cert.get(), signer, NID_basic_constraints, authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (authority) addExtension(cert.get(), signer, NID_key_usage, "critical,keyCertSign,cRLSign");
    if (!host.isEmpty()) addExtension(cert.get(), signer, NID_subject_alt_name, (QHostAddress{QString::fromLatin1(host)}.isNull() ? "DNS:" : "IP:") + host);
    X509_sign(cert.get(), sign ? sign.get() : key.get(), EVP_sha256());
    const Bio certOut{BIO_new(BIO_s_mem()), &BIO_free_all}, keyOut{BIO_new(BIO_s_mem()), &BIO_free_all};
    PEM_write_bio_X509(certOut.get(), cert.get());
    PEM_write_bio_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {textOf(certOut.get()), textOf(keyOut.get())};
}

} // namespace

Authority::Authority(const QByteArray& name) : m_own{made(name, {}, true, 2, nullptr)} {}

Certificate Authority::issue(const QByteArray& host, int days, int fromDays) const { return made(host, host, false, days, &m_own, fromDays); }

Certificate Authority::selfSigned(const QByteArray& host) { return made(host, host, false, 2, nullptr); }

} // namespace tresen::sim
