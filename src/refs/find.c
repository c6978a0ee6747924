/* find.c: the references of a document: its list is cut, each entry parsed, and what is lost is counted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "refs/refs.h"
#include "refs/segment.h"
#include "refs/worktype.h"

/* What the source states wins; what it leaves out and the print tells is added. */
static void merge(const rxc_work *stated, rxc_reference *ref)
{
    rxc_work parsed = ref->work;
    float confidence[RXC_FIELDS];
    memcpy(confidence, ref->confidence, sizeof confidence);
    bool named = stated->title.n || stated->container.n;
    ref->work = *stated;
    for (size_t i = 0; i < RXC_FIELDS; i++) {
        Str *field = rxc_work_field_of(&ref->work, (rxc_work_field)i);
        bool text = i == RXC_FIELD_title || i == RXC_FIELD_container || i == RXC_FIELD_collection ||
                    i == RXC_FIELD_publisher || i == RXC_FIELD_place || i == RXC_FIELD_note;
        ref->confidence[i] = field->n ? 1 : 0;
        if (field->n || (text && named)) continue;
        *field = *rxc_work_field_of(&parsed, (rxc_work_field)i);
        ref->confidence[i] = confidence[i];
    }
    if (stated->authors.n) ref->confidence_authors = 1;
    else if (!stated->editors.n) ref->work.authors = parsed.authors, ref->work.et_al = parsed.et_al;
    if (stated->issued.year) ref->confidence_year = 1;
    else ref->work.issued = parsed.issued;
    if (!ref->work.accessed.year) ref->work.accessed = parsed.accessed;
    if (ref->work.type == RXC_WORK_OTHER) ref->work.type = rxc_worktype_of(&ref->work);
}

static void add_reference(const rxc_refs_parser *parser, rxc_record *record, const rxc_segment *segment)
{
    rxc_doc *doc = record->doc;
    rxc_reference *ref = vec_push(doc->arena, &record->references);
    Str status = { 0 }, unmarked = rxc_notice_in_reference(doc->arena, segment->raw, &status);
    if (!segment->complete) rxc_refs_parse(parser, doc->arena, unmarked, ref);
    ref->number = segment->number > 0 ? segment->number : (int)record->references.n;
    ref->label = segment->label;
    ref->anchor = segment->anchor;
    ref->raw = segment->raw;
    ref->span = segment->span;
    if (segment->stated && !rxc_work_is_empty(segment->stated)) merge(segment->stated, ref);
    rxc_notice_settle_work(&ref->work);
    if (status.n && !rxc_work_is_empty(&ref->work)) ref->work.status = status;
    ref->parsed = !rxc_work_is_empty(&ref->work);
    record->ledger.references_parsed += ref->parsed;
    if (ref->parsed) return;
    rxc_ledger_lose(doc->arena, &record->ledger, S("reference"), S("not-parsed"), segment->raw, segment->line);
    rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "reference.not-parsed", segment->line, 0,
                 "no field could be read from reference %d", ref->number);
}

/* A line of the list that is no entry: unnumbered, and nothing in it looks like a reference. */
static bool is_stray(const rxc_segment *segment)
{
    return !segment->stated && segment->number == 0 && segment->label.n == 0 &&
           !rxc_segment_is_plausible(segment->raw) && segment->raw.n < 80;
}

/* Numbers that the list leaves out. */
static void report_gap(rxc_record *record, int last, const rxc_segment *segment)
{
    rxc_doc *doc = record->doc;
    for (int number = last + 1; number < segment->number; number++) {
        rxc_ledger_lose(doc->arena, &record->ledger, S("reference"), S("number-missing"),
                        arena_printf(doc->arena, "%d", number), segment->line);
        record->ledger.references_stated++;
    }
    rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "reference.gap", segment->line, 0,
                 "the list of references goes from %d to %d", last, segment->number);
}

/* The source says that it has more references than it shows. */
static void report_fewer(rxc_record *record)
{
    rxc_doc *doc = record->doc;
    size_t stated = doc->references_stated, shown = record->ledger.references_stated;
    if (stated <= shown) return;
    record->ledger.references_stated = stated;
    rxc_ledger_lose_many(doc->arena, &record->ledger, S("reference"), S("not-shown"), stated - shown, (Str){ 0 }, 0);
    rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "reference.fewer", 0, 0,
                 "the source says that it has %zu references, and shows %zu", stated, shown);
}

/* Entries from `from` on are only counted. */
static void lose_rest(rxc_record *record, const rxc_segments *segments, size_t from)
{
    rxc_doc *doc = record->doc;
    const rxc_segment *first = &segments->v[from];
    size_t count = segments->n - from;
    record->ledger.references_seen += count;
    record->ledger.references_stated += count;
    rxc_ledger_lose_many(doc->arena, &record->ledger, S("reference"), S("too-many"), count, str_take(first->raw, 200),
                         first->line);
    rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "limit", first->line, 0,
                 "the list has more than %d references: the last %zu were not read", RXC_REFERENCES_MAX, count);
}

void rxc_refs_find(const rxc_refs_parser *parser, rxc_record *record)
{
    rxc_doc *doc = record->doc;
    rxc_segments segments = { 0 };
    rxc_segment_find(doc, &segments);
    int last = 0;
    for (size_t i = 0; i < segments.n; i++) {
        const rxc_segment *segment = &segments.v[i];
        if (record->references.n >= RXC_REFERENCES_MAX) {
            lose_rest(record, &segments, i);
            return;
        }
        record->ledger.references_seen++;
        record->ledger.references_stated++;
        if (is_stray(segment)) {
            rxc_ledger_lose(doc->arena, &record->ledger, S("reference"), S("not-a-reference"), segment->raw,
                            segment->line);
            rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "reference.stray", segment->line, 0,
                         "a line of the list is no reference: %.*s", STR_ARG(str_take(segment->raw, 60)));
            continue;
        }
        bool gap = segment->number > last + 1 && segment->number <= last + 100 && (last > 0 || segments.n > 1);
        if (gap) report_gap(record, last, segment);
        if (segment->number > 0) last = segment->number;
        add_reference(parser, record, segment);
    }
    report_fewer(record);
}
