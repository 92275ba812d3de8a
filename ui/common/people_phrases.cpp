#include "ui/common/phrase.h"
#include <QtGlobal>

namespace tresen::ui {
namespace {

constexpr Phrase kPeoplePhrases[] = {
    {"pin.form", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A PIN has %1 digits and nothing else")},
    {"pin.trivial", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This PIN is guessed first; choose another one")},
    {"pin.wrong", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Wrong PIN.")},
    {"pin.wait", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Too many wrong PINs.")},
    {"pin.busy", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A PIN is being looked at already.")},
    {"pin.hash", QT_TRANSLATE_NOOP("tresen::ui::Wording", "There is not enough memory to look at the PIN; close other programs.")},
    {"user.unknown", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Nobody of this name works here: %1")},
    {"user.inactive", QT_TRANSLATE_NOOP("tresen::ui::Wording", "%1 works here no more")},
    {"user.name", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The name has to have 1 to %1 characters")},
    {"user.changed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "%1 has been changed at another desk meanwhile; open this once more")},
    {"user.name_taken", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Somebody of this name is entered already: %1")},
    {"user.first_manager", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The first person has to be a manager")},
    {"user.last_manager", QT_TRANSLATE_NOOP("tresen::ui::Wording", "At least one manager has to stay")},
    {"user.pin_missing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PIN is missing")},
    {"right.nobody", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Nobody has signed in at this desk")},
    {"right.inactive", QT_TRANSLATE_NOOP("tresen::ui::Wording", "%1 works here no more and may not do this")},
    {"right.missing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Your role does not allow this")},
    {"right.second_person", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Somebody else has to agree, not the same person twice")},
    {"right.agreed_by", QT_TRANSLATE_NOOP("tresen::ui::Wording", "%1 has not agreed with a PIN")},
    {"setting.two_persons", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Two people decide this: somebody else has to agree")},
    {"task.two_persons", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Two people decide this: somebody else has to agree")},
    {"setting.not_locked", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This setting can be changed at once")},
    {"setting.proposed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A change of this setting is waiting already; confirm or reject it first, on the page of tasks")},
    {"proposal.none", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This has been decided already")},
    {"proposal.same_person", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Whoever proposed it cannot confirm it: %1")},
    {"proposal.overtaken", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The setting has changed since; reject this and propose anew")},
};

} // namespace

std::span<const Phrase> peoplePhrases() { return kPeoplePhrases; }

} // namespace tresen::ui
