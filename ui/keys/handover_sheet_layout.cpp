// What the hand-over sheet is made of; what it does stands in handover_sheet.cpp.
#include "ui/keys/handover_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/reason_form.h"
#include "ui/keys/handover_parts.h"
#include "ui/keys/signature_field.h"
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

void HandoverSheet::buildLeft()
{
    m_verdict = new VerdictBlock{m_left};
    m_stayTitle = new FigureLabel{type::fineStrong, &Theme::text, m_left};
    m_stayTitle->setText(tr("All invoices of this vehicle"));
    m_ruleTitle = new FigureLabel{type::fineStrong, &Theme::text, m_left};
    m_ruleTitle->setText(tr("Rule: first the money, then the key"));
    m_payHint = new FigureLabel{type::fine, &Theme::text2, m_left};
    m_payHint->setAlignment(Qt::AlignHCenter);
    m_payHint->setElided(true);
    m_pay = new ActionButton{{}, m_left};
    m_pay->setObjectName(u"key.pay"_s);
    m_pay->setCentered(true);
    m_pay->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto* content = new QWidget;
    m_lists = new QVBoxLayout{content};
    m_lists->setContentsMargins({});
    m_lists->setSpacing(0);
    m_stayList = new QVBoxLayout;
    m_ruleList = new QVBoxLayout;
    for (auto* list : {m_stayList, m_ruleList}) list->setSpacing(0);
    m_lists->addWidget(m_stayTitle);
    m_lists->addLayout(m_stayList);
    m_lists->addSpacing(1);
    m_lists->addWidget(m_ruleTitle);
    m_lists->addLayout(m_ruleList);
    m_lists->addStretch();
    m_scroll = new QScrollArea{m_left};
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    m_leftColumn = new QVBoxLayout{m_left};
    m_leftColumn->setSpacing(0);
    m_leftColumn->addWidget(m_verdict);
    m_leftColumn->addSpacing(1);
    m_leftColumn->addWidget(m_scroll, 1);
    m_leftColumn->addSpacing(1);
    m_leftColumn->addWidget(m_pay);
    m_leftColumn->addSpacing(1);
    m_leftColumn->addWidget(m_payHint);
}

void HandoverSheet::buildFields()
{
    m_toBox = new QWidget{m_right};
    m_toLabel = new FigureLabel{type::fineStrong, &Theme::text, m_toBox};
    m_toLabel->setText(tr("To whom"));
    m_to = new QLineEdit{m_toBox};
    m_to->setObjectName(u"key.to"_s);
    m_to->setAccessibleName(m_toLabel->text());
    m_to->setMaxLength(kMaxName);
    m_toLabel->setBuddy(m_to);
    m_id = new QCheckBox{tr("Identity seen"), m_toBox};
    m_id->setObjectName(u"key.id_seen"_s);
    auto* to = new QGridLayout{m_toBox};
    to->setContentsMargins({});
    to->addWidget(m_toLabel, 0, 0);
    to->addWidget(m_to, 1, 0);
    to->addWidget(m_id, 1, 1);
    m_other = new QCheckBox{tr("Somebody else collects, with a code"), m_toBox};
    m_other->setObjectName(u"key.other"_s);
    m_code = new QLineEdit{m_toBox};
    m_code->setObjectName(u"key.code"_s);
    m_code->setAccessibleName(tr("Pickup code"));
    m_code->setPlaceholderText(tr("Pickup code"));
    m_code->setMaxLength(kMaxCode);
    m_code->hide();
    to->addWidget(m_other, 2, 0);
    to->addWidget(m_code, 2, 1);
    to->setColumnStretch(0, 3);
    to->setColumnStretch(1, 2);

    m_whyBox = new QWidget{m_right};
    m_whyLabel = new FigureLabel{type::fineStrong, &Theme::text, m_whyBox};
    m_whyLabel->setText(tr("Why does it come back?"));
    m_why = new QLineEdit{m_whyBox};
    m_why->setObjectName(u"key.why"_s);
    m_why->setAccessibleName(m_whyLabel->text());
    m_why->setMaxLength(ReasonForm::kMaxText);
    m_whyLabel->setBuddy(m_why);
    auto* why = new QVBoxLayout{m_whyBox};
    why->setContentsMargins({});
    why->addWidget(m_whyLabel);
    why->addWidget(m_why);
}

// What the person who takes the key sees of it; without a hand that can sign, the reason is typed.
void HandoverSheet::buildSigning()
{
    m_signBox = new QWidget{m_right};
    m_signLabel = new FigureLabel{type::fineStrong, &Theme::text, m_signBox};
    m_signature = new SignatureField{m_signBox};
    m_signLabel->setText(tr("Please sign: key received"));
    m_signBack = new ActionButton{tr("Take back a stroke"), m_signBox};
    m_signBack->setObjectName(u"key.sign_back"_s);
    m_signBack->setIconName(u"undo"_s);
    m_signClear = new ActionButton{tr("Sign again"), m_signBox};
    m_signClear->setObjectName(u"key.sign_clear"_s);
    m_signClear->setIconName(u"refresh"_s);
    m_unsignedLabel = new FigureLabel{type::fine, &Theme::text2, m_signBox};
    m_unsignedLabel->setText(tr("No signature, because"));
    m_unsigned = new QLineEdit{m_signBox};
    m_unsigned->setObjectName(u"key.unsigned"_s);
    m_unsigned->setAccessibleName(m_unsignedLabel->text());
    m_unsigned->setMaxLength(kMaxWhyUnsigned);
    m_unsignedLabel->setBuddy(m_unsigned);
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_signBack);
    tools->addWidget(m_signClear);
    tools->addStretch();
    auto* column = new QVBoxLayout{m_signBox};
    column->setContentsMargins({});
    column->addWidget(m_signLabel);
    column->addWidget(m_signature, 1);
    column->addLayout(tools);
    column->addWidget(m_unsignedLabel);
    column->addWidget(m_unsigned);
    m_signBox->hide();
}

void HandoverSheet::buildRight()
{
    m_title = new FigureLabel{type::section, &Theme::text, m_right};
    m_sub = new FigureLabel{type::fine, &Theme::text2, m_right};
    m_hook = new FigureLabel{type::change, &Theme::text, m_right};
    m_hook->setObjectName(u"key.hook"_s);
    m_sub->setWrapped();
    m_reason = new ReasonForm{m_right};
    m_reason->setReasons({tr("Regular customer, pays by tomorrow"), tr("Company or leasing firm pays later"), tr("Portal disturbed, proof of payment seen"), tr("Another reason")});
    m_reason->setHeading(tr("Approve an exception"), tr("Stands in the day's report with name and reason."));

    buildFields();
    buildSigning();
    m_error = new FigureLabel{type::fineMedium, &Theme::text, m_right};
    m_error->setObjectName(u"key.error"_s);
    m_error->setWrapped();
    m_tag = new ActionButton{tr("Print key tag"), m_right};
    m_tag->setObjectName(u"key.tag"_s);
    m_tag->setIconName(u"printer"_s);
    m_cancel = new ActionButton{tr("Cancel"), m_right};
    m_cancel->setObjectName(u"key.cancel"_s);
    m_cancel->setKeyHint(u"Esc"_s);
    m_release = new ActionButton{{}, m_right};
    m_release->setObjectName(u"key.release"_s);
    m_release->setIconName(u"key"_s);
    m_release->setCentered(true);
    m_release->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layOutRight();
}

void HandoverSheet::layOutRight()
{
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_release, 4);
    m_rightColumn = new QVBoxLayout{m_right};
    m_rightColumn->setSpacing(0);
    m_rightColumn->addWidget(m_title);
    m_rightColumn->addSpacing(1);
    m_rightColumn->addWidget(m_sub);
    m_rightColumn->addSpacing(1);
    auto* hook = new QHBoxLayout;
    hook->addWidget(m_hook, 1);
    hook->addWidget(m_tag, 0, Qt::AlignBottom);
    m_rightColumn->addLayout(hook);
    m_rightColumn->addWidget(m_reason);
    m_rightColumn->addSpacing(1);
    m_rightColumn->addWidget(m_toBox);
    auto* boxes = new QVBoxLayout;
    boxes->addWidget(m_whyBox);
    boxes->addWidget(m_signBox);
    m_rightColumn->addLayout(boxes);
    m_rightColumn->addSpacing(1);
    m_rightColumn->addWidget(m_error);
    m_rightColumn->addStretch();
    m_rightColumn->addLayout(buttons);
}

} // namespace tresen::ui
