// The seal of a notice: a published vector, and what differs.
#include "app/net/seal.h"
#include <QTest>

using namespace tresen;
using namespace tresen::net;
using namespace Qt::Literals::StringLiterals;

class TestSeal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knownAnswer()   // RFC 4231, 4.3
    {
        QCOMPARE(hmacSha256(Secret{u"Jefe"_s}, "what do ya want for nothing?").toHex(), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"_ba);
    }
    void sameAndNot()
    {
        QVERIFY(sameBytes("abc", "abc") && sameBytes({}, {}));
        QVERIFY(!sameBytes("abc", "abd") && !sameBytes("abc", "xbc") && !sameBytes("abc", "ab") && !sameBytes("abc", {}));
    }
};

QTEST_APPLESS_MAIN(TestSeal)
#include "tst_seal.moc"
