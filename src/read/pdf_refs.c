/* pdf_refs.c: which lines of a list of references begin an entry: numbers, indentation, gaps, else their look. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "read/pdf.h"

enum {
    GAP_MAX = 5,     /* numbers that may be missing between two entries */
    AHEAD = 60,      /* lines in which a missing number may still come */
};

typedef enum mark_form { FORM_NONE, FORM_SQUARE, FORM_ROUND, FORM_STOP, FORM_CLOSE, FORM_RAISED, FORM_BARE } mark_form;

typedef struct mark {
    mark_form form;
    size_t number;
    rxc_pdf_label label;
} mark;

typedef struct list {
    const rxc_pdf *pdf;
    const size_t *lines;
    size_t n;
    Arena scratch;
    float *indents; /* from the left of the column that the list has there */
    float size;
    bool *starts;
} list;

static const rxc_pdf_line *line_at(const list *l, size_t i) { return &l->pdf->lines.v[l->lines[i]]; }

static const rxc_pdf_word *first_word(const list *l, size_t i) { return &l->pdf->words.v[line_at(l, i)->b]; }

static size_t words_of(const list *l, size_t i) { return line_at(l, i)->e - line_at(l, i)->b; }

/* --- numbers ----------------------------------------------------------------------------------------------------- */

/* "[12]" "(12)" "12." "12)" "12" at the beginning of a word; what of it the label takes. */
static mark read_mark(const list *l, size_t i)
{
    const rxc_pdf_word *word = first_word(l, i);
    Str s = word->text;
    mark m = { 0 };
    size_t b = s.n && (s.p[0] == '[' || s.p[0] == '('), e = b;
    while (e < s.n && chr_digit(s.p[e])) e++;
    if (e == b || e - b > 4 || !str_to_size(str_sub(s, b, e), &m.number)) return m;
    m.label.text = str_sub(s, b, e);
    char close = e < s.n ? s.p[e] : '\0';
    if (b && close != (s.p[0] == '[' ? ']' : ')')) return m;
    if (b) m.form = s.p[0] == '[' ? FORM_SQUARE : FORM_ROUND;
    else if (close == '.') m.form = FORM_STOP;
    else if (close == ')') m.form = FORM_CLOSE;
    else if (e == s.n) m.form = word->rise > 0 ? FORM_RAISED : words_of(l, i) > 1 ? FORM_BARE : FORM_NONE;
    e += m.form < FORM_RAISED && m.form != FORM_NONE;
    if (e < s.n && (m.form == FORM_STOP && chr_digit(s.p[e]))) m.form = FORM_NONE;
    if (e == s.n) m.label.words = 1;
    else m.label.bytes = e;
    return m;
}

static bool comes_later(const list *l, const mark *marks, size_t from, size_t number, mark_form form)
{
    for (size_t i = from; i < l->n && i < from + AHEAD; i++)
        if (marks[i].form == form && marks[i].number == number) return true;
    return false;
}

/* Is the number that of a date or a page at the beginning of a line, as the real one comes soon: "2006 May / 30. doi: …"? */
static bool is_chance(const list *l, const mark *marks, size_t i)
{
    const rxc_pdf_word *next = first_word(l, i) + 1;
    bool capital = words_of(l, i) > 1 && marks[i].label.words && (chr_upper(next->text.p[0]) || (unsigned char)next->text.p[0] >= 0x80);
    for (size_t k = i + 1; !capital && marks[i].label.words && k < l->n && k < i + 4; k++)
        if (marks[k].form == marks[i].form && marks[k].number == marks[i].number) return true;
    return false;
}

static bool is_aligned(const list *l, size_t first, size_t i)
{
    const rxc_pdf_word *word = first_word(l, i), *model = first_word(l, first);
    float left = line_at(l, first)->x1 - l->indents[first], here = line_at(l, i)->x1 - l->indents[i];
    float room = 0.8F * l->size;
    return fabsf((word->x1 - here) - (model->x1 - left)) < room || fabsf((word->x2 - here) - (model->x2 - left)) < room;
}

/* Entries are numbered 1, 2, 3. */
static bool start_by_numbers(list *l, rxc_pdf_label *labels)
{
    mark *marks = arena_array(&l->scratch, mark, l->n);
    size_t first = 0, last = 0, starts = 0;
    for (size_t i = 0; i < l->n; i++) marks[i] = read_mark(l, i);
    while (first < l->n && first < 3 && marks[first].form == FORM_NONE) first++;
    if (first >= l->n || marks[first].form == FORM_NONE || marks[first].number > 1000) return false;
    for (size_t i = first; i < l->n; i++) {
        const mark *m = &marks[i];
        bool next = m->number == last + 1, same = m->form == marks[first].form && is_aligned(l, first, i);
        bool gap = m->number > last && m->number <= last + GAP_MAX && !comes_later(l, marks, i + 1, last + 1, m->form);
        if (i > first && (!same || (!next && !gap) || is_chance(l, marks, i))) continue;
        l->starts[i] = true;
        labels[i] = m->label;
        last = m->number;
        starts++;
    }
    l->starts[0] = true;
    return starts >= 2 || l->n <= 8;
}

/* --- indentation ------------------------------------------------------------------------------------------------- */

static bool start_by_indents(list *l)
{
    size_t low = 0, high = 0;
    for (size_t i = 0; i < l->n; i++) {
        low += l->indents[i] < 0.5F * l->size;
        high += l->indents[i] > 0.7F * l->size;
    }
    if (low < 2 || high < 1 || high * 8 < low || low * 12 < high) return false;
    bool hanging = l->indents[0] < 0.6F * l->size;
    for (size_t i = 0; i < l->n; i++) l->starts[i] = (l->indents[i] < 0.6F * l->size) == hanging;
    l->starts[0] = true;
    return true;
}

/* --- gaps and looks ---------------------------------------------------------------------------------------------- */

static float gap_before(const list *l, size_t i)
{
    const rxc_pdf_line *line = line_at(l, i), *before = line_at(l, i - 1);
    return line->column == before->column ? line->base - before->base : -1;
}

/* "Simpson EL," "Smith, J." "van der Sluis S": a capital, and initials behind it. */
static bool is_name(const list *l, size_t i)
{
    const rxc_pdf_word *words = first_word(l, i);
    size_t n = words_of(l, i) < 5 ? words_of(l, i) : 5;
    if (n < 2) return false;
    for (size_t k = 0; k < n; k++) {
        Str s = words[k].text;
        bool initials = k > 0 && s.n && s.n <= 6 && chr_upper(s.p[0]) && (s.n == 1 || chr_upper(s.p[1]) || memchr(".,;", s.p[1], 3));
        if (initials) return true;
        if (k == 0 && s.n && !chr_upper(s.p[0]) && (unsigned char)s.p[0] < 0x80 && s.n > 4) return false;
    }
    return false;
}

static bool ends_entry(const list *l, size_t i)
{
    const rxc_pdf_line *line = line_at(l, i);
    Str s = l->pdf->words.v[line->e - 1].text;
    char last = str_last(s);
    return last == '.' || last == ']' || last == ')' || chr_digit(last);
}

/* Does the line end well before the right side of its column? */
static bool is_short(const list *l, size_t i)
{
    const rxc_pdf_line *line = line_at(l, i);
    return line->x2 < line->right - 2.5F * l->size;
}

/* More room before an entry than within it. */
static bool start_by_gaps(list *l)
{
    float least = INFINITY;
    size_t wide = 0;
    for (size_t i = 1; i < l->n; i++) {
        float gap = gap_before(l, i);
        if (gap > 0.8F * l->size && gap < least) least = gap;
    }
    for (size_t i = 1; i < l->n; i++) {
        float gap = gap_before(l, i);
        l->starts[i] = gap > least + 0.12F * l->size;
        wide += l->starts[i];
        if (gap < 0) l->starts[i] = (is_short(l, i - 1) && ends_entry(l, i - 1)) || (ends_entry(l, i - 1) && is_name(l, i));
    }
    l->starts[0] = true;
    return wide * 12 >= l->n;
}

static bool has_year(Str s)
{
    for (size_t i = 0; i + 4 <= s.n; i++) {
        size_t year;
        bool alone = (i == 0 || !chr_digit(s.p[i - 1])) && (i + 4 == s.n || !chr_digit(s.p[i + 4]));
        if (alone && chr_digit(s.p[i]) && str_to_size(str_sub(s, i, i + 4), &year) && year >= 1800 && year <= 2099) return true;
    }
    return false;
}

/* No sign at all: a name behind the end of an entry that has had its year. */
static void start_by_look(list *l)
{
    bool year = false;
    for (size_t i = 0; i < l->n; i++) {
        l->starts[i] = i == 0 || (year && ends_entry(l, i - 1) && is_name(l, i));
        if (l->starts[i]) year = false;
        year |= has_year(rxc_pdf_line_text(l->pdf, line_at(l, i), &l->scratch));
    }
}

/* --- the list ---------------------------------------------------------------------------------------------------- */

/* How far each line is set in, from the leftmost line of the list in its column. A column that has only lines that are set
 * in is seen by the columns below or above it, of other pages. */
static void measure_indents(list *l)
{
    l->indents = arena_array(&l->scratch, float, l->n);
    for (size_t b = 0, e; b < l->n; b = e) {
        float left = line_at(l, b)->x1;
        for (e = b; e < l->n && line_at(l, e)->column == line_at(l, b)->column; e++) left = fminf(left, line_at(l, e)->x1);
        float low = left;
        for (size_t i = 0; i < l->n; i++) {
            float x = line_at(l, i)->x1;
            if (x < low && x > left - 3 * l->size) low = x;
        }
        for (size_t i = b; i < e; i++) l->indents[i] = line_at(l, i)->x1 - low;
    }
}

void rxc_pdf_refs_start(const rxc_pdf *pdf, const size_t *lines, size_t n, bool *starts, rxc_pdf_label *labels)
{
    list l = { .pdf = pdf, .lines = lines, .n = n, .starts = starts };
    l.size = line_at(&l, 0)->size;
    measure_indents(&l);
    if (!start_by_numbers(&l, labels)) {
        for (size_t i = 0; i < n; i++) starts[i] = false, labels[i] = (rxc_pdf_label){ 0 };
        if (!start_by_indents(&l) && !start_by_gaps(&l)) start_by_look(&l);
    }
    arena_clear(&l.scratch);
}
