// ManualPage: the user's manual inside the program: its parts on the left, the words of one on the right, and a search over all. Made by the main window.
#pragma once
#include "ui/help/manual.h"
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QTextBrowser;
class QVBoxLayout;

namespace tresen::ui {

class FigureLabel;
class PaperPanel;
class SectionList;

class ManualPage final : public QWidget {
    Q_OBJECT
public:
    explicit ManualPage(const QString& language, QWidget* parent = nullptr);
    void show(const QString& id);         // a part of it; unknown: the first
    QString shown() const { return m_shown; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void search(const QString& words);
    void write();
    void takeMeasures();

    const std::vector<ManualText> m_texts;
    QString m_shown;
    PaperPanel* m_panel;
    FigureLabel *m_title, *m_nothing;
    QLineEdit* m_search;
    SectionList* m_sections;
    QTextBrowser* m_text;
    QVBoxLayout* m_column;
    QHBoxLayout* m_row;
};

} // namespace tresen::ui
