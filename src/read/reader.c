/* reader.c: the table of readers: which one fits the bytes, and reading with it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/reader.h"

#include "base/digest.h"
#include "text/charset.h"

enum {
    HEAD = 65536, /* bytes shown to sniff */
    CERTAIN = 90, /* no other reader is asked */
};

#define READER(name) extern const rxc_reader rxc_reader_##name;
#include "read/readers.def"
#undef READER

const rxc_reader *const rxc_readers[] = {
#define READER(name) &rxc_reader_##name,
#include "read/readers.def"
#undef READER
    NULL,
};

/* Does the name end with one of the reader's extensions? */
static bool has_extension(const rxc_reader *reader, Str name)
{
    size_t dot = str_rchr(name, '.');
    if (dot == STR_NONE) return false;
    Str extension = str_drop(name, dot + 1), rest = str_from(reader->extensions), one;
    while (str_cut(&rest, ' ', &one))
        if (str_eq_nocase(one, extension)) return true;
    return false;
}

static bool is_blank(Str source)
{
    for (size_t i = 0; i < source.n; i++)
        if (!chr_space(source.p[i])) return false;
    return true;
}

const rxc_reader *rxc_reader_find(Str source, Str name)
{
    const rxc_reader *best = NULL;
    int most = 0;
    if (is_blank(source) || rxc_charset_binary(source)) return NULL;
    Arena scratch = { 0 };
    rxc_diags unused = { 0 };
    Str head = rxc_charset_decode(&scratch, str_take(source, HEAD), &unused);
    for (size_t i = 0; rxc_readers[i] && most < 2 * CERTAIN; i++) {
        int sure = rxc_readers[i]->sniff(head) * 2;
        if (sure > 0 && has_extension(rxc_readers[i], name)) sure++;
        if (sure > most) most = sure, best = rxc_readers[i];
    }
    arena_clear(&scratch);
    return best;
}

/* Name of the first element of XML; empty for other sources. */
static Str root_of(Str source)
{
    Str s = str_trim(str_take(source, HEAD));
    if (!str_starts(s, S("<"))) return (Str){ 0 };
    for (size_t at; (at = str_chr(s, '<')) != STR_NONE; s = str_drop(s, at + 1)) {
        size_t n = at + 1;
        while (n < s.n && (chr_alnum(s.p[n]) || s.p[n] == ':' || s.p[n] == '-' || s.p[n] == '_')) n++;
        if (n > at + 1) return str_sub(s, at + 1, n);
    }
    return (Str){ 0 };
}

/* Why no reader takes the source. */
static rxc_status refuse(Str source, Str name, rxc_err *err)
{
    if (source.n == 0) return rxc_err_set(err, RXC_INPUT, "%.*s: the file is empty", STR_ARG(name));
    if (is_blank(source))
        return rxc_err_set(err, RXC_INPUT, "%.*s: the file holds nothing but white space", STR_ARG(name));
    const char *what = rxc_charset_binary(source);
    if (what)
        return rxc_err_set(err, RXC_INPUT, "%.*s: is %s, which cannot be read as a document", STR_ARG(name), what);
    Str root = root_of(source);
    if (root.n)
        return rxc_err_set(err, RXC_INPUT, "%.*s: is XML of an unknown kind: its root is <%.*s>", STR_ARG(name),
                           STR_ARG(root));
    return rxc_err_set(err, RXC_INPUT, "%.*s: is of no known format", STR_ARG(name));
}

/* Nothing could be made of it: the reader's first complaint says most. */
static rxc_status no_text(const rxc_doc *doc, rxc_err *err)
{
    if (doc->diags.n == 0)
        return rxc_err_set(err, RXC_INPUT, "%.*s: no text was found in it (read as %.*s)", STR_ARG(doc->name),
                           STR_ARG(doc->format));
    const rxc_diag *first = &doc->diags.v[0];
    return rxc_err_set(err, RXC_INPUT, "%.*s:%zu: no text was found in it (read as %.*s): %.*s", STR_ARG(doc->name),
                       first->line, STR_ARG(doc->format), STR_ARG(first->text));
}

rxc_status rxc_read(Str source, Str name, const rxc_read_limits *limits, Arena *arena, rxc_doc **out, rxc_err *err)
{
    if (source.n > limits->max_bytes)
        return rxc_err_set(err, RXC_LIMIT, "%.*s: has %zu bytes, more than the limit of %zu", STR_ARG(name), source.n,
                           limits->max_bytes);
    const rxc_reader *reader = rxc_reader_find(source, name);
    if (!reader) return refuse(source, name, err);
    rxc_doc *doc = arena_new(arena, rxc_doc);
    doc->arena = arena;
    doc->name = arena_str(arena, name);
    doc->format = str_from(reader->name);
    doc->bytes = source.n;
    doc->sha256 = rxc_digest_sha256(arena, source);
    RXC_TRY(reader->read(source, limits, doc, err));
    if (doc->text.n == 0) return no_text(doc, err);
    *out = doc;
    return RXC_OK;
}
