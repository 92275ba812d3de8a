#include "app/domain/setup_rules.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {

bool hasPayee(const SettingValues& values)
{
    return !settingOf(values, u"payee.holder"_s).isEmpty() && !settingOf(values, u"payee.iban"_s).isEmpty();
}

bool hasSource(const SettingValues& values)
{
    return !settingOf(values, u"source.folder"_s).isEmpty() || settingOf(values, u"orders.port"_s) != u"0";
}

bool isSetupDue(const SettingValues& values, bool anyInvoice)
{
    if (settingOf(values, u"profile.kind"_s) == u"sample") return false;
    const auto state = settingOf(values, u"setup.state"_s);
    if (state == u"running") return true;
    return state == u"new" && !anyInvoice && !(hasPayee(values) && hasSource(values));
}

SetupQuestion setupQuestionOf(const SettingValues& values)
{
    return static_cast<SetupQuestion>(std::clamp(settingOf(values, u"setup.question"_s).toInt(), 1, kSetupQuestions));
}

} // namespace tresen::domain
