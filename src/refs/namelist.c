/* namelist.c: lists of names: separators give parts, parts give persons and groups. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/namelist.h"

#include "refs/nameword.h"
#include "text/utf8.h"

typedef rxc_nameword word;

/* Words [b, e) between two separators, and the separator before them. */
typedef struct part {
    size_t b, e;
    rxc_nameword_kind before;
} part;

typedef struct list {
    Arena *arena, *scratch;
    rxc_namewords words;
    VEC(part) parts;
    bool inverted;  /* "Family, Given" */
    bool spelt_out; /* some given names are no initials: "Leon Glass" */
    bool open;      /* the last name has a family name only, and its given names may follow */
    rxc_names *out;
} list;

/* The stretch of text from the first to the last of some words of one string. */
static Str text_of(const word *v, size_t b, size_t e)
{
    if (b >= e) return (Str){ 0 };
    const char *end = v[e - 1].s.p + v[e - 1].s.n;
    return (Str){ v[b].s.p, (size_t)(end - v[b].s.p) };
}

static rxc_nameword_kind kind_at(const list *l, size_t i) { return l->words.v[i].kind; }

/* --- groups ----------------------------------------------------------------------------------------------------- */

static bool has_group_word(const list *l, size_t b, size_t e)
{
    for (size_t i = b; i < e; i++)
        if (rxc_nameword_is_word(&l->words.v[i]) && rxc_nameword_is_group(l->words.v[i].s)) return true;
    return false;
}

/* "of", "for": no particle of a name */
static bool has_plain_lower(const list *l, size_t b, size_t e)
{
    for (size_t i = b; i < e; i++)
        if (kind_at(l, i) == RXC_NAMEWORD_LOWER && !rxc_nameword_is_particle(l->words.v[i].s)) return true;
    return false;
}

static bool has_capital(const list *l, size_t b, size_t e)
{
    for (size_t i = b; i < e; i++)
        if (kind_at(l, i) == RXC_NAMEWORD_FULL || kind_at(l, i) == RXC_NAMEWORD_INITIALS) return true;
    return false;
}

static bool has_initials_at_end(const list *l, size_t b, size_t e)
{
    return e > b + 1 && (kind_at(l, e - 1) == RXC_NAMEWORD_INITIALS ||
                         (kind_at(l, b) == RXC_NAMEWORD_INITIALS && l->words.v[b].dotted));
}

static bool is_group(const list *l, size_t b, size_t e)
{
    if (has_group_word(l, b, e)) return e - b > 1 || !has_initials_at_end(l, b, e);
    return e - b > 2 && has_plain_lower(l, b, e) && !has_initials_at_end(l, b, e);
}

/* "for the", "on behalf of the" before a group's name. */
static size_t skip_role(const list *l, size_t b, size_t e)
{
    while (b < e && kind_at(l, b) == RXC_NAMEWORD_LOWER) b++;
    return b;
}

static void add_group(list *l, size_t b, size_t e)
{
    b = skip_role(l, b, e);
    Str literal = text_of(l->words.v, b, e);
    if (literal.n == 0) return;
    bool closes = e < l->words.n && kind_at(l, e) == RXC_NAMEWORD_CLOSE &&
                  (str_chr(literal, '(') != STR_NONE || str_chr(literal, '[') != STR_NONE);
    if (closes) literal.n = (size_t)(l->words.v[e].s.p + 1 - literal.p);
    *vec_push(l->arena, l->out) = (rxc_name){ .literal = literal };
    l->open = false;
}

/* --- persons ---------------------------------------------------------------------------------------------------- */

/* Family name with its particles before it: "van der Sluis". */
static void set_family(const list *l, rxc_name *name, size_t b, size_t e)
{
    size_t core = b;
    while (core + 1 < e && kind_at(l, core) == RXC_NAMEWORD_LOWER && rxc_nameword_is_particle(l->words.v[core].s))
        core++;
    name->particle = text_of(l->words.v, b, core);
    name->family = text_of(l->words.v, core, e);
}

static rxc_name *add_person(list *l)
{
    l->open = false;
    return vec_push(l->arena, l->out);
}

/* "EL" + "de": given names whose particle follows them ("Silva, A. de"). */
static void set_given(const list *l, rxc_name *name, size_t b, size_t e)
{
    size_t end = e;
    while (end > b + 1 && kind_at(l, end - 1) == RXC_NAMEWORD_LOWER && rxc_nameword_is_particle(l->words.v[end - 1].s))
        end--;
    if (end < e && name->particle.n == 0) name->particle = text_of(l->words.v, end, e);
    else end = e;
    name->given = text_of(l->words.v, b, end);
}

static size_t count_initials(const list *l, size_t b, size_t e)
{
    size_t n = 0;
    while (b + n < e && kind_at(l, b + n) == RXC_NAMEWORD_INITIALS) n++;
    return n;
}

static size_t count_trailing(const list *l, size_t b, size_t e)
{
    size_t n = 0;
    while (e - n > b && kind_at(l, e - n - 1) == RXC_NAMEWORD_INITIALS) n++;
    return n;
}

/* "Van", "El" before a family name, as a word of its own. */
static bool is_capital_particle(Str s)
{
    static const Str particles[] = { STR_INIT("Van"),   STR_INIT("Von"), STR_INIT("De"),  STR_INIT("Del"),
                                     STR_INIT("Della"), STR_INIT("Di"),  STR_INIT("Da"),  STR_INIT("Dos"),
                                     STR_INIT("La"),    STR_INIT("Le"),  STR_INIT("El"),  STR_INIT("Al"),
                                     STR_INIT("Ter"),   STR_INIT("Ten"), STR_INIT("Ben"), STR_INIT("Bin"),
                                     STR_INIT("St") };
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (str_eq(s, particles[i])) return true;
    return false;
}

/* Where the family name begins in "Johannes van der Waals", "Maria Perez", "Salah El Hihi". */
static size_t family_start(const list *l, size_t b, size_t e)
{
    for (size_t i = b + 1; i + 1 < e; i++) {
        bool lower = kind_at(l, i) == RXC_NAMEWORD_LOWER && rxc_nameword_is_particle(l->words.v[i].s);
        if (lower || is_capital_particle(l->words.v[i].s)) return i;
    }
    return e - 1;
}

/* A Chinese, Japanese or Korean name without spaces: the family name is its first character. */
static bool set_cjk(const list *l, rxc_name *name, size_t b, size_t e)
{
    Str s = text_of(l->words.v, b, e);
    size_t at = 0;
    if (s.n == 0 || e - b != 1 || rxc_utf8_next(s, &at) < 0x2E80 || rxc_utf8_count(s) > 4) return false;
    name->family = str_take(s, at);
    name->given = str_drop(s, at);
    return true;
}

/* Words that are not only initials: family name first or last, as the place of the initials tells. */
static void add_full(list *l, size_t b, size_t e)
{
    size_t head = count_initials(l, b, e), tail = count_trailing(l, b, e);
    rxc_name *name = add_person(l);
    if (set_cjk(l, name, b, e)) return;
    if (head > 0) {
        /* "C. Lawrence Zitnick" among names that are spelt out */
        size_t family = l->spelt_out && e - b - head > 1 ? family_start(l, b + head - 1, e) : b + head;
        name->given = text_of(l->words.v, b, family);
        set_family(l, name, family, e);
    } else if (tail > 0) {
        set_family(l, name, b, e - tail);
        name->given = text_of(l->words.v, e - tail, e);
    } else if (e - b == 1 || kind_at(l, b) == RXC_NAMEWORD_LOWER) {
        set_family(l, name, b, e);
        l->open = true;
    } else {
        size_t family = family_start(l, b, e);
        name->given = text_of(l->words.v, b, family);
        set_family(l, name, family, e);
    }
}

/* Nothing but initials: given names of the name before, or a short family name with its initials, or a group. */
static void add_initials(list *l, size_t b, size_t e)
{
    const word *first = &l->words.v[b];
    if (l->open && l->out->n) {
        l->out->v[l->out->n - 1].given = text_of(l->words.v, b, e);
        l->open = false;
    } else if (e - b > 1 && first->dotted && !first->caps && l->words.v[e - 1].caps &&
               !(l->words.v[e - 1].dotted && l->words.v[e - 1].s.n == 3)) {
        rxc_name *name = add_person(l); /* "W. T. FORD" */
        name->given = text_of(l->words.v, b, e - 1);
        name->family = l->words.v[e - 1].s;
        if (str_last(name->family) == '.') name->family.n--;
    } else if (e - b > 1 && !first->dotted &&
               (first->caps || (e - b == 2 && !l->words.v[e - 1].dotted && l->parts.n > 1))) {
        rxc_name *name = add_person(l);
        name->family = first->s;
        name->given = text_of(l->words.v, b + 1, e);
    } else if (e - b == 1 && !first->dotted && first->caps && l->parts.n == 1) {
        add_group(l, b, e);
    } else if (!rxc_nameword_is_degree(first->s)) {
        rxc_name *name = add_person(l);
        name->family = text_of(l->words.v, b, e);
        l->open = true;
    }
}

static bool only_initials(const list *l, size_t b, size_t e) { return count_initials(l, b, e) == e - b; }

/* "Liu SM Zhong J Zhao XJ": initials in the middle and at the end, words first. */
static bool is_run_on(const list *l, size_t b, size_t e)
{
    if (kind_at(l, b) != RXC_NAMEWORD_FULL || kind_at(l, e - 1) != RXC_NAMEWORD_INITIALS) return false;
    for (size_t i = b; i + 1 < e; i++)
        if (kind_at(l, i) == RXC_NAMEWORD_INITIALS && kind_at(l, i + 1) != RXC_NAMEWORD_INITIALS) return true;
    return false;
}

static void add_run_on(list *l, size_t b, size_t e)
{
    while (b < e) {
        size_t end = b;
        while (end < e && kind_at(l, end) != RXC_NAMEWORD_INITIALS) end++;
        while (end < e && kind_at(l, end) == RXC_NAMEWORD_INITIALS) end++;
        add_full(l, b, end);
        b = end;
    }
}

/* May this part hold the given names of the family name before it? */
static bool is_given(const list *l, const part *p, size_t b, size_t e)
{
    if (!l->open || !l->inverted || p->before == RXC_NAMEWORD_SEMICOLON || p->before == RXC_NAMEWORD_AND) return false;
    size_t full = 0;
    for (size_t i = b; i < e; i++) full += kind_at(l, i) == RXC_NAMEWORD_FULL;
    return full <= (p == &l->parts.v[1] ? 4 : 2);
}

/* Family name alone, for the next part is nothing but its initials: "Van de Crommenacker" before ", J." */
static bool is_family(const list *l, const part *p, size_t b, size_t e)
{
    if (l->open || p + 1 >= l->parts.v + l->parts.n || p[1].before != RXC_NAMEWORD_COMMA) return false;
    bool named = l->inverted && e - b > 1 && (p == l->parts.v || is_capital_particle(l->words.v[b].s));
    if (named && count_trailing(l, b, e) == 0 && kind_at(l, p[1].b) == RXC_NAMEWORD_FULL) return true;
    return l->words.v[p[1].b].s.n <= 5 && only_initials(l, p[1].b, p[1].e) && count_initials(l, b, e) == 0 &&
           count_trailing(l, b, e) == 0;
}

static void add_family(list *l, size_t b, size_t e)
{
    rxc_name *name = add_person(l);
    set_family(l, name, b, e);
    l->open = true;
}

/* "Fersen L von": the particle behind the initials. What is left of the part ends at *e. */
static Str cut_particle(const list *l, size_t b, size_t *e)
{
    size_t end = *e;
    while (end > b + 2 && kind_at(l, end - 1) == RXC_NAMEWORD_LOWER && rxc_nameword_is_particle(l->words.v[end - 1].s))
        end--;
    if (end == *e || kind_at(l, end - 1) != RXC_NAMEWORD_INITIALS || count_initials(l, b, end) == end - b)
        return (Str){ 0 };
    Str particle = text_of(l->words.v, end, *e);
    *e = end;
    return particle;
}

/* Suffixes are taken out of a part; what is left of it is [b, *e). */
static Str cut_suffix(const list *l, size_t *b, size_t *e)
{
    Str suffix = { 0 };
    bool alone = *e - *b == 1;
    if (*e - *b >= 1 && kind_at(l, *e - 1) == RXC_NAMEWORD_SUFFIX) {
        bool real = *e - *b > 2 || alone || !l->words.v[*e - 1].caps;
        if (real) suffix = l->words.v[--*e].s;
        else l->words.v[*e - 1].kind = RXC_NAMEWORD_INITIALS;
    } else if (*e - *b >= 2 && kind_at(l, *b) == RXC_NAMEWORD_SUFFIX && str_starts_nocase(l->words.v[*b].s, S("jr"))) {
        suffix = l->words.v[(*b)++].s;
    }
    for (size_t i = *b; i < *e; i++) /* "Danforth Jr DN" */
        if (kind_at(l, i) == RXC_NAMEWORD_SUFFIX) l->words.v[i].kind = RXC_NAMEWORD_FULL;
    if (suffix.n > 1 && str_last(suffix) == '.') suffix.n--;
    return suffix;
}

/* "GHF" for "Global Humanitarian Forum" */
static bool is_acronym(const list *l, const part *p, const part *of)
{
    Str letters = l->words.v[p->b].s;
    if (p->e - p->b != 1 || of->e - of->b < 2) return false;
    for (size_t i = of->b, k = 0; i < of->e; i++) {
        Str s = l->words.v[i].s;
        if (k < letters.n && s.n && s.p[0] == letters.p[k]) k++;
        if (k == letters.n) return true;
    }
    return false;
}

/* "National Research Council (NRC)", "GRiSP (Global Rice Science Partnership)": one name with what is in the brackets. */
static bool add_bracketed(list *l, const part *p)
{
    const part *next = p + 1;
    if (next >= l->parts.v + l->parts.n || next->before != RXC_NAMEWORD_OPEN) return false;
    bool group = has_group_word(l, p->b, p->e) || is_acronym(l, next, p) ||
                 (p->e - p->b == 1 && l->parts.n == 2 && next->e - next->b > 1);
    if (!group || has_initials_at_end(l, next->b, next->e) || (next->e - next->b > 1 && next->e - next->b < 3))
        return false;
    add_group(l, p->b, next->e);
    return true;
}

static void add_part(list *l, const part *p)
{
    size_t b = p->b, e = p->e;
    if (is_group(l, b, e)) {
        add_group(l, b, e);
        return;
    }
    Str suffix = cut_suffix(l, &b, &e);
    if (b == e) {
        if (suffix.n && l->out->n && l->out->v[l->out->n - 1].literal.n == 0) l->out->v[l->out->n - 1].suffix = suffix;
        return;
    }
    if (!has_capital(l, b, e)) {
        if (l->open && l->out->n && rxc_nameword_is_particle(l->words.v[b].s))
            l->out->v[l->out->n - 1].particle = text_of(l->words.v, b, e);
        return;
    }
    Str particle = cut_particle(l, b, &e);
    if (only_initials(l, b, e)) add_initials(l, b, e);
    else if (is_family(l, p, b, e)) add_family(l, b, e);
    else if (is_given(l, p, b, e)) set_given(l, &l->out->v[l->out->n - 1], b, e), l->open = false;
    else if (e - b == 1 && rxc_nameword_is_degree(l->words.v[b].s)) return;
    else if (is_run_on(l, b, e)) add_run_on(l, b, e);
    else add_full(l, b, e);
    if (suffix.n && l->out->n) l->out->v[l->out->n - 1].suffix = suffix;
    if (particle.n && l->out->n && !l->out->v[l->out->n - 1].particle.n) l->out->v[l->out->n - 1].particle = particle;
}

/* --- the list --------------------------------------------------------------------------------------------------- */

static void cut_parts(list *l, bool *et_al)
{
    rxc_nameword_kind before = RXC_NAMEWORD_SEMICOLON;
    for (size_t i = 0, b = 0; i <= l->words.n; i++) {
        if (i < l->words.n && rxc_nameword_is_word(&l->words.v[i])) continue;
        if (i > b) {
            *vec_push(l->scratch, &l->parts) = (part){ b, i, before };
            before = RXC_NAMEWORD_COMMA;
        }
        if (i == l->words.n) break;
        rxc_nameword_kind kind = kind_at(l, i);
        if (kind == RXC_NAMEWORD_MORE) *et_al = true;
        if (i > b || kind != RXC_NAMEWORD_COMMA) before = kind == RXC_NAMEWORD_MORE ? RXC_NAMEWORD_SEMICOLON : kind;
        b = i + 1;
    }
}

/* Family names and nothing else: "Chiba, Nakanishi, Fukuda & Yata". */
static bool are_families(const list *l)
{
    if (l->parts.n < 3) return false;
    for (size_t i = 0; i < l->parts.n; i++) {
        const part *p = &l->parts.v[i];
        if (p->e - p->b != 1 || kind_at(l, p->b) != RXC_NAMEWORD_FULL) return false;
    }
    return l->parts.n % 2 == 1 || l->parts.v[l->parts.n - 1].before == RXC_NAMEWORD_AND;
}

/* The first part is a family name alone and the second one can be its given names. */
static bool is_inverted(const list *l)
{
    if (l->parts.n < 2 || are_families(l) || l->parts.v[1].before != RXC_NAMEWORD_COMMA) return false;
    const part *p = &l->parts.v[0], *q = &l->parts.v[1];
    size_t full = 0, initials = 0;
    for (size_t i = p->b; i < p->e; i++) {
        full += kind_at(l, i) == RXC_NAMEWORD_FULL;
        initials += kind_at(l, i) == RXC_NAMEWORD_INITIALS;
    }
    if ((initials && full) || full > 2) return false;
    if (initials && (!l->words.v[p->b].caps || l->words.v[p->b].dotted)) return false;
    if (only_initials(l, q->b, q->e)) return true;
    if (full == 2 && kind_at(l, p->b) == RXC_NAMEWORD_FULL) /* "Maria Perez, Juan Lopez": direct */
        return q->e - q->b == 1 || count_trailing(l, q->b, q->e) > 0;
    bool last =
        l->parts.n == 2 || l->parts.v[2].before == RXC_NAMEWORD_AND || l->parts.v[2].before == RXC_NAMEWORD_SEMICOLON;
    return kind_at(l, q->b) == RXC_NAMEWORD_FULL ||
           (last && kind_at(l, q->b) == RXC_NAMEWORD_INITIALS && l->words.v[q->b].dotted);
}

/* A list without any initials that has a word of groups in it is one group, commas and "and" included. */
static bool is_all_group(const list *l)
{
    if (l->parts.n < 2 || !has_group_word(l, 0, l->words.n)) return false;
    size_t groups = 0;
    for (size_t i = 0; i < l->parts.n; i++) {
        const part *p = &l->parts.v[i];
        if (p->before == RXC_NAMEWORD_SEMICOLON && i > 0) return false;
        if (has_group_word(l, p->b, p->e)) {
            groups++;
            continue;
        }
        if (has_initials_at_end(l, p->b, p->e) || (only_initials(l, p->b, p->e) && l->words.v[p->b].dotted))
            return false;
    }
    bool pair = l->parts.n == 2 && l->parts.v[1].before == RXC_NAMEWORD_AND;
    return groups > 0 && (groups < l->parts.n || pair);
}

/* A list in which some part is of full words only: "Leon Glass". Its last word may end with the stop of the list ("Li."). */
static void see_spelt_out(list *l)
{
    for (size_t i = 0; i < l->parts.n && !l->spelt_out; i++) {
        const part *p = &l->parts.v[i];
        size_t full = 0;
        for (size_t k = p->b; k < p->e; k++) full += kind_at(l, k) == RXC_NAMEWORD_FULL;
        l->spelt_out = full >= 2 && full == p->e - p->b && !l->inverted;
    }
    word *last = &l->words.v[l->parts.v[l->parts.n - 1].e - 1];
    const part *p = &l->parts.v[l->parts.n - 1];
    bool middle = p->e - p->b >= 3 && kind_at(l, p->b) == RXC_NAMEWORD_FULL &&
                  kind_at(l, p->e - 2) == RXC_NAMEWORD_INITIALS; /* "Janie P. Vu." */
    if (!l->spelt_out && !middle) return;
    if (last->kind != RXC_NAMEWORD_INITIALS || !last->dotted || last->s.n != 3 || chr_upper(last->s.p[1])) return;
    last->kind = RXC_NAMEWORD_FULL;
    last->dotted = false;
    last->s.n--;
}

/* In a list of "Family, Given; Family, Given" each semicolon begins a name. */
static void add_parts(list *l)
{
    l->inverted = is_inverted(l);
    see_spelt_out(l);
    for (size_t i = 0; i < l->parts.n; i++) {
        const part *p = &l->parts.v[i];
        if (p->before == RXC_NAMEWORD_SEMICOLON || p->before == RXC_NAMEWORD_OPEN) l->open = false;
        if (add_bracketed(l, p)) i++;
        else add_part(l, p);
    }
}

static bool has_stop_inside(Str s)
{
    size_t at = str_chr(s, '.');
    return at != STR_NONE && at + 1 < s.n;
}

/* The full stop that ends the list is no part of the last initials: "Mark DF." */
static void trim_last_stop(rxc_names *out, Str all)
{
    if (out->n == 0 || has_stop_inside(all)) return;
    Str *given = &out->v[out->n - 1].given;
    bool caps = given->n > 2 && str_last(*given) == '.';
    for (size_t i = 0; caps && i + 1 < given->n; i++) caps = chr_upper(given->p[i]) || given->p[i] == '-';
    if (caps) given->n--;
}

void rxc_namelist_read(Arena *arena, Arena *scratch, Str text, rxc_names *out, bool *et_al)
{
    list l = { .arena = arena, .scratch = scratch, .out = out };
    rxc_nameword_split(scratch, text, &l.words);
    cut_parts(&l, et_al);
    if (l.parts.n == 0) return;
    size_t first = l.parts.v[0].b, last = l.parts.v[l.parts.n - 1].e;
    if (is_all_group(&l)) add_group(&l, first, last);
    else add_parts(&l);
    trim_last_stop(out, str_trim(text));
}
