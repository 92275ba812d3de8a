#include "app/adapters/paper/letter/drawing.h"
#include "app/adapters/paper/letter/key_tag_page.h"
#include "app/adapters/paper/letter/letter_page.h"
#include "app/adapters/paper/letter/receipt_page.h"
#include "app/domain/iban.h"
#include "app/domain/pay_codes.h"
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {
namespace {

constexpr double kEdge = 4;          // mm no printer reaches
constexpr double kLabelEdge = 1.5;   // the same of a label printer
constexpr double kWidestLabel = 120; // mm
constexpr double kTouch = 0.05;      // mm: neighbours may touch, not cross

Error refused(const char* code, const QString& detail)
{
    return Error{Fault::Refused, QString::fromLatin1(code), detail};
}

void clean(QString& text) { text = drawable(text); }

void clean(ports::Letterhead& w)
{
    for (QString* text : {&w.name, &w.tagline, &w.legalName, &w.street, &w.postcode, &w.city, &w.phone, &w.email, &w.web, &w.director, &w.register_,
                          &w.vatId, &w.bankName, &w.iban, &w.bic, &w.openingHours, &w.accent})
        clean(*text);
}

// The transfer code and the four lines beside it must say the same, or the owner pays something else than he reads.
std::optional<Error> transferFault(const ports::LetterContent& c)
{
    if (c.epcPayload.isEmpty()) return {};
    const auto epc = domain::parseEpc(c.epcPayload);
    if (!epc) return refused("paper.code_differs", u"epc: "_s + epc.error().code);
    const auto& t = epc.value();
    // A sheet of the sample workshop may show what the code looks like, but whoever scans it must see at once that it is none to pay.
    if (c.training && !t.text.startsWith(kTrainingMark)) return refused("paper.training_transfer", t.text);
    if (t.amount != c.open) return refused("paper.code_differs", u"epc: amount"_s);
    if (t.iban != domain::compactIban(c.payeeIban)) return refused("paper.code_differs", u"epc: iban"_s);
    if (drawable(t.holder) != c.payeeHolder) return refused("paper.code_differs", u"epc: holder"_s);
    if (drawable(t.reference.isEmpty() ? t.text : t.reference) != c.transferText) return refused("paper.code_differs", u"epc: text"_s);
    return {};
}

std::optional<Error> linkFault(const ports::LetterContent& c)
{
    if (c.payUrl.isEmpty()) return {};
    const bool plain = std::all_of(c.payUrl.begin(), c.payUrl.end(), [](QChar ch) { return ch > u' ' && ch < u'\u007f'; });
    const QUrl url{c.payUrl, QUrl::StrictMode};
    const bool secure = url.scheme() == u"https"_s || (c.training && url.scheme() == u"http"_s);
    if (!plain || !url.isValid() || !secure || url.host().isEmpty()) return refused("paper.link", c.payUrl.left(40));
    if (!c.payToken.isEmpty() && !url.path().endsWith(u'/' + c.payToken)) return refused("paper.code_differs", u"link: token"_s);
    return {};
}

} // namespace

Result<std::shared_ptr<const Assets>> Assets::load()
{
    auto fonts = FontSet::load();
    if (!fonts) return fonts.error();
    std::vector<Texts> tables;
    for (const auto& language : domain::ownerLanguages()) {
        auto table = Texts::load(language);
        if (!table) return table.error();
        tables.push_back(std::move(table).value());
    }
    return std::shared_ptr<const Assets>{std::make_shared<Assets>(Assets{fonts.value(), std::move(tables), std::make_shared<LookCache>()})};
}

const Texts& Assets::texts(const QString& language) const
{
    const auto& wanted = domain::ownerLanguageOr(language);
    return *std::find_if(tables.begin(), tables.end(), [&](const Texts& t) { return t.language().code == wanted.code; });
}

Result<ports::LetterContent> checked(ports::LetterContent c)
{
    clean(c.workshop);
    for (QString* text : {&c.salutationName, &c.invoiceNumber, &c.orderNumber, &c.customerNumber, &c.advisor, &c.advisorPhone, &c.plate, &c.vehicle,
                          &c.work, &c.payMethods, &c.payeeHolder, &c.payeeIban, &c.transferText, &c.deskCode})
        clean(*text);
    for (auto& line : c.addressee) clean(line);
    c.addressee.removeAll(QString{});
    for (auto& row : c.rows) clean(row.label);
    if (!c.open.isPositive() || !c.open.currency().isEuro()) return refused("paper.amount", domain::plainAmount(c.open));
    for (const auto& row : c.rows) {
        if (!row.amount.currency().isEuro()) return refused("paper.amount", row.amount.currency().code());
        if (row.kind == ports::LetterRow::Kind::Open && row.amount != c.open) return refused("paper.code_differs", u"rows: open"_s);
    }
    if (const auto fault = linkFault(c)) return *fault;
    if (const auto fault = transferFault(c)) return *fault;
    return c;
}

Result<ports::ReceiptContent> checked(ports::ReceiptContent c)
{
    clean(c.workshop);
    for (QString* text : {&c.receiptNumber, &c.till, &c.cashier, &c.invoiceNumber, &c.plate, &c.vehicle, &c.externalReceipt}) clean(*text);
    for (const auto& amount : {c.openBefore, c.paid, c.tendered, c.change, c.openAfter})
        if (!amount.currency().isEuro()) return refused("paper.amount", amount.currency().code());
    return c;
}

Result<ports::KeyTagContent> checked(ports::KeyTagContent c)
{
    for (QString* text : {&c.plate, &c.hook, &c.hookWord, &c.number, &c.orderNumber, &c.code}) clean(*text);
    if (c.width < 40 || c.width > kWidestLabel || c.height < 20 || c.height > 80) return refused("paper.tag_size", u"%1 x %2"_s.arg(c.width).arg(c.height));
    return c;
}

namespace {

Result<Drawing> finished(Canvas& canvas, const Texts& texts, const QString& title)
{
    auto pdf = canvas.save();
    if (!pdf) return pdf.error();
    for (const auto& page : canvas.pages())
        if (const auto fault = layoutFault(page); !fault.isEmpty()) return refused("paper.text_too_long", fault);
    return Drawing{std::move(pdf).value(), canvas.pages(), canvas.usedRows(), texts("locale"), title};
}

} // namespace

Result<Drawing> drawLetters(const std::vector<ports::LetterContent>& contents, const Assets& assets)
{
    Canvas canvas{assets.fonts};
    for (const auto& content : contents) {
        const auto look = assets.looks->of(content.workshop);
        if (!look) return look.error();
        LetterPage{canvas, assets.texts(content.language), content, look.value()}.draw();
        if (canvas.fault()) return *canvas.fault();
    }
    const auto& texts = assets.texts(contents.front().language);
    return finished(canvas, texts, texts("document_title", contents.size() == 1 ? contents.front().invoiceNumber : QString::number(contents.size())));
}

Result<Drawing> drawReceipt(const ports::ReceiptContent& content, const Assets& assets)
{
    const auto look = assets.looks->of(content.workshop);
    if (!look) return look.error();
    const auto& texts = assets.texts(content.language);
    Canvas canvas{assets.fonts};
    ReceiptPage{canvas, texts, content, look.value()}.draw();
    return finished(canvas, texts, texts("receipt_title") + u' ' + content.receiptNumber);
}

Result<Drawing> drawKeyTags(const std::vector<ports::KeyTagContent>& tags, const Assets& assets)
{
    Canvas canvas{assets.fonts};
    for (const auto& tag : tags) {
        KeyTagPage{canvas, assets.texts(tag.language), tag}.draw();
        if (canvas.fault()) return *canvas.fault();
    }
    return finished(canvas, assets.texts(tags.front().language), tags.size() == 1 ? tags.front().plate : QString::number(tags.size()));
}

QString layoutFault(const PageRecord& page)
{
    const auto crosses = [](QRectF a, const QRectF& b) { return a.adjusted(kTouch, kTouch, -kTouch, -kTouch).intersects(b); };
    const double edge = page.size.width() <= kWidestLabel ? kLabelEdge : kEdge;
    const QRectF inside{edge, edge, page.size.width() - 2 * edge, page.size.height() - 2 * edge};
    for (std::size_t i = 0; i < page.texts.size(); ++i) {
        const auto& one = page.texts[i];
        if (!inside.contains(one.area)) return u"edge: "_s + one.text.left(40);
        for (const auto& code : page.codes)
            if (crosses(one.area, code.area)) return u"%1: %2"_s.arg(code.name, one.text.left(40));
        for (std::size_t k = i + 1; k < page.texts.size(); ++k)
            if (crosses(one.area, page.texts[k].area)) return u"%1 / %2"_s.arg(one.text.left(40), page.texts[k].text.left(40));
    }
    for (const auto& code : page.codes)
        if (!inside.contains(code.area)) return u"edge: "_s + code.name;
    return {};
}

} // namespace tresen::adapters::letter
