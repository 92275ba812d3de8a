#include "app/adapters/workshop/table/json_places.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {

JsonPlaces::JsonPlaces(const QByteArray& json) : m_json{json}
{
    if (m_json.startsWith("\xEF\xBB\xBF")) m_at = 3;
    value({});
}

QString JsonPlaces::at(const QByteArray& json, qsizetype offset)
{
    const auto to = std::clamp(offset, qsizetype{0}, json.size());
    const auto line = 1 + std::count(json.begin(), json.begin() + to, '\n');
    const auto start = to == 0 ? -1 : json.lastIndexOf('\n', to - 1);
    return u"%1:%2"_s.arg(line).arg(to - start);
}

QString JsonPlaces::of(const QString& pointer) const
{
    auto at = pointer;
    while (!at.isEmpty() && !m_places.contains(at)) at.truncate(std::max(at.lastIndexOf(u'/'), qsizetype{0}));
    return JsonPlaces::at(m_json, m_places.value(at, 0));
}

void JsonPlaces::blanks()
{
    while (m_at < m_json.size() && static_cast<unsigned char>(m_json[m_at]) <= ' ') ++m_at;
}

// A string with its quotes. Escapes stay as they are: a name of an entry that needs one is none a profile knows.
QString JsonPlaces::text()
{
    const auto from = ++m_at;
    while (m_at < m_json.size() && m_json[m_at] != '"') m_at += m_json[m_at] == '\\' ? 2 : 1;
    const auto out = QString::fromUtf8(m_json.mid(from, std::max(m_at - from, qsizetype{0})));
    ++m_at;
    return out;
}

// Depth is bounded by QJsonDocument, which has read the text before.
void JsonPlaces::value(const QString& pointer)
{
    blanks();
    m_places.insert(pointer, m_at);
    if (m_at >= m_json.size()) return;
    const char open = m_json[m_at];
    if (open == '"') {
        text();
        return;
    }
    if (open != '{' && open != '[') {
        while (m_at < m_json.size() && !QByteArrayView{",]} \t\r\n"}.contains(m_json[m_at])) ++m_at;
        return;
    }
    ++m_at;
    for (int index = 0; m_at < m_json.size(); ++index) {
        blanks();
        if (m_at >= m_json.size() || m_json[m_at] == '}' || m_json[m_at] == ']') break;
        QString name = QString::number(index);
        if (open == '{') {
            name = text();
            blanks();
            ++m_at;   // the colon
        }
        const auto inside = pointer + u'/' + name;
        if ((m_places.contains(inside) || name.contains(u'\\')) && m_repeated.isEmpty()) m_repeated = inside;
        value(inside);
        blanks();
        if (m_at < m_json.size() && m_json[m_at] == ',') ++m_at;
    }
    ++m_at;
}

} // namespace tresen::adapters::table
