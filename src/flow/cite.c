/* cite.c: writes references one at a time as CSL-JSON, BibTeX, RIS, CSV or record lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* open_memstream */
#include "flow/cite.h"

#include <stdlib.h>

#include "base/escape.h"
#include "export/exporter.h"

static void csl_item(Buf *out, const rxc_reference *ref, size_t number)
{
    char id[32];
    snprintf(id, sizeof id, "ref%zu", number);
    Jsonw writer = { .out = out }, *w = &writer;
    buf_add(out, number > 1 ? S(",\n") : S("\n"));
    jsonw_object(w);
    jsonw_key_str(w, "id", str_from(id));
    rxc_work_write_members(w, &ref->work);
    jsonw_end_object(w);
}

static void ndjson_item(Buf *out, const rxc_reference *ref, size_t number)
{
    (void)number;
    Jsonw writer = { .out = out };
    rxc_reference_write(&writer, ref);
    buf_char(out, '\n');
}

/* A bibliography exporter, given this one work. */
static void exported(Buf *out, const char *exporter_name, const rxc_reference *ref, size_t number)
{
    char id[32], *text = NULL;
    size_t size = 0;
    snprintf(id, sizeof id, "ref%zu", number);
    rxc_export_work work = { str_from(id), &ref->work };
    rxc_export_input input = { .works = &work, .work_count = 1 };
    const rxc_exporter *exporter = rxc_exporter_find(str_from(exporter_name));
    FILE *memory = open_memstream(&text, &size);
    if (!memory) rxc_err_memory(0);
    exporter->write(&input, memory, NULL);
    fclose(memory);
    buf_add(out, (Str){ text, size });
    free(text);
}

static void bibtex_item(Buf *out, const rxc_reference *ref, size_t number) { exported(out, "bibtex", ref, number); }
static void ris_item(Buf *out, const rxc_reference *ref, size_t number) { exported(out, "ris", ref, number); }

static const rxc_work_field csv_fields[] = { RXC_FIELD_title, RXC_FIELD_container, RXC_FIELD_volume, RXC_FIELD_issue,
                                             RXC_FIELD_page,  RXC_FIELD_publisher, RXC_FIELD_doi,    RXC_FIELD_pmid,
                                             RXC_FIELD_url };

/* "Boer, A de; WHO" */
static void csv_authors(Buf *out, const rxc_names *names, bool et_al)
{
    Buf list = { 0 };
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        if (i) buf_add(&list, S("; "));
        buf_add(&list, name->literal);
        if (name->particle.n) buf_add(&list, name->particle), buf_char(&list, ' ');
        buf_add(&list, name->family);
        if (name->given.n) buf_printf(&list, "%s%.*s", name->family.n ? ", " : "", STR_ARG(name->given));
    }
    if (et_al) buf_add(&list, names->n ? S("; et al.") : S("et al."));
    escape_csv(out, buf_str(&list));
    buf_clear(&list);
}

static void csv_item(Buf *out, const rxc_reference *ref, size_t number)
{
    rxc_work work = ref->work;
    buf_printf(out, "%zu,%s,", number, rxc_work_type_name(work.type));
    csv_authors(out, &work.authors, work.et_al);
    buf_char(out, ',');
    if (work.issued.year) buf_printf(out, "%d", work.issued.year);
    for (size_t i = 0; i < sizeof csv_fields / sizeof *csv_fields; i++) {
        buf_char(out, ',');
        escape_csv(out, *rxc_work_field_of(&work, csv_fields[i]));
    }
    buf_char(out, ',');
    escape_csv(out, ref->raw);
    buf_add(out, S("\r\n"));
}

const rxc_cite_format rxc_cite_formats[] = {
    { "csl", "CSL-JSON", "[", "\n]\n", csl_item },
    { "bibtex", "BibTeX", "", "", bibtex_item },
    { "ris", "RIS", "", "", ris_item },
    { "csv", "a table", "number,type,authors,year,title,container,volume,issue,page,publisher,doi,pmid,url,raw\r\n", "",
      csv_item },
    { "ndjson", "one object a line, with the printed form and confidences", "", "", ndjson_item },
    { 0 },
};

const rxc_cite_format *rxc_cite_find(Str name)
{
    for (size_t i = 0; rxc_cite_formats[i].name; i++)
        if (str_eq(name, str_from(rxc_cite_formats[i].name))) return &rxc_cite_formats[i];
    return NULL;
}
