// PdfMeter: how much work one foreign PDF may cause. libqpdf has no limits of its own, so its input and its decompression run through
// this. Used by pdf_attachment.cpp.
#pragma once
#include "app/adapters/workshop/einvoice/qpdf_headers.h"
#include <QByteArrayView>
#include <memory>
#include <qpdf/InputSource.hh>
#include <stdexcept>

namespace tresen::adapters::einvoice {

struct PdfLimitReached : std::runtime_error {
    PdfLimitReached() : std::runtime_error{"limit reached"} {}
};

// Counts bytes read, tokens seen and bytes unpacked; throws PdfLimitReached from then on once a limit is passed. Work is counted, not
// time: the same file gives the same answer on a slow machine. One per file, current for its thread while it lives.
class PdfMeter {
public:
    explicit PdfMeter(qint64 fileSize);
    ~PdfMeter();
    PdfMeter(const PdfMeter&) = delete;
    PdfMeter& operator=(const PdfMeter&) = delete;

    enum class Phase { Opening, Structure, Attachment };   // what is unpacked now: the cross-reference, objects, the invoice
    void enter(Phase phase);
    bool isSpent() const { return m_spent; }

    void countRead(const char* data, std::size_t size);
    void countUnpacked(const char* data, std::size_t size);

    static PdfMeter* current();

private:
    void countTokens(const char* data, std::size_t size);
    [[noreturn]] void stop();

    PdfMeter* m_before;
    Phase m_phase = Phase::Opening;
    qint64 m_mayRead;
    qint64 m_mayUnpack;
    qint64 m_mayToken;
    bool m_spent = false;
};

// The file as libqpdf wants it, counted. The bytes must outlive it.
std::shared_ptr<InputSource> meteredInput(QByteArrayView bytes, PdfMeter& meter);

// Puts counted decompression in the place of libqpdf's own, for the whole process, once. Outside a PdfMeter nothing is limited. LZW and
// run-length streams are not read at all: no PDF/A-3 has them in its structure, and they unpack without bounds.
void installMeteredFilters();

} // namespace tresen::adapters::einvoice
