// WizardDesk: the first set-up in a window of its own over the stations of the pages, with a printer that only listens. Used by its tests.
#pragma once
#include "tests/ui/pages_fixture.h"
#include "ui/wizard/wizard_sheet.h"
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

namespace tresen::test {

inline QString wholeIban() { return QStringLiteral("DE89370400440532013000"); }

struct WizardDesk : PagesFixture {
    QWidget window;
    ui::WizardSheet* sheet = nullptr;
    QByteArray printed;
    std::function<void(const QString&)> printedSaid;

    explicit WizardDesk(QSize size = {1440, 900})
    {
        window.resize(size);
        window.show();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
    }
    // As the main window opens it.
    void begin()
    {
        sheet = new ui::WizardSheet{{settings, intake, accounts, [this](const QByteArray& pdf, const QString&, std::function<void(const QString&)> said) {
                                    printed = pdf;
                                    printedSaid = std::move(said);
                                }}, &window};
        QObject::connect(sheet, &ui::Sheet::closed, sheet, &QObject::deleteLater);
        sheet->begin();
        rested();
    }
    static void rested() { QTest::qWait(ui::Sheet::kEnterInertMs + 30); }
    template <class W> W* part(const QString& name) { return test::part<W>(*sheet, name); }
    QLineEdit* line(const QString& key) { return part<QLineEdit>(QStringLiteral("wizard.input.") + key); }
    QString message(const QString& key) { return part<QLabel>(QStringLiteral("wizard.message.") + key)->text(); }
    QString where() { return part<QLabel>(QStringLiteral("wizard.where"))->text(); }
    void click(const QString& name)
    {
        auto* button = part<QAbstractButton>(name);
        if (!button->isEnabled()) qFatal("%s cannot be clicked", qPrintable(name));
        if (auto* area = sheet->findChild<QScrollArea*>(); area->isAncestorOf(button)) area->ensureWidgetVisible(button);
        QTest::mouseClick(button, Qt::LeftButton, {}, {12, button->height() / 2});
    }
    bool next(int to)
    {
        click(QStringLiteral("wizard.next"));
        const bool there = QTest::qWaitFor([&] { return sheet->question() == to; }, 10'000);
        rested();
        return there;
    }
    void type(const QString& key, const QString& text)
    {
        line(key)->setFocus();
        line(key)->selectAll();
        QTest::keyClicks(line(key), text);
    }
    void answerCompany()
    {
        type(QStringLiteral("company.name"), QStringLiteral("Autohaus Lindner"));
        type(QStringLiteral("payee.holder"), QStringLiteral("Autohaus Lindner GmbH"));
        type(QStringLiteral("payee.iban"), wholeIban());
        type(QStringLiteral("company.street"), QStringLiteral("Lindenallee 12"));
        type(QStringLiteral("company.postcode"), QStringLiteral("82256"));
        type(QStringLiteral("company.city"), QStringLiteral("Olching"));
    }
    QString state() { return settings.value(QStringLiteral("setup.state")); }
    // What a killed program leaves is what the journal and the desk's file hold.
    domain::SettingValues onDisk()
    {
        services::Settings again{journal, folder.filePath(QStringLiteral("desk.json"))};
        bool loaded = false;
        again.load([&](const Result<Ok>&) { loaded = true; });
        if (!QTest::qWaitFor([&] { return loaded; })) qFatal("not loaded");
        return again.stored();
    }
};

} // namespace tresen::test
