#include "app/services/mail_sheet.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr qsizetype kColumns = 72;
constexpr qsizetype kIndent = 2;

// Words onto lines; what is longer than a line stays whole on its own (a link must not break).
QStringList wrappedWords(const QString& text, qsizetype columns)
{
    QStringList lines;
    QString line;
    for (const auto& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && line.size() + 1 + word.size() > columns) {
            lines << line;
            line.clear();
        }
        line += (line.isEmpty() ? QString{} : u" "_s) + word;
    }
    if (!line.isEmpty()) lines << line;
    return lines;
}

QString paragraph(const QString& text)
{
    QString out;
    for (const auto& part : text.split(u'\n')) out += wrappedWords(part, kColumns).join(u'\n') + u'\n';
    return out;
}

QString hanging(const QString& label, const QString& value, qsizetype labelWidth)
{
    const auto lines = wrappedWords(value, kColumns - kIndent - labelWidth - 2);
    QString out = QString{kIndent, u' '} + (label + u':').leftJustified(labelWidth + 2);
    for (qsizetype i = 0; i < lines.size(); ++i) out += (i ? QString{kIndent + labelWidth + 2, u' '} : QString{}) + lines.at(i) + u'\n';
    return lines.isEmpty() ? out.trimmed() + u'\n' : out;
}

QString billLine(const MailPair& pair, qsizetype valueWidth)
{
    const qsizetype room = kColumns - kIndent - valueWidth - 2;
    auto lines = wrappedWords(pair.label, room);
    if (lines.isEmpty()) lines << QString{};
    QString out = pair.sum ? QString{kColumns - valueWidth, u' '} + QString{valueWidth, u'-'} + u'\n' : QString{};
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool last = i + 1 == lines.size();
        out += QString{kIndent, u' '} + (last ? lines.at(i).leftJustified(room + 2) + pair.value.rightJustified(valueWidth) : lines.at(i)) + u'\n';
    }
    return out;
}

// Not in capitals: an invoice's number stays as it is.
QString heading(const QString& text) { return u'\n' + text + u'\n' + QString{std::min(text.size(), kColumns), u'-'} + u'\n'; }

QString plainSection(const MailSection& section)
{
    QString out = heading(section.head);
    qsizetype labelWidth = 0, valueWidth = 0;
    for (const auto& pair : section.pairs) {
        labelWidth = std::max(labelWidth, pair.label.size());
        valueWidth = std::max(valueWidth, pair.value.size());
    }
    QString text;
    for (const auto& line : wrappedWords(section.text, kColumns - kIndent)) text += QString{kIndent, u' '} + line + u'\n';
    if (section.sums) out += text;
    for (const auto& pair : section.pairs) out += section.sums ? billLine(pair, valueWidth) : hanging(pair.label, pair.value, labelWidth);
    if (!section.sums) out += text;
    return out;
}

} // namespace

QString mailAsText(const MailSheet& sheet, const MailWords& words)
{
    QString out;
    if (!sheet.band.isEmpty()) out += u"*** "_s + sheet.band + u" ***\n\n"_s;
    for (const auto& text : sheet.lead) out += paragraph(text) + u'\n';
    const auto indent = QString{kIndent, u' '};
    if (!sheet.plate.isEmpty()) out += hanging(words(u"plate_label"_s), sheet.plate, std::max(words(u"plate_label"_s).size(), sheet.cardLabel.size()));
    const auto width = sheet.plate.isEmpty() ? sheet.cardLabel.size() : std::max(words(u"plate_label"_s).size(), sheet.cardLabel.size());
    out += hanging(sheet.cardLabel, sheet.cardAmount, width);
    if (!sheet.cardNote.isEmpty()) out += QString{kIndent + width + 2, u' '} + sheet.cardNote + u'\n';
    if (!sheet.buttonUrl.isEmpty()) {
        out += heading(sheet.buttonLabel) + indent + sheet.buttonUrl + u'\n';
        for (const auto& line : wrappedWords(sheet.methods, kColumns - kIndent)) out += indent + line + u'\n';
    }
    for (const auto& section : sheet.sections) out += plainSection(section);
    out += u'\n';
    for (const auto& text : sheet.closing) out += paragraph(text) + u'\n';
    for (const auto& text : sheet.notes) out += paragraph(text);
    out += u"\n-- \n"_s;   // RFC 3676, 4.3: a signature begins
    for (const auto& line : sheet.imprint) out += line + u'\n';
    return out.replace(u'\u00a0', u' ').replace(u'\u202f', u' ');
}

} // namespace tresen::services
