#include "app/adapters/paper/letter/letter_printer.h"
#include "app/adapters/paper/letter/drawing.h"
#include "app/adapters/paper/letter/proof.h"
#include "app/adapters/paper/letter/repair.h"
#include <QCryptographicHash>
#include <QtConcurrent/QtConcurrentRun>
#include <exception>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {

using ports::LetterContent;
using ports::PaperDocument;

// Loaded by the first job, not in the caller's thread; a failure is remembered as such.
struct LetterPrinter::Shared {
    explicit Shared(Sabotage s) : sabotage{std::move(s)} {}
    const Result<std::shared_ptr<const Assets>>& loaded()
    {
        std::call_once(once, [this] { assets = Assets::load(); });
        return assets;
    }
    const Sabotage sabotage;
    std::once_flag once;
    Result<std::shared_ptr<const Assets>> assets = Error{Fault::Internal, u"paper.library"_s, u"not loaded"_s};
};

namespace {

// Taken from the contents alone, never from what was drawn.
std::vector<MeantCode> meantCodes(const LetterContent& content)
{
    std::vector<MeantCode> out;
    if (!content.payUrl.isEmpty()) out.push_back({u"link"_s, content.payUrl.toUtf8()});
    if (!content.epcPayload.isEmpty()) out.push_back({u"epc"_s, content.epcPayload});
    if (!content.deskCode.isEmpty()) out.push_back({u"desk"_s, content.deskCode.toUtf8()});
    return out;
}

Result<PaperDocument> proven(const Drawing& drawing, const std::vector<std::vector<MeantCode>>& meant, const Sabotage& sabotage)
{
    auto pdf = repaired(drawing.pdf, drawing.locale, drawing.title, drawing.usedRows);
    if (!pdf) return pdf.error();
    const auto codes = prove(pdf.value(), drawing.pages, meant, sabotage.beforeDecoding);
    if (!codes) return codes.error();
    const auto hash = QCryptographicHash::hash(pdf.value(), QCryptographicHash::Sha256);
    return PaperDocument{std::move(pdf).value(), static_cast<int>(drawing.pages.size()), hash, codes.value()};
}

Result<PaperDocument> madeLetters(std::vector<LetterContent> contents, const Assets& assets, const Sabotage& sabotage)
{
    std::vector<std::vector<MeantCode>> meant;
    for (auto& content : contents) {
        auto sound = checked(std::move(content));
        if (!sound) return sound.error();
        content = std::move(sound).value();
        meant.push_back(meantCodes(content));
        if (sabotage.beforeDrawing) sabotage.beforeDrawing(content);
    }
    const auto drawing = drawLetters(contents, assets);
    if (!drawing) return drawing.error();
    return proven(drawing.value(), meant, sabotage);
}

Result<PaperDocument> madeTags(std::vector<ports::KeyTagContent> tags, const Assets& assets, const Sabotage& sabotage)
{
    std::vector<std::vector<MeantCode>> meant;
    for (auto& tag : tags) {
        auto sound = checked(std::move(tag));
        if (!sound) return sound.error();
        tag = std::move(sound).value();
        meant.push_back({{u"tag"_s, tag.code.toUtf8()}});
    }
    const auto drawing = drawKeyTags(tags, assets);
    if (!drawing) return drawing.error();
    return proven(drawing.value(), meant, sabotage);
}

// No exception leaves a pool thread.
template <class F>
Result<PaperDocument> guarded(F&& make)
{
    try {
        return make();
    } catch (const std::exception& e) {
        return Error{Fault::Internal, u"paper.library"_s, QString::fromLocal8Bit(e.what()).left(120)};
    }
}

} // namespace

LetterPrinter::LetterPrinter(Sabotage sabotage) : m_shared{std::make_shared<Shared>(std::move(sabotage))} {}
LetterPrinter::~LetterPrinter() = default;

QFuture<Result<PaperDocument>> LetterPrinter::letter(LetterContent content)
{
    std::vector<LetterContent> one;
    one.push_back(std::move(content));
    return letters(std::move(one));
}

QFuture<Result<PaperDocument>> LetterPrinter::letters(std::vector<LetterContent> contents)
{
    return QtConcurrent::run([shared = m_shared, contents = std::move(contents)]() mutable -> Result<PaperDocument> {
        return guarded([&]() -> Result<PaperDocument> {
            if (contents.empty() || contents.size() > kMaxBatch) return Error{Fault::Refused, u"paper.batch"_s, QString::number(contents.size())};
            const auto& assets = shared->loaded();
            if (!assets) return assets.error();
            return madeLetters(std::move(contents), *assets.value(), shared->sabotage);
        });
    });
}

QFuture<Result<PaperDocument>> LetterPrinter::receipt(ports::ReceiptContent content)
{
    return QtConcurrent::run([shared = m_shared, content = std::move(content)]() -> Result<PaperDocument> {
        return guarded([&]() -> Result<PaperDocument> {
            const auto& assets = shared->loaded();
            if (!assets) return assets.error();
            const auto sound = checked(content);
            if (!sound) return sound.error();
            const auto drawing = drawReceipt(sound.value(), *assets.value());
            if (!drawing) return drawing.error();
            return proven(drawing.value(), {{}}, shared->sabotage);   // no code on it yet: nothing to compare, but the file must open
        });
    });
}

QFuture<Result<ports::PaperDocument>> LetterPrinter::keyTags(std::vector<ports::KeyTagContent> tags)
{
    return QtConcurrent::run([shared = m_shared, tags = std::move(tags)]() mutable -> Result<PaperDocument> {
        return guarded([&]() -> Result<PaperDocument> {
            if (tags.empty() || tags.size() > kMaxBatch) return Error{Fault::Refused, u"paper.batch"_s, QString::number(tags.size())};
            const auto& assets = shared->loaded();
            if (!assets) return assets.error();
            return madeTags(std::move(tags), *assets.value(), shared->sabotage);
        });
    });
}

} // namespace tresen::adapters::letter
