// The law of the palette: text at least 4.5 to 1, in high contrast 7 to 1 (disabled 4.5); shapes, control borders and the focus frame at least 3 to 1,
// in every theme (WCAG 2.x, 1.4.3, 1.4.6 and 1.4.11).
#include "ui/common/state_look.h"
#include "ui/common/theme.h"
#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QTest>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

class TstTheme : public QObject {
    Q_OBJECT

    static double channel(double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); }
    static double luminance(const QColor& c) { return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF()); }
    static double contrast(const QColor& a, const QColor& b)
    {
        const double x = luminance(a), y = luminance(b);
        return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{u"."_s}); }

    void formula()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(QColor{0x77, 0x77, 0x77}, Qt::white) * 100), 448);
    }
    void contrast_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
        QTest::newRow("high contrast") << static_cast<int>(ThemeKind::HighContrast);
    }
    void contrast()
    {
        QFETCH(int, kind);
        const auto t = Theme::make(static_cast<ThemeKind>(kind));
        const auto reads = [](const char* what, const QColor& ink, const QColor& ground, double least) {
            if (contrast(ink, ground) < least) QFAIL(qPrintable(u"%1: %2 on %3 is %4"_s.arg(QLatin1StringView{what}, ink.name(), ground.name()).arg(contrast(ink, ground))));
        };
        const double least = t.highContrast() ? 7 : 4.5;
        for (const auto& ground : {t.canvas, t.surface, t.sunken, t.side, t.hover})
            for (const auto& ink : {t.text, t.text2, t.text3}) reads("text", ink, ground, least);
        reads("disabled", t.text3, t.buttonDisabled, 4.5);
        for (const auto& ground : {t.canvas, t.surface, t.side, t.sunken, t.accentTint, t.hover}) reads("accent text and focus frame", t.accentText, ground, least);
        reads("text of a chosen one", t.text, t.accentTint, least);
        reads("primary", t.onAccent, t.accent, least);
        reads("go", t.onVerdict, t.verdictGo, least);
        reads("stay", t.onVerdict, t.verdictStay, least);
        reads("toast", t.onToast, t.toast, least);
        reads("badge", t.surface, t.text, least);
        for (const auto& ground : {t.surface, t.canvas}) reads("control", t.control, ground, 3);
        reads("plate", t.plateText, t.plate, least);
        reads("plate done", t.text3, t.plateDone, least);
        for (int i = 0; i < kLooks; ++i) {
            const auto& tone = toneOf(static_cast<Look>(i), t);
            reads("word on tint", tone.word, tone.tint, least);
            reads("word on surface", tone.word, t.surface, least);
            reads("on solid", tone.on, tone.solid, least);
            reads("shape on tint", tone.solid, tone.tint, 3);
            reads("shape on surface", tone.solid, t.surface, 3);
            reads("amount on card", t.text, tone.tint, least);
            reads("zero amount on card", t.text2, tone.tint, least);
        }
    }
    void shapesDifferWithoutColour()
    {
        // Two states of different meaning must not have the same silhouette.
        QSet<QByteArray> seen;
        for (int i = 0; i <= static_cast<int>(Look::Cancelled); ++i) {
            QImage image{48, 48, QImage::Format_Grayscale8};
            image.fill(Qt::white);
            QPainter painter{&image};
            drawGlyph(painter, static_cast<Look>(i), QRectF{0, 0, 48, 48}, Qt::black, Qt::white);
            painter.end();
            QByteArray bits;
            for (int y = 0; y < 48; ++y) bits.append(reinterpret_cast<const char*>(image.constScanLine(y)), 48);
            QVERIFY2(!seen.contains(bits), qPrintable(wordOf(static_cast<Look>(i))));
            QVERIFY(bits.count('\0') > 20);
            seen.insert(bits);
        }
    }
    void themeReachesWidgets()
    {
        QPushButton button;
        applyTheme(*qApp, ThemeKind::Dark, 1.25);
        QVERIFY(themeOf(&button).dark());
        QCOMPARE(themeOf(&button).px(8), 10);
        QCOMPARE(qApp->palette().color(QPalette::Window), Theme::make(ThemeKind::Dark).canvas);
        const int dark = themeOf(&button).number();
        applyTheme(*qApp, ThemeKind::Light);
        QVERIFY(!themeOf(&button).dark());
        QVERIFY(themeOf(&button).number() != dark);
        QCOMPARE(Theme::make(ThemeKind::Light, 9).scale, 2.0);
        QCOMPARE(Theme::make(ThemeKind::Light, 0).scale, 0.8);
    }
    void systemThemeByLightness()
    {
        QCOMPARE(systemTheme(Theme::make(ThemeKind::Dark).palette()), ThemeKind::Dark);
        QCOMPARE(systemTheme(Theme::make(ThemeKind::Light).palette()), ThemeKind::Light);
    }
};

QTEST_MAIN(TstTheme)
#include "tst_theme.moc"
