// FindingList: what a look at something has found, one line each with its shape: a folder, a printer. Stands on the pages of the first set-up.
#pragma once
#include "ui/common/state_look.h"
#include <QWidget>
#include <vector>

class QGridLayout;

namespace tresen::ui {

class FindingList final : public QWidget {
    Q_OBJECT
public:
    struct Finding { Look look = Look::Accepted; QString text; };

    explicit FindingList(QWidget* parent = nullptr);
    void setFindings(const std::vector<Finding>& findings);   // none: it is not there
    QString text() const;                                     // all lines

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    std::vector<Finding> m_findings;
    std::vector<QWidget*> m_parts;
    QGridLayout* m_grid;
};

} // namespace tresen::ui
