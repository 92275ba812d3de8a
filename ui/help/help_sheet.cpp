#include "ui/help/help_sheet.h"
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/paper_panel.h"
#include "ui/common/printed.h"
#include "ui/common/state_look.h"
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

// Keys as caps, "Ctrl+F" as one cap; several ways to the same thing stand beside each other. The text is read aloud by the label behind it.
class KeyCaps final : public QLabel {
public:
    explicit KeyCaps(const QString& keys, QWidget* parent) : QLabel{keys, parent}, m_keys{keys.split(u" / "_s)}
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const auto& theme = themeOf(this);
        int width = 0;
        for (const auto& key : m_keys) width += keycapWidth(key, theme) + theme.px(6);
        return {width, theme.px(24)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = themeOf(this);
        QPainter painter{this};
        qreal x = 0;
        for (const auto& key : m_keys) {
            const qreal width = keycapWidth(key, theme);
            drawKeycap(painter, {x, 0, width, static_cast<qreal>(theme.px(24))}, key, theme.text, theme.control, theme);
            x += width + theme.px(6);
        }
    }
    void changeEvent(QEvent* event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::StyleChange) updateGeometry();
    }

private:
    const QStringList m_keys;
};

FigureLabel* helpTitle(const QString& text, QWidget* parent)
{
    auto* label = new FigureLabel{type::section, &Theme::text, parent};
    label->setText(text);
    return label;
}

// As KeyCaps parts them.
QString everyKeyOf(const KeyMap& map, const QString& action)
{
    QStringList out;
    for (const auto& key : map.keys(action)) out << KeyMap::shown(key);
    return out.join(u" / "_s);
}

} // namespace

std::vector<HelpWords::Key> HelpWords::keys(const KeyMap& map)
{
    const auto every = [&map](const QString& action) { return everyKeyOf(map, action); };
    const auto both = [&map](const QString& one, const QString& other) { return map.hint(one) + u" / "_s + map.hint(other); };
    return {{every(u"help"_s), tr("This card")},
            {every(u"board.pay"_s), KeyMap::label(u"board.pay"_s)},
            {every(u"search"_s), KeyMap::label(u"search"_s)},
            {every(u"refresh"_s), KeyMap::label(u"refresh"_s)},
            {every(u"board.request"_s), KeyMap::label(u"board.request"_s)},
            {every(u"board.key"_s), KeyMap::label(u"board.key"_s)},
            {every(u"board.more"_s), KeyMap::label(u"board.more"_s)},
            {both(u"wall"_s, u"lock"_s), tr("Wall board; lock the desk")},
            {both(u"page.board"_s, u"page.inbox"_s), tr("Board, inbox")},
            {both(u"page.back"_s, u"page.tasks"_s), tr("Give back, tasks")},
            {every(u"page.day"_s), KeyMap::label(u"page.day"_s)},
            {both(u"page.health"_s, u"page.diagnostics"_s), tr("State of the connections, diagnostics")},
            {both(u"page.settings"_s, u"notices"_s), tr("Settings, messages")},
            {both(u"filter.1"_s, u"filter.%1"_s.arg(limits::kFilterKeys)), tr("First to last saved view")},
            {tr("Esc", "key"), tr("Back; clear what was typed")}};
}

std::vector<HelpWords::Key> HelpWords::allKeys(const KeyMap& map)
{
    std::vector<Key> out;
    for (const auto& action : KeyMap::actions()) out.push_back({everyKeyOf(map, action.id), KeyMap::label(action.id)});
    out.push_back({tr("Esc", "key"), tr("Back; clear what was typed")});
    return out;
}

QStringList HelpWords::day()
{
    return {tr("Invoices come in by themselves, or with F5 in the inbox. What is refused says why."),
            tr("F6 makes the sheet with the codes, on paper or by mail. The customer pays by phone, at the counter or by transfer."),
            tr("The board shows what is paid. Green means: looked up just now, not remembered."),
            tr("What needs somebody stands under “Tasks”: paid twice, a mail that did not arrive, a refund without an answer."),
            tr("F7 hands over the key and asks once more first. If something is missing, it says what."),
            tr("What is paid goes back to the workshop system with one click under “Give back”.")};
}

HelpSheet::HelpSheet(QWidget* window, const KeyMap& keys) : Sheet{window}, m_keys{keys}
{
    setObjectName(u"help"_s);
    setHead({}, tr("Help"), tr("Keys and the way through the day"));
    auto* body = new QWidget;
    const auto& theme = themeOf(this);
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(theme.px(32), theme.px(16), theme.px(32), theme.px(16));   // the whole card fits a window of 720
    column->setSpacing(theme.px(14));
    column->addWidget(makeKeys());
    column->addWidget(new PanelLine);
    column->addWidget(makeDay());
    setBody(body);
    auto* close = new ActionButton{tr("Close")};
    close->setKind(ActionButton::Kind::Primary);
    close->setKeyHint(tr("Esc"));
    close->setObjectName(u"help.close"_s);
    connect(close, &ActionButton::clicked, this, &HelpSheet::close);
    auto* manual = new ActionButton{tr("Manual")};
    manual->setObjectName(u"help.manual"_s);
    manual->setIconName(u"file"_s);
    connect(manual, &ActionButton::clicked, this, &HelpSheet::manualRequested);
    addFootLeft(manual);
    auto* print = new ActionButton{tr("Print the card")};
    print->setIconName(u"printer"_s);
    print->setKeyAction(u"print"_s);
    print->setObjectName(u"help.print"_s);
    connect(print, &ActionButton::clicked, this, &HelpSheet::printRequested);
    connect(new ActionShortcut{u"print"_s, this}, &QShortcut::activated, print, [print] { print->click(); });
    addFoot(print);
    addFootStretch();
    setPrimary(close);
}

QByteArray HelpSheet::pdf(const QString& workshop) const
{
    QTextDocument document;
    document.setDefaultFont(QFont{themeOf(this).font(type::fine).family(), 10});
    QTextCursor cursor{&document};
    QTextCharFormat plain, strong;
    plain.setFontPointSize(10);
    strong.setFontPointSize(10);
    strong.setFontWeight(QFont::Bold);
    auto large = strong;
    large.setFontPointSize(16);
    cursor.insertText(tr("Keys of the desk"), large);
    cursor.insertBlock();
    cursor.insertText(workshop, plain);
    const auto keys = HelpWords::allKeys(m_keys);
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(3);
    auto* table = cursor.insertTable(static_cast<int>(keys.size()), 2, format);
    for (int row = 0; row < static_cast<int>(keys.size()); ++row) {
        const auto& key = keys[static_cast<std::size_t>(row)];
        table->cellAt(row, 0).firstCursorPosition().insertText(key.keys, strong);
        table->cellAt(row, 1).firstCursorPosition().insertText(key.what, plain);
    }
    return printed(document, tr("Keys of the desk"));
}

QWidget* HelpSheet::makeKeys()
{
    auto* box = new QWidget;
    const auto& theme = themeOf(this);
    auto* grid = new QGridLayout{box};
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme.px(12));
    grid->setVerticalSpacing(theme.px(8));
    grid->addWidget(helpTitle(tr("Keys"), box), 0, 0, 1, 5);
    const auto keys = HelpWords::keys(m_keys);
    const int half = (static_cast<int>(keys.size()) + 1) / 2;
    for (int i = 0; i < static_cast<int>(keys.size()); ++i) {
        const auto& key = keys[static_cast<std::size_t>(i)];
        const int row = 1 + i % half, first = i / half * 3;
        auto* what = new FigureLabel{type::row, &Theme::text, box};
        what->setText(key.what);
        what->setElided(true);
        grid->addWidget(new KeyCaps{key.keys, box}, row, first);
        grid->addWidget(what, row, first + 1);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(4, 1);
    grid->setColumnMinimumWidth(2, theme.px(24));
    return box;
}

QWidget* HelpSheet::makeDay()
{
    auto* box = new QWidget;
    const auto& theme = themeOf(this);
    auto* grid = new QGridLayout{box};
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme.px(12));
    grid->setVerticalSpacing(theme.px(8));
    grid->addWidget(helpTitle(tr("The way through the day"), box), 0, 0, 1, 2);
    int row = 1;
    for (const auto& line : HelpWords::day()) {
        auto* number = new FigureLabel{type::rowStrong, &Theme::text2, box};
        number->setText(QString::number(row));
        auto* text = new FigureLabel{type::row, &Theme::text, box};
        text->setText(line);
        text->setWrapped();
        grid->addWidget(number, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    return box;
}

} // namespace tresen::ui
