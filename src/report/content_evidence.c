/* content_evidence.c: which reactions for which drug, with the sentences; and what is treated. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/content.h"

enum {
    ROWS = 60,           /* of a table; the rest is in evidence.csv */
    QUOTES = 2,          /* sentences for each drug and reaction */
    QUOTES_OF_DRUG = 24, /* for each drug */
    DRUGS = 20,          /* drugs whose sentences are quoted */
    LOOKED_AT = 40,      /* statements of a pair that are looked at for quotes and names */
};

static const char *certainty_word(rxc_certainty certainty)
{
    static const char *const words[] = { "asserted", "suspected", "denied" };
    return words[certainty];
}

static bool named_before(const rxc_statement *v, size_t first, size_t i, size_t k)
{
    for (size_t j = first; j <= i; j++)
        for (size_t m = 0; (j < i || m < k) && m < v[j].keys.n; m++)
            if (str_eq(v[j].keys.v[m], v[i].keys.v[k])) return true;
    return false;
}

/* Names of the sources of a group, each once, few enough for a cell. */
static void add_sources(const rxc_facts *facts, rxc_page *page, rxc_runs *runs, const rxc_statement_group *group)
{
    enum { NAMES = 6 };
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
    rxc_page_printf(page, rxc_page_cell(page), "%zu", group->own);
    rxc_page_printf(page, rxc_page_cell(page), "%zu", group->cited);
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

static bool same_sentence(const rxc_statement *a, const rxc_statement *b)
{
    return a->input == b->input && str_eq(a->place, b->place) && str_eq(a->text, b->text);
}

/* The groups [first, last) of one drug whose sentences are being quoted, and what is quoted already. */
typedef struct quoting {
    const rxc_facts *facts;
    rxc_page *page;
    size_t first, last;
    const rxc_statement *done[QUOTES_OF_DRUG];
    size_t count;
} quoting;

static bool is_quoted(const quoting *q, const rxc_statement *s)
{
    for (size_t i = 0; i < q->count; i++)
        if (same_sentence(q->done[i], s)) return true;
    return false;
}

/* "conjunctivitis, eosinophilia (suspected)": all reactions that the sentence of s speaks of for this drug. */
static void name_reactions(const quoting *q, rxc_runs *runs, const rxc_statement *s)
{
    size_t named = 0;
    for (size_t g = q->first; g < q->last; g++) {
        const rxc_statement_group *group = &q->facts->groups.v[g];
        const rxc_statement *v = &q->facts->statements.v[group->first];
        size_t i = 0, looked_at = group->count < LOOKED_AT ? group->count : LOOKED_AT;
        while (i < looked_at && !same_sentence(&v[i], s)) i++;
        if (i == looked_at) continue;
        if (named++) rxc_page_text(q->page, runs, S(", "));
        rxc_page_strong(q->page, runs, group->disorder);
        if (v[i].certainty != RXC_ASSERTED) rxc_page_printf(q->page, runs, " (%s)", certainty_word(v[i].certainty));
    }
}

static void add_quote(quoting *q, const rxc_statement *s)
{
    rxc_page *page = q->page;
    rxc_runs *runs = rxc_page_block_new(page, RXC_PAGE_QUOTE);
    rxc_page_text(page, runs, s->text.n ? s->text : S("…"));
    page->blocks.v[page->blocks.n - 1].source = runs->n;
    name_reactions(q, runs, s);
    rxc_page_printf(page, runs, " · %.*s", STR_ARG(s->document));
    for (size_t i = 0; s->attribution == RXC_CITED && i < s->sources.n; i++) {
        rxc_page_text(page, runs, i ? S(", ") : S(", citing "));
        rxc_page_text(page, runs, s->sources.v[i]);
    }
    rxc_page_text(page, runs, S(" "));
    rxc_page_code(page, runs, s->place);
    q->done[q->count++] = s;
}

/* A few sentences of one drug, so that each reaction has at least one; give how many groups these are. */
static size_t add_quotes(const rxc_facts *facts, rxc_page *page, size_t first)
{
    quoting q = { .facts = facts, .page = page, .first = first, .last = first };
    const rxc_statement_group *v = facts->groups.v;
    while (q.last < facts->groups.n && v[q.last].relation == v[first].relation && str_eq(v[q.last].drug, v[first].drug))
        q.last++;
    rxc_page_heading(page, 3, NULL, v[first].drug);
    size_t left = 0;
    for (size_t g = first; g < q.last; g++) {
        size_t shown = 0;
        for (size_t i = 0; i < v[g].count && i < LOOKED_AT; i++) {
            const rxc_statement *s = &facts->statements.v[v[g].first + i];
            bool quoted = is_quoted(&q, s);
            if (!quoted && shown < QUOTES && q.count < QUOTES_OF_DRUG) add_quote(&q, s), quoted = true;
            shown += quoted;
            left += !quoted;
        }
        if (v[g].count > LOOKED_AT) left += v[g].count - LOOKED_AT;
    }
    if (left)
        rxc_page_quiet(page, rxc_page_block_new(page, RXC_PAGE_PARAGRAPH),
                       arena_printf(page->arena, "%zu more in evidence.csv.", left));
    return q.last - first;
}

void rxc_content_evidence(const rxc_facts *facts, rxc_page *page)
{
    bool adverse = facts->groups.n && facts->groups.v[0].relation == RXC_ADVERSE_EFFECT;
    bool treats = facts->groups.n && facts->groups.v[facts->groups.n - 1].relation == RXC_TREATS;
    rxc_page_heading(page, 2, "which-reactions-for-which-drug", S("Which reactions for which drug"));
    if (adverse)
        say_more(page,
                 add_table(facts, page, RXC_ADVERSE_EFFECT, S("Drugs and the reactions that are said to follow them"),
                           S("Drug|Reaction|Certainty|#Own|#Cited|Sources")));
    else
        rxc_page_text(page, rxc_page_block_new(page, RXC_PAGE_PARAGRAPH),
                      S("No statement about a reaction was found."));
    if (treats) {
        rxc_page_heading(page, 2, "what-is-treated-with-what", S("What is treated with what"));
        say_more(page, add_table(facts, page, RXC_TREATS, S("Drugs and the disorders that they are said to treat"),
                                 S("Drug|Disorder|Certainty|#Own|#Cited|Sources")));
    }
    if (!adverse) return;
    rxc_page_heading(page, 2, "the-sentences-behind-the-reactions", S("The sentences behind the reactions"));
    size_t drugs = 0;
    for (size_t i = 0; i < facts->groups.n && facts->groups.v[i].relation == RXC_ADVERSE_EFFECT && drugs < DRUGS;
         drugs++)
        i += add_quotes(facts, page, i);
}
