/* source.c: the sources in an input: exports cut into entries, archives unpacked, archives in archives.
 *
 * Levels lie on a stack: an archive, the member that is being read, the export that the member is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/source.h"

#include <stdlib.h>

#include "read/archive.h"
#include "read/unzip.h"
#include "read/xlsx.h"
#include "text/charset.h"

static const size_t RATIO_FREE = (size_t)64 << 20; /* bytes that may be unpacked from anything */

enum { ENTRY_MAX = 64 << 20 /* bytes of one entry of an export */, LEVELS = 2 * RXC_SOURCES_DEPTH + 2 };

typedef enum Kind { WHOLE, ENTRIES, ARCHIVE, SHEETS } Kind;

typedef struct Level {
    Kind kind;
    Arena arena; /* of the name and of what cut keeps */
    Str name;
    rxc_window window;    /* WHOLE and ENTRIES */
    rxc_archive *archive; /* ARCHIVE */
    rxc_xlsx_sheets sheets; /* SHEETS */
    const rxc_reader *reader;
    const char *decoded; /* as of rxc_source */
    int certainty;
    void *state;
    size_t count; /* entries, documents or sheets, so far */
} Level;

struct rxc_sources {
    Level levels[LEVELS];
    size_t depth, archives;
    rxc_read_limits limits;
    rxc_stream first; /* not yet looked at */
    Str name;
    Arena arena;
    size_t packed, unpacked; /* bytes of the input; of all members of archives */
};

/* --- counting what is unpacked ------------------------------------------------------------------------------------ */

/* A stream that counts its bytes, and refuses to go on when an archive unpacks to too much. */
typedef struct Meter {
    rxc_stream stream;
    rxc_sources *sources;
    bool member;
} Meter;

static rxc_status read_metered(void *context, char *out, size_t room, size_t *got, rxc_err *err)
{
    Meter *meter = context;
    rxc_sources *sources = meter->sources;
    RXC_TRY(meter->stream.read(meter->stream.context, out, room, got, err));
    if (!meter->member) {
        sources->packed += *got;
        return RXC_OK;
    }
    sources->unpacked += *got;
    if (sources->unpacked <= RATIO_FREE || sources->unpacked / RXC_SOURCES_RATIO <= sources->packed) return RXC_OK;
    return rxc_err_set(err, RXC_LIMIT, "%.*s: unpacks to more than %d times its size, and is not read further",
                       STR_ARG(sources->name), RXC_SOURCES_RATIO);
}

static void close_metered(void *context)
{
    Meter *meter = context;
    rxc_stream_close(&meter->stream);
    free(meter);
}

static rxc_stream metered(rxc_sources *sources, rxc_stream stream, bool member)
{
    Meter *meter = calloc(1, sizeof *meter);
    if (!meter) rxc_err_memory(sizeof *meter);
    *meter = (Meter){ stream, sources, member };
    return (rxc_stream){ meter, read_metered, close_metered };
}

/* --- levels --------------------------------------------------------------------------------------------------------- */

static void pop(rxc_sources *sources)
{
    Level *level = &sources->levels[--sources->depth];
    if (level->kind == ARCHIVE) sources->archives--;
    rxc_archive_close(level->archive);
    rxc_window_close(&level->window);
    arena_clear(&level->arena);
    *level = (Level){ 0 };
}

/* Text in UTF-16 is made UTF-8 before it is cut. */
static rxc_status decode_all(Level *level, const rxc_read_limits *limits, rxc_err *err)
{
    rxc_charset charset = rxc_charset_guess(str_take(rxc_window_bytes(&level->window), RXC_READ_HEAD));
    if (charset != RXC_CHARSET_UTF16LE && charset != RXC_CHARSET_UTF16BE) return RXC_OK;
    rxc_diags unused = { 0 };
    RXC_TRY(rxc_window_fill(&level->window, SIZE_MAX, limits->max_bytes, err));
    Str text = rxc_charset_decode(&level->arena, rxc_window_bytes(&level->window), &unused);
    const char *name = level->window.name;
    rxc_window_close(&level->window);
    rxc_window_init(&level->window, rxc_stream_bytes(text), name);
    level->decoded = rxc_charset_name(charset);
    return rxc_window_fill(&level->window, 1, SIZE_MAX, err);
}

static rxc_status begin_entries(Level *level, const rxc_read_limits *limits, rxc_err *err)
{
    level->kind = ENTRIES;
    level->state = arena_alloc(&level->arena, level->reader->split->state_size + 1);
    RXC_TRY(decode_all(level, limits, err));
    if (str_starts(rxc_window_bytes(&level->window), S("\xEF\xBB\xBF"))) rxc_window_use(&level->window, 3);
    return RXC_OK;
}

/* What was read for a look at it, then the rest of the stream. */
typedef struct Replay {
    rxc_window window;
} Replay;

static rxc_status read_replay(void *context, char *out, size_t room, size_t *got, rxc_err *err)
{
    rxc_window *window = &((Replay *)context)->window;
    Str there = str_take(rxc_window_bytes(window), room);
    *got = there.n;
    if (there.n) memcpy(out, there.p, there.n);
    window->b += there.n;
    return there.n || window->ended ? RXC_OK : window->stream.read(window->stream.context, out, room, got, err);
}

static void close_replay(void *context)
{
    rxc_window_close(&((Replay *)context)->window);
    free(context);
}

static rxc_stream replay(rxc_window *window)
{
    Replay *all = calloc(1, sizeof *all);
    if (!all) rxc_err_memory(sizeof *all);
    all->window = *window;
    *window = (rxc_window){ 0 };
    return (rxc_stream){ all, read_replay, close_replay };
}

static rxc_status begin_archive(rxc_sources *sources, Level *level, rxc_err *err)
{
    level->kind = ARCHIVE;
    if (++sources->archives > RXC_SOURCES_DEPTH)
        return rxc_err_set(err, RXC_LIMIT, "%.*s: archives within archives, more than %d deep", STR_ARG(level->name),
                           RXC_SOURCES_DEPTH);
    return rxc_archive_open(replay(&level->window), level->name, &level->archive, err);
}

/* Each sheet of a workbook is a table. */
static rxc_status begin_sheets(Level *level, const rxc_read_limits *limits, rxc_err *err)
{
    level->kind = SHEETS;
    RXC_TRY(rxc_window_fill(&level->window, SIZE_MAX, limits->max_bytes, err));
    RXC_TRY(rxc_xlsx_read(rxc_window_bytes(&level->window), level->name, limits, &level->arena, &level->sheets, err));
    rxc_window_close(&level->window);
    return RXC_OK;
}

/* A new level for the stream, of the kind that its first bytes show. On an error it is there all the same. */
static rxc_status push(rxc_sources *sources, rxc_stream stream, Str name, bool member, rxc_err *err)
{
    Level *level = &sources->levels[sources->depth++];
    *level = (Level){ 0 };
    level->name = arena_str(&level->arena, name);
    rxc_window_init(&level->window, metered(sources, stream, member), arena_cstr(&level->arena, name));
    RXC_TRY(rxc_window_fill(&level->window, RXC_READ_HEAD, SIZE_MAX, err));
    Str head = str_take(rxc_window_bytes(&level->window), RXC_READ_HEAD);
    level->reader = rxc_reader_find(head, level->name);
    level->certainty = level->reader ? rxc_reader_sure(level->reader, head) : 0;
    if (level->reader && level->reader->split) return begin_entries(level, &sources->limits, err);
    if (!level->reader && rxc_xlsx_is(head)) return begin_sheets(level, &sources->limits, err);
    const char *office = level->reader ? NULL : rxc_unzip_office(head);
    if (office) return rxc_err_set(err, RXC_INPUT, "%.*s: is %s, which is not read", STR_ARG(level->name), office);
    if (!level->reader && rxc_archive_is(head)) return begin_archive(sources, level, err);
    return RXC_OK;
}

/* --- one source of a level ---------------------------------------------------------------------------------------------- */

/* The whole input is one document. The level is used up. */
static rxc_status take_whole(rxc_sources *sources, Level *level, Arena *arena, rxc_source *out, rxc_err *err)
{
    rxc_status status = rxc_window_fill(&level->window, SIZE_MAX, sources->limits.max_bytes, err);
    if (!status && rxc_window_bytes(&level->window).n > sources->limits.max_bytes)
        status = rxc_err_set(err, RXC_LIMIT, "%.*s: larger than the limit of %zu bytes", STR_ARG(level->name),
                             sources->limits.max_bytes);
    if (!status) out->bytes = rxc_window_give(&level->window, arena);
    out->name = arena_str(arena, level->name);
    out->line = 1;
    out->reader = level->reader;
    out->certainty = level->certainty;
    pop(sources);
    return status;
}

/* Cut the next entry off; the window grows until it holds one. */
static rxc_status cut_entry(rxc_sources *sources, Level *level, rxc_cut *cut, bool *found, rxc_err *err)
{
    const rxc_split *split = level->reader->split;
    size_t max = sources->limits.max_bytes < ENTRY_MAX ? sources->limits.max_bytes : ENTRY_MAX;
    for (;;) {
        Str bytes = rxc_window_bytes(&level->window);
        *cut = (rxc_cut){ 0 };
        rxc_cut_result result = split->cut(level->state, &level->arena, bytes, level->window.ended, cut);
        *found = result == RXC_CUT_ENTRY;
        if (result != RXC_CUT_MORE || level->window.ended) return RXC_OK;
        if (bytes.n >= max)
            return rxc_err_set(err, RXC_LIMIT, "%.*s:%zu: an entry is larger than the limit of %zu bytes: from it on nothing is read",
                               STR_ARG(level->name), level->window.line, max);
        size_t least = bytes.n < max / 2 ? 2 * bytes.n + 1 : max;
        RXC_TRY(rxc_window_fill(&level->window, least, SIZE_MAX, err));
    }
}

static size_t count_lines(Str s)
{
    size_t n = 0;
    for (size_t at; (at = str_chr(s, '\n')) != STR_NONE; s = str_drop(s, at + 1)) n++;
    return n;
}

static Str join(Arena *arena, Str a, Str b)
{
    char *out = arena_alloc(arena, a.n + b.n + 1);
    if (a.n) memcpy(out, a.p, a.n);
    if (b.n) memcpy(out + a.n, b.p, b.n);
    return (Str){ out, a.n + b.n };
}

static rxc_status take_entry(rxc_sources *sources, Level *level, Arena *arena, bool *more, rxc_source *out, rxc_err *err)
{
    rxc_cut cut;
    out->name = arena_str(arena, level->name);
    rxc_status status = cut_entry(sources, level, &cut, more, err);
    if (!status && !*more && level->count == 0)
        status = rxc_err_set(err, RXC_INPUT, "%.*s: no entry was found in it (read as %s)", STR_ARG(level->name),
                             level->reader->name);
    if (status || !*more) {
        *more = status != RXC_OK;
        pop(sources);
        return status;
    }
    Str bytes = rxc_window_bytes(&level->window);
    size_t before = count_lines(str_take(bytes, cut.b));
    out->name = arena_printf(arena, "%.*s#%zu", STR_ARG(level->name), ++level->count);
    out->line = level->window.line + before;
    out->lead = count_lines(cut.lead);
    out->reader = level->reader;
    out->certainty = level->certainty;
    out->decoded = level->decoded;
    out->bytes = join(arena, cut.lead, str_sub(bytes, cut.b, cut.e));
    if (cut.problem.n)
        status = rxc_err_set(err, RXC_INPUT, "%.*s:%zu: %.*s", STR_ARG(out->name), out->line, STR_ARG(cut.problem));
    rxc_window_use(&level->window, cut.used);
    return status;
}

/* The next member becomes a level of its own. *failed: it is a source that cannot be had. */
static rxc_status enter_member(rxc_sources *sources, Level *level, Arena *arena, bool *failed, rxc_source *out, rxc_err *err)
{
    Str member = { 0 };
    bool more = false;
    rxc_status status = rxc_archive_next(level->archive, arena, &member, &more, err);
    bool same = more && str_starts(level->name, member) && member.n < level->name.n; /* list.ris of list.ris.gz */
    Str name = same || !more ? level->name : arena_printf(arena, "%.*s/%.*s", STR_ARG(level->name), STR_ARG(member));
    out->name = arena_str(arena, name);
    level->count += more;
    if (!more && !status && level->count == 0)
        status = rxc_err_set(err, RXC_INPUT, "%.*s: the archive holds no file", STR_ARG(level->name));
    *failed = status != RXC_OK;
    if (!more) {
        pop(sources);
        return status;
    }
    if (!status && sources->depth == LEVELS)
        status = rxc_err_set(err, RXC_LIMIT, "%.*s: archives within archives, too deep", STR_ARG(name));
    if (!status) status = push(sources, rxc_archive_member(level->archive), same ? member : name, true, err);
    if (status && !*failed) pop(sources);
    *failed = status != RXC_OK;
    return status;
}

/* The next sheet becomes a level of its own; the only one has the workbook's name. */
static rxc_status enter_sheet(rxc_sources *sources, Level *level, Arena *arena, rxc_source *out, rxc_err *err)
{
    if (level->count == level->sheets.n) {
        pop(sources);
        return RXC_OK;
    }
    const rxc_xlsx_sheet *sheet = &level->sheets.v[level->count++];
    Str name = level->sheets.n == 1 ? level->name : arena_printf(arena, "%.*s/%.*s", STR_ARG(level->name), STR_ARG(sheet->name));
    out->name = name;
    rxc_status status = push(sources, rxc_stream_bytes(sheet->csv), name, true, err);
    if (status) pop(sources);
    return status;
}

/* --- all of them ---------------------------------------------------------------------------------------------------- */

rxc_sources *rxc_sources_open(rxc_stream stream, Str name, const rxc_read_limits *limits)
{
    rxc_sources *sources = calloc(1, sizeof *sources);
    if (!sources) rxc_err_memory(sizeof *sources);
    sources->limits = *limits;
    sources->first = stream;
    sources->name = arena_str(&sources->arena, name);
    return sources;
}

void rxc_sources_close(rxc_sources *sources)
{
    if (!sources) return;
    while (sources->depth) pop(sources);
    rxc_stream_close(&sources->first);
    arena_clear(&sources->arena);
    free(sources);
}

/* Look at the input. False when that fails. */
static bool start(rxc_sources *sources, rxc_source *out, rxc_err *err)
{
    rxc_stream stream = sources->first;
    sources->first = (rxc_stream){ 0 };
    *out = (rxc_source){ .name = sources->name };
    if (!stream.read || push(sources, stream, sources->name, false, err) == RXC_OK) return true;
    pop(sources);
    return false;
}

bool rxc_sources_next(rxc_sources *sources, Arena *arena, rxc_source *out, rxc_err *err)
{
    bool more = false, failed = false;
    if (!start(sources, out, err)) return true;
    while (sources->depth) {
        Level *level = &sources->levels[sources->depth - 1];
        *out = (rxc_source){ 0 };
        switch (level->kind) {
        case WHOLE:
            take_whole(sources, level, arena, out, err);
            return true;
        case ENTRIES:
            take_entry(sources, level, arena, &more, out, err);
            if (more) return true;
            break;
        case ARCHIVE:
            enter_member(sources, level, arena, &failed, out, err);
            if (failed) return true;
            break;
        case SHEETS:
            if (enter_sheet(sources, level, arena, out, err)) return true;
            break;
        }
    }
    return false;
}
