// Vehicle identification number, ISO 3779: 17 capital letters and digits without I, O and Q. Its check digit is used in America only, so none is checked.
#pragma once
#include <QString>
#include <algorithm>

namespace tresen::domain {

inline bool isVin(QStringView text)
{
    constexpr qsizetype kVinLength = 17;
    return text.size() == kVinLength && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z' && c != u'I' && c != u'O' && c != u'Q');
    });
}

} // namespace tresen::domain
