/* export_csl.c: the cited works as CSL-JSON, for pandoc, Zotero, citation-js. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/attribute.h"

extern const rxc_exporter rxc_export_csl;

/* What CSL has no name for goes into "custom", where its schema has room for anything. */
static void add_item(Jsonw *w, const rxc_export_work *item)
{
    rxc_work work = *item->work;
    bool et_al = work.et_al;
    Str arxiv = work.arxiv, id = work.database_id;
    work.et_al = false;
    work.arxiv = work.database_id = (Str){ 0 };
    jsonw_object(w);
    jsonw_key_str(w, "id", item->id);
    rxc_work_write_members(w, &work);
    if (et_al || arxiv.n || id.n) {
        jsonw_key(w, "custom");
        jsonw_object(w);
        if (et_al) jsonw_key_bool(w, "et_al", true);
        jsonw_key_some(w, "arxiv", arxiv);
        jsonw_key_some(w, "database-id", id);
        jsonw_end_object(w);
    }
    jsonw_end_object(w);
}

static rxc_status write_csl(const rxc_export_input *input, FILE *file, rxc_err *err)
{
    Buf out = { 0 };
    Jsonw w = { .out = &out, .indent = 2 };
    rxc_status status = RXC_OK;
    jsonw_array(&w);
    for (size_t i = 0; !status && i < input->work_count; i++) {
        add_item(&w, &input->works[i]);
        status = rxc_attribute_flush(&out, file, err);
    }
    jsonw_end_array(&w);
    buf_char(&out, '\n');
    if (!status) status = rxc_attribute_flush(&out, file, err);
    buf_clear(&out);
    return status;
}

const rxc_exporter rxc_export_csl = {
    .name = "csl",
    .extension = ".json",
    .media = "application/vnd.citationstyles.csl+json",
    .help = "cited works as CSL-JSON for pandoc, Zotero and citation processors",
    .bibliography = true,
    .write = write_csl,
};
