#include "ui/wizard/wizard_steps.h"
#include "app/domain/setup_rules.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kStepHeight = 60, kStepGap = 4;

struct StepWords {
    const char* title;
    const char* what;
};

constexpr StepWords kSteps[domain::kSetupQuestions] = {
    {QT_TRANSLATE_NOOP("tresen::ui::WizardSteps", "Language"), QT_TRANSLATE_NOOP("tresen::ui::WizardSteps", "Of this desk")},
    {QT_TRANSLATE_NOOP("tresen::ui::WizardSteps", "Workshop"), QT_TRANSLATE_NOOP("tresen::ui::WizardSteps", "Name and account")},
    {QT_TRANSLATE_NOOP("tresen::ui::WizardSteps", "Invoices"), QT_TRANSLATE_NOOP("tresen::ui::WizardSteps", "Where they come from")},
    {QT_TRANSLATE_NOOP("tresen::ui::WizardSteps", "Printer"), QT_TRANSLATE_NOOP("tresen::ui::WizardSteps", "Test page")},
    {QT_TRANSLATE_NOOP("tresen::ui::WizardSteps", "Begin"), QT_TRANSLATE_NOOP("tresen::ui::WizardSteps", "For real or to try")},
};

} // namespace

WizardSteps::WizardSteps(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCurrent(1);
}

void WizardSteps::setCurrent(int question)
{
    m_current = question;
    setAccessibleName(tr("Question %1 of %2: %3").arg(question).arg(domain::kSetupQuestions).arg(tr(kSteps[question - 1].title)));
    update();
}

QSize WizardSteps::sizeHint() const
{
    const auto& theme = themeOf(this);
    return {theme.px(220), theme.px(kStepHeight) * domain::kSetupQuestions + theme.px(kStepGap) * (domain::kSetupQuestions - 1)};
}

void WizardSteps::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    for (int i = 0; i < domain::kSetupQuestions; ++i) {
        const bool current = i + 1 == m_current, done = i + 1 < m_current;
        const QRectF box{0, static_cast<qreal>(i * (theme.px(kStepHeight) + theme.px(kStepGap))), static_cast<qreal>(width()), static_cast<qreal>(theme.px(kStepHeight))};
        if (current) drawBox(painter, box, theme.px(10), theme.surface, theme.highContrast() ? theme.accentText : theme.line, theme.highContrast() ? 2 : 1);
        const qreal side = theme.px(30);
        const QRectF circle{box.left() + theme.px(14), box.center().y() - side / 2, side, side};
        drawBox(painter, circle, side / 2, current ? theme.accent : theme.surface, current ? theme.accent : theme.control, 1.25);
        if (done) {
            const qreal tick = theme.px(18);
            drawIcon(painter, u"check"_s, {circle.center().x() - tick / 2, circle.center().y() - tick / 2, tick, tick}, theme.green.word, 2.25);
        } else {
            painter.setPen(current ? theme.onAccent : theme.text);
            painter.setFont(theme.font(type::fineStrong));
            drawLine(painter, circle, Qt::AlignCenter, QString::number(i + 1));
        }
        const auto words = box.adjusted(theme.px(58), theme.px(9), -theme.px(8), -theme.px(9));
        painter.setPen(current ? theme.text : theme.text2);
        painter.setFont(theme.font(current ? type::rowStrong : type::row));
        drawLine(painter, words.adjusted(0, 0, 0, -words.height() / 2), Qt::AlignLeft | Qt::AlignVCenter, tr(kSteps[i].title));
        painter.setPen(theme.text2);
        painter.setFont(theme.font(type::small));
        drawLine(painter, words.adjusted(0, words.height() / 2, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tr(kSteps[i].what));
    }
}

} // namespace tresen::ui
