#include "app/adapters/paper/letter/repair.h"
#include <QString>
#include <qpdf/JSON.hh>   // complete before the headers below: clang 14 needs it
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <exception>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {
namespace {

// The codes are UTF-16 values already, so each maps to itself. A range may not cross its high byte.
std::string unicodeMap(const std::bitset<256>& usedRows)
{
    std::string ranges;
    for (std::size_t row = 0; row < usedRows.size(); ++row) {
        if (!usedRows.test(row)) continue;
        const auto high = QByteArray::number(static_cast<uint>(row), 16).rightJustified(2, '0').toStdString();
        ranges += "1 beginbfrange\n<" + high + "00> <" + high + "ff> <" + high + "00>\nendbfrange\n";
    }
    return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
           "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n" + ranges +
           "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace

Result<QByteArray> repaired(const QByteArray& pdf, const QString& locale, const QString& title, const std::bitset<256>& usedRows)
{
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.processMemoryFile("sheet", pdf.constData(), static_cast<size_t>(pdf.size()));
        auto map = QPDFObjectHandle::newStream(&file, unicodeMap(usedRows));
        map = file.makeIndirectObject(map);
        for (auto object : file.getAllObjects())
            if (object.isDictionary() && object.hasKey("/ToUnicode")) object.replaceKey("/ToUnicode", map);
        auto root = file.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(locale.toStdString()));
        auto preferences = root.getKey("/ViewerPreferences");
        if (preferences.isDictionary()) preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
        auto info = file.getTrailer().getKey("/Info");
        if (!info.isDictionary()) {
            info = file.makeIndirectObject(QPDFObjectHandle::newDictionary());
            file.getTrailer().replaceKey("/Info", info);
        }
        info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title.toStdString()));
        info.replaceKey("/Creator", QPDFObjectHandle::newString("Tresen"));
        QPDFWriter writer{file};
        writer.setOutputMemory();
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setDeterministicID(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray{reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
    } catch (const std::exception& e) {
        return Error{Fault::Internal, u"paper.library"_s, u"qpdf: "_s + QString::fromLocal8Bit(e.what()).left(120)};
    }
}

} // namespace tresen::adapters::letter
