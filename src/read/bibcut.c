/* bibcut.c: cuts a BibTeX file into entries that can be read alone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/bibcut.h"

#include "read/bibitem.h"

enum {
    WHOLE_MAX = 32 << 20, /* bytes of a file that is looked through as a whole */
    PARENTS_MAX = 8,      /* entries that one entry inherits from */
    TAIL_MAX = 1 << 16,   /* bytes of stray text that are kept with an entry */
    LEAD_MAX = 1 << 18,   /* bytes that are put before one */
};

typedef struct Cutter {
    bool begun, whole;  /* whole: strings and parents are all known */
    rxc_bibmap strings, parents;
    char *lead;         /* of the last entry; its room is used again */
    size_t room;
} Cutter;

static bool is_one_of(Str name, const char *a, const char *b) { return str_eq_nocase(name, str_from(a)) || str_eq_nocase(name, str_from(b)); }

/* Look through the whole file. */
static void survey(Cutter *cutter, Arena *arena, Str all)
{
    rxc_bibitem item;
    bool inherits = str_find_nocase(all, S("crossref")) != STR_NONE || str_find_nocase(all, S("xdata")) != STR_NONE;
    for (size_t at = 0; rxc_bibitem_next(all, at, &item); at = item.e) {
        rxc_bibitem_define(arena, &item, &cutter->strings);
        if (inherits && rxc_bibitem_is_entry(&item)) rxc_bibmap_put(arena, &cutter->parents, arena_str(arena, item.key), arena_str(arena, item.body));
    }
}

/* --- what is put before an entry ------------------------------------------------------------------------------------ */

/* Add the strings that a body names: words behind "=" or "#". */
static void add_strings(const Cutter *cutter, Arena *arena, rxc_bibmap *added, Str body, Buf *lead)
{
    for (size_t i = 0; i < body.n; i++) {
        if (body.p[i] != '=' && body.p[i] != '#') continue;
        size_t b = i + 1, e;
        while (b < body.n && chr_space(body.p[b])) b++;
        if (b >= body.n || !chr_alpha(body.p[b])) continue;
        for (e = b; e < body.n && !strchr(",#} \t\r\n{\"=", body.p[e]);) e++;
        Str name = str_sub(body, b, e), value;
        if (!rxc_bibmap_get(&cutter->strings, name, &value) || rxc_bibmap_get(added, name, &(Str){ 0 })) continue;
        if (lead->n + value.n > LEAD_MAX) continue;
        rxc_bibmap_put(arena, added, name, value);
        buf_add(lead, S("@string{")), buf_add(lead, name), buf_add(lead, S(" = {")), buf_add(lead, value), buf_add(lead, S("}}\n"));
    }
}

static void add_parents(const Cutter *cutter, Arena *arena, Str body, Buf *lead)
{
    Str wait[PARENTS_MAX + 1] = { body };
    rxc_bibmap strings = { 0 };
    for (size_t n = 1, i = 0; i < n; i++) {
        rxc_bibfield field;
        add_strings(cutter, arena, &strings, wait[i], lead);
        if (!cutter->parents.n) continue;
        for (Str rest = wait[i]; rxc_bibitem_field(arena, &rest, &cutter->strings, &field);) {
            Str keys = field.value, key;
            if (!is_one_of(field.name, "crossref", "xdata")) continue;
            while (str_cut(&keys, ',', &key)) {
                Str parent;
                key = str_trim(key);
                if (n > PARENTS_MAX || !rxc_bibmap_get(&cutter->parents, key, &parent) || lead->n + parent.n > LEAD_MAX) continue;
                buf_add(lead, S("@xdata{")), buf_add(lead, key), buf_char(lead, ','), buf_add(lead, parent), buf_add(lead, S("\n}\n"));
                wait[n++] = parent;
            }
        }
    }
}

static Str make_lead(Cutter *cutter, Arena *arena, Str body)
{
    Arena scratch = { 0 };
    Buf lead = { 0 };
    add_parents(cutter, &scratch, body, &lead);
    if (lead.n > cutter->room) cutter->room = 2 * lead.n, cutter->lead = arena_alloc(arena, cutter->room);
    if (lead.n) memcpy(cutter->lead, lead.p, lead.n);
    Str made = { cutter->lead, lead.n };
    buf_clear(&lead);
    arena_clear(&scratch);
    return made;
}

/* --- entries -------------------------------------------------------------------------------------------------------- */

/* Text behind an entry that is neither blank nor a remark is kept with it: it may be what a wrong bracket cut off. */
static size_t add_tail(Str window, size_t e)
{
    rxc_bibitem next;
    size_t at = e;
    while (at < window.n && chr_space(window.p[at])) at++;
    if (at >= window.n || window.p[at] == '@' || window.p[at] == '%') return e;
    Str near = str_sub(window, 0, at + TAIL_MAX);
    return rxc_bibitem_next(near, at, &next) ? next.b : near.n;
}

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    Cutter *cutter = state;
    rxc_bibitem item;
    if (!cutter->begun && !end && window.n < WHOLE_MAX) return RXC_CUT_MORE;
    if (!cutter->begun && end) survey(cutter, arena, window), cutter->whole = true;
    cutter->begun = true;
    for (size_t at = 0; rxc_bibitem_next(window, at, &item); at = item.e) {
        if (!end && item.e + TAIL_MAX >= window.n) return RXC_CUT_MORE;
        if (!cutter->whole) rxc_bibitem_define(arena, &item, &cutter->strings);
        if (!rxc_bibitem_is_entry(&item) || str_eq_nocase(item.type, S("xdata"))) continue;
        out->b = item.b;
        out->e = out->used = add_tail(window, item.e);
        out->lead = make_lead(cutter, arena, item.body);
        return RXC_CUT_ENTRY;
    }
    return end ? RXC_CUT_END : RXC_CUT_MORE;
}

const rxc_split rxc_bibcut_split = { .state_size = sizeof(Cutter), .cut = cut };
