/* attributes.c: bounds the attributes of an element before a parser sees them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/attributes.h"

typedef struct scanner {
    Str source;
    char *copy;     /* of the source, made when something is to be blanked out */
    size_t at;
    size_t dropped; /* attributes */
    Arena *arena;
} scanner;

static char peek(const scanner *s) { return s->at < s->source.n ? s->source.p[s->at] : '\0'; }

/* Stands at the end of `what`, or at the end of the source. */
static void pass(scanner *s, Str what)
{
    size_t at = str_find_nocase(str_drop(s->source, s->at), what);
    s->at = at == STR_NONE ? s->source.n : s->at + at + what.n;
}

static void pass_space(scanner *s)
{
    while (s->at < s->source.n && (chr_space(peek(s)) || peek(s) == '/')) s->at++;
}

static void pass_word(scanner *s, Str ends)
{
    while (s->at < s->source.n && !chr_space(peek(s)) && !memchr(ends.p, peek(s), ends.n)) s->at++;
}

/* name, name=value, name="value" */
static void pass_attribute(scanner *s)
{
    size_t b = s->at;
    pass_word(s, S(">/="));
    while (s->at < s->source.n && chr_space(peek(s))) s->at++;
    if (peek(s) == '=') {
        s->at++;
        while (s->at < s->source.n && chr_space(peek(s))) s->at++;
        char quote = peek(s);
        if (quote == '"' || quote == '\'') {
            size_t n = str_chr(str_drop(s->source, s->at + 1), quote);
            s->at = n == STR_NONE ? s->source.n : s->at + n + 2;
        } else {
            pass_word(s, S(">"));
        }
    }
    if (s->at == b) s->at++;
}

static void blank(scanner *s, size_t b, size_t e)
{
    if (!s->copy) s->copy = arena_cstr(s->arena, s->source);
    for (size_t i = b; i < e; i++)
        if (s->copy[i] != '\n') s->copy[i] = ' ';
}

static void pass_tag(scanner *s)
{
    size_t count = 0;
    for (pass_space(s); s->at < s->source.n && peek(s) != '>' && peek(s) != '<'; pass_space(s)) {
        size_t b = s->at;
        pass_attribute(s);
        if (++count <= RXC_ATTRIBUTES_MAX) continue;
        blank(s, b, s->at);
        s->dropped++;
    }
}

/* Behind a '<' */
static void pass_markup(scanner *s)
{
    Str rest = str_drop(s->source, s->at);
    size_t b = s->at;
    if (str_starts(rest, S("!--"))) {
        pass(s, S("-->"));
    } else if (str_starts(rest, S("![CDATA["))) {
        pass(s, S("]]>"));
    } else if (chr_alpha(peek(s)) || peek(s) == '_' || peek(s) == ':') {
        pass_word(s, S(">/<"));
        Str name = str_sub(s->source, b, s->at);
        pass_tag(s);
        if (str_eq_nocase(name, S("script"))) pass(s, S("</script"));
        else if (str_eq_nocase(name, S("style"))) pass(s, S("</style"));
    }
}

Str rxc_attributes_bound(Str source, rxc_doc *doc)
{
    scanner s = { .source = source, .arena = doc->arena };
    for (size_t at; (at = str_chr(str_drop(source, s.at), '<')) != STR_NONE;) {
        s.at += at + 1;
        pass_markup(&s);
    }
    if (!s.copy) return source;
    rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "attributes.dropped", 0, 0,
                 "%zu attributes beyond the first %d of an element were dropped", s.dropped, RXC_ATTRIBUTES_MAX);
    return (Str){ s.copy, source.n };
}
