"""Pictures of the desk for the manual, taken from its real window; started by installer/manual inside a session of its own."""
import os, sys, time
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'tests', 'accessibility'))
from desk import Desk

desk = Desk(sys.argv[1], os.environ['TRESEN_LANGUAGE'])


def picture(name):
    time.sleep(1.2)
    desk.picture(name, window=True)


def over_invoice(words, key, name, then=None):
    desk.keys('ctrl+1')
    desk.keys('F3')
    desk.keys('ctrl+a')
    desk.type(words)
    time.sleep(0.8)
    desk.keys(key)
    if then:
        time.sleep(1.5)      # Enter rests at first
        desk.keys(then)
        time.sleep(4)
    picture(name)
    desk.keys('Escape')
    time.sleep(0.6)
    desk.keys('F3')
    desk.keys('Escape')


picture('board')
for key, name in (('ctrl+2', 'inbox'), ('ctrl+4', 'tasks'), ('ctrl+0', 'health'), ('ctrl+comma', 'settings')):
    desk.keys(key)
    if name == 'inbox':
        desk.keys('F5')      # reads the folder in
    picture(name)
over_invoice('vogt', 'F6', 'request', then='Return')
over_invoice('brandl', 'F2', 'payment')
paid = desk.paid_plate()
over_invoice(paid, 'F7', 'handover')
