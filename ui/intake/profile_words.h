// ProfileWords: what a table's properties, columns and their reasons are called by people. Called by the editor of file forms.
#pragma once
#include "app/services/profiles.h"
#include <QCoreApplication>

namespace tresen::ui {

class ProfileWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::ProfileWords)
public:
    static QString trait(const QString& what);                            // "Amounts are written"
    static QString value(const QString& what, const QString& value);      // "1.234,56, always two decimals"
    static QString why(const ports::TableTrait& trait);                   // "every amount reads only so"; a question where it is open
    static QString field(const QString& name);                            // "Invoice number"; an unknown one as it came
    static QString whyColumn(const ports::TableColumn& column);           // "by its title"
    static QStringList openOf(const ports::TableProposal& proposal);      // what a person has to say, in words
};

} // namespace tresen::ui
