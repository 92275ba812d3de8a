#include "ui/intake/trait_panel.h"
#include "ui/common/action_button.h"
#include "ui/common/calm_combo_box.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/intake/profile_words.h"
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

const ports::TableTrait* findTrait(const std::vector<ports::TableTrait>& traits, QStringView what)
{
    const auto found = std::find_if(traits.begin(), traits.end(), [what](const ports::TableTrait& t) { return t.what == what; });
    return found == traits.end() ? nullptr : &*found;
}

} // namespace

TraitPanel::TraitPanel(QWidget* parent)
    : QWidget{parent}, m_column{new QVBoxLayout{this}}, m_ask{new FigureLabel{type::fineStrong, &Theme::text, this}}, m_confirm{new ActionButton{tr("The columns are right"), this}}
{
    m_column->addWidget(m_ask);   // first: the rest may lie below the edge
    m_column->addWidget(m_confirm);
    for (const auto& what : {u"code_page"_s, u"separator"_s, u"quote"_s, u"header"_s, u"number"_s, u"dates"_s, u"rows"_s}) {
        addLine(what);
        if (what == u"separator") addWidths();
    }
    m_ask->setWrapped();
    m_confirm->setObjectName(u"profile.confirm"_s);
    m_confirm->setIconName(u"check"_s);
    m_column->addStretch();
    connect(m_confirm, &ActionButton::clicked, this, &TraitPanel::confirmed);
    takeMeasures();
    say({});
}

void TraitPanel::addLine(const QString& what)
{
    auto* box = new QWidget{this};
    const Line line{what, box, new FigureLabel{type::fineStrong, &Theme::text, box}, new FigureLabel{type::small, &Theme::text2, box}, new CalmComboBox{box}};
    line.label->setText(ProfileWords::trait(what));
    line.label->setBuddy(line.choice);
    line.why->setWrapped();
    line.why->setObjectName(u"profile.why."_s + what);
    line.choice->setObjectName(u"profile.trait."_s + what);
    line.choice->setAccessibleName(line.label->text());
    line.choice->setPlaceholderText(tr("Please choose"));
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->addWidget(line.label);
    column->addWidget(line.choice);
    column->addWidget(line.why);
    m_column->addWidget(box);
    connect(line.choice, &QComboBox::activated, this, [this, what, choice = line.choice](int at) { Q_EMIT chosen(what, choice->itemData(at).toString()); });
    m_lines.push_back(line);
}

void TraitPanel::addWidths()
{
    m_widthsLabel = new FigureLabel{type::small, &Theme::text2, this};
    m_widthsLabel->setText(tr("Characters of each column, e.g. 14,10,30"));
    m_widths = new QLineEdit{this};
    m_widths->setObjectName(u"profile.widths"_s);
    m_widths->setAccessibleName(m_widthsLabel->text());
    m_widthsLabel->setBuddy(m_widths);
    m_column->addWidget(m_widthsLabel);
    m_column->addWidget(m_widths);
    connect(m_widths, &QLineEdit::editingFinished, this, [this] {
        if (m_widths->isModified()) Q_EMIT chosen(u"widths"_s, m_widths->text().remove(u' '));
        m_widths->setModified(false);
    });
}

void TraitPanel::sayLine(const Line& line, const ports::TableTrait* trait)
{
    line.box->setVisible(trait != nullptr);
    if (!trait) return;
    auto options = trait->options;
    const bool asked = trait->open && trait->what != u"separator";   // fixed widths are confirmed with the columns
    if (!asked && !options.contains(trait->value)) options.prepend(trait->value);
    line.choice->clear();
    for (const auto& option : options) line.choice->addItem(ProfileWords::value(trait->what, option), option);
    line.choice->setCurrentIndex(asked ? -1 : static_cast<int>(options.indexOf(trait->value)));
    const auto why = ProfileWords::why(*trait);
    line.why->setText(why);
    line.choice->setAccessibleDescription(why);
    if (trait->open) m_open.push_back(line.why);
}

void TraitPanel::say(const std::vector<ports::TableTrait>& traits)
{
    m_open.clear();
    for (const auto& line : m_lines) sayLine(line, findTrait(traits, line.what));
    const auto* separator = findTrait(traits, u"separator");
    const auto* columns = findTrait(traits, u"columns");
    const auto* widths = findTrait(traits, u"widths");
    m_widthsLabel->setVisible(widths != nullptr);
    m_widths->setVisible(widths != nullptr);
    if (widths && !m_widths->hasFocus()) m_widths->setText(widths->value);
    const bool asked = columns || (separator && separator->open);
    m_ask->setVisible(asked);
    m_ask->setText(columns ? ProfileWords::why(*columns) : tr("Please look where the columns end and confirm it."));
    m_confirm->setVisible(asked);
    takeMeasures();
}

void TraitPanel::takeMeasures()
{
    const auto& theme = themeOf(this);
    keepSpacing(*m_column, theme.px(14));
    m_column->setContentsMargins(0, 0, theme.px(12), 0);
    m_ask->setInk(theme.amber.word);
    for (const auto& line : m_lines) {
        keepSpacing(*line.box->layout(), theme.px(4));
        line.choice->setMinimumHeight(theme.px(44));
        if (std::find(m_open.begin(), m_open.end(), line.why) != m_open.end()) line.why->setInk(theme.amber.word);
        else line.why->setInk(&Theme::text2);
    }
}

void TraitPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_confirm) takeMeasures();
}

} // namespace tresen::ui
