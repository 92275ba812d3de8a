#include "ui/people/pin_pad.h"
#include "app/domain/user_rules.h"
#include "ui/common/action_button.h"
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

PinPad::PinPad(QWidget* parent) : QWidget{parent}, m_field{new QLineEdit{this}}, m_grid{new QGridLayout{this}}
{
    m_field->setObjectName(u"pin.field"_s);
    m_field->setAccessibleName(tr("PIN"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_field->setMaxLength(domain::kMaxPin);
    m_field->setValidator(new QRegularExpressionValidator{QRegularExpression{u"[0-9]*"_s}, m_field});
    m_field->setAlignment(Qt::AlignCenter);
    m_field->setPlaceholderText(tr("PIN"));
    connect(m_field, &QLineEdit::textChanged, this, &PinPad::edited);
    m_grid->setContentsMargins({});
    m_grid->addWidget(m_field, 0, 0, 1, 3);
    constexpr int kKeys = 12;
    for (int i = 0; i < kKeys; ++i) {
        const int digit = i < 9 ? i + 1 : i == 10 ? 0 : -1;
        auto* key = new ActionButton{digit >= 0 ? QString::number(digit) : QString{}, this};
        key->setCentered(true);
        key->setFocusPolicy(Qt::NoFocus);   // for fingers; the keyboard has digits of its own
        if (digit >= 0) {
            key->setObjectName(u"pin.%1"_s.arg(digit));
            connect(key, &ActionButton::clicked, this, [this, digit] { press(digit); });
        } else if (i == 9) {
            key->setObjectName(u"pin.clear"_s);
            key->setIconName(u"close"_s);
            key->setAccessibleName(tr("Clear the PIN"));
            connect(key, &ActionButton::clicked, this, &PinPad::clear);
        } else {
            key->setObjectName(u"pin.back"_s);
            key->setIconName(u"backspace"_s);
            key->setAccessibleName(tr("Take the last digit away"));
            connect(key, &ActionButton::clicked, m_field, &QLineEdit::backspace);
        }
        m_grid->addWidget(key, 1 + i / 3, i % 3);
        m_keys.push_back(key);
    }
    takeMeasures();
}

Secret PinPad::pin() const
{
    return Secret{m_field->text()};
}

bool PinPad::isLongEnough() const
{
    return m_field->text().size() >= domain::kMinPin;
}

void PinPad::clear()
{
    m_field->clear();
    m_field->setFocus(Qt::OtherFocusReason);
}

void PinPad::press(int digit)
{
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->insert(QString::number(digit));
}

void PinPad::setBusy(bool busy)
{
    m_field->setReadOnly(busy);
    for (auto* key : m_keys) key->setEnabled(!busy);
}

void PinPad::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_field->setFixedHeight(theme.px(56));
    m_field->setFont(theme.font(type::figure));
    m_grid->setSpacing(theme.px(8));
    for (auto* key : m_keys) key->setMinimumSize(theme.px(88), theme.px(52));
}

void PinPad::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_grid) takeMeasures();
}

} // namespace tresen::ui
