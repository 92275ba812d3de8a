"""Goes through every page and every sheet of the desk and fails when something that can be used has no name."""
import sys, time
from desk import USABLE, Desk

desk = Desk(sys.argv[1])
failures, seen, usable = 0, 0, 0


def look(where):
    global failures, seen, usable
    time.sleep(0.4)
    nodes = desk.seen()
    missing = desk.unnamed()
    seen += len(nodes)
    usable += sum(role in USABLE for role, _ in nodes)
    failures += len(missing)
    print('%-22s %4d things, %d without a name' % (where, len(nodes), len(missing)))
    for line in missing:
        print('    ' + line)


look('board')
for key, page in (('ctrl+2', 'inbox'), ('ctrl+3', 'give back'), ('ctrl+4', 'tasks'), ('ctrl+5', 'day'), ('ctrl+0', 'state'), ('ctrl+8', 'diagnostics'), ('ctrl+comma', 'settings')):
    desk.keys(key)
    look(page)
    if page == 'settings':
        for part in ('Bankkonto', 'Werkstattsystem', 'Zahlungsportal', 'E-Mail', 'Mailtexte', 'Drucker', 'Daten und Sicherung', 'Diese Theke', 'Personen'):
            desk.press_any(part)
            look(part)
        desk.press_any('Person hinzufügen')
        look('person')
        desk.keys('Escape')
    if page == 'inbox':
        desk.press_any('Dateiform anlernen')
        look('file form')
        desk.keys('Escape')
desk.keys('ctrl+1')
for key, sheet in (('F1', 'help'), ('ctrl+m', 'messages'), ('F6', 'request'), ('F2', 'payment'), ('F7', 'hand-over')):
    desk.keys('F3')
    desk.type('vogt')
    desk.keys('Down')
    desk.keys(key)
    look(sheet)
    desk.keys('Escape')
    desk.keys('Escape')
desk.keys('F10')
look('menu')
desk.keys('Escape')
# What the menu opens: the first entry that is allowed, the second, … to the last; popups of Qt stand in no tree, so they are not counted here.
for steps in range(1, 10):
    desk.keys('F10', *['Down'] * steps, 'Return')
    look('menu, entry %d' % steps)
    desk.keys('Escape')
    desk.keys('Escape')
# The view: a filter is kept (the fifth entry), then the sheet of them all (the seventh, with that one among them), then the columns (the last).
desk.keys('ctrl+1')
desk.keys('F3', 'ctrl+a')
desk.type('vogt')
for sheet, keys in (('keep a view', ['Down'] * 5), ('filters', ['Down'] * 7)):
    desk.press_any('Ansicht: Filter und Spalten')
    look('view')
    before = len(desk.seen())
    desk.keys(*keys, 'Return')
    desk.wait('a sheet: ' + sheet, lambda: len(desk.seen()) > before + 5)
    look(sheet)
    if sheet == 'keep a view':
        desk.type('Vogt')
        desk.keys('Return')
        time.sleep(1)
    else:
        desk.keys('Escape')
desk.press_any('Ansicht: Filter und Spalten')
desk.keys('Up', 'Right')
look('columns')
desk.keys('Escape', 'Escape', 'Escape')
desk.keys('ctrl+8')
desk.press_any('Bericht für den Support')
look('report for support')
desk.keys('Escape')
desk.keys('F1')
desk.press_any('Handbuch')
look('manual')
print('%d things looked at, %d of them to be used, %d of these without a name' % (seen, usable, failures))
sys.exit(1 if failures or usable < 200 else 0)
