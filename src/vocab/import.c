/* import.c: what an import gathers: concepts, what was passed over and why, what was wrong. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/import.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "vocab/wording.h"

rxc_vocab_entry *rxc_import_fresh(rxc_import *import)
{
    rxc_vocab_entry *entry = arena_new(import->arena, rxc_vocab_entry);
    *entry = (rxc_vocab_entry){ .type = RXC_PHRASE, .rank = RXC_RANK_NONE };
    *vec_push(import->arena, &import->entries) = (rxc_vocab_slot){ entry };
    return entry;
}

rxc_vocab_entry *rxc_import_entry(rxc_import *import, Str code)
{
    uint32_t number = rxc_map_get(&import->by_code, code);
    if (number) return import->entries.v[number - 1].p;
    rxc_vocab_entry *entry = rxc_import_fresh(import);
    Str own = arena_str(import->arena, code);
    rxc_map_put(&import->by_code, import->arena, own, (uint32_t)import->entries.n);
    *vec_push(import->arena, &entry->lists[RXC_ENTRY_CODES]) = own;
    return entry;
}

static bool is_plain(Str text)
{
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] < ' ' || text.p[i] == '|' || text.p[i] == 0x7F) return false;
    return true;
}

/* The text as it may stand in a row; empty when it may not. */
static Str admit(rxc_import *import, Str text)
{
    if (text.n > RXC_IMPORT_NAME) {
        rxc_import_skip_one(import, "name: too long");
        return (Str){ 0 };
    }
    Str clean = rxc_fold_nfc(import->arena, rxc_wording_clean(import->arena, text));
    if (!clean.n) return (Str){ 0 };
    if (is_plain(clean)) return clean;
    rxc_import_skip_one(import, "name: holds a | or a control character");
    return (Str){ 0 };
}

static void push(rxc_import *import, rxc_vocab_strs *list, Str text)
{
    if (list->n >= RXC_IMPORT_NAMES) rxc_import_skip_one(import, "name: the concept has too many");
    else *vec_push(import->arena, list) = text;
}

void rxc_import_name(rxc_import *import, rxc_vocab_entry *entry, Str name, int rank)
{
    Str clean = admit(import, name);
    if (!clean.n) return;
    if (rank >= entry->rank) {
        push(import, &entry->lists[RXC_ENTRY_SYNONYMS], clean);
        return;
    }
    if (entry->name.n) push(import, &entry->lists[RXC_ENTRY_SYNONYMS], entry->name);
    entry->name = clean;
    entry->rank = rank;
}

void rxc_import_add(rxc_import *import, rxc_vocab_entry *entry, rxc_entry_list list, Str text)
{
    Str clean = admit(import, text);
    if (clean.n) push(import, &entry->lists[list], clean);
}

void rxc_import_narrower(rxc_import *import, rxc_vocab_entry *entry, Str text)
{
    Str clean = admit(import, text);
    if (clean.n) push(import, &entry->narrower, clean);
}

void rxc_import_code(rxc_import *import, rxc_vocab_entry *entry, Str system, Str code)
{
    Str trimmed = str_trim(code);
    if (!trimmed.n) return;
    Str whole = arena_printf(import->arena, "%.*s:%.*s", STR_ARG(system), STR_ARG(trimmed));
    for (size_t i = 0; i < whole.n; i++)
        if (chr_space(whole.p[i])) {
            rxc_import_skip_one(import, "code: holds a space");
            return;
        }
    rxc_import_add(import, entry, RXC_ENTRY_CODES, whole);
}

void rxc_import_skip_one(rxc_import *import, const char *reason)
{
    size_t i = 0;
    while (i < import->skips.n && strcmp(import->skips.v[i].reason, reason) != 0) i++;
    if (i == import->skips.n) *vec_push(import->arena, &import->skips) = (rxc_import_skip){ reason, 0 };
    import->skips.v[i].count++;
}

void rxc_import_fault(rxc_import *import, const rxc_feed *feed, size_t line, const char *format, ...)
{
    if (import->fault_count++ >= RXC_IMPORT_FAULTS) return;
    va_list args;
    va_start(args, format);
    Str text = arena_vprintf(import->arena, format, args);
    va_end(args);
    *vec_push(import->arena, &import->faults) =
        arena_printf(import->arena, "%s:%zu: %.*s", feed->path, line, STR_ARG(text));
}

bool rxc_import_line(rxc_import *import, rxc_feed *feed, Str *line)
{
    size_t bad;
    while (rxc_feed_next(feed, line)) {
        if (feed->cut) rxc_import_fault(import, feed, feed->line, "longer than %d bytes", RXC_FEED_LINE);
        else if (!rxc_utf8_valid(*line, &bad))
            rxc_import_fault(import, feed, feed->line, "invalid UTF-8 at byte %zu", bad + 1);
        else return true;
    }
    return false;
}

size_t rxc_import_fields(Str line, char separator, Str *fields, size_t most)
{
    size_t n = 0;
    Str rest = line, field;
    for (; str_cut(&rest, separator, &field); n++)
        if (n < most) fields[n] = field;
    for (size_t i = n; i < most; i++) fields[i] = (Str){ 0 };
    return n;
}
