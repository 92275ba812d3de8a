// DamageWindow: what a person sees when the stored data are damaged: what was found, how much of it can be read and how much a backup has, and the choices, of
// which those that put something else in place are asked twice. It only shows and asks; opened and fed by app/main.
#pragma once
#include "app/services/rescue.h"
#include <QWidget>
#include <vector>

class QGridLayout;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class OptionButton;
class WorkBar;

class DamageWindow final : public QWidget {
    Q_OBJECT
public:
    enum class Choice { Remake, Salvage, BackupAlone, Export, Close };

    // what: what was found, in words of the desk. support: the same as the store says it. administrator: what is to be known besides, of data on a server;
    // empty: nothing.
    DamageWindow(const QString& what, const QString& support, const QString& administrator, QWidget* parent = nullptr);

    void showWork(const QString& words);
    void setPermille(int permille);                  // -1: not known
    void showReport(const services::DamageReport& report);
    enum class After { Close, Choices };             // Choices: the person may go on to another one
    void showResult(bool good, const QString& title, const QString& text, After after);
    const services::DamageReport& report() const { return m_report; }

    static QString foundWords(const QString& code);                      // of an error that stops the desk, see DamageMark::isDamage()
    static QString missingWords(const services::DamageReport& report);   // what the backup lacks

Q_SIGNALS:
    void chosen(tresen::ui::DamageWindow::Choice choice);   // after the second yes where one is asked for; never Close
    void stopRequested();
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Page { Work, Ask, Confirm, Told };
    struct Offer { Choice choice; OptionButton* button; FigureLabel* words; };

    QVBoxLayout* addPage();
    FigureLabel* label(const QString& name, bool strong = false);
    ActionButton* button(const QString& name, const QString& text);
    void makeWork();
    void makeAsk(const QString& what, const QString& administrator);
    void fillSupport();
    void makeConfirm();
    void makeTold();
    void fillTable();
    void fillOffers();
    void offer(Choice choice, bool possible, const QString& words);
    Choice selected() const;
    void goOn();
    void turnTo(Page page, QWidget* focus);
    void takeMeasures();

    const QString m_raw;                             // for support
    services::DamageReport m_report;
    QScrollArea* m_scroll;
    QStackedWidget* m_pages;
    QGridLayout* m_table = nullptr;
    FigureLabel *m_workWords, *m_missing, *m_sure, *m_sureWords, *m_toldTitle, *m_toldWords, *m_support;
    std::vector<FigureLabel*> m_cells;
    std::vector<Offer> m_offers;
    WorkBar* m_bar;
    ActionButton *m_stop, *m_next, *m_yes, *m_no, *m_end, *m_more;
};

} // namespace tresen::ui
