/* tagged.c: formats in which a line begins with a tag. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/tagged.h"

/* Bytes of the line that s begins with, and of its end; 0 for the latter where the window shows none. */
static size_t measure(Str s, size_t *end)
{
    size_t n = 0;
    while (n < s.n && s.p[n] != '\n' && s.p[n] != '\r') n++;
    *end = n == s.n ? 0 : s.p[n] == '\r' && n + 1 < s.n && s.p[n + 1] == '\n' ? 2 : 1;
    return n;
}

bool rxc_tagged_line(Str *rest, Str *line)
{
    size_t end, n = measure(*rest, &end);
    if (rest->n == 0) return false;
    *line = (Str){ rest->p, n }; /* an empty one has its place too */
    *rest = str_drop(*rest, n + end);
    return true;
}

/* White space and stray controls, such as the Ctrl-Z that ends old files. */
static bool is_blank(Str line)
{
    for (size_t i = 0; i < line.n; i++)
        if ((unsigned char)line.p[i] > ' ') return false;
    return true;
}

/* --- fields of an entry ------------------------------------------------------------------------------------------- */

static size_t indent_of(Str line)
{
    size_t n = 0;
    while (n < line.n && (line.p[n] == ' ' || line.p[n] == '\t')) n++;
    return n;
}

bool rxc_tagged_next(rxc_tagged *t, rxc_tagged_field *out)
{
    Str line, after, tag;
    if (!rxc_tagged_line(&t->rest, &line)) return false;
    *out = (rxc_tagged_field){ .line = ++t->line };
    const char *begin = line.p + t->split(line, &out->tag), *end = line.p + line.n;
    if (begin == line.p) out->tag = (Str){ 0 };
    for (after = t->rest; rxc_tagged_line(&after, &line) && !t->split(line, &tag); t->rest = after) {
        t->line++;
        if (is_blank(line)) continue;
        end = line.p + line.n;
        if (!out->odd && out->tag.n && indent_of(line) < t->indent) out->odd = t->line;
    }
    out->value = str_trim((Str){ begin, (size_t)(end - begin) });
    return true;
}

Str rxc_tagged_join(Arena *arena, Str value)
{
    Str line;
    size_t n = 0;
    bool blank = false;
    if (str_chr(value, '\n') == STR_NONE && str_chr(value, '\r') == STR_NONE) return value;
    char *out = arena_alloc(arena, value.n + 1);
    while (rxc_tagged_line(&value, &line)) {
        line = str_trim(line);
        if (line.n && n) out[n++] = blank ? '\n' : ' ';
        if (line.n) memcpy(out + n, line.p, line.n);
        n += line.n;
        blank = line.n == 0;
    }
    return (Str){ out, n };
}

void rxc_tagged_list(Buf *list, const char *separator, Str value)
{
    Str line;
    while (rxc_tagged_line(&value, &line)) {
        line = str_trim(line);
        if (line.n && list->n) buf_add(list, str_from(separator));
        buf_add(list, line);
    }
}

bool rxc_tagged_known(const char *tags, Str tag)
{
    Str rest = str_from(tags), one;
    while (str_cut(&rest, ' ', &one))
        if (str_eq(one, tag)) return true;
    return false;
}

/* --- entries of a file -------------------------------------------------------------------------------------------- */

rxc_cut_result rxc_tagged_cut(rxc_tagged_mark (*mark)(Str line), Str window, bool end, rxc_cut *out)
{
    size_t at = 0, next;
    bool any = false, fields = false;
    for (; at < window.n; at = next) {
        size_t width, n = measure(str_drop(window, at), &width);
        next = at + n + width;
        if (!end && (width == 0 || next == window.n)) return RXC_CUT_MORE; /* CR may be half of CRLF */
        Str line = str_sub(window, at, at + n);
        rxc_tagged_mark what = mark(line);
        if (fields && (what == RXC_TAGGED_BEGIN || what == RXC_TAGGED_END)) {
            out->e = out->used = what == RXC_TAGGED_BEGIN ? at : next;
            return RXC_CUT_ENTRY;
        }
        if (!any && what != RXC_TAGGED_END && !is_blank(line)) out->b = at, any = true;
        fields |= what == RXC_TAGGED_BEGIN || what == RXC_TAGGED_FIELD;
    }
    if (!end) return RXC_CUT_MORE;
    out->e = out->used = window.n;
    return any ? RXC_CUT_ENTRY : RXC_CUT_END;
}
