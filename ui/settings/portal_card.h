// PortalCard: what the chosen portal can do, in plain words. Stands on the settings page below the choice.
#pragma once
#include "app/services/accounts.h"
#include <QWidget>

class QGridLayout;

namespace tresen::ui {

class FigureLabel;

class PortalCard final : public QWidget {
    Q_OBJECT
public:
    PortalCard(services::Accounts& accounts, QWidget* parent = nullptr);
    void setPortal(const QString& portal, bool training);     // "none" or one that this data do not use: says so

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void clear();
    void takeMeasures();

    services::Accounts& m_accounts;
    QString m_portal;
    FigureLabel *m_title, *m_text;
    QWidget* m_list;
    QGridLayout* m_rows;
};

} // namespace tresen::ui
