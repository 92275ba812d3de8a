// SettingWords: name, help line and values of every setting in words, by its key. Called by the settings page; a test holds it against the
// table of settings.
#pragma once
#include "app/domain/setting.h"
#include <QCoreApplication>
#include <QStringList>

namespace tresen::ui {

class SettingWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::SettingWords)
public:
    static QString label(const QString& key);                       // "Account holder"; the key itself when unknown
    static QString help(const QString& key);                        // one line, may be empty
    static QString group(const QString& group);                     // "Your workshop"
    static QString groupHelp(const QString& group);
    static QString choice(const QString& key, const QString& value);   // "Dark"
    static QString scope(domain::SettingScope scope);               // "For the whole workshop"
    static domain::SettingScope scopeOf(const QString& group);      // what most settings of the section hold for
    static bool knows(const QString& key);
    static QStringList groups();                                    // in the order they are shown
};

} // namespace tresen::ui
