#!/usr/bin/env python3
"""manual.py: what the manual names in italics is what the desk is called there, in both languages; both have the same pages with the same headings, and
every page names behind its title the icon it has in the program."""
import re, sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]


def texts(language):
    """All texts of the desk in this language, without marks of keys and the dots of a dialog."""
    out = set()
    for message in ElementTree.parse(ROOT / 'translations' / 'tresen_de.ts').getroot().iter('message'):
        node = message.find('source' if language == 'en' else 'translation')
        for text in [node.text or ''] + [n.text or '' for n in node.iter('numerusform')]:
            out.add(re.sub(r'&(?=\w)', '', text).rstrip(' …').strip())
    return out


def shape(text):
    return [re.match(r'#+|```.*|!', line).group() for line in text.splitlines() if line.startswith(('#', '```', '!['))]


def main():
    found = []
    pages = {language: {p.name: p.read_text(encoding='utf-8') for p in sorted((ROOT / 'resources' / 'manual' / language).glob('*.md'))} for language in ('de', 'en')}
    if list(pages['de']) != list(pages['en']):
        found.append('the pages differ: %s' % ' '.join(set(pages['de']) ^ set(pages['en'])))
    for language, all_pages in pages.items():
        known = texts(language)
        for name, text in all_pages.items():
            icon = re.match(r'# .* <!-- ([a-z-]+) -->$', text.splitlines()[0])
            if not icon or not (ROOT / 'resources' / 'icons' / (icon.group(1) + '.svg')).is_file() or icon.group(1) not in pages['de'].get(name, text).splitlines()[0]:
                found.append('%s/%s: no icon behind the title, none of ours, or another one in German' % (language, name))
            prose = re.sub(r'```.*?```', '', text, flags=re.S).replace('**', '')
            prose = re.sub(r'`[^`]*`', '', prose)
            for named in re.findall(r'(?<!\*)\*([^*\n]+)\*(?!\*)', prose):
                for part in named.split(', ') if named not in known else []:
                    if part not in known:
                        found.append('%s/%s: the desk has no "%s"' % (language, name, part))
            if name in pages['de'] and name in pages['en'] and language == 'en' and shape(text) != shape(pages['de'][name]):
                found.append('%s: headings, pictures or samples differ between the languages' % name)
    for line in found:
        print(line)
    print('manual: %d pages, %d found' % (sum(map(len, pages.values())), len(found)))
    return 1 if found else 0


sys.exit(main())
