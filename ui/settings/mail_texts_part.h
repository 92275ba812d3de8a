// MailTextsPart: the workshop's own words in its mails: kind and language at the top, the four texts at the left, the mail as its reader will see it at
// the right, changing as it is typed. A part of the settings page; saves a text when it is left. Works on Settings and Mails.
#pragma once
#include "app/services/mails.h"
#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QGridLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class MailPreview;
class TextPiece;

class MailTextsPart final : public QWidget {
    Q_OBJECT
public:
    MailTextsPart(services::Settings& settings, services::Mails& mails, QWidget* parent = nullptr);
    void reload();                                  // shows what is stored; what is being typed is thrown away

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    using Kind = domain::MailKind;
    QWidget* makeChoices();
    QWidget* makeEditors();
    QWidget* makePreview();
    void choose(Kind kind, const QString& language);
    void makePlaceholders();
    void takeChange();
    void takeEdit(TextPiece* piece);
    void save(TextPiece* piece, const QString& text);
    void reset(TextPiece* piece);
    QHash<QString, QString> typed() const;          // what is edited, without what cannot be taken
    void showPreview();
    void arrange();
    void takeMeasures();

    services::Settings& m_settings;
    services::Mails& m_mails;
    Kind m_kind = Kind::Request;
    QString m_language = QStringLiteral("de");
    bool m_asText = false, m_below = false;
    std::vector<std::pair<Kind, ActionButton*>> m_kinds;
    std::vector<std::pair<QString, ActionButton*>> m_languages;
    std::vector<TextPiece*> m_pieces;
    TextPiece* m_current = nullptr;                 // where a placeholder goes
    QWidget *m_placeholders = nullptr, *m_editors = nullptr, *m_right = nullptr;
    ActionButton *m_drawn = nullptr, *m_plain = nullptr;
    FigureLabel *m_subject = nullptr, *m_hint = nullptr;
    MailPreview* m_preview = nullptr;
    QBoxLayout* m_row = nullptr;
    QHash<TextPiece*, int> m_saving;                // how many changes of it are just being stored
    QTimer m_typing;
};

} // namespace tresen::ui
