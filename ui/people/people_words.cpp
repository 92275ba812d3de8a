#include "ui/people/people_words.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

QString PeopleWords::role(domain::Role role)
{
    switch (role) {
    case domain::Role::Advisor: return tr("Service advisor");
    case domain::Role::Cashier: return tr("Cashier");
    case domain::Role::Manager: return tr("Manager");
    case domain::Role::Bookkeeper: return tr("Bookkeeper");
    }
    Q_UNREACHABLE();
}

QString PeopleWords::roleHelp(domain::Role role)
{
    switch (role) {
    case domain::Role::Advisor: return tr("Takes invoices in, requests, takes money, hands keys over");
    case domain::Role::Cashier: return tr("As the service advisor; also gives money back and sees the reports");
    case domain::Role::Manager: return tr("May do everything");
    case domain::Role::Bookkeeper: return tr("Requests, gives money back, corrects amounts, confirms the bank account, sees the reports");
    }
    Q_UNREACHABLE();
}

QString PeopleWords::right(domain::Right right)
{
    switch (right) {
    case domain::Right::Work: return tr("work here");
    case domain::Right::TakeIn: return tr("take invoices in");
    case domain::Right::Request: return tr("request payments");
    case domain::Right::TakeMoney: return tr("take money");
    case domain::Right::GiveBack: return tr("give money back");
    case domain::Right::HandOver: return tr("hand keys over");
    case domain::Right::Override: return tr("let a key go against the rules");
    case domain::Right::Cancel: return tr("cancel invoices");
    case domain::Right::ChangeAmounts: return tr("change amounts");
    case domain::Right::ChangeSettings: return tr("change settings");
    case domain::Right::ChangePayee: return tr("change the bank account");
    case domain::Right::SeeReports: return tr("see the reports");
    case domain::Right::ManageUsers: return tr("manage users");
    }
    Q_UNREACHABLE();
}

QString PeopleWords::denied(const Result<Ok>& may, domain::Right right)
{
    if (may) return {};
    if (may.error().code == u"right.nobody") return tr("nobody has signed in");
    if (may.error().code == u"right.inactive") return tr("this user is switched off");
    return tr("your role may not %1", "%1: take money").arg(PeopleWords::right(right));
}

} // namespace tresen::ui
