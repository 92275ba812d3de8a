// Writes one file per kind of sheet into the folder named on the command line, to be looked at.
#include "app/adapters/paper/letter/letter_printer.h"
#include "app/domain/owner_language.h"
#include "samples.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTextStream>

using namespace tresen;

int main(int argc, char** argv)
{
    QCoreApplication app{argc, argv};
    const QDir folder{argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath()};
    QTextStream out{stdout};
    adapters::letter::LetterPrinter printer;
    int failed = 0;
    const auto keep = [&](const QString& name, QFuture<Result<ports::PaperDocument>> future) {
        const auto made = future.result();
        if (!made) {
            ++failed;
            out << name << ": " << made.error().code << ' ' << made.error().detail << Qt::endl;
            return;
        }
        QFile file{folder.filePath(name + QStringLiteral(".pdf"))};
        if (!file.open(QIODevice::WriteOnly) || file.write(made.value().pdf) < 0) ++failed;
        out << name << ": " << made.value().pdf.size() << " bytes, " << made.value().provenCodes.join(u' ') << Qt::endl;
    };
    using namespace samples;
    keep(u"letter"_s, printer.letter(german()));
    keep(u"copy"_s, printer.letter(copy()));
    keep(u"training"_s, printer.letter(training()));
    keep(u"extreme"_s, printer.letter(extreme()));
    auto noLink = german();
    noLink.payUrl.clear();
    keep(u"transfer-only"_s, printer.letter(noLink));
    auto noTransfer = english();
    noTransfer.epcPayload.clear();
    noTransfer.workshop.logoPng.clear();
    noTransfer.plate = u"WA 12345"_s;
    noTransfer.dueDate = {};
    keep(u"link-only"_s, printer.letter(noTransfer));
    keep(u"receipt"_s, printer.receipt(receipt()));
    auto second = receipt();
    second.language = u"en"_s;
    second.training = true;
    second.copy = 1;
    second.method = u"card"_s;
    second.openAfter = {};
    keep(u"receipt-training"_s, printer.receipt(second));
    for (const auto& language : domain::ownerLanguages()) {
        keep(u"letter-"_s + language.code, printer.letter(worded(language.code)));
        auto slip = receipt();
        slip.language = language.code;
        keep(u"receipt-"_s + language.code, printer.receipt(slip));
    }
    keep(u"batch"_s, printer.letters({german(), english(), extreme()}));
    return failed == 0 ? 0 : 1;
}
