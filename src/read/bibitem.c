/* bibitem.c: the items of a BibTeX file and their fields. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/bibitem.h"

enum { TYPE_MAX = 40 }; /* bytes of a type's name */

/* --- names and values ----------------------------------------------------------------------------------------------- */

typedef struct rxc_bibpair {
    Str name, value;
} rxc_bibpair;

static size_t slot_of(const rxc_bibmap *map, Str name)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < name.n; i++) hash = (hash ^ (unsigned char)chr_to_lower(name.p[i])) * 1099511628211u;
    size_t at = (size_t)(hash ^ hash >> 29) & (map->cap - 1);
    while (map->v[at].name.n && !str_eq_nocase(map->v[at].name, name)) at = (at + 1) & (map->cap - 1);
    return at;
}

static void grow(Arena *arena, rxc_bibmap *map)
{
    rxc_bibmap larger = { .cap = map->cap ? 2 * map->cap : 64 };
    larger.v = arena_array(arena, rxc_bibpair, larger.cap);
    for (size_t i = 0; i < map->cap; i++)
        if (map->v[i].name.n) larger.v[slot_of(&larger, map->v[i].name)] = map->v[i], larger.n++;
    *map = larger;
}

void rxc_bibmap_put(Arena *arena, rxc_bibmap *map, Str name, Str value)
{
    if (!name.n) return;
    if (2 * map->n >= map->cap) grow(arena, map);
    size_t at = slot_of(map, name);
    map->n += !map->v[at].name.n;
    map->v[at] = (rxc_bibpair){ name, value };
}

bool rxc_bibmap_get(const rxc_bibmap *map, Str name, Str *value)
{
    if (!map->n || !name.n) return false;
    const rxc_bibpair *pair = &map->v[slot_of(map, name)];
    if (pair->name.n) *value = pair->value;
    return pair->name.n > 0;
}

/* --- items ---------------------------------------------------------------------------------------------------------- */

/* "@article {" at byte at: where its bracket stands; 0 when none begins here. */
static size_t bracket_of(Str s, size_t at, Str *type)
{
    size_t b = at + 1, e = b;
    if (at >= s.n || s.p[at] != '@' || (at && chr_alnum(s.p[at - 1]))) return 0;
    while (e < s.n && e - b < TYPE_MAX && chr_alpha(s.p[e])) e++;
    *type = str_sub(s, b, e);
    for (size_t most = e + TYPE_MAX; e < s.n && e < most && chr_space(s.p[e]);) e++;
    return type->n && e < s.n && (s.p[e] == '{' || s.p[e] == '(') ? e : 0;
}

/* Does an item begin on the line that begins at `at`? */
static bool begins_line(Str s, size_t at)
{
    Str type;
    for (size_t most = at + TYPE_MAX; at < s.n && at < most && (s.p[at] == ' ' || s.p[at] == '\t');) at++;
    return bracket_of(s, at, &type) != 0;
}

/* Behind the bracket that closes the one at `open`. */
static size_t close_item(Str s, size_t open, bool *closed)
{
    size_t depth = 0;
    char last = s.p[open] == '{' ? '}' : ')';
    *closed = true;
    for (size_t at = open + 1; at < s.n; at++) {
        char c = s.p[at];
        if (c == last && depth == 0) return at + 1;
        if (c == '{') depth++;
        else if (c == '}' && depth) depth--;
        else if ((c == '\n' || c == '\r') && at + 1 < s.n && begins_line(s, at + 1)) {
            *closed = false;
            return at + 1;
        }
    }
    *closed = false;
    return s.n;
}

bool rxc_bibitem_is_entry(const rxc_bibitem *item)
{
    static const char *const others[] = { "string", "comment", "preamble", "control", "set" };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_eq_nocase(item->type, str_from(others[i]))) return false;
    return true;
}

bool rxc_bibitem_next(Str s, size_t at, rxc_bibitem *out)
{
    size_t open = 0;
    for (; at < s.n; at++) {
        size_t n = str_chr(str_drop(s, at), '@');
        if (n == STR_NONE) return false;
        at += n;
        if ((open = bracket_of(s, at, &out->type)) != 0) break;
    }
    if (!open) return false;
    out->b = at;
    out->e = close_item(s, open, &out->closed);
    out->body = str_sub(s, open + 1, out->closed ? out->e - 1 : out->e);
    out->key = (Str){ 0 };
    if (!rxc_bibitem_is_entry(out)) return true;
    size_t comma = str_chr(out->body, ','), equals = str_chr(str_take(out->body, comma), '=');
    if (equals != STR_NONE) return true; /* the key is missing */
    out->key = str_trim(str_take(out->body, comma));
    out->body = comma == STR_NONE ? (Str){ 0 } : str_drop(out->body, comma + 1);
    return true;
}

/* --- fields --------------------------------------------------------------------------------------------------------- */

static Str month_of(Str name)
{
    static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
    for (size_t i = 0; i < 12; i++)
        if (str_eq_nocase(name, str_from(months[i]))) return str_from(months[i]);
    return (Str){ 0 };
}

/* The end of what a brace or a quote at s.p[0] opens. */
static size_t delimited(Str s)
{
    size_t depth = 0;
    for (size_t at = 1; at < s.n; at++) {
        if (depth == 0 && s.p[at] == (s.p[0] == '{' ? '}' : '"')) return at + 1;
        if (s.p[at] == '{') depth++;
        else if (s.p[at] == '}' && depth) depth--;
    }
    return s.n;
}

/* One part of a value, from the beginning of s. Gives its bytes. What is not closed ends with its line. */
static size_t read_part(Str s, const rxc_bibmap *strings, Str *text, rxc_bibfield *field)
{
    size_t n = 0;
    if (s.p[0] == '{' || s.p[0] == '"') {
        n = delimited(s);
        bool closed = n > 1 && s.p[n - 1] == (s.p[0] == '{' ? '}' : '"');
        size_t line = closed ? STR_NONE : str_chr(s, '\n');
        if (line != STR_NONE) n = line;
        while (line != STR_NONE && n > 1 && chr_space(s.p[n - 1])) n--;
        if (line != STR_NONE && n > 1 && s.p[n - 1] == ',') n--; /* of the field */
        *text = str_sub(s, 1, closed ? n - 1 : n);
        field->torn |= !closed;
        return n;
    }
    while (n < s.n && s.p[n] != ',' && s.p[n] != '#' && s.p[n] != '\n' && s.p[n] != '{' && s.p[n] != '"') n++;
    Str name = str_trim(str_take(s, n)), month = month_of(name);
    *text = name;
    if (!name.n || chr_digit(name.p[0]) || rxc_bibmap_get(strings, name, text)) return n ? n : 1;
    if (month.n) *text = month;
    else field->unknown = name;
    return n;
}

bool rxc_bibitem_field(Arena *arena, Str *body, const rxc_bibmap *strings, rxc_bibfield *out)
{
    Str s = *body, text = { 0 };
    Buf all = { 0 };
    size_t at = 0, parts = 0;
    *out = (rxc_bibfield){ 0 };
    while (at < s.n && (chr_space(s.p[at]) || s.p[at] == ',' || s.p[at] == '}')) at++;
    s = str_drop(s, at);
    if (!s.n) return false;
    for (at = 0; at < s.n && s.p[at] != '=' && s.p[at] != ',';) at++;
    out->name = str_trim(str_take(s, at));
    bool valued = at < s.n && s.p[at] == '=';
    for (s = str_drop(s, at + 1); valued && s.n;) {
        if (chr_space(s.p[0]) || s.p[0] == '#') {
            s = str_drop(s, 1);
            continue;
        }
        if (s.p[0] == ',' || s.p[0] == '}') break;
        if (parts == 1) buf_add(&all, text);
        size_t n = read_part(s, strings, &text, out);
        if (parts++) buf_add(&all, text);
        s = str_drop(s, n);
    }
    out->value = parts > 1 ? arena_str(arena, buf_str(&all)) : text;
    buf_clear(&all);
    *body = s;
    return true;
}

void rxc_bibitem_define(Arena *arena, const rxc_bibitem *item, rxc_bibmap *strings)
{
    rxc_bibfield field;
    if (!str_eq_nocase(item->type, S("string"))) return;
    for (Str body = item->body; rxc_bibitem_field(arena, &body, strings, &field);)
        rxc_bibmap_put(arena, strings, arena_str(arena, field.name), arena_str(arena, field.value));
}
