// What a rule has found in the texts of an invoice, in words.
#include "ui/common/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

QString Wording::finding(const domain::Finding& finding)
{
    const auto what = [&] {
        if (finding.field == u"plate") return tr("plate %1").arg(finding.value);
        if (finding.field == u"vin") return tr("VIN %1").arg(finding.value);
        if (finding.field == u"customer_no") return tr("customer number %1").arg(finding.value);
        if (finding.field == u"order_no") return tr("order number %1").arg(finding.value);
        return tr("keeper %1").arg(finding.value);
    }();
    if (finding.where == u"line") return tr("%1, from the text of a line", "what a rule has found").arg(what);
    if (finding.where == u"reference") return tr("%1, from a reference", "what a rule has found").arg(what);
    return tr("%1, from a note", "what a rule has found").arg(what);
}

} // namespace tresen::ui
