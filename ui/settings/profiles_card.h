// ProfilesCard: the file forms a workshop has made itself, each to be changed; a new one is taught here, too. Stands on the settings page below the
// workshop system.
#pragma once
#include "app/services/profiles.h"
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class ProfileSheet;

class ProfilesCard final : public QWidget {
    Q_OBJECT
public:
    ProfilesCard(services::Profiles& profiles, services::Settings& settings, QWidget* parent = nullptr);
    bool matches(const QStringList& words) const;     // of domain::foldQuery(): the search of the page finds it by its words, too

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void openSheet(const QString& own);
    void showProfiles();
    void takeMeasures();

    services::Profiles& m_profiles;
    FigureLabel *m_title, *m_text;
    QVBoxLayout* m_list;
    ActionButton* m_teach;
    QVBoxLayout* m_column = nullptr;
    QPointer<ProfileSheet> m_sheet;
};

} // namespace tresen::ui
