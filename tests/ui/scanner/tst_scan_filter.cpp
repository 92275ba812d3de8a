// Keys as a scanner and as a person type them, into a window with a field that has the focus.
#include "ui/scanner/scan_filter.h"
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

class TstScanFilter : public QObject {
    Q_OBJECT

    // To the window and with the time it was struck at, as the system does; the field sees what the filter leaves. A machine that stops for a moment
    // between two keys makes no person of a scanner.
    void strike(int key, const QString& text = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_struckAt;
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event{type, key, modifiers, text};
            event.setTimestamp(m_struckAt);
            QCoreApplication::sendEvent(m_window->windowHandle(), &event);
        }
    }
    void type(const QString& text, int pauseMs = 0)
    {
        for (const QChar c : text) {
            c == u'\n' ? strike(Qt::Key_Return, u"\r"_s) : c == u'\t' ? strike(Qt::Key_Tab, u"\t"_s) : strike(c.toUpper().unicode(), QString{c}, c.isUpper() ? Qt::ShiftModifier : Qt::NoModifier);
            if (pauseMs > 0) QTest::qWait(pauseMs);
            m_struckAt += static_cast<quint64>(pauseMs);
        }
    }
    void settle() { QTest::qWait(ScanFilter::kIdleMs + 100); }

    quint64 m_struckAt = 1'000;      // milliseconds
    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_field = nullptr;
    QLineEdit* m_next = nullptr;
    std::unique_ptr<ScanFilter> m_filter;
    std::unique_ptr<QSignalSpy> m_scans, m_entered;

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_field = new QLineEdit;
        auto* column = new QVBoxLayout{m_window.get()};
        column->addWidget(m_field);
        m_next = new QLineEdit;
        column->addWidget(m_next);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
        m_filter = std::make_unique<ScanFilter>();
        qApp->installEventFilter(m_filter.get());
        m_scans = std::make_unique<QSignalSpy>(m_filter.get(), &ScanFilter::scanned);
        m_entered = std::make_unique<QSignalSpy>(m_field, &QLineEdit::returnPressed);
    }
    void cleanup() { m_filter.reset(); }

    void aFastCodeIsAScanAndTheFieldStaysAsItWas()
    {
        m_field->setText(u"abc"_s);
        type(u"T01004182K\n"_s);
        QCOMPARE(m_scans->count(), 1);
        QCOMPARE(m_scans->front().front().toString(), u"T01004182K"_s);
        settle();
        QCOMPARE(m_field->text(), u"abc"_s);
        QCOMPARE(m_entered->count(), 0);
    }
    void whatAPersonTypesArrivesWhole()
    {
        type(u"M-AB 1234\n"_s, 60);
        settle();
        QCOMPARE(m_field->text(), u"M-AB 1234"_s);
        QCOMPARE(m_entered->count(), 1);
        QCOMPARE(m_scans->count(), 0);
    }
    void aFastPersonIsAPerson_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("few keys") << u"4118\n"_s;
        QTest::newRow("no return") << u"Lindner"_s;
    }
    void aFastPersonIsAPerson()
    {
        QFETCH(QString, typed);
        type(typed);
        settle();
        QCOMPARE(m_field->text(), typed.trimmed());
        QCOMPARE(m_entered->count(), typed.contains(u'\n') ? 1 : 0);
        QCOMPARE(m_scans->count(), 0);
    }
    void editingKeysAreNotHeldBack()
    {
        type(u"ab"_s);
        strike(Qt::Key_Backspace);
        QCOMPARE(m_field->text(), u"a"_s);   // at once, and after the letters
        strike(Qt::Key_A, {}, Qt::ControlModifier);
        type(u"c"_s);
        settle();
        QCOMPARE(m_field->text(), u"c"_s);
    }
    void aKeyHeldDownIsNoScanner()
    {
        for (int i = 0; i < 10; ++i) {
            QKeyEvent event{QEvent::KeyPress, Qt::Key_X, Qt::NoModifier, u"x"_s, i > 0};
            QCoreApplication::sendEvent(m_window->windowHandle(), &event);
        }
        strike(Qt::Key_Return, u"\r"_s);
        QCOMPARE(m_scans->count(), 0);
        QCOMPARE(m_field->text(), QString(10, u'x'));
        QCOMPARE(m_entered->count(), 1);
    }
    void aTransferCodeIsOneScan()
    {
        const auto code = u"BCD\n002\n1\nSCT\n\nAutohaus Lindner GmbH\nDE89370400440532013000\nEUR684.30\n\n\n2026-4118\n"_s;
        type(code);
        QCOMPARE(m_scans->count(), 0);
        QTRY_COMPARE(m_scans->count(), 1);
        QCOMPARE(m_scans->front().front().toString(), code);
        QCOMPARE(m_field->text(), QString{});
        QCOMPARE(m_entered->count(), 0);
    }
    void withAPrefixSlowScannersAreKnownToo()
    {
        m_filter->setPrefix(QKeyCombination{Qt::Key_F9});
        m_filter->setSpeedRule(false);
        type(u"fast typing\n"_s);
        QCOMPARE(m_field->text(), u"fast typing"_s);
        m_field->clear();
        strike(Qt::Key_F9);
        type(u"12345678\n"_s, 50);
        QCOMPARE(m_scans->count(), 1);
        QCOMPARE(m_field->text(), QString{});
        m_filter->setPrefix(Qt::CTRL | Qt::Key_B);
        strike(Qt::Key_B, u"\u0002"_s, Qt::ControlModifier);
        type(u"T1\n"_s);
        QCOMPARE(m_scans->count(), 2);
        QCOMPARE(m_scans->back().front().toString(), u"T1"_s);
    }
    void thePrefixPressedByHandTakesNothingAway()
    {
        m_filter->setPrefix(QKeyCombination{Qt::Key_F9});
        strike(Qt::Key_F9);
        type(u"ab"_s);
        QTRY_COMPARE(m_field->text(), u"ab"_s);
        QCOMPARE(m_scans->count(), 0);
    }
    void aScannerWithoutReturnIsHeardAfterItsPrefix()
    {
        m_filter->setPrefix(QKeyCombination{Qt::Key_F9});
        strike(Qt::Key_F9);
        type(u"T01004182K"_s);
        QTRY_COMPARE(m_scans->count(), 1);
        QCOMPARE(m_field->text(), QString{});
    }
    void aTabEndsACodeAndTheFocusStays_data()
    {
        QTest::addColumn<int>("suffix");
        QTest::addColumn<QString>("end");
        for (const auto suffix : {ScanFilter::Suffix::Enter, ScanFilter::Suffix::Tab, ScanFilter::Suffix::None})
            for (const auto& end : {u"\t"_s, u"\n\t"_s, u"\t\n"_s, u"\t\t"_s})
                if (suffix != ScanFilter::Suffix::Tab || !end.startsWith(u'\n')) QTest::newRow(qPrintable(u"%1 %2"_s.arg(int(suffix)).arg(QString{end}.replace(u'\t', u'T').replace(u'\n', u'R')))) << int(suffix) << end;
    }
    void aTabEndsACodeAndTheFocusStays()
    {
        QFETCH(int, suffix);
        QFETCH(QString, end);
        m_filter->setSuffix(static_cast<ScanFilter::Suffix>(suffix));
        type(u"T01004182K"_s + end);
        QCOMPARE(m_scans->count(), 1);
        QCOMPARE(m_scans->front().front().toString(), u"T01004182K"_s);
        settle();
        QCOMPARE(m_scans->count(), 1);
        QCOMPARE(m_field->text(), QString{});
        QVERIFY(m_field->hasFocus());
        QCOMPARE(m_entered->count(), 0);
        m_filter->setPrefix(QKeyCombination{Qt::Key_F9});
        strike(Qt::Key_F9);
        type(u"R-1"_s + end);
        QTRY_COMPARE(m_scans->count(), 2);
        settle();
        QVERIFY(m_field->hasFocus());
        QCOMPARE(m_field->text(), QString{});
    }
    void aPersonsTabMovesOn()
    {
        type(u"Lindner"_s, 60);
        strike(Qt::Key_Tab, u"\t"_s);
        QTRY_VERIFY(m_next->hasFocus());
        QCOMPARE(m_field->text(), u"Lindner"_s);
        m_filter->setPrefix(QKeyCombination{Qt::Key_F9});
        m_field->setFocus();
        strike(Qt::Key_F9);
        strike(Qt::Key_Tab, u"\t"_s);
        QTRY_VERIFY(m_next->hasFocus());
        QCOMPARE(m_scans->count(), 0);
    }
    void aSilenceEndsTheCodeOfAScannerWithoutSuffix()
    {
        m_filter->setSuffix(ScanFilter::Suffix::None);
        type(u"T01004182K"_s);
        QTRY_COMPARE(m_scans->count(), 1);
        QCOMPARE(m_field->text(), QString{});
        type(u"4118"_s);                                   // too short for a scanner
        QTRY_COMPARE(m_field->text(), u"4118"_s);
        type(u"M-AB 1234"_s, 60);
        QTRY_COMPARE(m_field->text(), u"4118M-AB 1234"_s);
        QCOMPARE(m_scans->count(), 1);
    }
    void secretsAreNeverHeldBack()
    {
        m_field->setEchoMode(QLineEdit::Password);
        type(u"12345678\n"_s);
        QCOMPARE(m_scans->count(), 0);
        QCOMPARE(m_field->text(), u"12345678"_s);
    }
    void fault_51_anEndlessCodeIsCut()
    {
        m_filter->setPrefix(QKeyCombination{Qt::Key_F9});
        strike(Qt::Key_F9);
        type(QString{100'000, u'1'} + u'\n');
        QCOMPARE(m_scans->count(), 1);
        QVERIFY(m_scans->front().front().toString().size() < 1'000);
    }
    void fault_51_anEndlessCodeWithoutAPrefixIsCutToo()
    {
        type(QString{100'000, u'1'} + u'\n');
        QCOMPARE(m_scans->count(), 1);
        QVERIFY(m_scans->front().front().toString().size() < 1'000);
        settle();
        QCOMPARE(m_field->text(), QString{});
    }
};

QTEST_MAIN(TstScanFilter)
#include "tst_scan_filter.moc"
