// The left side of the hand-over sheet: VerdictBlock is the only solid block of the sheet, RuleRow one rule with its result, StayRow one invoice of
// the vehicle's stay. Made by HandoverSheet.
#pragma once
#include "ui/keys/rule_words.h"
#include <QWidget>

namespace tresen::ui {

class FigureLabel;

class VerdictBlock final : public QWidget {
    Q_OBJECT
public:
    explicit VerdictBlock(QWidget* parent = nullptr);
    void say(bool go, const QString& verdict, const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    bool m_go = false;
    FigureLabel *m_verdict, *m_reason;
};

class RuleRow final : public QWidget {
    Q_OBJECT
public:
    explicit RuleRow(QWidget* parent = nullptr);
    void say(const RuleLine& line);
    void setLow(bool low);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    RuleLine::Result m_result = RuleLine::Result::Failed;
    bool m_low = false;
    FigureLabel *m_title, *m_text;
};

class StayRow final : public QWidget {
    Q_OBJECT
public:
    explicit StayRow(QWidget* parent = nullptr);
    void say(const domain::OpenItem& item);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    bool m_settled = false;
    FigureLabel *m_number, *m_work, *m_open;
};

} // namespace tresen::ui
