#include "app/adapters/paper/letter/fonts.h"
#include <QFile>
#include <ft2build.h>
#include FT_FREETYPE_H

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {
namespace {

constexpr std::array<const char*, kFaces> kNames{"OpenSans-Regular.ttf", "OpenSans-Semibold.ttf", "OpenSans-Bold.ttf", "DejaVuSans.ttf"};

// The widths of the basic plane, straight from the face's own tables.
bool readWidths(FT_Library library, const QByteArray& bytes, std::vector<qint16>& widths)
{
    FT_Face face = nullptr;
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.constData()), static_cast<FT_Long>(bytes.size()), 0, &face) != 0) return false;
    widths.assign(0x10000, -1);
    const FT_Long unit = face->units_per_EM;
    bool ok = unit > 0 && FT_Select_Charmap(face, FT_ENCODING_UNICODE) == 0;
    FT_UInt glyph = 0;
    for (FT_ULong c = ok ? FT_Get_First_Char(face, &glyph) : 0; glyph != 0; c = FT_Get_Next_Char(face, c, &glyph)) {
        if (c < 0x20 || c > 0xffff) continue;
        if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) != 0) { ok = false; break; }
        widths[c] = static_cast<qint16>(face->glyph->metrics.horiAdvance * 1000 / unit);
    }
    FT_Done_Face(face);
    return ok;
}

Error libraryError(const QString& detail)
{
    return Error{Fault::Internal, u"paper.library"_s, detail};
}

} // namespace

Result<std::shared_ptr<const FontSet>> FontSet::load()
{
    std::shared_ptr<FontSet> set{new FontSet};
    if (!set->m_folder.isValid()) return libraryError(u"font folder"_s);
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return libraryError(u"FreeType"_s);
    bool ok = true;
    for (std::size_t i = 0; i < kFaces && ok; ++i) {
        const auto name = QString::fromLatin1(kNames[i]);
        QFile resource{u":/letter/fonts/"_s + name};
        QFile copy{set->m_folder.filePath(name)};
        ok = resource.open(QIODevice::ReadOnly) && copy.open(QIODevice::WriteOnly | QIODevice::NewOnly);
        if (!ok) break;
        const auto bytes = resource.readAll();
        ok = copy.write(bytes) == bytes.size() && copy.flush() && readWidths(library, bytes, set->m_widths[i]);
        set->m_files[i] = QFile::encodeName(copy.fileName());
    }
    FT_Done_FreeType(library);
    if (!ok) return libraryError(u"fonts"_s);
    return std::shared_ptr<const FontSet>{set};
}

QString drawable(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_C).simplified())
        if (c.category() != QChar::Other_Format) out += c;
    return out;
}

} // namespace tresen::adapters::letter
