#include "ui/wizard/test_page.h"
#include "app/domain/iban.h"
#include "ui/common/theme.h"
#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kTestDpi = 300;
constexpr int kMarginMm = 10, kPageWidthMm = 210, kPageHeightMm = 297, kRulerMm = 100;

int ofMm(qreal mm) { return qRound(mm * kTestDpi / 25.4); }

QRect boxMm(int x, int y, int width, int height) { return {ofMm(x), ofMm(y), ofMm(width), ofMm(height)}; }

void writeLine(QPainter& painter, int yMm, int sizePt, bool strong, const QString& text)
{
    QFont font{u"Inter"_s, sizePt};
    font.setFamilies({u"Inter"_s, u"Segoe UI"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.drawText(boxMm(25, yMm, 160, 20), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
}

// Ten centimetres with a mark at each: laid beside a real ruler it tells whether the printer scales.
void drawRuler(QPainter& painter, int yMm)
{
    painter.drawLine(ofMm(25), ofMm(yMm), ofMm(25 + kRulerMm), ofMm(yMm));
    for (int i = 0; i <= kRulerMm; i += 10) painter.drawLine(ofMm(25 + i), ofMm(yMm), ofMm(25 + i), ofMm(yMm) - ofMm(i % 50 == 0 ? 6 : 3));
}

} // namespace

QString TestPage::title() { return tr("Test page"); }

QByteArray TestPage::pdf(const services::Settings& settings)
{
    QByteArray bytes;
    QBuffer buffer{&bytes};
    if (!buffer.open(QIODevice::WriteOnly)) return {};
    QPdfWriter writer{&buffer};
    writer.setTitle(title());
    writer.setResolution(kTestDpi);
    writer.setPageSize(QPageSize{QPageSize::A4});
    writer.setPageMargins({});
    QPainter painter{&writer};
    painter.setPen(QPen{Qt::black, static_cast<qreal>(ofMm(0.3))});
    painter.drawRect(boxMm(kMarginMm, kMarginMm, kPageWidthMm - 2 * kMarginMm, kPageHeightMm - 2 * kMarginMm));
    const auto v = [&settings](const char* key) { return settings.value(QLatin1StringView{key}); };
    writeLine(painter, 25, 22, true, tr("Test page"));
    writeLine(painter, 38, 11, false, tr("It is in order when the frame is whole on all four sides and the line below is exactly ten centimetres long."));
    drawRuler(painter, 68);
    writeLine(painter, 80, 13, true, v("company.name"));
    writeLine(painter, 88, 11, false, QStringList{v("company.street"), (v("company.postcode") + u' ' + v("company.city")).trimmed()}.join(u'\n').trimmed());
    if (const auto iban = v("payee.iban"); !iban.isEmpty())
        writeLine(painter, 104, 11, false, u"%1\n%2"_s.arg(v("payee.holder"), domain::groupedIban(iban)));
    writeLine(painter, 124, 11, false, tr("Letters, digits, signs:"));
    writeLine(painter, 131, 13, false, u"ÄÖÜ äöü ß é ç ł ş · 0123456789 · 1.234,50 €"_s);
    for (int i = 0; i < 8; ++i) {
        const int grey = i * 32;
        painter.fillRect(boxMm(25 + i * 12, 150, 12, 14), QColor{grey, grey, grey});
    }
    painter.end();
    buffer.close();
    return bytes;
}

} // namespace tresen::ui
