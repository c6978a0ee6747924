/* record.h: all that one document gives: its references, call-outs, mentions, evidence and losses. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MODEL_RECORD_H
#define RXC_MODEL_RECORD_H

#include "base/err.h"
#include "model/casefact.h"
#include "model/document.h"

#define RXC_RECORD_SCHEMA "rxcite/record/1"

/* One cited work, as this document's list gives it. */
typedef struct rxc_reference {
    int number;       /* printed number; where none is printed its place in the list, from 1 */
    Str label;        /* as printed: "3", "3a", "B12"; may be empty */
    Str anchor;       /* id in the source, for links */
    Str raw;          /* the entry as printed, without its number */
    rxc_span span;    /* of the entry in the text */
    rxc_work work;
    float confidence[RXC_FIELDS];              /* 0..1 for each text field that is there */
    float confidence_authors, confidence_year; /* 0..1 */
    bool parsed;      /* false: no field could be read from it, only raw is known */
} rxc_reference;

/* A place where the document cites. */
typedef struct rxc_callout {
    rxc_span span;
    Str text;            /* "2,3"; "Wu et al., 2022" */
    VEC(size_t) references; /* indices into rxc_record.references, ascending */
    VEC(int) unresolved; /* printed numbers without an entry; -1 for an author-year call-out without one */
    rxc_span sentence;
} rxc_callout;

typedef enum rxc_concept_type { RXC_DRUG, RXC_DISORDER, RXC_PHRASE } rxc_concept_type;
const char *rxc_concept_type_name(rxc_concept_type type); /* "drug", "disorder", "phrase" */

/* Where the text names a drug or a disorder. */
typedef struct rxc_mention {
    rxc_span span;      /* at the width of the concept */
    rxc_span phrase;    /* the author's full wording where it is wider, else equal to span */
    Str text;
    rxc_concept_type type;
    Str concept;        /* "drug:dupilumab"; empty for an unlisted one that has no id */
    Str name;           /* preferred name: "dupilumab" */
    bool negated, speculated, historical, other_person; /* other_person: said of a relative, not of the patient */
    float score;        /* 0..1, 1 for vocabulary matches */
} rxc_mention;

typedef struct rxc_abbreviation {
    Str shorter, longer;
    rxc_span short_span, long_span;
} rxc_abbreviation;

typedef enum rxc_relation { RXC_ADVERSE_EFFECT, RXC_TREATS } rxc_relation;
const char *rxc_relation_name(rxc_relation relation); /* "adverse_effect", "treats" */

typedef enum rxc_certainty { RXC_ASSERTED, RXC_SPECULATED, RXC_NEGATED } rxc_certainty;
const char *rxc_certainty_name(rxc_certainty certainty);

typedef enum rxc_attribution { RXC_OWN, RXC_CITED } rxc_attribution;
const char *rxc_attribution_name(rxc_attribution attribution);

/* One statement that relates a drug and a disorder. */
typedef struct rxc_evidence {
    rxc_relation relation;
    size_t drug, disorder;   /* indices into mentions */
    rxc_certainty certainty;
    rxc_attribution attribution;
    VEC(size_t) references;  /* whose evidence it is when attribution is cited: indices into references */
    rxc_span sentence;
    rxc_section section;
    Str text;                /* the sentence */
    Str rule;                /* what found it: "induced", "after", "listed", "model" … */
    float score;             /* 0..1 */
} rxc_evidence;

/* What became of the things that the document states. found = parsed + lost; callouts found = resolved + unresolved. */
typedef struct rxc_loss {
    Str what;    /* "reference", "callout", "block", "bytes" */
    Str reason;  /* stable: "no-entry", "not-a-reference", "no-list", … */
    size_t count;
    Str example; /* first place: the printed text */
    size_t line;
} rxc_loss;

typedef struct rxc_ledger {
    size_t references_stated; /* what the source says it has (highest number, reference-count); 0: not said */
    size_t references_seen, references_parsed;
    size_t callouts_seen, callouts_resolved, callouts_unresolved; /* single numbers or names, not their groups */
    VEC(rxc_loss) losses;
} rxc_ledger;

typedef struct rxc_record {
    rxc_doc *doc;
    VEC(rxc_reference) references;
    VEC(rxc_callout) callouts;       /* ascending by span */
    VEC(rxc_mention) mentions;       /* ascending by span */
    VEC(rxc_abbreviation) abbreviations;
    VEC(rxc_evidence) evidence;
    rxc_cases cases;                 /* in the order of the text */
    rxc_ledger ledger;
} rxc_record;

/* Count a loss under what and reason. */
void rxc_ledger_lose(Arena *arena, rxc_ledger *ledger, Str what, Str reason, Str example, size_t line);
void rxc_ledger_lose_many(Arena *arena, rxc_ledger *ledger, Str what, Str reason, size_t count, Str example,
                          size_t line);

/* What is looked for in one document at most. What lies beyond is counted as lost under the reason "not-searched" or
 * "too-many", with a diagnostic "limit". */
enum {
    RXC_PROSE_MAX = 16 << 20,      /* bytes of prose in which call-outs and concepts are looked for */
    RXC_REFERENCES_MAX = 50000,    /* entries that are parsed */
    RXC_CALLOUTS_MAX = 100000,     /* call-outs that are tied */
    RXC_MENTIONS_MAX = 200000,     /* mentions, after which concepts are looked for no more */
    RXC_ABBREVIATIONS_MAX = 20000, /* definitions of abbreviations that are taken */
};

/* One reference as it stands in the record, also what `refs -f ndjson` writes. */
void rxc_reference_write(Jsonw *w, const rxc_reference *ref);

/* One JSON object on one line (schema rxcite/record/1), without the newline. with_text adds the document's text. */
void rxc_record_write(Buf *out, const rxc_record *record, bool with_text);

/* Read such a line back. Spans are kept although text is only there when it was written.
 * Of the blocks only starts and source lines come back, enough for rxc_doc_line_at.
 * Errors  RXC_INPUT not JSON, not this schema, or an index out of range */
rxc_status rxc_record_read(Arena *arena, Str json, rxc_record *out, rxc_err *err);

#endif
