/* reader.c: the table of readers: which one fits the bytes, and reading with it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/reader.h"

#include "base/digest.h"
#include "read/jsonsplit.h"
#include "read/source.h"
#include "text/charset.h"

enum {
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

/* Keys of the first object of JSON; empty for other sources. In arena. */
static Str json_keys(Arena *arena, Str text)
{
    Str s = str_trim(text);
    bool maybe = str_starts(s, S("{")) || str_starts(s, S("["));
    return maybe ? str_trim(rxc_jsonsplit_keys(arena, text).item) : (Str){ 0 };
}

const rxc_reader *rxc_reader_find(Str source, Str name)
{
    const rxc_reader *best = NULL;
    int most = 0;
    Str bytes = str_take(source, RXC_READ_HEAD), text = { 0 };
    Arena scratch = { 0 };
    rxc_diags unused = { 0 };
    if (!is_blank(bytes) && !rxc_charset_binary(bytes)) text = rxc_charset_decode(&scratch, bytes, &unused);
    for (size_t i = 0; rxc_readers[i] && most < 2 * CERTAIN; i++) {
        Str head = rxc_readers[i]->binary ? bytes : text;
        int sure = head.n ? rxc_readers[i]->sniff(head) * 2 : 0;
        if (sure > 0 && has_extension(rxc_readers[i], name)) sure++;
        if (sure > most) most = sure, best = rxc_readers[i];
    }
    if (best && most < CERTAIN && json_keys(&scratch, text).n) best = NULL; /* JSON is no prose */
    arena_clear(&scratch);
    return best;
}

int rxc_reader_sure(const rxc_reader *reader, Str source)
{
    Str head = str_take(source, RXC_READ_HEAD);
    Arena scratch = { 0 };
    rxc_diags unused = { 0 };
    if (!reader->binary) head = rxc_charset_binary(head) ? (Str){ 0 } : rxc_charset_decode(&scratch, head, &unused);
    int sure = head.n ? reader->sniff(head) : 0;
    arena_clear(&scratch);
    return sure;
}

/* Name of the first element of XML; empty for other sources. */
static Str root_of(Str source)
{
    Str s = str_trim(str_take(source, RXC_READ_HEAD));
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
    Arena scratch = { 0 };
    Str keys = str_take(json_keys(&scratch, str_take(source, RXC_READ_HEAD)), 200);
    rxc_status status = keys.n ? rxc_err_set(err, RXC_INPUT, "%.*s: is JSON of an unknown kind: its first object has the keys %.*s", STR_ARG(name), STR_ARG(keys))
                               : rxc_err_set(err, RXC_INPUT, "%.*s: is of no known format", STR_ARG(name));
    arena_clear(&scratch);
    return status;
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

/* Lines count from the beginning of the input that the source is of. */
static void shift_lines(rxc_doc *doc, size_t line, size_t lead)
{
    if (line <= 1 && !lead) return;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        size_t *at = &doc->blocks.v[i].line;
        if (*at) *at = (*at > lead ? *at - lead : 1) + line - 1;
    }
    for (size_t i = 0; i < doc->diags.n; i++) {
        size_t *at = &doc->diags.v[i].line;
        if (*at) *at = (*at > lead ? *at - lead : 1) + line - 1;
    }
}

size_t rxc_source_own(const rxc_source *source)
{
    Str rest = source->bytes;
    for (size_t i = 0; i < source->lead; i++) {
        size_t end = str_chr(rest, '\n');
        rest = str_drop(rest, end == STR_NONE ? rest.n : end + 1);
    }
    return rest.n;
}

rxc_status rxc_read_source(const rxc_source *source, const rxc_read_limits *limits, Arena *arena, rxc_doc **out,
                           rxc_err *err)
{
    Str bytes = source->bytes, name = source->name;
    if (bytes.n > limits->max_bytes)
        return rxc_err_set(err, RXC_LIMIT, "%.*s: has %zu bytes, more than the limit of %zu", STR_ARG(name), bytes.n,
                           limits->max_bytes);
    const rxc_reader *reader = source->reader ? source->reader : rxc_reader_find(bytes, name);
    if (!reader) return refuse(bytes, name, err);
    rxc_doc *doc = arena_new(arena, rxc_doc);
    doc->arena = arena;
    doc->name = arena_str(arena, name);
    doc->format = str_from(reader->name);
    doc->bytes = rxc_source_own(source);
    doc->sha256 = rxc_digest_sha256(arena, bytes);
    RXC_TRY(reader->read(bytes, limits, doc, err));
    shift_lines(doc, source->line, source->lead);
    if (doc->text.n == 0) return no_text(doc, err);
    *out = doc;
    return RXC_OK;
}

rxc_status rxc_read(Str source, Str name, const rxc_read_limits *limits, Arena *arena, rxc_doc **out, rxc_err *err)
{
    const rxc_source whole = { .bytes = source, .name = name, .line = 1 };
    return rxc_read_source(&whole, limits, arena, out, err);
}
