#include "app/adapters/scanner/serial/read_assembler.h"
#include "app/domain/scan.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::serial {
namespace {

constexpr char kStx = '\x02', kEtx = '\x03';
constexpr qsizetype kMostBytes = 4 * (domain::kMaxScan + 1);   // UTF-8: four bytes a character at most
constexpr QByteArrayView kTransferLine = "BCD";                // the first line of EPC069-12

// A symbology identifier of ISO/IEC 15424 before the code: "]Q1", "]C0".
QString withoutIdentifier(const QString& text)
{
    const bool has = text.size() > 3 && text[0] == u']' && text[1].isLetter() && text[2].isLetterOrNumber();
    return has ? text.mid(3) : text;
}

bool beginsTransfer(const QByteArray& bytes)
{
    const auto first = bytes.startsWith(']') ? bytes.mid(3) : bytes;
    return first == kTransferLine || first.startsWith("BCD\n") || first.startsWith("BCD\r");
}

QString textOf(const QByteArray& bytes)
{
    const auto utf8 = QString::fromUtf8(bytes);
    return utf8.contains(QChar::ReplacementCharacter) ? QString::fromLatin1(bytes) : utf8;
}

} // namespace

void ReadAssembler::finish(QStringList& out)
{
    auto text = withoutIdentifier(textOf(m_bytes));
    m_bytes.clear();
    while (text.endsWith(u'\n') || text.endsWith(u'\r')) text.chop(1);
    if (!text.trimmed().isEmpty()) out << text.left(domain::kMaxScan + 1);
}

QStringList ReadAssembler::feed(const QByteArray& bytes)
{
    QStringList out;
    for (const char c : bytes) {
        if (c == kStx) {
            m_bytes.clear();   // a new one begins, whatever became of the one before
            continue;
        }
        const bool lineEnd = c == '\r' || c == '\n';
        if (c == kEtx || (lineEnd && !beginsTransfer(m_bytes))) {
            finish(out);
            continue;
        }
        if (m_bytes.size() < kMostBytes) m_bytes += c;   // the rest of a longer one is dropped until its end
    }
    return out;
}

QStringList ReadAssembler::pause()
{
    QStringList out;
    finish(out);
    return out;
}

} // namespace tresen::adapters::serial
