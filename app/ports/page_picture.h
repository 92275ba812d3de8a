// PagePicture: one page of a foreign document as plain pixels. Made where the document may do no harm, shown by the desk.
#pragma once
#include <QByteArray>

namespace tresen::ports {

struct PagePicture {
    int width = 0, height = 0;       // pixels, at most limits::kMaxDrawnEdge each
    int page = 0, pages = 0;         // which one of how many, from 0
    QByteArray pixels;               // 32 bits each in the byte order of this machine, 0xffRRGGBB, row by row
};

} // namespace tresen::ports
