#include "ui/help/manual.h"
#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

std::vector<ManualText> manualTexts(const QString& language)
{
    QDir folder{u":/manual/"_s + language};
    if (!folder.exists()) folder.setPath(u":/manual/en"_s);
    static const QRegularExpression picture{u"^!\\[[^\\n]*\\n"_s, QRegularExpression::MultilineOption};
    static const QRegularExpression iconMark{u" <!-- ([a-z-]+) -->(?=\\n)"_s};   // "# The day <!-- board -->"
    std::vector<ManualText> out;
    for (const auto& name : folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        QFile file{folder.filePath(name)};
        if (!file.open(QIODevice::ReadOnly)) continue;
        auto text = QString::fromUtf8(file.readAll()).remove(picture);
        const auto icon = iconMark.match(text).captured(1);
        text.remove(iconMark);
        out.push_back({name.chopped(3), text.section(u'\n', 0, 0).mid(2), icon.isEmpty() ? u"help"_s : icon, text});
    }
    return out;
}

bool holdsWords(const ManualText& text, const QString& words)
{
    const auto all = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(all.begin(), all.end(), [&text](const QString& word) { return text.markdown.contains(word, Qt::CaseInsensitive); });
}

} // namespace tresen::ui
