/* content_evidence.c: which reactions for which drug, with the sentences; and what is treated. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/content.h"

enum {
    ROWS = 60,   /* of a table; the rest is in evidence.csv */
    QUOTES = 3,  /* sentences for each drug and reaction */
    QUOTED = 40, /* pairs whose sentences are quoted */
};

static const char *certainty_word(rxc_certainty certainty)
{
    static const char *const words[] = { "asserted", "suspected", "denied" };
    return words[certainty];
}

/* "1 own, 2 cited" */
static Str support(Arena *arena, const rxc_statement_group *group)
{
    if (group->own && group->cited) return arena_printf(arena, "%zu own, %zu cited", group->own, group->cited);
    if (group->cited) return arena_printf(arena, "%zu cited", group->cited);
    return group->own ? arena_printf(arena, "%zu own", group->own) : S("–");
}

static bool named_before(const rxc_statement *v, size_t first, size_t i, size_t k)
{
    for (size_t j = first; j <= i; j++)
        for (size_t m = 0; m < v[j].keys.n && (j < i || m < k); m++)
            if (str_eq(v[j].keys.v[m], v[i].keys.v[k])) return true;
    return false;
}

/* Names of the sources of a group, each once, few enough for a cell. */
static void add_sources(const rxc_facts *facts, rxc_page *page, rxc_runs *runs, const rxc_statement_group *group)
{
    enum { NAMES = 6, LOOKED_AT = 40 };
    const rxc_statement *v = facts->statements.v;
    size_t named = 0, end = group->first + (group->count < LOOKED_AT ? group->count : LOOKED_AT);
    for (size_t i = group->first; i < end; i++)
        for (size_t k = 0; k < v[i].keys.n; k++) {
            if (named_before(v, group->first, i, k)) continue;
            if (named == NAMES) {
                rxc_page_text(page, runs, S(", …"));
                return;
            }
            if (named++) rxc_page_text(page, runs, S(", "));
            rxc_page_text(page, runs, v[i].sources.v[k]);
        }
}

static void add_row(const rxc_facts *facts, rxc_page *page, const rxc_statement_group *group, bool new_drug)
{
    rxc_page_row(page);
    rxc_runs *cell = rxc_page_cell(page);
    if (new_drug) rxc_page_strong(page, cell, group->drug);
    else rxc_page_quiet(page, cell, group->drug);
    rxc_page_text(page, rxc_page_cell(page), group->disorder);
    rxc_page_text(page, rxc_page_cell(page), str_from(certainty_word(group->certainty)));
    rxc_page_text(page, rxc_page_cell(page), support(page->arena, group));
    add_sources(facts, page, rxc_page_cell(page), group);
}

static size_t add_table(const rxc_facts *facts, rxc_page *page, rxc_relation relation, Str caption, Str names)
{
    size_t shown = 0, all = 0;
    Str before = { 0 };
    rxc_page_table(page, caption, names);
    for (size_t i = 0; i < facts->groups.n; i++) {
        const rxc_statement_group *group = &facts->groups.v[i];
        if (group->relation != relation) continue;
        if (all++ >= ROWS) continue;
        add_row(facts, page, group, !str_eq(before, group->drug));
        before = group->drug;
        shown++;
    }
    return all - shown;
}

static void say_more(rxc_page *page, size_t more)
{
    if (more)
        rxc_page_printf(page, rxc_page_block_new(page, RXC_PAGE_PARAGRAPH), "%zu more pair%s: see evidence.csv.", more,
                        more == 1 ? "" : "s");
}

static void add_quote(const rxc_facts *facts, rxc_page *page, const rxc_statement *s)
{
    rxc_runs *runs = rxc_page_block_new(page, RXC_PAGE_QUOTE);
    rxc_page_text(page, runs, s->text.n ? s->text : S("…"));
    page->blocks.v[page->blocks.n - 1].source = runs->n;
    rxc_page_text(page, runs, s->document);
    if (s->attribution == RXC_CITED && s->sources.n) {
        rxc_page_text(page, runs, S(", citing "));
        for (size_t i = 0; i < s->sources.n; i++) {
            if (i) rxc_page_text(page, runs, S(", "));
            rxc_page_text(page, runs, s->sources.v[i]);
        }
    }
    if (s->certainty != RXC_ASSERTED) rxc_page_printf(page, runs, " (%s)", certainty_word(s->certainty));
    rxc_page_text(page, runs, S(" "));
    rxc_page_code(page, runs, s->place);
    (void)facts;
}

/* Sentences, each once, for one pair. */
static void add_quotes(const rxc_facts *facts, rxc_page *page, const rxc_statement_group *group)
{
    rxc_runs *runs = rxc_page_heading(page, 3, NULL, group->drug);
    rxc_page_printf(page, runs, " → %.*s", STR_ARG(group->disorder));
    size_t quoted = 0;
    for (size_t i = group->first; i < group->first + group->count && quoted < QUOTES; i++) {
        const rxc_statement *s = &facts->statements.v[i];
        if (i > group->first && str_eq(s->text, s[-1].text) && str_eq(s->place, s[-1].place)) continue;
        add_quote(facts, page, s);
        quoted++;
    }
    if (group->count > quoted && quoted == QUOTES)
        rxc_page_quiet(page, rxc_page_block_new(page, RXC_PAGE_PARAGRAPH), S("Further sentences are in evidence.csv."));
}

void rxc_content_evidence(const rxc_facts *facts, rxc_page *page)
{
    bool adverse = facts->groups.n && facts->groups.v[0].relation == RXC_ADVERSE_EFFECT;
    bool treats = facts->groups.n && facts->groups.v[facts->groups.n - 1].relation == RXC_TREATS;
    rxc_page_heading(page, 2, "which-reactions-for-which-drug", S("Which reactions for which drug"));
    if (adverse)
        say_more(page,
                 add_table(facts, page, RXC_ADVERSE_EFFECT, S("Drugs and the reactions that are said to follow them"),
                           S("Drug|Reaction|Certainty|Support|Sources")));
    else
        rxc_page_text(page, rxc_page_block_new(page, RXC_PAGE_PARAGRAPH),
                      S("No statement about a reaction was found."));
    if (treats) {
        rxc_page_heading(page, 2, "what-is-treated-with-what", S("What is treated with what"));
        say_more(page, add_table(facts, page, RXC_TREATS, S("Drugs and the disorders that they are said to treat"),
                                 S("Drug|Disorder|Certainty|Support|Sources")));
    }
    if (!adverse) return;
    rxc_page_heading(page, 2, "the-sentences-behind-the-reactions", S("The sentences behind the reactions"));
    for (size_t i = 0; i < facts->groups.n && i < QUOTED; i++)
        if (facts->groups.v[i].relation == RXC_ADVERSE_EFFECT) add_quotes(facts, page, &facts->groups.v[i]);
}
