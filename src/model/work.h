/* work.h: a work of the literature, cited or read: CSL-JSON as a struct. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MODEL_WORK_H
#define RXC_MODEL_WORK_H

#include "base/arena.h"
#include "base/err.h"
#include "base/jsonw.h"

struct cJSON;

/* A person (family, given, …) or a group (literal only). */
typedef struct rxc_name {
    Str family, given; /* given as printed: "EL", "E. L.", "Eric L" */
    Str particle;      /* "van der": CSL non-dropping-particle */
    Str suffix;        /* "Jr", "III" */
    Str literal;       /* a group: "WHO"; the other members are empty then */
} rxc_name;

typedef VEC(rxc_name) rxc_names;

typedef struct rxc_date {
    int year, month, day; /* 0: not stated */
} rxc_date;

typedef enum rxc_work_type {
#define TYPE(name, csl) RXC_WORK_##name,
#include "model/work_types.def"
#undef TYPE
    RXC_WORK_TYPES
} rxc_work_type;

/* The text fields, for tables that go over all of them. */
typedef enum rxc_work_field {
#define FIELD(member, csl) RXC_FIELD_##member,
#include "model/work_fields.def"
#undef FIELD
    RXC_FIELDS
} rxc_work_field;

typedef struct rxc_work {
    rxc_work_type type;
    rxc_names authors, editors;
    bool et_al; /* the list of authors is not complete */
    rxc_date issued, accessed;
#define FIELD(member, csl) Str member;
#include "model/work_fields.def"
#undef FIELD
} rxc_work;

const char *rxc_work_type_name(rxc_work_type type);
rxc_work_type rxc_work_type_find(Str csl); /* RXC_WORK_OTHER when unknown */

/* A text field by its number; its CSL-JSON name. */
Str *rxc_work_field_of(rxc_work *work, rxc_work_field field);
const char *rxc_work_field_name(rxc_work_field field);

/* Nothing stated at all? */
bool rxc_work_is_empty(const rxc_work *work);

/* "Simpson", "WHO"; "" without authors. Borrowed. */
Str rxc_work_first_author(const rxc_work *work);

/* Short label for people: "Wu 2022", "WHO 2019", else the beginning of the title, else an identifier. In arena. */
Str rxc_work_label(Arena *arena, const rxc_work *work);

/* CSL-JSON object. write gives the whole object; extra keys of ours: "et_al", "page-first". Empty fields are left
 * out. read takes what it knows of any CSL-JSON item (numbers or strings alike) and ignores the rest. */
void rxc_work_write(Jsonw *w, const rxc_work *work);
void rxc_work_write_members(Jsonw *w, const rxc_work *work); /* without the braces, to add an id */
void rxc_work_read(Arena *arena, const struct cJSON *json, rxc_work *work);

/* The same for a text that is one CSL-JSON object. Errors: RXC_INPUT it is not. */
rxc_status rxc_work_parse(Arena *arena, Str json, rxc_work *work, rxc_err *err);

/* CSL-JSON date: {"date-parts":[[2022,5,3]]}. */
void rxc_date_write(Jsonw *w, rxc_date date);
rxc_date rxc_date_read(const struct cJSON *json);

#endif
