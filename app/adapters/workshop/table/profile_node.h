// ProfileNode: one object of a profile while it is read; every reader is one line, the first complaint stands. Called by readTableProfile().
#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <optional>

namespace tresen::adapters::table {

struct ProfileComplaint { QString pointer, what; };

class ProfileNode {
public:
    ProfileNode(QJsonObject object, QString pointer, std::optional<ProfileComplaint>& complaint)
        : m_object{std::move(object)}, m_pointer{std::move(pointer)}, m_complaint{complaint} {}

    bool has(const QString& key) const { return m_object.contains(key); }
    void complain(const QString& key, const QString& what);
    QString text(const QString& key, std::optional<QString> fallback = {});
    bool flag(const QString& key, bool fallback);
    int number(const QString& key, int fallback, int least, int most);
    QJsonArray list(const QString& key, qsizetype least, qsizetype most);   // may be missing when least is 0
    QStringList texts(const QString& key, qsizetype least, qsizetype most);
    QJsonObject object(const QString& key);                                 // may be missing
    std::optional<ProfileNode> entry(const QJsonArray& list, qsizetype index, const QString& key);
    void noMore();

    template <class T>
    T choice(const QString& key, const QString& value, std::initializer_list<std::pair<QStringView, T>> choices)
    {
        for (const auto& [name, meaning] : choices)
            if (value == name) return meaning;
        complain(key, value);
        return choices.begin()->second;
    }

private:
    QJsonValue take(const QString& key);

    static constexpr int kMaxText = 1'000;
    QJsonObject m_object;
    QString m_pointer;
    std::optional<ProfileComplaint>& m_complaint;
    QSet<QString> m_known;
};

} // namespace tresen::adapters::table
