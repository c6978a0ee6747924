#!/usr/bin/env python3
"""noise.py: copies of tagged references with what happens to strings on their way.

    noise.py OUT SHARE SEED GOLD.jsonl...

Of the references, SHARE (0..1) get a copy in OUT with one or two changes whose effect on the gold is known: notes in
brackets, states of publication, numbers before and identifiers behind, dates of access, names printed otherwise, a
missing title, broken spacing, hyphens at ends of lines. The same arguments give the same strings.
"""
import json, random, re, sys

LANGUAGES = 'French German Spanish Chinese Japanese Russian Portuguese Italian Korean Polish Turkish'.split()
MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()


def day(rng):
    d, m, y = rng.randint(1, 28), rng.choice(MONTHS), rng.randint(2003, 2023)
    return rng.choice(['%d %s %d' % (d, m, y), '%s %d, %d' % (m, d, y), '%d %s %d' % (y, m, d), '%d-%02d-%02d' % (y, MONTHS.index(m) + 1, d)])


def behind_title(rng, raw, g):
    note = rng.choice(['[Internet]', '[in %s]' % rng.choice(LANGUAGES), '[Article in %s]' % rng.choice(LANGUAGES), '[abstract]',
                       '(in %s)' % rng.choice(LANGUAGES), '[Internet]', '[letter]', '[online]'])
    at = raw.find(g['title'])
    if at < 0 or raw[at + len(g['title']):at + len(g['title']) + 1] not in '.,':
        return raw
    at += len(g['title'])
    return raw[:at] + ' ' + note + raw[at:]


def in_press(rng, raw, g):
    if not (g.get('volume') and g.get('container-title')):
        return raw
    at = raw.find(g['container-title'])
    rest = raw[at + len(g['container-title']):]
    if at < 0 or g.get('title', '') in rest or len(rest) > 80 or g['year'][:4] not in raw:
        return raw
    state = rng.choice(['in press', 'In press', '[Epub ahead of print]', 'Epub ahead of print', 'forthcoming', 'Advance online publication', 'submitted', '(in press)'])
    for k in ('volume', 'issue', 'page', 'DOI', 'PMID', 'PMCID', 'publisher', 'publisher-place'):
        g.pop(k, None)
    head = raw[:at] + raw[at:at + len(str(raw[at:])) - len(rest)]
    if g['year'][:4] not in head:
        if rng.random() < 0.5:
            g.pop('year')
            return head + rng.choice([', ', '. ', ' ']) + state + '.'
        return head + rng.choice([' ', '. ', ', ']) + g['year'] + rng.choice([' ', '; ', ', ', '. ']) + state + '.'
    return head + rng.choice([', ', '. ', ' ']) + state + '.'


def behind(rng, raw, g):
    return raw + rng.choice([
        ' [Epub ahead of print]', ' Epub %d %s %d.' % (rng.randint(2001, 2022), rng.choice(MONTHS), rng.randint(1, 28)), ' PMID: %d.' % rng.randint(10**6, 4 * 10**7),
        ' PMID:%d; PMCID: PMC%d' % (rng.randint(10**6, 4 * 10**7), rng.randint(10**6, 10**7)), ' Accessed %s.' % day(rng),
        ' (accessed %s).' % day(rng), ' [cited %s]' % day(rng), ' Available from: http://www.example.org/a%d.pdf' % rng.randint(1, 999),
        ' Retrieved %s, from https://example.com/x/%d' % (day(rng), rng.randint(1, 999)), ' https://doi.org/10.%d/ab.%d' % (rng.randint(1000, 9999), rng.randint(100, 99999))
        if not g.get('DOI') else ' [PubMed]', ' (in %s).' % rng.choice(LANGUAGES), ' [CrossRef] [PubMed]', ' Google Scholar'])


def before(rng, raw, g):
    if re.match(r'\W*\d', raw):
        return raw
    return rng.choice(['[%d] ', '%d. ', '(%d) ', '%d ', '[%d]', '%d.', '%d) ']) % rng.randint(1, 300) + raw


def no_title(rng, raw, g):
    if not g.get('container-title'):
        return raw
    out = re.sub(re.escape(g['title']) + r'[.?!,]*["”’\']?\s*', '', raw, count=1)
    if out != raw and g['container-title'] in out:
        g.pop('title')
        return re.sub(r'["“‘]\s*(?=\w)', '', out, count=1)
    return raw


def spaces(rng, raw, g):
    share = rng.choice([0.15, 0.4, 0.8])
    return re.sub(r' ?([,.;:()]) ?', lambda m: rng.choice([' %s ', ' %s', '%s ', '%s']) % m.group(1) if rng.random() < share else m.group(0), raw)


def hyphen(rng, raw, g):
    words = raw.split(' ')
    long = [i for i, w in enumerate(words) if len(w) > 8 and w.isalpha()]
    if long:
        i = rng.choice(long)
        words[i] = words[i][:4] + rng.choice(['- ', '-', ' ']) + words[i][4:]
    return ' '.join(words)


def names(rng, raw, g):
    """The same names in another print."""
    people = g.get('author', [])
    if len(people) < 1 or not all(a.get('family') and re.fullmatch(r"[A-Z.\s-]{1,9}", a.get('given', '')) for a in people):
        return raw
    last = people[-1]
    m = re.match(r'^(.{0,6}?)' + re.escape(people[0]['family']) + r'.*?' + re.escape(last['family']) + r'[\s,]*' + re.escape(last['given']) + r'\.?', raw)
    if not m or len(m.group(0)) > 60 * len(people):
        return raw
    dot, gap, comma = rng.choice(['.', '.', '']), rng.choice([' ', '']), rng.choice(['', '', ','])
    first = rng.random() < 0.35
    printed = []
    for a in people:
        given = (dot + gap).join(re.findall('[A-Z]', a['given'])) + dot
        printed.append(given + ' ' + a['family'] if first else a['family'] + comma + ' ' + given)
        a['given'] = given
    sep = rng.choice([', ', ', ', '; ']) if not comma else rng.choice([', ', '; '])
    end = rng.choice([sep, ' and ', ', and ', ' & ', ', & '])
    text = sep.join(printed[:-1]) + (end if len(printed) > 1 else '') + printed[-1]
    more = raw[m.end():]
    if not dot and not re.match(r'\s*[.,:(;]', more):
        text += '.'
    return m.group(1) + text + more


def et_al(rng, raw, g):
    return re.sub(r',? et al\.?', rng.choice([' et al', ', et al', ' et al.', ', et al.', ' and others', ' et alii']), raw, count=1)


def spoil(rng, r):
    g = json.loads(json.dumps(r['gold']))
    raw = r['raw']
    steps = rng.choices([behind_title, in_press, behind, before, no_title, spaces, hyphen, names, et_al], [10, 10, 14, 8, 5, 8, 4, 16, 4], k=rng.choice([1, 1, 2]))
    for step in steps:
        if step in (behind_title, no_title) and not g.get('title') or step is in_press and not g.get('year'):
            continue
        raw = step(rng, raw, g)
    return raw, g


def main(argv):
    rng = random.Random(int(argv[2]))
    with open(argv[0], 'w', encoding='utf-8') as out:
        for name in argv[3:]:
            for line in open(name, encoding='utf-8'):
                r = json.loads(line)
                if rng.random() >= float(argv[1]) or r.get('noscore'):
                    continue
                raw, gold = spoil(rng, r)
                if raw != r['raw']:
                    out.write(json.dumps({'id': r['id'] + '~', 'raw': raw, 'gold': gold, 'tier': 'noise'}, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main(sys.argv[1:])
