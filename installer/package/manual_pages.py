"""manual_pages.py SOURCE TARGET LANGUAGE: the manual's Markdown as plain pages with one list of contents; they need no network and follow the reader's light or dark."""
import html, re, sys
from pathlib import Path
import markdown

STYLE = '''
:root { color-scheme: light dark; --text: #151a23; --back: #ffffff; --line: #d5dae1; --soft: #f2f4f7; --link: #1e46c0; }
@media (prefers-color-scheme: dark) { :root { --text: #e8ebf0; --back: #171b22; --line: #39414d; --soft: #20262f; --link: #8fb0ff; } }
body { font: 16px/1.6 Inter, "Open Sans", system-ui, sans-serif; color: var(--text); background: var(--back); margin: 0; display: flex; flex-wrap: wrap; }
nav { flex: 0 0 260px; padding: 28px 24px; box-sizing: border-box; border-right: 1px solid var(--line); min-height: 100vh; }
nav a { display: block; padding: 8px 12px; border-radius: 8px; color: var(--text); text-decoration: none; }
nav a.here { background: var(--soft); font-weight: 600; }
main { flex: 1 1 480px; max-width: 820px; padding: 28px 40px 60px; box-sizing: border-box; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 16px; } h2 { font-size: 20px; margin: 32px 0 8px; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 10px; }
table { border-collapse: collapse; width: 100%; } td, th { border-bottom: 1px solid var(--line); padding: 8px 10px; text-align: left; vertical-align: top; }
code { background: var(--soft); border-radius: 4px; padding: 1px 5px; } pre { background: var(--soft); padding: 14px 16px; border-radius: 10px; overflow-x: auto; } pre code { padding: 0; }
a { color: var(--link); } em { font-style: normal; font-weight: 600; }
@media print { nav { display: none; } }
'''


def main(source, target, language):
    pages = sorted(Path(source).glob('*.md'))
    words = {p: re.sub(r' <!-- [a-z-]+ -->', '', p.read_text(encoding='utf-8')) for p in pages}   # behind the title: the icon of the part in the program
    titles = {p: text.splitlines()[0].lstrip('# ') for p, text in words.items()}
    names = {p: 'index.html' if i == 0 else p.stem + '.html' for i, p in enumerate(pages)}
    for page in pages:
        text = words[page]
        for picture in re.findall(r'!\[[^\]]*\]\(([^)]+)\)', text):
            if not (Path(target) / picture).is_file():
                raise SystemExit('%s: the picture %s was not made' % (page.name, picture))
        text = re.sub(r'^```(\w+) \S+$', r'```\1', text, flags=re.M)   # the file names of samples are for whoever tries them
        body = markdown.markdown(text, extensions=['tables', 'fenced_code', 'sane_lists'], output_format='html')
        links = ''.join('<a href="%s"%s>%s</a>' % (names[p], ' class="here" aria-current="page"' if p == page else '', html.escape(titles[p])) for p in pages)
        out = '<!doctype html>\n<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Tresen: %s</title><style>%s</style></head>\n<body><nav aria-label="Tresen">%s</nav>\n<main>%s</main></body></html>\n'
        (Path(target) / names[page]).write_text(out % (language, html.escape(titles[page]), STYLE, links, body), encoding='utf-8')
    print('%s: %d pages' % (target, len(pages)))


main(*sys.argv[1:4])
