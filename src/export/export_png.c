/* export_png.c: the typed diagram as PNG. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/render.h"

extern const rxc_exporter rxc_export_png;

static rxc_status write_png(const rxc_export_input *input, FILE *out, rxc_err *err)
{
    return rxc_render_picture(input, "png", out, err);
}

const rxc_exporter rxc_export_png = {
    .name = "png",
    .extension = ".png",
    .media = "image/png",
    .help = "the diagram as pixels",
    .write = write_png,
};
