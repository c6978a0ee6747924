#!/usr/bin/env python3
"""folds.py: cuts the tagged references of the data folder into five parts for cross-validation.

    folds.py REFERENCES OUT

REFERENCES is ../shared/data/references. A part never shares a group with another: a group is a citing journal (pmc,
plos), else an article or a file. OUT gets part0..part4.jsonl, and part5.jsonl with AnyStyle's own data, which is
trained on and never tested; all six together are the training data of the shipped model.
"""
import collections, gzip, json, sys

FILES = ['dev_grobid.jsonl.gz', 'dev_anystyle.jsonl', 'dev_jats_other.jsonl', 'dev_pmc.jsonl.gz']


def group(r):
    source = r['source']
    if source in ('pmc', 'plos'):
        return 'j:' + (r.get('journal') or '?').lower()
    if source.startswith('anystyle'):
        return 'anystyle'
    return source + ':' + r['id'].split(':', 1)[1].rsplit('#', 1)[0]


def main(folder, out):
    records = []
    for name in FILES:
        with (gzip.open if name.endswith('gz') else open)(folder + '/' + name, 'rt', encoding='utf-8') as f:
            records += [json.loads(line) for line in f]
    size = collections.Counter(map(group, records))
    part_of, sizes = {'anystyle': 5}, [0] * 5
    for key in sorted(size, key=lambda k: (-size[k], k)):
        if key not in part_of:
            part_of[key] = sizes.index(min(sizes))
            sizes[part_of[key]] += size[key]
    for i in range(6):
        with open('%s/part%d.jsonl' % (out, i), 'w', encoding='utf-8') as f:
            for r in records:
                if part_of[group(r)] == i:
                    f.write(json.dumps(r, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
