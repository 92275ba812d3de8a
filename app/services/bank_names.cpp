#include "app/services/bank_names.h"
#include "app/domain/iban.h"
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr qsizetype kBicFrom = 9, kBicLength = 11, kNameFrom = 21;   // "37040044 COBADEFFXXX Commerzbank"

} // namespace

QDate bankListDate() { return {2020, 4, 20}; }

std::optional<BankName> bankOfIban(QStringView iban)
{
    const auto code = domain::germanBankCode(iban).toLatin1();
    if (code.isEmpty()) return std::nullopt;
    QFile file{u":/banks/de.txt"_s};
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const auto list = '\n' + file.readAll();
    const auto at = list.indexOf('\n' + code + ' ');
    if (at < 0) return std::nullopt;
    const auto line = list.mid(at + 1, list.indexOf('\n', at + 1) - at - 1);
    return BankName{QString::fromLatin1(line.mid(kBicFrom, kBicLength)), QString::fromUtf8(line.mid(kNameFrom))};
}

} // namespace tresen::services
