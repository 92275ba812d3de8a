#include "app/adapters/paper/letter/repair.h"
#include <QString>
#include <memory>
#include <qpdf/qpdf-c.h>   // the C door: no exceptions, and clang 14 cannot read the C++ headers in C++20
#include <string>
#include <type_traits>

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

struct Closing {
    void operator()(qpdf_data file) const { qpdf_cleanup(&file); }
};
using File = std::unique_ptr<std::remove_pointer_t<qpdf_data>, Closing>;

Error qpdfError(qpdf_data file, const char* step)
{
    const auto said = qpdf_has_error(file) ? QString::fromUtf8(qpdf_get_error_full_text(file, qpdf_get_error(file))) : QString{};
    return Error{Fault::Internal, u"paper.library"_s, u"qpdf %1: %2"_s.arg(QString::fromLatin1(step), said.left(120))};
}

// Every font of the file gets the same map.
void replaceMaps(qpdf_data file, const std::string& map)
{
    const auto stream = qpdf_oh_new_stream(file);
    const auto none = qpdf_oh_new_null(file);
    qpdf_oh_replace_stream_data(file, stream, reinterpret_cast<const unsigned char*>(map.data()), map.size(), none, none);
    const int objects = qpdf_oh_get_int_value_as_int(file, qpdf_oh_get_key(file, qpdf_get_trailer(file), "/Size"));
    for (int id = 1; id < objects; ++id) {
        const auto object = qpdf_get_object_by_id(file, id, 0);
        if (qpdf_oh_is_dictionary(file, object) && qpdf_oh_has_key(file, object, "/ToUnicode")) qpdf_oh_replace_key(file, object, "/ToUnicode", stream);
        qpdf_oh_release(file, object);
    }
}

void describe(qpdf_data file, const QString& locale, const QString& title)
{
    const auto unicode = [file](const QString& text) { return qpdf_oh_new_unicode_string(file, text.toUtf8().constData()); };
    const auto root = qpdf_get_root(file), trailer = qpdf_get_trailer(file);
    qpdf_oh_replace_key(file, root, "/Lang", unicode(locale));
    const auto preferences = qpdf_oh_get_key(file, root, "/ViewerPreferences");
    if (qpdf_oh_is_dictionary(file, preferences)) qpdf_oh_replace_key(file, preferences, "/DisplayDocTitle", qpdf_oh_new_bool(file, QPDF_TRUE));
    auto info = qpdf_oh_get_key(file, trailer, "/Info");
    if (!qpdf_oh_is_dictionary(file, info)) {
        info = qpdf_make_indirect_object(file, qpdf_oh_new_dictionary(file));
        qpdf_oh_replace_key(file, trailer, "/Info", info);
    }
    qpdf_oh_replace_key(file, info, "/Title", unicode(title));
    qpdf_oh_replace_key(file, info, "/Creator", unicode(u"Tresen"_s));
}

} // namespace

Result<QByteArray> repaired(const QByteArray& pdf, const QString& locale, const QString& title, const std::bitset<256>& usedRows)
{
    const File owner{qpdf_init()};
    auto* const file = owner.get();
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    if ((qpdf_read_memory(file, "sheet", pdf.constData(), static_cast<unsigned long long>(pdf.size()), nullptr) & QPDF_ERRORS) != 0)
        return qpdfError(file, "read");
    replaceMaps(file, unicodeMap(usedRows));
    describe(file, locale, title);
    if (qpdf_has_error(file)) return qpdfError(file, "repair");
    if ((qpdf_init_write_memory(file) & QPDF_ERRORS) != 0) return qpdfError(file, "write");
    qpdf_set_stream_data_mode(file, qpdf_s_preserve);
    qpdf_set_deterministic_ID(file, QPDF_TRUE);
    if ((qpdf_write(file) & QPDF_ERRORS) != 0) return qpdfError(file, "write");
    return QByteArray{reinterpret_cast<const char*>(qpdf_get_buffer(file)), static_cast<qsizetype>(qpdf_get_buffer_length(file))};
}

} // namespace tresen::adapters::letter
