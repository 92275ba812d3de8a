#include "ui/common/page_stack.h"
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace tresen::ui;

namespace {

class Page final : public QWidget {
public:
    explicit Page(int least) : m_least{least} {}
    QSize minimumSizeHint() const override { return {100, m_least}; }

private:
    int m_least;
};

} // namespace

class TstPageStack final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTallPageMakesNoOtherScroll()
    {
        QScrollArea scroll;
        auto* box = new QWidget;
        auto* column = new QVBoxLayout{box};
        auto* stack = new PageStack;
        column->addWidget(stack);
        stack->addWidget(new Page{200});
        stack->addWidget(new Page{2'000});
        scroll.setWidgetResizable(true);
        scroll.setWidget(box);
        scroll.resize(400, 500);
        scroll.show();
        QVERIFY(QTest::qWaitForWindowExposed(&scroll));
        QCOMPARE(scroll.verticalScrollBar()->maximum(), 0);
        stack->setCurrentIndex(1);
        QTRY_VERIFY(scroll.verticalScrollBar()->maximum() > 1'000);
        stack->setCurrentIndex(0);
        QTRY_COMPARE(scroll.verticalScrollBar()->maximum(), 0);
    }
};

QTEST_MAIN(TstPageStack)
#include "tst_page_stack.moc"
