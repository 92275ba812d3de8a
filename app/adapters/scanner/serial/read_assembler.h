// ReadAssembler: bytes of a serial line in, whole reads out. Pure. A read ends with CR, LF, ETX or a pause; a transfer code, which has lines of its own, ends
// with a pause or ETX only. Called by SerialScanner.
#pragma once
#include <QByteArray>
#include <QStringList>

namespace tresen::adapters::serial {

class ReadAssembler {
public:
    QStringList feed(const QByteArray& bytes);   // the reads these bytes finish
    QStringList pause();                         // nothing came for a while: what there is, is whole
    void clear() { m_bytes.clear(); }
    qsizetype held() const { return m_bytes.size(); }

private:
    void finish(QStringList& out);
    QByteArray m_bytes;
};

} // namespace tresen::adapters::serial
