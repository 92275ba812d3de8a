// RuleWords: the verdict on a key and each rule's result in words, as the hand-over sheet shows them. Pure.
#pragma once
#include "app/services/keys.h"
#include <QCoreApplication>

namespace tresen::ui {

struct RuleLine {
    enum class Result { Passed, Failed, NotNeeded };   // not needed: another rule already lets the key go
    Result result = Result::Failed;
    QString title, text;
};

class RuleWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::RuleWords)
public:
    static std::vector<RuleLine> lines(const services::KeyOutlook& outlook, Instant now);
    static QString verdict(const domain::KeyVerdict& verdict);   // "Key may go", "Key stays here", "Key is gone"
    static QString reason(const services::KeyOutlook& outlook);  // "684,30 € missing, no approval"

private:
    static RuleLine line(const domain::RuleCheck& check, const services::KeyOutlook& outlook, Instant now);
};

} // namespace tresen::ui
