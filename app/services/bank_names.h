// BankNames: the bank a German IBAN belongs to, from the list of bank codes the Bundesbank publishes. Called by the first set-up to propose a BIC; a
// person compares it with the bank statement, for the list is as old as it says.
#pragma once
#include <QDate>
#include <QString>
#include <optional>

namespace tresen::services {

struct BankName { QString bic, name; };

// Nothing for an IBAN that is not whole and right, of another country, or of a bank the list does not know.
std::optional<BankName> bankOfIban(QStringView iban);
QDate bankListDate();

} // namespace tresen::services
