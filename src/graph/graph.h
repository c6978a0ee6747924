/* graph.h: the graph of documents, works, drugs and disorders that is measured, drawn and exported. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_GRAPH_GRAPH_H
#define RXC_GRAPH_GRAPH_H

#include "base/err.h"
#include "model/record.h"

/* KIND(name, printed, plural) */
#define RXC_NODE_KINDS(KIND)                                                                                           \
    KIND(DOCUMENT, "document", "documents")                                                                            \
    KIND(WORK, "work", "works")                                                                                        \
    KIND(DRUG, "drug", "drugs")                                                                                        \
    KIND(DISORDER, "disorder", "disorders")                                                                            \
    KIND(AUTHOR, "author", "authors")                                                                                  \
    KIND(JOURNAL, "journal", "journals")

typedef enum rxc_node_kind {
#define KIND(name, printed, plural) RXC_NODE_##name,
    RXC_NODE_KINDS(KIND)
#undef KIND
        RXC_NODE_KIND_COUNT
} rxc_node_kind;

/* KIND(name, printed): what an edge says; the last three join nodes of derived networks */
#define RXC_EDGE_KINDS(KIND)                                                                                           \
    KIND(CITES, "cites")                                                                                               \
    KIND(MENTIONS, "mentions")                                                                                         \
    KIND(ADVERSE_EFFECT, "adverse_effect")                                                                             \
    KIND(TREATS, "treats")                                                                                             \
    KIND(WROTE, "wrote")                                                                                               \
    KIND(PUBLISHED_IN, "published_in")                                                                                 \
    KIND(COCITED, "cocited")                                                                                           \
    KIND(COUPLED, "coupled")                                                                                           \
    KIND(COAUTHOR, "coauthor")

typedef enum rxc_edge_kind {
#define KIND(name, printed) RXC_EDGE_##name,
    RXC_EDGE_KINDS(KIND)
#undef KIND
        RXC_EDGE_KIND_COUNT
} rxc_edge_kind;

const char *rxc_node_kind_name(rxc_node_kind kind);
const char *rxc_edge_kind_name(rxc_edge_kind kind);
bool rxc_node_kind_find(Str name, rxc_node_kind *out); /* singular or plural; "reaction" is a disorder */

typedef struct rxc_node {
    rxc_node_kind kind;
    Str id;      /* readable, unique, stable: "wu2022dupilumab", "drug:dupilumab" */
    Str label;   /* short: "Wu 2022", "dupilumab" */
    Str title;   /* full title or preferred name */
    Str authors; /* "Wu L; Ali K; Qiu Y; et al." */
    Str journal;
    int year;           /* 0: not stated */
    Str doi, pmid, url; /* url: a stated one, else made from the DOI or PMID */
    Str status;         /* "retracted", …; usually empty */
    Str group;          /* kind of document; class of a drug, organ class of a disorder */
    Str file;           /* base name of the input of a document */
    Str codes;          /* of a drug or disorder in other terminologies: "MeSH:D003875|MedDRA:10048799" */
    bool reaction;      /* a disorder that some evidence calls an adverse effect */
    size_t documents;   /* documents that cite, mention or are it */
} rxc_node;

/* Where an edge comes from. */
typedef struct rxc_place {
    size_t document; /* node of the document read; STR_NONE where the network has no documents as nodes */
    Str source;      /* id of that document, whether it is a node or not */
    Str file;        /* base name of its input */
    size_t line;     /* in its source, 0: unknown */
    Str text;        /* the sentence or the raw reference */
    Str rule;
    float score;
    rxc_certainty certainty;
    rxc_attribution attribution;
} rxc_place;

typedef struct rxc_edge {
    rxc_edge_kind kind;
    size_t from, to;         /* nodes; document -> work or concept, drug -> disorder */
    double weight;           /* strength for measures and drawings, > 0 */
    size_t count;            /* call-outs of a citation (0: listed but never called out), mentions, statements */
    size_t documents;        /* documents that say so */
    rxc_certainty certainty; /* of evidence: the surest statement, asserted before speculated before negated */
    size_t independent;      /* of evidence: works and documents whose own evidence it is */
    VEC(rxc_place) places;
} rxc_edge;

typedef struct rxc_graph {
    Str name; /* of the network: "full", "citation", … */
    bool directed;
    VEC(rxc_node) nodes; /* ordered by kind, then id */
    VEC(rxc_edge) edges; /* ordered by from, to, kind; no loops, at most one per (from, to, kind) */
    Arena *arena;
} rxc_graph;

/* Node by id, or STR_NONE. Cost O(log nodes) within each kind. */
size_t rxc_graph_find(const rxc_graph *graph, Str id);

/* Sort nodes and edges into their order, rename the ends of edges, drop loops, join equal edges (weights, counts and
 * places add up). Until then edges name nodes by their place in `nodes`.
 * Errors  RXC_DATA an edge names a node that is not there, two nodes of a kind have one id
 * Cost    O(V log V + E log E) */
rxc_status rxc_graph_finish(rxc_graph *graph, rxc_err *err);

/* The part of the graph with nodes of the kinds in the mask (bit 1u << kind) and the edges among them. In arena. */
rxc_graph *rxc_graph_select(Arena *arena, const rxc_graph *graph, unsigned kinds);

/* The part with the nodes and edges that are marked (edges NULL: all edges among the nodes). In arena. */
rxc_graph *rxc_graph_keep(Arena *arena, const rxc_graph *graph, const bool *nodes, const bool *edges);

/* One named network made from the full graph. */
typedef struct rxc_network {
    const char *name; /* "citation" */
    const char *help; /* one line */
    bool directed;
    unsigned kinds; /* of nodes that the full graph must have for it: bit 1u << kind */
    rxc_status (*derive)(Arena *arena, const rxc_graph *full, rxc_graph **out, rxc_err *err);
} rxc_network;

/* Kinds of nodes that a full graph always has. */
#define RXC_NODES_USUAL (1u << RXC_NODE_DOCUMENT | 1u << RXC_NODE_WORK | 1u << RXC_NODE_DRUG | 1u << RXC_NODE_DISORDER)

extern const rxc_network *const rxc_networks[]; /* full citation cocitation coupling coauthor concept; ends with NULL */
const rxc_network *rxc_network_find(Str name);

#endif
