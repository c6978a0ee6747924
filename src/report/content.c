/* content.c: the page from top to bottom, its summary and its notes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "report/content.h"

enum { NAMED_DRUGS = 3, NAMED_WORKS = 10 }; /* in the summary */

/* "dupilumab (5 reactions), abrocitinib (2 reactions)": the drugs with the best supported reactions. */
static void name_drugs(const rxc_facts *facts, rxc_page *page, rxc_runs *runs)
{
    size_t named = 0, i = 0;
    while (i < facts->groups.n && facts->groups.v[i].relation == RXC_ADVERSE_EFFECT && named < NAMED_DRUGS) {
        Str drug = facts->groups.v[i].drug;
        size_t reactions = 0;
        for (; i < facts->groups.n && facts->groups.v[i].relation == RXC_ADVERSE_EFFECT; i++) {
            if (!str_eq(facts->groups.v[i].drug, drug)) break;
            reactions += facts->groups.v[i].certainty != RXC_NEGATED;
        }
        if (!reactions) continue;
        rxc_page_text(page, runs, named++ ? S(", ") : S(" Most evidence concerns "));
        rxc_page_strong(page, runs, drug);
        rxc_page_printf(page, runs, " (%zu reaction%s)", reactions, reactions == 1 ? "" : "s");
    }
    if (named) rxc_page_text(page, runs, S("."));
}

static size_t count_groups(const rxc_facts *facts, rxc_relation relation)
{
    size_t count = 0;
    for (size_t i = 0; i < facts->groups.n; i++)
        count += facts->groups.v[i].relation == relation && facts->groups.v[i].certainty != RXC_NEGATED;
    return count;
}

static void say_losses(const rxc_facts *facts, rxc_page *page)
{
    const rxc_sums *sums = &facts->sums;
    rxc_runs *runs = rxc_page_block_new(page, RXC_PAGE_PARAGRAPH);
    size_t lost = sums->callouts - sums->callouts_resolved, unparsed = sums->references - sums->parsed;
    rxc_page_printf(
        page, runs, "Of %s in the reference lists, %zu could be read; of %s in the text, %zu lead to a reference.",
        arena_cstr(page->arena, rxc_facts_count(page->arena, sums->references, "entry", "entries")), sums->parsed,
        arena_cstr(page->arena, rxc_facts_count(page->arena, sums->callouts, "call-out", "call-outs")),
        sums->callouts_resolved);
    if (lost || unparsed || sums->failed) {
        rxc_page_text(page, runs, S(" What is missing is listed under "));
        rxc_page_link(page, runs, S("What was lost"), S("#what-was-lost"));
        rxc_page_text(page, runs, S("."));
    } else {
        rxc_page_text(page, runs, S(" Nothing was lost."));
    }
}

/* Retracted works, and those under concern, are named at the top: nobody should find them by chance. */
static void warn_of_status(const rxc_facts *facts, rxc_page *page)
{
    const rxc_graph *graph = facts->input->graph;
    rxc_runs *runs = NULL;
    size_t count = 0;
    for (size_t i = 0; i < graph->nodes.n; i++) {
        const rxc_node *node = &graph->nodes.v[i];
        if (!rxc_notice_is_warning(node->status) || count++ >= NAMED_WORKS) continue;
        if (!runs) {
            runs = rxc_page_block_new(page, RXC_PAGE_PARAGRAPH);
            rxc_page_strong(page, runs, S("Take care:"));
            rxc_page_text(page, runs, S(" "));
        } else {
            rxc_page_text(page, runs, S("; "));
        }
        rxc_page_link(page, runs, node->label, rxc_facts_url(page->arena, node));
        rxc_page_printf(page, runs, " is marked %.*s", STR_ARG(node->status));
    }
    if (!runs) return;
    if (count > NAMED_WORKS) rxc_page_printf(page, runs, "; and %zu more", count - NAMED_WORKS);
    rxc_page_text(page, runs, S(". Who cites them is listed under "));
    rxc_page_link(page, runs, S("Retracted and corrected works"), S("#retracted-and-corrected-works"));
    rxc_page_text(page, runs, S("."));
}

void rxc_content_summary(const rxc_facts *facts, rxc_page *page)
{
    const rxc_sums *sums = &facts->sums;
    Arena *arena = page->arena;
    rxc_runs *runs = rxc_page_block_new(page, RXC_PAGE_PARAGRAPH);
    rxc_page_strong(page, runs, rxc_facts_count(arena, sums->read, "document was read", "documents were read"));
    if (sums->failed) rxc_page_printf(page, runs, ", %zu could not be", sums->failed);
    rxc_page_printf(page, runs, ". Together they cite %s and speak of %s and %s.",
                    arena_cstr(arena, rxc_facts_count(arena, sums->nodes[RXC_NODE_WORK], "other work", "other works")),
                    arena_cstr(arena, rxc_facts_count(arena, sums->nodes[RXC_NODE_DRUG], "drug", "drugs")),
                    arena_cstr(arena, rxc_facts_count(arena, sums->nodes[RXC_NODE_DISORDER], "disorder", "disorders")));
    size_t adverse = count_groups(facts, RXC_ADVERSE_EFFECT), treats = count_groups(facts, RXC_TREATS);
    rxc_page_printf(page, runs, " They connect a drug with a reaction in %s, and a drug with what it treats in %s.",
                    arena_cstr(arena, rxc_facts_count(arena, adverse, "pair", "pairs")),
                    arena_cstr(arena, rxc_facts_count(arena, treats, "pair", "pairs")));
    name_drugs(facts, page, runs);
    warn_of_status(facts, page);
    say_losses(facts, page);
}

static void add_notes(rxc_page *page)
{
    static const char *const notes[][2] = {
        { "own", "the document reports it itself: its own patient, trial or text." },
        { "cited",
          "the document says it next to a call-out, so it counts as evidence of the cited work, not of the document." },
        { "suspected", "the sentence says that it may, might or could be so." },
        { "denied", "the sentence says that it is not so." },
        { "sources", "the different documents (own) and cited works (cited) that say so; two documents that cite the "
                     "same work count it once." },
    };
    rxc_page_heading(page, 2, "how-to-read-this-report", S("How to read this report"));
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        rxc_runs *runs = rxc_page_block_new(page, RXC_PAGE_ITEM);
        rxc_page_strong(page, runs, str_from(notes[i][0]));
        rxc_page_printf(page, runs, ": %s", notes[i][1]);
    }
    rxc_page_text(
        page, rxc_page_block_new(page, RXC_PAGE_PARAGRAPH),
        S("Statements were found by a program, sentence by sentence. A reported reaction is no proof that the drug "
          "caused it. Read the quoted sentence in its document before you rely on it."));
}

void rxc_content_compose(const rxc_facts *facts, rxc_page *page)
{
    page->title = S("Medicines and reactions in the documents read");
    rxc_page_heading(page, 1, "top", page->title);
    rxc_content_summary(facts, page);
    rxc_page_heading(page, 2, "how-it-hangs-together", S("How it hangs together"));
    (void)rxc_page_block_new(page, RXC_PAGE_DIAGRAM);
    rxc_content_status(facts, page);
    rxc_content_evidence(facts, page);
    rxc_content_related(facts, page);
    rxc_content_central(facts, page);
    rxc_content_inputs(facts, page);
    add_notes(page);
}
