/* read_openfda.c: reads safety reports of openFDA's JSON (FAERS): the patient, drugs and reactions as sentences, the
 * literature that a report was taken from as its reference. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/entry.h"
#include "read/json.h"
#include "read/jsonsplit.h"

extern const rxc_reader rxc_reader_openfda;

enum { SUSPECTS_MAX = 5, DRUG_MAX = 200 }; /* drugs named in the sentence of a reaction, and their bytes */

typedef struct Code {
    const char *code, *words;
} Code;

/* The words of a code of ICH E2B; empty when it has none here. */
static Str decode(const Code *codes, size_t n, Str code)
{
    while (code.n && code.p[0] == '0') code = str_drop(code, 1);
    for (size_t i = 0; i < n; i++)
        if (str_eq(code, str_from(codes[i].code))) return str_from(codes[i].words);
    return (Str){ 0 };
}
#define DECODE(codes, code) decode((codes), sizeof(codes) / sizeof *(codes), (code))

static const Code outcomes[] = { { "1", "recovered" }, { "2", "recovering" }, { "3", "not recovered" }, { "4", "recovered with sequelae" }, { "5", "fatal" } };
static const Code reporters[] = { { "1", "a physician" }, { "2", "a pharmacist" }, { "3", "a health professional" }, { "4", "a lawyer" }, { "5", "a consumer" } };
static const Code sexes[] = { { "1", "man" }, { "2", "woman" } };
static const Code ages[] = { { "801", "year" }, { "802", "month" }, { "803", "week" }, { "804", "day" }, { "805", "hour" } };
static const Code units[] = { { "2", "g" }, { "3", "mg" }, { "4", "µg" } };
static const Code routes[] = {
    { "30", "intramuscular" }, { "40", "intravenous" }, { "41", "intravenous" },  { "42", "intravenous" }, { "45", "nasal" },
    { "47", "ophthalmic" },    { "48", "oral" },        { "54", "rectal" },       { "55", "inhaled" },     { "58", "subcutaneous" },
    { "60", "sublingual" },    { "61", "topical" },     { "62", "transdermal" },  { "67", "vaginal" },
};
static const Code seriousness[] = {
    { "seriousnessdeath", "death" },
    { "seriousnesslifethreatening", "danger to life" },
    { "seriousnesshospitalization", "hospitalization" },
    { "seriousnessdisabling", "disability" },
    { "seriousnesscongenitalanomali", "congenital anomaly" },
};

/* --- sentences -------------------------------------------------------------------------------------------------------- */

static void put(Buf *out, Str text) { buf_add(out, text); }
static void put_c(Buf *out, const char *text) { buf_add(out, str_from(text)); }

/* ", 300 mg" */
static void put_part(Buf *out, const char *before, Str text)
{
    if (text.n) put_c(out, before), put(out, text);
}

/* "A 44-year-old woman in US was reported by a physician." */
static void put_patient(Arena *arena, const cJSON *report, Buf *out)
{
    Str age = rxc_json_text(arena, report, "patient/patientonsetage"), unit = DECODE(ages, rxc_json_text(arena, report, "patient/patientonsetageunit"));
    Str sex = DECODE(sexes, rxc_json_text(arena, report, "patient/patientsex")), who = DECODE(reporters, rxc_json_text(arena, report, "primarysource/qualification"));
    Str country = rxc_json_text(arena, report, "occurcountry");
    if (!country.n) country = rxc_json_text(arena, report, "primarysource/reportercountry");
    put_c(out, age.n && unit.n && age.p[0] == '8' ? "An " : "A ");
    if (age.n && unit.n) put(out, age), put_part(out, "-", unit), put_c(out, "-old ");
    put(out, sex.n ? sex : S("patient"));
    put_part(out, " in ", country);
    put_c(out, " was reported");
    put_part(out, " by ", who);
    put_c(out, ".\n");
}

static Str dose_of(Arena *arena, const cJSON *drug)
{
    Str number = rxc_json_text(arena, drug, "drugstructuredosagenumb"), unit = DECODE(units, rxc_json_text(arena, drug, "drugstructuredosageunit"));
    if (number.n && unit.n) return arena_printf(arena, "%.*s %.*s", STR_ARG(number), STR_ARG(unit));
    return rxc_json_text(arena, drug, "drugdosagetext");
}

/* "DUPIXENT (dupilumab)" */
static Str name_of(Arena *arena, const cJSON *drug)
{
    Str product = rxc_json_text(arena, drug, "medicinalproduct"), substance = rxc_json_text(arena, drug, "activesubstance/activesubstancename");
    if (str_last(product) == '.') product.n--;
    if (!product.n || !substance.n || str_eq_nocase(product, substance)) return product.n ? product : substance;
    return arena_printf(arena, "%.*s (%.*s)", STR_ARG(product), STR_ARG(substance));
}

static bool is_concomitant(Arena *arena, const cJSON *drug) { return str_eq(rxc_json_text(arena, drug, "drugcharacterization"), S("2")); }

static void put_drugs(Arena *arena, const cJSON *report, Buf *out)
{
    const cJSON *drug;
    cJSON_ArrayForEach(drug, rxc_json_at(report, "patient/drug"))
    {
        Str name = name_of(arena, drug);
        if (!name.n) continue;
        put_c(out, is_concomitant(arena, drug) ? "The patient also received " : "The patient received ");
        put(out, name);
        put_part(out, ", ", dose_of(arena, drug));
        put_part(out, ", ", DECODE(routes, rxc_json_text(arena, drug, "drugadministrationroute")));
        put_part(out, ", for ", rxc_json_text(arena, drug, "drugindication"));
        put_c(out, ".\n");
    }
}

/* "DUPIXENT (dupilumab) and METHOTREXATE": those that are under suspicion. */
static Str suspects_of(Arena *arena, const cJSON *report)
{
    Buf all = { 0 };
    const cJSON *drug;
    size_t n = 0;
    cJSON_ArrayForEach(drug, rxc_json_at(report, "patient/drug"))
    {
        Str name = name_of(arena, drug);
        if (!name.n || name.n > DRUG_MAX || is_concomitant(arena, drug) || str_find(buf_str(&all), name) != STR_NONE || n++ == SUSPECTS_MAX) continue;
        put_part(&all, all.n ? " and " : "", name);
    }
    Str out = arena_str(arena, buf_str(&all));
    buf_clear(&all);
    return out;
}

static void put_reactions(Arena *arena, const cJSON *report, Buf *out)
{
    Str suspects = suspects_of(arena, report);
    const cJSON *reaction;
    cJSON_ArrayForEach(reaction, rxc_json_at(report, "patient/reaction"))
    {
        Str name = rxc_json_text(arena, reaction, "reactionmeddrapt"), outcome = DECODE(outcomes, rxc_json_text(arena, reaction, "reactionoutcome"));
        if (!name.n) continue;
        put(out, name);
        put_c(out, " was reported");
        put_part(out, " after ", suspects);
        if (outcome.n) put_part(out, " (", outcome), put_c(out, ")");
        put_c(out, ".\n");
    }
}

static void put_seriousness(Arena *arena, const cJSON *report, Buf *out)
{
    bool some = false;
    for (size_t i = 0; i < sizeof seriousness / sizeof *seriousness; i++) {
        if (!str_eq(rxc_json_text(arena, report, seriousness[i].code), S("1"))) continue;
        put_c(out, some ? ", " : "The report is serious: ");
        put_c(out, seriousness[i].words);
        some = true;
    }
    if (some) put_c(out, ".\n");
}

static Str text_of(Arena *arena, const cJSON *report)
{
    Buf text = { 0 };
    put_patient(arena, report, &text);
    put_drugs(arena, report, &text);
    put_reactions(arena, report, &text);
    put_seriousness(arena, report, &text);
    put(&text, rxc_json_text(arena, report, "patient/summary/narrativeincludeclinical"));
    Str out = arena_str(arena, str_trim(buf_str(&text)));
    buf_clear(&text);
    return out;
}

/* --- one report ------------------------------------------------------------------------------------------------------- */

/* "20140312" */
static rxc_date date_of(Str text)
{
    size_t all;
    if (text.n != 8 || !str_to_size(text, &all)) return (rxc_date){ 0 };
    return (rxc_date){ (int)(all / 10000), (int)(all / 100 % 100), (int)(all % 100) };
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_entry_parts parts = { .line = 1 };
    cJSON *report = NULL;
    RXC_TRY(rxc_json_parse(source, limits, doc, &report, err));
    Arena *arena = doc->arena;
    Str id = rxc_json_text(arena, report, "safetyreportid");
    rxc_work *work = &doc->work;
    work->type = RXC_WORK_REPORT;
    work->title = arena_printf(arena, "Safety report %.*s", STR_ARG(id));
    work->publisher = S("FDA Adverse Event Reporting System");
    work->number = id;
    if (id.n) work->database_id = arena_printf(arena, "faers:%.*s", STR_ARG(id));
    work->issued = date_of(rxc_json_text(arena, report, "receivedate"));
    work->abstract = text_of(arena, report);
    rxc_entry_reference literature = { .raw = rxc_json_text(arena, report, "primarysource/literaturereference"), .line = 1 };
    if (literature.raw.n) *vec_push(arena, &parts.references) = literature;
    doc->kind = RXC_DOC_CASE_REPORT;
    cJSON_Delete(report);
    rxc_entry_finish(doc, &parts);
    return RXC_OK;
}

static int sniff(Str head)
{
    Arena scratch = { 0 };
    rxc_json_keys keys = rxc_jsonsplit_keys(&scratch, head);
    bool report = rxc_jsonsplit_has(keys.item, "safetyreportid") || (rxc_jsonsplit_has(keys.item, "patient") && rxc_jsonsplit_has(keys.item, "primarysource receivedate serious"));
    arena_clear(&scratch);
    return report ? 96 : 0;
}

const rxc_reader rxc_reader_openfda = {
    .name = "openfda",
    .help = "JSON of openFDA: safety reports (FAERS) and the literature they come from",
    .extensions = "json ndjson jsonl",
    .sniff = sniff,
    .read = read,
    .split = &rxc_jsonsplit_cuts,
};
