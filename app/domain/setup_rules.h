// The first set-up: whether it is due, and where it goes on. Pure; the desk asks when it opens, the wizard while it runs.
#pragma once
#include "app/domain/setting.h"

namespace tresen::domain {

enum class SetupQuestion { Language = 1, Company, Source, Printer, Start };
inline constexpr int kSetupQuestions = 5;

bool hasPayee(const SettingValues& values);     // the customers' money has an account to go to
bool hasSource(const SettingValues& values);    // invoices come in by themselves: a folder, or the door for orders

// By itself it comes up once: in a real workshop that is not set up and has no invoice yet, and again after the program ended in the midst of it
// ("setup.state" is "running"). After "later" or "done" only when somebody asks for it.
bool isSetupDue(const SettingValues& values, bool anyInvoice);
SetupQuestion setupQuestionOf(const SettingValues& values);   // where it stopped, or the first one

} // namespace tresen::domain
