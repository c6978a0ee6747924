/* import_obo.c: ontologies in OBO 1.2 and 1.4: DOID, HP, MONDO, OAE (disorders), CHEBI (drugs and other chemicals).
 *
 *     [Term]
 *     id: DOID:9999999
 *     name: example disease
 *     synonym: "disease of examples" EXACT [ref]      a type of synonym may stand behind EXACT: ABBREVIATION,
 * BRAND_NAME xref: MESH:D999999 is_a: DOID:4 ! disease
 *
 * What is not below the root of its ontology's part that holds disorders or chemicals is passed over; the class is the
 * name of the node right below the root. Where the file has no root, every term is taken.
 * Source: OBO Flat File Format 1.4 guide. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/importer.h"

enum { RANK = 0 };

typedef struct Ontology {
    const char *prefix, *root;
    rxc_concept_type type;
} Ontology;

static const Ontology ontologies[] = {
    { "DOID:", "DOID:4", RXC_DISORDER },         { "HP:", "HP:0000118", RXC_DISORDER },
    { "MONDO:", "MONDO:0000001", RXC_DISORDER }, { "OAE:", "OAE:0000001", RXC_DISORDER },
    { "CHEBI:", "CHEBI:24431", RXC_DRUG },
};
enum { ONTOLOGIES = sizeof ontologies / sizeof *ontologies };

typedef struct Link {
    uint32_t parent, child; /* numbers of entries, from 1 */
} Link;

typedef struct State {
    VEC(Link) links;
    rxc_map dead; /* codes of obsolete terms */
} State;

static int part(Str head)
{
    return str_starts(head, S("format-version:")) || str_starts(head, S("[Term]")) ||
           str_find(head, S("\n[Term]")) != STR_NONE;
}

static const Ontology *ontology_of(Str id)
{
    for (size_t i = 0; i < ONTOLOGIES; i++)
        if (str_starts(id, str_from(ontologies[i].prefix))) return &ontologies[i];
    return NULL;
}

/* The prefix without its colon. */
static Str source_of(const Ontology *ontology)
{
    Str prefix = str_from(ontology->prefix);
    return str_take(prefix, prefix.n - 1);
}

static uint32_t number_of(rxc_import *import, Str id)
{
    rxc_import_entry(import, id);
    return rxc_map_get(&import->by_code, id);
}

/* The text between the first quotes, \" and \\ undone; *rest is what stands behind them. */
static bool quoted(Arena *arena, Str value, Str *text, Str *rest)
{
    size_t b = str_chr(value, '"');
    if (b == STR_NONE) return false;
    char *out = arena_alloc(arena, value.n - b);
    size_t n = 0;
    for (size_t i = b + 1; i < value.n; i++) {
        if (value.p[i] == '"') {
            *text = (Str){ out, n };
            *rest = str_drop(value, i + 1);
            return true;
        }
        if (value.p[i] == '\\' && i + 1 < value.n) i++;
        out[n++] = value.p[i];
    }
    return false;
}

/* The value of a tag, its escapes (\" \: …) undone. */
static Str unescaped(Arena *arena, Str value)
{
    char *out = arena_alloc(arena, value.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < value.n; i++) {
        if (value.p[i] == '\\' && i + 1 < value.n) i++;
        out[n++] = value.p[i];
    }
    return (Str){ out, n };
}

static void take_synonym(rxc_import *import, const rxc_feed *feed, rxc_vocab_entry *entry, Str value)
{
    Arena scratch = { 0 };
    Str text, rest, word;
    if (!quoted(&scratch, value, &text, &rest)) {
        rxc_import_fault(import, feed, feed->line, "a synonym without quotes around it");
        arena_clear(&scratch);
        return;
    }
    rest = str_trim(str_take(rest, str_chr(rest, '[')));
    bool exact = str_starts(rest, S("EXACT")) || !rest.n, abbreviation = false, brand = false, formula = false;
    while (str_cut(&rest, ' ', &word)) {
        abbreviation |=
            str_find_nocase(word, S("abbreviation")) != STR_NONE || str_find_nocase(word, S("acronym")) != STR_NONE;
        brand |= str_eq_nocase(word, S("BRAND_NAME"));
        formula |= str_eq_nocase(word, S("IUPAC_NAME")) || str_find_nocase(word, S("formula")) != STR_NONE;
        exact |= str_eq_nocase(word, S("INN")) || brand;
    }
    if (formula) rxc_import_skip_one(import, "synonym: a formula or systematic name");
    else if (!exact) rxc_import_skip_one(import, "synonym: not an exact one");
    else
        rxc_import_add(import, entry,
                       abbreviation ? RXC_ENTRY_SHORTS
                       : brand      ? RXC_ENTRY_BRANDS
                                    : RXC_ENTRY_SYNONYMS,
                       text);
    arena_clear(&scratch);
}

/* Up to the comment (" ! ...") and the modifiers (" {...}"). */
static Str bare(Str value)
{
    size_t at = str_find(value, S(" ! "));
    value = str_take(value, at);
    return str_trim(str_take(value, str_find(value, S(" {"))));
}

static void take_xref(rxc_import *import, rxc_vocab_entry *entry, Str value)
{
    static const struct {
        const char *theirs, *ours;
    } systems[] = {
        { "MESH", "MeSH" },       { "MSH", "MeSH" },       { "UMLS", "UMLS" }, { "UMLS_CUI", "UMLS" },
        { "MedDRA", "MedDRA" },   { "OMIM", "OMIM" },      { "MIM", "OMIM" },  { "NCI", "NCI" },
        { "NCIT", "NCI" },        { "DOID", "DOID" },      { "HP", "HP" },     { "MONDO", "MONDO" },
        { "ORDO", "ORPHA" },      { "Orphanet", "ORPHA" }, { "CAS", "CAS" },   { "DrugBank", "DrugBank" },
        { "ICD10CM", "ICD10CM" }, { "ICD10", "ICD10" },
    };
    Str code = bare(value), system;
    if (!str_cut(&code, ':', &system) || !code.n) return;
    if (str_starts(system, S("SNOMEDCT"))) system = S("SNOMEDCT");
    bool known = str_eq(system, S("SNOMEDCT"));
    for (size_t i = 0; i < sizeof systems / sizeof *systems && !known; i++) {
        known = str_eq_nocase(system, str_from(systems[i].theirs));
        if (known) system = str_from(systems[i].ours);
    }
    size_t space = str_chr(code, ' ');
    if (known) rxc_import_code(import, entry, system, str_take(code, space));
    else rxc_import_skip_one(import, "xref: of another system");
}

/* Cut "key: value". */
static bool cut_tag(Str line, Str *key, Str *value)
{
    size_t at = str_chr(line, ':');
    if (at == STR_NONE) return false;
    *key = str_take(line, at);
    *value = str_trim(str_drop(line, at + 1));
    return true;
}

static void take_tag(rxc_import *import, const rxc_feed *feed, rxc_vocab_entry *entry, Str key, Str value)
{
    State *state = import->state;
    Str id = entry->lists[RXC_ENTRY_CODES].v[0];
    if (str_eq(key, S("name"))) rxc_import_name(import, entry, unescaped(import->arena, value), RANK);
    else if (str_eq(key, S("synonym"))) take_synonym(import, feed, entry, value);
    else if (str_eq(key, S("xref"))) take_xref(import, entry, value);
    else if (str_eq(key, S("is_obsolete")) && str_eq(value, S("true"))) rxc_map_put(&state->dead, import->arena, id, 1);
    else if (str_eq(key, S("is_a")) && bare(value).n) {
        uint32_t parent = number_of(import, bare(value));
        *vec_push(import->arena, &state->links) = (Link){ parent, number_of(import, id) };
    }
}

static void read_obo(rxc_import *import, rxc_feed *feed, int which)
{
    rxc_vocab_entry *entry = NULL;
    bool in_term = false;
    Str line, key, value;
    (void)which;
    if (!import->state) import->state = arena_new(import->arena, State);
    while (rxc_import_line(import, feed, &line)) {
        line = str_trim(line);
        if (!line.n || line.p[0] == '!') continue;
        if (line.p[0] == '[') {
            in_term = str_eq(line, S("[Term]")), entry = NULL;
            import->seen += in_term;
            continue;
        }
        if (!in_term) continue;
        if (!cut_tag(line, &key, &value)) rxc_import_fault(import, feed, feed->line, "not a tag with a value");
        else if (str_eq(key, S("id"))) entry = bare(value).n ? rxc_import_entry(import, bare(value)) : NULL;
        else if (entry) take_tag(import, feed, entry, key, value);
        else rxc_import_fault(import, feed, feed->line, "a tag before the term's id");
    }
}

/* --- which terms are below a root ------------------------------------------------------------------------------- */

/* Children of each entry: v[first[e]] .. v[first[e + 1]). */
typedef struct Children {
    size_t *first;
    uint32_t *v;
} Children;

static Children children_of(const rxc_import *import, Arena *arena)
{
    const State *state = import->state;
    size_t n = import->entries.n;
    Children c = { arena_array(arena, size_t, n + 3), arena_array(arena, uint32_t, state->links.n + 1) };
    for (size_t i = 0; i < state->links.n; i++) c.first[state->links.v[i].parent + 2]++;
    for (size_t i = 1; i < n + 3; i++) c.first[i] += c.first[i - 1];
    for (size_t i = 0; i < state->links.n; i++) c.v[c.first[state->links.v[i].parent + 1]++] = state->links.v[i].child;
    return c;
}

/* Breadth first from the root; every entry is entered once, so loops do no harm. */
static void mark_below(rxc_import *import, const Children *c, uint32_t root, const Ontology *ontology, Arena *arena)
{
    VEC(uint32_t) queue = { 0 };
    *vec_push(arena, &queue) = root;
    for (size_t head = 0; head < queue.n; head++) {
        uint32_t parent = queue.v[head];
        for (size_t k = c->first[parent]; k < c->first[parent + 1]; k++) {
            rxc_vocab_entry *child = import->entries.v[c->v[k] - 1].p;
            if (child->type != RXC_PHRASE || c->v[k] == root) continue;
            child->type = ontology->type;
            child->source = source_of(ontology);
            child->group = parent == root ? child->name : import->entries.v[parent - 1].p->group;
            *vec_push(arena, &queue) = c->v[k];
        }
    }
}

/* Terms of an ontology whose root the file lacks. */
static void mark_all(rxc_import *import, const Ontology *ontology)
{
    for (size_t i = 0; i < import->entries.n; i++) {
        rxc_vocab_entry *entry = import->entries.v[i].p;
        bool stated = entry->name.n || entry->lists[RXC_ENTRY_SYNONYMS].n; /* not only named as a parent */
        if (!stated || ontology_of(entry->lists[RXC_ENTRY_CODES].v[0]) != ontology) continue;
        entry->type = ontology->type;
        entry->source = source_of(ontology);
    }
}

static void end(rxc_import *import)
{
    const State *state = import->state;
    Arena scratch = { 0 };
    Children c = children_of(import, &scratch);
    for (size_t i = 0; i < ONTOLOGIES; i++) {
        uint32_t root = rxc_map_get(&import->by_code, str_from(ontologies[i].root));
        if (root && import->entries.v[root - 1].p->name.n) mark_below(import, &c, root, &ontologies[i], &scratch);
        else mark_all(import, &ontologies[i]);
    }
    for (size_t i = 0; i < import->entries.n; i++) {
        rxc_vocab_entry *entry = import->entries.v[i].p;
        if (!rxc_map_get(&state->dead, entry->lists[RXC_ENTRY_CODES].v[0])) continue;
        *entry = (rxc_vocab_entry){ .type = RXC_PHRASE }; /* nothing is left of it */
        rxc_import_skip_one(import, "record: obsolete");
    }
    arena_clear(&scratch);
}

const rxc_importer rxc_importer_obo = {
    .name = "obo",
    .help = "ontologies in OBO: DOID, HP, MONDO, OAE, CHEBI",
    .source = "OBO",
    .part = part,
    .read = read_obo,
    .end = end,
};
