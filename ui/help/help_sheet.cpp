#include "ui/help/help_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/paper_panel.h"
#include "ui/common/state_look.h"
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
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

} // namespace

std::vector<HelpWords::Key> HelpWords::keys()
{
    const auto ctrl = [](const QString& key) { return tr("Ctrl", "key") + u'+' + key; };
    return {{u"F1 / "_s + ctrl(u"/"_s), tr("This card")},
            {u"F2"_s, tr("Pay at the counter")},
            {u"F3 / "_s + ctrl(u"F"_s), tr("Search: plate, name, invoice, scan")},
            {u"F5"_s, tr("Ask again; read in again")},
            {u"F6"_s, tr("Payment request: mail, print")},
            {u"F7"_s, tr("Hand over the key")},
            {u"F10"_s, tr("More for this invoice")},
            {u"F11"_s, tr("Wall board: which key may go")},
            {ctrl(u"1"_s) + u" / "_s + ctrl(u"2"_s), tr("Board, inbox")},
            {ctrl(u"3"_s) + u" / "_s + ctrl(u"4"_s), tr("Give back, tasks")},
            {ctrl(u"5"_s), tr("The day: money, exceptions, to print")},
            {ctrl(u"0"_s) + u" / "_s + ctrl(u"8"_s), tr("State of the connections, diagnostics")},
            {ctrl(u","_s), tr("Settings")},
            {tr("Esc", "key"), tr("Back; clear what was typed")}};
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

HelpSheet::HelpSheet(QWidget* window) : Sheet{window}
{
    setObjectName(u"help"_s);
    setHead({}, tr("Help"), tr("Keys and the way through the day"));
    auto* body = new QWidget;
    const auto& theme = themeOf(this);
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    column->setSpacing(theme.px(16));
    column->addWidget(makeKeys());
    column->addWidget(new PanelLine);
    column->addWidget(makeDay());
    setBody(body);
    auto* close = new ActionButton{tr("Close")};
    close->setKind(ActionButton::Kind::Primary);
    close->setKeyHint(tr("Esc"));
    close->setObjectName(u"help.close"_s);
    connect(close, &ActionButton::clicked, this, &HelpSheet::close);
    addFootStretch();
    setPrimary(close);
}

QWidget* HelpSheet::makeKeys()
{
    auto* box = new QWidget;
    const auto& theme = themeOf(this);
    auto* grid = new QGridLayout{box};
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme.px(12));
    grid->setVerticalSpacing(theme.px(10));
    grid->addWidget(helpTitle(tr("Keys"), box), 0, 0, 1, 5);
    const auto keys = HelpWords::keys();
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
