// Advice: what a board row means at the counter: may the key go, why, and what each of the four buttons offers. Pure; BoardPage and
// StatusCard show it. At most one offer is primary.
#pragma once
#include "app/domain/board_row.h"
#include <QCoreApplication>

namespace tresen::ui {

struct Offer {
    QString label, icon, key, hint;   // key: the action of the KeyMap
    bool available = true;
    QString reason;               // why it is not available
    bool primary = false;
};

struct Advice {
    bool go = false;              // green: the only case
    QString verdict, rule;        // "Key may go", "Rule: finally paid"
    QString amountLabel;          // "Open", "Perhaps open", "To pay back"
    domain::Money amount;
    bool outdated = false;        // what is known is too old to be trusted
    bool asksFirst = false;       // the first button asks again instead of taking money
    Offer pay, request, key, more;
};

class Advisor {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::Advisor)
public:
    static Advice on(const domain::BoardRow& row, Instant now, bool mail = false);   // mail: a request can go that way, too

private:
    static QString ruleOf(const domain::BoardRow& row, bool go, bool inHouse);
    static void offerMoney(Advice& advice, const domain::BoardRow& row, bool mail);
    static void offerKey(Advice& advice, const domain::BoardRow& row, bool inHouse);
};

} // namespace tresen::ui
