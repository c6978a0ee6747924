/* import_atc.c: the ATC classification as CSV, in the columns of several common distributions.
 *
 *     atc_code,atc_name,ddd,uom,adm_r,note
 *     Class ID,Preferred Label,Synonyms,…      the code is the last part of an address
 *
 * Codes of seven characters are drugs; those of five name their class. Other levels are passed over. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/csv.h"
#include "vocab/importer.h"

enum { CODE = 7, GROUP = 5 }; /* characters */

static const char *const code_names[] = { "atc_code", "atc code", "atccode", "code", "class id", "atc", NULL };
static const char *const label_names[] = { "atc_name", "atc name", "atc level name", "name", "preferred label",
                                           "label",    NULL };

static bool head_has(Str head, const char *const *names)
{
    while (*names && !rxc_csv_head_has(head, str_from(*names))) names++;
    return *names != NULL;
}

/* "A10BA02", a part of it: letter, two digits, two letters, two digits. */
static bool is_code(Str s)
{
    static const char form[] = "A00AA00";
    if (s.n != 1 && s.n != 3 && s.n != 4 && s.n != GROUP && s.n != CODE) return false;
    for (size_t i = 0; i < s.n; i++)
        if (form[i] == 'A' ? !chr_upper(s.p[i]) : !chr_digit(s.p[i])) return false;
    return true;
}

static int part(Str head) { return head_has(head, code_names) && head_has(head, label_names) ? 1 : 0; }

static size_t column(const rxc_csv *csv, const char *const *names)
{
    size_t at = RXC_CSV_COLUMNS;
    for (; *names && at == RXC_CSV_COLUMNS; names++) at = rxc_csv_column(csv, str_from(*names));
    return at;
}

static Str last_part(Str text)
{
    size_t slash = str_rchr(text, '/');
    return slash == STR_NONE ? text : str_drop(text, slash + 1);
}

static Str lower(Arena *arena, Str text)
{
    char *out = arena_cstr(arena, text);
    for (size_t i = 0; i < text.n; i++) out[i] = chr_to_lower(out[i]);
    return (Str){ out, text.n };
}

/* Classes by code; the values count from 1. */
typedef struct State {
    rxc_map groups;
    VEC(Str) names;
} State;

static void take_group(rxc_import *import, Str code, Str label)
{
    State *state = import->state;
    *vec_push(import->arena, &state->names) = lower(import->arena, label);
    rxc_map_put(&state->groups, import->arena, arena_str(import->arena, code), (uint32_t)state->names.n);
}

static void take(rxc_import *import, const rxc_csv *csv, Str code, Str label, Str synonyms)
{
    Str synonym;
    if (!is_code(code) || !label.n) {
        rxc_import_fault(import, csv->feed, csv->line, "no ATC code and name: \"%.*s\"", STR_ARG(str_take(code, 40)));
    } else if (code.n == GROUP) {
        take_group(import, code, label);
    } else if (code.n != CODE) {
        rxc_import_skip_one(import, "row: a group above the fourth level");
    } else {
        rxc_vocab_entry *entry = rxc_import_entry(import, arena_printf(import->arena, "ATC:%.*s", STR_ARG(code)));
        entry->type = RXC_DRUG;
        rxc_import_name(import, entry, label, 0);
        while (synonyms.n && str_cut(&synonyms, '|', &synonym))
            rxc_import_add(import, entry, RXC_ENTRY_SYNONYMS, synonym);
    }
}

static void read_atc(rxc_import *import, rxc_feed *feed, int which)
{
    rxc_csv csv;
    (void)which;
    if (!import->state) import->state = arena_new(import->arena, State);
    if (!rxc_csv_open(&csv, import, feed)) return;
    size_t code = column(&csv, code_names), label = column(&csv, label_names);
    size_t synonyms = rxc_csv_column(&csv, S("Synonyms")), obsolete = rxc_csv_column(&csv, S("Obsolete"));
    while (rxc_csv_next(&csv)) {
        if (str_eq_nocase(rxc_csv_field(&csv, obsolete), S("true")))
            rxc_import_skip_one(import, "row: suppressed or obsolete");
        else
            take(import, &csv, last_part(rxc_csv_field(&csv, code)), rxc_csv_field(&csv, label),
                 rxc_csv_field(&csv, synonyms));
    }
    rxc_csv_close(&csv);
}

static void end(rxc_import *import)
{
    const State *state = import->state;
    for (size_t i = 0; i < import->entries.n; i++) {
        rxc_vocab_entry *entry = import->entries.v[i].p;
        Str code = str_drop(entry->lists[RXC_ENTRY_CODES].v[0], sizeof "ATC:" - 1);
        uint32_t group = rxc_map_get(&state->groups, str_take(code, GROUP));
        if (group) entry->group = state->names.v[group - 1];
    }
}

const rxc_importer rxc_importer_atc = {
    .name = "atc",
    .help = "the ATC classification (CSV)",
    .source = "ATC",
    .part = part,
    .read = read_atc,
    .end = end,
};
