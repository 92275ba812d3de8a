#include "app/domain/note_rules.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {

Result<std::vector<Event>> decideNote(const OpenItem& item, const QString& text)
{
    const auto note = text.trimmed();
    if (note.isEmpty()) return Error{Fault::Refused, u"note.empty"_s, {}};
    if (note.size() > kMaxNote) return Error{Fault::Refused, u"note.too_long"_s, QString::number(kMaxNote)};
    return std::vector<Event>{NoteAdded{item.id, note}};
}

} // namespace tresen::domain
