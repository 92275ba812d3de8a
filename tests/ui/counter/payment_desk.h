// PaymentDesk: a window with the payment sheet over it, for the tests of that sheet.
#pragma once
#include "tests/ui/desk_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/theme.h"
#include "ui/counter/payment_sheet.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace tresen::test {

using namespace Qt::Literals::StringLiterals;
using ui::PaymentSheet;
using ui::Sheet;
using State = PaymentSheet::State;

// A window with the sheet over it, fed as the main window does it.
struct Desk : DeskFixture {
    QWidget window;
    PaymentSheet* sheet;

    Desk()
    {
        window.resize(1440, 900);
        window.setFocusPolicy(Qt::StrongFocus);
        sheet = new PaymentSheet{*counter, clock, &window};
        QObject::connect(feed.get(), &services::JournalFeed::rowsChanged, sheet, [this](const std::vector<domain::BoardRow>& rows) {
            for (const auto& row : rows) sheet->itemChanged(row);
        });
        window.show();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
    }
    bool opened(const QString& number, State wanted = State::Input)
    {
        sheet->pay(item(number), u"12"_s);
        const bool there = QTest::qWaitFor([&] { return sheet->state() == wanted; }, kPatienceMs);
        QTest::qWait(Sheet::kEnterInertMs + 30);
        return there;
    }
    bool reaches(State wanted)
    {
        const bool there = QTest::qWaitFor([&] { return sheet->state() == wanted; }, kPatienceMs);
        QTest::qWait(Sheet::kEnterInertMs + 30);
        return there;
    }
    QString text(const char* name) { return find<QLabel>(*sheet, name)->text().replace(u'\u00A0', u' '); }
    void keys_(const QString& text)
    {
        for (const QChar c : text) QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
    }
    bool mayBook() { return button(*sheet, "pay.book")->isEnabled(); }
    void writeReason()
    {
        press(*sheet, "reason.option1");
        find<QPlainTextEdit>(*sheet, "reason.text")->setPlainText(u"portal down since nine"_s);
    }
};

} // namespace tresen::test
