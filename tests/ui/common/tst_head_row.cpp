// HeadRow: in one row where there is room, below each other where there is none, and never wider at least than its widest control.
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/head_row.h"
#include "ui/common/theme.h"
#include <QApplication>
#include <QRegularExpression>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

class TstHeadRow : public QObject {
    Q_OBJECT

    struct Page : QWidget {
        HeadRow* head = new HeadRow{this};
        FigureLabel* title = new FigureLabel{type::title, &Theme::text, head};
        ActionButton* first = new ActionButton{u"Read the folder now"_s, head};
        ActionButton* second = new ActionButton{u"Print"_s, head};
        Page()
        {
            title->setText(u"Inbox of the workshop"_s);
            head->addWords(title);
            head->addControl(first);
            head->addControl(second);
            auto* column = new QVBoxLayout{this};
            column->setContentsMargins({});
            column->addWidget(head);
            column->addStretch();
        }
        QRect of(const QWidget* widget) const { return {widget->mapTo(this, QPoint{}), widget->size()}; }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light, 1); }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support propagateSizeHints)"_s}); }

    void foldsWhereItIsNarrow()
    {
        Page page;
        page.resize(900, 300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTRY_VERIFY(page.of(page.title).bottom() > page.of(page.first).top());   // side by side
        QCOMPARE(page.of(page.second).right(), 899);
        QCOMPARE(page.of(page.first).top(), page.of(page.second).top());
        const int low = page.head->height();

        const int least = page.head->minimumSizeHint().width();
        QVERIFY(least >= page.first->minimumSizeHint().width());
        QVERIFY(least < page.first->sizeHint().width() + page.second->sizeHint().width() + page.title->sizeHint().width());
        page.resize(least, 300);
        QTRY_VERIFY(page.head->height() > low);
        QVERIFY(page.of(page.first).top() >= page.of(page.title).bottom());
        QVERIFY(page.of(page.second).top() >= page.of(page.first).bottom());
        for (const auto* control : {page.first, page.second}) QVERIFY(page.rect().contains(page.of(control)));
        QVERIFY(page.head->rect().contains(page.second->geometry()));

        page.resize(900, 300);
        QTRY_COMPARE(page.head->height(), low);
    }
    void hiddenControlsTakeNoRoom()
    {
        Page page;
        page.resize(900, 300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const int left = page.of(page.first).left();
        page.second->hide();
        QTRY_VERIFY(page.of(page.first).left() > left);
        QTRY_COMPARE(page.of(page.first).right(), 899);
    }
};

QTEST_MAIN(TstHeadRow)
#include "tst_head_row.moc"
