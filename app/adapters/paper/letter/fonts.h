// The faces of the paper: their bytes on disk for libharu and their advance widths for measuring. Loaded once, shared by all sheets, read only.
#pragma once
#include "app/core/result.h"
#include <QByteArray>
#include <QTemporaryDir>
#include <array>
#include <memory>
#include <vector>

namespace tresen::adapters::letter {

enum class Face { Regular, Semibold, Bold, Fallback };
inline constexpr int kFaces = 4;

class FontSet {
public:
    // Fault::Internal "paper.library" when a face is missing from the program or the private folder cannot be written.
    static Result<std::shared_ptr<const FontSet>> load();

    // Thousandths of the size; -1: the face has no such glyph. Code points above U+FFFF are in none of them.
    int advance(Face face, char16_t c) const { return m_widths[static_cast<std::size_t>(face)][c]; }
    bool has(Face face, char16_t c) const { return advance(face, c) >= 0; }
    const QByteArray& file(Face face) const { return m_files[static_cast<std::size_t>(face)]; }

private:
    FontSet() = default;
    QTemporaryDir m_folder;   // mode 0700, removed with the set
    std::array<QByteArray, kFaces> m_files;
    std::array<std::vector<qint16>, kFaces> m_widths;
};

// What can be drawn of a text from outside: composed, blanks and line breaks to single blanks, invisible format characters dropped.
QString drawable(const QString& text);

} // namespace tresen::adapters::letter
