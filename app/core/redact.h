// redacted(): a text without what must not be kept: IBAN (country and last four stay), card number (last four stay), mail address, phone number,
// password, key, credentials and path of a web address, pay link token. Called by the log for every entry. It rather hides too much than too little.
#pragma once
#include <QString>

namespace tresen {

// Time grows with the length; the caller caps it. The text is compatibility-normalised (Unicode NFKC), so that wide digits are digits.
QString redacted(QStringView text);

} // namespace tresen
