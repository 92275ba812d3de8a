#include "ui/health/peer_row.h"
#include "ui/common/action_button.h"
#include "ui/common/age_text.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/remedy.h"
#include "ui/common/speak.h"
#include "ui/common/state_look.h"
#include "ui/common/wording.h"
#include "ui/health/health_words.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kPeerWidth = 236, kFactsWidth = 236, kNarrowRow = 1040;   // logical pixels

// The peer's picture with its state at the corner.
class PeerSign final : public QWidget {
public:
    PeerSign(QString icon, QWidget* parent) : QWidget{parent}, m_icon{std::move(icon)} {}
    void setHealth(Health health)
    {
        m_health = health;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = themeOf(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal icon = theme.px(24), mark = theme.px(18);
        drawIcon(painter, m_icon, {0, 0, icon, icon}, m_health == Health::Off ? theme.text3 : theme.text, 1.75);
        const QRectF corner{width() - mark, height() - mark, mark, mark};
        switch (m_health) {
        case Health::Good: return drawGlyph(painter, Look::Accepted, corner, theme);
        case Health::Notice: return drawGlyph(painter, Look::Notice, corner, theme);
        case Health::Bad: return drawGlyph(painter, Look::Refused, corner, theme);
        case Health::Off:
            painter.setPen(QPen{theme.grey.solid, 1.5});
            painter.setBrush(theme.surface);
            return painter.drawEllipse(corner.center(), mark / 4, mark / 4);
        }
    }

private:
    const QString m_icon;
    Health m_health = Health::Off;
};

} // namespace

PeerRow::PeerRow(const QString& peer, QWidget* parent)
    : QWidget{parent}, m_peer{peer}, m_name{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_what{new FigureLabel{type::small, &Theme::text2, this}},
      m_word{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_trouble{new FigureLabel{type::fineMedium, &Theme::text, this}},
      m_todo{new FigureLabel{type::fine, &Theme::text2, this}}, m_answered{new FigureLabel{type::fine, &Theme::text, this}},
      m_waiting{new FigureLabel{type::fine, &Theme::text2, this}}, m_sign{new PeerSign{HealthWords::icon(peer), this}}, m_try{new ActionButton{tr("Try now"), this}},
      m_setUp{new ActionButton{tr("Set up …"), this}}
{
    setObjectName(u"health.peer."_s + peer);
    m_name->setText(HealthWords::name(peer));
    m_what->setText(HealthWords::what(peer));
    for (const auto& [label, part] : std::initializer_list<std::pair<FigureLabel*, const char*>>{{m_word, "word"}, {m_trouble, "trouble"}, {m_todo, "todo"}, {m_answered, "answered"}, {m_waiting, "waiting"}, {m_what, "what"}}) {
        label->setWrapped();
        label->setObjectName(u"health.%1.%2"_s.arg(QLatin1StringView{part}, peer));
    }
    m_try->setIconName(u"refresh"_s);
    m_try->setObjectName(u"health.try."_s + peer);
    m_try->setAccessibleName(tr("Try now: %1").arg(m_name->text()));
    m_setUp->setIconName(u"sliders"_s);
    m_setUp->setObjectName(u"health.set_up."_s + peer);
    m_setUp->setAccessibleName(tr("Set up: %1").arg(m_name->text()));
    connect(m_try, &ActionButton::clicked, this, &PeerRow::tryRequested);
    connect(m_setUp, &ActionButton::clicked, this, &PeerRow::setUpRequested);
    build();
    arrange();
}

void PeerRow::build()
{
    m_row = new QHBoxLayout{this};
    m_who = new QVBoxLayout;
    m_how = new QVBoxLayout;
    m_facts = new QVBoxLayout;
    m_buttons = new QVBoxLayout;
    m_row->addWidget(m_sign, 0, Qt::AlignTop);
    m_row->addLayout(m_who);
    m_row->addLayout(m_how, 1);
    m_row->addLayout(m_facts);
    m_row->addLayout(m_buttons);
    for (auto* label : {m_name, m_what}) m_who->addWidget(label);
    for (auto* label : {m_word, m_trouble, m_todo}) m_how->addWidget(label);
    for (auto* button : {m_try, m_setUp}) m_buttons->addWidget(button);
    m_who->addStretch();
    m_facts->addStretch();
    m_buttons->addStretch();
    m_row->setAlignment(m_how, Qt::AlignTop);
}

QString PeerRow::troubleOf(const services::PeerState& s) const
{
    if (!s.health.code.isEmpty()) return Wording::failure(Error{Fault::Unreachable, s.health.code, s.health.detail});
    // The peer answers, and yet something that waits for it was tried in vain.
    if (s.failing == 0) return {};
    const auto code = s.lastTry.section(u' ', 0, 0);
    return Wording::failure(Error{Fault::Unreachable, code, s.lastTry.section(u' ', 1)});
}

void PeerRow::showState(const services::PeerState& s, Instant now)
{
    using Is = services::PeerHealth::State;
    const bool newWord = s.health.state != m_state.health.state || s.health.code != m_state.health.code;
    m_state = s;
    const auto trouble = troubleOf(s);
    const bool off = s.health.state == Is::Off;
    static_cast<PeerSign*>(m_sign)->setHealth(HealthWords::health(s.health));
    m_word->setText(s.trying ? tr("is being tried …") : HealthWords::state(s.health));
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    const auto code = s.health.code.isEmpty() ? s.lastTry.section(u' ', 0, 0) : s.health.code;
    m_todo->setText(trouble.isEmpty() ? QString{} : Remedy::of(Error{Fault::Unreachable, code, {}}));
    m_todo->setVisible(!trouble.isEmpty());
    m_answered->setText(!s.health.lastGood.isNull() ? tr("Answered %1").arg(AgeText::age(s.health.lastGood, now))
                        : off                       ? QString{}
                                                    : tr("No answer since the start"));
    const bool past = trouble.isEmpty() && !s.health.lastErrorAt.isNull();
    const auto waiting = HealthWords::waiting(m_peer, s, now);
    QStringList facts;
    if (!waiting.isEmpty() && (!off || s.waiting > 0)) facts << waiting;
    if (past) facts << tr("Last trouble %1: %2").arg(AgeText::age(s.health.lastErrorAt, now), Wording::failure(s.health.lastError));
    m_waiting->setText(facts.join(u'\n'));
    m_waiting->setVisible(!facts.isEmpty());
    m_answered->setVisible(!m_answered->text().isEmpty());
    const bool notSetUp = off && !s.health.code.isEmpty();
    m_setUp->setVisible((notSetUp || s.health.state == Is::Bad) && !HealthWords::settingsPart(m_peer).isEmpty());
    m_try->setVisible(!notSetUp || m_peer == u"printer");
    m_try->setAvailable(!s.trying, tr("one moment"));
    takeMeasures();
    if (!newWord) return;
    speak(m_word);
}

// Who, how and what to do about it, since when, side by side; the facts go below the words where there is no room.
void PeerRow::arrange()
{
    for (auto* fact : {m_answered, m_waiting}) {
        m_how->removeWidget(fact);
        m_facts->removeWidget(fact);
        if (m_narrow) m_how->addWidget(fact);
        else m_facts->insertWidget(fact == m_answered ? 0 : 1, fact);
    }
    takeMeasures();
}

void PeerRow::takeMeasures()
{
    if (!m_buttons) return;
    const auto& theme = themeOf(this);
    m_row->setContentsMargins(0, theme.px(14), 0, theme.px(14));
    m_row->setSpacing(theme.px(16));
    for (auto* column : {m_who, m_how, m_facts}) column->setSpacing(theme.px(3));
    m_buttons->setSpacing(theme.px(8));
    const int widest = qMax(m_try->sizeHint().width(), m_setUp->sizeHint().width());   // the columns of all rows stand below each other
    for (auto* button : {m_try, m_setUp}) button->setMinimumWidth(widest);
    m_sign->setFixedSize(theme.px(34), theme.px(34));
    for (auto* label : {m_name, m_what}) label->setFixedWidth(theme.px(m_narrow ? kPeerWidth - 56 : kPeerWidth));
    for (auto* label : {m_answered, m_waiting}) {
        label->setMinimumWidth(m_narrow ? 0 : theme.px(kFactsWidth));
        label->setMaximumWidth(m_narrow ? QWIDGETSIZE_MAX : theme.px(kFactsWidth));
    }
    using Is = services::PeerHealth::State;
    const auto state = m_state.health.state;
    m_word->setInk(state == Is::Bad ? theme.red.word : state == Is::Notice ? theme.amber.word : state == Is::Good ? theme.green.word : theme.text2);
}

void PeerRow::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    painter.fillRect(0, height() - 1, width(), 1, theme.rowLine);
}

void PeerRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < themeOf(this).px(kNarrowRow);
    if (narrow == m_narrow) return;
    m_narrow = narrow;
    arrange();
}

void PeerRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
