#include "ui/settings/mail_texts_part.h"
#include "app/domain/owner_language.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/flow_layout.h"
#include "ui/common/wording.h"
#include "ui/settings/mail_preview.h"
#include "ui/settings/text_piece.h"
#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kPreviewRestMs = 150;      // the preview follows when the typing pauses this long
constexpr int kSideBySide = 820;         // logical pixels: below it the preview stands under the texts
const QString kMailTexts = u"mail.texts"_s;

QString nameOfPiece(const QString& piece)
{
    if (piece == u"subject") return MailTextsPart::tr("Subject");
    if (piece == u"greeting") return MailTextsPart::tr("Greeting");
    if (piece == u"intro") return MailTextsPart::tr("First lines");
    return MailTextsPart::tr("Last lines");
}

int linesOfPiece(const QString& piece)
{
    return piece == u"intro" ? 4 : piece == u"closing" ? 3 : 1;
}

QString nameOfPlaceholder(const QString& placeholder)
{
    if (placeholder == u"{name}") return MailTextsPart::tr("Name");
    if (placeholder == u"{amount}") return MailTextsPart::tr("Amount");
    if (placeholder == u"{number}") return MailTextsPart::tr("Invoice number");
    if (placeholder == u"{plate}") return MailTextsPart::tr("Plate");
    if (placeholder == u"{vehicle}") return MailTextsPart::tr("Vehicle");
    if (placeholder == u"{workshop}") return MailTextsPart::tr("Workshop");
    if (placeholder == u"{phone}") return MailTextsPart::tr("Telephone");
    if (placeholder == u"{due}") return MailTextsPart::tr("Due date");
    if (placeholder == u"{method}") return MailTextsPart::tr("Way of payment");
    if (placeholder == u"{date}") return MailTextsPart::tr("Date");
    if (placeholder == u"{receipt}") return MailTextsPart::tr("Receipt number");
    if (placeholder == u"{open}") return MailTextsPart::tr("Still open");
    return placeholder;
}

} // namespace

MailTextsPart::MailTextsPart(services::Settings& settings, services::Mails& mails, QWidget* parent) : QWidget{parent}, m_settings{settings}, m_mails{mails}
{
    setObjectName(u"settings.mail_texts"_s);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins({});
    column->addWidget(makeChoices());
    m_row = new QBoxLayout{QBoxLayout::LeftToRight};
    m_editors = makeEditors();
    m_right = makePreview();
    m_row->addWidget(m_editors, 1);
    m_row->addWidget(m_right, 1);
    column->addLayout(m_row);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kPreviewRestMs);
    connect(&m_typing, &QTimer::timeout, this, &MailTextsPart::showPreview);
    connect(&m_settings, &services::Settings::changed, this, [this](const QString& key) {
        if (key == kMailTexts) takeChange();
        else if (isVisible()) m_typing.start();   // name, logo, telephone: the preview shows them
    });
    choose(m_kind, QLocale{}.language() == QLocale::English ? u"en"_s : u"de"_s);
    takeMeasures();
}

QWidget* MailTextsPart::makeChoices()
{
    auto* box = new QWidget{this};
    auto* row = new FlowLayout{box};
    const auto add = [&](QButtonGroup* group, const QString& text, const QString& name, auto&& what) {
        auto* button = new ActionButton{text, box};
        button->setObjectName(u"settings.text."_s + name);
        button->setCheckable(true);
        group->addButton(button);
        connect(button, &ActionButton::toggled, this, [what](bool on) {   // a screen reader toggles without a click
            if (on) what();
        });
        row->addWidget(button);
        return button;
    };
    auto *kinds = new QButtonGroup{box}, *languages = new QButtonGroup{box};
    m_kinds.emplace_back(Kind::Request, add(kinds, tr("Payment request"), u"request"_s, [this] { choose(Kind::Request, m_language); }));
    m_kinds.emplace_back(Kind::Confirmation, add(kinds, tr("Confirmation"), u"confirmation"_s, [this] { choose(Kind::Confirmation, m_language); }));
    m_kinds.emplace_back(Kind::Refund, add(kinds, tr("Refund notice"), u"refund"_s, [this] { choose(Kind::Refund, m_language); }));
    row->addGap();
    // Each language in its own words.
    for (const auto& one : domain::ownerLanguages()) m_languages.emplace_back(one.code, add(languages, one.name, one.code, [this, code = one.code] { choose(m_kind, code); }));
    return box;
}

QWidget* MailTextsPart::makeEditors()
{
    auto* box = new QWidget{this};
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    for (const auto& name : services::mailPieces()) {
        auto* piece = new TextPiece{name, nameOfPiece(name), linesOfPiece(name), box};
        connect(piece, &TextPiece::edited, this, [this, piece] { takeEdit(piece); });
        connect(piece, &TextPiece::left, this, [this, piece] { save(piece, piece->text()); });
        connect(piece, &TextPiece::entered, this, [this, piece] { m_current = piece; });
        connect(piece, &TextPiece::resetRequested, this, [this, piece] { reset(piece); });
        connect(piece, &TextPiece::takenBack, this, [this, piece] {
            const auto stored = services::Mails::textsOf(m_settings.value(kMailTexts), m_kind, m_language).value(piece->piece());
            const auto shipped = services::defaultMailText(m_kind, m_language, piece->piece());
            piece->setText(stored.isEmpty() ? shipped : stored, stored.isEmpty());
            m_typing.start();
        });
        m_pieces.push_back(piece);
        column->addWidget(piece);
    }
    m_current = m_pieces.at(2);
    m_hint = new FigureLabel{type::small, &Theme::text2, box};
    m_hint->setText(tr("Insert at the cursor:"));
    m_hint->setWrapped();
    column->addWidget(m_hint);
    m_placeholders = new QWidget{box};
    new FlowLayout{m_placeholders};
    column->addWidget(m_placeholders);
    column->addStretch();
    return box;
}

QWidget* MailTextsPart::makePreview()
{
    auto* box = new QWidget{this};
    m_drawn = new ActionButton{tr("As it looks"), box};
    m_plain = new ActionButton{tr("As plain text"), box};
    m_drawn->setObjectName(u"settings.text.drawn"_s);
    m_plain->setObjectName(u"settings.text.plain"_s);
    auto* looks = new QButtonGroup{box};
    for (auto* button : {m_drawn, m_plain}) {
        button->setCheckable(true);
        looks->addButton(button);
    }
    m_drawn->setChecked(true);
    m_subject = new FigureLabel{type::rowStrong, &Theme::text, box};
    m_subject->setObjectName(u"settings.text.subject_line"_s);
    m_subject->setWrapped();
    m_preview = new MailPreview{box};
    m_preview->setObjectName(u"settings.text.preview"_s);
    m_preview->setAccessibleName(tr("The mail with made-up data"));
    auto* tabs = new QHBoxLayout;
    tabs->addWidget(m_drawn);
    tabs->addWidget(m_plain);
    tabs->addStretch();
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->addLayout(tabs);
    column->addWidget(m_subject);
    column->addWidget(m_preview, 1);
    connect(m_plain, &ActionButton::toggled, this, [this](bool on) {
        if (m_asText == on) return;
        m_asText = on;
        showPreview();
    });
    return box;
}

void MailTextsPart::choose(Kind kind, const QString& language)
{
    m_kind = kind;
    m_language = language;
    for (const auto& [one, button] : m_kinds) {
        const QSignalBlocker quiet{button};
        button->setChosen(one == kind);
        button->setChecked(one == kind);
    }
    for (const auto& [one, button] : m_languages) {
        const QSignalBlocker quiet{button};
        button->setChosen(one == language);
        button->setChecked(one == language);
    }
    makePlaceholders();
    reload();
}

void MailTextsPart::makePlaceholders()
{
    auto* row = static_cast<FlowLayout*>(m_placeholders->layout());
    row->clear();
    for (const auto& placeholder : services::mailPlaceholders(m_kind)) {
        auto* button = new ActionButton{nameOfPlaceholder(placeholder), m_placeholders};
        button->setObjectName(u"settings.text.put."_s + placeholder.mid(1, placeholder.size() - 2));
        button->setToolTip(placeholder);
        button->setAccessibleName(tr("Insert: %1").arg(nameOfPlaceholder(placeholder)));
        button->setFocusPolicy(Qt::TabFocus);   // a click leaves the cursor where it is
        connect(button, &ActionButton::clicked, this, [this, placeholder] { m_current->insert(placeholder); });
        row->addWidget(button);
        button->show();
    }
    takeMeasures();
}

void MailTextsPart::reload()
{
    const auto stored = services::Mails::textsOf(m_settings.value(kMailTexts), m_kind, m_language);
    for (auto* piece : m_pieces) {
        const auto own = stored.value(piece->piece());
        piece->setText(own.isEmpty() ? services::defaultMailText(m_kind, m_language, piece->piece()) : own, own.isEmpty());
    }
    showPreview();
}

// Set from elsewhere: shown, but for a text that is just being written.
void MailTextsPart::takeChange()
{
    const auto stored = services::Mails::textsOf(m_settings.value(kMailTexts), m_kind, m_language);
    for (auto* piece : m_pieces) {
        const auto own = stored.value(piece->piece());
        const auto now = own.isEmpty() ? services::defaultMailText(m_kind, m_language, piece->piece()) : own;
        if (now == piece->given()) continue;
        if (!piece->isEdited() || now == piece->text()) piece->setText(now, own.isEmpty());
        else piece->say(tr("Changed elsewhere meanwhile. What stands here is not saved yet."), false);
    }
    showPreview();
}

void MailTextsPart::takeEdit(TextPiece* piece)
{
    const auto sound = services::checkMailText(m_kind, piece->text());
    if (sound) piece->say({}, false);
    else piece->say(tr("%1. Not saved.").arg(Wording::failure(sound.error())), true);
    m_typing.start();
}

void MailTextsPart::save(TextPiece* piece, const QString& text)
{
    if (!services::checkMailText(m_kind, text)) return;   // the reason stands under it
    const auto change = [kind = m_kind, language = m_language, name = piece->piece(), text](const QString& now) { return services::Mails::withText(now, kind, language, name, text); };
    const auto before = m_settings.value(kMailTexts);
    if (!m_saving.contains(piece) && change(before) == before) return;
    ++m_saving[piece];
    // Only this one text: another that is left in quick succession, here or at another desk, holds as well.
    m_settings.merge(kMailTexts, change, [guard = QPointer{piece}, this, kind = m_kind, language = m_language](const Result<Ok>& stored) {
        if (!guard) return;
        if (--m_saving[guard] == 0) m_saving.remove(guard);
        if (kind != m_kind || language != m_language) return;
        if (!stored) return guard->say(tr("%1. Not saved.").arg(Wording::failure(stored.error())), true);
        const bool shipped = !services::Mails::textsOf(m_settings.value(kMailTexts), kind, language).contains(guard->piece());
        guard->setText(guard->text(), shipped);
        guard->say(shipped ? tr("The original text holds again") : tr("Saved"), false);
    });
}

void MailTextsPart::reset(TextPiece* piece)
{
    const auto shipped = services::defaultMailText(m_kind, m_language, piece->piece());
    piece->setText(shipped, true);
    save(piece, shipped);
    showPreview();
}

QHash<QString, QString> MailTextsPart::typed() const
{
    QHash<QString, QString> out;
    for (const auto* piece : m_pieces)
        if (services::checkMailText(m_kind, piece->text())) out.insert(piece->piece(), piece->text());
    return out;
}

void MailTextsPart::showPreview()
{
    for (const auto& [button, chosen] : {std::pair{m_drawn, !m_asText}, std::pair{m_plain, m_asText}}) {
        button->setChosen(chosen);
        button->setChecked(chosen);
    }
    const auto mail = m_mails.preview(m_kind, m_language, typed());
    if (!mail) return m_subject->setText(Wording::failure(mail.error()));
    m_subject->setText(mail.value().subject);
    m_preview->showMail(mail.value(), m_asText);
}

void MailTextsPart::arrange()
{
    m_row->setDirection(m_below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void MailTextsPart::takeMeasures()
{
    if (!m_preview) return;
    const auto& theme = themeOf(this);
    layout()->setSpacing(theme.px(16));
    m_row->setSpacing(theme.px(24));
    m_editors->layout()->setSpacing(theme.px(14));
    m_right->layout()->setSpacing(theme.px(10));
    m_preview->setMinimumHeight(theme.px(420));
}

void MailTextsPart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool below = width() < themeOf(this).px(kSideBySide);
    if (below == m_below) return;
    m_below = below;
    arrange();
}

void MailTextsPart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showPreview();
}

void MailTextsPart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::StyleChange || !m_preview) return;
    takeMeasures();
    m_typing.start();
}

} // namespace tresen::ui
