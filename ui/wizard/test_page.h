// makeTestPage(): the sheet that shows whether a printer does what the desk needs: the edges, the letters, the size. Called by PrinterPage.
#pragma once
#include "app/services/settings.h"
#include <QCoreApplication>

namespace tresen::ui {

class TestPage {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::TestPage)
public:
    static QByteArray pdf(const services::Settings& settings);   // one page A4
    static QString title();
};

} // namespace tresen::ui
