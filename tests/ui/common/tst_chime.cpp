// The three tones: well-formed, different, short, and heard only when wanted.
#include "ui/common/chime.h"
#include <QSet>
#include <QTest>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

class TstChime : public QObject {
    Q_OBJECT

    static constexpr int kHeader = 44;

    template <class T> static T number(const QByteArray& bytes, int at) { return qFromLittleEndian<T>(bytes.constData() + at); }

private Q_SLOTS:
    void wavesAreWellFormedAndShort()
    {
        QSet<QByteArray> seen;
        for (const auto sound : {Sound::Paid, Sound::Attention, Sound::Error}) {
            const auto wave = waveOf(sound);
            QVERIFY(wave.startsWith("RIFF") && wave.mid(8, 8) == "WAVEfmt " && wave.mid(36, 4) == "data");
            QCOMPARE(number<quint32>(wave, 4), static_cast<quint32>(wave.size() - 8));
            QCOMPARE(number<quint32>(wave, 40), static_cast<quint32>(wave.size() - kHeader));
            QCOMPARE(number<quint16>(wave, 20), quint16{1});
            QCOMPARE(number<quint32>(wave, 28), number<quint32>(wave, 24) * 2);
            const auto ms = qint64{wave.size() - kHeader} * 1000 / number<quint32>(wave, 28);
            QVERIFY2(ms >= 150 && ms <= 500, qPrintable(QString::number(ms)));
            int loudest = 0;
            for (int at = kHeader; at < wave.size(); at += 2) loudest = qMax(loudest, qAbs(int{number<qint16>(wave, at)}));
            QVERIFY(loudest > 5'000 && loudest < 20'000);   // audible, not clipped
            QVERIFY(qAbs(int{number<qint16>(wave, kHeader)}) < 500 && qAbs(int{number<qint16>(wave, static_cast<int>(wave.size()) - 2)}) < 500);   // no click
            QVERIFY(!seen.contains(wave));
            seen << wave;
        }
        QCOMPARE(seen.size(), kSounds);
    }
    void beepsDiffer()
    {
        QCOMPARE(beepsOf(Sound::Paid), 1);
        QCOMPARE(beepsOf(Sound::Attention), 2);
        QCOMPARE(beepsOf(Sound::Error), 3);
    }
    void theSettingDecides()
    {
        for (const auto sound : {Sound::Paid, Sound::Attention, Sound::Error}) {
            QVERIFY(!isSoundWanted(u"off"_s, sound));
            QVERIFY(!isSoundWanted({}, sound));
            QVERIFY(isSoundWanted(u"all"_s, sound));
        }
        QVERIFY(!isSoundWanted(u"attention"_s, Sound::Paid));
        QVERIFY(isSoundWanted(u"attention"_s, Sound::Attention));
        QVERIFY(isSoundWanted(u"attention"_s, Sound::Error));
    }
    void looksHaveTheirTones()
    {
        QCOMPARE(soundOf(Look::Paid), Sound::Paid);
        QCOMPARE(soundOf(Look::Refused), Sound::Error);   // an unknown scan among them
        QCOMPARE(soundOf(Look::Reversed), Sound::Attention);
        QVERIFY(!soundOf(Look::Accepted));
        QVERIFY(!soundOf(Look::HandedOver));
    }
};

QTEST_MAIN(TstChime)
#include "tst_chime.moc"
