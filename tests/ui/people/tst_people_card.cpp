// People on the settings page, proposals on the page of tasks, and a locked setting with two persons: by clicks over a real store.
#include "tests/ui/people/people_kit.h"
#include "ui/common/action_button.h"
#include "ui/common/calm_combo_box.h"
#include "ui/common/figures.h"
#include "ui/people/people_card.h"
#include "ui/people/person_sheet.h"
#include "ui/settings/unlock_sheet.h"
#include "ui/tasks/proposal_strip.h"
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

namespace {

const QString kFirstIban = u"DE89370400440532013000"_s, kSecondIban = u"DE02120300000000202051"_s;

} // namespace

class TstPeopleCard : public QObject {
    Q_OBJECT

    struct Desk : test::PeopleKit {
        PeopleCard* card = nullptr;

        void showCard()
        {
            card = new PeopleCard{people};
            auto* column = new QVBoxLayout{&window};
            column->addWidget(card);
            column->addStretch();
            QTRY_VERIFY(card->isVisible());
        }
        ActionButton* button(const QString& name) { return test::part<ActionButton>(window, name); }
        PersonSheet* sheet()
        {
            auto* found = window.findChild<PersonSheet*>();
            if (!found) qFatal("no sheet");
            QTest::qWait(Sheet::kEnterInertMs + 50);
            return found;
        }
        QLineEdit* line(QWidget* in, const QString& name) { return test::part<QLineEdit>(*in, name); }
        void typePin(QWidget* in, const QString& pin, const QString& again)
        {
            line(in, u"person.pin"_s)->setText(pin);
            line(in, u"person.again"_s)->setText(again);
        }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void theFirstPersonIsAManager()
    {
        Desk desk;
        desk.showCard();
        QTest::mouseClick(desk.button(u"settings.people.add"_s), Qt::LeftButton);
        auto* sheet = desk.sheet();
        QCOMPARE(test::part<CalmComboBox>(*sheet, u"person.role"_s)->count(), 1);
        QVERIFY(test::namelessIn(*sheet).isEmpty());
        auto* save = test::part<ActionButton>(*sheet, u"person.save"_s);
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(desk.line(sheet, u"person.name"_s), u"Anna Keller"_s);
        desk.typePin(sheet, u"1234"_s, u"1234"_s);
        QVERIFY(!save->isEnabled());                                    // guessed first
        desk.typePin(sheet, u"4711"_s, u"4712"_s);
        QVERIFY(!save->isEnabled());                                    // the two differ
        desk.typePin(sheet, u"4711"_s, u"4711"_s);
        QVERIFY(save->isEnabled());
        QSignalSpy saved{sheet, &PersonSheet::saved};
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(desk.people.current()->name, u"Anna Keller"_s);
        QVERIFY(desk.button(u"settings.people.change.0"_s)->isEnabled());
    }
    void rolesAndLeavingAreSaved()
    {
        Desk desk;
        desk.engage();
        desk.showCard();
        QTest::mouseClick(desk.button(u"settings.people.change.1"_s), Qt::LeftButton);
        auto* sheet = desk.sheet();
        QVERIFY(!test::part<ActionButton>(*sheet, u"person.save"_s)->isEnabled());   // nothing is changed
        auto* role = test::part<CalmComboBox>(*sheet, u"person.role"_s);
        role->setCurrentIndex(role->findData(static_cast<int>(domain::Role::Cashier)));
        QTest::mouseClick(test::part<ActionButton>(*sheet, u"person.off"_s), Qt::LeftButton);
        QTest::mouseClick(test::part<ActionButton>(*sheet, u"person.save"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.people.known().find(desk.ben)->user.off);
        QCOMPARE(desk.people.known().find(desk.ben)->user.role, domain::Role::Cashier);
    }
    void theLastManagerStays()
    {
        Desk desk;
        desk.engage();
        desk.showCard();
        QTest::mouseClick(desk.button(u"settings.people.change.0"_s), Qt::LeftButton);
        auto* sheet = desk.sheet();
        QTest::mouseClick(test::part<ActionButton>(*sheet, u"person.off"_s), Qt::LeftButton);
        QTest::mouseClick(test::part<ActionButton>(*sheet, u"person.save"_s), Qt::LeftButton);
        QTRY_VERIFY(!test::part<FigureLabel>(*sheet, u"person.message"_s)->text().isEmpty());
        QVERIFY(sheet->isOpen());
        QVERIFY(desk.people.known().find(desk.anna)->user.active());
    }
    void whoMayNotIsToldWhy()
    {
        Desk desk;
        desk.engage();
        desk.comeIn(desk.ben, u"8150"_s);
        desk.showCard();
        auto* add = desk.button(u"settings.people.add"_s);
        QVERIFY(!add->isEnabled());
        QVERIFY(add->toolTip().contains(u"manage users"));
        QVERIFY(!add->accessibleDescription().isEmpty());
    }
    void theAccountNeedsTwo()
    {
        Desk desk;
        desk.set(u"payee.iban"_s, kFirstIban);
        desk.engage();
        auto* sheet = new UnlockSheet{desk.settings, *domain::findSetting(u"payee.iban"_s), &desk.window};
        int asked = 0;
        std::function<void(const services::Agreement&)> goOn;
        sheet->setSecond([&](domain::Right right, std::function<void(const services::Agreement&)> agreed) {
            ++asked;
            QCOMPARE(right, domain::Right::ChangePayee);
            goOn = std::move(agreed);
        });
        sheet->open(sheet->firstInput());
        QTest::qWait(Sheet::kEnterInertMs + 50);
        desk.line(sheet, u"unlock.value"_s)->setFocus();
        desk.line(sheet, u"unlock.value"_s)->clear();
        QTest::keyClicks(desk.line(sheet, u"unlock.value"_s), kSecondIban);
        QTest::keyClicks(desk.line(sheet, u"unlock.reason"_s), u"Neues Konto bei der Bank"_s);
        QSignalSpy changed{sheet, &UnlockSheet::changed};
        QTest::mouseClick(test::part<ActionButton>(*sheet, u"unlock.store"_s), Qt::LeftButton);
        QTRY_COMPARE(asked, 1);
        QCOMPARE(desk.settings.value(u"payee.iban"_s), kFirstIban);
        std::optional<services::Agreement> agreement;
        desk.people.agree(domain::Right::ChangePayee, desk.carla, Secret{u"2907"_s}, [&](const Result<services::Agreement>& a) { agreement = a.value(); });
        QTRY_VERIFY(agreement.has_value());
        goOn(*agreement);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(desk.settings.value(u"payee.iban"_s), kSecondIban);
    }
    void aProposalWaitsForAnother()
    {
        Desk desk;
        desk.set(u"payee.iban"_s, kFirstIban);
        desk.engage();
        ProposalStrip strip{desk.people, desk.settings, &desk.window};
        QVERIFY(!strip.isVisible());
        bool proposed = false;
        desk.settings.propose(u"payee.iban"_s, kSecondIban, u"Neues Konto bei der Bank"_s, [&](const Result<Ok>& done) { proposed = done.ok(); });
        QTRY_VERIFY(proposed);
        QTRY_COMPARE(strip.count(), 1);
        strip.resize(1200, 100);
        strip.show();
        const auto what = test::part<FigureLabel>(strip, u"proposals.what"_s)->text();
        QVERIFY2(what.contains(u"DE89 3704") && what.contains(u"DE02 1203"), qPrintable(what));
        QVERIFY(test::part<FigureLabel>(strip, u"proposals.who"_s)->text().contains(u"Anna Keller"));
        QVERIFY(!test::part<ActionButton>(strip, u"proposals.confirm"_s)->isEnabled());   // her own
        desk.comeIn(desk.carla, u"2907"_s);
        QTRY_VERIFY(test::part<ActionButton>(strip, u"proposals.confirm"_s)->isEnabled());
        QTest::mouseClick(test::part<ActionButton>(strip, u"proposals.confirm"_s), Qt::LeftButton);
        QTRY_COMPARE(strip.count(), 0);
        QCOMPARE(desk.settings.value(u"payee.iban"_s), kSecondIban);
    }
};

QTEST_MAIN(TstPeopleCard)
#include "tst_people_card.moc"
