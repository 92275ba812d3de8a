#include "ui/board/filters_sheet.h"
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QLineEdit* nameField(const QString& objectName, QWidget* parent)
{
    const auto& theme = themeOf(parent);
    auto* field = new QLineEdit{parent};
    field->setObjectName(objectName);
    field->setMaxLength(limits::kMaxFilterName);
    field->setFixedHeight(theme.px(44));
    field->setFont(theme.font(type::field));
    return field;
}

void sayOf(FigureLabel& label, const QString& text, bool bad)
{
    label.setInk(bad ? themeOf(&label).red.word : themeOf(&label).text2);
    label.setText(text);
}

} // namespace

FilterNameSheet::FilterNameSheet(const SavedFilters& saved, const BoardFilter& filter, QWidget* window)
    : Sheet{window}, m_saved{saved}, m_filter{filter}, m_cancel{new ActionButton{tr("Cancel")}}, m_store{new ActionButton{tr("Keep it")}}
{
    setObjectName(u"filter_name"_s);
    setWidthPx(560);
    setHead({}, tr("Keep this view"), SavedFilters::describe(filter));
    const auto& theme = themeOf(this);
    auto* body = new QWidget;
    auto* label = new FigureLabel{type::fineStrong, &Theme::text, body};
    label->setText(tr("Its name"));
    m_name = nameField(u"filter_name.name"_s, body);
    m_name->setAccessibleName(label->text());
    label->setBuddy(m_name);
    m_note = new FigureLabel{type::fine, &Theme::text2, body};
    m_note->setObjectName(u"filter_name.note"_s);
    m_note->setWrapped();
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    column->setSpacing(theme.px(8));
    column->addWidget(label);
    column->addWidget(m_name);
    column->addWidget(m_note);
    setBody(body);
    m_cancel->setObjectName(u"filter_name.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_store->setObjectName(u"filter_name.store"_s);
    m_store->setKind(ActionButton::Kind::Primary);
    m_store->setKeyHint(tr("Enter"));
    m_store->setCentered(true);
    addFoot(m_cancel);
    setPrimary(m_store);
    connect(m_name, &QLineEdit::textChanged, this, &FilterNameSheet::check);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_store, &ActionButton::clicked, this, &FilterNameSheet::store);
    check();
}

QWidget* FilterNameSheet::firstField() const { return m_name; }

void FilterNameSheet::check()
{
    auto all = m_saved;
    const auto done = all.add(m_name->text(), m_filter);
    const bool untouched = m_name->text().trimmed().isEmpty();
    sayOf(*m_note, done || (untouched && done.error().code == u"filters.name") ? tr("It stands in the menu of the view, at this desk.") : SavedFilters::refusal(done.error()), !done && !untouched);
    m_store->setAvailable(done.ok(), done ? QString{} : SavedFilters::refusal(done.error()));
}

void FilterNameSheet::store()
{
    if (resting()) return;
    auto all = m_saved;
    if (!all.add(m_name->text(), m_filter)) return check();
    close();
    Q_EMIT named(all);
}

FiltersSheet::FiltersSheet(const SavedFilters& saved, const KeyMap& keys, QWidget* window)
    : Sheet{window}, m_saved{saved}, m_keys{keys}, m_rename{new ActionButton{tr("Rename")}}, m_up{new ActionButton{tr("Up")}}, m_down{new ActionButton{tr("Down")}},
      m_delete{new ActionButton{tr("Delete")}}, m_close{new ActionButton{tr("Done")}}
{
    setObjectName(u"filters"_s);
    setWidthPx(720);
    setHead({}, tr("Saved views"), tr("Of this desk; the first %n have a key", nullptr, limits::kFilterKeys));
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &FiltersSheet::showChosen);
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_rename->setAvailable(chosen() >= 0 && m_name->text().simplified() != m_saved.all()[static_cast<std::size_t>(chosen())].name, tr("type another name")); });
    connect(m_name, &QLineEdit::returnPressed, this, &FiltersSheet::rename);
    connect(m_rename, &ActionButton::clicked, this, &FiltersSheet::rename);
    connect(m_up, &ActionButton::clicked, this, [this] { move(-1); });
    connect(m_down, &ActionButton::clicked, this, [this] { move(1); });
    connect(m_delete, &ActionButton::clicked, this, &FiltersSheet::remove);
    connect(m_close, &ActionButton::clicked, this, &Sheet::close);
    fill(0);
}

QWidget* FiltersSheet::firstField() const { return m_list; }

void FiltersSheet::build()
{
    const auto& theme = themeOf(this);
    auto* body = new QWidget;
    m_list = new QListWidget{body};
    m_list->setObjectName(u"filters.list"_s);
    m_list->setAccessibleName(tr("Saved views"));
    m_list->setFont(theme.font(type::row));
    m_list->setSpacing(theme.px(2));
    m_list->setMinimumHeight(theme.px(240));
    m_name = nameField(u"filters.name"_s, body);
    m_name->setAccessibleName(tr("Name of the chosen view"));
    m_note = new FigureLabel{type::fine, &Theme::text2, body};
    m_note->setObjectName(u"filters.note"_s);
    m_note->setWrapped();
    const QList<std::pair<ActionButton*, QString>> named{{m_rename, u"filters.rename"_s}, {m_up, u"filters.up"_s}, {m_down, u"filters.down"_s}, {m_delete, u"filters.delete"_s}, {m_close, u"filters.close"_s}};
    for (const auto& [button, name] : named) button->setObjectName(name);
    m_delete->setKind(ActionButton::Kind::Danger);
    auto* naming = new QHBoxLayout;
    naming->setSpacing(theme.px(12));
    naming->addWidget(m_name, 1);
    naming->addWidget(m_rename);
    auto* moving = new QHBoxLayout;
    moving->setSpacing(theme.px(12));
    moving->addWidget(m_up);
    moving->addWidget(m_down);
    moving->addStretch();
    moving->addWidget(m_delete);
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    column->setSpacing(theme.px(12));
    column->addWidget(m_list, 1);
    column->addLayout(moving);
    column->addLayout(naming);
    column->addWidget(m_note);
    setBody(body);
    m_close->setKind(ActionButton::Kind::Primary);
    m_close->setKeyHint(tr("Esc"));
    addFootStretch();
    addFoot(m_close);
}

int FiltersSheet::chosen() const
{
    const int row = m_list->currentRow();
    return row < m_saved.count() ? row : -1;
}

void FiltersSheet::fill(int current)
{
    {
        const QSignalBlocker quiet{m_list};
        m_list->clear();
        for (int i = 0; i < m_saved.count(); ++i) {
            const auto& one = m_saved.all()[static_cast<std::size_t>(i)];
            const auto key = i < limits::kFilterKeys ? m_keys.hint(u"filter.%1"_s.arg(i + 1)) + u" · "_s : QString{};
            auto* row = new QListWidgetItem{u"%1 (%2%3)"_s.arg(one.name, key, SavedFilters::describe(one.filter)), m_list};
            row->setSizeHint({0, themeOf(this).px(40)});   // room for a finger
        }
        m_list->setCurrentRow(qMin(current, m_saved.count() - 1));
    }
    showChosen();
}

void FiltersSheet::showChosen()
{
    const int at = chosen();
    const auto none = tr("choose a view");
    m_name->setEnabled(at >= 0);
    m_name->setText(at < 0 ? QString{} : m_saved.all()[static_cast<std::size_t>(at)].name);
    m_rename->setAvailable(false, at < 0 ? none : tr("type another name"));
    m_up->setAvailable(at > 0, at < 0 ? none : tr("it is the first"));
    m_down->setAvailable(at >= 0 && at + 1 < m_saved.count(), at < 0 ? none : tr("it is the last"));
    m_delete->setAvailable(at >= 0, none);
    sayOf(*m_note, at < 0 ? tr("None is saved") : SavedFilters::describe(m_saved.all()[static_cast<std::size_t>(at)].filter), false);
}

void FiltersSheet::rename()
{
    const int at = chosen();
    if (at < 0) return;
    if (const auto done = m_saved.rename(at, m_name->text()); !done) return sayOf(*m_note, SavedFilters::refusal(done.error()), true);
    Q_EMIT changed(m_saved);
    fill(at);
}

void FiltersSheet::remove()
{
    const int at = chosen();
    if (at < 0) return;
    m_saved.remove(at);
    Q_EMIT changed(m_saved);
    fill(at);
    m_list->setFocus(Qt::OtherFocusReason);
}

void FiltersSheet::move(int by)
{
    const int at = chosen();
    if (!m_saved.move(at, by)) return;
    Q_EMIT changed(m_saved);
    fill(at + by);
}

} // namespace tresen::ui
