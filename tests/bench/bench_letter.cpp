// The payment letter: drawing, repair and proof, against a bare libharu program that puts the same texts, codes and logo on the same page.
#include "app/adapters/paper/letter/drawing.h"
#include "app/adapters/paper/letter/letter_printer.h"
#include "app/adapters/paper/letter/proof.h"
#include "app/adapters/paper/letter/repair.h"
#include "app/adapters/paper/letter/sheet.h"
#include "tests/app/adapters/paper/letter/samples.h"
#include <QCoreApplication>
#include <benchmark/benchmark.h>
#include <qrcodegen/qrcodegen.hpp>

using namespace tresen;
using namespace tresen::adapters::letter;

namespace {

const Assets& assets()
{
    static const auto loaded = Assets::load();
    return *loaded.value();
}

ports::LetterContent content()
{
    return checked(samples::german()).value();
}

std::vector<std::vector<MeantCode>> meant(std::size_t pages)
{
    const auto c = content();
    return {pages, {{QStringLiteral("link"), c.payUrl.toUtf8()}, {QStringLiteral("epc"), c.epcPayload}, {QStringLiteral("desk"), c.deskCode.toUtf8()}}};
}

HPDF_REAL real(double value) { return static_cast<HPDF_REAL>(value); }

// What a short program without any of our care would do: no check of glyphs or of the layout, no record, no proof.
class Bare {
public:
    Bare() : m_page{drawLetters({content()}, assets()).value().pages.front()}, m_logo{lookOf(samples::workshop()).value().logo} {}

    QByteArray draw(int pages) const
    {
        const HPDF_Doc doc = HPDF_New(nullptr, nullptr);
        HPDF_UseUTFEncodings(doc);
        HPDF_SetCurrentEncoder(doc, "UTF-8");
        HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
        std::array<HPDF_Font, 3> fonts{};
        for (std::size_t i = 0; i < fonts.size(); ++i) {
            const char* name = HPDF_LoadTTFontFromFile(doc, assets().fonts->file(static_cast<Face>(i)).constData(), HPDF_TRUE);
            fonts[i] = HPDF_GetFont(doc, name, "UTF-8");
        }
        const auto logo = HPDF_LoadRawImageFromMem(doc, m_logo.constBits(), static_cast<HPDF_UINT>(m_logo.width()), static_cast<HPDF_UINT>(m_logo.height()), HPDF_CS_DEVICE_RGB, 8);
        for (int i = 0; i < pages; ++i) page(doc, fonts, logo);
        HPDF_SaveToStream(doc);
        QByteArray out{static_cast<qsizetype>(HPDF_GetStreamSize(doc)), Qt::Uninitialized};
        auto size = static_cast<HPDF_UINT32>(out.size());
        HPDF_ReadFromStream(doc, reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
        HPDF_Free(doc);
        return out;
    }

private:
    void page(HPDF_Doc doc, const std::array<HPDF_Font, 3>& fonts, HPDF_Image logo) const
    {
        constexpr double kMm = 72 / 25.4;
        const HPDF_Page page = HPDF_AddPage(doc);
        HPDF_Page_SetWidth(page, real(210 * kMm));
        HPDF_Page_SetHeight(page, real(297 * kMm));
        HPDF_Page_DrawImage(page, logo, real(25 * kMm), real((297 - 29) * kMm), real(15 * kMm), real(15 * kMm));
        for (const auto& box : m_page.texts) {
            HPDF_Page_BeginText(page);
            HPDF_Page_SetRGBFill(page, real(0.086), real(0.098), real(0.114));
            HPDF_Page_SetFontAndSize(page, fonts[static_cast<std::size_t>(box.type.face)], real(box.type.size));
            const double base = box.area.bottom() - 0.22 * box.type.size / kMm;
            HPDF_Page_TextOut(page, real(box.area.left() * kMm), real((297 - base) * kMm), box.text.toUtf8().constData());
            HPDF_Page_EndText(page);
        }
        for (int i = 0; i < 40; ++i) {           // rules, boxes, rings of the page
            HPDF_Page_SetRGBStroke(page, real(0.06), real(0.3), real(0.5));
            HPDF_Page_MoveTo(page, 70, real(100 + i));
            HPDF_Page_LineTo(page, 500, real(100 + i));
            HPDF_Page_Stroke(page);
        }
        using qrcodegen::QrCode, qrcodegen::QrSegment;
        const auto& epc = m_content.epcPayload;
        const auto link = QrCode::encodeText(m_content.payUrl.toLatin1().constData(), QrCode::Ecc::MEDIUM);
        const auto transfer = QrCode::encodeSegments({QrSegment::makeBytes({epc.begin(), epc.end()})}, QrCode::Ecc::MEDIUM, 1, 13, -1, false);
        for (const auto* code : {&link, &transfer}) {
            for (int y = 0; y < code->getSize(); ++y) {
                for (int x = 0; x < code->getSize(); ++x) {
                    const int from = x;
                    while (code->getModule(x, y)) ++x;
                    if (x > from) HPDF_Page_Rectangle(page, real(100 + from * 2.16), real(200 - y * 2.16), real((x - from) * 2.16), real(2.16));
                }
            }
            HPDF_Page_Fill(page);
        }
    }

    ports::LetterContent m_content = content();
    PageRecord m_page;
    QImage m_logo;
};

void bare(benchmark::State& state)
{
    const Bare program;
    for (auto _ : state) benchmark::DoNotOptimize(program.draw(static_cast<int>(state.range(0))));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(bare)->Arg(1)->Arg(100)->Unit(benchmark::kMicrosecond);

void draw(benchmark::State& state)
{
    const std::vector<ports::LetterContent> contents(static_cast<std::size_t>(state.range(0)), content());
    for (auto _ : state) benchmark::DoNotOptimize(drawLetters(contents, assets()));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(draw)->Arg(1)->Arg(100)->Unit(benchmark::kMicrosecond);

void repair(benchmark::State& state)
{
    const auto drawing = drawLetters(std::vector<ports::LetterContent>(static_cast<std::size_t>(state.range(0)), content()), assets()).value();
    for (auto _ : state) benchmark::DoNotOptimize(repaired(drawing.pdf, drawing.locale, drawing.title, drawing.usedRows));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(repair)->Arg(1)->Arg(100)->Unit(benchmark::kMicrosecond);

void proof(benchmark::State& state)
{
    const auto pages = static_cast<std::size_t>(state.range(0));
    const auto drawing = drawLetters(std::vector<ports::LetterContent>(pages, content()), assets()).value();
    const auto pdf = repaired(drawing.pdf, drawing.locale, drawing.title, drawing.usedRows).value();
    const auto codes = meant(pages);
    for (auto _ : state)
        if (!prove(pdf, drawing.pages, codes)) state.SkipWithError("not proven");
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(proof)->Arg(1)->Arg(100)->Unit(benchmark::kMicrosecond);

void whole(benchmark::State& state)
{
    LetterPrinter printer;
    const std::vector<ports::LetterContent> contents(static_cast<std::size_t>(state.range(0)), samples::german());
    for (auto _ : state)
        if (!printer.letters(contents).result()) state.SkipWithError("refused");
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(whole)->Arg(1)->Arg(100)->Unit(benchmark::kMicrosecond)->UseRealTime();

void qrCodes(benchmark::State& state)
{
    const auto c = content();
    for (auto _ : state) {
        benchmark::DoNotOptimize(linkSymbol(c.payUrl.toLatin1()));
        benchmark::DoNotOptimize(epcSymbol(c.epcPayload));
    }
}
BENCHMARK(qrCodes)->Unit(benchmark::kMicrosecond);

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app{argc, argv};
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
