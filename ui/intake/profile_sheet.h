// ProfileSheet: the editor of file forms. Left what of a sample file was recognised, right the sample with the meaning of each column above it, below
// what would become of its invoices. Everything can be changed; what is open about money must be said before the form can be kept. Opened from the
// inbox and from the settings; works on the Profiles station.
#pragma once
#include "app/services/profiles.h"
#include "ui/common/sheet.h"
#include "ui/intake/profile_rows.h"
#include <QTimer>
#include <vector>

class QLineEdit;
class QScrollArea;
class QTableView;

namespace tresen::ui {

class ActionButton;
class CalmComboBox;
class FigureLabel;
class ListView;
class TraitPanel;

class ProfileSheet final : public Sheet {
    Q_OBJECT
public:
    static constexpr int kPauseMs = 250;          // from the last change to the next try

    ProfileSheet(services::Profiles& profiles, QWidget* window);

    void openSample(const QString& file);         // what the file dialog answers
    void edit(const QString& own);                // a form of the workshop; unknown: a new one
    QWidget* firstInput() const;
    bool isLearning() const { return m_asked != m_shown; }
    const ports::TableProposal& proposal() const { return m_proposal; }
    QString obstacle() const;                     // why it cannot be kept yet; empty: it can

Q_SIGNALS:
    void kept(const QString& name);               // the sheet has closed itself before
    void removed(const QString& name);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeLeft();
    QWidget* makeRight();
    void connectAll();
    void fillBases();
    void choose(const QString& base);             // "", "own:NAME", "ready:ID"
    void chooseSample();
    void takeSample(const QString& file, const Result<QByteArray>& sample);
    void change();                                // something was said: try it after a pause
    void learn();
    void take(int asked, const Result<ports::TableProposal>& proposal);
    void showProposal();
    void showHeads();
    void showState();
    void confirmColumns();
    void save();
    void remove();
    services::OwnProfile profile() const;
    void takeMeasures();

    services::Profiles& m_profiles;
    ports::TableChoices m_said;
    ports::TableProposal m_proposal;
    std::optional<Error> m_failure;
    QByteArray m_sample;
    QString m_replaces, m_file;
    int m_asked = 0, m_shown = 0;                 // tries, counted: only the last one is shown
    bool m_storing = false, m_sure = false;       // m_sure: the next click on "delete" does it
    QTimer m_pause;
    SampleModel m_rows;
    ResultModel m_results;
    std::vector<CalmComboBox*> m_heads;

    QWidget* m_body;
    QLineEdit *m_name, *m_files;
    CalmComboBox* m_base;
    TraitPanel* m_traits;
    QScrollArea* m_left;
    QTableView* m_table;
    ListView* m_list;
    FigureLabel *m_hint, *m_totals, *m_message;
    std::vector<FigureLabel*> m_labels;
    ActionButton *m_choose, *m_remove, *m_cancel, *m_save;
};

} // namespace tresen::ui
