/* export_pdf.c: the typed diagram as PDF. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/render.h"

extern const rxc_exporter rxc_export_pdf;

static rxc_status write_pdf(const rxc_export_input *input, FILE *out, rxc_err *err)
{
    return rxc_render_picture(input, "pdf", out, err);
}

const rxc_exporter rxc_export_pdf = {
    .name = "pdf",
    .extension = ".pdf",
    .media = "application/pdf",
    .help = "the diagram for print",
    .write = write_pdf,
};
