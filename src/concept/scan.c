/* scan.c: goes over a document sentence by sentence, and fills its record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/scan.h"

#include "concept/feature.h"
#include "concept/merge.h"
#include "concept/recall.h"
#include "concept/sift.h"
#include "concept/weigh.h"
#include "concept/whole.h"
#include "text/sentence.h"

enum {
    WINDOW = 2048, /* tokens that are looked at together; a longer sentence is cut */
    CITED = 200,   /* most references of one statement */
    BRIEF = 1 << 18, /* bytes of scratch that are kept from sentence to sentence */
    COMPANY = 16,  /* mentions on each side with which one may have known effects */
    BEFORE = 3,    /* mentions before a harm among which its drug is looked for */
    MEMORY = 2,    /* sentences for which the text still speaks of a drug */
};

static const float LEAST_SCORE = 0.35f; /* of evidence in a record */

/* The drug that the text speaks of when a sentence does not name it. */
typedef struct subject {
    size_t mention; /* of the record; STR_NONE: none */
    int age;        /* sentences since */
    bool given;     /* someone received it there */
    bool lead_in;   /* the sentence ended with a colon, and a list follows */
} subject;

typedef struct scan {
    const rxc_concepts *concepts;
    rxc_record *record;
    const rxc_wanted *wanted;
    size_t wanted_at;
    const rxc_observer *observer;
    const rxc_scan_options *options;
    Arena *arena;         /* of the record */
    Arena scratch;        /* of this scan; the arrays below are used again for each sentence */
    rxc_definitions defined;
    rxc_tokens tokens;
    Arena brief;          /* given back every few sentences */
    uint8_t part[WINDOW + 1], listed[WINDOW + 1], seen[WINDOW + 1], cue[WINDOW + 1]; /* of rxc_view */
    uint32_t group[WINDOW + 1]; /* of rxc_view */
    uint8_t known[WINDOW + 1];  /* of rxc_view */
    rxc_tagged_list tagged;
    rxc_cue_matches assertions;
    rxc_recall recall;
    rxc_statement statement;
    rxc_claims claims;
    const rxc_block *block;
    subject subject;
    size_t title_drug;    /* mention of the only drug of the title, or STR_NONE */
    rxc_doubt doubt;
    bool shouted;         /* the sentence is in capitals throughout */
    size_t unsearched;    /* bytes, once there are too many mentions */
    rxc_gist gist;
    size_t callout;       /* the first call-out that may be in the sentence or behind it */
} scan;

/* --- mentions ---------------------------------------------------------------------------------------------------- */

static rxc_span span_of(const rxc_unit *unit, size_t b, size_t e)
{
    return (rxc_span){ unit->tokens[b].b, unit->tokens[e - 1].e };
}

/* "lithium toxicity": the wording of a harm that only its drug tells from others begins with the drug. f is one of the
 * sentence's mentions, or a phrase. */
static size_t wording_begins(const rxc_statement *s, const rxc_find *f)
{
    static const Str harms[] = { STR_INIT("toxicity"), STR_INIT("intoxication"), STR_INIT("poisoning"), STR_INIT("toxicosis"),
                                 STR_INIT("allergy"), STR_INIT("hypersensitivity"), STR_INIT("syndrome"), STR_INIT("hypersensitivity syndrome") };
    bool bare = false;
    Str word = str_sub(s->unit.text, s->unit.tokens[f->wide_b].b, s->unit.tokens[f->wide_e - 1].e);
    for (size_t i = 0; i < sizeof harms / sizeof *harms && f->type == RXC_DISORDER; i++) bare |= str_eq_nocase(word, harms[i]);
    bare = bare && s->unit.tokens[f->wide_b].gap == RXC_GAP_SPACE;
    for (const rxc_find *drug = f; bare && drug > s->finds.v && f - drug < BEFORE;) {
        drug--;
        if (drug->type == RXC_DRUG && drug->e == f->wide_b) return drug->b;
    }
    return f->wide_b;
}

static void add_mention(scan *s, const rxc_find *f)
{
    const rxc_unit *unit = &s->statement.unit;
    rxc_mention m = { .span = span_of(unit, f->b, f->e), .phrase = span_of(unit, wording_begins(&s->statement, f), f->wide_e), .type = f->type,
                      .negated = f->negated, .speculated = f->speculated, .historical = f->historical,
                      .other_person = f->other_person, .score = f->score };
    m.text = rxc_span_of(unit->text, m.span);
    m.name = f->name.n ? f->name : m.text;
    if (f->term != RXC_NO_TERM) {
        const rxc_term *term = &s->concepts->finder.vocab.terms.v[f->term];
        m.concept = term->id, m.name = term->name;
    }
    *vec_push(s->arena, &s->record->mentions) = m;
}

/* The wanted phrases that begin in this sentence. */
static void add_phrases(scan *s)
{
    const rxc_unit *unit = &s->statement.unit;
    for (; s->wanted && s->wanted_at < s->wanted->n; s->wanted_at++) {
        rxc_span span = s->wanted->v[s->wanted_at];
        if (span.b >= unit->tokens[unit->n - 1].e) return;
        size_t b = 0;
        while (b + 1 < unit->n && unit->tokens[b].e <= span.b) b++;
        rxc_finds one = { 0 };
        *vec_push(&s->scratch, &one) = (rxc_find){ .b = b, .e = b + 1, .wide_b = b, .wide_e = b + 1, .type = RXC_PHRASE,
                                                   .term = RXC_NO_TERM, .score = 1 };
        rxc_assert_mark(&s->statement.scopes, &one);
        add_mention(s, one.v);
        rxc_mention *m = &s->record->mentions.v[s->record->mentions.n - 1];
        m->span = m->phrase = span;
        m->text = m->name = rxc_span_of(unit->text, span);
    }
}

/* Does the sentence say that someone received a drug? */
static bool says_given(const rxc_statement *statement)
{
    for (size_t i = 0; i < statement->cues.n; i++) {
        rxc_cue_class class = statement->cues.v[i].cue->class;
        if (class == RXC_CUE_EXPOSURE || class == RXC_CUE_AFTER || class == RXC_CUE_TREATED_BY) return true;
    }
    return false;
}

/* --- evidence ---------------------------------------------------------------------------------------------------- */

/* The references that the sentence calls out, ascending and each once. */
static void add_references(scan *s, rxc_evidence *evidence, rxc_span sentence)
{
    const rxc_record *record = s->record;
    while (s->callout < record->callouts.n && record->callouts.v[s->callout].span.e <= sentence.b) s->callout++;
    for (size_t i = s->callout; i < record->callouts.n && record->callouts.v[i].span.b < sentence.e; i++)
        for (size_t k = 0; k < record->callouts.v[i].references.n; k++) {
            size_t reference = record->callouts.v[i].references.v[k], at = 0;
            if (evidence->references.n == CITED) return;
            while (at < evidence->references.n && evidence->references.v[at] < reference) at++;
            if (at < evidence->references.n && evidence->references.v[at] == reference) continue;
            *vec_push(s->arena, &evidence->references) = 0;
            size_t *v = evidence->references.v;
            memmove(v + at + 1, v + at, (evidence->references.n - 1 - at) * sizeof *v);
            v[at] = reference;
        }
}

static void add_evidence(scan *s, const rxc_claim *claim, size_t base)
{
    const rxc_unit *unit = &s->statement.unit;
    size_t drug = claim->drug == RXC_CARRIED ? s->subject.mention : base + claim->drug;
    if (claim->weak || drug == STR_NONE || claim->score < s->options->least_score) return;
    rxc_evidence e = { .relation = claim->relation, .drug = drug, .disorder = base + claim->disorder,
                       .certainty = claim->certainty, .sentence = unit->span, .section = s->block->section,
                       .text = rxc_span_of(unit->text, unit->span), .rule = str_from(claim->rule), .score = claim->score };
    if (claim->score == claim->chance[claim->relation]) e.score = rxc_calibrate_score(s->concepts->curves[claim->relation], claim->score);
    if (s->block->kind == RXC_BLOCK_TITLE) e.section = RXC_SECTION_TITLE;
    if (!rxc_evidence_own(&s->statement)) add_references(s, &e, unit->span);
    e.attribution = e.references.n ? RXC_CITED : RXC_OWN;
    *vec_push(s->arena, &s->record->evidence) = e;
}

/* --- the drug the text speaks of ----------------------------------------------------------------------------------*/

static void remember_subject(scan *s, size_t base)
{
    const rxc_finds *finds = &s->statement.finds;
    s->subject.age++;
    for (size_t i = 0; i < finds->n; i++) {
        if (finds->v[i].type != RXC_DRUG || finds->v[i].negated) continue;
        s->subject = (subject){ .mention = base + i, .given = !finds->v[i].is_class && says_given(&s->statement) };
        break;
    }
    Str sentence = rxc_span_of(s->record->doc->text, s->statement.unit.span);
    if (s->block->kind != RXC_BLOCK_ITEM) s->subject.lead_in = str_last(sentence) == ':' && s->subject.age <= MEMORY;
    if (s->block->kind == RXC_BLOCK_TITLE && s->subject.age == 0) s->title_drug = s->subject.mention;
}

static void set_carried(scan *s)
{
    rxc_statement *statement = &s->statement;
    bool fresh = s->subject.mention != STR_NONE && s->subject.age < MEMORY;
    bool item = s->block->kind == RXC_BLOCK_ITEM && s->subject.lead_in;
    statement->carries = fresh || item;
    statement->lead_in = item;
    statement->given = fresh && s->subject.given;
}

/* --- mentions of a sentence -------------------------------------------------------------------------------------- */

/* Forget some of the listed mentions; which ones depends on their place alone. */
static void forget_some(rxc_finds *finds, const rxc_unit *unit, unsigned percent)
{
    size_t kept = 0;
    for (size_t i = 0; i < finds->n; i++) {
        const rxc_token *token = &unit->tokens[finds->v[i].b];
        uint32_t dice = (uint32_t)(token->hash * 0x9E3779B1u + token->b * 0x85EBCA77u) >> 8;
        if (dice % 100 >= percent) finds->v[kept++] = finds->v[i];
    }
    finds->n = kept;
}

/* Take out what drugs act on ("IL-13") where no list has it for a drug. */
static void drop_targets(rxc_finds *finds, const rxc_unit *unit, const uint8_t *part)
{
    size_t kept = 0;
    for (size_t i = 0; i < finds->n; i++) {
        const rxc_find *f = &finds->v[i];
        size_t t = f->b;
        if (f->term == RXC_NO_TERM && part[t] == RXC_PART_TARGET)
            while (t < f->e && (part[t] == RXC_PART_TARGET || unit->tokens[t].shape & RXC_SHAPE_DIGIT)) t++;
        if (t < f->e) finds->v[kept++] = *f;
    }
    finds->n = kept;
}

/* "ALL PATIENTS": words that look like a listed short form only because all is in capitals. */
static void drop_ordinary(const scan *s, rxc_finds *finds)
{
    size_t kept = 0;
    for (size_t i = 0; i < finds->n; i++) {
        const rxc_find *f = &finds->v[i];
        bool ordinary = f->e == f->b + 1 && rxc_doubt_ordinary(&s->concepts->languages, s->tokens.v[f->b].word);
        if (!ordinary) finds->v[kept++] = *f;
    }
    finds->n = kept;
}

static void find_mentions(scan *s)
{
    rxc_statement *statement = &s->statement;
    const rxc_concepts *c = s->concepts;
    const rxc_unit *unit = &statement->unit;
    rxc_view view = { .unit = unit, .listed = s->listed, .part = s->part };
    if (s->brief.bytes > BRIEF) arena_clear(&s->brief);
    rxc_find_parts(&c->finder, unit, s->part);
    rxc_find_mentions(&c->finder, unit, s->part, &s->defined, &s->scratch, &statement->finds);
    if (s->shouted) drop_ordinary(s, &statement->finds);
    if (!c->mention && !(s->observer && s->observer->mention)) return;
    if (s->observer) forget_some(&statement->finds, unit, s->observer->forget);
    rxc_tagger_paint(&statement->finds, s->listed, unit->n);
    rxc_sequence features = rxc_tagger_mention_features(&view, &s->brief);
    if (s->observer && s->observer->mention) s->observer->mention(s->observer->context, &view, features);
    if (!c->mention) return;
    s->tagged.n = 0;
    rxc_tagger_decode(c->mention, unit, features, false, &s->brief, &s->scratch, &s->tagged);
    rxc_merge_mentions(&s->tagged, &s->brief, &s->scratch, &statement->finds);
    drop_targets(&statement->finds, unit, s->part);
    rxc_recall_names(&s->recall, unit, &s->brief, &s->scratch, &statement->finds);
}

/* The class of the cue that covers each token, + 1. */
static void paint_cues(const rxc_cue_matches *cues, uint8_t *out, size_t n)
{
    memset(out, 0, n);
    for (size_t i = 0; i < cues->n; i++)
        for (size_t t = cues->v[i].b; t < cues->v[i].e && t < n; t++) out[t] = (uint8_t)(cues->v[i].cue->class + 1);
}

/* The class of the concept that each token names. */
static void paint_groups(const rxc_statement *statement, uint32_t *out, size_t n)
{
    memset(out, 0, n * sizeof *out);
    for (size_t i = 0; i < statement->finds.n; i++) {
        const rxc_find *f = &statement->finds.v[i];
        uint32_t group = rxc_feature_group(statement->vocab, f->term);
        for (size_t t = f->b; t < f->e && t < n; t++) out[t] = group;
    }
}

/* What is known of mention i of the sentence and of those around it. */
static unsigned known_around(const rxc_statement *s, size_t i)
{
    const rxc_find *f = &s->finds.v[i];
    unsigned known = 0;
    for (size_t k = i > COMPANY ? i - COMPANY : 0; k < s->finds.n && k < i + COMPANY; k++) {
        const rxc_find *other = &s->finds.v[k];
        if (f->type == RXC_DRUG && other->type == RXC_DISORDER) known |= rxc_effect_known(s->effects, f->term, other->term);
        if (f->type == RXC_DISORDER && other->type == RXC_DRUG) known |= rxc_effect_known(s->effects, other->term, f->term);
    }
    return known;
}

static void paint_known(const rxc_statement *statement, uint8_t *out, size_t n)
{
    memset(out, 0, n);
    for (size_t i = 0; i < statement->finds.n; i++) {
        const rxc_find *f = &statement->finds.v[i];
        if (f->term != RXC_NO_TERM) memset(out + f->b, (int)known_around(statement, i) + 1, (f->e < n ? f->e : n) - f->b);
    }
}

/* Can the sentence state an event: does it name a drug, or a disorder and a cue that wants a drug? */
static bool may_state(const rxc_statement *statement)
{
    bool disorder = false;
    for (size_t i = 0; i < statement->finds.n; i++) {
        if (statement->finds.v[i].type == RXC_DRUG) return true;
        disorder |= statement->finds.v[i].type == RXC_DISORDER;
    }
    return disorder && says_given(statement);
}

/* Let the event model say which mentions take part in a statement, and in which wording. */
static void find_events(scan *s)
{
    rxc_statement *statement = &s->statement;
    const rxc_concepts *c = s->concepts;
    rxc_view view = { &statement->unit, s->listed, s->part, s->seen, s->cue, s->group, s->known };
    bool observed = s->observer && s->observer->event;
    if ((!c->event && !observed) || (!observed && !may_state(statement))) return;
    rxc_tagger_paint(&statement->finds, s->seen, statement->unit.n);
    paint_cues(&statement->cues, s->cue, statement->unit.n);
    paint_groups(statement, s->group, statement->unit.n);
    paint_known(statement, s->known, statement->unit.n);
    rxc_sequence features = rxc_tagger_event_features(&view, &s->brief);
    if (observed) s->observer->event(s->observer->context, &view, features);
    if (!c->event) return;
    s->tagged.n = 0;
    rxc_tagger_decode(c->event, &statement->unit, features, true, &s->brief, &s->scratch, &s->tagged);
    rxc_merge_events(&s->tagged, &s->brief, &s->scratch, &statement->finds);
    drop_targets(&statement->finds, &statement->unit, s->part);
}

/* --- sentences --------------------------------------------------------------------------------------------------- */

/* Note the sentence for what is judged of the text as a whole. */
static void note(scan *s, size_t base)
{
    bool title = s->block->kind == RXC_BLOCK_TITLE || s->block->section == RXC_SECTION_TITLE;
    bool wanted = title || s->block->section == RXC_SECTION_ABSTRACT || s->options->abstract;
    if (wanted && (s->concepts->document || (s->observer && s->observer->document)))
        rxc_gist_note(&s->gist, &s->statement, &s->claims, base, title, &s->scratch);
}

/* What the whole text says. */
static void judge_whole(scan *s)
{
    if (!rxc_gist_close(&s->gist, &s->concepts->finder.vocab, &s->scratch)) return;
    if (s->observer && s->observer->document) s->observer->document(s->observer->context, s->concepts, &s->gist);
    if (s->concepts->document && !s->observer) rxc_whole_judge(s->concepts, &s->gist, &s->scratch, s->record);
}

static void look_at(scan *s, rxc_span span)
{
    rxc_statement *statement = &s->statement;
    const rxc_concepts *c = s->concepts;
    statement->unit = (rxc_unit){ s->record->doc->text, span, s->tokens.v, s->tokens.n };
    statement->vocab = &c->finder.vocab, statement->effects = &c->effects;
    statement->finds.n = statement->scopes.n = statement->cues.n = s->assertions.n = s->claims.n = 0;
    find_mentions(s);
    if (!statement->finds.n && !s->wanted && !s->observer) {
        s->subject.age++;
        note(s, s->record->mentions.n);
        return;
    }
    rxc_cue_find(&c->relation, &statement->unit, &s->scratch, &statement->cues);
    find_events(s);
    rxc_cue_find(&c->assertion, &statement->unit, &s->scratch, &s->assertions);
    rxc_assert_scopes(&statement->unit, &s->assertions, &s->scratch, &statement->scopes);
    rxc_assert_mark(&statement->scopes, &statement->finds);
    size_t base = s->record->mentions.n;
    for (size_t i = 0; i < statement->finds.n; i++) add_mention(s, &statement->finds.v[i]);
    set_carried(s);
    statement->classes = s->options->classes;
    statement->model = s->observer && s->observer->pairs ? NULL : c->pair;
    if (s->observer && s->observer->pairs) s->observer->pairs(s->observer->context, statement);
    rxc_evidence_find(statement, &s->brief, &s->scratch, &s->claims);
    for (size_t i = 0; i < s->claims.n; i++) add_evidence(s, &s->claims.v[i], base);
    note(s, base);
    add_phrases(s);
    remember_subject(s, base);
}

static void look_at_sentence(scan *s, size_t b, size_t e)
{
    const rxc_concepts *c = s->concepts;
    while (b < e) {
        if (s->record->mentions.n >= RXC_MENTIONS_MAX) {
            s->unsearched += e - b;
            return;
        }
        s->tokens.n = 0;
        size_t end = rxc_normal_tokens(&s->scratch, s->record->doc->text, b, e, WINDOW, &s->tokens);
        if (!s->tokens.n) return;
        rxc_words_number(c->finder.words, s->record->doc->text, s->tokens.v, s->tokens.n);
        rxc_span span = { b, end };
        s->shouted = rxc_doubt_look(&c->languages, s->record->doc->text, span, s->tokens.v, s->tokens.n, &s->doubt);
        s->doubt.cut += end < e;
        look_at(s, span);
        b = end;
    }
}

static void each_sentence(scan *s, void (*look)(scan *, size_t, size_t))
{
    const rxc_doc *doc = s->record->doc;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        s->block = &doc->blocks.v[i];
        if (!rxc_block_is_prose(s->block)) continue;
        size_t at = s->block->span.b, b, e;
        Str text = str_take(doc->text, s->block->span.e);
        while (rxc_sentence_next(text, &at, &b, &e)) look(s, b, e);
    }
}

static void define(scan *s, size_t b, size_t e)
{
    if (s->record->abbreviations.n >= RXC_ABBREVIATIONS_MAX) return;
    rxc_abbreviations found = { s->record->abbreviations.v, s->record->abbreviations.n, s->record->abbreviations.cap };
    rxc_abbrev_find(s->arena, s->record->doc->text, (rxc_span){ b, e }, &found);
    s->record->abbreviations.v = found.v, s->record->abbreviations.n = found.n, s->record->abbreviations.cap = found.cap;
}

static void report_limits(const scan *s)
{
    rxc_doc *doc = s->record->doc;
    if (s->record->abbreviations.n >= RXC_ABBREVIATIONS_MAX)
        rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "limit", 0, 0, "abbreviations beyond the first %d were not looked at", RXC_ABBREVIATIONS_MAX);
    if (!s->unsearched) return;
    rxc_ledger_lose_many(doc->arena, &s->record->ledger, S("bytes"), S("too-many"), s->unsearched, (Str){ 0 }, 0);
    rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "limit", 0, 0,
                 "the document names more than %d drugs and disorders: its last %zu bytes of prose were not searched", RXC_MENTIONS_MAX, s->unsearched);
}

void rxc_scan_document(const rxc_concepts *concepts, rxc_record *record, const rxc_scan_options *options)
{
    scan s = { .concepts = concepts, .record = record, .options = options, .wanted = options->wanted,
               .observer = options->observer, .arena = record->doc->arena,
               .subject = { .mention = STR_NONE }, .title_drug = STR_NONE };
    each_sentence(&s, define);
    rxc_abbreviations all = { record->abbreviations.v, record->abbreviations.n, record->abbreviations.cap };
    rxc_find_definitions(&concepts->finder, record->doc->text, &all, &s.scratch, &s.defined);
    each_sentence(&s, look_at_sentence);
    judge_whole(&s);
    report_limits(&s);
    rxc_doubt_report(&concepts->languages, &s.doubt, record->doc);
    arena_clear(&s.scratch);
    arena_clear(&s.brief);
}

void rxc_concepts_find(const rxc_concepts *concepts, rxc_record *record)
{
    const rxc_scan_options options = { .least_score = LEAST_SCORE, .classes = true };
    rxc_scan_document(concepts, record, &options);
    rxc_weigh_evidence(record);
    rxc_sift_mentions(record, RXC_SIFT_UNLISTED);
}
