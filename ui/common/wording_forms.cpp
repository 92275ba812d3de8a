// The forms invoices come in, in words. Their own names are the same in every language.
#include "ui/common/wording.h"
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

struct FormName { QStringView code, name; };
constexpr std::array kForms{FormName{u"xrechnung.ubl", u"XRechnung (UBL)"}, FormName{u"xrechnung.cii", u"XRechnung (CII)"}, FormName{u"ubl", u"EN 16931 (UBL)"},
                            FormName{u"cii", u"EN 16931 (CII)"}, FormName{u"zugferd.2", u"ZUGFeRD 2.x"}, FormName{u"zugferd.1", u"ZUGFeRD 1.0"},
                            FormName{u"datev.extf", u"DATEV EXTF"}, FormName{u"datev.xml", u"DATEV XML"}};

} // namespace

QString Wording::form(const QString& code)
{
    for (const auto& known : kForms)
        if (known.code == code) return known.name.toString();
    if (code == u"order") return tr("order (JSON)", "form of an invoice");
    if (code == u"by_hand") return tr("entered by hand", "form of an invoice");
    const auto table = "table:"_L1;
    return code.startsWith(table) ? tr("table: %1", "form of an invoice").arg(code.mid(table.size())) : QString{};
}

} // namespace tresen::ui
