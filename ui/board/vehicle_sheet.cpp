#include "ui/board/vehicle_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/wording.h"
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>
#include <array>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::VehicleEntry;

namespace tresen::ui {
namespace {

struct VehicleLabel {
    QString VehicleEntry::* field;
    const char* name;    // of the object
    const char* text;
    int row, column, span, most;   // of four columns
};
constexpr int kPayerRow = 4;   // above it the vehicle, from it on who pays
constexpr std::array kVehicleLabels{
    VehicleLabel{&VehicleEntry::plate, "plate", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Plate"), 0, 0, 2, domain::kMaxVehicleText},
    VehicleLabel{&VehicleEntry::vin, "vin", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "VIN, 17 characters"), 0, 2, 2, domain::kMaxVehicleText},
    VehicleLabel{&VehicleEntry::model, "model", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Vehicle"), 1, 0, 2, domain::kMaxVehicleText},
    VehicleLabel{&VehicleEntry::keeper, "keeper", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Keeper, if not the buyer of the invoice"), 1, 2, 2, domain::kMaxVehicleText},
    VehicleLabel{&VehicleEntry::further, "further", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Further vehicles: plate or VIN, a semicolon between them"), 2, 0, 4, domain::kMaxFurtherText},
    VehicleLabel{&VehicleEntry::customerId, "customer_id", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Customer number"), 3, 0, 2, domain::kMaxVehicleText},
    VehicleLabel{&VehicleEntry::orderRef, "order", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Order number"), 3, 2, 2, domain::kMaxVehicleText},
    VehicleLabel{&VehicleEntry::payer, "payer", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Who pays, if not the buyer"), kPayerRow, 0, 2, domain::kMaxVehicleText},
    VehicleLabel{&VehicleEntry::email, "email", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Mail address of the payer"), kPayerRow, 2, 2, domain::kMaxVehicleText},
    VehicleLabel{&VehicleEntry::street, "street", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Street and number"), 5, 0, 2, domain::kMaxVehicleText},
    VehicleLabel{&VehicleEntry::postcode, "postcode", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Postcode"), 5, 2, 1, domain::kMaxVehicleText},
    VehicleLabel{&VehicleEntry::city, "city", QT_TRANSLATE_NOOP("tresen::ui::VehicleSheet", "Town"), 5, 3, 1, domain::kMaxVehicleText}};

} // namespace

VehicleSheet::VehicleSheet(services::Vehicles& vehicles, const services::InvoiceView& view, QWidget* window)
    : Sheet{window}, m_vehicles{vehicles}, m_item{view.item}, m_was{domain::vehicleEntryOf(view.item)}, m_body{new QWidget}, m_grid{new QGridLayout},
      m_found{new FigureLabel{type::fineMedium, &Theme::text, m_body}}, m_payerHint{new FigureLabel{type::fine, &Theme::text2, m_body}},
      m_message{new FigureLabel{type::fineMedium, &Theme::text, m_body}}, m_cancel{new ActionButton{tr("Cancel")}}, m_store{new ActionButton{tr("Put it right")}}
{
    setObjectName(u"vehicle"_s);
    setWidthPx(880);
    QStringList who{view.row.customer, tr("invoice %1").arg(view.row.number)};
    who.removeAll({});
    setHead(view.row.plate, tr("Vehicle and payer"), who.join(u" · "_s));
    build();
    QStringList found;
    for (const auto& finding : m_item.toConfirm) found << Wording::finding(finding);
    m_found->setVisible(!found.isEmpty());
    m_found->setText(tr("Found by rule, please compare: %1.").arg(found.join(u"; "_s)));
    m_payerHint->setText(tr("Letter and mail go to the payer. Without a name they go to the buyer of the invoice: %1.").arg(domain::buyerNameOf(m_item)));
    for (const auto& field : m_fields) {
        field.edit->setText(m_was.*field.text);
        field.edit->setCursorPosition(0);
    }
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_store, &ActionButton::clicked, this, &VehicleSheet::store);
    takeMeasures();
    check();
}

void VehicleSheet::build()
{
    for (auto* label : {m_found, m_payerHint, m_message}) label->setWrapped();
    m_found->setObjectName(u"vehicle.found"_s);
    m_message->setObjectName(u"vehicle.message"_s);
    QWidget* last = nullptr;
    for (const auto& what : kVehicleLabels) {
        auto* label = new FigureLabel{type::fineStrong, &Theme::text, m_body};
        auto* edit = new QLineEdit{m_body};
        label->setText(tr(what.text));
        label->setBuddy(edit);
        edit->setObjectName(u"vehicle."_s + QString::fromLatin1(what.name));
        edit->setAccessibleName(label->text());
        edit->setMaxLength(what.most);
        const int line = 2 * what.row + (what.row >= kPayerRow ? 1 : 0);   // between them stands the hint
        m_grid->addWidget(label, line, what.column, 1, what.span);
        m_grid->addWidget(edit, line + 1, what.column, 1, what.span);
        if (last) setTabOrder(last, edit);
        last = edit;
        m_fields.push_back({what.field, label, edit});
        connect(edit, &QLineEdit::textChanged, this, &VehicleSheet::check);
    }
    m_grid->addWidget(m_payerHint, 2 * kPayerRow, 0, 1, 4);
    // Two halves; the right one parts into postcode and town, so that the whole address stands in one row of a low window.
    for (const auto& [column, stretch] : {std::pair{0, 2}, std::pair{1, 2}, std::pair{2, 1}, std::pair{3, 3}}) m_grid->setColumnStretch(column, stretch);
    auto* column = new QVBoxLayout{m_body};
    column->addWidget(m_found);
    column->addLayout(m_grid);
    column->addWidget(m_message);
    column->addStretch();
    setBody(m_body);
    m_cancel->setObjectName(u"vehicle.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_store->setObjectName(u"vehicle.store"_s);
    m_store->setKind(ActionButton::Kind::Primary);
    m_store->setIconName(u"check"_s);
    m_store->setKeyHint(tr("Enter"));
    m_store->setCentered(true);
    addFoot(m_cancel);
    setPrimary(m_store);
}

QLineEdit* VehicleSheet::firstField() const
{
    return m_fields.front().edit;
}

VehicleEntry VehicleSheet::entry() const
{
    VehicleEntry out;
    for (const auto& field : m_fields) out.*field.text = field.edit->text().simplified();
    return out;
}

// The same rules as at storing; the keys of other cars are known there only.
void VehicleSheet::check()
{
    const auto typed = entry();
    const auto tried = domain::decideVehicle(m_item, typed, {}, domain::KeyId::fresh());
    const bool changed = tried && !tried.value().empty();
    m_store->setText(typed == m_was && !m_item.toConfirm.empty() ? tr("Confirm it") : tr("Put it right"));
    m_message->setInk(themeOf(this).red.word);
    m_message->setText(tried ? QString{} : Wording::failure(tried.error()));
    m_store->setAvailable(!m_busy && changed, m_busy ? tr("Is being written down") : tried ? tr("nothing was changed") : tr("something is missing"));
}

void VehicleSheet::store()
{
    if (m_busy || resting()) return;
    m_busy = true;
    check();
    setDismissible(false);
    const auto typed = entry();
    m_vehicles.correct(m_item.id, typed, [self = QPointer{this}, confirmed = typed == m_was](const Result<Ok>& done) {
        if (!self) return;
        self->m_busy = false;
        self->setDismissible(true);
        if (done) {
            self->close();
            Q_EMIT self->stored(confirmed ? tr("Vehicle data confirmed") : tr("Vehicle data put right"));
            return;
        }
        self->check();
        self->m_message->setText(Wording::failure(done.error()));
    });
}

void VehicleSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    m_body->layout()->setSpacing(theme.px(10));
    m_grid->setHorizontalSpacing(theme.px(24));
    m_grid->setVerticalSpacing(theme.px(4));
    m_payerHint->setContentsMargins(0, theme.px(8), 0, 0);
    m_found->setContentsMargins(0, 0, 0, theme.px(6));
    for (const auto& field : m_fields) {
        int row = 0, column = 0, rows = 0, columns = 0;
        m_grid->getItemPosition(m_grid->indexOf(field.label), &row, &column, &rows, &columns);
        keepAbove(*field.label, row == 0 ? 0 : theme.px(8));
        field.edit->setFixedHeight(theme.px(44));
        field.edit->setFont(theme.font(type::field));
    }
}

void VehicleSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
