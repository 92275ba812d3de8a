#include "ui/health/damage_window.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/reason_form.h"
#include "ui/common/window_place.h"
#include "ui/common/work_bar.h"
#include <QCloseEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kWidest = 820;   // logical pixels of what is written

QString timeOf(Instant at)
{
    return at.isNull() ? u"–"_s : QLocale{}.toString(at.local(), QLocale::ShortFormat);
}

QString number(qint64 value) { return QLocale{}.toString(value); }

} // namespace

DamageWindow::DamageWindow(const QString& what, const QString& support, const QString& administrator, QWidget* parent)
    : QWidget{parent}, m_raw{support}, m_scroll{new QScrollArea{this}}, m_pages{new QStackedWidget}
{
    setObjectName(u"damage"_s);
    setWindowTitle(u"Tresen"_s);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_pages);
    makeWork();
    makeAsk(what, administrator);
    makeConfirm();
    makeTold();
    takeMeasures();
    const auto& theme = themeOf(this);
    const QSize wanted{theme.px(760), theme.px(720)};
    resize(screen() ? wanted.boundedTo(screen()->availableSize()) : wanted);
    setMinimumSize(kVeryLeast);
}

QVBoxLayout* DamageWindow::addPage()
{
    auto* page = new QWidget;
    m_pages->addWidget(page);
    return new QVBoxLayout{page};
}

FigureLabel* DamageWindow::label(const QString& name, bool strong)
{
    auto* out = new FigureLabel{strong ? type::section : type::body, strong ? &Theme::text : &Theme::text2};
    out->setObjectName(u"damage."_s + name);
    out->setTextFormat(Qt::PlainText);
    out->setWrapped();
    return out;
}

ActionButton* DamageWindow::button(const QString& name, const QString& text)
{
    auto* out = new ActionButton{text};
    out->setObjectName(u"damage."_s + name);
    out->setAutoDefault(true);
    return out;
}

void DamageWindow::makeWork()
{
    auto* page = addPage();
    m_workWords = label(u"work"_s);
    m_bar = new WorkBar;
    m_bar->setObjectName(u"damage.bar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_stop = button(u"stop"_s, tr("Cancel"));
    connect(m_stop, &QPushButton::clicked, this, &DamageWindow::stopRequested);
    page->addWidget(m_workWords);
    page->addWidget(m_bar);
    page->addWidget(m_stop, 0, Qt::AlignLeft);
    page->addStretch();
}

void DamageWindow::makeAsk(const QString& what, const QString& administrator)
{
    auto* page = addPage();
    auto* title = label(u"title"_s, true);
    title->setText(tr("The stored data are damaged"));
    auto* found = label(u"found"_s);
    found->setText(what + u'\n' + tr("Nothing has been changed. Nothing more is recorded until you have decided."));
    m_table = new QGridLayout;
    m_missing = label(u"missing"_s);
    page->addWidget(title);
    page->addWidget(found);
    page->addLayout(m_table);
    page->addWidget(m_missing);
    const std::pair<Choice, QString> choices[] = {{Choice::Remake, tr("Make anew from the bookings")}, {Choice::Salvage, tr("The backup, and what can be read after it")},
                                                  {Choice::BackupAlone, tr("The backup alone")}, {Choice::Export, tr("Save what can be read as a file …")},
                                                  {Choice::Close, tr("Close, and change nothing")}};
    for (const auto& [choice, text] : choices) {
        m_offers.push_back({choice, new OptionButton{text}, label(u"choice%1.words"_s.arg(static_cast<int>(choice)))});
        auto& made = m_offers.back();
        made.button->setObjectName(u"damage.choice%1"_s.arg(static_cast<int>(choice)));
        auto* together = new QVBoxLayout;   // the words stand nearer to their own choice than to the next
        together->setSpacing(0);
        together->addWidget(made.button);
        together->addWidget(made.words);
        page->addLayout(together);
    }
    m_next = button(u"next"_s, tr("Continue"));
    m_next->setKind(ActionButton::Kind::Primary);
    connect(m_next, &QPushButton::clicked, this, &DamageWindow::goOn);
    page->addWidget(m_next, 0, Qt::AlignLeft);
    if (!administrator.isEmpty()) {
        auto* more = label(u"administrator"_s);
        more->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        more->setText(administrator);
        page->addWidget(more);
    }
    m_support = label(u"support"_s);
    m_support->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    page->addWidget(m_support);
    fillSupport();
    page->addStretch();
}

// As the store and the database say it, in whatever language: below everything a person needs for deciding.
void DamageWindow::fillSupport()
{
    const auto raw = QStringList{m_raw} + m_report.notGood;
    m_support->setText(tr("Details for support: %1").arg(raw.join(u"; "_s)));
}

QString DamageWindow::foundWords(const QString& code)
{
    if (code == u"store.tail_missing") return tr("The last bookings are missing: this desk had written them, and they are no longer there.");
    if (code == u"store.other_history") return tr("The bookings are not those that this desk has written.");
    if (code == u"store.projection_unreadable") return tr("Something that was made of the bookings can no longer be read.");
    return tr("A part of the stored data can no longer be read, or something else than Tresen has changed it.");
}

void DamageWindow::makeConfirm()
{
    auto* page = addPage();
    m_sure = label(u"sure"_s, true);
    m_sureWords = label(u"sure.words"_s);
    m_no = button(u"no"_s, tr("No, change nothing"));
    m_yes = button(u"yes"_s, tr("Yes, put it in place"));
    m_yes->setKind(ActionButton::Kind::Danger);
    connect(m_no, &QPushButton::clicked, this, [this] { turnTo(Ask, m_next); });
    connect(m_yes, &QPushButton::clicked, this, [this] { Q_EMIT chosen(selected()); });
    auto* row = new QHBoxLayout;
    row->addWidget(m_no);
    row->addWidget(m_yes);
    row->addStretch();
    page->addWidget(m_sure);
    page->addWidget(m_sureWords);
    page->addLayout(row);
    page->addStretch();
}

void DamageWindow::makeTold()
{
    auto* page = addPage();
    m_toldTitle = label(u"told"_s, true);
    m_toldWords = label(u"told.words"_s);
    m_toldWords->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_more = button(u"more"_s, tr("Back to the choices"));
    m_end = button(u"end"_s, tr("Close"));
    connect(m_more, &QPushButton::clicked, this, [this] { turnTo(Ask, m_next); });
    connect(m_end, &QPushButton::clicked, this, &DamageWindow::closed);
    auto* row = new QHBoxLayout;
    row->addWidget(m_more);
    row->addWidget(m_end);
    row->addStretch();
    page->addWidget(m_toldTitle);
    page->addWidget(m_toldWords);
    page->addLayout(row);
    page->addStretch();
}

void DamageWindow::turnTo(Page page, QWidget* focus)
{
    m_pages->setCurrentIndex(page);
    m_scroll->ensureVisible(0, 0);
    focus->setFocus(Qt::OtherFocusReason);
}

void DamageWindow::showWork(const QString& words)
{
    m_workWords->setText(words);
    m_stop->setEnabled(true);
    setPermille(-1);
    turnTo(Work, m_stop);
}

void DamageWindow::setPermille(int permille)
{
    m_bar->setRange(0, permille < 0 ? 0 : 1000);
    if (permille >= 0) m_bar->setValue(permille);
}

void DamageWindow::showReport(const services::DamageReport& report)
{
    m_report = report;
    fillTable();
    m_missing->setText(missingWords(report));
    fillSupport();
    fillOffers();
    takeMeasures();
    turnTo(Ask, m_next);
}

void DamageWindow::fillTable()
{
    qDeleteAll(m_cells);
    m_cells.clear();
    const auto cell = [this](int row, int column, const QString& text, bool head) {
        m_cells.push_back(new FigureLabel{head ? type::fineStrong : type::body, &Theme::text});
        m_cells.back()->setObjectName(u"damage.cell%1%2"_s.arg(row).arg(column));
        m_cells.back()->setWrapped();   // at twice the size the three columns have no room in one line
        m_cells.back()->setText(text);
        m_table->addWidget(m_cells.back(), row, column);
    };
    const bool backup = !m_report.backup.isEmpty();
    const QStringList names{{}, tr("Entries"), tr("Invoices"), tr("Newest entry"), tr("Cannot be read")};
    const auto values = [](const services::Holding& h) { return QStringList{number(h.entries), number(h.invoices), timeOf(h.newest), number(h.lost)}; };
    for (int row = 1; row < names.size(); ++row) cell(row, 0, names[row], true);
    cell(0, 1, tr("Damaged data"), true);
    for (int row = 1; row < names.size(); ++row) cell(row, 1, values(m_report.damaged)[row - 1], false);
    if (!backup) return;
    cell(0, 2, tr("Newest good backup"), true);
    for (int row = 1; row < names.size(); ++row) cell(row, 2, values(m_report.inBackup)[row - 1], false);
}

QString DamageWindow::missingWords(const services::DamageReport& report)
{
    QStringList out;
    if (report.whole) out << tr("The bookings themselves are whole; only what was made of them differs. It can be made anew, and nothing is lost.");
    if (report.backup.isEmpty()) {
        out << tr("No good backup was found on this computer.");
    } else {
        out << tr("The backup goes until %1, entries: %2.").arg(timeOf(report.inBackup.newest), number(report.inBackup.entries));
        if (report.later > 0) out << tr("Later entries that can still be read in the damaged data: %1, until %2.").arg(number(report.later), timeOf(report.laterNewest));
        if (report.laterLost > 0) out << tr("Later entries that are lost in any case: %1.").arg(number(report.laterLost));
        if (report.later == 0 && report.laterLost == 0 && !report.otherHistory && report.damaged.entries > 0) out << tr("It lacks nothing that the damaged data have.");
        if (report.otherHistory) out << tr("The damaged data tell another story than the backup; nothing of them can be brought along.");
    }
    QStringList notGood;
    for (const auto& one : report.notGood) notGood << one.section(u": "_s, 0, 0);   // the file; why is for support
    if (!notGood.isEmpty()) out << tr("Newer backups that are not good: %1").arg(notGood.join(u"; "_s));
    return out.join(u'\n');
}

void DamageWindow::offer(Choice choice, bool possible, const QString& words)
{
    for (auto& o : m_offers) {
        if (o.choice != choice) continue;
        o.button->setVisible(possible);
        o.button->setAccessibleDescription(words);
        o.words->setText(words);
        o.words->setVisible(possible && !words.isEmpty());
    }
}

void DamageWindow::fillOffers()
{
    const auto& r = m_report;
    const bool backup = !r.backup.isEmpty(), later = backup && r.later > 0;
    const auto until = timeOf(r.inBackup.newest);
    offer(Choice::Remake, r.whole, tr("The bookings are not touched. It takes as long as a check."));
    offer(Choice::Salvage, later, tr("Put in place: everything until %1. The damaged data are kept beside it.").arg(timeOf(r.laterNewest)));
    offer(Choice::BackupAlone, backup, tr("Put in place: everything until %1. What was booked after it is missing then. The damaged data are kept beside it.").arg(until));
    offer(Choice::Export, r.damaged.entries > 0, tr("For support, or to look something up. The data stay as they are."));
    offer(Choice::Close, true, {});
    const auto best = r.whole ? Choice::Remake : later ? Choice::Salvage : backup ? Choice::BackupAlone : Choice::Close;
    for (auto& o : m_offers) o.button->setChecked(o.choice == best);
}

DamageWindow::Choice DamageWindow::selected() const
{
    for (const auto& o : m_offers)
        if (o.button->isChecked() && !o.button->isHidden()) return o.choice;
    return Choice::Close;
}

void DamageWindow::goOn()
{
    const auto choice = selected();
    switch (choice) {
    case Choice::Close: Q_EMIT closed(); return;
    case Choice::Remake:
    case Choice::Export: Q_EMIT chosen(choice); return;
    case Choice::Salvage:
    case Choice::BackupAlone: break;
    }
    const bool salvage = choice == Choice::Salvage;
    m_sure->setText(salvage ? tr("Put the backup in place, with what can be read after it?") : tr("Put the backup alone in place?"));
    const auto lost = salvage ? m_report.laterLost : m_report.later + m_report.laterLost;
    m_sureWords->setText(tr("Entries that are missing then: %1. The damaged data are kept beside it.").arg(number(lost)) + u'\n' + QFileInfo{m_report.backup}.fileName());
    turnTo(Confirm, m_no);
}

void DamageWindow::showResult(bool good, const QString& title, const QString& text, After after)
{
    m_toldTitle->setText(title);
    m_toldWords->setText(text);
    m_toldTitle->setInk(good ? themeOf(this).text : themeOf(this).red.word);
    m_more->setVisible(after == After::Choices);
    turnTo(Told, after == After::Choices ? m_more : m_end);
}

void DamageWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    if (m_pages->currentIndex() == Confirm) return turnTo(Ask, m_next);
    close();
}

// While something is being done, closing means to end that first: what has been begun is finished or taken back, never left.
void DamageWindow::closeEvent(QCloseEvent* event)
{
    event->ignore();
    if (m_pages->currentIndex() == Work) {
        m_stop->setEnabled(false);
        Q_EMIT stopRequested();
    } else {
        Q_EMIT closed();
    }
}

void DamageWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    takeMeasures();
}

void DamageWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

void DamageWindow::takeMeasures()
{
    if (m_pages->count() <= Told) return;
    const auto& theme = themeOf(this);
    const int side = std::max(theme.px(28), (width() - theme.px(kWidest)) / 2);   // a figure must not stand far from its name
    for (int i = 0; i < m_pages->count(); ++i) {
        auto* column = m_pages->widget(i)->layout();
        column->setContentsMargins(side, theme.px(24), side, theme.px(24));
        keepSpacing(*column, theme.px(12));
    }
    m_table->setHorizontalSpacing(theme.px(28));
    m_table->setVerticalSpacing(theme.px(6));
    for (const auto& o : m_offers) o.words->setContentsMargins(theme.px(48), 0, 0, 0);
}

} // namespace tresen::ui
