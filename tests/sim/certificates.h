// Certificates for tests of encrypted connections: an authority nobody else knows, and what it signs. Made anew each time, with libcrypto.
#pragma once
#include <QByteArray>

namespace tresen::sim {

struct Certificate { QByteArray pem, keyPem; };

class Authority {
public:
    explicit Authority(const QByteArray& name = "Test authority");
    QByteArray pem() const { return m_own.pem; }
    // host: name or address that the certificate is good for. days: valid until then, negative: since then no longer. fromDays: valid from then.
    Certificate issue(const QByteArray& host, int days = 2, int fromDays = -10) const;
    static Certificate selfSigned(const QByteArray& host);

private:
    Certificate m_own;
};

} // namespace tresen::sim
