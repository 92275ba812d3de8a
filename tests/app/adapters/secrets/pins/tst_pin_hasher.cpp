// PINs through the real Argon2id: once, for it takes its time.
#include "app/adapters/secrets/pins/sodium_pins.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;

class TstPinHasher : public QObject {
    Q_OBJECT

    template <class T> static T answerOf(QFuture<T> future)
    {
        future.waitForFinished();
        return future.result();
    }

private Q_SLOTS:
    void theRightPinFitsAndNoOther()
    {
        secrets::SodiumPins pins;
        const auto first = answerOf(pins.hash(Secret{u"4711"_s})), second = answerOf(pins.hash(Secret{u"4711"_s}));
        QVERIFY(first.ok() && second.ok());
        QVERIFY2(first.value().startsWith(u"$argon2id$v=19$m=262144,"_s), qPrintable(first.value()));
        QVERIFY(first.value().size() < 128);
        QVERIFY(!first.value().contains(u"4711"_s));
        QVERIFY(first.value() != second.value());   // each with a salt of its own
        QVERIFY(answerOf(pins.fits(first.value(), Secret{u"4711"_s})).value());
        QVERIFY(!answerOf(pins.fits(first.value(), Secret{u"4712"_s})).value());
    }
    void whatIsNoHashFitsNothing()
    {
        secrets::SodiumPins pins;
        for (const auto& hash : {QString{}, u"4711"_s, u"$argon2id$"_s, u"$argon2id$v=19$m=262144,t=3,p=1$xx$yy"_s, QString{500, u'$'}, u"$2y$10$abcdefghijklmnopqrstuv"_s})
            QVERIFY2(!answerOf(pins.fits(hash, Secret{u"4711"_s})).value(), qPrintable(hash.left(40)));
    }
};

QTEST_GUILESS_MAIN(TstPinHasher)
#include "tst_pin_hasher.moc"
