// WizardPage: one question of the first set-up. Its answers are stored where they are given; finish() stores what belongs together. Made by WizardSheet.
#pragma once
#include "app/domain/setting.h"
#include "app/services/done.h"
#include <QWidget>

namespace tresen::ui {

class WizardPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString title() const = 0;                 // the question
    virtual QString text() const = 0;                  // a sentence under it
    virtual QWidget* firstInput() const = 0;
    // Next was chosen: stores, and answers Ok when the next question may come. Otherwise the page says itself what is missing.
    virtual void finish(services::Done<bool> done) = 0;
    // What is typed and not stored yet, by key; it is kept while another question is looked at, and given back to the page when it comes again.
    virtual domain::SettingValues draft() const { return {}; }
    virtual void takeDraft(const domain::SettingValues& values) { Q_UNUSED(values) }
    virtual QString nextWords() const { return {}; }   // another word for Next

Q_SIGNALS:
    void partShown(QWidget* part);                     // something has appeared that has to be seen
};

} // namespace tresen::ui
