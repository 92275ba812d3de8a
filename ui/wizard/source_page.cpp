#include "ui/wizard/source_page.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/reason_form.h"
#include "ui/common/wording.h"
#include "ui/settings/secret_field.h"
#include "ui/wizard/ask_field.h"
#include "ui/wizard/finding_list.h"
#include "ui/wizard/wizard_words.h"
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QString folderKey() { return u"source.folder"_s; }
QString tableKey() { return u"source.table"_s; }
QString usualTable() { return u"werbas"_s; }
QString usualOrderPort() { return u"8470"_s; }

} // namespace

SourcePage::SourcePage(services::Settings& settings, services::Intake& intake, services::Accounts& accounts, bool othersHave, QWidget* parent)
    : WizardPage{parent}, m_settings{settings}, m_accounts{accounts}, m_trial{intake}, m_documents{new OptionButton{tr("E-invoices in a folder (XRechnung, ZUGFeRD, PDF with data)"), this}},
      m_tables{new OptionButton{tr("Tables in a folder (WERBAS, CSV, ASCII, DATEV)"), this}}, m_orders{new OptionButton{tr("Orders sent to this computer, as bezahl.de takes them"), this}},
      m_folder{new AskField{folderKey(), settings, AskField::Saves::WithQuestion, tr("Folder the workshop system puts its invoices into"), this}},
      m_profile{new AskField{tableKey(), settings, othersHave ? AskField::Saves::WithQuestion : AskField::Saves::AtOnce, tr("What the tables look like"), this}},
      m_port{new AskField{u"orders.port"_s, settings, AskField::Saves::AtOnce, tr("Port on this computer"), this}},
      m_token{new SecretField{accounts, u"orders"_s, SecretField::Change::Replace, this}}, m_hint{new FigureLabel{type::fine, &Theme::text2, this}},
      m_test{new ActionButton{tr("Test"), this}}, m_findings{new FindingList{this}}, m_othersHave{othersHave}
{
    build();
    auto* box = qobject_cast<QComboBox*>(m_profile->input());
    box->removeItem(box->findData(u"none"_s));   // that is the first way
    m_tableBefore = settings.value(tableKey());
    const bool folder = settings.isSet(folderKey()), tables = settings.value(tableKey()) != u"none";
    const bool orders = settings.value(u"orders.port"_s) != u"0" && !folder;
    (orders ? m_orders : tables ? m_tables : m_documents)->setChecked(true);
    for (auto* option : {m_documents, m_tables, m_orders})
        connect(option, &OptionButton::toggled, this, [this](bool on) {
            if (on) choose();
        });
    for (auto* field : {m_folder, m_profile, m_port}) {
        connect(field, &AskField::edited, this, [this, field] {
            field->say(AskField::Mood::Quiet, {});
            noteEdit();
        });
        connect(field, &AskField::left, this, &SourcePage::noteEdit);   // a folder that was chosen, not typed
    }
    connect(m_profile, &AskField::left, this, [this] {
        if (m_othersHave && way() == Way::Tables) keep(tableKey(), m_profile->value(), [](const Result<Ok>&) {});
    });
    connect(m_test, &ActionButton::clicked, this, [this] { test([](const Result<bool>&) {}); });
    takeMeasures();
    arrange();
}

void SourcePage::build()
{
    m_documents->setObjectName(u"wizard.source.documents"_s);
    m_tables->setObjectName(u"wizard.source.tables"_s);
    m_orders->setObjectName(u"wizard.source.orders"_s);
    m_test->setObjectName(u"wizard.source.test"_s);
    m_test->setIconName(u"search"_s);
    m_findings->setObjectName(u"wizard.source.findings"_s);
    m_hint->setWrapped();
    m_token->setSecret(services::orderTokenName(), tr("Token of the sender"), tr("The workshop system sends it along as NX-Token"));
    m_options = new QVBoxLayout;
    for (auto* option : {m_documents, m_tables, m_orders}) m_options->addWidget(option);
    auto* test = new QHBoxLayout;
    test->addWidget(m_test);
    test->addStretch();
    m_column = new QVBoxLayout{this};
    m_column->addLayout(m_options);
    for (auto* part : std::initializer_list<QWidget*>{m_profile, m_folder, m_port, m_token, m_hint}) m_column->addWidget(part);
    m_column->addLayout(test);
    m_column->addWidget(m_findings);
}

QString SourcePage::title() const { return tr("Where do the invoices come from?"); }

QString SourcePage::text() const { return tr("Tresen takes over by itself what the workshop system puts there. The test looks only; nothing is taken over by it."); }

QWidget* SourcePage::firstInput() const { return m_orders->isChecked() ? m_orders : m_tables->isChecked() ? m_tables : m_documents; }

QString SourcePage::answer() const
{
    return QStringList{m_folder->value(), m_profile->value(), m_port->value(), QString::number(static_cast<int>(way()))}.join(u'\n');
}

// What was found belongs to what stood there.
void SourcePage::noteEdit()
{
    if (answer() == m_tested) return;
    m_tested.clear();
    ++m_run;
    m_findings->setFindings({});
    setTesting(false);
}

SourcePage::Way SourcePage::way() const
{
    return m_orders->isChecked() ? Way::Orders : m_tables->isChecked() ? Way::Tables : Way::Documents;
}

void SourcePage::choose()
{
    noteEdit();
    // Whoever only walks past the tables with the arrow keys has chosen none.
    if (way() == Way::Tables && m_profile->value().isEmpty()) m_profile->setValue(usualTable());
    const auto table = way() == Way::Tables ? m_profile->value() : way() == Way::Documents ? u"none"_s : m_tableBefore;
    keep(tableKey(), table, [](const Result<Ok>&) {});
    if (way() == Way::Orders && m_port->value() == u"0") m_port->setValue(usualOrderPort());
    arrange();
}

void SourcePage::arrange()
{
    const bool orders = way() == Way::Orders;
    m_profile->setVisible(way() == Way::Tables);
    m_folder->setVisible(!orders);
    m_port->setVisible(orders);
    m_token->setVisible(orders);
    const auto others = m_othersHave ? m_settings.siteValue(folderKey()) : QString{};
    m_hint->setText(orders ? tr("The workshop system is pointed at http://127.0.0.1 and this port instead of its portal. Only programs on this computer reach it.")
                    : !others.isEmpty() ? tr("The workshop has %1. Another folder holds for this desk only; left empty, invoices are taken in here by hand.").arg(others)
                           : tr("Left empty, invoices are taken in by hand, on the page Inbox."));
    setTesting(false);
}

void SourcePage::setTesting(bool testing)
{
    m_test->setText(way() == Way::Orders ? tr("Open and test") : tr("Test the folder"));
    if (testing) m_testWasFocused = m_test->hasFocus();
    m_test->setAvailable(!testing, tr("one moment"));
    if (!testing && std::exchange(m_testWasFocused, false)) m_test->setFocus(Qt::OtherFocusReason);   // or Enter would press what came next
}

void SourcePage::test(services::Done<bool> done)
{
    m_tested = answer();
    way() == Way::Orders ? tryDoor(std::move(done)) : tryFolder(std::move(done));
}

// The description of the table first: the trial reads by what is stored.
void SourcePage::tryFolder(services::Done<bool> done)
{
    const bool tables = way() == Way::Tables;
    setTesting(true);
    m_findings->setFindings({{Look::Running, tr("Looking into the folder …")}});
    const auto table = tables ? m_profile->value() : u"none"_s;
    keep(tableKey(), table, [guard = QPointer{this}, this, tables, done, run = ++m_run](const Result<Ok>& stored) {
        if (!guard || run != m_run) return done(false);
        if (!stored) return show(stored.error(), done);
        m_trial.run(m_folder->value(), tables, [this, run, done](const Result<services::FolderTrialReport>& report) {
            run == m_run ? show(report, done) : done(false);
        });
    });
}

void SourcePage::show(const Result<services::FolderTrialReport>& report, const services::Done<bool>& done)
{
    setTesting(false);
    if (report) m_findings->setFindings(WizardWords::findings(report.value(), m_settings.value(u"source.files"_s) == u"move"));
    else m_findings->setFindings({{Look::Refused, WizardWords::folder(report.error())}});
    Q_EMIT partShown(m_findings);
    done(report.ok());
}

void SourcePage::tryDoor(services::Done<bool> done)
{
    if (!m_port->check()) return done(false);
    setTesting(true);
    m_settings.set(u"orders.port"_s, m_port->value(), {}, [guard = QPointer{this}, this, done, run = ++m_run](const Result<Ok>& stored) {
        if (!guard || run != m_run) return done(false);
        if (!stored) return show(stored.error(), done);
        m_accounts.openOrders([guard, this, done, run](const Result<quint16>& port) {
            if (!guard || run != m_run) return done(false);
            setTesting(false);
            if (!port) {
                m_findings->setFindings({{Look::Refused, port.error().code == u"orders.no_token" ? tr("No token is kept yet. Enter the one the workshop system sends.")
                                                                                                : Wording::failure(port.error())}});
                Q_EMIT partShown(m_findings);
                return done(false);
            }
            if (port.value() == 0) m_findings->setFindings({{Look::Notice, tr("The door is closed: the port is 0")}});
            else m_findings->setFindings({{Look::Accepted, tr("The door is open at http://127.0.0.1:%1").arg(port.value())}});
            Q_EMIT partShown(m_findings);
            done(true);
        });
    });
}

void SourcePage::keep(const QString& key, const QString& value, services::Done<Ok> done)
{
    if (!m_othersHave) m_settings.set(key, value, {}, std::move(done));
    else if (value == m_settings.siteValue(key)) m_settings.dropOwn(key, std::move(done));
    else m_settings.setAt(services::SettingPlace::Desk, key, value, {}, std::move(done));
}

// One way at a time: what was chosen before must not go on bringing the same invoices.
void SourcePage::keepOnly(const QString& folder, const services::Done<bool>& done)
{
    const bool orders = way() == Way::Orders;
    keep(folderKey(), orders ? QString{} : folder, [guard = QPointer{this}, this, orders, done](const Result<Ok>& stored) {
        if (!guard) return;
        if (stored && orders) m_folder->reload();
        if (!stored || orders || m_settings.value(u"orders.port"_s) == u"0") return done(stored.ok());
        m_settings.set(u"orders.port"_s, u"0"_s, {}, [guard, this, done](const Result<Ok>& closed) {
            if (!guard) return;
            if (!closed) return done(false);
            m_port->reload();
            m_accounts.openOrders([done](const Result<quint16>&) { done(true); });   // with port 0 it closes
        });
    });
}

void SourcePage::finish(services::Done<bool> done)
{
    if (way() != Way::Orders && m_folder->value().isEmpty()) return keepOnly({}, done);
    test([guard = QPointer{this}, this, done](const Result<bool>& good) {
        if (!guard) return;
        if (!good || !good.value()) {
            (way() == Way::Orders ? m_port : m_folder)->input()->setFocus(Qt::OtherFocusReason);
            return done(false);
        }
        keepOnly(m_folder->value(), done);
    });
}

void SourcePage::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(0, theme.px(8), 0, 0);
    keepSpacing(*m_column, theme.px(12));
    keepSpacing(*m_options, theme.px(4));
}

void SourcePage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
