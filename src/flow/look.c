/* look.c: what inputs are, and what would be read of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/look.h"

#include "refs/segment.h"
#include "text/charset.h"

typedef struct Looker {
    const rxc_read_limits *limits;
    Arena *arena; /* of the results */
    rxc_looks *out;
    const rxc_input *input;
    rxc_look *open; /* of the file or member at hand; NULL: none yet of this input */
} Looker;

static void remark(Looker *l, Str code, size_t line, Str text, size_t count)
{
    for (size_t i = 0; i < l->open->remarks.n; i++)
        if (str_eq(l->open->remarks.v[i].code, code)) {
            l->open->remarks.v[i].count += count;
            return;
        }
    if (l->open->remarks.n < RXC_LOOK_REMARKS)
        *vec_push(l->arena, &l->open->remarks) =
            (rxc_look_remark){ arena_str(l->arena, code), arena_str(l->arena, text), count, line };
}

/* "scopus.csv#17" -> "scopus.csv" */
static Str without_number(Str name)
{
    size_t at = name.n;
    while (at && chr_digit(name.p[at - 1])) at--;
    return at && at < name.n && name.p[at - 1] == '#' ? str_take(name, at - 1) : name;
}

/* People are told the path they gave; list.ris of list.ris.gz is called by that, too. */
static Str shown_name(Looker *l, Str name)
{
    if (str_starts(l->input->name, name)) return str_from(l->input->path);
    if (!str_starts(name, l->input->name)) return arena_str(l->arena, name);
    return arena_printf(l->arena, "%s%.*s", l->input->path, STR_ARG(str_drop(name, l->input->name.n)));
}

/* The look that the source belongs to: entries of one export have one. */
static void open_look(Looker *l, const rxc_source *source)
{
    bool entry = source->reader && source->reader->split;
    Str file = shown_name(l, entry ? without_number(source->name) : source->name);
    if (l->open && (str_eq(l->open->file, file) || str_eq(l->open->file, shown_name(l, without_number(source->name)))))
        return;
    l->open = vec_push(l->arena, l->out);
    l->open->file = file;
    l->open->encoding = "";
}

static void add_unread(Looker *l, const rxc_err *err)
{
    Str text = str_from(err->text), name = l->input->name;
    if (str_starts(text, name)) { /* the file is told already */
        size_t colon = str_find(str_drop(text, name.n), S(": "));
        if (colon != STR_NONE) text = str_drop(text, name.n + colon + 2);
    } else if (str_starts(text, str_from(l->input->path)))
        text = str_trim(str_drop(text, strlen(l->input->path) + 1));
    l->open->unread++;
    remark(l, S("unread"), 0, text, 1);
}

static bool has_extension(const rxc_reader *reader, Str extension)
{
    Str one;
    for (Str rest = str_from(reader->extensions); str_cut(&rest, ' ', &one);)
        if (str_eq_nocase(one, extension)) return true;
    return false;
}

/* The only reader that the name's extension stands for, if the source is not read by it. */
static Str named_otherwise(Str file, const rxc_reader *reader)
{
    size_t dot = str_rchr(file, '.'), found = 0;
    const rxc_reader *named = NULL;
    Str extension = dot == STR_NONE ? (Str){ 0 } : str_drop(file, dot + 1);
    for (size_t i = 0; extension.n && rxc_readers[i]; i++)
        if (has_extension(rxc_readers[i], extension)) named = rxc_readers[i], found++;
    return found == 1 && named != reader ? str_from(named->name) : (Str){ 0 };
}

/* What the first document of a file shows: format and encoding. */
static void tell_format(Looker *l, const rxc_source *source)
{
    const rxc_reader *reader = source->reader;
    if (!reader || l->open->format.n) return;
    l->open->format = str_from(reader->name);
    l->open->certainty = source->certainty;
    if (!reader->binary) l->open->encoding = source->decoded ? source->decoded : rxc_charset_name(rxc_charset_guess(source->bytes));
    l->open->named = named_otherwise(l->open->file, reader);
}

static void add_document(Looker *l, rxc_doc *doc)
{
    rxc_segments segments = { 0 };
    rxc_segment_find(doc, &segments);
    l->open->references += segments.n;
    l->open->stated += doc->references_stated;
    if (!l->open->title.n) l->open->title = arena_str(l->arena, doc->work.title);
    for (size_t i = 0; i < doc->diags.n; i++)
        remark(l, doc->diags.v[i].code, doc->diags.v[i].line, doc->diags.v[i].text, 1);
    if (doc->diags.more) remark(l, S("more"), 0, S("further diagnostics were not kept"), doc->diags.more);
}

static void take_source(Looker *l, const rxc_source *source, rxc_err *err)
{
    Arena scratch = { 0 };
    rxc_doc *doc = NULL;
    open_look(l, source);
    l->open->entries++;
    l->open->bytes += rxc_source_own(source);
    if (!err->status) {
        tell_format(l, source);
        if (rxc_read_source(source, l->limits, &scratch, &doc, err) == RXC_OK) add_document(l, doc);
    }
    if (err->status) add_unread(l, err);
    arena_clear(&scratch);
}

static void look_at(Looker *l, const volatile int *stop)
{
    rxc_stream stream;
    rxc_err err = { 0 };
    rxc_source source = { .name = l->input->name };
    if (l->input->problem.n) rxc_err_set(&err, RXC_INPUT, "%.*s", STR_ARG(l->input->problem));
    else rxc_stream_file(l->input->path, &stream, &err);
    if (err.status) {
        take_source(l, &source, &err);
        return;
    }
    rxc_sources *sources = rxc_sources_open(stream, l->input->name, l->limits);
    for (bool more = true; more && !(stop && *stop);) {
        Arena scratch = { 0 };
        err = (rxc_err){ 0 };
        more = rxc_sources_next(sources, &scratch, &source, &err);
        if (more) take_source(l, &source, &err);
        arena_clear(&scratch);
    }
    rxc_sources_close(sources);
}

rxc_status rxc_flow_look(const rxc_inputs *inputs, const rxc_read_limits *limits, const volatile int *stop,
                         Arena *arena, rxc_looks *out, rxc_err *err)
{
    Looker l = { .limits = limits, .arena = arena, .out = out };
    for (size_t i = 0; i < inputs->n; i++) {
        if (stop && *stop)
            return rxc_err_set(err, RXC_INTERRUPTED, "interrupted after %zu of %zu inputs", i, inputs->n);
        l.input = &inputs->v[i];
        l.open = NULL;
        look_at(&l, stop);
    }
    return RXC_OK;
}
