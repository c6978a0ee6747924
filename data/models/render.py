#!/usr/bin/env python3
"""render.py: makes tagged reference strings: facts of known references, rendered in many citation styles.

    render.py OUT STYLES PER_STYLE SEED GOLD.jsonl...

OUT gets JSON lines {"raw", "gold"}; of the installed CSL styles (Debian: citation-style-language-styles) STYLES are
taken, and pandoc --citeproc renders PER_STYLE works in each. Works are those of the gold, and new ones put together from
parts of several (the title of one, the editors, book and publisher of others), as chapters, reports and theses are
rare among the gold. The same arguments give the same strings.
"""
import json, os, random, re, subprocess, sys, tempfile

STYLES = '/usr/share/citation-style-language/styles'
MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()


def pool(records):
    """The parts that works are put together from."""
    p = {k: [] for k in ('articles', 'people', 'books', 'houses', 'titles')}
    given = {}
    for r in records:
        g = r['gold']
        sure = not r.get('noscore')
        people = [a for a in g.get('author', []) if a.get('family')] if sure else []
        if people and len(people) == len(g['author']):
            p['people'].append(people)
            for a in people:
                for w in re.findall(r"\b[A-ZÀ-Ý][a-zà-ÿ]{2,}", a.get('given', '')):
                    given.setdefault(w[0], []).append(w)
        title = g.get('title', '')
        if 20 < len(title) < 250 and not re.search(r'[<>]|\bIn:', title):
            p['titles'].append(title)
            if sure and g.get('author') and g.get('container-title') and g.get('year'):
                p['articles'].append(g)
            if g.get('publisher'):
                p['books'].append(title)
        if g.get('editor') and g.get('container-title'):
            p['books'].append(g['container-title'])
        if g.get('publisher'):
            p['houses'].append((g['publisher'], re.sub(r'^\W+', '', g.get('publisher-place', ''))))
    p['given'] = given
    return p


def dress(rng, person, full, given):
    """A person as CSL wants one: initials with dots, or, when full, a first name written out."""
    if 'family' not in person:
        return person
    g = person.get('given', '')
    letters = re.findall(r"[A-ZÀ-Ý]", g) if re.fullmatch(r"[A-ZÀ-Ý.\s-]+", g) else []
    if 0 < len(letters) <= 4:
        words = [l + '.' for l in letters]
        if full and given.get(letters[0]):
            words[0] = rng.choice(given[letters[0]])
        g = ' '.join(words)
    out = dict(person, given=g)
    if not g:
        out.pop('given')
    return out


def people(rng, p, most):
    return rng.choice(p['people'])[:rng.randint(1, most)]


def choose(rng, p):
    """One work as (CSL type, gold)."""
    kind = rng.choices(['article', 'chapter', 'book', 'thesis', 'report', 'conference', 'web'], [46, 20, 10, 5, 6, 9, 4])[0]
    year = str(rng.randint(1960, 2023))
    house, place = rng.choice(p['houses']) if p['houses'] else ('Springer', 'Berlin')
    base = {'author': people(rng, p, 7), 'title': rng.choice(p['titles']), 'year': year}
    page = rng.randint(1, 900)
    pages = '%d-%d' % (page, page + rng.randint(2, 30))
    if kind == 'article':
        g = dict(rng.choice(p['articles']))
        g.setdefault('volume', str(rng.randint(1, 120)))
        if rng.random() < 0.5:
            g.setdefault('issue', str(rng.randint(1, 24)))
        return 'article-journal', {k: v for k, v in g.items() if k not in ('type', 'publisher', 'publisher-place', 'et_al')}
    if kind == 'chapter':
        base.update({'container-title': rng.choice(p['books'] or p['titles']), 'editor': people(rng, p, 4), 'page': pages,
                     'publisher': house, 'publisher-place': place})
        if rng.random() < 0.25:
            base['collection-title'] = rng.choice(['Lecture Notes in Computer Science', 'Methods in Molecular Biology',
                                                   'Advances in Experimental Medicine and Biology', 'Springer Series in Statistics'])
            base['volume'] = str(rng.randint(1, 900))
        if rng.random() < 0.2:
            base['edition'] = str(rng.randint(2, 9))
        return 'chapter', base
    if kind == 'book':
        base.update({'publisher': house, 'publisher-place': place})
        if rng.random() < 0.3:
            base['edition'] = str(rng.randint(2, 9))
        return 'book', base
    if kind == 'thesis':
        base.update({'author': base['author'][:1], 'publisher': 'University of ' + rng.choice(
            'Cambridge Toronto Oslo Sydney Nairobi Zurich Michigan Leeds Ghana Utrecht'.split()),
                     'genre': rng.choice(['PhD thesis', 'Doctoral dissertation', "Master's thesis", 'PhD Thesis'])})
        return 'thesis', base
    if kind == 'report':
        base.update({'publisher': house, 'publisher-place': place, 'genre': rng.choice(['Technical report', 'Working paper']),
                     'number': str(rng.randint(1, 3000))})
        return 'report', base
    if kind == 'conference':
        what = rng.choice(['Software Engineering', 'Machine Learning', 'Data Mining', 'Medical Informatics', 'Robotics',
                           'Computer Vision', 'Public Health', 'Soil Mechanics', 'Neural Networks'])
        base.update({'container-title': rng.choice(['Proceedings of the %dth International Conference on ' % rng.randint(4, 20),
                                                    'Proc. Int. Conf. on ', 'Proceedings of the ACM Symposium on ']) + what, 'page': pages})
        if rng.random() < 0.5:
            base.update({'publisher': house, 'publisher-place': place})
        return 'paper-conference', base
    base['accessed'] = [rng.randint(2005, 2023), rng.randint(1, 12), rng.randint(1, 28)]
    base['author'] = [{'literal': rng.choice(['World Health Organization', 'European Medicines Agency', 'Ministry of Health',
                                              'Centers for Disease Control and Prevention', 'National Cancer Institute'])}]
    base['URL'] = 'https://www.example.org/%s/%d' % (rng.choice(['reports', 'guidance', 'data']), rng.randint(1, 9999))
    return 'webpage', base


def to_csl(rng, p, key, kind, gold):
    full = rng.random() < 0.35
    item = {k: v for k, v in gold.items() if k not in ('year', 'accessed')}
    item.update(id=key, type=kind)
    for role in ('author', 'editor'):
        if role in gold:
            item[role] = gold[role] = [dress(rng, a, full, p['given']) for a in gold[role]]
    date = [int(gold['year'][:4])]
    if rng.random() < 0.4:
        date += [rng.randint(1, 12)] + ([rng.randint(1, 28)] if rng.random() < 0.6 else [])
    item['issued'] = {'date-parts': [date]}
    if 'accessed' in gold:
        item['accessed'] = {'date-parts': [gold['accessed']]}
    if kind == 'article-journal' and 'DOI' not in item and rng.random() < 0.3:
        item['DOI'] = '10.%d/%s.%d' % (rng.randint(1000, 9999), rng.choice(['j.abc', 'journal', 's']), rng.randint(1000, 99999))
    return item


def text_of(x):
    """Plain text of a pandoc element."""
    if isinstance(x, list):
        return ''.join(text_of(y) for y in x)
    t, c = x.get('t'), x.get('c')
    if t == 'Str':
        return c
    if t in ('Space', 'SoftBreak', 'LineBreak'):
        return ' '
    if t == 'Quoted':
        return ('‘%s’' if c[0]['t'] == 'SingleQuote' else '“%s”') % text_of(c[1])
    if t in ('Emph', 'Strong', 'SmallCaps', 'Superscript', 'Subscript', 'Para', 'Plain', 'Underline'):
        return text_of(c)
    if t in ('Span', 'Link', 'Div'):
        return text_of(c[1]) + (' ' if t in ('Div',) or 'csl-left-margin' in c[0][1] else '')
    return ''


def entries(doc):
    for block in doc['blocks']:
        if block['t'] == 'Div' and block['c'][0][0] == 'refs':
            for entry in block['c'][1]:
                yield entry['c'][0][0][4:], re.sub(r'\s+', ' ', text_of(entry['c'][1])).strip()


def render(style, items):
    with tempfile.TemporaryDirectory() as d:
        json.dump(items, open(d + '/b.json', 'w'))
        open(d + '/d.md', 'w').write("---\nnocite: '@*'\n---\n")
        run = subprocess.run(['pandoc', '--citeproc', '--bibliography', d + '/b.json', '--csl', style, '-t', 'json', d + '/d.md'],
                             capture_output=True, text=True)
    return list(entries(json.loads(run.stdout))) if run.returncode == 0 else []


def fit(raw, gold):
    """What of the gold is in the string, as it stands there."""
    g = dict(gold)
    if 'page' in g:
        first = re.split(r'[-–]', str(g['page']))[0].strip()
        m = first and re.search(r'(?<![\w])%s(\s*[-–]\s*\w+)?' % re.escape(first), raw)
        g['page'] = m.group(0) if m else ''
    for k in ('volume', 'issue', 'number', 'edition'):
        if k in g and not re.search(r'(?<!\d)%s(?!\d)' % re.escape(str(g[k])), raw):
            g.pop(k)
    return {k: v for k, v in g.items() if v and k not in ('accessed', 'URL')}


def spoil(rng, raw):
    """What happens to strings between a page and a parser."""
    if rng.random() < 0.7:
        raw = re.sub(r'^[\[(]?\d+[\]).]*\s+', '', raw)
    x = rng.random()
    if x < 0.06:
        raw = re.sub(r'\s*([,.;:])\s*', lambda m: rng.choice(['%s ', ' %s', ' %s ', '%s']) % m.group(1), raw)
    elif x < 0.09:
        raw = re.sub(r'([,.;:]) ', lambda m: m.group(1) if rng.random() < 0.3 else m.group(0), raw)
    elif x < 0.11:
        words = raw.split(' ')
        i = rng.randrange(len(words))
        if len(words[i]) > 7 and words[i].isalpha():
            words[i] = words[i][:4] + '- ' + words[i][4:]
        raw = ' '.join(words)
    if rng.random() < 0.06 and not re.match(r'\W*\d', raw):
        raw = rng.choice(['[%d] ', '%d. ', '(%d) ', '%d ']) % rng.randint(1, 150) + raw
    if rng.random() < 0.05:
        raw += rng.choice([' [in French].', ' [Epub ahead of print].', ' PMID: %d.' % rng.randint(10**6, 10**8), ' In press.',
                           ' Accessed %d %s %d.' % (rng.randint(1, 28), rng.choice(MONTHS), rng.randint(2005, 2023)),
                           ' https://doi.org/10.%d/x.%d' % (rng.randint(1000, 9999), rng.randint(1, 99999))])
    return raw


def main(argv):
    out, styles, per_style, seed = argv[0], int(argv[1]), int(argv[2]), int(argv[3])
    rng = random.Random(seed)
    records = [json.loads(l) for f in argv[4:] for l in open(f, encoding='utf-8') if l.strip()]
    p = pool(records)
    names = sorted(f for f in os.listdir(STYLES) if f.endswith('.csl'))
    with open(out, 'w', encoding='utf-8') as f:
        for name in rng.sample(names, min(styles, len(names))):
            works = [choose(rng, p) for _ in range(per_style)]
            items = [to_csl(rng, p, 'w%d' % i, kind, gold) for i, (kind, gold) in enumerate(works)]
            for key, raw in render(STYLES + '/' + name, items):
                gold = works[int(key[1:])][1]
                if len(raw) > 30:
                    f.write(json.dumps({'id': name + ':' + key, 'raw': spoil(rng, raw), 'gold': fit(raw, gold), 'tier': 'rendered'},
                                       ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main(sys.argv[1:])
