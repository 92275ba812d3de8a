// PortalWords: what a portal can do, and what its test found, in plain words. Called by the settings page.
#pragma once
#include "app/services/accounts.h"
#include <QCoreApplication>

namespace tresen::ui {

struct PortalTrait {
    enum class Kind { Can, Cannot, Mind };     // Mind: something a workshop has to know
    Kind kind = Kind::Can;
    QString text;
};

class PortalWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::PortalWords)
public:
    static std::vector<PortalTrait> traits(const services::PortalCapabilities& portal);   // what it can, cannot, and what to mind, in this order
    static QString step(const services::ProbeStep& step);                                // "A link over one euro was made"
    static QString what(const services::PortalTest& test);                               // the line above the steps
    static QString keyLabel(const QString& portal);                                      // "API key", as the portal calls it
    static QString keyHelp(const QString& portal);                                       // where to find it
};

} // namespace tresen::ui
