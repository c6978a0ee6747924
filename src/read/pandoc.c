/* pandoc.c: what pandoc adds to Markdown, put into Markdown with tags.
 * One pass from left to right. A bracket that turns out to begin a span with attributes is overwritten by a byte that
 * no document shows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/pandoc.h"

#include "base/buf.h"

enum {
    RAISED_MAX = 60,      /* bytes of a superscript */
    ATTRIBUTES_MAX = 400, /* bytes between braces */
    BRACKETS = 256,       /* open ones that are remembered */
    NOTHING = 0x01,       /* a control character: dropped by the builder */
};

typedef struct plainer {
    Str source;
    size_t at;
    Buf out;
    size_t open[BRACKETS], depth; /* places of '[' in out; depth may exceed BRACKETS */
    Str anchor;                   /* of a fence, for the next line */
    size_t raised;                /* where the superscript ends that is being read; 0: none is */
    Str tag;                      /* and its tag */
    bool dashes;                  /* "--" is a dash */
    bool fence;                   /* within a block of code */
} plainer;

static Str rest_of(const plainer *p) { return str_drop(p->source, p->at); }

static Str line_of(const plainer *p)
{
    Str rest = rest_of(p);
    size_t newline = str_chr(rest, '\n');
    return newline == STR_NONE ? rest : str_take(rest, newline);
}

/* "{#id .class key=value}": its bytes, 0 when s does not begin so. */
static size_t read_attributes(Str s, Str *id)
{
    Str head = str_take(s, ATTRIBUTES_MAX);
    size_t end = str_chr(head, '}'), newline = str_chr(head, '\n');
    *id = (Str){ 0 };
    if (head.n < 3 || head.p[0] != '{' || !strchr("#.", head.p[1]) || !chr_alpha(head.p[2])) return 0;
    if (end == STR_NONE || (newline != STR_NONE && newline < end && head.p[1] != '.' && head.p[1] != '#')) return 0;
    Str words = str_sub(head, 1, end), word;
    while (str_cut(&words, ' ', &word))
        if (word.n > 1 && word.p[0] == '#') *id = str_trim(str_drop(word, 1));
    return end + 1;
}

static void put_anchor(plainer *p, Str id)
{
    if (id.n == 0 || str_chr(id, '"') != STR_NONE || str_chr(id, '<') != STR_NONE) return;
    buf_add(&p->out, S("<a id=\""));
    buf_add(&p->out, id);
    buf_add(&p->out, S("\"></a>"));
}

/* A rule, the line below a heading, a line of a table: nothing but dashes and spaces (or other signs of tables). */
static bool is_rule(Str line)
{
    for (size_t i = 0; i < line.n; i++)
        if (!memchr("- +=:|\r\t", line.p[i], 8)) return false;
    return line.n > 0;
}

/* ":::" and what is behind it goes; its anchor waits for the next line of text. */
static bool take_fence(plainer *p, Str line)
{
    Str s = str_trim(line);
    if (!str_starts(s, S(":::"))) return false;
    while (s.n && s.p[0] == ':') s = str_drop(s, 1);
    Str id;
    p->anchor = read_attributes(str_trim(s), &id) ? id : (Str){ 0 };
    p->at += line.n;
    return true;
}

/* What must be done where a line begins. True: the line is done with. */
static bool begin_line(plainer *p)
{
    Str line = line_of(p), s = str_trim(line);
    if (str_starts(s, S("```")) || str_starts(s, S("~~~"))) p->fence = !p->fence;
    if (!p->fence && take_fence(p, line)) return true;
    if (p->fence || is_rule(line)) {
        buf_add(&p->out, line);
        p->at += line.n;
        return true;
    }
    if (s.n == 0) p->depth = 0; /* no span goes over a blank line */
    if (s.n && p->anchor.n) {
        if (s.p[0] != '#' && s.p[0] != '-' && s.p[0] != '<' && !chr_digit(s.p[0])) put_anchor(p, p->anchor);
        p->anchor = (Str){ 0 };
    }
    return false;
}

static void put_tag(plainer *p, Str tag, bool closing)
{
    buf_add(&p->out, closing ? S("</") : S("<"));
    buf_add(&p->out, tag);
    buf_char(&p->out, '>');
}

/* "^…^" at p->at; what is within is read as all else is. */
static bool take_raised(plainer *p, char mark, Str tag)
{
    Str rest = str_take(str_drop(rest_of(p), 1), RAISED_MAX);
    size_t end = str_chr(rest, mark);
    bool note = p->out.n && p->out.p[p->out.n - 1] == '[' && str_chr(str_take(rest, end), ']') != STR_NONE; /* "[^1]" */
    if (end == STR_NONE || end == 0 || rest.p[end - 1] == '\\' || note) return false;
    for (size_t i = 0; i < end; i++)
        if (chr_space(rest.p[i]) && !(i && rest.p[i - 1] == '\\')) return false;
    put_tag(p, tag, false);
    p->raised = ++p->at + end;
    p->tag = tag;
    return true;
}

/* "]{#id}" at p->at: the bracket that it closes is no longer one. */
static bool take_span(plainer *p)
{
    Str id;
    size_t used = read_attributes(str_drop(rest_of(p), 1), &id);
    if (p->depth) p->depth--;
    if (used == 0 || p->depth >= BRACKETS || p->open[p->depth] >= p->out.n) return false;
    p->out.p[p->open[p->depth]] = NOTHING;
    put_anchor(p, id);
    p->at += 1 + used;
    return true;
}

/* "](address)" is copied as it is. */
static void take_address(plainer *p)
{
    Str rest = rest_of(p);
    size_t end = str_chr(str_take(rest, 4096), '\n'), close = 0, deep = 0;
    if (end == STR_NONE) end = rest.n < 4096 ? rest.n : 4096;
    for (size_t i = 1; i < end && !close; i++) {
        if (rest.p[i] == ']') break;
        if (rest.p[i] == '(') deep++;
        if (rest.p[i] == ')' && --deep == 0) close = i + 1;
    }
    size_t n = close ? close : 1;
    buf_add(&p->out, str_take(rest, n));
    p->at += n;
}

static bool take_dash(plainer *p)
{
    Str rest = rest_of(p);
    if (!p->dashes || !str_starts(rest, S("--"))) return false;
    size_t n = str_starts(rest, S("---")) ? 3 : 2;
    if (rest.n > n && rest.p[n] == '-') return false;
    buf_add(&p->out, n == 3 ? S("\xE2\x80\x94") : S("\xE2\x80\x93"));
    p->at += n;
    return true;
}

static bool take_heading_attributes(plainer *p)
{
    Str id;
    size_t used = read_attributes(rest_of(p), &id);
    if (used == 0 || p->out.n == 0 || !(chr_space(p->out.p[p->out.n - 1]))) return false;
    Str behind = str_drop(line_of(p), used);
    if (str_trim(behind).n) return false;
    put_anchor(p, id);
    p->at += used;
    return true;
}

static bool take_sign(plainer *p)
{
    Str rest = rest_of(p);
    if (p->raised && p->at >= p->raised) {
        bool here = p->at == p->raised;
        put_tag(p, p->tag, true);
        p->raised = 0;
        p->at += here;
        return here;
    }
    switch (rest.p[0]) {
    case '\\':
        if (rest.n > 1 && rest.p[1] == ' ') {
            buf_add(&p->out, S("\xC2\xA0"));
            p->at += 2;
            return true;
        }
        if (rest.n > 1 && rest.p[1] != '\n') {
            buf_add(&p->out, str_take(rest, 2));
            p->at += 2;
            return true;
        }
        return false;
    case '^': return !p->raised && take_raised(p, '^', S("sup"));
    case '~':
        if (str_starts(rest, S("~~"))) { /* struck out */
            buf_add(&p->out, S("~~"));
            p->at += 2;
            return true;
        }
        return !p->raised && take_raised(p, '~', S("sub"));
    case '[':
        if (p->depth < BRACKETS) p->open[p->depth] = p->out.n;
        p->depth++;
        return false;
    case ']':
        if (rest.n > 1 && rest.p[1] == '{') return take_span(p);
        if (p->depth) p->depth--;
        if (rest.n > 1 && rest.p[1] == '(') return take_address(p), true;
        return false;
    case '-': return take_dash(p);
    case '{': return take_heading_attributes(p);
    default: return false;
    }
}

static bool has_attributes(Str source)
{
    return str_find(source, S("]{#")) != STR_NONE || str_find(source, S(" {#")) != STR_NONE || str_find(source, S("]{.")) != STR_NONE || str_starts(source, S(":::")) ||
           str_find(source, S("\n::: ")) != STR_NONE;
}

Str rxc_pandoc_plain(Arena *arena, Str source)
{
    plainer p = { .source = source, .dashes = has_attributes(source) };
    if (!p.dashes && str_chr(source, '^') == STR_NONE && str_chr(source, '~') == STR_NONE) return source;
    for (bool fresh = true; p.at < source.n;) {
        if (fresh && begin_line(&p)) {
            fresh = false;
            continue;
        }
        fresh = source.p[p.at] == '\n';
        if (!fresh && take_sign(&p)) continue;
        buf_char(&p.out, source.p[p.at++]);
    }
    if (p.raised) put_tag(&p, p.tag, true);
    Str out = arena_str(arena, buf_str(&p.out));
    buf_clear(&p.out);
    return out;
}
