#include "ui/intake/profile_sheet.h"
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/calm_combo_box.h"
#include "ui/common/file_dialog.h"
#include "ui/common/list_view.h"
#include "ui/common/measures.h"
#include "ui/intake/intake_words.h"
#include "ui/intake/profile_words.h"
#include "ui/intake/trait_panel.h"
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kSheetWidth = 1320, kTraitsWidth = 320, kTableHeight = 230, kHeadWidth = 150, kHeadMost = 280;
constexpr int kRoundTables = 310;   // all of the sheet above, between and below its two tables

} // namespace

ProfileSheet::ProfileSheet(services::Profiles& profiles, QWidget* window)
    : Sheet{window}, m_profiles{profiles}, m_body{new QWidget}, m_choose{new ActionButton{tr("Choose a sample file …")}}, m_remove{new ActionButton{tr("Delete this form")}},
      m_cancel{new ActionButton{tr("Cancel")}}, m_save{new ActionButton{tr("Keep this form")}}
{
    setObjectName(u"profile"_s);
    setWidthPx(kSheetWidth);
    setHead({}, tr("Teach a file form"), tr("How the tables of your workshop system are to be read"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    build();
    connectAll();
    fillBases();
    takeMeasures();
    showProposal();
}

QWidget* ProfileSheet::makeLeft()
{
    auto* left = new QWidget{m_body};
    auto* column = new QVBoxLayout{left};
    column->setContentsMargins({});
    const auto field = [&](const QString& text, const QString& name, QWidget* input) {
        auto* label = new FigureLabel{type::fineStrong, &Theme::text, left};
        label->setText(text);
        label->setBuddy(input);
        input->setObjectName(name);
        input->setAccessibleName(text);
        column->addWidget(label);
        column->addWidget(input);
        m_labels.push_back(label);
    };
    m_base = new CalmComboBox{left};
    m_name = new QLineEdit{left};
    m_files = new QLineEdit{left};
    m_name->setMaxLength(limits::kMaxProfileName);
    m_files->setMaxLength(limits::kMaxProfileName * 3);
    m_files->setPlaceholderText(tr("by its titles, or e.g. export_*.csv"));
    field(tr("Form"), u"profile.base"_s, m_base);
    field(tr("Name of the form"), u"profile.name"_s, m_name);
    field(tr("Files it reads"), u"profile.files"_s, m_files);
    m_traits = new TraitPanel;
    m_left = new QScrollArea{left};
    m_left->setObjectName(u"profile.traits"_s);
    m_left->setAccessibleName(tr("What was recognised"));
    m_left->setFrameShape(QFrame::NoFrame);
    m_left->setWidgetResizable(true);
    m_left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_left->setFocusPolicy(Qt::NoFocus);
    m_left->setWidget(m_traits);
    m_left->viewport()->setAutoFillBackground(false);
    m_traits->setAutoFillBackground(false);   // what the scroll area has just switched on
    column->addWidget(m_left, 1);
    return left;
}

QWidget* ProfileSheet::makeRight()
{
    auto* right = new QWidget{m_body};
    m_hint = new FigureLabel{type::fine, &Theme::text2, right};
    m_hint->setObjectName(u"profile.hint"_s);
    m_hint->setWrapped();
    m_table = new QTableView{right};
    m_table->setObjectName(u"profile.table"_s);
    m_table->setAccessibleName(tr("The sample, with the meaning of each column above it"));
    m_table->setModel(&m_rows);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setWordWrap(false);
    m_totals = new FigureLabel{type::rowStrong, &Theme::text, right};
    m_totals->setObjectName(u"profile.totals"_s);
    m_list = new ListView{m_results, {{120, 0, IntakeWords::tr("In order") + kFindingRoom}, {110, 1, {}}, {130, 2, {}}, {100, 1, {}}, {220, 6, {}}, {110, 0, u"88.888,88 €"_s}}, right};
    m_list->setObjectName(u"profile.list"_s);
    m_list->setAccessibleName(tr("What would become of the invoices of the sample"));
    m_message = new FigureLabel{type::fineStrong, &Theme::text, right};
    m_message->setObjectName(u"profile.message"_s);
    m_message->setWrapped();
    auto* column = new QVBoxLayout{right};
    column->setContentsMargins({});
    column->addWidget(m_hint);
    column->addWidget(m_table, 1);
    column->addWidget(m_totals);
    column->addWidget(m_list, 1);
    column->addWidget(m_message);
    return right;
}

void ProfileSheet::build()
{
    auto* row = new QHBoxLayout{m_body};
    row->addWidget(makeLeft());
    row->addWidget(makeRight(), 1);
    setBody(m_body);
    m_choose->setObjectName(u"profile.choose"_s);
    m_choose->setIconName(u"file"_s);
    m_remove->setObjectName(u"profile.remove"_s);
    m_remove->setKind(ActionButton::Kind::Danger);
    m_cancel->setObjectName(u"profile.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_save->setObjectName(u"profile.save"_s);
    m_save->setKind(ActionButton::Kind::Primary);
    addFootLeft(m_choose);
    addFootLeft(m_remove);
    addFootStretch();
    addFoot(m_cancel);
    setPrimary(m_save);
    setEnterButton(nullptr);   // Enter in a field keeps nothing
}

void ProfileSheet::connectAll()
{
    connect(&m_pause, &QTimer::timeout, this, &ProfileSheet::learn);
    connect(m_traits, &TraitPanel::chosen, this, [this](const QString& what, const QString& value) {
        m_said.traits[what] = value;
        if (what == u"separator" && value != u"fixed") m_said.traits.remove(u"widths"_s);
        // Other columns: what was said of the former ones means nothing any more.
        if (what == u"separator" || what == u"widths") m_said.fields.clear();
        change();
    });
    connect(m_traits, &TraitPanel::confirmed, this, &ProfileSheet::confirmColumns);
    connect(m_base, &QComboBox::activated, this, [this](int at) { choose(m_base->itemData(at).toString()); });
    for (auto* edit : {m_name, m_files}) connect(edit, &QLineEdit::textChanged, this, &ProfileSheet::showState);
    connect(m_choose, &ActionButton::clicked, this, &ProfileSheet::chooseSample);
    connect(m_remove, &ActionButton::clicked, this, &ProfileSheet::remove);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_save, &ActionButton::clicked, this, &ProfileSheet::save);
}

void ProfileSheet::fillBases()
{
    const QSignalBlocker quiet{m_base};
    m_base->clear();
    m_base->addItem(tr("New form"), QString{});
    const auto own = m_profiles.own();
    for (const auto& one : own) m_base->addItem(one.name, u"own:"_s + one.name);
    const auto ready = m_profiles.ready();
    for (const auto& one : ready) m_base->addItem(tr("Copy of: %1").arg(one.info.name), u"ready:"_s + one.id);
}

QWidget* ProfileSheet::firstInput() const { return m_sample.isEmpty() ? static_cast<QWidget*>(m_choose) : m_name; }

void ProfileSheet::edit(const QString& own)
{
    const int at = m_base->findData(u"own:"_s + own);
    if (at < 0) return;
    m_base->setCurrentIndex(at);
    choose(u"own:"_s + own);
}

void ProfileSheet::choose(const QString& base)
{
    m_said = {};
    m_replaces.clear();
    m_sure = false;
    m_proposal = {};
    const auto name = base.section(u':', 1);
    if (const auto json = m_profiles.find(name); !base.isEmpty() && json) m_said.base = json.value();
    if (base.startsWith(u"own:")) {
        const auto own = m_profiles.own();
        if (const auto* found = services::findOwnProfile(own, name)) {
            m_replaces = found->name;
            m_name->setText(found->name);
            m_files->setText(found->files);
        }
    } else {
        m_name->clear();
    }
    change();
    showProposal();
}

void ProfileSheet::chooseSample()
{
    auto* dialog = new QFileDialog{this, tr("Choose a sample of the workshop system"), {}, tr("Tables (*.csv *.txt *.asc *.dat *.CSV *.TXT *.ASC *.DAT);;All files (*)")};
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ProfileSheet::openSample);
    openFileDialog(*dialog);
}

void ProfileSheet::openSample(const QString& file)
{
    m_profiles.readSample(file, [guard = QPointer{this}, file](const Result<QByteArray>& sample) {
        if (guard) guard->takeSample(file, sample);
    });
}

void ProfileSheet::takeSample(const QString& file, const Result<QByteArray>& sample)
{
    if (!sample) {
        m_failure = sample.error();
        return showState();
    }
    m_sample = sample.value();
    m_file = QFileInfo{file}.fileName();
    m_said.fields.clear();       // they counted the columns of another file
    m_said.traits.clear();
    if (m_name->text().isEmpty()) m_name->setText(QFileInfo{file}.completeBaseName().left(limits::kMaxProfileName).trimmed());
    change();
    m_name->setFocus();
}

void ProfileSheet::change()
{
    m_failure.reset();
    m_sure = false;
    if (m_sample.isEmpty()) return showState();
    ++m_asked;
    m_pause.start();
    showState();
}

void ProfileSheet::learn()
{
    m_said.name = m_name->text().trimmed();
    m_profiles.learn(m_sample, m_said, [guard = QPointer{this}, asked = m_asked](const Result<ports::TableProposal>& proposal) {
        if (guard) guard->take(asked, proposal);
    });
}

void ProfileSheet::take(int asked, const Result<ports::TableProposal>& proposal)
{
    if (asked != m_asked) return;   // something else has been said meanwhile
    m_shown = asked;
    if (proposal) m_proposal = proposal.value();
    else m_failure = proposal.error();   // what was recognised before stays, so that another choice can be made
    showProposal();
}

void ProfileSheet::showProposal()
{
    m_traits->say(m_proposal.traits);
    m_rows.show(m_proposal);
    showHeads();
    m_results.show(m_proposal.tried);
    const int more = static_cast<int>(m_proposal.columns.size()) - SampleModel::kMostColumns;
    auto hint = m_sample.isEmpty() ? tr("Choose a file your workshop system has written. Nothing of it is taken over here; it only shows how such files look.")
                                   : tr("%1: change what is wrong, above each column choose what it means.").arg(m_file);
    if (more > 0) hint += u' ' + tr("%n more column(s) are not shown.", nullptr, more);
    m_hint->setText(hint);
    m_table->setVisible(m_rows.rowCount() > 0);
    m_list->setVisible(!m_sample.isEmpty());
    m_totals->setVisible(!m_sample.isEmpty());
    m_totals->setText(m_results.totals());
    showState();
}

// One choice above each column. They are made anew only when the columns are others.
void ProfileSheet::showHeads()
{
    const int columns = m_rows.columnCount();
    const bool there = m_rows.rowCount() > 0 && columns > 0;
    if (!there || static_cast<int>(m_heads.size()) != columns || !m_table->indexWidget(m_rows.index(0, 0))) {
        m_heads.clear();
        const auto fields = m_profiles.fields();
        for (int c = 0; there && c < columns; ++c) {
            auto* head = new CalmComboBox{m_table};
            head->setObjectName(u"profile.column.%1"_s.arg(c + 1));
            head->addItem(ProfileWords::field({}), QString{});
            for (const auto& name : fields) head->addItem(ProfileWords::field(name), name);
            connect(head, &QComboBox::activated, this, [this, c, head](int at) {
                m_said.fields[c] = head->itemData(at).toString();
                change();
            });
            m_table->setIndexWidget(m_rows.index(0, c), head);
            m_table->setColumnWidth(c, themeOf(this).px(kHeadWidth));
            m_table->setRowHeight(0, themeOf(this).px(44) + 1);   // a field for a finger stands in it, and the line below it
            m_heads.push_back(head);
        }
    }
    for (std::size_t c = 0; c < m_heads.size() && c < m_proposal.columns.size(); ++c) {
        const auto& column = m_proposal.columns[c];
        m_heads[c]->setCurrentIndex(std::max(0, m_heads[c]->findData(column.field)));
        const int words = m_heads[c]->fontMetrics().horizontalAdvance(m_heads[c]->currentText()) + themeOf(this).px(13 + 36 + 4);   // with the arrow
        m_table->setColumnWidth(static_cast<int>(c), qMax(m_table->columnWidth(static_cast<int>(c)), qMin(words, themeOf(this).px(kHeadMost))));
        m_heads[c]->setAccessibleName(tr("Meaning of %1").arg(m_rows.headerData(static_cast<int>(c), Qt::Horizontal).toString()));
        const auto why = ProfileWords::whyColumn(column);
        m_heads[c]->setToolTip(why);
        m_heads[c]->setAccessibleDescription(why);
    }
}

services::OwnProfile ProfileSheet::profile() const
{
    return {m_name->text().trimmed(), m_files->text().trimmed(), m_proposal.profile.isEmpty() ? m_said.base : m_proposal.profile};
}

QString ProfileSheet::obstacle() const
{
    if (m_storing || isLearning()) return tr("one moment");
    if (m_failure) return IntakeWords::failure(*m_failure);
    const auto made = profile();
    if (made.json.isEmpty()) return tr("Choose a sample file first.");
    if (m_proposal.isOpen()) return tr("Still to be said: %1").arg(ProfileWords::openOf(m_proposal).join(u", "_s));
    const auto fine = m_profiles.check(made, m_replaces);
    if (fine) return {};
    return IntakeWords::failure(fine.error());
}

void ProfileSheet::showState()
{
    const auto why = obstacle();
    m_message->setText(isLearning() || m_storing || profile().json.isEmpty() ? QString{} : why);
    m_save->setAvailable(why.isEmpty(), why);
    m_remove->setVisible(!m_replaces.isEmpty());
    m_remove->setText(m_sure ? tr("Delete it for good") : tr("Delete this form"));
    m_choose->setAvailable(!m_storing, tr("one moment"));
}

void ProfileSheet::confirmColumns()
{
    m_table->setFocus(Qt::OtherFocusReason);   // the button goes
    // What nothing is proposed for is said at the column itself.
    for (std::size_t c = 0; c < m_proposal.columns.size(); ++c)
        if (const auto& column = m_proposal.columns[c]; !column.open || !column.field.isEmpty()) m_said.fields[static_cast<int>(c)] = column.field;
    for (const auto& trait : m_proposal.traits)
        if (trait.what == u"separator" && trait.open) m_said.traits[trait.what] = trait.value;
    change();
}

void ProfileSheet::save()
{
    if (resting() || !obstacle().isEmpty()) return;
    m_storing = true;
    const auto made = profile();
    showState();
    m_profiles.keep(made, m_replaces, [guard = QPointer{this}, name = made.name](const Result<Ok>& stored) {
        if (!guard) return;
        guard->m_storing = false;
        if (!stored) {
            guard->m_failure = stored.error();
            return guard->showState();
        }
        guard->close();
        Q_EMIT guard->kept(name);
    });
}

// The second click does it.
void ProfileSheet::remove()
{
    if (m_replaces.isEmpty() || m_storing) return;
    if (!std::exchange(m_sure, true)) return showState();
    m_storing = true;
    showState();
    m_profiles.remove(m_replaces, [guard = QPointer{this}, name = m_replaces](const Result<Ok>& gone) {
        if (!guard) return;
        guard->m_storing = false;
        if (!gone) {
            guard->m_failure = gone.error();
            return guard->showState();
        }
        guard->close();
        Q_EMIT guard->removed(name);
    });
}

void ProfileSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(32), theme.px(16), theme.px(32), theme.px(12));
    keepSpacing(*m_body->layout(), theme.px(24));
    m_left->parentWidget()->setFixedWidth(theme.px(kTraitsWidth));
    const int each = qBound(theme.px(kTableHeight) / 2, (height() - theme.px(kRoundTables)) / 2, theme.px(kTableHeight));
    m_table->setMinimumHeight(each);
    m_list->setMinimumHeight(each);
    m_table->setFont(theme.font(type::fine));
    auto colours = theme.palette();
    colours.setColor(QPalette::Window, theme.surface);   // what of the titles lies beside the last column
    for (QWidget* titles : {m_table->horizontalHeader(), m_table->verticalHeader()})
        if (titles->palette() != colours) titles->setPalette(colours);
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(34));
    m_table->verticalHeader()->setMinimumWidth(theme.px(36));
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
    if (!m_heads.empty()) m_table->setRowHeight(0, theme.px(44) + 1);
    for (auto* edit : {m_name, m_files}) edit->setFixedHeight(theme.px(44));
    m_base->setFixedHeight(theme.px(44));
    for (auto* label : m_labels) keepAbove(*label, label == m_labels.front() ? 0 : theme.px(8));
    m_message->setInk(theme.red.word);
}

void ProfileSheet::resizeEvent(QResizeEvent* event)
{
    Sheet::resizeEvent(event);
    takeMeasures();
}

void ProfileSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_message) takeMeasures();
}

} // namespace tresen::ui
