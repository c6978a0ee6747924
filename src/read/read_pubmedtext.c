/* read_pubmedtext.c: reads entries of PubMed's texts for people.
 *
 *     in short, "Summary":                           in full, "Abstract":
 *     1: Wu L, Roe J. A title. J Test. 2019          1. J Test. 2019 Nov 6;35(2):101-4. doi: 10.1000/x.
 *     Nov 6;35(2):101-4. doi: 10.1000/x.
 *     PMID: 31693077.                                A title.
 *
 *                                                    Wu L(1), Roe J(2).
 *
 *                                                    Author information: …
 *
 *                                                    The abstract.
 *
 *                                                    PMID: 31693077 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/entry.h"
#include "read/medcite.h"
#include "read/person.h"
#include "read/stated.h"
#include "read/tagged.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_pubmedtext;

/* --- entries of a file -------------------------------------------------------------------------------------------- */

typedef struct State {
    char mark;    /* ':' in short, '.' in full; 0: nothing seen */
    size_t number; /* of the last entry */
} State;

/* "12. J Test", "12: Wu L": its number, and what stands behind it; 0 when it is none. */
static size_t number_of(Str line, char *mark)
{
    size_t n = 0, number = 0;
    while (n < line.n && n < 7 && chr_digit(line.p[n])) n++;
    bool begins = n && n + 2 < line.n && (line.p[n] == '.' || line.p[n] == ':') && line.p[n + 1] == ' ';
    if (!begins || !str_to_size(str_take(line, n), &number)) return 0;
    *mark = line.p[n];
    return number;
}

static bool begins_entry(const State *state, Str line, size_t blanks)
{
    char mark = 0;
    size_t number = number_of(line, &mark);
    if (!number) return false;
    if (!state->mark) return true;
    return mark == state->mark && number == state->number + 1 && blanks >= (mark == '.' ? 2u : 1u);
}

static rxc_cut_result cut(void *data, Arena *arena, Str window, bool end, rxc_cut *out)
{
    State *state = data, now = *state;
    Str rest = window, line;
    size_t blanks = 2;
    bool any = false;
    (void)arena;
    while (rest.n) {
        size_t at = window.n - rest.n;
        rxc_tagged_line(&rest, &line);
        if (!end && !rest.n) return RXC_CUT_MORE; /* the line may go on */
        bool begins = begins_entry(&now, line, blanks);
        if (begins && any) {
            out->e = out->used = at;
            *state = now;
            return RXC_CUT_ENTRY;
        }
        if (begins) now.number = number_of(line, &now.mark);
        bool blank = str_trim(line).n == 0;
        blanks = blank ? blanks + 1 : 0;
        if (!any && !blank) out->b = at, any = true;
    }
    if (!end) return RXC_CUT_MORE;
    out->e = out->used = window.n;
    *state = now;
    return any ? RXC_CUT_ENTRY : RXC_CUT_END;
}

static const rxc_split split = { .state_size = sizeof(State), .cut = cut };

/* --- paragraphs ----------------------------------------------------------------------------------------------------- */

typedef struct Text {
    rxc_doc *doc;
    rxc_entry_parts parts;
    rxc_medcite_links links;
    Str rest;
    size_t line; /* of rest */
    Buf abstract;
} Text;

/* The next paragraph, its lines as they stand; *at lines stand before it. */
static bool next_paragraph(Text *t, Str *out, size_t *at)
{
    Str line;
    *out = (Str){ 0 };
    while (rxc_tagged_line(&t->rest, &line)) {
        t->line++;
        bool blank = str_trim(line).n == 0;
        if (blank && out->n) return true;
        if (blank) continue;
        if (!out->n) *out = line, *at = t->line - 1;
        else out->n = (size_t)(line.p + line.n - out->p);
    }
    return out->n > 0;
}

/* Behind a number of five digits or more there are identifiers: "PMID: 31693077", "PMCID: PMC6865141". */
static void take_ids(rxc_work *work, Str text)
{
    Str pmcid = { 0 };
    size_t at = str_find(text, S("PMCID: "));
    if (at != STR_NONE) pmcid = str_drop(text, at + 7);
    size_t n = 0;
    while (n < pmcid.n && chr_alnum(pmcid.p[n])) n++;
    if (n) work->pmcid = str_take(pmcid, n);
    if (!work->doi.n) work->doi = rxc_stated_doi(text);
    at = str_find(text, S("PMID: "));
    if (at != STR_NONE) work->pmid = rxc_stated_pmid(str_drop(text, at), false);
}

/* --- in short --------------------------------------------------------------------------------------------------------- */

/* Where ". 2019" stands, the last before identifiers; STR_NONE without one. */
static size_t year_at(Str s)
{
    size_t end = str_find(s, S(" doi: ")), ids = str_find(s, S(" PMID: ")), found = STR_NONE;
    if (ids < end) end = ids;
    s = str_take(s, end);
    for (size_t i = 0; i + 6 <= s.n; i++) {
        bool digits = chr_digit(s.p[i + 2]) && chr_digit(s.p[i + 3]) && chr_digit(s.p[i + 4]) && chr_digit(s.p[i + 5]);
        bool alone = i + 6 == s.n || strchr(" ;.", s.p[i + 6]);
        if (s.p[i] == '.' && s.p[i + 1] == ' ' && digits && alone) found = i;
    }
    return found;
}

/* Where the last sentence begins; 0 when there is one only. */
static size_t last_sentence(Str s)
{
    for (size_t i = s.n; i-- > 2;)
        if (s.p[i - 1] == ' ' && (s.p[i - 2] == '.' || s.p[i - 2] == '?' || s.p[i - 2] == '!')) return i;
    return 0;
}

/* "Wu L, Roe J. A title. J Test. 2019 Nov 6;35(2):101-4. doi: 10.1000/x. PMID: 31693077." */
static void read_short(Text *t, Str entry)
{
    rxc_work *work = &t->doc->work;
    Arena *arena = t->doc->arena;
    size_t year = year_at(entry), stop = str_find(entry, S(". "));
    Str front = str_take(entry, year), authors = str_take(front, stop);
    size_t journal = last_sentence(front);
    *work = rxc_medcite_read(arena, year == STR_NONE ? (Str){ 0 } : arena_printf(arena, "X%.*s", STR_ARG(str_drop(entry, year))));
    work->container = str_drop(front, journal);
    bool people = stop < journal && rxc_byline_count(authors) > 0;
    if (people) rxc_byline_read(arena, authors, &work->authors);
    work->title = rxc_stated_title(str_trim(str_sub(front, people ? stop + 2 : 0, journal)));
    if (!work->title.n) work->title = work->container, work->container = (Str){ 0 };
    take_ids(work, entry);
}

/* --- in full ---------------------------------------------------------------------------------------------------------- */

/* "Wu L(#)(1), Roe J(2); A Group." without what is in brackets */
static Str without_marks(Arena *arena, Str s)
{
    char *out = arena_alloc(arena, s.n + 1);
    size_t n = 0, depth = 0;
    for (size_t i = 0; i < s.n; i++) {
        depth += s.p[i] == '(';
        if (!depth) out[n++] = s.p[i];
        if (s.p[i] == ')' && depth) depth--;
    }
    if (n && out[n - 1] == '.') n--;
    return (Str){ out, n };
}

static bool take_authors(Text *t, Str paragraph)
{
    rxc_work *work = &t->doc->work;
    Arena *arena = t->doc->arena;
    Str groups = without_marks(arena, paragraph), people, one;
    if (str_find(groups, S(". ")) != STR_NONE || !str_cut(&groups, ';', &people)) return false;
    if (!rxc_byline_count(people)) return false;
    while (str_cut(&people, ',', &one)) rxc_person_add(arena, &work->authors, &work->et_al, one);
    while (str_cut(&groups, ';', &one))
        if (str_trim(one).n) *vec_push(arena, &work->authors) = (rxc_name){ .literal = str_trim(one) };
    return true;
}

/* "Comment in\n    Lancet. 2020 …": what is said of other articles, one a line or more. */
static bool take_links(Text *t, Str paragraph, size_t at)
{
    Arena *arena = t->doc->arena;
    Str head, line;
    bool any = false;
    rxc_notice notice;
    rxc_tagged_line(&paragraph, &head);
    head = str_trim(head);
    size_t space = str_rchr(head, ' ');
    if (head.n > 40 || space == STR_NONE) return false;
    char type[48] = { 0 };
    for (size_t i = 0, n = 0; i < head.n; i++)
        if (head.p[i] != ' ') type[n++] = head.p[i];
    if (rxc_medcite_side_of(str_from(type), &notice) == RXC_MEDCITE_NONE) return false;
    Str entry = { 0 };
    for (size_t n = at + 1; rxc_tagged_line(&paragraph, &line); n++) {
        if (entry.n) entry.n = (size_t)(line.p + line.n - entry.p);
        else entry = line, at = n + 1;
        if (str_last(str_trim(line)) != '.' && paragraph.n) continue; /* it goes on */
        rxc_medcite_take(t->doc, &t->links, str_from(type), rxc_tagged_join(arena, entry), (Str){ 0 }, at);
        entry = (Str){ 0 };
        any = true;
    }
    return any;
}

/* Is it of the front or back, and no part of the abstract? */
static bool is_aside(Str paragraph)
{
    static const char *const heads[] = { "Author information:", "Collaborators:", "Conflict of interest statement:", "Copyright ", "© ", "Publisher: ", "[Article in " };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_starts(paragraph, str_from(heads[i]))) return true;
    return false;
}

static bool is_ids(Str paragraph) { return str_starts(paragraph, S("DOI: ")) || str_starts(paragraph, S("PMID: ")) || str_starts(paragraph, S("PMCID: ")); }

/* "BACKGROUND: …" begins a part of the abstract. */
static bool is_labelled(Str line)
{
    size_t colon = str_find(line, S(": "));
    if (colon == STR_NONE || colon < 3 || colon > 60) return false;
    for (size_t i = 0; i < colon; i++)
        if (chr_lower(line.p[i])) return false;
    return chr_upper(line.p[0]);
}

static void take_abstract(Text *t, Str paragraph, size_t at)
{
    Str line;
    if (!t->abstract.n) t->parts.abstract_line = at + 1;
    for (bool first = true; rxc_tagged_line(&paragraph, &line); first = false) {
        line = str_trim(line);
        if (t->abstract.n) buf_char(&t->abstract, first || is_labelled(line) ? '\n' : ' ');
        buf_add(&t->abstract, line);
    }
}

static void read_full(Text *t)
{
    rxc_work *work = &t->doc->work;
    Arena *arena = t->doc->arena;
    Str paragraph;
    size_t at = 0;
    for (size_t n = 0; next_paragraph(t, &paragraph, &at); n++) {
        if (n == 0) *work = rxc_medcite_read(arena, rxc_tagged_join(arena, paragraph));
        else if (is_ids(paragraph)) take_ids(work, rxc_tagged_join(arena, paragraph));
        else if (is_aside(paragraph) || take_links(t, paragraph, at)) continue;
        else if (!work->title.n) work->title = rxc_stated_title(rxc_tagged_join(arena, paragraph));
        else if (work->authors.n || t->abstract.n || !take_authors(t, rxc_tagged_join(arena, paragraph))) take_abstract(t, paragraph, at);
    }
    work->abstract = arena_str(arena, buf_str(&t->abstract));
    buf_clear(&t->abstract);
}

/* --- one entry ---------------------------------------------------------------------------------------------------------- */

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Text t = { .doc = doc, .parts = { .line = 1 }, .rest = rxc_charset_decode(doc->arena, source, &doc->diags) };
    char mark = '.';
    (void)limits, (void)err;
    while (t.rest.n && chr_space(t.rest.p[0])) t.line += t.rest.p[0] == '\n', t.rest = str_drop(t.rest, 1);
    if (number_of(t.rest, &mark)) t.rest = str_drop(t.rest, str_chr(t.rest, ' ') + 1);
    if (mark == ':') read_short(&t, rxc_tagged_join(doc->arena, t.rest));
    else read_full(&t);
    doc->work.type = RXC_WORK_ARTICLE;
    rxc_medcite_finish(doc, &t.links, &t.parts);
    rxc_entry_finish(doc, &t.parts);
    return RXC_OK;
}

/* An entry that begins with its number, and a PMID: in short within its paragraph, in full at the beginning of a line. */
static int sniff(Str head)
{
    Text t = { .rest = head };
    Str paragraph;
    size_t at = 0, id;
    char mark = 0;
    if (!next_paragraph(&t, &paragraph, &at) || !number_of(paragraph, &mark)) return 0;
    if (mark == ':') return (id = str_find(paragraph, S("PMID:"))) != STR_NONE && id > 40 ? 90 : 0;
    for (int i = 0; i < 60 && next_paragraph(&t, &paragraph, &at); i++)
        if (is_ids(paragraph) && rxc_stated_pmid(str_drop(paragraph, str_find(paragraph, S("PMID: "))), false).n) return 90;
    return 0;
}

const rxc_reader rxc_reader_pubmedtext = {
    .name = "pubmedtext",
    .help = "PubMed's texts for people, in short or with abstracts",
    .extensions = "txt",
    .sniff = sniff,
    .read = read,
    .split = &split,
};
