#include "app/main/demo.h"
#include "app/main/command.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {

void runDemo(House& house, const Arguments&, Finish finish)
{
    auto* demo = new Demo{house.profile(), &house};
    demo->run([&house, finish](const Result<Demo::Summary>& summary) {
        if (!summary) return finishWith(summary.error(), finish);
        printLine({{u"profile"_s, house.profile()}, {u"sample"_s, true}, {u"was_there"_s, summary.value().wasThere}, {u"invoices"_s, summary.value().invoices},
                   {u"steps"_s, summary.value().steps}});
        finish(Exit::Done);
    });
}

} // namespace tresen::app
