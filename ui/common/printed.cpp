#include "ui/common/printed.h"
#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

QByteArray printed(const QTextDocument& document, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer{&buffer};
    writer.setPageSize(QPageSize{QPageSize::A4});
    writer.setTitle(title);
    writer.setCreator(u"Tresen"_s);
    document.print(&writer);
    return bytes;
}

} // namespace tresen::ui
