#include "ui/counter/tendered_field.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/money_text.h"
#include "ui/common/paint.h"
#include "ui/counter/payment_draft.h"
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <map>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

TenderedField::TenderedField(QWidget* parent) : QLineEdit{parent}
{
    setFrame(false);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAlignment(Qt::AlignRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textChanged, this, &TenderedField::readText);
}

qint64 TenderedField::typedCents() const
{
    return m_whole.toLongLong() * 100 + (m_cents + u"00"_s).left(2).toLongLong();
}

std::optional<domain::Money> TenderedField::amount() const
{
    if (m_exact) return m_exact;
    if (m_notes.empty() && m_whole.isEmpty() && !m_point) return {};
    return domain::Money::cents(std::accumulate(m_notes.begin(), m_notes.end(), typedCents()));
}

QString TenderedField::notesText() const
{
    std::map<qint64, int, std::greater<>> counted;
    for (const auto note : m_notes) ++counted[note];
    QStringList out;
    for (const auto& [note, count] : counted) out += QString::number(count) + u" × "_s + PaymentDraft::piece(note);
    return out.join(u", "_s);
}

void TenderedField::present()
{
    const auto now = amount();
    m_writing = true;
    setText(now ? moneyText(*now) : QString{});
    m_writing = false;
    update();
    Q_EMIT amountChanged();
}

void TenderedField::readText(const QString& text)
{
    if (m_writing) return;   // only what comes from outside: assistive technology, a paste
    m_notes.clear();
    m_whole.clear();
    m_cents.clear();
    m_point = false;
    const auto read = parseTyped(text);
    const bool usable = read.ok() && !read.value().isNegative() && read.value().inCents() < 100'000'000;
    m_exact = usable && !text.isEmpty() ? std::optional{read.value()} : std::nullopt;
    present();
}

void TenderedField::reset()
{
    m_exact.reset();
    m_notes.clear();
    m_whole.clear();
    m_cents.clear();
    m_point = false;
    present();
}

void TenderedField::addNote(qint64 cents)
{
    constexpr std::size_t kMaxNotes = 500;
    m_exact.reset();
    if (m_notes.size() < kMaxNotes) m_notes.push_back(cents);
    present();
}

void TenderedField::setExact(domain::Money amount)
{
    reset();
    m_exact = amount;
    present();
}

void TenderedField::typeDigit(QChar digit)
{
    if (m_exact || !m_notes.empty()) {   // a figure typed after notes means: no, this much
        m_exact.reset();
        m_notes.clear();
        m_whole.clear();
        m_cents.clear();
        m_point = false;
    }
    if (m_point) {
        if (m_cents.size() < 2) m_cents += digit;
    } else if (m_whole == u"0"_s) {
        m_whole = digit;
    } else if (m_whole.size() < kMaxDigits) {
        m_whole += digit;
    }
}

bool TenderedField::takeBack()
{
    if (m_exact) m_exact.reset();
    else if (!m_notes.empty()) m_notes.pop_back();
    else if (!m_cents.isEmpty()) m_cents.chop(1);
    else if (m_point) m_point = false;
    else if (!m_whole.isEmpty()) m_whole.chop(1);
    else return false;
    return true;
}

bool TenderedField::takeKey(const QKeyEvent& event)
{
    if ((event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0) return false;
    const auto text = event.text();
    if (event.key() == Qt::Key_Backspace) {
        takeBack();
    } else if (text.size() == 1 && text.front() >= u'0' && text.front() <= u'9') {
        typeDigit(text.front());
    } else if (text == u","_s || text == u"."_s) {
        // Keypads send a point or a comma, whatever the layout says: both mean the decimal mark.
        if (m_exact || !m_notes.empty()) typeDigit(u'0');
        m_point = true;
    } else {
        return false;
    }
    present();
    return true;
}

void TenderedField::keyPressEvent(QKeyEvent* event)
{
    if (takeKey(*event)) return event->accept();
    if (event->key() == Qt::Key_Delete) return reset();
    if (event->matches(QKeySequence::SelectAll)) {   // the next figure begins anew
        if (const auto now = amount()) setExact(*now);
        return event->accept();
    }
    if (event->matches(QKeySequence::Paste) || event->matches(QKeySequence::Copy)) return QLineEdit::keyPressEvent(event);
    event->ignore();
}

void TenderedField::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();   // cut and undo would go past what is counted here
}

void TenderedField::setLow(bool low)
{
    m_low = low;
    updateGeometry();
}

QSize TenderedField::sizeHint() const
{
    const auto& theme = themeOf(this);
    return {theme.px(320), theme.px(m_low ? 68 : 88)};
}

QSize TenderedField::minimumSizeHint() const
{
    return {themeOf(this).px(200), sizeHint().height()};
}

void TenderedField::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box{rect()};
    QPainter painter{this};
    drawBox(painter, box, theme.px(10), isEnabled() ? theme.surface : theme.buttonDisabled, hasFocus() ? theme.accentText : theme.control, hasFocus() ? 2 : 1);
    const qreal icon = theme.px(28);
    drawIcon(painter, u"cash"_s, {static_cast<qreal>(theme.px(26)), box.center().y() - icon / 2, icon, icon}, theme.text2, 1.6);

    const FigureFont figures{theme.font(m_low ? type::amount : type::tendered)};
    const auto now = amount();
    const auto whole = moneyText(now.value_or(domain::Money::cents(0)));
    const bool typing = now && !m_exact && m_notes.empty();
    // What the hand has not typed yet stands there in grey: "28,00" after 2 and 8 shows ",00" paler.
    const auto number = amountText(now.value_or(domain::Money::cents(0)));
    const auto at = whole.indexOf(number);
    const auto pale = !now ? number.size() : typing ? (m_point ? 2 - m_cents.size() : 3) : 0;
    const auto strong = whole.left(at + number.size() - pale);
    const auto grey = whole.mid(strong.size(), pale);
    const auto rest = whole.mid(strong.size() + pale);
    const auto right = box.right() - theme.px(24);
    const auto top = box.top(), high = box.height();
    qreal x = right - figures.width(strong) - figures.width(grey) - figures.width(rest);
    const auto ink = isEnabled() && now ? theme.text : theme.text3;
    const auto part = [&](const QString& text, const QColor& color) {
        painter.setPen(color);
        figures.draw(painter, {x, top, figures.width(text) + 1, high}, Qt::AlignLeft | Qt::AlignVCenter, text);
        x += figures.width(text);
    };
    part(strong, ink);
    if (typing && hasFocus()) painter.fillRect(QRectF{x + 1, box.center().y() - high * 0.24, 2, high * 0.48}, theme.accentText);
    part(grey, theme.text3);
    part(rest, ink);
}

void TenderedField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) updateGeometry();
}

} // namespace tresen::ui
