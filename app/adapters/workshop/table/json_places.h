// JsonPlaces: where in a JSON text each value stands, so that a mistake in a profile is reported with its line. Called by readTableProfile().
#pragma once
#include <QByteArray>
#include <QHash>
#include <QString>

namespace tresen::adapters::table {

class JsonPlaces {
public:
    // json has been accepted by QJsonDocument before.
    explicit JsonPlaces(const QByteArray& json);

    QString of(const QString& pointer) const;                  // "line:column" of the value at "/columns/3/field", or of the nearest one around it
    const QString& repeated() const { return m_repeated; }     // the first entry that stands twice, as a pointer; Qt would silently keep one of them
    static QString at(const QByteArray& json, qsizetype offset);

private:
    void value(const QString& pointer);
    QString text();
    void blanks();

    const QByteArray& m_json;
    qsizetype m_at = 0;
    QHash<QString, qsizetype> m_places;
    QString m_repeated;
};

} // namespace tresen::adapters::table
