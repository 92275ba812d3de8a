#include "app/adapters/workshop/einvoice/pdf_meter.h"
#include "app/core/limits.h"
#include <QtGlobal>
#include <array>
#include <cstdlib>
#include <mutex>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDFStreamFilter.hh>
#include <vector>

namespace tresen::adapters::einvoice {
namespace {

thread_local PdfMeter* t_meter = nullptr;   // libqpdf makes its filters itself, without a place to hand the meter in

enum CharClass : unsigned char { Gap, Regular, Opening };

constexpr auto kCharClass = [] {   // ISO 32000-1, 7.2.2
    std::array<CharClass, 256> out{};
    for (auto& c : out) c = Regular;
    for (const char c : {'\0', '\t', '\n', '\f', '\r', ' ', ')', '>', ']', '}'}) out[static_cast<unsigned char>(c)] = Gap;
    for (const char c : {'(', '<', '[', '{', '/', '%'}) out[static_cast<unsigned char>(c)] = Opening;
    return out;
}();

class MeteredInput : public BufferInputSource {
public:
    MeteredInput(Buffer* file, PdfMeter& meter) : BufferInputSource{"invoice", file, true}, m_meter{meter} {}

    std::size_t read(char* to, std::size_t length) override
    {
        const auto got = BufferInputSource::read(to, length);
        m_meter.countRead(to, got);
        return got;
    }

    qpdf_offset_t findAndSkipNextEOL() override
    {
        const auto from = tell();
        const auto found = BufferInputSource::findAndSkipNextEOL();
        m_meter.countRead(nullptr, static_cast<std::size_t>(qMax<qpdf_offset_t>(0, tell() - from)));
        return found;
    }

private:
    PdfMeter& m_meter;
};

// Counts what comes out of the decompression and hands it on.
class CountingPipe : public Pipeline {
public:
    explicit CountingPipe(Pipeline* target) : Pipeline{"count", target} {}
    void write(const unsigned char* data, std::size_t size) override
    {
        if (t_meter) t_meter->countUnpacked(reinterpret_cast<const char*>(data), size);
        getNext()->write(data, size);
    }
    void finish() override { getNext()->finish(); }
};

// Undoes the PNG row predictors (ISO 32000-1, 7.4.4.4; PNG, clause 9), which cross-reference streams are written with.
class PngRowPipe : public Pipeline {
public:
    PngRowPipe(Pipeline* target, std::size_t rowSize, std::size_t pixelSize) : Pipeline{"rows", target}, m_row(rowSize), m_above(rowSize), m_pixel{pixelSize} {}

    void write(const unsigned char* data, std::size_t size) override
    {
        for (std::size_t i = 0; i < size; ++i) {
            if (!m_inRow) {
                m_filter = data[i];
                m_inRow = true;
            } else {
                m_row[m_filled++] = data[i];
                if (m_filled == m_row.size()) flush();
            }
        }
    }
    void finish() override
    {
        if (m_filled > 0) flush();
        getNext()->finish();
    }

private:
    void flush()
    {
        for (std::size_t i = 0; i < m_filled; ++i) {
            const int left = i >= m_pixel ? m_row[i - m_pixel] : 0;
            const int up = m_above[i];
            const int upLeft = i >= m_pixel ? m_above[i - m_pixel] : 0;
            int add = 0;
            if (m_filter == 1) add = left;
            else if (m_filter == 2) add = up;
            else if (m_filter == 3) add = (left + up) / 2;
            else if (m_filter == 4) add = paeth(left, up, upLeft);
            m_row[i] = static_cast<unsigned char>(m_row[i] + add);
        }
        getNext()->write(m_row.data(), m_filled);
        m_above = m_row;
        m_filled = 0;
        m_inRow = false;
    }
    static int paeth(int a, int b, int c)
    {
        const int p = a + b - c;
        const int pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
        if (pa <= pb && pa <= pc) return a;
        return pb <= pc ? b : c;
    }

    std::vector<unsigned char> m_row, m_above;
    std::size_t m_pixel;
    std::size_t m_filled = 0;
    unsigned char m_filter = 0;
    bool m_inRow = false;
};

class MeteredFlate : public QPDFStreamFilter {
public:
    bool setDecodeParms(QPDFObjectHandle parms) override
    {
        if (parms.isNull()) return true;
        if (!parms.isDictionary()) return false;
        const auto number = [&](const char* key, long long otherwise) {
            auto value = parms.getKey(key);
            return value.isInteger() ? value.getIntValue() : value.isNull() ? otherwise : -1;
        };
        const auto predictor = number("/Predictor", 1), columns = number("/Columns", 1), colors = number("/Colors", 1), bits = number("/BitsPerComponent", 8);
        if (predictor == 1) return true;
        constexpr long long kMaxColumns = 100'000;
        if (predictor < 10 || predictor > 15 || columns < 1 || columns > kMaxColumns || colors < 1 || colors > 32 || bits < 1 || bits > 16) return false;
        m_rowSize = static_cast<std::size_t>((columns * colors * bits + 7) / 8);
        m_pixelSize = static_cast<std::size_t>(qMax(1LL, colors * bits / 8));
        return true;
    }

    Pipeline* getDecodePipeline(Pipeline* next) override
    {
        if (m_rowSize > 0) {
            m_rows = std::make_unique<PngRowPipe>(next, m_rowSize, m_pixelSize);
            next = m_rows.get();
        }
        m_count = std::make_unique<CountingPipe>(next);
        m_flate = std::make_unique<Pl_Flate>("flate", m_count.get(), Pl_Flate::a_inflate);
        return m_flate.get();
    }

private:
    std::size_t m_rowSize = 0;
    std::size_t m_pixelSize = 1;
    std::unique_ptr<Pipeline> m_rows, m_count, m_flate;
};

class RefusingFilter : public QPDFStreamFilter {
public:
    bool setDecodeParms(QPDFObjectHandle) override { return false; }
    Pipeline* getDecodePipeline(Pipeline*) override { return nullptr; }
};

} // namespace

PdfMeter::PdfMeter(qint64 fileSize)
    : m_before{t_meter}, m_mayRead{limits::kMaxPdfReads * fileSize + limits::kMaxPdfReadExtra}, m_mayUnpack{limits::kMaxPdfXref}, m_mayToken{limits::kMaxPdfTokens}
{
    t_meter = this;
}

PdfMeter::~PdfMeter()
{
    t_meter = m_before;
}

PdfMeter* PdfMeter::current()
{
    return t_meter;
}

void PdfMeter::enter(Phase phase)
{
    m_phase = phase;
    m_mayUnpack = phase == Phase::Attachment ? limits::kMaxAttachment : limits::kMaxPdfStructure;
}

void PdfMeter::stop()
{
    m_spent = true;
    throw PdfLimitReached{};
}

void PdfMeter::countRead(const char* data, std::size_t size)
{
    m_mayRead -= static_cast<qint64>(size);
    if (m_spent || m_mayRead < 0) stop();
    if (data && m_phase != Phase::Attachment) countTokens(data, size);
}

void PdfMeter::countUnpacked(const char* data, std::size_t size)
{
    m_mayUnpack -= static_cast<qint64>(size);
    if (m_spent || m_mayUnpack < 0) stop();
    if (m_phase == Phase::Structure) countTokens(data, size);
}

void PdfMeter::countTokens(const char* data, std::size_t size)
{
    auto before = Gap;
    for (std::size_t i = 0; i < size; ++i) {
        const auto now = kCharClass[static_cast<unsigned char>(data[i])];
        m_mayToken -= now == Opening || (now == Regular && before != Regular);
        before = now;
    }
    if (m_mayToken < 0) stop();
}

std::shared_ptr<InputSource> meteredInput(QByteArrayView bytes, PdfMeter& meter)
{
    // Buffer never writes into memory it was given, but takes it as writable.
    auto* data = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(bytes.data()));
    auto buffer = std::make_unique<Buffer>(data, static_cast<std::size_t>(bytes.size()));
    return std::make_shared<MeteredInput>(buffer.release(), meter);
}

void installMeteredFilters()
{
    static std::once_flag once;
    std::call_once(once, [] {
        QPDF::registerStreamFilter("/FlateDecode", [] { return std::make_shared<MeteredFlate>(); });
        for (const auto* name : {"/LZWDecode", "/RunLengthDecode"}) QPDF::registerStreamFilter(name, [] { return std::make_shared<RefusingFilter>(); });
    });
}

} // namespace tresen::adapters::einvoice
