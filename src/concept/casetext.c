/* casetext.c: finds the stretch of a document that tells of a patient, and where one patient ends and the next begins.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/casetext.h"

#include "text/sentence.h"

enum {
    AGE_MAX = 120,
    STORY_MAX = 2 << 20, /* bytes that are looked at for cases: no report of a case is longer */
};

/* --- ages ------------------------------------------------------------------------------------------------------------
 */

static bool follows(const rxc_caseline *line, size_t i, rxc_casecue_class class, size_t gap)
{
    return i < line->n && i > 0 && line->hits[i].class == class && line->hits[i].tb >= line->hits[i - 1].te &&
           line->hits[i].tb - line->hits[i - 1].te <= gap;
}

static bool plausible(Str number)
{
    size_t n;
    return str_to_size(number, &n) && n <= AGE_MAX;
}

/* Is it the lower end of a span of ages: "aged 6 months to younger than 6 years"? */
static bool goes_on(Str text, size_t at)
{
    Str rest = str_sub(text, at, at + 8);
    return str_starts(rest, S(" to ")) || str_starts(rest, S(" or ")) || str_starts(rest, S("\xE2\x80\x93")) ||
           str_starts(rest, S("-")) || str_starts(rest, S(" and "));
}

static bool age_at(const rxc_caseline *line, Str text, size_t i, rxc_caseage *out)
{
    const rxc_casehit *h = &line->hits[i];
    if (h->class == RXC_CASECUE_NUMBER && plausible(h->value)) {
        if (follows(line, i + 1, RXC_CASECUE_UNIT, 0)) {
            bool old = follows(line, i + 2, RXC_CASECUE_OLD, 0), sex = follows(line, i + 2, RXC_CASECUE_SEX, 1);
            *out = (rxc_caseage){ i, i + 2 + old, h->value, line->hits[i + 1].value, true };
            return old || sex;
        }
        *out = (rxc_caseage){ i, i + 2, h->value, S("year"), true };
        return follows(line, i + 1, RXC_CASECUE_OLD, 0);
    }
    bool sex = h->class == RXC_CASECUE_SEX || h->class == RXC_CASECUE_PATIENT;
    size_t at = i + 1 + (sex && follows(line, i + 1, RXC_CASECUE_LINK, 0) && str_eq(line->hits[i + 1].value, S("of")));
    if (h->class != RXC_CASECUE_AGED && at == i + 1) return false;
    if (!follows(line, at, RXC_CASECUE_NUMBER, 0) || !plausible(line->hits[at].value)) return false;
    bool unit = follows(line, at + 1, RXC_CASECUE_UNIT, 0);
    *out = (rxc_caseage){ i, at + 1 + unit, line->hits[at].value, unit ? line->hits[at + 1].value : S("year"), sex };
    return !goes_on(text, line->hits[at + unit].span.e);
}

bool rxc_casetext_age(const rxc_caseline *line, Str text, size_t i, rxc_caseage *out)
{
    for (; i < line->n; i++)
        if (age_at(line, text, i, out)) return true;
    return false;
}

/* --- which lines
 * ------------------------------------------------------------------------------------------------------ */

static bool tells_cases(rxc_doc_kind kind)
{
    switch (kind) {
    case RXC_DOC_REVIEW:
    case RXC_DOC_TRIAL:
    case RXC_DOC_LABEL:
    case RXC_DOC_RESEARCH:
    case RXC_DOC_WEB_PAGE: return false;
    default: return true;
    }
}

static Str words_of(Str text, const rxc_casehit *hit) { return rxc_span_of(text, hit->span); }

/* "our patient", "the patient": one, and the author's own. */
static bool names_patient(const rxc_caseline *line, Str text)
{
    for (size_t i = 0; i < line->n; i++) {
        Str words = words_of(text, &line->hits[i]);
        if (line->hits[i].class == RXC_CASECUE_PATIENT && words.n > 8 && chr_to_lower(str_last(words)) != 's')
            return true;
    }
    return false;
}

static bool names_person(const rxc_caseline *line)
{
    for (size_t i = 0; i < line->n; i++)
        if (line->hits[i].class == RXC_CASECUE_SEX || line->hits[i].class == RXC_CASECUE_PATIENT) return true;
    return false;
}

/* Does the line bring in a patient by age and sex, and not one of somebody else's? */
static bool brings_in(const rxc_caseline *line, Str text)
{
    rxc_caseage age;
    return !line->cited && rxc_casetext_age(line, text, 0, &age) && age.firm;
}

static bool is_head(const rxc_block *block)
{
    return block->kind == RXC_BLOCK_HEADING || block->kind == RXC_BLOCK_TITLE;
}

typedef struct Split {
    const rxc_casecues *cues;
    rxc_record *record;
    Arena *arena;
    size_t mention, callout;
} Split;

static rxc_caseline make_line(Split *s, const rxc_block *block, size_t b, size_t e, size_t *end)
{
    rxc_casehits hits = { 0 };
    const rxc_record *record = s->record;
    *end = rxc_casecue_find(s->cues, record, (rxc_span){ b, e }, &s->mention, s->arena, &hits);
    if (*end <= b) *end = e;
    while (s->callout < record->callouts.n && record->callouts.v[s->callout].span.e <= b) s->callout++;
    bool cited = s->callout < record->callouts.n && record->callouts.v[s->callout].span.b < *end;
    return (rxc_caseline){
        .span = { b, *end }, .block = block, .hits = hits.v, .n = hits.n, .cited = cited, .first = b == block->span.b
    };
}

static void add_lines(Split *s, const rxc_block *block, rxc_caselines *out)
{
    size_t at = block->span.b, b, e, end;
    Str text = str_take(s->record->doc->text, block->span.e);
    while (rxc_sentence_next(text, &at, &b, &e))
        for (; b < e; b = end) *vec_push(s->arena, out) = make_line(s, block, b, e, &end);
}

/* Does the document set the stories of its patients apart in sections of their own? */
static bool has_sections(const rxc_doc *doc)
{
    for (size_t i = 0; i < doc->blocks.n; i++)
        if (doc->blocks.v[i].section == RXC_SECTION_CASE && !is_head(&doc->blocks.v[i]) &&
            rxc_block_is_prose(&doc->blocks.v[i]))
            return true;
    return false;
}

/* Lines that may belong to a narrative. */
static bool may_tell(const rxc_block *block, bool sections)
{
    if (!rxc_block_is_prose(block) || block->kind == RXC_BLOCK_TITLE) return false;
    if (block->kind == RXC_BLOCK_CAPTION || block->kind == RXC_BLOCK_CELL) return false;
    return sections ? block->section == RXC_SECTION_CASE
                    : block->section != RXC_SECTION_DISCUSSION && block->section != RXC_SECTION_CONCLUSION;
}

static void collect(Split *s, rxc_caselines *told, rxc_casetext *out)
{
    const rxc_doc *doc = s->record->doc;
    bool sections = has_sections(doc);
    size_t bytes = 0;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        const rxc_block *block = &doc->blocks.v[i];
        if (block->kind != RXC_BLOCK_FRONT && block->kind != RXC_BLOCK_TITLE && !may_tell(block, sections)) continue;
        bytes += block->span.e - block->span.b;
        if (bytes > STORY_MAX) {
            Str example = arena_str(doc->arena, str_take(rxc_span_of(doc->text, block->span), 80));
            rxc_ledger_lose(doc->arena, &s->record->ledger, S("case"), S("too-long"), example, block->line);
            return;
        }
        if (block->kind == RXC_BLOCK_FRONT || block->kind == RXC_BLOCK_TITLE) add_lines(s, block, &out->front);
        else if (may_tell(block, sections)) add_lines(s, block, told);
    }
}

/* Without sections of their own the story begins with the patient, and ends where the text turns to what others wrote.
 */
static void cut_story(const rxc_caselines *told, const rxc_record *record, Arena *arena, rxc_caselines *out)
{
    Str text = record->doc->text;
    bool strict = record->doc->kind == RXC_DOC_UNKNOWN;
    size_t i = 0, e;
    while (i < told->n && !brings_in(&told->v[i], text)) i++;
    for (size_t k = 0; !strict && i == told->n && k < told->n; k++)
        if (!is_head(told->v[k].block) && !told->v[k].cited && names_patient(&told->v[k], text)) i = k;
    bool report = record->doc->kind == RXC_DOC_CASE_REPORT || record->doc->kind == RXC_DOC_CASE_SERIES;
    for (size_t k = 0; report && i == told->n && k < told->n; k++)
        if (!is_head(told->v[k].block) && !told->v[k].cited && names_person(&told->v[k])) i = k;
    for (e = i; e < told->n; e++) {
        if (e > i && told->v[e].cited && !brings_in(&told->v[e], text)) break;
        if (!is_head(told->v[e].block)) *vec_push(arena, out) = told->v[e];
    }
}

/* --- one case after the other
 * ------------------------------------------------------------------------------------------ */

/* "Patient 2", "Case report 1:" at the start of the line; the bytes of it, or empty. */
static Str head_of(const rxc_caseline *line, Str text)
{
    for (size_t i = 0; i + 1 < line->n && line->hits[i].tb == 0; i++) {
        const rxc_casehit *head = &line->hits[i], *number = head + 1;
        while (number < line->hits + line->n && number->tb < head->te) number++;
        if (head->class != RXC_CASECUE_HEAD || number == line->hits + line->n || number->tb != head->te) continue;
        if (number->class == RXC_CASECUE_NUMBER) return str_sub(text, head->span.b, number->span.e);
    }
    return (Str){ 0 };
}

static void begin_part(rxc_casetext *out, Arena *arena, Str label, size_t at)
{
    if (out->parts.n) {
        rxc_casepart *last = &out->parts.v[out->parts.n - 1];
        last->e = at;
        if (last->b == at ||
            (label.n && !last->label.n && out->parts.n == 1)) { /* what stands before the first head is no case */
            *last = (rxc_casepart){ label, at, at };
            return;
        }
    }
    *vec_push(arena, &out->parts) = (rxc_casepart){ label, at, at };
}

static void split_parts(Str text, Arena *arena, rxc_casetext *out)
{
    bool seen = false;
    rxc_caselines *lines = &out->narrative;
    for (size_t i = 0; i < lines->n; i++) {
        const rxc_caseline *line = &lines->v[i];
        Str label = head_of(line, text);
        bool brings = brings_in(line, text);
        if (!i || label.n || (brings && seen && line->first && !out->parts.v[out->parts.n - 1].label.n)) {
            begin_part(out, arena, label, i);
            seen = false;
        }
        seen |= brings;
    }
    if (out->parts.n) out->parts.v[out->parts.n - 1].e = lines->n;
}

void rxc_casetext_split(const rxc_casecues *cues, rxc_record *record, Arena *arena, rxc_casetext *out)
{
    *out = (rxc_casetext){ 0 };
    if (!tells_cases(record->doc->kind)) return;
    Split s = { .cues = cues, .record = record, .arena = arena };
    rxc_caselines told = { 0 };
    collect(&s, &told, out);
    if (has_sections(record->doc)) out->narrative = told;
    else cut_story(&told, record, arena, &out->narrative);
    split_parts(record->doc->text, arena, out);
}
