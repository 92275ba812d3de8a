// tresen: one program, two doors. Without a command it opens the desk; with one it answers in JSON lines and ends.
#include "app/adapters/workshop/einvoice/pdf_drawing.h"
#include "app/adapters/workshop/einvoice/pdf_reader.h"
#include "app/core/log.h"
#include "app/core/log_file.h"
#include "app/main/command.h"
#include <QCoreApplication>
#include <QSysInfo>
#include <cstring>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;

namespace {

int runCommand(const app::Arguments& arguments, int& argc, char** argv)
{
    const auto* def = app::findCommand(arguments.command);
    // Names of options only: their values may be names of people, amounts, account numbers.
    auto options = QStringList{arguments.options.keys()};
    options.sort();
    qCInfo(logApp).noquote() << (QStringList{u"command"_s, arguments.command} + options).join(u' ');
    QCoreApplication application{argc, argv};   // no command needs a screen, not even for paper
    application.setApplicationName(u"tresen"_s);
    const SystemClock clock;
    app::House house{{arguments.profile, &clock}};
    int code = 0;
    const auto finish = [&code](app::Exit exit) {
        code = static_cast<int>(exit);
        QMetaObject::invokeMethod(qApp, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    };
    if (!def->needsStore) {
        QMetaObject::invokeMethod(&house, [&] { def->run(house, arguments, finish); }, Qt::QueuedConnection);
    } else {
        house.open([&](const Result<Ok>& opened) {
            if (!opened) return app::finishWith(opened.error(), finish);
            house.connectPeers([&](const Result<Ok>& connected) {
                if (!connected) app::complain(connected.error());   // what needs no key goes on
                app::comeInAs(house, arguments, [&](const Result<Ok>& in) {
                    if (!in) return app::finishWith(in.error(), finish);
                    def->run(house, arguments, finish);
                });
            });
        });
    }
    application.exec();
    qCInfo(logApp) << "exit" << code;
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    // A child of this program that opens foreign PDFs: no application, no profile, no log.
    if (argc == 2 && std::strcmp(argv[1], "--read-pdf") == 0) return adapters::einvoice::runPdfChild();
    if (argc == 2 && std::strcmp(argv[1], "--draw-pdf") == 0) return adapters::einvoice::runDrawChild();
    QStringList words;
    for (int i = 1; i < argc; ++i) words << QString::fromLocal8Bit(argv[i]);
    // Answered without any application object: they must work without a display.
    if (words.contains(u"--version"_s)) {
        app::printText(u"tresen " TRESEN_VERSION "\n"_s);
        return 0;
    }
    if (words.contains(u"--help"_s)) {
        app::printText(app::usageText());
        return 0;
    }
    auto arguments = app::parseArguments(words);
    if (!arguments) {
        app::complain(arguments.error());
        app::complain(u"tresen --help says more"_s);
        return static_cast<int>(app::Exit::Usage);
    }
    if (arguments.value().profile.isEmpty()) arguments.value().profile = arguments.value().sample ? app::sampleProfile() : app::defaultProfile();
    const SystemClock clock;
    LogFile log{arguments.value().profile, clock};   // ends last
    log.takeQtMessages();
    qCInfo(logApp).noquote() << u"tresen " TRESEN_VERSION ", Qt"_s << QString::fromLatin1(qVersion()) + u","_s << QSysInfo::prettyProductName();
    if (arguments.value().command.isEmpty()) return app::runDesk(arguments.value(), argc, argv);
    return runCommand(arguments.value(), argc, argv);
}
