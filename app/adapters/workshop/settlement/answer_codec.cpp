#include "app/adapters/workshop/settlement/answer_codec.h"
#include "app/core/limits.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::settlement {
namespace {

constexpr qsizetype kMaxIdLength = 64;
constexpr qsizetype kAnswerColumns = 3;

Error noAnswer(const QString& why)
{
    return Error{Fault::Invalid, u"sink.answer"_s, why};
}

bool isId(const QString& id)
{
    return !id.isEmpty() && id.size() <= kMaxIdLength
        && std::all_of(id.begin(), id.end(), [](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.'); });
}

std::optional<bool> acceptedBy(const QString& status)
{
    if (status.compare(u"accepted"_s, Qt::CaseInsensitive) == 0) return true;
    if (status.compare(u"refused"_s, Qt::CaseInsensitive) == 0) return false;
    return std::nullopt;
}

void takeAnswer(Answers& out, const QString& id, const QString& status, const QString& text)
{
    const auto accepted = acceptedBy(status.trimmed());
    if (!accepted || !isId(id.trimmed()) || out.list.size() >= limits::kMaxAnswersPerFile) {
        ++out.skipped;
        return;
    }
    QString shown = text.left(limits::kMaxAnswerText);
    for (QChar& c : shown)
        if (!c.isPrint()) c = u' ';
    out.list.push_back({domain::SettlementId{id.trimmed()}, *accepted, shown.trimmed(), {}});
}

// The separator is whichever comes first outside quotes in the first line that has text.
QChar separatorOf(const QString& text)
{
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') quoted = !quoted;
        if (!quoted && (c == u';' || c == u',' || c == u'\t')) return c;
    }
    return u';';
}

// RFC 4180 with any separator and any line end; a quote inside an unquoted cell is an ordinary character.
class CsvRows {
public:
    CsvRows(const QString& text, QChar separator) : m_text{text}, m_separator{separator} {}

    std::optional<QStringList> next()
    {
        if (m_at >= m_text.size()) return std::nullopt;
        QStringList row;
        while (true) {
            const auto read = cell();
            if (row.size() < kAnswerColumns) row += read;
            if (m_at >= m_text.size()) return row;
            const QChar end = m_text.at(m_at++);
            if (end == m_separator) continue;
            if (end == u'\r' && m_at < m_text.size() && m_text.at(m_at) == u'\n') ++m_at;
            return row;
        }
    }

    bool openQuote() const { return m_openQuote; }

private:
    bool atEnd() const { return m_at >= m_text.size() || m_text.at(m_at) == m_separator || m_text.at(m_at) == u'\r' || m_text.at(m_at) == u'\n'; }

    QString cell()
    {
        QString out;
        if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
            ++m_at;
            m_openQuote = true;
            while (m_at < m_text.size()) {
                const QChar c = m_text.at(m_at++);
                if (c == u'"' && (m_at >= m_text.size() || m_text.at(m_at) != u'"')) {
                    m_openQuote = false;
                    break;
                }
                if (c == u'"') ++m_at;
                out += c;
            }
        }
        while (!atEnd()) out += m_text.at(m_at++);
        return out;
    }

    const QString& m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
    bool m_openQuote = false;
};

} // namespace

Result<Answers> answersFromJson(const QByteArray& bytes)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) return noAnswer(error.errorString());
    const auto schema = document.object().value(u"schema"_s);
    if (document.isObject() && !schema.isUndefined() && schema.toString() != u"tresen.settlement.ack/1") return noAnswer(u"schema"_s);
    const auto list = document.isArray() ? QJsonValue{document.array()} : document.object().value(u"answers"_s);
    if (!list.isArray()) return noAnswer(u"answers"_s);
    Answers out;
    const auto entries = list.toArray();
    for (const auto& entry : entries) {
        const auto answer = entry.toObject();
        takeAnswer(out, answer.value(u"id"_s).toString(), answer.value(u"status"_s).toString(), answer.value(u"text"_s).toString());
    }
    return out;
}

Result<Answers> answersFromCsv(const QByteArray& bytes, Encoding encoding)
{
    const auto text = fromBytes(bytes, encoding);
    if (text.trimmed().isEmpty()) return noAnswer(u"empty"_s);
    CsvRows rows{text, separatorOf(text)};
    Answers out;
    for (bool first = true; const auto row = rows.next(); first = false) {
        const bool blank = row->size() == 1 && row->front().trimmed().isEmpty();
        const bool title = first && row->front().trimmed().compare(u"id"_s, Qt::CaseInsensitive) == 0;
        if (!blank && !title) takeAnswer(out, row->value(0), row->value(1), row->value(2));
    }
    if (rows.openQuote()) return noAnswer(u"quote"_s);
    return out;
}

} // namespace tresen::adapters::settlement
