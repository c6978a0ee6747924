/* settle.c: joins what imports bring into one vocabulary in which each wording belongs to one concept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/settle.h"

#include <stdlib.h>

#include "text/fold.h"
#include "vocab/wording.h"

enum {
    VOTES = 64,       /* concepts with which one concept may share wordings; further ones are not asked */
    SHORTS_MAX = 100, /* new short forms of one concept */
    SOURCE_MAX = 200, /* bytes of the column source */
};

/* --- wordings ---------------------------------------------------------------------------------------------------- */

/* Whose wording this is; 0: nobody's. */
static uint32_t owner_of(const rxc_settle *s, rxc_wording w)
{
    uint32_t owner = rxc_map_get(&s->wordings, w.key);
    return owner || !w.joined.n ? owner : rxc_map_get(&s->wordings, w.joined);
}

/* Both keys become the entry's, unless they have an owner. */
static void own(rxc_settle *s, uint32_t number, rxc_wording w)
{
    rxc_map_put(&s->wordings, s->arena, w.key, number);
    if (w.joined.n) rxc_map_put(&s->wordings, s->arena, w.joined, number);
}

static bool free_for(const rxc_settle *s, uint32_t number, rxc_wording w, Str text)
{
    uint32_t a = rxc_map_get(&s->wordings, w.key), b = w.joined.n ? rxc_map_get(&s->wordings, w.joined) : 0;
    uint32_t c = rxc_map_get(&s->shorts, text);
    return (!a || a == number) && (!b || b == number) && (!c || c == number);
}

static bool has(const rxc_vocab_strs *list, Str text)
{
    size_t i = 0;
    while (i < list->n && !str_eq(list->v[i], text)) i++;
    return i < list->n;
}

/* A wording that an import brings for an entry: added when it is new and nobody else's. */
static void add_wording(rxc_settle *s, rxc_import *import, uint32_t number, rxc_entry_list list, Str text)
{
    rxc_wording w = rxc_wording_of(s->arena, text);
    if (!w.key.n) {
        rxc_import_skip_one(import, "name: no word, or too many to be looked for");
    } else if (!free_for(s, number, w, text)) {
        rxc_import_skip_one(import, "name: another concept has it");
    } else if (rxc_map_get(&s->wordings, w.key) == number) {
        rxc_import_skip_one(import, "name: the concept has it already, or one that is found at the same places");
    } else {
        own(s, number, w);
        *vec_push(s->arena, &s->entries.v[number - 1].p->lists[list]) = text;
    }
}

static void add_short(rxc_settle *s, rxc_import *import, uint32_t number, Str text)
{
    rxc_vocab_entry *entry = s->entries.v[number - 1].p;
    Str plain = str_last(text) == '?' ? str_take(text, text.n - 1) : text;
    Str marked = arena_printf(s->arena, "%.*s?", STR_ARG(plain));
    rxc_vocab_strs *list = &s->doubtful.v[number - 1];
    if (has(&entry->lists[RXC_ENTRY_SHORTS], plain) || has(&entry->lists[RXC_ENTRY_SHORTS], marked)) return;
    if (has(list, plain) || has(list, marked) || !plain.n) return;
    if (list->n < SHORTS_MAX) *vec_push(s->arena, list) = text;
    else rxc_import_skip_one(import, "short form: the concept has too many");
}

static bool is_code(Str code)
{
    size_t colon = str_chr(code, ':');
    if (colon == STR_NONE || !colon || colon + 1 == code.n) return false;
    for (size_t i = 0; i < code.n; i++)
        if ((unsigned char)code.p[i] <= ' ' || code.p[i] == '|' || code.p[i] == 0x7F) return false;
    return true;
}

static void add_codes(rxc_settle *s, rxc_import *import, rxc_vocab_entry *to, const rxc_vocab_entry *from)
{
    const rxc_vocab_strs *codes = &from->lists[RXC_ENTRY_CODES];
    for (size_t i = 0; i < codes->n; i++) {
        if (is_code(codes->v[i])) *vec_push(s->arena, &to->lists[RXC_ENTRY_CODES]) = codes->v[i];
        else rxc_import_skip_one(import, "code: not of the form SYSTEM:CODE");
    }
}

static void add_source(rxc_settle *s, rxc_vocab_entry *to, Str source)
{
    Str rest = to->source, one;
    if (!source.n) return;
    while (rest.n && str_cut(&rest, '|', &one))
        if (str_eq(one, source)) return;
    if (to->source.n + source.n >= SOURCE_MAX) return;
    to->source = to->source.n ? arena_printf(s->arena, "%.*s|%.*s", STR_ARG(to->source), STR_ARG(source)) : source;
}

/* --- concepts ---------------------------------------------------------------------------------------------------- */

static uint32_t add_entry(rxc_settle *s, rxc_vocab_entry *entry)
{
    *vec_push(s->arena, &s->entries) = (rxc_vocab_slot){ entry };
    *vec_push(s->arena, &s->doubtful) = (rxc_vocab_strs){ 0 };
    return (uint32_t)s->entries.n;
}

/* A concept without wordings; the caller adds them. */
static uint32_t new_entry(rxc_settle *s, const rxc_vocab_entry *from, rxc_wording name)
{
    rxc_vocab_entry *entry = arena_new(s->arena, rxc_vocab_entry);
    Str group = from->group.n ? rxc_wording_clean(s->arena, from->group) : S("unclassified");
    *entry = (rxc_vocab_entry){ .type = from->type, .name = from->name, .group = group };
    uint32_t number = add_entry(s, entry);
    own(s, number, name);
    s->made++;
    return number;
}

typedef struct Votes {
    uint32_t number[VOTES];
    size_t count[VOTES], n;
} Votes;

static void vote(const rxc_settle *s, const rxc_vocab_entry *from, Str text, size_t before, Votes *votes)
{
    uint32_t owner = owner_of(s, rxc_wording_of(s->arena, text));
    size_t i = 0;
    if (!owner || owner > before || s->entries.v[owner - 1].p->type != from->type) return;
    while (i < votes->n && votes->number[i] != owner) i++;
    if (i == VOTES) return;
    if (i == votes->n) votes->number[votes->n++] = owner, votes->count[i] = 0;
    votes->count[i]++;
}

/* The concept from elsewhere (the first `before`) with most wordings in common; 0: none has any. *tie when two have as
 * many. */
static uint32_t nearest(const rxc_settle *s, const rxc_vocab_entry *from, size_t before, bool *tie)
{
    Votes votes = { .n = 0 };
    size_t best = 0;
    for (rxc_entry_list list = RXC_ENTRY_SYNONYMS; list <= RXC_ENTRY_BRANDS; list++)
        for (size_t i = 0; i < from->lists[list].n; i++) vote(s, from, from->lists[list].v[i], before, &votes);
    for (size_t i = 1; i < votes.n; i++)
        if (votes.count[i] > votes.count[best]) best = i;
    *tie = false;
    for (size_t i = 0; i < votes.n; i++) *tie |= i != best && votes.count[i] == votes.count[best];
    return votes.n ? votes.number[best] : 0;
}

/* Which entry an imported concept becomes or joins; 0: it is left out, and counted. */
static uint32_t place(rxc_settle *s, rxc_import *import, const rxc_vocab_entry *from, size_t before)
{
    rxc_wording name = rxc_wording_of(s->arena, from->name);
    bool tie;
    if (!name.key.n) {
        rxc_import_skip_one(import, "concept: its name has no word, or too many to be looked for");
        return 0;
    }
    uint32_t to = owner_of(s, name);
    if (!to) to = rxc_map_get(&s->shorts, from->name); /* a name, unlike a synonym, may be a short form: ATP */
    if (to && s->entries.v[to - 1].p->type != from->type) {
        rxc_import_skip_one(import, "concept: its name is that of a concept of the other type");
        return 0;
    }
    if (!to) to = nearest(s, from, before, &tie);
    else tie = false;
    if (tie) {
        rxc_import_skip_one(import, "concept: its wordings are those of several concepts");
        return 0;
    }
    if (!to) return new_entry(s, from, name);
    s->joined++;
    return to;
}

/* A synonym, or a short form where it looks like one. */
static void add_name(rxc_settle *s, rxc_import *import, uint32_t number, Str name)
{
    if (rxc_wording_is_short(name)) add_short(s, import, number, name);
    else add_wording(s, import, number, RXC_ENTRY_SYNONYMS, name);
}

static void add_names(rxc_settle *s, rxc_import *import, uint32_t number, const rxc_vocab_strs *names)
{
    for (size_t i = 0; i < names->n; i++) add_name(s, import, number, names->v[i]);
}

static void fill(rxc_settle *s, rxc_import *import, const rxc_vocab_entry *from, uint32_t number, Str source)
{
    rxc_vocab_entry *to = s->entries.v[number - 1].p;
    if (!str_eq(from->name, to->name)) add_name(s, import, number, from->name);
    add_names(s, import, number, &from->lists[RXC_ENTRY_SYNONYMS]);
    for (size_t i = 0; i < from->lists[RXC_ENTRY_BRANDS].n; i++)
        add_wording(s, import, number, RXC_ENTRY_BRANDS, from->lists[RXC_ENTRY_BRANDS].v[i]);
    for (size_t i = 0; i < from->lists[RXC_ENTRY_SHORTS].n; i++)
        add_short(s, import, number, from->lists[RXC_ENTRY_SHORTS].v[i]);
    add_names(s, import, number, &from->narrower);
    add_codes(s, import, to, from);
    add_source(s, to, from->source.n ? from->source : source);
    if (str_eq(to->group, S("unclassified")) && from->group.n) to->group = rxc_wording_clean(s->arena, from->group);
}

typedef struct Ranked {
    rxc_vocab_entry *entry;
    size_t number;
} Ranked;

static int compare_entries(const void *a, const void *b)
{
    const Ranked *x = a, *y = b;
    if (x->entry->type != y->entry->type) return x->entry->type < y->entry->type ? -1 : 1;
    int order = str_cmp(x->entry->name, y->entry->name);
    return order ? order : x->number < y->number ? -1 : 1;
}

void rxc_settle_add(rxc_settle *s, rxc_import *import, Str source)
{
    Arena scratch = { 0 };
    VEC(Ranked) order = { 0 };
    size_t before = s->entries.n;
    for (size_t i = 0; i < import->entries.n; i++) {
        rxc_vocab_entry *entry = import->entries.v[i].p;
        bool named = entry->name.n || entry->lists[RXC_ENTRY_SYNONYMS].n || entry->lists[RXC_ENTRY_BRANDS].n ||
                     entry->narrower.n;
        if (entry->type == RXC_PHRASE && named) rxc_import_skip_one(import, "concept: neither a drug nor a disorder");
        if (entry->type != RXC_PHRASE && !entry->name.n) rxc_import_skip_one(import, "concept: no name");
        if (entry->type != RXC_PHRASE && entry->name.n) *vec_push(&scratch, &order) = (Ranked){ entry, i };
    }
    if (order.n) qsort(order.v, order.n, sizeof *order.v, compare_entries);
    uint32_t *places = arena_array(&scratch, uint32_t, order.n + 1);
    /* all preferred names have their owner before the first synonym claims one */
    for (size_t i = 0; i < order.n; i++) places[i] = place(s, import, order.v[i].entry, before);
    for (size_t i = 0; i < order.n; i++)
        if (places[i]) fill(s, import, order.v[i].entry, places[i], source);
    arena_clear(&scratch);
}

void rxc_settle_base(rxc_settle *s, rxc_import *import)
{
    for (size_t i = 0; i < import->entries.n; i++) {
        rxc_vocab_entry *entry = import->entries.v[i].p;
        uint32_t number = add_entry(s, entry);
        own(s, number, rxc_wording_of(s->arena, entry->name));
        for (rxc_entry_list list = RXC_ENTRY_SYNONYMS; list <= RXC_ENTRY_BRANDS; list++)
            for (size_t k = 0; k < entry->lists[list].n; k++)
                own(s, number, rxc_wording_of(s->arena, entry->lists[list].v[k]));
        for (size_t k = 0; k < entry->lists[RXC_ENTRY_SHORTS].n; k++) {
            Str text = entry->lists[RXC_ENTRY_SHORTS].v[k];
            if (str_last(text) != '?') rxc_map_put(&s->shorts, s->arena, text, number);
        }
    }
}

/* --- the end ----------------------------------------------------------------------------------------------------- */

/* A slug that others have gets a number; `next` says where to go on counting. */
static void give_id(rxc_settle *s, rxc_map *ids, rxc_map *next, uint32_t number)
{
    rxc_vocab_entry *entry = s->entries.v[number - 1].p;
    const char *type = rxc_concept_type_name(entry->type);
    Str slug = rxc_fold_slug(s->arena, entry->name);
    for (size_t i = 0; i < slug.n; i++)
        if (!chr_lower(slug.p[i]) && !chr_digit(slug.p[i]) && slug.p[i] != '-') slug.n = 0; /* a script of its own */
    if (!slug.n && entry->lists[RXC_ENTRY_CODES].n) slug = rxc_fold_slug(s->arena, entry->lists[RXC_ENTRY_CODES].v[0]);
    if (!slug.n) slug = S("unnamed");
    entry->id = arena_printf(s->arena, "%s:%.*s", type, STR_ARG(slug));
    if (rxc_map_put(ids, s->arena, entry->id, number) == number) return;
    Str taken = entry->id;
    uint32_t i = rxc_map_get(next, taken);
    if (!i) i = 2;
    do {
        entry->id = arena_printf(s->arena, "%.*s-%u", STR_ARG(taken), i++);
    } while (rxc_map_put(ids, s->arena, entry->id, number) != number);
    rxc_map_set(next, s->arena, taken, i);
}

/* Whose a short form is when only one concept has it; SEVERAL when more have. */
static const uint32_t SEVERAL = UINT32_MAX;

typedef struct Shorts {
    rxc_map numbers; /* text -> index into owners, from 1 */
    VEC(uint32_t) owners;
} Shorts;

static void note_short(rxc_settle *s, Shorts *shorts, Str text, uint32_t owner)
{
    if (str_last(text) == '?') text.n--;
    uint32_t next = (uint32_t)shorts->owners.n + 1, at = rxc_map_put(&shorts->numbers, s->arena, text, next);
    if (at == next) *vec_push(s->arena, &shorts->owners) = owner;
    else if (shorts->owners.v[at - 1] != owner) shorts->owners.v[at - 1] = SEVERAL;
}

static void keep_short(rxc_settle *s, const Shorts *shorts, uint32_t number, Str text)
{
    Str plain = str_last(text) == '?' ? str_take(text, text.n - 1) : text;
    uint32_t meant = rxc_map_get(&s->wordings, rxc_wording_of(s->arena, plain).key);
    if (meant == number) return; /* found as a wording already */
    bool shared = shorts->owners.v[rxc_map_get(&shorts->numbers, plain) - 1] == SEVERAL;
    if (text.n == plain.n && (shared || meant)) text = arena_printf(s->arena, "%.*s?", STR_ARG(plain));
    *vec_push(s->arena, &s->entries.v[number - 1].p->lists[RXC_ENTRY_SHORTS]) = text;
}

static void settle_shorts(rxc_settle *s)
{
    Shorts shorts = { 0 };
    for (uint32_t n = 1; n <= s->entries.n; n++) {
        const rxc_vocab_strs *own_shorts = &s->entries.v[n - 1].p->lists[RXC_ENTRY_SHORTS],
                             *doubtful = &s->doubtful.v[n - 1];
        for (size_t i = 0; i < own_shorts->n; i++) note_short(s, &shorts, own_shorts->v[i], n);
        for (size_t i = 0; i < doubtful->n; i++) note_short(s, &shorts, doubtful->v[i], n);
    }
    for (uint32_t n = 1; n <= s->entries.n; n++) {
        const rxc_vocab_strs *doubtful = &s->doubtful.v[n - 1];
        for (size_t i = 0; i < doubtful->n; i++) keep_short(s, &shorts, n, doubtful->v[i]);
    }
}

static int compare_strs(const void *a, const void *b) { return str_cmp(*(const Str *)a, *(const Str *)b); }

/* Sorted, each once. */
static void sort_once(rxc_vocab_strs *list)
{
    size_t n = 0;
    if (list->n) qsort(list->v, list->n, sizeof *list->v, compare_strs);
    for (size_t i = 0; i < list->n; i++)
        if (!n || !str_eq(list->v[n - 1], list->v[i])) list->v[n++] = list->v[i];
    list->n = n;
}

static int compare_ids(const void *a, const void *b)
{
    const rxc_vocab_slot *x = a, *y = b;
    return str_cmp(x->p->id, y->p->id);
}

void rxc_settle_end(rxc_settle *s)
{
    rxc_map ids = { 0 }, next = { 0 };
    for (uint32_t n = 1; n <= s->entries.n; n++) {
        rxc_vocab_entry *entry = s->entries.v[n - 1].p;
        if (entry->id.n) rxc_map_put(&ids, s->arena, entry->id, n);
        sort_once(&entry->lists[RXC_ENTRY_CODES]);
    }
    for (uint32_t n = 1; n <= s->entries.n; n++)
        if (!s->entries.v[n - 1].p->id.n) give_id(s, &ids, &next, n);
    settle_shorts(s);
    if (s->entries.n) qsort(s->entries.v, s->entries.n, sizeof *s->entries.v, compare_ids);
}
