/* ruletail.c: the numbers of a reference: "2019;14(3):153-60", "22, 315", "vol. 3, no. 2, pp. 1-9", "68 (2003) 104030". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/dates.h"
#include "refs/ruletext.h"

typedef const rxc_ruletext text;

static bool is_month(text *t, size_t i)
{
    rxc_shape shape = rxc_ruletext_shape(t, i);
    if (shape != RXC_SHAPE_TITLE && shape != RXC_SHAPE_CAPS) return false;
    Str s = rxc_ruletext_str(t, i);
    return rxc_dates_month(s) && (s.n <= 4 || str_ends(s, S("er")) || str_ends(s, S("ry")) || s.n <= 6);
}

static bool is_day(text *t, size_t i)
{
    return rxc_ruletext_shape(t, i) == RXC_SHAPE_NUMBER && rxc_ruletext_str(t, i).n <= 2;
}

static size_t skip_stop(text *t, size_t i) { return i + rxc_ruletext_is(t, i, '.'); }

/* "2011 Dec 1", "2011, March", "2011 12 1", "2016b", "2012–2013" */
static size_t year_end(text *t, size_t i)
{
    size_t e = i + 1;
    if (rxc_ruletext_shape(t, e) == RXC_SHAPE_LOWER && rxc_ruletext_str(t, e).n == 1 && !rxc_ruletext_space(t, e)) e++;
    size_t month = e + rxc_ruletext_is(t, e, ',');
    if (is_month(t, month)) {
        e = skip_stop(t, month + 1);
        if (rxc_ruletext_dash(t, e) && is_month(t, e + 1)) e = skip_stop(t, e + 2);
        if (is_day(t, e) && !rxc_ruletext_in(t, e + 1, "(:")) e++;
        return rxc_ruletext_is(t, e - 1, '.') && !rxc_ruletext_in(t, e, ";:") ? e - 1 : e;
    }
    if (is_day(t, e) && is_day(t, e + 1) && rxc_ruletext_space(t, e) && rxc_ruletext_space(t, e + 1)) return e + 2;
    return e;
}

size_t rxc_ruletail_date(const rxc_ruletext *t, size_t i)
{
    size_t at = i;
    if (is_day(t, at) && is_month(t, at + 1)) at++;
    if (is_month(t, at)) {
        at = skip_stop(t, at + 1);
        if (rxc_ruletext_dash(t, at) && is_month(t, at + 1)) at = skip_stop(t, at + 2);
        if (is_day(t, at)) at++;
        if (rxc_ruletext_is(t, at, ',')) at++;
        return rxc_ruletext_shape(t, at) == RXC_SHAPE_YEAR ? at + 1 : 0;
    }
    return rxc_ruletext_shape(t, i) == RXC_SHAPE_YEAR ? year_end(t, i) : 0;
}

/* A number with a letter glued to either side: "e1126", "S12", "D332", "12A", "adv00743". The end, or i. */
static size_t code_end(text *t, size_t i)
{
    size_t e = i;
    rxc_shape shape = rxc_ruletext_shape(t, e);
    if (shape == RXC_SHAPE_INITIAL ||
        ((shape == RXC_SHAPE_LOWER || shape == RXC_SHAPE_CAPS || shape == RXC_SHAPE_TITLE) &&
         rxc_ruletext_str(t, e).n <= 5)) {
        if (!rxc_ruletext_number(t, e + 1) || rxc_ruletext_space(t, e + 1)) return i;
        e++;
    }
    if (!rxc_ruletext_number(t, e)) return i;
    e++;
    while (e < t->n && !rxc_ruletext_space(t, e) &&
           (rxc_ruletext_number(t, e) ||
            ((rxc_ruletext_shape(t, e) == RXC_SHAPE_INITIAL || rxc_ruletext_shape(t, e) == RXC_SHAPE_LOWER) &&
             rxc_ruletext_str(t, e).n == 1)))
        e++;
    return e;
}

/* One page or a range: "153-60", "711-21.e7", "S12-8", "e1126", "1–3, 7–9". The end, or i. */
static size_t pages_end(text *t, size_t i)
{
    size_t e = code_end(t, i);
    if (e == i) return i;
    if (rxc_ruletext_dash(t, e)) {
        size_t dash = e + 1;
        while (rxc_ruletext_dash(t, dash)) dash++;
        size_t last = code_end(t, dash);
        if (last > dash) e = last;
    }
    if (rxc_ruletext_is(t, e, '.') && rxc_ruletext_word(t, e + 1, "e") && !rxc_ruletext_space(t, e + 1) &&
        rxc_ruletext_number(t, e + 2))
        e += 3;
    else if (rxc_ruletext_word(t, e, "e") && rxc_ruletext_number(t, e + 1) && !rxc_ruletext_space(t, e + 1)) e += 2;
    return e;
}

static bool is_range(text *t, size_t b, size_t e)
{
    for (size_t i = b; i < e; i++)
        if (rxc_ruletext_dash(t, i)) return true;
    return false;
}

/* "pp.", "p", "pages", "Article": the end, or i. */
static size_t page_label_end(text *t, size_t i)
{
    if (rxc_ruletext_shape(t, i) == RXC_SHAPE_INITIAL && !rxc_ruletext_space(t, i + 1) && rxc_ruletext_number(t, i + 1))
        return i; /* "P04022" */
    if (rxc_ruletext_word(t, i, "pp") || rxc_ruletext_word(t, i, "p") || rxc_ruletext_word(t, i, "pages") ||
        rxc_ruletext_word(t, i, "page") || rxc_ruletext_word(t, i, "pg") || rxc_ruletext_word(t, i, "pgs"))
        return skip_stop(t, i + 1);
    if (rxc_ruletext_word(t, i, "article") || rxc_ruletext_word(t, i, "art")) {
        size_t e = skip_stop(t, i + 1);
        if (rxc_ruletext_word(t, e, "no") || rxc_ruletext_word(t, e, "number") || rxc_ruletext_word(t, e, "id"))
            e = skip_stop(t, e + 1);
        return rxc_ruletext_number(t, e) || rxc_ruletext_number(t, e + 1) ? e : i;
    }
    return i;
}

static size_t volume_label_end(text *t, size_t i)
{
    if (rxc_ruletext_word(t, i, "vol") || rxc_ruletext_word(t, i, "volume") || rxc_ruletext_word(t, i, "v") ||
        rxc_ruletext_word(t, i, "vols") || rxc_ruletext_word(t, i, "bd") || rxc_ruletext_word(t, i, "tome")) {
        size_t e = skip_stop(t, i + 1);
        if (rxc_ruletext_number(t, e) || rxc_ruletext_shape(t, e) == RXC_SHAPE_CAPS) return e;
    }
    return i;
}

static size_t issue_label_end(text *t, size_t i)
{
    if (rxc_ruletext_word(t, i, "no") || rxc_ruletext_word(t, i, "nos") || rxc_ruletext_word(t, i, "n") ||
        rxc_ruletext_word(t, i, "issue") || rxc_ruletext_word(t, i, "iss") || rxc_ruletext_word(t, i, "nr") ||
        rxc_ruletext_word(t, i, "number")) {
        size_t e = skip_stop(t, i + 1);
        if (str_eq(rxc_ruletext_str(t, e), S("°")) || str_eq(rxc_ruletext_str(t, e), S("º"))) e++;
        if (rxc_ruletext_number(t, e)) return e;
    }
    return i;
}

static bool is_supplement(text *t, size_t i)
{
    Str s = rxc_ruletext_str(t, i);
    return str_starts_nocase(s, S("suppl")) || str_eq_nocase(s, S("pt")) || str_eq_nocase(s, S("part"));
}

/* An issue in round brackets that is no year: "(3)", "(SUPPL.2)", "(1-2)", "(4 Pt 1)". The end behind the bracket, or i. */
static size_t issue_bracket_end(text *t, size_t i)
{
    if (!rxc_ruletext_is(t, i, '(')) return i;
    size_t e = i + 1;
    if (rxc_ruletext_shape(t, e) == RXC_SHAPE_YEAR && rxc_ruletext_is(t, e + 1, ')')) return i;
    bool number = false;
    while (e < t->n && e - i < 9 && !rxc_ruletext_is(t, e, ')')) {
        number |= rxc_ruletext_number(t, e) || is_supplement(t, e);
        if (rxc_ruletext_is(t, e, ',') || rxc_ruletext_is(t, e, ':')) return i;
        e++;
    }
    return number && rxc_ruletext_is(t, e, ')') ? e + 1 : i;
}

/* "(2003)", "(2003 Mar)", ", 2003": date inside the numbers. The end with bracket, or i. */
static size_t bracket_date(text *t, size_t i, rxc_ruletail *out)
{
    if (!rxc_ruletext_is(t, i, '(')) return i;
    size_t e = rxc_ruletail_date(t, i + 1);
    if (!e || !rxc_ruletext_is(t, e, ')')) return i;
    out->date_b = i + 1, out->date_e = e;
    return e + 1;
}

static size_t skip_separator(text *t, size_t i) { return i + rxc_ruletext_in(t, i, ",:;."); }

/* After the volume: issue, date, pages in their orders. */
static void match_rest(text *t, size_t at, rxc_ruletail *out)
{
    size_t e = issue_bracket_end(t, at + (rxc_ruletext_is(t, at, ',') && rxc_ruletext_is(t, at + 1, '(')));
    if (e > at + 1) {
        size_t open = rxc_ruletext_is(t, at, ',') ? at + 1 : at;
        out->issue_b = open + 1, out->issue_e = e - 1;
        out->e = at = e;
        out->score += 3;
    } else {
        size_t label = at + rxc_ruletext_in(t, at, ",;"), number = issue_label_end(t, label);
        if (number > label) {
            e = code_end(t, number);
            if (rxc_ruletext_dash(t, e) && rxc_ruletext_number(t, e + 1)) e += 2;
            out->issue_b = number, out->issue_e = e;
            out->e = at = e;
            out->score += 3;
        } else if (is_supplement(t, at) || (rxc_ruletext_is(t, at, '(') && is_supplement(t, at + 1))) {
            size_t b = at;
            e = skip_stop(t, at + 1);
            if (rxc_ruletext_number(t, e)) e++;
            out->issue_b = b, out->issue_e = e;
            out->e = at = e;
        }
    }
    size_t date = bracket_date(t, at, out);
    if (date > at) out->e = at = date, out->score += 2;
    size_t page = skip_separator(t, at), label = page_label_end(t, page);
    bool glued = page == at && label == page && date == at && !(rxc_ruletext_space(t, page));
    if (glued) return;
    e = pages_end(t, label);
    if (e > label) {
        out->page_b = label, out->page_e = e;
        out->e = e;
        out->score +=
            4 + 3 * is_range(t, label, e) + 2 * (label > page) + rxc_ruletext_is(t, page - 1, ':') + (date > at);
        size_t close = e + rxc_ruletext_is(t, e, ',');
        size_t after = bracket_date(t, close, out);
        if (after > close) out->e = after, out->score += 2;
    }
}

/* Does token i begin a volume, with its label or without? */
static bool match_volume(text *t, size_t i, rxc_ruletail *out)
{
    size_t label = volume_label_end(t, i);
    *out = (rxc_ruletail){ .b = i };
    if (label > i) out->score += 4;
    size_t e = label;
    if (rxc_ruletext_number(t, label) && rxc_ruletext_str(t, label).n <= 4) {
        e = code_end(t, label);
        if (e - label > 2) return false;
        if (rxc_ruletext_dash(t, e) && !rxc_ruletext_space(t, e) && rxc_ruletext_number(t, e + 1) &&
            !rxc_ruletext_space(t, e + 1) && rxc_ruletext_str(t, e + 1).n <= 3 && rxc_ruletext_in(t, e + 2, ":(,"))
            e += 2;
    } else if (label > i && rxc_ruletext_shape(t, label) == RXC_SHAPE_CAPS) {
        e = label + 1;
    } else if ((rxc_ruletext_shape(t, i) == RXC_SHAPE_INITIAL) && rxc_ruletext_number(t, i + 1) &&
               !rxc_ruletext_space(t, i + 1)) {
        e = i + 2;
    }
    if (e == label) return false;
    out->volume_b = label, out->volume_e = out->e = e;
    match_rest(t, e, out);
    return true;
}

/* What stands before the numbers: a date with its separator ("2019 Mar;", "2019,") belongs to them. */
static void take_date_before(text *t, size_t from, rxc_ruletail *out)
{
    if (out->date_e) return;
    size_t sep = out->b;
    if (sep > from && rxc_ruletext_in(t, sep - 1, ";,:.")) sep--;
    for (size_t k = 1; k <= 6 && sep >= from + k; k++) {
        size_t b = sep - k;
        bool bracket = rxc_ruletext_is(t, b, '(') && rxc_ruletext_is(t, sep - 1, ')');
        size_t e = rxc_ruletail_date(t, bracket ? b + 1 : b);
        if (!e || e != (bracket ? sep - 1 : sep)) continue;
        if (b > from && (is_month(t, b - 1) || rxc_ruletext_dash(t, b - 1))) continue;
        out->date_b = bracket ? b + 1 : b, out->date_e = e;
        out->b = b;
        out->score += 4 + 2 * rxc_ruletext_is(t, sep, ';');
        return;
    }
}

/* Behind the numbers should be the end, an identifier, a bracket, a year. */
static int score_after(text *t, const rxc_ruletail *tail, size_t end)
{
    size_t i = tail->e;
    if (i >= end) return 3;
    if (rxc_ruletext_is(t, i, '.') || rxc_ruletext_in(t, i, ",;") ) {
        if (i + 1 >= end || rxc_ruletext_shape(t, i + 1) == RXC_SHAPE_ID ||
            rxc_ruletext_shape(t, i + 1) == RXC_SHAPE_YEAR)
            return 3;
        return rxc_ruletext_is(t, i, '.') ? 1 : 0;
    }
    if (rxc_ruletext_shape(t, i) == RXC_SHAPE_ID) return 3;
    if (rxc_ruletext_in(t, i, "([")) return 1;
    if (rxc_ruletext_shape(t, i) == RXC_SHAPE_LOWER || rxc_ruletext_shape(t, i) == RXC_SHAPE_TITLE) return -3;
    return 0;
}

/* Only pages: "pp. 12-19", "p. 315" */
static bool match_pages(text *t, size_t i, rxc_ruletail *out)
{
    size_t label = page_label_end(t, i), e = pages_end(t, label);
    if (label == i || e == label) return false;
    *out = (rxc_ruletail){ .b = i, .e = e, .page_b = label, .page_e = e, .score = 6 };
    return true;
}

/* ":182–5" or "1130–1136" alone, after a year or a journal. */
static bool match_range(text *t, size_t i, rxc_ruletail *out)
{
    size_t e = pages_end(t, i);
    if (e == i || !is_range(t, i, e)) return false;
    *out = (rxc_ruletail){ .b = i, .e = e, .page_b = i, .page_e = e, .score = 2 };
    return true;
}

static bool may_begin(text *t, size_t i)
{
    if (i == 0) return false;
    if (rxc_ruletext_number(t, i) && !rxc_ruletext_space(t, i) && rxc_ruletext_shape(t, i - 1) != RXC_SHAPE_PUNCT) {
        return rxc_ruletext_str(t, i - 1).n > 3; /* "Optics3": words that lost their blank */
    }
    return !rxc_ruletext_dash(t, i - 1);
}

rxc_ruletail rxc_ruletail_find(const rxc_ruletext *t, size_t b, size_t e)
{
    rxc_ruletail best = { .b = e, .e = e };
    int best_score = 5;
    for (size_t i = b; i < e; i++) {
        rxc_ruletail tail;
        if (!may_begin(t, i)) continue;
        bool found = match_volume(t, i, &tail) || match_pages(t, i, &tail);
        if (!found) found = match_range(t, i, &tail);
        if (!found || tail.e > e) continue;
        take_date_before(t, b, &tail);
        int score = tail.score + score_after(t, &tail, e);
        if (score >= best_score + (best.b < e && tail.b >= best.b && tail.b < best.e ? 1 : 0))
            best = tail, best_score = score;
        best.score = best_score;
    }
    return best;
}
