#include "app/core/ordered_id.h"
#include <QRandomGenerator>
#include <QUuid>
#include <QtEndian>

namespace tresen {

QString orderedUuid(Instant at)
{
    constexpr int kTimeBits = 48;
    const auto time = static_cast<quint64>(at.ms) << (64 - kTimeBits);
    auto* random = QRandomGenerator::system();
    const quint64 high = time | (random->generate64() & 0x0FFF) | 0x7000;                                    // version 7
    const quint64 low = (random->generate64() & 0x3FFF'FFFF'FFFF'FFFFULL) | 0x8000'0000'0000'0000ULL;        // variant of RFC 9562
    QByteArray bytes{16, Qt::Uninitialized};
    qToBigEndian(high, bytes.data());
    qToBigEndian(low, bytes.data() + 8);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

} // namespace tresen
