#include "app/adapters/workshop/table/profile_node.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {

void ProfileNode::complain(const QString& key, const QString& what)
{
    if (!m_complaint) m_complaint = ProfileComplaint{key.isEmpty() ? m_pointer : m_pointer + u'/' + key, what};
}

QJsonValue ProfileNode::take(const QString& key)
{
    m_known.insert(key);
    return m_object.value(key);
}

QString ProfileNode::text(const QString& key, std::optional<QString> fallback)
{
    const auto value = take(key);
    if (value.isUndefined() && fallback) return *fallback;
    if (value.isUndefined()) complain(key, u"missing"_s);
    else if (!value.isString() || value.toString().size() > kMaxText) complain(key, u"text expected"_s);
    return value.toString();
}

bool ProfileNode::flag(const QString& key, bool fallback)
{
    const auto value = take(key);
    if (!value.isUndefined() && !value.isBool()) complain(key, u"true or false expected"_s);
    return value.toBool(fallback);
}

int ProfileNode::number(const QString& key, int fallback, int least, int most)
{
    const auto value = take(key);
    if (value.isUndefined()) return fallback;
    const int out = value.toInt(least - 1);   // a fraction is none
    if (out < least || out > most) complain(key, u"whole number from %1 to %2 expected"_s.arg(least).arg(most));
    return out;
}

QJsonArray ProfileNode::list(const QString& key, qsizetype least, qsizetype most)
{
    const auto value = take(key);
    if (value.isUndefined() && least == 0) return {};
    if (!value.isArray()) complain(key, value.isUndefined() ? u"missing"_s : u"list expected"_s);
    const auto out = value.toArray();
    if (out.size() < least || out.size() > most) complain(key, u"%1 to %2 entries expected"_s.arg(least).arg(most));
    return out;
}

QStringList ProfileNode::texts(const QString& key, qsizetype least, qsizetype most)
{
    QStringList out;
    const auto entries = list(key, least, most);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!entries.at(i).isString() || entries.at(i).toString().size() > kMaxText) complain(u"%1/%2"_s.arg(key).arg(i), u"text expected"_s);
        out << entries.at(i).toString();
    }
    return out;
}

QJsonObject ProfileNode::object(const QString& key)
{
    const auto value = take(key);
    if (!value.isUndefined() && !value.isObject()) complain(key, u"object expected"_s);
    return value.toObject();
}

std::optional<ProfileNode> ProfileNode::entry(const QJsonArray& list, qsizetype index, const QString& key)
{
    const auto place = u"%1/%2"_s.arg(key).arg(index);
    if (!list.at(index).isObject()) {
        complain(place, u"object expected"_s);
        return std::nullopt;
    }
    return ProfileNode{list.at(index).toObject(), m_pointer + u'/' + place, m_complaint};
}

void ProfileNode::noMore()
{
    const auto keys = m_object.keys();
    for (const auto& key : keys)
        if (!m_known.contains(key)) complain(key, u"unknown"_s);
}

} // namespace tresen::adapters::table
