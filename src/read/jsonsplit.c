/* jsonsplit.c: cuts the items off a stream of JSON, without a tree of all of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/jsonsplit.h"

#include "base/buf.h"

/* How far a piece of JSON was passed over. */
typedef enum Passed { WHOLE, PARTIAL, DAMAGED } Passed;

static void pass_space(Str s, size_t *at)
{
    while (*at < s.n && (chr_space(s.p[*at]) || s.p[*at] == ',' || s.p[*at] == '\x1E')) ++*at;
}

/* Stands on a quote. */
static Passed pass_string(Str s, size_t *at)
{
    for (++*at; *at < s.n; ++*at) {
        char c = s.p[*at];
        if (c == '\\') ++*at;
        else if (c == '"') return ++*at, WHOLE;
    }
    *at = s.n;
    return PARTIAL;
}

/* Nothing but these may stand before a value. */
static bool opens_value(char last) { return last == ',' || last == '[' || last == ':' || last == '{'; }

/* From behind `depth` opening brackets to behind the last closing one; an object that begins where none may shows that the
 * one before it is damaged: *at stays before it. */
static Passed pass_brackets(Str s, size_t *at, size_t depth)
{
    char last = '[';
    while (*at < s.n && depth) {
        char c = s.p[*at];
        if (c == '"') {
            if (pass_string(s, at) == PARTIAL) return PARTIAL;
            last = c;
            continue;
        }
        if (c == '{' && !opens_value(last)) return DAMAGED;
        if (c == '{' || c == '[') depth++;
        else if (c == '}' || c == ']') depth--;
        if (!chr_space(c)) last = c;
        ++*at;
    }
    return depth ? PARTIAL : WHOLE;
}

/* Any value. */
static Passed pass_value(Str s, size_t *at)
{
    if (*at >= s.n) return PARTIAL;
    if (s.p[*at] == '"') return pass_string(s, at);
    if (s.p[*at] == '{' || s.p[*at] == '[') {
        ++*at;
        return pass_brackets(s, at, 1);
    }
    while (*at < s.n && !strchr(",]}[{\"\n", s.p[*at])) ++*at;
    return *at < s.n ? WHOLE : PARTIAL;
}

/* --- members of an object ------------------------------------------------------------------------------------------- */

/* The next member from *at on, which stands behind '{' or a value: its key, and *at at its value. False at the end of
 * the object, *whole, or of what is there. */
static bool next_member(Str s, size_t *at, Str *key, bool *whole)
{
    pass_space(s, at);
    *whole = *at < s.n && s.p[*at] == '}';
    if (*at >= s.n || s.p[*at] != '"') return false;
    size_t b = *at + 1;
    if (pass_string(s, at) == PARTIAL) return false;
    *key = str_sub(s, b, *at - 1);
    while (*at < s.n && (chr_space(s.p[*at]) || s.p[*at] == ':')) ++*at;
    return *at < s.n;
}

static bool is_list_key(Str key) { return str_eq(key, S("items")) || str_eq(key, S("results")) || str_eq(key, S("data")) || str_eq(key, S("result")); }

/* Of an object that holds the list: Crossref's, Europe PMC's. */
static bool is_holder_key(Str key) { return str_eq(key, S("message")) || str_eq(key, S("resultList")); }

/* Stands on '[': a list of objects, or an empty one? */
static bool is_list(Str s, size_t at)
{
    if (s.p[at] != '[') return false;
    for (at++; at < s.n && chr_space(s.p[at]);) at++;
    return at < s.n && (s.p[at] == '{' || s.p[at] == ']');
}

typedef struct Opening {
    bool found;     /* a list was found, or that the object is an item */
    bool partial;   /* not decided: the object does not end in what is there */
    bool list;
    size_t b;       /* of the first item, or behind '[' */
    size_t after;   /* brackets to be closed behind the item or list */
    Str around;     /* from the object's beginning to the list */
} Opening;

/* Where the items of the object at `at` are: in a list that it or its message holds, or is it the item? */
static Opening open_object(Str s, size_t at)
{
    Opening opening = { .b = at };
    size_t from = at++;
    Str key;
    bool whole;
    while (next_member(s, &at, &key, &whole)) {
        if (is_list_key(key) && is_list(s, at)) return (Opening){ true, false, true, at + 1, opening.after + 1, str_sub(s, from, at) };
        if (is_holder_key(key) && s.p[at] == '{' && !opening.after) {
            opening.around = str_sub(s, from, at);
            opening.b = at++;
            opening.after = 1;
            continue;
        }
        Passed passed = pass_value(s, &at);
        opening.partial = passed == PARTIAL;
        if (passed != WHOLE) return opening;
    }
    opening.found = whole;
    opening.partial = at >= s.n;
    return opening;
}

/* --- cutting ---------------------------------------------------------------------------------------------------------- */

static rxc_cut_result damaged(rxc_cut *out, size_t b, size_t e, size_t used, const char *problem)
{
    out->b = b, out->e = e, out->used = used;
    out->problem = str_from(problem);
    return RXC_CUT_ENTRY;
}

/* The object at b, which must be whole. */
static rxc_cut_result cut_object(rxc_jsonsplit *state, Str s, size_t b, bool end, rxc_cut *out)
{
    size_t e = b + 1;
    Passed passed = pass_brackets(s, &e, 1);
    if (passed == PARTIAL && !end) return RXC_CUT_MORE;
    if (passed == PARTIAL) state->told = true;
    if (passed == PARTIAL) return damaged(out, b, s.n, s.n, "the input ends within this entry");
    if (passed == DAMAGED) return damaged(out, b, e, e, "this entry has no end");
    out->b = b, out->e = out->used = e;
    return RXC_CUT_ENTRY;
}

/* What is no object: up to the next one, or to the end of the list. */
static rxc_cut_result cut_rubbish(Str s, size_t b, bool listed, bool end, rxc_cut *out)
{
    size_t e = b;
    while (e < s.n && s.p[e] != '{' && !(listed && s.p[e] == ']')) {
        if (s.p[e] == '"') pass_string(s, &e);
        else if (listed && s.p[e] == '[') pass_value(s, &e);
        else e++;
    }
    if (e >= s.n && !end) return RXC_CUT_MORE;
    return damaged(out, b, e, e, "this is no JSON object");
}

/* Nothing but space is left. */
static rxc_cut_result at_end(rxc_jsonsplit *state, Str s, bool end, rxc_cut *out)
{
    if (!end) return RXC_CUT_MORE;
    bool whole = state->told || (!state->listed && !state->after);
    state->told = true;
    out->used = s.n;
    return whole ? RXC_CUT_END : damaged(out, s.n, s.n, s.n, "the input ends before its last bracket: entries may be missing");
}

/* Outside of any list: the next list, or the next object. */
static rxc_cut_result begin(rxc_jsonsplit *state, Str s, size_t *at, bool end, rxc_cut *out, bool *cut)
{
    *cut = true;
    if (s.p[*at] == '[' && is_list(s, *at)) {
        *state = (rxc_jsonsplit){ .listed = true };
        ++*at;
        return *cut = false, RXC_CUT_MORE;
    }
    if (s.p[*at] != '{') return cut_rubbish(s, *at, false, end, out);
    Opening opening = open_object(s, *at);
    if (opening.partial && !end) return RXC_CUT_MORE;
    if (!opening.found) return cut_object(state, s, *at, end, out);
    *state = (rxc_jsonsplit){ .listed = opening.list, .after = opening.after };
    *at = opening.b;
    if (!opening.list) return cut_object(state, s, *at, end, out);
    return *cut = false, RXC_CUT_MORE;
}

static rxc_cut_result cut(void *data, Arena *arena, Str window, bool end, rxc_cut *out)
{
    rxc_jsonsplit *kept = data, state = *kept;
    rxc_cut_result result = RXC_CUT_MORE;
    size_t at = 0;
    (void)arena;
    for (bool done = false; !done;) {
        done = true;
        if (!state.listed && state.after) { /* the rest of what holds the list */
            Passed passed = pass_brackets(window, &at, state.after);
            if (passed == PARTIAL) result = end ? at_end(&state, window, true, out) : RXC_CUT_MORE;
            else state.after = 0, done = false;
            continue;
        }
        pass_space(window, &at);
        if (at >= window.n) result = at_end(&state, window, end, out);
        else if (!state.listed) result = begin(&state, window, &at, end, out, &done);
        else if (window.p[at] == '{') result = cut_object(&state, window, at, end, out);
        else if (window.p[at] == ']') state.listed = false, at++, done = false;
        else result = cut_rubbish(window, at, true, end, out);
    }
    if (result != RXC_CUT_MORE) *kept = state;
    return result;
}

const rxc_split rxc_jsonsplit_cuts = { .state_size = sizeof(rxc_jsonsplit), .cut = cut };

Str rxc_jsonsplit_first(Str source)
{
    rxc_jsonsplit state = { 0 };
    rxc_cut out = { 0 };
    if (str_starts(source, S("\xEF\xBB\xBF"))) source = str_drop(source, 3);
    rxc_cut_result result = cut(&state, NULL, source, true, &out);
    return result == RXC_CUT_ENTRY && out.e > out.b ? str_sub(source, out.b, out.e) : source;
}

/* --- keys --------------------------------------------------------------------------------------------------------------- */

/* Keys of the object that s begins with. */
static Str keys_of(Arena *arena, Str s)
{
    Buf keys = { 0 };
    size_t at = 1;
    Str key;
    bool whole;
    while (s.n && next_member(s, &at, &key, &whole)) {
        if (!keys.n) buf_char(&keys, ' ');
        buf_add(&keys, key);
        buf_char(&keys, ' ');
        if (pass_value(s, &at) != WHOLE) break;
    }
    Str out = arena_str(arena, buf_str(&keys));
    buf_clear(&keys);
    return out;
}

rxc_json_keys rxc_jsonsplit_keys(Arena *arena, Str head)
{
    rxc_json_keys keys = { 0 };
    size_t at = 0;
    if (str_starts(head, S("\xEF\xBB\xBF"))) head = str_drop(head, 3);
    pass_space(head, &at);
    if (at < head.n && head.p[at] == '[') {
        if (!is_list(head, at)) return keys;
        at++;
        pass_space(head, &at);
    } else if (at < head.n && head.p[at] == '{') {
        Opening opening = open_object(head, at);
        keys.around = keys_of(arena, opening.around);
        at = opening.b;
        pass_space(head, &at);
    }
    if (at < head.n && head.p[at] == '{') keys.item = keys_of(arena, str_drop(head, at));
    return keys;
}

bool rxc_jsonsplit_has(Str keys, const char *list)
{
    Str rest = str_from(list), one;
    while (str_cut(&rest, ' ', &one)) {
        char word[64] = " ";
        if (one.n + 3 > sizeof word) continue;
        memcpy(word + 1, one.p, one.n);
        word[one.n + 1] = ' ';
        if (str_find(keys, (Str){ word, one.n + 2 }) != STR_NONE) return true;
    }
    return false;
}
