/* document.h: a document as its reader leaves it, whatever the format: text, blocks, marks, its own bibliography. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MODEL_DOCUMENT_H
#define RXC_MODEL_DOCUMENT_H

#include "base/diag.h"
#include "model/work.h"

/* Bytes [b, e) of rxc_doc.text */
typedef struct rxc_span {
    size_t b, e;
} rxc_span;

static inline Str rxc_span_of(Str text, rxc_span span) { return str_sub(text, span.b, span.e); }

/* Kinds of document: KIND(name, printed) */
#define RXC_DOC_KINDS(KIND)           \
    KIND(UNKNOWN, "unknown")          \
    KIND(CASE_REPORT, "case-report")  \
    KIND(CASE_SERIES, "case-series")  \
    KIND(TRIAL, "trial")              \
    KIND(REVIEW, "review")            \
    KIND(RESEARCH, "research")        \
    KIND(LABEL, "label")              \
    KIND(LETTER, "letter")            \
    KIND(WEB_SUMMARY, "web-summary")  \
    KIND(WEB_PAGE, "web-page")

typedef enum rxc_doc_kind {
#define KIND(name, printed) RXC_DOC_##name,
    RXC_DOC_KINDS(KIND)
#undef KIND
} rxc_doc_kind;

const char *rxc_doc_kind_name(rxc_doc_kind kind);
rxc_doc_kind rxc_doc_kind_find(Str name); /* RXC_DOC_UNKNOWN when unknown */

/* What a block is. FRONT, ASIDE and REFERENCE blocks are no running text: concepts are not looked for in FRONT
 * (authors, affiliations, correspondence, licences), ASIDE (navigation, cookie banners, related posts, counters)
 * and REFERENCE blocks. */
typedef enum rxc_block_kind {
    RXC_BLOCK_PARAGRAPH,
    RXC_BLOCK_TITLE,     /* of the document */
    RXC_BLOCK_HEADING,   /* level 1.. */
    RXC_BLOCK_ITEM,      /* of a list; label holds its printed number, if it has one ("3") */
    RXC_BLOCK_CAPTION,   /* of a figure or table */
    RXC_BLOCK_CELL,      /* of a table: a row, cells separated by tabs */
    RXC_BLOCK_FRONT,
    RXC_BLOCK_ASIDE,
    RXC_BLOCK_REFERENCE, /* an entry, or a line, of the list of references */
} rxc_block_kind;

typedef enum rxc_section {
    RXC_SECTION_NONE,
    RXC_SECTION_TITLE,
    RXC_SECTION_ABSTRACT,
    RXC_SECTION_INTRODUCTION,
    RXC_SECTION_CASE,
    RXC_SECTION_METHODS,
    RXC_SECTION_RESULTS,
    RXC_SECTION_DISCUSSION,
    RXC_SECTION_CONCLUSION,
    RXC_SECTION_REFERENCES,
    RXC_SECTION_BACK, /* acknowledgements, conflicts of interest, funding, ethics, licence */
} rxc_section;

const char *rxc_section_name(rxc_section section); /* "", "title", "abstract", … */

typedef struct rxc_block {
    rxc_block_kind kind;
    rxc_section section;
    int level;           /* of a heading, or depth of a list item; from 1 */
    int indent;          /* columns before the first character, where the format shows it (plain text) */
    rxc_span span;       /* blocks are in reading order, do not overlap, and are separated by one '\n' in text */
    Str label;           /* printed number or mark of an item or entry: "1", "a" */
    Str anchor;          /* id in the source that links can name: "B12", "ref1" */
    size_t line, column; /* of its start in the source, from 1; 0 where the format has none */
} rxc_block;

/* A stretch of text that the source marks. */
typedef enum rxc_mark_kind {
    RXC_MARK_SUPERSCRIPT,
    RXC_MARK_SUBSCRIPT,
    RXC_MARK_ITALIC,
    RXC_MARK_BOLD,
    RXC_MARK_CITATION, /* the source says that this is a call-out: targets names the anchors, space between them */
    RXC_MARK_LINK,     /* target is a URL or "#anchor" */
} rxc_mark_kind;

typedef struct rxc_mark {
    rxc_mark_kind kind;
    rxc_span span;
    Str target;
} rxc_mark;

/* An entry whose fields the source states itself (JATS element-citation, database exports). */
typedef struct rxc_entry {
    Str anchor, label; /* as in rxc_block */
    size_t block;      /* index of its RXC_BLOCK_REFERENCE block, whose text is the printed form */
    rxc_work work;     /* stated fields; type RXC_WORK_OTHER and empty fields where nothing is stated */
    bool complete;     /* the fields are all that the source states: there is no printed form to be parsed */
} rxc_entry;

/* What literature says about literature after it has appeared. */
typedef enum rxc_notice_kind { RXC_NOTICE_RETRACTION, RXC_NOTICE_CORRECTION, RXC_NOTICE_CONCERN } rxc_notice_kind;
const char *rxc_notice_status(rxc_notice_kind kind); /* "retracted", "corrected", "expression of concern" */

/* A retraction, correction or expression of concern, from either side of it. */
typedef struct rxc_notice {
    rxc_notice_kind kind;
    bool by_this;  /* true: this document is the notice, work what it concerns; false: it concerns this document */
    rxc_work work; /* the other side, as far as the source states it; may be empty */
} rxc_notice;

typedef struct rxc_doc {
    Str name;       /* base name of the input, for messages and records: never a path of this machine */
    Str sha256;     /* of the source's bytes, 64 hex digits */
    Str format;     /* row of the reader table: "markdown", "jats" */
    size_t bytes;   /* of the source, without the header that entries of an export share */
    rxc_doc_kind kind;
    rxc_work work;  /* what the document says of itself */
    Str text;       /* UTF-8 NFC; words broken over lines are joined */
    VEC(rxc_block) blocks;
    VEC(rxc_mark) marks;     /* ascending by span.b */
    VEC(rxc_entry) entries;
    VEC(rxc_notice) notices;
    size_t references_stated; /* how many references the source says it has; 0: it does not say */
    Arena *arena;   /* where all of this lives */
    rxc_diags diags;
} rxc_doc;

/* The block that holds byte `at` of the text, or NULL. Cost O(log blocks). */
const rxc_block *rxc_doc_block_at(const rxc_doc *doc, size_t at);

/* The line of the source at which the block around byte `at` begins; 0 where the format has none. */
size_t rxc_doc_line_at(const rxc_doc *doc, size_t at);

/* What is quoted of a sentence: at most RXC_EXCERPT_MAX bytes around byte `at` of the text, as sentences may never end. */
enum { RXC_EXCERPT_MAX = 1000 };
Str rxc_doc_excerpt(const rxc_doc *doc, rxc_span sentence, size_t at);

/* Is the block running text in which call-outs and concepts are looked for? */
bool rxc_block_is_prose(const rxc_block *block);

/* The first mark with span.e > at, as an index into marks (marks.n when there is none). Cost O(log marks). */
size_t rxc_doc_mark_from(const rxc_doc *doc, size_t at);

#endif
