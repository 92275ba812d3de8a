// Papers before they are printed: every page can be looked at, by buttons and by keys, and a small label is drawn as sharp as a whole sheet.
#include "ui/common/action_button.h"
#include "ui/request/paper_sheet.h"
#include "ui/request/sheet_preview.h"
#include <QApplication>
#include <QBuffer>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

namespace {

QByteArray pages(int count, QSizeF millimetres)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QPdfWriter writer{&out};
    writer.setPageSize(QPageSize{millimetres, QPageSize::Millimeter});
    writer.setPageMargins({});
    QPainter painter{&writer};
    for (int page = 0; page < count; ++page) {
        if (page > 0) writer.newPage();
        painter.fillRect(QRect{0, 0, writer.width() / 2, writer.height() * (page + 1) / count}, Qt::black);
    }
    painter.end();
    return out.data();
}

} // namespace

class TstPaperSheet : public QObject {
    Q_OBJECT

    struct Desk {
        QWidget window;
        PaperSheet* sheet;
        SheetPreview* preview;

        explicit Desk(const QByteArray& pdf)
        {
            window.resize(1344, 812);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
            sheet = new PaperSheet{pdf, u"B-000001"_s, {}, &window};
            sheet->open();
            preview = sheet->findChild<SheetPreview*>();
            if (!QTest::qWaitFor([this] { return preview->isShowing(); }, 20'000)) qFatal("no page");
        }
        QString which() const { return sheet->findChild<QLabel*>(u"paper.page"_s)->text(); }
        ActionButton* button(const QString& name) const { return sheet->findChild<ActionButton*>(name); }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    void onePageHasNothingToLeafThrough()
    {
        Desk desk{pages(1, {148, 210})};
        QCOMPARE(desk.preview->pageCount(), 1);
        QVERIFY(!desk.button(u"paper.after"_s)->isVisible());
        QCOMPARE(QApplication::focusWidget(), desk.button(u"paper.print"_s));
    }
    void everyPageIsReached()
    {
        Desk desk{pages(3, {62, 29})};
        QCOMPARE(desk.which(), u"Page 1 of 3"_s);
        QVERIFY(!desk.button(u"paper.before"_s)->isEnabled());
        QCOMPARE(QApplication::focusWidget(), desk.button(u"paper.print"_s));   // Enter prints, whatever is leafed through
        QTest::mouseClick(desk.button(u"paper.after"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.which(), u"Page 2 of 3"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
        QTRY_COMPARE(desk.which(), u"Page 3 of 3"_s);
        QVERIFY(!desk.button(u"paper.after"_s)->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
        QTest::qWait(50);
        QCOMPARE(desk.preview->shownPage(), 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp);
        QTRY_COMPARE(desk.which(), u"Page 2 of 3"_s);
    }
    // The edge of the black field is one row of pixels wide at most: nothing has been blown up.
    void aLabelIsDrawnSharp()
    {
        Desk desk{pages(1, {62, 29})};
        const auto shown = desk.preview->grab().toImage();
        int grey = 0;
        for (int x = 0; x < shown.width(); ++x) {
            const int light = qGray(shown.pixel(x, shown.height() / 2));
            if (light > 40 && light < 215) ++grey;
        }
        QVERIFY2(grey <= 4, qPrintable(QString::number(grey)));
    }
};

QTEST_MAIN(TstPaperSheet)
#include "tst_paper_sheet.moc"
