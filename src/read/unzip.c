/* unzip.c: the parts of a document that is a ZIP archive (DOCX, EPUB), in memory. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/unzip.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "base/buf.h"
#include "read/archive.h"
#include "text/fold.h"

enum {
    CHUNK = 1 << 16,
    PARTS_MAX = 20000,  /* members that are taken */
    HEADER = 30,        /* bytes of a local file header */
    DESCRIPTOR = 1 << 3 /* flag: sizes stand behind the data */
};

typedef struct Unzip {
    struct archive *handle;
    rxc_doc *doc;
    size_t most, used; /* bytes, all parts together */
    rxc_unzip_parts *out;
} Unzip;

static size_t most_of(Str zip, const rxc_read_limits *limits)
{
    size_t most = zip.n > SIZE_MAX / RXC_UNZIP_RATIO ? SIZE_MAX : zip.n * RXC_UNZIP_RATIO;
    if (most < RXC_UNZIP_FREE) most = RXC_UNZIP_FREE;
    return most < limits->max_bytes ? most : limits->max_bytes;
}

static rxc_status too_much(const Unzip *u, Str name, rxc_err *err)
{
    return rxc_err_set(err, RXC_LIMIT, "%.*s: %.*s: unpacks to more than the limit of %zu bytes", STR_ARG(u->doc->name),
                       STR_ARG(name), u->most);
}

static void warn(Unzip *u, Str name)
{
    const char *why = archive_error_string(u->handle);
    rxc_diag_add(u->doc->arena, &u->doc->diags, RXC_WARNING, "zip.damaged", 0, 0, "%.*s%sthe archive is damaged: %s",
                 STR_ARG(name), name.n ? ": " : "", why ? why : "it ends too early");
}

static rxc_status take_part(Unzip *u, Str name, rxc_err *err)
{
    Buf bytes = { 0 };
    char chunk[CHUNK];
    la_ssize_t n;
    rxc_status status = RXC_OK;
    while (!status && (n = archive_read_data(u->handle, chunk, sizeof chunk)) != 0) {
        if (n < 0) {
            warn(u, name);
            break;
        }
        u->used += (size_t)n;
        if (u->used > u->most) status = too_much(u, name, err);
        else buf_add(&bytes, (Str){ chunk, (size_t)n });
    }
    Arena *arena = &u->out->arena;
    size_t place = u->out->list.n;
    if (!status)
        *vec_push(arena, &u->out->list) = (rxc_unzip_part){ rxc_fold_nfc(arena, arena_str(arena, name)), buf_give(&bytes, arena), place };
    buf_clear(&bytes);
    return status;
}

static rxc_status take_parts(Unzip *u, bool (*wanted)(Str), rxc_err *err)
{
    struct archive_entry *entry;
    int code;
    while ((code = archive_read_next_header(u->handle, &entry)) != ARCHIVE_EOF) {
        if (code < ARCHIVE_WARN) {
            warn(u, (Str){ 0 });
            return RXC_OK;
        }
        Str name = str_from(archive_entry_pathname(entry));
        if (!wanted(name)) continue;
        if (archive_entry_is_data_encrypted(entry) > 0)
            return rxc_err_set(err, RXC_INPUT, "%.*s: is encrypted", STR_ARG(u->doc->name));
        if (u->out->list.n == PARTS_MAX)
            return rxc_err_set(err, RXC_LIMIT, "%.*s: has more than %d parts", STR_ARG(u->doc->name), PARTS_MAX);
        RXC_TRY(take_part(u, name, err));
    }
    return RXC_OK;
}

static int compare_parts(const void *x, const void *y)
{
    const rxc_unzip_part *a = x, *b = y;
    int order = str_cmp(a->name, b->name);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* By name, the first of each name. */
static void sort_parts(rxc_unzip_parts *parts)
{
    size_t kept = 0;
    if (parts->list.n) qsort(parts->list.v, parts->list.n, sizeof *parts->list.v, compare_parts);
    for (size_t i = 0; i < parts->list.n; i++)
        if (!kept || !str_eq(parts->list.v[kept - 1].name, parts->list.v[i].name)) parts->list.v[kept++] = parts->list.v[i];
    parts->list.n = kept;
}

rxc_status rxc_unzip_read(Str zip, bool (*wanted)(Str), const rxc_read_limits *limits, rxc_doc *doc, rxc_unzip_parts *out,
                          rxc_err *err)
{
    Unzip u = { .handle = archive_read_new(), .doc = doc, .most = most_of(zip, limits), .out = out };
    if (!u.handle) rxc_err_memory(sizeof u);
    archive_read_support_format_zip(u.handle);
    rxc_status status = RXC_OK;
    rxc_archive_locale locale = rxc_archive_enter();
    if (archive_read_open_memory(u.handle, zip.p, zip.n) == ARCHIVE_OK) status = take_parts(&u, wanted, err);
    else warn(&u, (Str){ 0 });
    archive_read_free(u.handle);
    rxc_archive_leave(locale);
    sort_parts(out);
    return status;
}

void rxc_unzip_clear(rxc_unzip_parts *parts)
{
    arena_clear(&parts->arena);
    *parts = (rxc_unzip_parts){ 0 };
}

rxc_unzip_part *rxc_unzip_find(const rxc_unzip_parts *parts, Str name)
{
    size_t low = 0, high = parts->list.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(parts->list.v[middle].name, name) < 0) low = middle + 1;
        else high = middle;
    }
    return low < parts->list.n && str_eq(parts->list.v[low].name, name) ? &parts->list.v[low] : NULL;
}

/* --- names in the head ---------------------------------------------------------------------------------------------- */

static size_t little(Str s, size_t at, int bytes)
{
    size_t value = 0;
    for (int i = bytes; i-- > 0;) value = value << 8 | (unsigned char)s.p[at + (size_t)i];
    return value;
}

bool rxc_unzip_peek(Str head, size_t *at, Str *name)
{
    if (*at + HEADER > head.n || !str_starts(str_drop(head, *at), S("PK\x03\x04"))) return false;
    size_t flags = little(head, *at + 6, 2), packed = little(head, *at + 18, 4), length = little(head, *at + 26, 2),
           extra = little(head, *at + 28, 2), data = *at + HEADER + length + extra;
    *name = str_sub(head, *at + HEADER, *at + HEADER + length);
    if (name->n < length) return false;
    size_t next = STR_NONE;
    if (!(flags & DESCRIPTOR) || packed) next = 0;
    else next = str_find(str_drop(head, data), S("PK\x03\x04")); /* the size is not known here */
    *at = next == STR_NONE ? head.n : data + packed + next;
    if ((flags & DESCRIPTOR) && packed && *at < head.n && !str_starts(str_drop(head, *at), S("PK\x03\x04"))) *at = head.n;
    return true;
}

const char *rxc_unzip_office(Str head)
{
    static const struct {
        const char *name, *what; /* how the name of some member begins */
    } kinds[] = { { "xl/workbook.bin", "a binary Excel workbook (save it as XLSX or CSV)" },
                  { "ppt/presentation.xml", "a PowerPoint presentation" },
                  { "ppt/slides/", "a PowerPoint presentation" },
                  { "mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (save it as DOCX)" },
                  { "mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file" } };
    size_t at = 0, from = 0;
    Str name;
    while (rxc_unzip_peek(head, &at, &name)) {
        Str rest = str_drop(head, from + HEADER); /* the name, and what is stored behind it */
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            if (str_starts(rest, str_from(kinds[i].name))) return kinds[i].what;
        from = at;
    }
    return NULL;
}

/* --- paths ------------------------------------------------------------------------------------------------------------ */

static int hex(char c) { return chr_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

static Str decode(Arena *arena, Str s)
{
    char *out = arena_alloc(arena, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool coded = s.p[i] == '%' && i + 2 < s.n && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0;
        out[n++] = coded ? (char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2])) : s.p[i];
        if (coded) i += 2;
    }
    return (Str){ out, n };
}

Str rxc_unzip_path(Arena *arena, Str from, Str path)
{
    size_t end = str_chr(path, '#'), slash = str_rchr(from, '/'), n = 0;
    path = decode(arena, end == STR_NONE ? path : str_take(path, end));
    Str folder = slash == STR_NONE || str_starts(path, S("/")) ? (Str){ 0 } : str_take(from, slash);
    char *out = arena_alloc(arena, folder.n + path.n + 2);
    Str rests[] = { folder, path }, step;
    for (size_t i = 0; i < 2; i++)
        while (str_cut(&rests[i], '/', &step)) {
            if (step.n == 0 || str_eq(step, S("."))) continue;
            if (str_eq(step, S(".."))) {
                size_t up = str_rchr((Str){ out, n }, '/');
                n = up == STR_NONE ? 0 : up;
                continue;
            }
            if (n) out[n++] = '/';
            memcpy(out + n, step.p, step.n);
            n += step.n;
        }
    return (Str){ out, n };
}
