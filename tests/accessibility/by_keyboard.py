"""The day of two cars by keys alone: a request is made, somebody pays cash, the key goes out, the settlement is given back. No pointer is ever moved."""
import json, sys, time
from desk import Desk

desk = Desk(sys.argv[1])


def row(number):
    for line in desk.command('board').splitlines():
        found = json.loads(line)
        if found['number'] == number:
            return found
    raise SystemExit(number + ' is not on the board')


def choose(text):
    desk.keys('F3')
    desk.keys('ctrl+a')
    desk.type(text)
    time.sleep(0.5)


def reach(name, key='Tab', most=40):
    """Goes on with the key until the thing of this name has the focus."""
    for _ in range(most):
        node = desk.focused()
        if node is not None and name in (node.name or ''):
            return
        desk.keys(key)
    raise SystemExit('"%s" is not reached by %s; the focus is on "%s"' % (name, key, desk.focused() and desk.focused().name))


def until(what, holds, patience=30):
    desk.wait(what, holds, patience)
    print(what)


choose('vogt')
desk.keys('F6')
desk.focus_on('Anforderung erstellen')
desk.keys('Return')
until('a request was made', lambda: row('2026-4118')['request'] == 'sent')
desk.focus_on('Drucken')
desk.keys('Escape')
desk.focus_on('Angefordert')

choose('brandl')
desk.keys('F2')
given = desk.focus_on('Gegeben')
desk.type('100')
desk.wait('the amount', lambda: given.queryText().getText(0, -1).startswith('100'))
time.sleep(0.8)
desk.keys('Return')
until('96.40 were paid in cash', lambda: row('2026-4120')['open'] == '0.00')
desk.focus_on('Fertig')
desk.keys('Return')

choose('brandl')
desk.keys('F7')
desk.focus_on('An wen')
desk.keys('Return')
until('the key went out', lambda: row('2026-4120')['key'] == 'released')
desk.keys('Escape')

# From any page the search is one key away.
desk.keys('ctrl+comma')
choose('brandl')
until('the search leads back to the board', lambda: any('2026-4120, ' in name for _, name in desk.seen()))

desk.keys('ctrl+3')
reach('Jetzt zurückgeben')
desk.keys('space')
until('the settlement was given back', lambda: any('SettlementWritten' in json.dumps(s) for s in json.loads(desk.command('show', '2026-4120'))['timeline']))
