// BoardFilter: what the board shows, as a value: view, words and what is left out; SavedFilters: those a desk keeps under a name, in their order.
// Kept in the setting desk.filters; the board page chooses them, the sheets of filters change them.
#pragma once
#include "app/core/result.h"
#include "ui/models/board_model.h"
#include <QCoreApplication>

namespace tresen::ui {

struct BoardFilter {
    BoardTab tab = BoardTab::All;
    QString words;                       // of the search
    BoardOptions options;
    bool isEverything() const { return *this == BoardFilter{}; }
    friend bool operator==(const BoardFilter&, const BoardFilter&) = default;
};

struct SavedFilter {
    QString name;
    BoardFilter filter;
    friend bool operator==(const SavedFilter&, const SavedFilter&) = default;
};

class SavedFilters {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::SavedFilters)
public:
    static BoardFilter waitsForPickUp();                        // built in
    static QString nameOfWaiting();
    static QString describe(const BoardFilter& filter);         // "Waiting · older than 7 days"
    static QString refusal(const Error& error);

    static SavedFilters fromText(const QString& stored);        // what is unreadable or beyond the limits is left out
    QString text() const;                                       // for the setting; empty: none

    const std::vector<SavedFilter>& all() const { return m_all; }
    int count() const { return static_cast<int>(m_all.size()); }
    QString nameOf(const BoardFilter& filter) const;            // of a saved or built-in one; empty: it has none
    // Refused "filters.full", "filters.name" (empty), "filters.long", "filters.taken", "filters.everything" (it leaves nothing out).
    Result<Ok> add(const QString& name, const BoardFilter& filter);
    Result<Ok> rename(int place, const QString& name);
    void remove(int place);
    bool move(int place, int by);                               // false: there is no such place
    friend bool operator==(const SavedFilters&, const SavedFilters&) = default;

private:
    Result<QString> nameFor(const QString& name, int but) const;
    std::vector<SavedFilter> m_all;
};

} // namespace tresen::ui
