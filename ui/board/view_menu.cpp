#include "ui/board/view_menu.h"
#include "app/core/limits.h"
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QString menuText(QString text, const QString& key = {})
{
    text.replace(u'&', u"&&"_s);   // no mnemonic
    return key.isEmpty() ? text : text + u'\t' + key;
}

QAction* addTo(QMenu& menu, const QString& text, bool enabled, std::function<void()> then)
{
    auto* action = menu.addAction(text);
    action->setEnabled(enabled);
    QObject::connect(action, &QAction::triggered, &menu, std::move(then));
    return action;
}

void check(QAction* action, bool on)
{
    action->setCheckable(true);
    action->setChecked(on);
}

} // namespace

void ViewMenu::addFilters(QMenu& menu, const SavedFilters& saved, const BoardFilter& now, const KeyMap& keys, bool several, const ViewChoice& choice)
{
    const auto show = [then = choice.show](const BoardFilter& filter) { return [then, filter] { then(filter); }; };
    check(addTo(menu, tr("All vehicles"), true, show({})), now.isEverything());
    const auto waits = SavedFilters::waitsForPickUp();
    check(addTo(menu, SavedFilters::nameOfWaiting(), true, show(waits)), now == waits);
    int place = 0;
    for (const auto& one : saved.all()) {
        ++place;
        const auto key = place <= limits::kFilterKeys ? keys.hint(u"filter.%1"_s.arg(place)) : QString{};
        auto* action = addTo(menu, menuText(one.name, key), true, show(one.filter));
        action->setToolTip(SavedFilters::describe(one.filter));
        check(action, now == one.filter);
    }
    menu.addSeparator();
    auto fewer = now.options;
    fewer.handedOver = !fewer.handedOver;
    check(addTo(menu, tr("Without handed over ones"), true, [then = choice.narrow, fewer] { then(fewer); }), !now.options.handedOver);
    if (several || now.options.ownSite) {   // what is on can be switched off
        auto other = now.options;
        other.ownSite = !other.ownSite;
        check(addTo(menu, tr("Only my site"), true, [then = choice.narrow, other] { then(other); }), now.options.ownSite);
    }
    auto* older = menu.addMenu(tr("Older than"));
    for (const int days : {0, 1, 3, 7, 14, 30}) {
        auto with = now.options;
        with.olderDays = days;
        check(addTo(*older, days == 0 ? tr("Any age") : tr("%n day(s)", nullptr, days), true, [then = choice.narrow, with] { then(with); }), now.options.olderDays == days);
    }
    menu.addSeparator();
    addTo(menu, tr("Keep this view under a name …"), !now.isEverything(), choice.save);
    addTo(menu, tr("Names, order, delete …"), saved.count() > 0, choice.manage);
}

void ViewMenu::addColumns(QMenu& menu, const BoardColumns& columns, const BoardModel& model, const ViewChoice& choice)
{
    for (const auto column : columns.order()) {
        if (column == BoardModel::Site && !model.severalSites()) continue;
        auto* sub = menu.addMenu(menuText(model.headerData(column, Qt::Horizontal).toString()));
        const bool shown = columns.isShown(column);
        // What cannot be done from here is greyed out.
        const auto offer = [&](const QString& text, auto&& change, bool needsIt = true) {
            auto next = columns;
            const bool possible = (shown || !needsIt) && change(next) && !(next == columns);
            return addTo(*sub, text, possible, [then = choice.columns, next] { then(next); });
        };
        check(offer(BoardColumns::mayHide(column) ? tr("Shown") : tr("Always shown"), [&](BoardColumns& c) { return c.setShown(column, !shown); }, false), shown);
        sub->addSeparator();
        offer(tr("Further to the left"), [&](BoardColumns& c) { return c.move(column, -1); });
        offer(tr("Further to the right"), [&](BoardColumns& c) { return c.move(column, 1); });
        sub->addSeparator();
        if (column == BoardModel::Customer) continue;   // it takes what is left
        offer(tr("Wider"), [&](BoardColumns& c) { return c.setPercent(column, qMin(c.percent(column) + BoardColumns::kStep, BoardColumns::kWidest)); });
        offer(tr("Narrower"), [&](BoardColumns& c) { return c.setPercent(column, qMax(c.percent(column) - BoardColumns::kStep, BoardColumns::narrowest(column))); });
        offer(tr("Usual width"), [&](BoardColumns& c) { return c.setPercent(column, 100); });
    }
    menu.addSeparator();
    auto widths = columns;
    for (const auto column : columns.order()) widths.setPercent(column, 100);
    addTo(menu, tr("All widths as at first"), !(columns == widths), [then = choice.columns, widths] { then(widths); });
    addTo(menu, tr("All columns as usual"), !(columns == BoardColumns{}), [then = choice.columns] { then({}); });
}

} // namespace tresen::ui
