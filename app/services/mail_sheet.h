// MailSheet: what a mail says, in order, before it is drawn as text or as HTML. Made by composeMail(); both drawers say the same.
#pragma once
#include "app/services/mail_words.h"
#include <QByteArray>
#include <QStringList>
#include <vector>

namespace tresen::services {

struct MailPair {
    QString label, value;
    bool strong = true;        // the value stands out
    bool sum = false;          // both do, below a rule
    bool keepTogether = false; // IBAN and amounts are never broken
};

struct MailSection {
    QString head;
    std::vector<MailPair> pairs;
    QString text;              // after the pairs; of a bill: before
    bool sums = false;         // pairs are a bill: amounts below each other
};

struct MailSheet {
    QString subject, preheader;
    QString band;                          // training; empty: none
    QString shop, tagline, accent;
    QByteArray logoPng;                    // empty: the shop's first letter
    QStringList lead;                      // greeting, then paragraphs
    QString plate, cardLabel, cardAmount, cardNote;
    bool done = false;                     // the card is of something that has happened
    QString buttonUrl, buttonLabel, methods;
    std::vector<MailSection> sections;
    QStringList closing, notes;            // the workshop's own last words; ours
    QString phone, email;                  // may be linked where they occur
    QStringList imprint;
};

QString mailAsText(const MailSheet& sheet, const MailWords& words);   // 72 columns
QString mailAsHtml(const MailSheet& sheet, const MailWords& words);

// Width in pixels at which a logo is shown, 40 high; 0 when it is no PNG, larger than limits::kMaxMailLogo or of a shape that does not fit.
int mailLogoWidth(const QByteArray& png);

inline constexpr char16_t kMailLogoId[] = u"workshop-logo";

} // namespace tresen::services
