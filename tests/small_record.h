/* small_record.h: small records for tests, made by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_SMALL_RECORD_H
#define RXC_TESTS_SMALL_RECORD_H

#include "model/record.h"
#include "unit.h"

/* A document without references; its bytes are told apart by `name`. */
static inline rxc_record *small_record(Arena *arena, const char *name, const rxc_work *work)
{
    rxc_record *record = arena_new(arena, rxc_record);
    record->doc = arena_new(arena, rxc_doc);
    record->doc->arena = arena;
    record->doc->name = str_from(name);
    record->doc->sha256 = arena_printf(arena, "%064llx", (unsigned long long)str_hash(str_from(name)));
    record->doc->format = S("text");
    record->doc->kind = RXC_DOC_LETTER;
    if (work) record->doc->work = *work;
    return record;
}

static inline rxc_work small_work(Arena *arena, const char *family, const char *title, int year)
{
    rxc_work work = { .type = RXC_WORK_ARTICLE, .title = str_from(title), .issued = { year, 0, 0 } };
    if (*family) *vec_push(arena, &work.authors) = (rxc_name){ .family = str_from(family), .given = S("A") };
    return work;
}

static inline void small_reference(Arena *arena, rxc_record *record, rxc_work work, const char *raw)
{
    rxc_reference *reference = vec_push(arena, &record->references);
    *reference =
        (rxc_reference){ .number = (int)record->references.n, .raw = str_from(raw), .work = work, .parsed = true };
}

static inline size_t small_mention(Arena *arena, rxc_record *record, rxc_concept_type type, const char *concept)
{
    Str name = str_drop(str_from(concept), str_chr(str_from(concept), ':') + 1);
    *vec_push(arena, &record->mentions) =
        (rxc_mention){ .type = type, .concept = str_from(concept), .name = name, .text = name, .score = 1 };
    return record->mentions.n - 1;
}

/* A statement; reference STR_NONE: the document's own. */
static inline void small_evidence(Arena *arena, rxc_record *record, size_t drug, size_t disorder,
                                  rxc_certainty certainty, size_t reference)
{
    rxc_evidence *evidence = vec_push(arena, &record->evidence);
    *evidence = (rxc_evidence){ .relation = RXC_ADVERSE_EFFECT,
                                .drug = drug,
                                .disorder = disorder,
                                .certainty = certainty,
                                .attribution = reference == STR_NONE ? RXC_OWN : RXC_CITED,
                                .text = S("One sentence."),
                                .rule = S("after"),
                                .score = 1 };
    if (reference != STR_NONE) *vec_push(arena, &evidence->references) = reference;
}

#endif
