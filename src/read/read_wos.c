/* read_wos.c: reads entries of Web of Science's plain text: "PT J" … "ER", with cited references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/reader.h"
#include "read/tagged.h"
#include "read/wosentry.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_wos;

/* "AU Wu, L", "ER" */
static size_t split_tag(Str line, Str *tag)
{
    bool tagged = line.n >= 2 && chr_upper(line.p[0]) && (chr_upper(line.p[1]) || chr_digit(line.p[1])) && (line.n == 2 || line.p[2] == ' ');
    if (!tagged) return 0;
    *tag = str_take(line, 2);
    return line.n == 2 ? 2 : 3;
}

static rxc_tagged_mark mark_line(Str line)
{
    Str tag;
    if (!split_tag(line, &tag) || str_eq(tag, S("FN")) || str_eq(tag, S("VR"))) return RXC_TAGGED_NONE;
    if (str_eq(tag, S("ER")) || str_eq(tag, S("EF"))) return RXC_TAGGED_END;
    return str_eq(tag, S("PT")) ? RXC_TAGGED_BEGIN : RXC_TAGGED_FIELD;
}

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    (void)state, (void)arena;
    return rxc_tagged_cut(mark_line, window, end, out);
}

static const rxc_split split = { .cut = cut };

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_wosentry entry = { .doc = doc, .parts = { .line = 1 } };
    rxc_tagged tagged = { .rest = rxc_charset_decode(doc->arena, source, &doc->diags), .split = split_tag, .indent = 3 };
    rxc_tagged_field field;
    bool ended = false;
    (void)limits, (void)err;
    while (rxc_tagged_next(&tagged, &field)) {
        ended |= str_eq(field.tag, S("ER"));
        if (!field.tag.n && field.value.n)
            rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "wos.line", field.line, 0, "a line before the first tag is passed over");
        if (field.odd)
            rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "wos.line", field.odd, 0, "a line without a tag is taken for more of %.*s", STR_ARG(field.tag));
        if (field.tag.n) rxc_wosentry_take(&entry, field.tag, field.value, field.line);
    }
    if (!ended) rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "wos.end", 1, 0, "the entry does not end with ER: something of it may be missing");
    rxc_wosentry_finish(&entry);
    return RXC_OK;
}

static int sniff(Str head)
{
    Str line, tag;
    bool begins = false;
    for (int i = 0; i < 12 && rxc_tagged_line(&head, &line); i++) {
        if (!str_trim(line).n) continue;
        if (!split_tag(line, &tag)) return 0;
        if (str_starts(line, S("VR 1."))) return 95;
        if (begins && (str_starts(line, S("AU ")) || str_starts(line, S("TI ")))) return 80; /* the heading was cut off */
        begins = line.n == 4 && str_eq(tag, S("PT")) && str_find(S("JBSP"), str_drop(line, 3)) != STR_NONE;
        if (!begins && !str_eq(tag, S("FN"))) return 0;
    }
    return 0;
}

const rxc_reader rxc_reader_wos = {
    .name = "wos",
    .help = "Web of Science, plain text, with cited references",
    .extensions = "txt isi ciw wos",
    .sniff = sniff,
    .read = read,
    .split = &split,
};
