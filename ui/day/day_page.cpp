#include "ui/day/day_page.h"
#include "ui/board/empty_hint.h"
#include "ui/common/action_button.h"
#include "ui/common/head_row.h"
#include "ui/common/key_map.h"
#include "ui/common/list_view.h"
#include "ui/common/paper_panel.h"
#include "ui/common/printed.h"
#include "ui/common/wording.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QPointer>
#include <QShortcut>
#include <QStackedLayout>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

DayPage::DayPage(services::Reports& reports, const Clock& clock, QWidget* parent) : QWidget{parent}, m_reports{reports}, m_clock{clock}
{
    setObjectName(u"day"_s);
    build();
    connect(m_before, &ActionButton::clicked, this, [this] { setDay(m_day.addDays(-1)); });
    connect(m_after, &ActionButton::clicked, this, [this] { setDay(m_day.addDays(1)); });
    connect(m_now, &ActionButton::clicked, this, [this] { setDay(today()); });
    connect(m_print, &ActionButton::clicked, this, &DayPage::paperRequested);
    const auto chosen = [this] {
        const auto rows = m_list->chosenRows();
        return rows.size() == 1 ? m_model.at(rows.front()).invoice : domain::InvoiceId{};
    };
    const auto show = [this, chosen] {
        if (const auto invoice = chosen(); !invoice.isNull()) Q_EMIT invoiceChosen(invoice);
    };
    connect(m_list, &QAbstractItemView::activated, this, show);
    connect(m_invoice, &ActionButton::clicked, this, show);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, chosen] { m_invoice->setAvailable(!chosen().isNull(), tr("choose a row with an invoice")); });
    const auto on = [this](const QKeySequence& keys, auto&& what) { connect(new QShortcut{keys, this}, &QShortcut::activated, this, what); };
    on(Qt::ALT | Qt::Key_Left, [this] { m_before->click(); });
    on(Qt::ALT | Qt::Key_Right, [this] { m_after->click(); });
    connect(new ActionShortcut{u"refresh"_s, this}, &QShortcut::activated, this, [this] { setDay(m_day); });
    connect(new ActionShortcut{u"print"_s, this}, &QShortcut::activated, this, [this] { m_print->click(); });
    takeMeasures();
    m_day = today();
}

QWidget* DayPage::makeHead()
{
    auto* head = new HeadRow{m_panel};
    m_title = new FigureLabel{type::title, &Theme::text, head};
    m_title->setObjectName(u"day.title"_s);
    m_sum = new FigureLabel{type::fine, &Theme::text2, m_panel};
    m_sum->setObjectName(u"day.sum"_s);
    m_sum->setElided(true);
    const auto made = [head](const QString& text, const QString& name, const QString& key) {
        auto* button = new ActionButton{text, head};
        button->setObjectName(name);
        button->setKeyHint(key);
        return button;
    };
    m_before = made(tr("Day before"), u"day.before"_s, {});
    m_before->setIconName(u"arrow-left"_s);
    m_now = made(tr("Today"), u"day.today"_s, {});
    m_after = made(tr("Day after"), u"day.after"_s, {});
    m_after->setIconName(u"arrow-right"_s);
    m_print = made(tr("Print"), u"day.print"_s, {});
    m_print->setKeyAction(u"print"_s);
    m_print->setIconName(u"printer"_s);
    m_print->setKind(ActionButton::Kind::Primary);
    head->addWords(m_title);
    for (auto* button : {m_before, m_now, m_after, m_print}) head->addControl(button);
    return head;
}

void DayPage::build()
{
    m_panel = new PaperPanel{this};
    auto* head = makeHead();
    m_list = new ListView{m_model, {{190, 0, tr("Key by exception") + u"mmmm"_s}, {260, 5, {}}, {130, 2, {}}, {70, 0, u"88:88:88"_s}, {120, 0, u"−88.888,88 €"_s}}, m_panel};
    m_list->setObjectName(u"day.list"_s);
    m_list->setAccessibleName(tr("Money and notes of the day"));
    m_empty = new EmptyHint{m_panel};
    m_empty->first()->hide();
    m_empty->second()->hide();
    m_empty->say(u"calendar"_s, tr("Nothing booked"), tr("What is paid, given back or handed over by exception on this day stands here."));
    auto* stacked = new QWidget{m_panel};
    m_stack = new QStackedLayout{stacked};
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    auto* foot = new QWidget{m_panel};
    m_foot = new FigureLabel{type::fine, &Theme::text2, foot};
    m_foot->setObjectName(u"day.count"_s);
    m_foot->setElided(true);
    m_invoice = new ActionButton{tr("Show the invoice"), foot};
    m_invoice->setObjectName(u"day.invoice"_s);
    m_invoice->setAvailable(false, tr("choose a row with an invoice"));
    auto* footRow = new QHBoxLayout{foot};
    footRow->setContentsMargins({});
    footRow->addWidget(m_foot, 1);
    footRow->addWidget(m_invoice);
    m_column = new QVBoxLayout{m_panel};
    m_column->addWidget(head);
    m_column->addWidget(m_sum);   // beside the buttons it would have no room
    m_column->addWidget(stacked, 1);
    m_column->addWidget(new PanelLine{m_panel});
    m_column->addWidget(foot);
    fillPage(this, m_panel);
}

void DayPage::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(12));
    m_column->setSpacing(theme.px(14));
}

QString DayPage::dayText() const { return QLocale{}.toString(m_day, QLocale::LongFormat); }

QString DayPage::sumText() const
{
    const auto& r = m_view.report;
    return QStringList{tr("%n invoice(s) came in", nullptr, r.taken), tr("%n request(s)", nullptr, r.requests), tr("%n mail(s) left", nullptr, r.mails),
                       tr("%n key(s) handed over", nullptr, r.released)}.join(u" · "_s);
}

void DayPage::setDay(QDate day)
{
    m_day = std::min(day, today());
    m_title->setText(dayText());
    m_after->setAvailable(m_day < today(), tr("this is today"));
    m_now->setAvailable(m_day < today(), tr("this is today"));
    m_reports.day(m_day, [guard = QPointer{this}, this, run = ++m_run](const Result<services::DayView>& view) {
        if (guard && run == m_run) take(view);
    });
}

void DayPage::take(const Result<services::DayView>& view)
{
    if (!view) return m_foot->setText(Wording::failure(view.error()));
    m_view = view.value();
    m_model.setDay(m_view);
    m_sum->setText(sumText());
    const int rows = m_model.rowCount();
    m_stack->setCurrentWidget(rows > 0 ? static_cast<QWidget*>(m_list) : m_empty);
    auto text = tr("Booked here on this day, by the clock of this house");
    if (m_view.report.moreNotes > 0) text += u" · "_s + tr("%n more note(s), see the journal", nullptr, m_view.report.moreNotes);
    m_foot->setText(text);
    m_print->setAvailable(rows > 0, tr("nothing booked"));
}

QByteArray DayPage::pdf(const QString& workshop) const
{
    QTextDocument document;
    document.setDefaultFont(QFont{themeOf(this).font(type::fine).family(), 9});
    QTextCursor cursor{&document};
    QTextCharFormat plain, strong;
    plain.setFontPointSize(9);
    strong.setFontPointSize(9);
    strong.setFontWeight(QFont::Bold);
    auto large = strong;
    large.setFontPointSize(15);
    cursor.insertText(tr("Report of %1").arg(dayText()), large);
    cursor.insertBlock();
    cursor.insertText(workshop + u'\n' + sumText(), plain);
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(3);
    format.setHeaderRowCount(1);   // again on each page
    format.setWidth(QTextLength{QTextLength::PercentageLength, 100});
    auto* table = cursor.insertTable(m_model.rowCount() + 1, DayModel::ColumnCount, format);
    const auto put = [table](int row, int column, const QString& text, const QTextCharFormat& how) {
        auto cell = table->cellAt(row, column).firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(column == DayModel::Amount ? Qt::AlignRight : Qt::AlignLeft);
        cell.setBlockFormat(block);
        cell.insertText(text, how);
    };
    for (int column = 0; column < DayModel::ColumnCount; ++column) put(0, column, m_model.headerData(column, Qt::Horizontal).toString(), strong);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto& line = m_model.at(row);
        const auto& how = line.isSum ? strong : plain;
        const auto what = line.what + (line.what.isEmpty() || line.detail.isEmpty() ? u""_s : u"\n"_s) + line.detail;
        const std::array<QString, DayModel::ColumnCount> cells{line.word, what, line.who, line.time, line.amount};
        for (int column = 0; column < DayModel::ColumnCount; ++column) put(row + 1, column, cells[static_cast<std::size_t>(column)], how);
    }
    return printed(document, tr("Report of %1").arg(dayText()));
}

void DayPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    setDay(m_day);
}

void DayPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
