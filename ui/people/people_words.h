// PeopleWords: roles and rights in words. Called by everything that shows who works here or says why something is not allowed.
#pragma once
#include "app/domain/right_rules.h"
#include <QCoreApplication>

namespace tresen::ui {

class PeopleWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::PeopleWords)
public:
    static QString role(domain::Role role);          // "Service advisor"
    static QString roleHelp(domain::Role role);      // what it may do, in one line
    static QString right(domain::Right right);       // "take money"
    static QString denied(const Result<Ok>& may, domain::Right right);   // empty when it may: the reason of a button that is not available
};

} // namespace tresen::ui
