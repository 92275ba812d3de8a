// ReasonForm: why a rule is set aside: one of a few reasons as cards, and at least ten characters in the person's own words. Stands in the
// payment sheet (money although the portal is silent) and in the hand-over sheet (key without money).
#pragma once
#include "ui/common/theme.h"
#include <QRadioButton>
#include <QStringList>
#include <vector>

class QBoxLayout;
class QPlainTextEdit;

namespace tresen::ui {

class FigureLabel;

// One of several, as a card of the whole width.
class OptionButton final : public QRadioButton {
    Q_OBJECT
public:
    explicit OptionButton(const QString& text, QWidget* parent = nullptr);
    void setHeightPx(int logical);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    int m_height = 44;
};

class ReasonForm final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kMaxText = 500;

    explicit ReasonForm(QWidget* parent = nullptr);
    void setHeading(const QString& title, const QString& text);
    void setReasons(const QStringList& reasons);   // the last one is "another reason"
    void setLow(bool low);                         // for a small window
    void clear();
    void fill(int reason, const QString& text);    // as if somebody had chosen and typed it; may be changed
    int choice() const;                            // index of the reason; -1: none yet
    bool complete() const;
    QString reason() const;                        // "Regular customer, pays by tomorrow: transfers tonight"
    QWidget* firstField() const;
    QWidget* wordsField() const;                   // the person's own words; Enter is a new line there

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    void textChanged();
    QString typed() const;
    FigureLabel *m_title, *m_sub, *m_label, *m_count;
    QBoxLayout *m_column, *m_options;
    std::vector<OptionButton*> m_buttons;
    QPlainTextEdit* m_text;
    bool m_low = false;
};

} // namespace tresen::ui
