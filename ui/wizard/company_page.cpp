#include "ui/wizard/company_page.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/wording.h"
#include "ui/wizard/ask_field.h"
#include "ui/wizard/wizard_words.h"
#include <QEvent>
#include <QGridLayout>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::IbanFault;

namespace tresen::ui {

CompanyPage::CompanyPage(services::Settings& settings, QWidget* parent)
    : WizardPage{parent}, m_settings{settings}, m_name{new AskField{u"company.name"_s, settings, AskField::Saves::AtOnce, {}, this}},
      m_holder{new AskField{u"payee.holder"_s, settings, AskField::Saves::WithQuestion, tr("Account holder, exactly as the bank knows it"), this}},
      m_iban{new AskField{u"payee.iban"_s, settings, AskField::Saves::WithQuestion, tr("IBAN"), this}},
      m_bic{new AskField{u"payee.bic"_s, settings, AskField::Saves::WithQuestion, tr("BIC"), this}},
      m_street{new AskField{u"company.street"_s, settings, AskField::Saves::AtOnce, tr("Street and number, for the letter"), this}},
      m_postcode{new AskField{u"company.postcode"_s, settings, AskField::Saves::AtOnce, {}, this}},
      m_city{new AskField{u"company.city"_s, settings, AskField::Saves::AtOnce, {}, this}}, m_lock{new FigureLabel{type::fine, &Theme::text2, this}}
{
    m_lock->setWrapped();
    m_lock->setText(tr("The account is locked from then on: a change needs a reason, which is kept with name and time. An invoice file never changes it."));
    m_grid = new QGridLayout{this};
    m_grid->addWidget(m_name, 0, 0, 1, 6);
    m_grid->addWidget(m_holder, 1, 0, 1, 6);
    m_grid->addWidget(m_iban, 2, 0, 1, 4, Qt::AlignTop);
    m_grid->addWidget(m_bic, 2, 4, 1, 2, Qt::AlignTop);
    m_grid->addWidget(m_lock, 3, 0, 1, 6);
    m_grid->addWidget(m_street, 4, 0, 1, 3, Qt::AlignTop);
    m_grid->addWidget(m_postcode, 4, 3, 1, 1, Qt::AlignTop);
    m_grid->addWidget(m_city, 4, 4, 1, 2, Qt::AlignTop);
    for (int i = 0; i < 6; ++i) m_grid->setColumnStretch(i, 1);
    connect(m_iban, &AskField::edited, this, [this] { lookAtIban(false); });
    connect(m_iban, &AskField::left, this, [this] { lookAtIban(true); });
    connect(m_holder, &AskField::edited, this, [this] { m_holder->say(AskField::Mood::Quiet, {}); });
    connect(m_bic, &AskField::edited, this, [this] { m_bic->say(AskField::Mood::Quiet, {}); });
    for (auto* field : {m_holder, m_iban, m_bic}) connect(field, &AskField::unlockRequested, this, &CompanyPage::unlock);
    takeMeasures();
}

QString CompanyPage::title() const { return tr("Who gets the money?"); }

QString CompanyPage::text() const { return tr("Name and account stand on every payment request, the address at its head."); }

QWidget* CompanyPage::firstInput() const { return m_name->input(); }

void CompanyPage::lookAtIban(bool whole)
{
    if (m_iban->isLocked()) return;
    const auto finding = domain::lookAtIban(m_iban->value());
    if (finding.fault == IbanFault::None) return showBankCode();
    const bool unfinished = finding.fault == IbanFault::Empty || finding.fault == IbanFault::TooShort;
    if (finding.fault == IbanFault::Empty) return m_iban->say(AskField::Mood::Quiet, {});
    m_iban->say(unfinished && !whole ? AskField::Mood::Quiet : AskField::Mood::Bad, WizardWords::iban(finding));
}

void CompanyPage::showBankCode()
{
    const auto code = domain::germanBankCode(m_iban->value());
    auto text = tr("The check digits fit");
    if (!code.isEmpty()) text += tr(", bank code %1 %2 %3").arg(code.left(3), code.mid(3, 3), code.mid(6));
    m_iban->say(AskField::Mood::Good, text);
}

AskField* CompanyPage::firstWrong()
{
    AskField* wrong = nullptr;
    const auto note = [&wrong](AskField* field) {
        if (!wrong) wrong = field;
    };
    for (auto* field : {m_name, m_holder, m_bic, m_street, m_postcode, m_city})
        if (!field->check()) note(field);
    if (!m_holder->isLocked() && m_holder->value().isEmpty()) {
        m_holder->say(AskField::Mood::Bad, tr("The name is missing. Take it from the bank statement, with the legal form."));
        note(m_holder);
    }
    if (const auto finding = domain::lookAtIban(m_iban->value()); !m_iban->isLocked() && finding.fault != IbanFault::None) {
        m_iban->say(AskField::Mood::Bad, WizardWords::iban(finding));
        note(m_iban);
    }
    return wrong;
}

domain::SettingValues CompanyPage::draft() const
{
    domain::SettingValues values;
    for (const auto* field : {m_name, m_holder, m_iban, m_bic, m_street, m_postcode, m_city})
        if (!field->isLocked() && field->value() != field->stored()) values.insert(field->key(), field->value());
    return values;
}

void CompanyPage::takeDraft(const domain::SettingValues& values)
{
    for (auto* field : {m_name, m_holder, m_iban, m_bic, m_street, m_postcode, m_city})
        if (!field->isLocked() && values.contains(field->key())) field->setValue(values.value(field->key()));
}

void CompanyPage::finish(services::Done<bool> done)
{
    if (auto* wrong = firstWrong()) {
        wrong->input()->setFocus(Qt::OtherFocusReason);
        return done(false);
    }
    m_settings.changeMany(draft(), {}, [guard = QPointer{this}, this, done](const Result<Ok>& stored) {
        if (guard && !stored) m_iban->say(AskField::Mood::Bad, Wording::failure(stored.error()));
        done(stored.ok());
    });
}

// By the same rule and the same sheet as on the settings page.
void CompanyPage::unlock(const QString& key)
{
    const auto* def = domain::findSetting(key);
    if (!def || m_sheet) return;
    m_sheet = new UnlockSheet{m_settings, *def, window()};
    connect(m_sheet, &Sheet::closed, m_sheet, &QObject::deleteLater);
    connect(m_sheet, &UnlockSheet::changed, this, [this] {
        for (auto* field : {m_holder, m_iban, m_bic}) field->reload();
    });
    m_sheet->open(m_sheet->firstInput());
}

void CompanyPage::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_grid->setContentsMargins(0, theme.px(10), 0, 0);
    m_grid->setHorizontalSpacing(theme.px(12));
    m_grid->setVerticalSpacing(theme.px(14));
}

void CompanyPage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_grid) takeMeasures();
}

} // namespace tresen::ui
