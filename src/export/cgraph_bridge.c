/* cgraph_bridge.c: casts for cgraph 2.43, and text made safe for DOT. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/cgraph_bridge.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/escape.h"

enum { VALUE_MAX = 256 }; /* bytes of a formatted value */

/* cgraph copies what it is given and changes nothing. */
static char *loose(const char *text)
{
    union {
        const char *in;
        char *out;
    } cast = { text };
    return cast.out;
}

void rxc_cgraph_default(Agraph_t *g, int kind, const char *name, const char *value)
{
    agattr(g, kind, loose(name), loose(value));
}

void rxc_cgraph_set(void *object, const char *name, const char *value)
{
    agsafeset(object, loose(name), loose(value), loose(""));
}

void rxc_cgraph_setf(void *object, const char *name, const char *format, ...)
{
    char value[VALUE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(value, sizeof value, format, args);
    va_end(args);
    rxc_cgraph_set(object, name, value);
}

/* Does s, behind its ampersand, read as an entity: "lt;", "#60;", "#x3c;"? */
static bool begins_entity(Str s)
{
    size_t i = s.n && s.p[0] == '#';
    size_t from = i;
    while (i < s.n && chr_alnum(s.p[i])) i++;
    return i > from && i < s.n && s.p[i] == ';';
}

static void add_ampersand(Buf *out, rxc_amp amp, Str behind)
{
    if (amp == RXC_AMP_STAND_IN) buf_add(out, S(RXC_AMP_CHARACTER));
    else buf_add(out, begins_entity(behind) ? S("&amp;") : S("&"));
}

/* One character that stands for itself, unless no output could hold it. */
static void add_character(Buf *out, Str character)
{
    unsigned char c = (unsigned char)character.p[0];
    bool foreign = (c < 0x20 && c != '\t') || c == 0x7F || str_eq(character, S(RXC_AMP_CHARACTER));
    buf_add(out, foreign ? S("\xEF\xBF\xBD") : character);
}

const char *rxc_cgraph_escape(const rxc_cgraph *c, Str text)
{
    Buf out = { 0 };
    assert(text.p || text.n == 0);
    for (size_t i = 0; i < text.n;) {
        size_t bytes = escape_utf8(str_drop(text, i));
        char head = text.p[i];
        if (bytes == 0) buf_add(&out, S("\xEF\xBF\xBD"));
        else if (head == '\\') buf_add(&out, S("\\\\"));
        else if (head == '\n') buf_add(&out, S("\\n"));
        else if (head == '&') add_ampersand(&out, c->amp, str_drop(text, i + 1));
        else if (head != '\r') add_character(&out, str_sub(text, i, i + bytes));
        i += bytes ? bytes : 1;
    }
    const char *copy = arena_cstr(c->scratch, buf_str(&out));
    buf_clear(&out);
    return copy;
}

void rxc_cgraph_text(const rxc_cgraph *c, void *object, const char *name, Str text)
{
    if (text.n) rxc_cgraph_set(object, name, rxc_cgraph_escape(c, text));
}

/* cgraph orders subgraphs by their numbers, and its own numbering takes the addresses of their names. This one counts,
 * so that the order does not depend on memory. A diagram has a few hundred names: they are looked up one by one. */
typedef struct names {
    Arena arena;
    VEC(char *) v; /* name of object number i + 1; NULL: it has none */
    VEC(int) kinds;
} names;

static void *open_ids(Agraph_t *g, Agdisc_t *disc)
{
    (void)g, (void)disc;
    names *ids = calloc(1, sizeof *ids);
    if (!ids) rxc_err_memory(sizeof *ids);
    return ids;
}

static void close_ids(void *state)
{
    names *ids = state;
    arena_clear(&ids->arena);
    free(ids);
}

static long map_id(void *state, int kind, char *name, IDTYPE *id, int create)
{
    names *ids = state;
    for (size_t i = 0; name && i < ids->v.n; i++)
        if (ids->v.v[i] && ids->kinds.v[i] == kind && strcmp(ids->v.v[i], name) == 0) {
            *id = i + 1;
            return 1;
        }
    if (!create) return 0;
    *vec_push(&ids->arena, &ids->v) = name ? arena_cstr(&ids->arena, str_from(name)) : NULL;
    *vec_push(&ids->arena, &ids->kinds) = kind;
    *id = ids->v.n;
    return 1;
}

static long allocate_id(void *state, int kind, IDTYPE id)
{
    (void)state, (void)kind, (void)id;
    return 0;
}

static void free_id(void *state, int kind, IDTYPE id) { (void)state, (void)kind, (void)id; }

static char *print_id(void *state, int kind, IDTYPE id)
{
    (void)kind;
    names *ids = state;
    return id >= 1 && id <= ids->v.n ? ids->v.v[id - 1] : NULL;
}

static void register_id(void *state, int kind, void *object) { (void)state, (void)kind, (void)object; }

static Agiddisc_t counting_ids = { open_ids, map_id, allocate_id, free_id, print_id, close_ids, register_id };

Agraph_t *rxc_cgraph_open(const char *name, bool directed)
{
    static Agdisc_t disc = { &AgMemDisc, &counting_ids, &AgIoDisc };
    return agopen(loose(name), directed ? Agdirected : Agundirected, &disc);
}

Agraph_t *rxc_cgraph_subgraph(Agraph_t *g, const char *name) { return agsubg(g, loose(name), 1); }

Agnode_t *rxc_cgraph_node(const rxc_cgraph *c, Agraph_t *g, Str name)
{
    return agnode(g, loose(rxc_cgraph_escape(c, name)), 1);
}

Agedge_t *rxc_cgraph_edge(Agraph_t *g, Agnode_t *from, Agnode_t *to, const char *key)
{
    return agedge(g, from, to, loose(key), 1);
}
