// WizardFrame: what every question of the first set-up stands in: the five steps at the left, the question with its page, and Back, Later, Next below.
// Made by WizardSheet. Without room for the steps the line above the question says where one is.
#pragma once
#include <QWidget>

class QBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class WizardPage;
class WizardSteps;

class WizardFrame final : public QWidget {
    Q_OBJECT
public:
    explicit WizardFrame(QWidget* parent = nullptr);

    void ask(int question, WizardPage* page);       // takes the page over; the one before goes when nothing of it is at work any more
    void setBusy(bool busy);
    WizardPage* page() const { return m_page; }
    ActionButton* next() const { return m_next; }
    ActionButton* back() const { return m_back; }
    ActionButton* later() const { return m_later; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeSide();
    QWidget* makeFoot();
    void takeMeasures();
    void showFocused(QWidget* focused);

    QWidget *m_side = nullptr, *m_foot = nullptr, *m_content;
    WizardSteps* m_steps = nullptr;
    FigureLabel *m_brand = nullptr, *m_where, *m_title, *m_text;
    QWidget* m_sign = nullptr;
    QScrollArea* m_scroll;
    QVBoxLayout *m_column = nullptr, *m_contentColumn;
    WizardPage* m_page = nullptr;
    ActionButton *m_next = nullptr, *m_back = nullptr, *m_later = nullptr;
    int m_question = 1;
};

} // namespace tresen::ui
