// Building blocks of the pay page: icons, plate, state head, notes. Called by PayPage only; everything handed in as text is escaped here.
#pragma once
#include "app/adapters/portal/training/page_texts.h"

namespace tresen::adapters::training::parts {

enum class Icon { Till, Document, Lock, Done, Wait, Note, Key, Phone, Globe };

QString icon(Icon which, const PageTexts& texts);
QString plate(const QString& text, const PageTexts& texts);                            // empty for an empty plate
QString sum(const QString& formatted);
QString stateHead(Icon which, const PageTexts& texts, const QString& titleHtml, const QString& formattedSum, const QString& textHtml,
                  const QString& below);
QString note(const QString& kind, const QString& iconHtml, const QString& titleHtml, const QString& textHtml);
QString pair(const QString& labelHtml, const QString& valueHtml);
QString choice(const QString& iconHtml, const QString& titleHtml, const QString& subHtml);   // inside of a way's button
QString primary(const QString& titleHtml, const QString& subHtml);                           // inside of the main button
QString letterTile(const QString& name);

} // namespace tresen::adapters::training::parts
