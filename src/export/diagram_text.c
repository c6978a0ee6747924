/* diagram_text.c: the words of the diagram. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/diagram_text.h"

#include "base/escape.h"
#include "model/notice.h"

enum {
    LINE_WIDTH = 26, /* characters after which a label's line breaks at the next space */
    LABEL_LINES = 3,
    LABEL_WIDTH = 64,  /* characters of a label */
    QUOTE_BYTES = 260, /* of a sentence in a tooltip */
    QUOTES = 3,        /* sentences in a tooltip */
};

/* Bytes of the first `most` characters of s. */
static size_t bytes_of(Str s, size_t most)
{
    size_t i = 0;
    for (; i < s.n && most; most--) {
        size_t bytes = escape_utf8(str_drop(s, i));
        i += bytes ? bytes : 1;
    }
    return i;
}

static size_t characters_of(Str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; count++) {
        size_t bytes = escape_utf8(str_drop(s, i));
        i += bytes ? bytes : 1;
    }
    return count;
}

/* Add s in lines of about LINE_WIDTH characters. */
static void add_wrapped(Buf *out, Str s)
{
    size_t column = 0, lines = 1;
    Str rest = s, word;
    bool cut = characters_of(s) > LABEL_WIDTH;
    if (cut) {
        rest = str_take(s, bytes_of(s, LABEL_WIDTH));
        size_t space = str_rchr(rest, ' ');
        if (space != STR_NONE && space > rest.n / 2) rest = str_take(rest, space);
    }
    for (bool first = true; str_cut(&rest, ' ', &word); first = false) {
        size_t width = characters_of(word);
        bool wrap = !first && column + width > LINE_WIDTH && lines < LABEL_LINES;
        if (!first) buf_char(out, wrap ? '\n' : ' ');
        lines += wrap;
        column = (wrap ? 0 : column) + width + 1;
        buf_add(out, word);
    }
    if (cut) buf_add(out, S("…"));
}

static Str take_buf(Arena *arena, Buf *buf)
{
    Str copy = arena_str(arena, buf_str(buf));
    buf_clear(buf);
    return copy;
}

Str rxc_diagram_label(Arena *arena, const rxc_node *node)
{
    Buf out = { 0 };
    add_wrapped(&out, node->label.n ? node->label : node->id);
    if (node->kind == RXC_NODE_DOCUMENT && node->group.n && !str_eq(node->group, S("unknown"))) {
        buf_char(&out, '\n');
        for (size_t i = 0; i < node->group.n; i++) buf_char(&out, node->group.p[i] == '-' ? ' ' : node->group.p[i]);
    }
    if (rxc_notice_is_warning(node->status)) buf_printf(&out, "\n✕ %.*s", STR_ARG(node->status));
    return take_buf(arena, &out);
}

static void add_line(Buf *out, Str line)
{
    if (line.n == 0) return;
    if (out->n) buf_char(out, '\n');
    buf_add(out, line);
}

Str rxc_diagram_node_tip(Arena *arena, const rxc_node *node)
{
    Buf out = { 0 };
    add_line(&out, node->title.n ? node->title : node->label);
    add_line(&out, node->authors);
    if (node->journal.n && node->year)
        add_line(&out, arena_printf(arena, "%.*s, %d", STR_ARG(node->journal), node->year));
    else if (node->year) add_line(&out, arena_printf(arena, "%d", node->year));
    else add_line(&out, node->journal);
    if (node->kind == RXC_NODE_DRUG || node->kind == RXC_NODE_DISORDER) add_line(&out, node->group);
    if (node->status.n) add_line(&out, arena_printf(arena, "Status: %.*s", STR_ARG(node->status)));
    if (node->kind == RXC_NODE_DOCUMENT && node->file.n)
        add_line(&out, arena_printf(arena, "File: %.*s", STR_ARG(node->file)));
    else if (node->documents > 1) add_line(&out, arena_printf(arena, "In %zu of the documents read", node->documents));
    return take_buf(arena, &out);
}

static void add_quote(Buf *out, const rxc_place *place)
{
    Str text = str_trim(place->text);
    bool cut = text.n > QUOTE_BYTES;
    if (cut) {
        size_t end = QUOTE_BYTES;
        while (end && text.p[end] != ' ') end--;
        text = str_take(text, end ? end : bytes_of(text, QUOTE_BYTES / 4));
    }
    buf_char(out, '\n');
    for (size_t i = 0; i < text.n; i++) buf_char(out, chr_space(text.p[i]) ? ' ' : text.p[i]);
    if (cut) buf_add(out, S("…"));
    if (place->file.n && place->line) buf_printf(out, " (%.*s:%zu)", STR_ARG(place->file), place->line);
    else if (place->file.n) buf_printf(out, " (%.*s)", STR_ARG(place->file));
}

/* What kind of edge, how sure, how often. */
static void add_claim(Buf *out, const rxc_edge *edge)
{
    bool evidence = edge->kind == RXC_EDGE_ADVERSE_EFFECT || edge->kind == RXC_EDGE_TREATS;
    Str kind = str_from(rxc_edge_kind_name(edge->kind));
    for (size_t i = 0; i < kind.n; i++) buf_char(out, kind.p[i] == '_' ? ' ' : kind.p[i]);
    if (evidence) {
        buf_printf(out, ", %s", rxc_certainty_name(edge->certainty));
        if (edge->independent)
            buf_printf(out, ", %zu independent source%s", edge->independent, edge->independent == 1 ? "" : "s");
    } else if (edge->count > 1) {
        buf_printf(out, ", %zu times", edge->count);
    }
}

Str rxc_diagram_edge_tip(Arena *arena, const rxc_graph *graph, const rxc_edge *edge)
{
    Buf out = { 0 };
    const rxc_node *from = &graph->nodes.v[edge->from], *to = &graph->nodes.v[edge->to];
    buf_printf(&out, "%.*s %s %.*s: ", STR_ARG(from->label), graph->directed ? "→" : "–", STR_ARG(to->label));
    add_claim(&out, edge);
    for (size_t i = 0; i < edge->places.n && i < QUOTES; i++)
        if (edge->places.v[i].text.n) add_quote(&out, &edge->places.v[i]);
    if (edge->places.n > QUOTES) buf_printf(&out, "\n… and %zu more", edge->places.n - QUOTES);
    return take_buf(arena, &out);
}

static bool is_safe_url(Str url)
{
    if (!str_starts_nocase(url, S("https://")) && !str_starts_nocase(url, S("http://"))) return false;
    for (size_t i = 0; i < url.n; i++)
        if ((unsigned char)url.p[i] <= ' ' || strchr("\"<>\\^`{|}", url.p[i])) return false;
    return true;
}

/* A DOI as a link: everything that a URL may not hold is written in hexadecimal. */
static Str doi_url(Arena *arena, Str doi)
{
    Buf out = { 0 };
    buf_add(&out, S("https://doi.org/"));
    for (size_t i = 0; i < doi.n; i++) {
        char c = doi.p[i];
        if (chr_alnum(c) || (c && strchr("-._~/:;()", c))) buf_char(&out, c);
        else buf_printf(&out, "%%%02X", (unsigned char)c);
    }
    return take_buf(arena, &out);
}

Str rxc_diagram_url(Arena *arena, const rxc_node *node)
{
    if (node->doi.n) return doi_url(arena, node->doi);
    return is_safe_url(node->url) ? node->url : (Str){ 0 };
}

static Str left_out(Arena *arena, const rxc_pick *pick)
{
    static const char *const names[RXC_NODE_KIND_COUNT][2] = {
#define KIND(name, printed, plural) { printed, plural },
        RXC_NODE_KINDS(KIND)
#undef KIND
    };
    Buf out = { 0 };
    for (size_t kind = 0; kind < RXC_NODE_KIND_COUNT; kind++)
        if (pick->left_out[kind])
            buf_printf(&out, "%s%zu %s", out.n ? ", " : "", pick->left_out[kind],
                       names[kind][pick->left_out[kind] > 1]);
    if (pick->edges_left_out)
        buf_printf(&out, "%s%zu weaker link%s", out.n ? ", " : "", pick->edges_left_out,
                   pick->edges_left_out > 1 ? "s" : "");
    if (out.n == 0) return (Str){ 0 };
    Str text = arena_printf(arena, "Left out for clarity: %.*s.", STR_ARG(buf_str(&out)));
    buf_clear(&out);
    return text;
}

Str rxc_diagram_note(Arena *arena, const rxc_pick *pick)
{
    Buf out = { 0 };
    if (pick->layered) add_line(&out, S("Thicker lines: more call-outs, or more independent sources."));
    if (pick->layered && pick->sized) buf_add(&out, S(" Larger names: more central (PageRank)."));
    add_line(&out, left_out(arena, pick));
    return take_buf(arena, &out);
}
