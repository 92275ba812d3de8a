"""The sample workshop's mark: a linden leaf in a rounded square. One description, drawn as SVG, as PNG and into the PDF page."""
import math
import struct
import zlib

SIZE = 472
BLUE, WHITE = (0x0F, 0x4C, 0x81), (255, 255, 255)
TILT, CX, CY = math.radians(32), 236, 238

# The leaf, upright, tip on top, centre 0,0, y down: start point and cubic Béziers; the base lobes differ as a linden leaf's do.
LEAF = ((0, -168), [((26, -122), (132, -96), (138, 4)), ((143, 74), (98, 116), (50, 114)), ((24, 113), (8, 100), (0, 84)),
                    ((-10, 106), (-28, 126), (-58, 122)), ((-112, 114), (-144, 66), (-136, -4)), ((-126, -98), (-26, -122), (0, -168))])
STEM = [((0, 84), (2, 130), (10, 186), 17)]
VEINS = [((0, -96), (0, 0), (0, 62), 12), ((0, 50), (34, 42), (74, 10), 10), ((0, 50), (-34, 44), (-74, 12), 10),
         ((0, -10), (30, -18), (60, -46), 10), ((0, -10), (-30, -18), (-60, -46), 10)]     # quadratic curves with their width


def turned(p):
    c, s = math.cos(TILT), math.sin(TILT)
    return (round(CX + p[0] * c - p[1] * s, 2), round(CY + p[0] * s + p[1] * c, 2))


def leaf_path():
    start, curves = LEAF
    return turned(start), [tuple(turned(p) for p in curve) for curve in curves]


def strokes(list_):
    return [(turned(a), turned(b), turned(c), w) for a, b, c, w in list_]


def svg():
    start, curves = leaf_path()
    d = f"M{start[0]:g} {start[1]:g}" + "".join("C" + " ".join(f"{x:g} {y:g}" for x, y in c) for c in curves) + "Z"
    def path(colour, items):
        return "".join(f'  <path d="M{a[0]:g} {a[1]:g}Q{b[0]:g} {b[1]:g} {c[0]:g} {c[1]:g}" fill="none" stroke="{colour}" '
                       f'stroke-width="{w}" stroke-linecap="round"/>\n' for a, b, c, w in strokes(items))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" viewBox="0 0 {SIZE} {SIZE}">\n'
            f'  <title>Autohaus Lindner</title>\n  <rect width="{SIZE}" height="{SIZE}" rx="84" fill="#0F4C81"/>\n'
            f'{path("#FFFFFF", STEM)}  <path d="{d}" fill="#FFFFFF"/>\n{path("#0F4C81", VEINS)}</svg>\n')


def _cubic(a, b, c, d, n=40):
    return [tuple((1 - t) ** 3 * a[k] + 3 * t * (1 - t) ** 2 * b[k] + 3 * t * t * (1 - t) * c[k] + t ** 3 * d[k] for k in (0, 1))
            for t in (j / n for j in range(1, n + 1))]


def _stroke_polygons(a, b, c, width, n=24):
    """Round-ended stroke of a quadratic curve as overlapping discs and quads (filled together by the non-zero rule)."""
    points = [tuple((1 - t) ** 2 * a[k] + 2 * t * (1 - t) * b[k] + t * t * c[k] for k in (0, 1)) for t in (j / n for j in range(n + 1))]
    r = width / 2
    polygons = [[(x + r * math.cos(w), y + r * math.sin(w)) for w in (j * math.pi / 16 for j in range(32))] for x, y in points]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        length = math.hypot(x1 - x0, y1 - y0)
        nx, ny = -(y1 - y0) / length * r, (x1 - x0) / length * r
        polygons.append([(x0 - nx, y0 - ny), (x1 - nx, y1 - ny), (x1 + nx, y1 + ny), (x0 + nx, y0 + ny)])
    return polygons


def _square(r):
    def corner(x, y, start):
        return [(x + r * math.cos(start + j * math.pi / 64), y + r * math.sin(start + j * math.pi / 64)) for j in range(33)]
    e = SIZE - r
    return corner(e, r, -math.pi / 2) + corner(e, e, 0) + corner(r, e, math.pi / 2) + corner(r, r, math.pi)


def _spans(polygons, y):
    """The covered stretches of the line at height y, non-zero rule."""
    hits = []
    for polygon in polygons:
        for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1]):
            if (y0 <= y) != (y1 <= y):
                hits.append((x0 + (y - y0) * (x1 - x0) / (y1 - y0), 1 if y1 > y0 else -1))
    hits.sort()
    winding, begin = 0, 0.0
    for x, direction in hits:
        if winding == 0:
            begin = x
        winding += direction
        if winding == 0 and x > begin:
            yield begin, x


def _coverage(polygons, row, steps=8):
    cover = [0.0] * SIZE
    for j in range(steps):
        for begin, end in _spans(polygons, row + (j + 0.5) / steps):
            begin, end = max(begin, 0.0), min(end, float(SIZE))
            for x in range(int(begin), min(int(math.ceil(end)), SIZE)):
                cover[x] += max(0.0, min(end, x + 1) - max(begin, x)) / steps
    return cover


def png():
    """8 bits RGB on white, not interlaced: what every PDF and printing library reads."""
    start, curves = leaf_path()
    outline, last = [start], start
    for b, c, d in curves:
        outline += _cubic(last, b, c, d)
        last = d
    layers = [([_square(84)], BLUE), ([p for s in strokes(STEM) for p in _stroke_polygons(*s)], WHITE), ([outline], WHITE),
              ([p for s in strokes(VEINS) for p in _stroke_polygons(*s)], BLUE)]
    rows = []
    for row in range(SIZE):
        pixels = [WHITE] * SIZE
        for polygons, colour in layers:
            for x, share in enumerate(_coverage(polygons, row)):
                if share > 0:
                    share = min(share, 1.0)
                    pixels[x] = tuple(round(old + (new - old) * share) for old, new in zip(pixels[x], colour))
        rows.append(b"\0" + bytes(v for p in pixels for v in p))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    density = struct.pack(">IIB", 23622, 23622, 1)      # 600 dpi: 20 mm on paper
    image = zlib.compress(b"".join(rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"pHYs", density) + chunk(b"IDAT", image) + chunk(b"IEND", b"")
