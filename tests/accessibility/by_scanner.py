"""A scanner that types: whatever page is open and whatever has the focus, a code leads to its invoice, and the field keeps what was in it."""
import json, sys, time
from desk import Desk

desk = Desk(sys.argv[1])
FAILED = []


def check(what, holds):
    print(('ok      ' if holds else 'FAILED  ') + what)
    if not holds:
        FAILED.append(what)


def request_of(number):
    return json.loads(desk.command('show', number).splitlines()[0])['item']['requests'][-1]


def shown(number):
    """The invoice stands on the card, which names it together with its work; the table has a cell for each."""
    return desk.wait(number + ' on the card', lambda: any(number + ', ' in name for _, name in desk.seen()), 10)


first = request_of('2026-4108')

# The settings page has the focus in its search field, half a word is typed.
desk.keys('ctrl+comma')
time.sleep(1)
desk.keys('Tab')
desk.keys('F3')
desk.type('dru')
print('the focus is on "%s"' % desk.focused().name)
desk.scan(first['deskCode'])
check('the desk code of a sheet leads to its invoice', shown('2026-4108'))
fields = [n.queryText().getText(0, -1) for n in desk.all('text')]
check('no field got what was scanned: %s' % [f for f in fields if f][:4], not any(first['deskCode'][:6] in f for f in fields))

desk.keys('ctrl+1')
desk.scan(first['url'])
check('the address of a pay link is looked up', shown('2026-4108'))
desk.scan('2026-4118')
check('an invoice number is found', shown('2026-4118'))

# Nothing that was scanned is opened or carried out.
for hostile in ('https://evil.example/pay?x=1', "'; DROP TABLE journal; --", '<b onclick=alert(1)>4711</b>', 'T99999999X'):
    desk.scan(hostile)
    check('unknown and only shown: ' + hostile, desk.process.poll() is None and shown('2026-4118'))
check('the journal holds', '"ok":true' in desk.command('verify').replace(' ', ''))

# A scan while money is being counted changes nothing there.
desk.keys('F3')
desk.keys('ctrl+a')
desk.type('brandl')
time.sleep(0.5)
desk.keys('F2')
time.sleep(1)
desk.scan(first['deskCode'])
time.sleep(0.6)
check('an open payment stays open', any('96,40' in name for _, name in desk.seen()))
desk.keys('Escape')
sys.exit(1 if FAILED else 0)
