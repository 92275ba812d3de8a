#include "app/adapters/paper/letter/texts.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {

Result<Texts> Texts::load(const domain::OwnerLanguage& language)
{
    Texts out{language};
    QFile file{u":/letter/letter/texts_%1.json"_s.arg(language.code)};
    if (!file.open(QIODevice::ReadOnly)) return Error{Fault::Internal, u"paper.library"_s, u"texts "_s + language.code};
    const auto table = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = table.begin(); it != table.end(); ++it) out.m_table.insert(it.key(), it.value().toString());
    if (out.m_table.isEmpty()) return Error{Fault::Internal, u"paper.library"_s, u"texts "_s + language.code};
    return out;
}

QString Texts::operator()(const char* key) const
{
    const auto found = m_table.constFind(QString::fromLatin1(key));
    Q_ASSERT_X(found != m_table.constEnd(), "Texts", key);
    return found == m_table.constEnd() ? QString{} : *found;
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
        const auto rate = m_language->rate(row.rate);
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
    const auto who = domain::addressed(name);
    switch (who.address) {
    case domain::Address::Nobody: return (*this)("salutation_neutral");
    case domain::Address::Ms: return (*this)("salutation_f", who.name);
    case domain::Address::Mr: return (*this)("salutation_m", who.name);
    case domain::Address::Named: return (*this)("salutation_named", who.name);
    }
    return {};
}

} // namespace tresen::adapters::letter
