/* xmlsplit.c: cuts the entries off a stream of XML, without a tree of all of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/xmlsplit.h"

typedef enum Piece { NOTHING, OPEN, CLOSE, EMPTY, OTHER, PARTIAL } Piece;

static bool pass(Str s, size_t *at, Str what)
{
    size_t n = str_find(str_drop(s, *at), what);
    if (n == STR_NONE) return false;
    *at += n + what.n;
    return true;
}

/* Behind "<!DOCTYPE": its declarations may hold quotes, comments and tags of their own. */
static bool pass_doctype(Str s, size_t *at)
{
    bool inner = false;
    while (*at < s.n) {
        char c = s.p[(*at)++];
        if (c == '"' || c == '\'') {
            size_t n = str_chr(str_drop(s, *at), c);
            if (n == STR_NONE) return false;
            *at += n + 1;
        } else if (c == '<' && str_starts(str_drop(s, *at), S("!--"))) {
            if (!pass(s, at, S("-->"))) return false;
        } else if (c == '[' || c == ']') {
            inner = c == '[';
        } else if (c == '>' && !inner) {
            return true;
        }
    }
    return false;
}

/* To the end of a tag; a '<' ends one that is damaged. */
static bool pass_tag(Str s, size_t *at, bool *empty)
{
    char quote = 0, last = 0;
    for (; *at < s.n; last = s.p[(*at)++]) {
        char c = s.p[*at];
        if (c == '<') return true;
        if (quote) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            *empty = last == '/';
            ++*at;
            return true;
        }
    }
    return false;
}

static bool in_name(char c) { return chr_alnum(c) || c == '_' || c == '-' || c == '.' || c == ':' || (c & 0x80); }

/* Could the rest be the beginning of what? */
static bool maybe(Str rest, Str what) { return rest.n < what.n && str_starts(what, rest); }

/* The next piece of markup from *at on: *b is its beginning, *at its end. PARTIAL: its end is not there. */
static Piece next_piece(Str s, size_t *at, size_t *b, Str *name)
{
    size_t n = str_chr(str_drop(s, *at), '<');
    if (n == STR_NONE) return NOTHING;
    *b = *at + n;
    *at = *b + 1;
    Str rest = str_drop(s, *at);
    if (!rest.n || maybe(rest, S("!--")) || maybe(rest, S("![CDATA[")) || maybe(rest, S("!DOCTYPE"))) return PARTIAL;
    if (str_starts(rest, S("!--"))) return pass(s, at, S("-->")) ? OTHER : PARTIAL;
    if (str_starts(rest, S("![CDATA["))) return pass(s, at, S("]]>")) ? OTHER : PARTIAL;
    if (str_starts(rest, S("?"))) return pass(s, at, S("?>")) ? OTHER : PARTIAL;
    if (str_starts(rest, S("!DOCTYPE"))) return pass_doctype(s, at) ? OTHER : PARTIAL;
    bool close = rest.p[0] == '/', empty = false;
    size_t from = *at + close;
    for (*at = from; *at < s.n && in_name(s.p[*at]);) ++*at;
    *name = str_sub(s, from, *at);
    if (!pass_tag(s, at, &empty)) return PARTIAL;
    return name->n == 0 ? OTHER : close ? CLOSE : empty ? EMPTY : OPEN;
}

static bool listed(const char *list, Str name)
{
    Str rest = str_from(list), one;
    while (str_cut(&rest, ' ', &one))
        if (str_eq(one, name)) return true;
    return false;
}

static rxc_cut_result damaged(rxc_cut *out, size_t b, size_t e, const char *problem)
{
    out->b = b, out->e = out->used = e;
    out->problem = str_from(problem);
    return RXC_CUT_ENTRY;
}

/* Nothing more is in the window. */
static rxc_cut_result at_end(rxc_xmlsplit *state, Str window, size_t from, bool within, rxc_cut *out)
{
    bool whole = state->closed || !state->begun;
    state->closed = true;
    if (within) return damaged(out, from, window.n, "the input ends within this entry");
    if (!whole) return damaged(out, window.n, window.n, "the input ends before its last tag: entries may be missing");
    out->used = window.n;
    return RXC_CUT_END;
}

rxc_cut_result rxc_xmlsplit_cut(rxc_xmlsplit *state, const char *root, const char *entries, Str window, bool end,
                                rxc_cut *out)
{
    size_t at = 0, b = 0, from = 0;
    Str name = { 0 }, open = { 0 };
    for (Piece piece; (piece = next_piece(window, &at, &b, &name)) != NOTHING && piece != PARTIAL;) {
        bool entry = (piece == OPEN || piece == EMPTY) && listed(entries, name);
        bool ends = piece == CLOSE && str_eq(name, str_from(root));
        if (open.n && (entry || ends)) return damaged(out, from, b, "this entry has no end");
        if (piece == OPEN && str_eq(name, str_from(root))) state->begun = true;
        if (ends) state->closed = true;
        if (entry) from = b, open = name;
        if ((open.n && piece == CLOSE && str_eq(name, open)) || (entry && piece == EMPTY)) {
            out->b = from, out->e = out->used = at;
            return RXC_CUT_ENTRY;
        }
    }
    return end ? at_end(state, window, from, open.n, out) : RXC_CUT_MORE;
}

Str rxc_xmlsplit_first(const char *root, const char *entries, Str source)
{
    rxc_xmlsplit state = { 0 };
    rxc_cut cut = { 0 };
    rxc_cut_result result = rxc_xmlsplit_cut(&state, root, entries, source, true, &cut);
    return result == RXC_CUT_ENTRY && cut.e > cut.b ? str_sub(source, cut.b, cut.e) : source;
}

Str rxc_xmlsplit_root(Str head)
{
    size_t at = 0, b = 0;
    Str name = { 0 }, s = str_trim(head);
    if (str_starts(s, S("\xEF\xBB\xBF"))) s = str_drop(s, 3);
    if (!str_starts(s, S("<"))) return name;
    for (Piece piece; (piece = next_piece(s, &at, &b, &name)) != NOTHING && piece != PARTIAL;)
        if (piece == OPEN || piece == EMPTY) return name;
    return (Str){ 0 };
}
