/* flow_graph.c: a library becomes the full graph: works, what they cite, the drugs and disorders that they speak of. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "flow/making.h"
#include "resolve/resolve.h"
#include "text/fold.h"
#include "text/sentence.h"

enum { AUTHORS_MAX = 20, SENTENCE_MAX = 1000 }; /* names on a node; bytes of a sentence at a place */

/* --- nodes of works --------------------------------------------------------------------------------------------- */

/* "Wu L", "van der Berg AB", "World Health Organization" */
static void add_name(Buf *out, Arena *scratch, const rxc_name *name)
{
    Str parts[] = { name->particle, name->family, rxc_resolve_initials(scratch, name->given), name->suffix };
    if (name->literal.n) buf_add(out, name->literal);
    for (size_t i = 0, n = 0; !name->literal.n && i < sizeof parts / sizeof *parts; i++)
        if (parts[i].n) {
            if (n++) buf_char(out, ' ');
            buf_add(out, parts[i]);
        }
}

static Str authors_of(rxc_making *making, const rxc_work *work)
{
    Buf out = { 0 };
    for (size_t i = 0; i < work->authors.n && i < AUTHORS_MAX; i++) {
        if (i) buf_add(&out, S("; "));
        add_name(&out, &making->scratch, &work->authors.v[i]);
    }
    if (work->authors.n && (work->et_al || work->authors.n > AUTHORS_MAX)) buf_add(&out, S("; et al."));
    Str text = arena_str(making->arena, buf_str(&out));
    buf_clear(&out);
    return text;
}

/* A bare DOI or PMID, however it is stated. */
static Str key_value(Arena *arena, const rxc_work *work, Str prefix)
{
    Str keys[RXC_KEYS_MAX];
    size_t n = rxc_resolve_keys(arena, work, keys);
    for (size_t i = 0; i < n; i++)
        if (str_starts(keys[i], prefix)) return str_drop(keys[i], prefix.n);
    return (Str){ 0 };
}

static Str url_of(Arena *arena, const rxc_node *node, const rxc_work *work)
{
    if (work->url.n) return work->url;
    if (node->doi.n) return arena_printf(arena, "https://doi.org/%.*s", STR_ARG(node->doi));
    if (node->pmid.n) return arena_printf(arena, "https://pubmed.ncbi.nlm.nih.gov/%.*s/", STR_ARG(node->pmid));
    return (Str){ 0 };
}

static rxc_status add_work(rxc_making *making, const rxc_store_work *stored, rxc_err *err)
{
    const rxc_work *work = &stored->work;
    bool added;
    if (stored->id.n == 0)
        return rxc_err_set(err, RXC_LIBRARY, "a work of the library has no id: its changes were not committed");
    size_t at = rxc_making_node(making, stored->document ? RXC_NODE_DOCUMENT : RXC_NODE_WORK, stored->id, &added);
    rxc_node *node = &making->graph->nodes.v[at];
    if (!added) return rxc_err_set(err, RXC_LIBRARY, "two works of the library have the id %.*s", STR_ARG(stored->id));
    node->label = rxc_work_label(making->arena, work);
    node->title = work->title;
    node->authors = authors_of(making, work);
    node->journal = work->container;
    node->year = work->issued.year;
    node->doi = key_value(making->arena, work, S("doi:"));
    node->pmid = key_value(making->arena, work, S("pmid:"));
    node->url = url_of(making->arena, node, work);
    node->status = work->status;
    making->work_nodes[stored->row] = at;
    return RXC_OK;
}

static rxc_status add_works(rxc_making *making, rxc_err *err)
{
    const rxc_store_works *works = making->works;
    for (size_t i = 0; i < works->n; i++)
        if (works->v[i].row > making->last_row) making->last_row = works->v[i].row;
    making->work_nodes = arena_array(&making->scratch, size_t, (size_t)making->last_row + 1);
    for (int64_t row = 0; row <= making->last_row; row++) making->work_nodes[row] = STR_NONE;
    for (size_t i = 0; i < works->n; i++) RXC_TRY(add_work(making, &works->v[i], err));
    return RXC_OK;
}

/* --- places ----------------------------------------------------------------------------------------------------- */

typedef struct reading { /* one document at hand */
    rxc_making *making;
    const rxc_store_document *document;
    const rxc_record *record;
    size_t node;
    Str file;         /* of its input: several documents may be one node */
    size_t *concepts; /* [mentions] node of each, STR_NONE: of no kind that has nodes */
    Arena scratch;    /* of this document */
} reading;

/* The sentence around byte `at` of the text; nothing where the record came without its text. */
static Str sentence_at(const rxc_doc *doc, size_t at)
{
    size_t b = at < doc->text.n ? at : doc->text.n, e = b, from, to;
    while (b > 0 && doc->text.p[b - 1] != '\n' && at - b < SENTENCE_MAX) b--;
    while (e < doc->text.n && doc->text.p[e] != '\n' && e - at < SENTENCE_MAX) e++;
    Str block = str_sub(doc->text, b, e);
    for (size_t next = 0; rxc_sentence_next(block, &next, &from, &to);)
        if (at - b < to) return str_sub(block, from, to);
    return (Str){ 0 };
}

static rxc_place *add_place(const reading *r, rxc_edge *edge, size_t at, Str text)
{
    if (edge->places.cap == 0) { /* most edges have one */
        edge->places.v = arena_new(r->making->arena, rxc_place);
        edge->places.cap = 1;
    }
    rxc_place *place = vec_push(r->making->arena, &edge->places);
    *place = (rxc_place){
        .document = r->node,
        .source = r->making->graph->nodes.v[r->node].id,
        .file = r->file,
        .line = rxc_doc_line_at(r->record->doc, at),
        .text = arena_str(r->making->arena, text),
        .score = 1,
    };
    return place;
}

/* --- citations -------------------------------------------------------------------------------------------------- */

static void add_cites(reading *r)
{
    const rxc_record *record = r->record;
    size_t *edges = arena_array(&r->scratch, size_t, record->references.n);
    for (size_t i = 0; i < record->references.n; i++) {
        size_t work = i < r->document->work_count ? rxc_making_work(r->making, r->document->works[i]) : STR_NONE;
        edges[i] = STR_NONE;
        if (work == STR_NONE || work == r->node) continue;
        edges[i] = r->making->graph->edges.n;
        rxc_making_edge(r->making, RXC_EDGE_CITES, r->node, work);
        rxc_making_speak(r->making, work, r->node);
    }
    for (size_t c = 0; c < record->callouts.n; c++)
        for (size_t k = 0; k < record->callouts.v[c].references.n; k++) {
            const rxc_callout *callout = &record->callouts.v[c];
            if (edges[callout->references.v[k]] == STR_NONE) continue;
            rxc_edge *edge = &r->making->graph->edges.v[edges[callout->references.v[k]]];
            Str sentence = rxc_doc_excerpt(record->doc, callout->sentence, callout->span.b);
            add_place(r, edge, callout->span.b, sentence.n ? sentence : callout->text)->rule = S("call-out");
            edge->weight = (double)++edge->count;
        }
    for (size_t i = 0; i < record->references.n; i++)
        if (edges[i] != STR_NONE && r->making->graph->edges.v[edges[i]].count == 0)
            add_place(r, &r->making->graph->edges.v[edges[i]], record->references.v[i].span.b,
                      record->references.v[i].raw)
                ->rule = S("reference");
}

/* --- concepts --------------------------------------------------------------------------------------------------- */

static size_t add_concept(rxc_making *making, const rxc_mention *mention)
{
    rxc_term term = { 0 };
    bool added;
    Str id = mention->concept;
    if (mention->type == RXC_PHRASE) return STR_NONE;
    Str name = mention->name.n ? mention->name : mention->text;
    if (id.n == 0)
        id = arena_printf(&making->scratch, "%s:%.*s", rxc_concept_type_name(mention->type),
                          STR_ARG(rxc_fold_slug(&making->scratch, name)));
    size_t at = rxc_making_node(making, mention->type == RXC_DRUG ? RXC_NODE_DRUG : RXC_NODE_DISORDER, id, &added);
    if (!added) return at;
    bool listed = making->concepts && rxc_concepts_term(making->concepts, id, &term);
    rxc_node *node = &making->graph->nodes.v[at];
    node->title = node->label = arena_str(making->arena, listed ? term.name : name);
    if (listed) node->group = arena_str(making->arena, term.group);
    if (listed) node->codes = arena_str(making->arena, term.codes);
    return at;
}

typedef struct named {
    size_t concept, mention;
} named;

static int compare_named(const void *a, const void *b)
{
    const named *left = a, *right = b;
    if (left->concept != right->concept) return left->concept < right->concept ? -1 : 1;
    return (left->mention > right->mention) - (left->mention < right->mention);
}

/* One concept, mentioned in n places: its place is the first; the hundredth says less than the first. */
static void add_mention(const reading *r, const named *all, size_t n)
{
    const rxc_mention *mention = &r->record->mentions.v[all->mention];
    rxc_edge *edge = rxc_making_edge(r->making, RXC_EDGE_MENTIONS, r->node, all->concept);
    Str sentence = sentence_at(r->record->doc, mention->span.b);
    add_place(r, edge, mention->span.b, sentence.n ? sentence : mention->text)->score = mention->score;
    edge->count = n;
    edge->weight = 1 + log((double)n);
    rxc_making_speak(r->making, all->concept, r->node);
}

static void add_mentions(reading *r)
{
    named *all = arena_array(&r->scratch, named, r->record->mentions.n);
    size_t n = 0;
    for (size_t i = 0; i < r->record->mentions.n; i++)
        if (r->concepts[i] != STR_NONE) all[n++] = (named){ r->concepts[i], i };
    if (n) qsort(all, n, sizeof *all, compare_named);
    for (size_t b = 0, e; b < n; b = e) {
        for (e = b + 1; e < n && all[e].concept == all[b].concept;) e++;
        add_mention(r, all + b, e - b);
    }
}

static void note_source(rxc_making *making, const rxc_edge *edge, size_t source)
{
    bool negated = edge->certainty == RXC_NEGATED;
    *vec_push(&making->scratch, &making->sources) =
        (rxc_making_source){ edge->from, edge->to, edge->kind, source, negated };
}

/* The name of the rule, kept once: there are few, and the last is often the next. */
static Str rule_of(const reading *r, const rxc_evidence *evidence)
{
    if (!str_eq(r->making->rule, evidence->rule)) r->making->rule = arena_str(r->making->arena, evidence->rule);
    return r->making->rule;
}

/* The cited work is a source of the statement: it speaks of the drug and the disorder, as far as is known. */
static void add_cited_mention(const reading *r, const rxc_evidence *evidence, size_t work, size_t concept)
{
    rxc_edge *edge = rxc_making_edge(r->making, RXC_EDGE_MENTIONS, work, concept);
    edge->count = 1;
    rxc_place *place = add_place(r, edge, evidence->sentence.b, evidence->text);
    place->attribution = RXC_CITED;
    place->certainty = evidence->certainty;
    place->rule = rule_of(r, evidence);
    place->score = evidence->score;
}

static void add_cited(const reading *r, const rxc_evidence *evidence, const rxc_edge *statement)
{
    const rxc_edge copy = *statement; /* edges move when more are added */
    for (size_t i = 0; i < evidence->references.n; i++) {
        size_t reference = evidence->references.v[i];
        size_t work =
            reference < r->document->work_count ? rxc_making_work(r->making, r->document->works[reference]) : STR_NONE;
        if (work == STR_NONE) continue;
        note_source(r->making, &copy, work);
        if (work == r->node) continue;
        add_cited_mention(r, evidence, work, copy.from);
        add_cited_mention(r, evidence, work, copy.to);
    }
}

static double weight_of(rxc_certainty certainty)
{
    static const double weights[] = { [RXC_ASSERTED] = 1, [RXC_SPECULATED] = 0.5, [RXC_NEGATED] = 0.25 };
    return weights[certainty];
}

static void add_evidence(const reading *r)
{
    for (size_t i = 0; i < r->record->evidence.n; i++) {
        const rxc_evidence *evidence = &r->record->evidence.v[i];
        size_t drug = r->concepts[evidence->drug], disorder = r->concepts[evidence->disorder];
        if (drug == STR_NONE || disorder == STR_NONE) continue;
        rxc_edge_kind kind = evidence->relation == RXC_TREATS ? RXC_EDGE_TREATS : RXC_EDGE_ADVERSE_EFFECT;
        rxc_edge *edge = rxc_making_edge(r->making, kind, drug, disorder);
        edge->count = 1;
        edge->certainty = evidence->certainty;
        edge->weight = weight_of(evidence->certainty);
        rxc_place *place = add_place(r, edge, evidence->sentence.b, evidence->text);
        place->rule = rule_of(r, evidence);
        place->score = evidence->score;
        place->certainty = evidence->certainty;
        place->attribution = evidence->attribution;
        if (evidence->attribution == RXC_OWN) note_source(r->making, edge, r->node);
        else add_cited(r, evidence, edge);
    }
}

/* --- the whole -------------------------------------------------------------------------------------------------- */

static void add_document(rxc_making *making, const rxc_store_document *document)
{
    reading r = { making, document, &document->record, rxc_making_work(making, document->work), { 0 }, NULL, { 0 } };
    if (r.node == STR_NONE) return;
    r.file = arena_str(making->arena, document->name);
    rxc_node *node = &making->graph->nodes.v[r.node];
    if (node->file.n == 0) { /* of several documents that are one work, the first by name */
        node->file = r.file;
        node->group = str_from(rxc_doc_kind_name(document->record.doc->kind));
    }
    rxc_making_speak(making, r.node, r.node);
    add_cites(&r);
    r.concepts = arena_array(&r.scratch, size_t, r.record->mentions.n);
    for (size_t i = 0; i < r.record->mentions.n; i++) r.concepts[i] = add_concept(making, &r.record->mentions.v[i]);
    add_mentions(&r);
    add_evidence(&r);
    arena_clear(&r.scratch);
}

static rxc_status begin(rxc_making *making, const rxc_store_works *works, const rxc_concepts *concepts, Arena *arena,
                        rxc_err *err)
{
    *making = (rxc_making){ .arena = arena, .concepts = concepts, .works = works };
    making->graph = arena_new(arena, rxc_graph);
    *making->graph = (rxc_graph){ .name = S("full"), .directed = true, .arena = arena };
    return add_works(making, err);
}

static rxc_status end(rxc_making *making, rxc_status status, rxc_graph **out, rxc_err *err)
{
    if (!status) status = rxc_making_finish(making, err);
    arena_clear(&making->scratch);
    *out = making->graph;
    return status;
}

rxc_status rxc_flow_graph_of(const rxc_store_documents *documents, const rxc_store_works *works,
                             const rxc_concepts *concepts, Arena *arena, rxc_graph **out, rxc_err *err)
{
    rxc_making making;
    rxc_status status = begin(&making, works, concepts, arena, err);
    for (size_t i = 0; !status && i < documents->n; i++) add_document(&making, &documents->v[i]);
    return end(&making, status, out, err);
}

typedef struct Passing { /* documents on their way through */
    rxc_making making;
    rxc_store_take seen;
    void *context;
} Passing;

static rxc_status take_document(void *context, const rxc_store_document *document, rxc_err *err)
{
    Passing *p = context;
    add_document(&p->making, document);
    return p->seen ? p->seen(p->context, document, err) : RXC_OK;
}

rxc_status rxc_flow_graph(rxc_store *store, const rxc_store_works *works, const rxc_concepts *concepts,
                          rxc_store_take seen, void *context, Arena *arena, rxc_graph **out, rxc_err *err)
{
    Passing p = { .seen = seen, .context = context };
    rxc_status status = begin(&p.making, works, concepts, arena, err);
    if (!status) status = rxc_store_each_document(store, take_document, &p, err);
    return end(&p.making, status, out, err);
}
