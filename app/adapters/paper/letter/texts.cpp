#include "app/adapters/paper/letter/texts.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {

Result<Texts> Texts::load(const QString& language)
{
    Texts out;
    out.m_german = !language.startsWith(u"en"_s, Qt::CaseInsensitive);
    QFile file{out.m_german ? u":/letter/letter/texts_de.json"_s : u":/letter/letter/texts_en.json"_s};
    if (!file.open(QIODevice::ReadOnly)) return Error{Fault::Internal, u"paper.library"_s, u"texts"_s};
    const auto table = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = table.begin(); it != table.end(); ++it) out.m_table.insert(it.key(), it.value().toString());
    if (out.m_table.isEmpty()) return Error{Fault::Internal, u"paper.library"_s, u"texts"_s};
    return out;
}

QString Texts::operator()(const char* key) const
{
    const auto found = m_table.constFind(QString::fromLatin1(key));
    Q_ASSERT_X(found != m_table.constEnd(), "Texts", key);
    return found == m_table.constEnd() ? QString{} : *found;
}

QString Texts::number(domain::Money amount) const
{
    auto digits = domain::plainAmount(amount.isNegative() ? -amount : amount);
    digits[digits.size() - 3] = m_german ? u',' : u'.';
    for (qsizetype at = digits.size() - 6; at > 0; at -= 3) digits.insert(at, m_german ? u'.' : u',');
    return amount.isNegative() ? u'\u2212' + digits : digits;
}

QString Texts::money(domain::Money amount) const
{
    if (m_german) return number(amount) + u"\u00a0€"_s;
    return amount.isNegative() ? u"\u2212€"_s + number(-amount) : u'€' + number(amount);
}

QString Texts::shortDate(QDate date) const
{
    return m_german ? date.toString(u"dd.MM.yyyy"_s) : QLocale{QLocale::English, QLocale::UnitedKingdom}.toString(date, u"d MMM yyyy"_s);
}

QString Texts::fullDate(QDate date) const
{
    return m_german ? shortDate(date) : QLocale{QLocale::English, QLocale::UnitedKingdom}.toString(date, u"d MMMM yyyy"_s);
}

QString Texts::dayDate(QDate date) const
{
    const auto day = QLocale{m_german ? QLocale::German : QLocale::English}.dayName(date.dayOfWeek());
    return day + u", "_s + fullDate(date);
}

QString Texts::time(Instant at) const
{
    return at.local().time().toString(u"HH:mm"_s);
}

QString Texts::rowLabel(const ports::LetterRow& row) const
{
    using Row = ports::LetterRow;
    if (!row.label.isEmpty()) return row.label;
    switch (row.kind) {
    case Row::Kind::Item: return {};
    case Row::Kind::Total: return (*this)("row_total");
    case Row::Kind::Open: return (*this)("row_open");
    case Row::Kind::Vat: {
        static const QRegularExpression zeros{u"(\\.[0-9]*?)0+$"_s};
        auto rate = row.rate.isEmpty() ? u"0"_s : QString{row.rate}.replace(zeros, u"\\1"_s);   // 7.00 is read as 7, 5.50 as 5.5
        if (rate.endsWith(u'.')) rate.chop(1);
        if (m_german) rate.replace(u'.', u',');
        if (!row.base || row.base->isZero()) return (*this)("row_vat", rate);
        return (*this)("row_vat_on", rate).replace(u"{a}"_s, number(*row.base));
    }
    case Row::Kind::Prepaid: break;
    }
    switch (row.before) {
    case Row::Before::Deposit: return (*this)("row_deposit");
    case Row::Before::CreditNote: return (*this)("row_credit");
    case Row::Before::Payment: return (*this)("row_paid");
    }
    return {};
}

QString Texts::salutation(const QString& name) const
{
    const auto rest = [&](QLatin1StringView word) { return name.startsWith(word) ? name.mid(word.size()).trimmed() : QString{}; };
    if (name.trimmed().isEmpty()) return (*this)("salutation_neutral");
    for (const auto word : {"Frau "_L1, "Ms "_L1, "Mrs "_L1})
        if (const auto n = rest(word); !n.isEmpty()) return (*this)("salutation_f", n);
    for (const auto word : {"Herr "_L1, "Mr "_L1})
        if (const auto n = rest(word); !n.isEmpty()) return (*this)("salutation_m", n);
    return (*this)("salutation_named", name);
}

} // namespace tresen::adapters::letter
