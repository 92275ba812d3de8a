#include "ui/tasks/proposal_strip.h"
#include "app/domain/iban.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/paint.h"
#include "ui/common/wording.h"
#include "ui/people/people_words.h"
#include "ui/settings/setting_words.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QString proposedText(const QString& key, const QString& value)
{
    const auto* def = domain::findSetting(key);
    if (value.isEmpty()) return u"–"_s;
    return def && def->type == domain::SettingType::Iban ? domain::groupedIban(value) : value;
}

} // namespace

ProposalStrip::ProposalStrip(services::People& people, services::Settings& settings, QWidget* parent)
    : QWidget{parent}, m_people{people}, m_settings{settings}, m_column{new QVBoxLayout{this}}, m_message{new FigureLabel{type::fineStrong, &Theme::text, this}}
{
    setObjectName(u"proposals"_s);
    m_message->setObjectName(u"proposals.message"_s);
    m_message->setWrapped();
    m_message->hide();
    m_column->addWidget(m_message);
    connect(&m_people, &services::People::changed, this, &ProposalStrip::showProposals);
    connect(&m_people, &services::People::currentChanged, this, &ProposalStrip::showProposals);
    connect(&m_settings, &services::Settings::proposalsChanged, this, &ProposalStrip::refresh);
    takeMeasures();
    showProposals();
}

void ProposalStrip::refresh()
{
    m_people.load([](const Result<Ok>&) {});   // what it says arrives by changed()
}

QWidget* ProposalStrip::makeRow(const domain::Proposal& proposal)
{
    auto* row = new QWidget{this};
    auto* what = new FigureLabel{type::rowStrong, &Theme::text, row};
    what->setObjectName(u"proposals.what"_s);
    what->setWrapped();
    what->setText(tr("%1: %2 → %3").arg(SettingWords::label(proposal.key), proposedText(proposal.key, proposal.previous), proposedText(proposal.key, proposal.value)));
    auto* who = new FigureLabel{type::fine, &Theme::text2, row};
    who->setObjectName(u"proposals.who"_s);
    who->setWrapped();
    who->setText(tr("Proposed by %1: %2").arg(proposal.byName, proposal.reason));
    auto* reject = new ActionButton{tr("Reject"), row};
    reject->setObjectName(u"proposals.reject"_s);
    auto* confirm = new ActionButton{tr("Confirm"), row};
    confirm->setObjectName(u"proposals.confirm"_s);
    confirm->setIconName(u"check"_s);
    const auto current = m_people.current();
    const auto* by = m_people.known().find(proposal.by);
    const bool own = current && current->id == proposal.by;
    const bool proposedWithRight = by && by->user.active() && domain::holds(by->user.role, domain::Right::ChangePayee);
    auto why = proposedWithRight && current ? QString{} : PeopleWords::denied(m_people.may(domain::Right::ChangePayee), domain::Right::ChangePayee);
    if (own) why = tr("somebody else has to confirm it");
    confirm->setAvailable(why.isEmpty() && !m_busy, why);
    confirm->setToolTip(why);
    reject->setAvailable(current.has_value() && !m_busy, tr("nobody has signed in"));
    connect(confirm, &ActionButton::clicked, this, [this, proposal] { decide(proposal, true); });
    connect(reject, &ActionButton::clicked, this, [this, proposal] { decide(proposal, false); });
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(what);
    words->addWidget(who);
    auto* line = new QHBoxLayout{row};
    line->setContentsMargins({});
    line->addLayout(words, 1);
    line->addWidget(reject);
    line->addWidget(confirm);
    return row;
}

void ProposalStrip::showProposals()
{
    for (auto* row : m_rows) {
        row->hide();
        row->deleteLater();   // the click on one of its buttons may still be under way
        for (auto* inside : row->findChildren<QWidget*>()) inside->setObjectName(QString{});
    }
    m_rows.clear();
    for (const auto& proposal : m_people.known().proposals) {
        auto* row = makeRow(proposal);
        m_rows.push_back(row);
        m_column->insertWidget(static_cast<int>(m_rows.size()) - 1, row);
    }
    setVisible(!m_rows.empty());
    Q_EMIT counted(count());
}

void ProposalStrip::decide(const domain::Proposal& proposal, bool confirmed)
{
    if (m_busy) return;
    m_busy = true;
    m_message->hide();
    m_settings.decideProposal(proposal, confirmed, [self = QPointer{this}](const Result<Ok>& done) {
        if (!self) return;
        self->m_busy = false;
        if (!done) {
            self->m_message->setInk(themeOf(self).red.word);
            self->m_message->setText(Wording::failure(done.error()));
            self->m_message->show();
        }
        self->refresh();
    });
}

void ProposalStrip::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    m_column->setSpacing(theme.px(10));
}

void ProposalStrip::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(10), theme.amber.tint, theme.highContrast() ? theme.text : QColor{});
}

void ProposalStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
