// The manual inside the program: every part in both languages, found by its words, shown without its pictures.
#include "ui/common/theme.h"
#include "ui/help/manual_page.h"
#include "ui/settings/section_list.h"
#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

class TstManual final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), ThemeKind::Light); }

    void bothLanguagesHaveTheSameParts()
    {
        const auto de = manualTexts(u"de"_s), en = manualTexts(u"en"_s);
        QVERIFY(de.size() >= 10);
        QCOMPARE(de.size(), en.size());
        for (std::size_t i = 0; i < de.size(); ++i) {
            QCOMPARE(de[i].id, en[i].id);
            QVERIFY(de[i].icon == en[i].icon && de[i].icon != u"help" && QFile::exists(u":/icons/%1.svg"_s.arg(de[i].icon)));
            QVERIFY(!de[i].title.contains(u'<') && !de[i].markdown.contains(u"<!--"));
            QVERIFY(!de[i].title.isEmpty() && de[i].title != en[i].title);
            QVERIFY(!de[i].markdown.contains(u"![") && !en[i].markdown.contains(u"!["));
        }
        QCOMPARE(manualTexts(u"xx"_s).front().title, en.front().title);
    }

    void partsAreChosenAndSearched()
    {
        ManualPage page{u"de"_s};
        page.resize(1100, 760);
        page.QWidget::show();
        auto* text = page.findChild<QTextBrowser*>(u"manual.text"_s);
        auto* search = page.findChild<QLineEdit*>(u"manual.search"_s);
        QCOMPARE(page.shown(), u"01-day"_s);
        QVERIFY(text->toPlainText().contains(u"Tafel"));
        QVERIFY(!text->accessibleName().isEmpty() && !search->accessibleName().isEmpty());
        const auto button = [&page](const QString& id) { return page.findChild<SectionButton*>(u"manual.part."_s + id); };
        QTest::mouseClick(button(u"05-key"_s), Qt::LeftButton);
        QCOMPARE(page.shown(), u"05-key"_s);
        QVERIFY(text->toPlainText().startsWith(u"Schlüssel"));
        QTest::keyClicks(search, u"seriell"_s);
        QCOMPARE(page.shown(), u"07-scanner"_s);
        QVERIFY(button(u"07-scanner"_s)->isVisible() && !button(u"04-payment"_s)->isVisible());
        QTest::keyClicks(search, u" nirgends"_s);
        QVERIFY(!text->isVisible());
        search->clear();
        QVERIFY(text->isVisible() && button(u"04-payment"_s)->isVisible());
    }
};

QTEST_MAIN(TstManual)
#include "tst_manual.moc"
