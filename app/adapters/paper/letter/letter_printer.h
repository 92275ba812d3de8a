// LetterPrinter: the PaperPrinter that draws PDF files on the thread pool. Made once by the composition root; called by Requests and Counter.
#pragma once
#include "app/ports/paper_printer.h"
#include <QImage>
#include <functional>
#include <memory>

namespace tresen::adapters::letter {

// Test doors of the proof. Both run between the intention and the decoding, so whatever they change must come out as a refusal.
struct Sabotage {
    std::function<void(ports::LetterContent&)> beforeDrawing;                  // what is drawn is not what was meant
    std::function<void(const QString& code, QImage& raster)> beforeDecoding;   // the paper is damaged; code is "link", "epc", "desk" or "tag"
};

class LetterPrinter final : public ports::PaperPrinter {
public:
    explicit LetterPrinter(Sabotage sabotage = {});
    ~LetterPrinter() override;

    // Both may be called from any thread. The printer may die before its answers are there.
    QFuture<Result<ports::PaperDocument>> letter(ports::LetterContent content) override;
    QFuture<Result<ports::PaperDocument>> receipt(ports::ReceiptContent content) override;
    QFuture<Result<ports::PaperDocument>> keyTags(std::vector<ports::KeyTagContent> tags) override;

    // Many letters as one file of one page each, for printing in one go: the faces are embedded once. Proven page by page, all or none.
    // At most kMaxBatch, Fault::Refused "paper.batch" beyond that or when empty.
    QFuture<Result<ports::PaperDocument>> letters(std::vector<ports::LetterContent> contents);
    static constexpr std::size_t kMaxBatch = 500;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace tresen::adapters::letter
