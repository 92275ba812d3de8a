// PlaceChoice: for whom a setting holds that a desk may have of its own: the workshop's value, or one of this desk over it, which then tells what it hides.
// A line of SettingField; stores nothing itself.
#pragma once
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class CalmComboBox;
class FigureLabel;

class PlaceChoice final : public QWidget {
    Q_OBJECT
public:
    PlaceChoice(const QString& key, const QString& label, QWidget* parent = nullptr);

    void setState(bool own, const QString& siteValue); // siteValue: in words, empty: the workshop has none

Q_SIGNALS:
    void ownWanted();                                  // from now on one of this desk
    void siteWanted();                                 // the workshop's again

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    CalmComboBox* m_box;
    QWidget* m_hidden;                                 // what an own value hides
    FigureLabel* m_site;
    ActionButton* m_follow;
    QVBoxLayout* m_column;
    QHBoxLayout* m_row;
};

} // namespace tresen::ui
