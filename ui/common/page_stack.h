// PageStack: the pages of the desk, one of them shown. Its least size is that of the page that is shown: one tall page must not make all the others
// scroll, and their heads go out of sight.
#pragma once
#include <QStackedWidget>

namespace tresen::ui {

class PageStack final : public QStackedWidget {
    Q_OBJECT
public:
    explicit PageStack(QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;
};

} // namespace tresen::ui
