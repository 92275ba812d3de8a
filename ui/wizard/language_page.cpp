#include "ui/wizard/language_page.h"
#include "ui/common/reason_form.h"
#include "ui/settings/setting_words.h"
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kLanguageHeight = 56;

} // namespace

LanguagePage::LanguagePage(services::Settings& settings, QWidget* parent)
    : WizardPage{parent}, m_settings{settings}, m_german{new OptionButton{SettingWords::choice(u"ui.language"_s, u"de"_s), this}},
      m_english{new OptionButton{SettingWords::choice(u"ui.language"_s, u"en"_s), this}}
{
    m_german->setObjectName(u"wizard.language.de"_s);
    m_english->setObjectName(u"wizard.language.en"_s);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, themeOf(this).px(12), 0, 0);
    column->setSpacing(themeOf(this).px(8));
    for (auto* option : {m_german, m_english}) {
        option->setHeightPx(kLanguageHeight);
        column->addWidget(option);
    }
    (m_settings.value(u"ui.language"_s) == u"en" ? m_english : m_german)->setChecked(true);
    for (auto* option : {m_german, m_english}) {
        connect(option, &OptionButton::toggled, this, [this, language = option == m_english ? u"en"_s : u"de"_s](bool on) {
            if (!on) return;
            m_settings.set(u"ui.language"_s, language, {}, [](const Result<Ok>&) {});
            Q_EMIT chosen();
        });
    }
}

QString LanguagePage::title() const { return tr("Which language does this desk speak?"); }

QString LanguagePage::text() const
{
    return tr("Five questions, about four minutes. Every answer is kept at once, and whoever stops goes on at the same place. Letters and mails follow the customer's language, not this one.");
}

QWidget* LanguagePage::firstInput() const { return m_english->isChecked() ? m_english : m_german; }

void LanguagePage::finish(services::Done<bool> done)
{
    // Also the one that was shown and not touched.
    m_settings.set(u"ui.language"_s, m_english->isChecked() ? u"en"_s : u"de"_s, {}, [done](const Result<Ok>&) { done(true); });
}

} // namespace tresen::ui
