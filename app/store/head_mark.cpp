#include "app/store/head_mark.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {

QString headMarkTail() { return u"-head"_s; }

HeadMark::HeadMark(const QString& databaseFile) : m_file{databaseFile + headMarkTail()} {}

Head HeadMark::read()
{
    QFile file{m_file.fileName()};
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto parts = file.read(200).trimmed().split(' ');
    if (parts.size() != 2 || parts.at(1).size() != 64) return {};
    return {parts.at(0).toLongLong(), parts.at(1)};
}

void HeadMark::write(const Head& head)
{
    if (!m_file.isOpen()) {
        const bool fresh = !m_file.exists();
        if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) return;   // a warning sign less, no reason to refuse a payment
        if (fresh) m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    m_file.seek(0);
    m_file.write(QByteArray::number(head.seq).rightJustified(20, '0') + ' ' + head.hash + '\n');   // always the same length: one write
}

Result<Ok> checkHeadMark(Connection& db, const Head& mark)
{
    if (mark.seq == 0) return Ok{};
    const auto there = oneText(db.statement("SELECT hash FROM journal WHERE seq = ?").with(mark.seq));
    if (!there) return there.error();
    if (!there.value()) return Error{Fault::Corrupt, u"store.tail_missing"_s, u"entry %1"_s.arg(mark.seq)};
    if (there.value()->toLatin1() != mark.hash) return Error{Fault::Corrupt, u"store.other_history"_s, u"entry %1"_s.arg(mark.seq)};
    return Ok{};
}

} // namespace tresen::store
