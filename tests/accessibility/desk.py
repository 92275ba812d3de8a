"""The desk as a screen reader sees it: a started program, its tree of named things, keys and a scanner. For the scripts beside this file."""
import atexit, json, os, signal, subprocess, time
import pyatspi

PATIENCE = 30.0
# What can be used, so somebody has to be able to say what it is.
USABLE = {'push button', 'toggle button', 'check box', 'radio button', 'text', 'password text', 'combo box', 'spin button', 'slider', 'menu item',
          'check menu item', 'radio menu item', 'page tab', 'link', 'table', 'list', 'tree', 'tree table'}


class Desk:
    def __init__(self, program, language='de'):
        self.profile = os.path.join(os.environ['TRESEN_SCRATCH'], 'profile')
        self.program = program
        subprocess.run([program, '--profile', self.profile, 'demo'], check=True, stdout=subprocess.DEVNULL, env={**os.environ, 'QT_QPA_PLATFORM': 'offscreen'})
        subprocess.run([program, '--profile', self.profile, 'config', 'set', 'ui.language', language], check=True, stdout=subprocess.DEVNULL, env={**os.environ, 'QT_QPA_PLATFORM': 'offscreen'})
        self.process = subprocess.Popen([program, '--profile', self.profile], stderr=subprocess.DEVNULL)
        atexit.register(self.close)
        self.app = self.wait('the program on the bus', self._application)
        self.wait('the board', lambda: [t for t in self.all(role='table') if t.name])
        window = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(self.process.pid)], capture_output=True, text=True).stdout.split()
        self.window = window[-1]
        subprocess.run(['xdotool', 'windowactivate', '--sync', self.window], check=False, stderr=subprocess.DEVNULL)

    def _application(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            app = desktop.getChildAtIndex(i)
            if app is not None and 'tresen' in (app.name or '').lower() and app.childCount > 0:
                return app
        return None

    def picture(self, name, window=False):
        """For whoever wants to see it: TRESEN_PICTURES names a folder. ImageMagick makes it, of the whole screen or of the window."""
        folder = os.environ.get('TRESEN_PICTURES')
        if folder:
            subprocess.run(['import', '-window', self.window if window else 'root', '-strip', os.path.join(folder, name + '.png')], check=False)

    def paid_plate(self):
        """Of a car whose key is here and may go."""
        for line in self.command('board').splitlines():
            row = json.loads(line)
            if row['light'] == 'green' and row['key'] == 'held' and row['plate']:
                return row['plate']
        raise SystemExit('no key may go')

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()

    def wait(self, what, look, patience=PATIENCE):
        end = time.monotonic() + patience
        while True:
            try:
                found = look()
            except Exception as error:   # a thing that has just gone from the tree
                found, problem = None, error
            if found:
                return found
            if self_ended(self):
                raise SystemExit('the program has ended while waiting for ' + what)
            if time.monotonic() > end:
                self.picture('in-vain')
                raise SystemExit('waited in vain for ' + what)
            time.sleep(0.1)

    def walk(self, node=None, depth=0):
        node = self.app if node is None else node
        if depth > 40:
            return
        try:
            # What is not shown, a page that lies below another one, has nothing in it that is: it is not asked for its children.
            if depth > 1 and not self.showing(node):
                return
            yield node
            # Of a long table the first rows stand for all.
            for i in range(min(node.childCount, 120)):
                child = node.getChildAtIndex(i)
                if child is not None:
                    yield from self.walk(child, depth + 1)
        except Exception:                # gone meanwhile
            return

    @staticmethod
    def showing(node):
        try:
            state = node.getState()
            return state.contains(pyatspi.STATE_SHOWING) and state.contains(pyatspi.STATE_VISIBLE)
        except Exception:
            return False

    def all(self, role=None, name=None):
        def fits(node):
            try:
                return (role is None or node.getRoleName() == role) and (name is None or name in (node.name or '')) and self.showing(node)
            except Exception:
                return False
        return [n for n in self.walk() if fits(n)]

    def find(self, role, name):
        return self.wait('%s "%s"' % (role, name), lambda: self.all(role, name))[0]

    def text(self):
        return '\n'.join(name for _, name in self.seen() if name)

    def press(self, role, name):
        action = self.find(role, name).queryAction()
        names = [action.getName(i).lower() for i in range(action.nActions)]
        action.doAction(next((i for i, n in enumerate(names) if n in ('press', 'toggle')), 0))

    def press_any(self, name):
        """Presses whatever has this name, of whatever kind it is."""
        def look():
            for node in self.walk():
                try:
                    if (node.name or '').startswith(name) and self.showing(node) and node.queryAction().nActions:
                        return node
                except Exception:
                    continue
            return None
        action = self.wait('"%s"' % name, look).queryAction()
        names = [action.getName(i).lower() for i in range(action.nActions)]
        action.doAction(next((i for i, n in enumerate(names) if n in ('press', 'toggle')), 0))
        time.sleep(0.4)

    def keys(self, *keys):
        subprocess.run(['xdotool', 'key', '--delay', '60', *keys], check=True)
        time.sleep(0.25)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '60', text], check=True)
        time.sleep(0.25)

    def scan(self, text):
        """As a scanner types: fast, with Return at the end."""
        subprocess.run(['xdotool', 'key', '--delay', '3', *(keysym(c) for c in text), 'Return'], check=True)
        time.sleep(0.6)

    def command(self, *words):
        return subprocess.run([self.program, '--profile', self.profile, *words], capture_output=True, text=True, env={**os.environ, 'QT_QPA_PLATFORM': 'offscreen'}).stdout

    def focused(self):
        """The innermost thing that has the focus."""
        found = None
        for node in self.walk():
            try:
                if node.getState().contains(pyatspi.STATE_FOCUSED) and node.getRoleName() not in ('frame', 'filler', 'application'):
                    found = node
            except Exception:
                continue
        return found

    def focus_on(self, name):
        """Waits until the thing of this name has the focus; a little longer, because Enter rests at first."""
        def look():
            node = self.focused()
            return node if node is not None and (node.name or '').startswith(name) else None
        node = self.wait('the focus on "%s"' % name, look)
        time.sleep(0.8)
        return node

    def seen(self):
        """(role, name) of all that is seen; what goes from the tree meanwhile is left out."""
        out = []
        for node in self.walk():
            try:
                if self.showing(node):
                    out.append((node.getRoleName(), node.name or ''))
            except Exception:
                continue
        return out

    def unnamed(self):
        """What can be used, is seen and has no name."""
        out = []
        for node in self.walk():
            try:
                if node.getRoleName() not in USABLE or not self.showing(node) or (node.name or '').strip():
                    continue
                path, up = [], node
                while up is not None and up != self.app and len(path) < 8:
                    path.append('%s "%s"' % (up.getRoleName(), up.name or ''))
                    up = up.parent
                out.append(' < '.join(path))
            except Exception:
                continue
        return out


def keysym(character):
    return character if character.isalnum() else 'U%04X' % ord(character)


def self_ended(desk):
    return desk.process.poll() is not None
