#include "app/net/seal.h"
#include <QMessageAuthenticationCode>

namespace tresen::net {

QByteArray hmacSha256(const Secret& key, QByteArrayView bytes)
{
    QByteArray secret = key.reveal().toUtf8();
    const auto out = QMessageAuthenticationCode::hash(bytes.toByteArray(), secret, QCryptographicHash::Sha256);
    Secret::wipe(secret);
    return out;
}

bool sameBytes(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size()) return false;
    volatile unsigned char difference = 0;   // volatile: no optimiser may leave the loop early
    for (qsizetype i = 0; i < a.size(); ++i)
        difference = static_cast<unsigned char>(difference | static_cast<unsigned char>(a.at(i) ^ b.at(i)));
    return difference == 0;
}

} // namespace tresen::net
