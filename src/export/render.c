/* render.c: gvc, with care for what differs between machines.
 *
 * With the pango plugin the widths of text, and so all coordinates, depend on the fonts that are installed. For SVG
 * only the layout and core plugins are loaded: gvc then measures by its built-in table of Helvetica, which Arial,
 * Liberation Sans and Nimbus Sans share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "export/render.h"

#include <dlfcn.h>
#include <graphviz/gvc.h>

#include "base/escape.h"
#include "export/diagram.h"
#include "export/svg_filter.h"

enum { PATH_MAX_BYTES = 4096 };

#ifdef __has_feature /* clang says it so */
#if __has_feature(address_sanitizer)
#define LEAKS_ARE_REPORTED
#endif
#elif defined __SANITIZE_ADDRESS__
#define LEAKS_ARE_REPORTED
#endif

#ifdef LEAKS_ARE_REPORTED
/* Graphviz 2.43 leaks a little when it packs the legend below the diagram, fontconfig and pango at the end of the
 * program; leaks of ours are still reported. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libgvc.so\nleak:libcgraph.so\nleak:libgvplugin_\nleak:libfontconfig.so\nleak:libpango\nleak:"
           "libcairo\n";
}
#endif

/* Load a plugin from the folder `graphviz` beside libgvc, where Graphviz installs them. */
static bool add_plugin(GVC_t *gvc, const char *name)
{
    Dl_info info;
    char path[PATH_MAX_BYTES], symbol[64];
    GVC_t *(*anchor)(void) = gvContext;
    void *address;
    memcpy(&address, &anchor, sizeof address);
    if (!dladdr(address, &info) || !info.dli_fname) return false;
    Str file = str_from(info.dli_fname);
    size_t slash = str_rchr(file, '/');
    if (slash == STR_NONE) return false;
    int n = snprintf(path, sizeof path, "%.*s/graphviz/libgvplugin_%s.so.6", STR_ARG(str_take(file, slash)), name);
    if (n < 0 || (size_t)n >= sizeof path) return false;
    snprintf(symbol, sizeof symbol, "gvplugin_%s_LTX_library", name);
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL); /* stays loaded, as gvc's own plugins do */
    gvplugin_library_t *library = handle ? dlsym(handle, symbol) : NULL;
    if (library) gvAddLibrary(gvc, library);
    return library != NULL;
}

/* The context for pictures is opened once and kept: the pango plugin of Graphviz 2.43 remembers the name of the last
 * font beyond the life of the context that owns it, so that a second context would read freed memory. */
static GVC_t *picture_context(void)
{
    static GVC_t *kept;
    if (!kept) kept = gvContext();
    return kept;
}

/* A context that measures text without fonts, to be freed; NULL where the plugins lie elsewhere. */
static GVC_t *open_fontless(void)
{
    GVC_t *gvc = gvContextPlugins(NULL, 0);
    if (gvc && add_plugin(gvc, "dot_layout") && add_plugin(gvc, "neato_layout") && add_plugin(gvc, "core")) return gvc;
    if (gvc) gvFreeContext(gvc);
    return NULL;
}

/* Lay the diagram out and render it into *data, which gvFreeRenderData frees. */
static rxc_status render(GVC_t *gvc, const rxc_diagram *diagram, const char *format, char **data, unsigned *bytes,
                         rxc_err *err)
{
    *data = NULL;
    agseterr(AGMAX); /* what Graphviz complains about is not for the user's terminal */
    if (gvLayout(gvc, diagram->g, diagram->engine) != 0)
        return rxc_err_set(err, RXC_FAILED, "Graphviz could not lay the diagram out");
    int failed = gvRenderData(gvc, diagram->g, format, data, bytes);
    gvFreeLayout(gvc, diagram->g);
    if (failed || !*data) return rxc_err_set(err, RXC_FAILED, "Graphviz could not draw the diagram as %s", format);
    return RXC_OK;
}

static rxc_status put(FILE *out, Str bytes, rxc_err *err)
{
    if (bytes.n && fwrite(bytes.p, 1, bytes.n, out) != bytes.n)
        return rxc_err_set(err, RXC_IO, "the diagram could not be written");
    return RXC_OK;
}

static void title_of(Buf *title, const rxc_graph *graph)
{
    size_t count[RXC_NODE_KIND_COUNT] = { 0 };
    for (size_t i = 0; i < graph->nodes.n; i++) count[graph->nodes.v[i].kind]++;
    buf_add(title, graph->nodes.n ? S("Network of literature, drugs and reactions:") : S("An empty network"));
    static const char *const names[RXC_NODE_KIND_COUNT][2] = {
#define KIND(name, printed, plural) { printed, plural },
        RXC_NODE_KINDS(KIND)
#undef KIND
    };
    bool some = false;
    for (size_t kind = 0; kind < RXC_NODE_KIND_COUNT; kind++)
        if (count[kind]) {
            buf_printf(title, "%s %zu %s", some ? "," : "", count[kind], names[kind][count[kind] > 1]);
            some = true;
        }
}

rxc_status rxc_render_svg(const rxc_export_input *input, FILE *out, rxc_err *err)
{
    Arena scratch = { 0 };
    Buf title = { 0 }, svg = { 0 };
    char *data;
    unsigned bytes = 0;
    rxc_diagram diagram;
    rxc_diagram_build(&scratch, input, RXC_AMP_STAND_IN, &diagram);
    GVC_t *gvc = open_fontless();
    rxc_status status = render(gvc ? gvc : picture_context(), &diagram, "svg", &data, &bytes, err);
    if (!status) {
        title_of(&title, input->graph);
        rxc_svg_filter(&svg, (Str){ data, bytes }, buf_str(&title));
        status = put(out, buf_str(&svg), err);
    }
    if (data) gvFreeRenderData(data);
    agclose(diagram.g);
    if (gvc) gvFreeContext(gvc);
    buf_clear(&title);
    buf_clear(&svg);
    arena_clear(&scratch);
    return status;
}

/* cairo writes the date into a PDF. It is blanked, so that the same graph gives the same bytes; nothing moves by that.
 */
static void drop_date(char *data, size_t bytes)
{
    size_t b = str_find((Str){ data, bytes }, S("/CreationDate ("));
    size_t n = b == STR_NONE ? STR_NONE : str_chr((Str){ data + b, bytes - b }, ')');
    if (n != STR_NONE) memset(data + b, ' ', n + 1);
}

rxc_status rxc_render_picture(const rxc_export_input *input, const char *format, FILE *out, rxc_err *err)
{
    Arena scratch = { 0 };
    char *data;
    unsigned bytes = 0;
    rxc_diagram diagram;
    rxc_diagram_build(&scratch, input, RXC_AMP_ENTITY, &diagram);
    rxc_status status = render(picture_context(), &diagram, format, &data, &bytes, err);
    if (!status && strcmp(format, "pdf") == 0) drop_date(data, bytes);
    if (!status) status = put(out, (Str){ data, bytes }, err);
    if (data) gvFreeRenderData(data);
    agclose(diagram.g);
    arena_clear(&scratch);
    return status;
}
