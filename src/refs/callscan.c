/* callscan.c: numbers that may be call-outs: superscripts, brackets, glued to words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/callscan.h"

#include "refs/marker.h"
#include "text/utf8.h"

enum { NUMBER_MAX = 2999, LIST_MAX = 64 /* numbers in one call-out before ranges are spelt out */ };

/* --- lists of numbers ------------------------------------------------------------------------------------------- */

static size_t skip_spaces(Str s, size_t at)
{
    while (at < s.n) {
        size_t next = at;
        if (s.p[at] == '\n' || !rxc_utf8_is_space(rxc_utf8_next(s, &next))) break;
        at = next;
    }
    return at;
}

/* What stands between two numbers: 0 nothing, ',' or '-'. *at moves behind it. */
static char separator(Str s, size_t *at, bool spaces)
{
    size_t e = spaces ? skip_spaces(s, *at) : *at, next = e;
    if (e >= s.n) return 0;
    uint32_t point = rxc_utf8_next(s, &next);
    char kind = point == ',' || point == ';' || point == 0x2D2 || point == 0xB7 ? ','
                : rxc_utf8_is_dash(point) || point == 0x207B                    ? '-'
                                                                                : 0;
    if (!kind) return 0;
    *at = spaces ? skip_spaces(s, next) : next;
    return kind;
}

static void add_number(Arena *arena, rxc_call *out, int number, bool range)
{
    int from = range && out->numbers.n ? out->numbers.v[out->numbers.n - 1] + 1 : number;
    if (number - from > RXC_CALL_RANGE || from > number) from = number;
    for (int i = from; i <= number; i++) *vec_push(arena, &out->numbers) = i;
}

size_t rxc_callscan_numbers(Arena *arena, Str text, size_t b, bool spaces, rxc_call *out)
{
    size_t e = b, at = b;
    bool range = false;
    for (size_t count = 0; count < LIST_MAX; count++) {
        size_t digits = at;
        int number = rxc_marker_digits(text, &at);
        if (number <= 0 || number > NUMBER_MAX || at - digits > 12) break;
        add_number(arena, out, number, range);
        e = at;
        char kind = separator(text, &at, spaces);
        if (!kind) break;
        range = kind == '-';
    }
    return e;
}

static rxc_call *add_call(Arena *arena, rxc_calls *out, rxc_call_style style, size_t block, size_t b, size_t e)
{
    rxc_call *call = vec_push(arena, out);
    *call = (rxc_call){ .style = style, .block = block, .span = { b, e } };
    return call;
}

/* --- superscripts ----------------------------------------------------------------------------------------------- */

/* The word before byte b, at most 12 bytes of it. */
static Str word_before(Str text, size_t from, size_t b)
{
    size_t low = b - from > 12 ? b - 12 : from, at = b;
    while (at > low && (chr_alnum(text.p[at - 1]) || (unsigned char)text.p[at - 1] >= 0x80)) at--;
    return str_sub(text, at, b);
}

static bool is_listed(Str word, const char *list)
{
    Str rest = str_from(list), entry;
    while (str_cut(&rest, ' ', &entry))
        if (str_eq(entry, word)) return true;
    return false;
}

/* "10³", "m²", "r²", "¹⁸F", "cm⁻¹": a power or an isotope, no call-out. */
static bool is_power(Str text, size_t from, size_t b, size_t e, const rxc_call *call)
{
    Str word = word_before(text, from, b);
    int number = call->numbers.v[0];
    if (call->numbers.n == 1 && (number == 2 || number == 3) &&
        is_listed(word,
                  "m cm mm km Km dm nm \xC2\xB5m \xCE\xBCm R r I t s h kg x n p \xCF\x87 \xCE\xB7 mg ft in yd kPa"))
        return true;
    if (word.n && chr_digit(str_last(word)) &&
        (str_eq(word, S("10")) || str_ends(word, S("x10")) ||
         str_ends(word, S("\xC3\x97\x31\x30")))) /* ×10 */
        return true;
    size_t sign = b;
    if (b > from && rxc_utf8_is_dash(rxc_utf8_prev(text, &sign)) && sign > from && chr_alpha(text.p[sign - 1]) &&
        number <= 4 && call->numbers.n == 1)
        return true; /* "g−1", its sign set apart */
    bool start = b == from || memchr(" ([/-", text.p[b - 1], 5);
    if (start && e < text.n && chr_upper(text.p[e])) return true;                       /* isotope */
    return e < text.n && (text.p[e] == '+' ||
                          (text.p[e] == '-' && number <= 4 && e + 1 < text.n && !chr_digit(text.p[e + 1]))); /* Ca²⁺ */
}

/* Numbers within a superscript or link, where a space may part them too: "1 2". Gives where they end. */
static size_t read_marked(Arena *arena, Str text, size_t b, rxc_call *out)
{
    size_t e = rxc_callscan_numbers(arena, text, b, true, out);
    while (e > b) {
        size_t next = skip_spaces(text, e), end = rxc_callscan_numbers(arena, text, next, true, out);
        if (next == e || end == next) break;
        e = end;
    }
    return e;
}

static bool is_bracket_or_space(char c) { return memchr(" ()[],;\t", c, 8) != NULL; }

/* A superscript that holds nothing but a list of numbers (and brackets, or a letter of a footnote). */
static void add_raised(Arena *arena, const rxc_doc *doc, size_t index, const rxc_mark *mark, rxc_calls *out)
{
    size_t b = mark->span.b, e = mark->span.e, from = doc->blocks.v[index].span.b;
    while (b < e && is_bracket_or_space(doc->text.p[b])) b++;
    rxc_call call = { .style = RXC_CALL_RAISED, .block = index };
    size_t end = read_marked(arena, str_take(doc->text, e), b, &call), rest = end;
    if (call.numbers.n == 0) return;
    while (rest < e && (is_bracket_or_space(doc->text.p[rest]) || chr_lower(doc->text.p[rest]) ||
                        memchr(".*", doc->text.p[rest], 2)))
        rest++;
    if (rest < e || is_power(doc->text, from, mark->span.b, mark->span.e, &call)) return;
    call.span = (rxc_span){ b, end };
    *vec_push(arena, out) = call;
}

static bool is_numeric_text(Arena *arena, const rxc_doc *doc, rxc_call *call)
{
    size_t b = call->span.b;
    while (b < call->span.e && is_bracket_or_space(doc->text.p[b])) b++;
    return read_marked(arena, str_take(doc->text, call->span.e), b, call) > b;
}

static bool overlaps_last(const rxc_calls *out, size_t first, rxc_span span)
{
    return out->n > first && out->v[out->n - 1].span.e > span.b;
}

void rxc_callscan_marks(Arena *arena, const rxc_doc *doc, size_t index, rxc_calls *out)
{
    const rxc_block *block = &doc->blocks.v[index];
    size_t first = out->n;
    for (size_t i = rxc_doc_mark_from(doc, block->span.b); i < doc->marks.n && doc->marks.v[i].span.b < block->span.e;
         i++) {
        const rxc_mark *mark = &doc->marks.v[i];
        bool linked = mark->kind == RXC_MARK_CITATION ||
                      (mark->kind == RXC_MARK_LINK && str_starts(mark->target, S("#")) && mark->target.n > 1);
        if (mark->span.e > block->span.e || (!linked && mark->kind != RXC_MARK_SUPERSCRIPT)) continue;
        if (!linked) {
            /* a superscript around links: the links are the call-outs */
            bool holds = i + 1 < doc->marks.n && doc->marks.v[i + 1].span.b < mark->span.e &&
                         (doc->marks.v[i + 1].kind == RXC_MARK_CITATION || doc->marks.v[i + 1].kind == RXC_MARK_LINK);
            if (!holds && !overlaps_last(out, first, mark->span)) add_raised(arena, doc, index, mark, out);
            continue;
        }
        if (overlaps_last(out, first, mark->span)) continue;
        rxc_call *call = add_call(arena, out, RXC_CALL_LINKED, index, mark->span.b, mark->span.e);
        call->targets = mark->kind == RXC_MARK_LINK ? str_drop(mark->target, 1) : mark->target;
        call->stated = mark->kind == RXC_MARK_CITATION;
        is_numeric_text(arena, doc, call);
    }
}

/* --- brackets --------------------------------------------------------------------------------------------------- */

/* "(1) to learn; (2) to say and (3) to do": what stands before the bracket. */
static bool is_behind_stop(Str text, size_t from, size_t at)
{
    while (at > from && text.p[at - 1] == ' ') at--;
    Str head = str_sub(text, from, at);
    if (str_ends(head, S("et al."))) return false;
    return at == from || memchr(".,;:", text.p[at - 1], 4) || str_ends(head, S(" and")) || str_ends(head, S(" or"));
}

/* "25.5 [22–32]" in a table: a value and its range. */
static bool is_range_of_value(const rxc_doc *doc, size_t index, size_t at, const rxc_call *call)
{
    Str head = str_trim(str_sub(doc->text, doc->blocks.v[index].span.b, at));
    return doc->blocks.v[index].kind == RXC_BLOCK_CELL && call->numbers.n > 1 && head.n &&
           (chr_digit(str_last(head)) || str_last(head) == '%');
}

/* "[4]", "[5-8]", "[2, 3]" and the same in round brackets; nothing else may stand in them. */
static size_t read_bracket(Arena *arena, const rxc_doc *doc, size_t at, size_t index, rxc_calls *out)
{
    rxc_span span = doc->blocks.v[index].span;
    Str text = str_take(doc->text, span.e);
    char open = text.p[at], close = open == '[' ? ']' : ')';
    size_t b = at + 1;
    static const Str words[] = { STR_INIT("refs. "), STR_INIT("ref. "), STR_INIT("Refs. "), STR_INIT("Ref. ") };
    for (size_t i = 0; i < 4; i++)
        if (str_starts(str_drop(text, b), words[i])) b += words[i].n;
    rxc_call call = { .style = open == '[' ? RXC_CALL_SQUARE : RXC_CALL_ROUND, .block = index };
    size_t e = rxc_callscan_numbers(arena, text, skip_spaces(text, b), true, &call);
    size_t end = skip_spaces(text, e);
    if (call.numbers.n == 0 || end >= text.n || text.p[end] != close) return at + 1;
    bool year = call.numbers.n == 1 && call.numbers.v[0] >= 1900 && call.numbers.v[0] <= 2099;
    bool glued = open == '[' && end + 1 < text.n && chr_upper(text.p[end + 1]) &&
                 !(at > 0 && chr_alpha(text.p[at - 1])); /* "[18]F" */
    if (year || glued || is_range_of_value(doc, index, at, &call)) return end + 1;
    call.behind_stop =
        call.numbers.n == 1 && doc->blocks.v[index].kind != RXC_BLOCK_CELL && is_behind_stop(text, span.b, at);
    call.span = (rxc_span){ at, end + 1 };
    *vec_push(arena, out) = call;
    return end + 1;
}

/* A run of superscript digits: "¹", "²,³". */
static size_t read_raised_digits(Arena *arena, Str text, size_t at, size_t from, size_t index, rxc_calls *out)
{
    rxc_call call = { .style = RXC_CALL_RAISED, .block = index };
    size_t e = rxc_callscan_numbers(arena, text, at, false, &call);
    if (call.numbers.n == 0) return at;
    Str head = str_sub(text, from, at), tail = str_drop(text, e);
    bool sign = str_ends(head, S("\xE2\x81\xBB")) || str_ends(head, S("\xE2\x81\xBA")) ||
                str_starts(tail, S("\xE2\x81\xBA")) || str_starts(tail, S("\xE2\x81\xBB")); /* "L⁻¹", "Ca²⁺" */
    if (sign || is_power(text, from, at, e, &call)) return e;
    call.span = (rxc_span){ at, e };
    *vec_push(arena, out) = call;
    return e;
}

void rxc_callscan_brackets(Arena *arena, const rxc_doc *doc, size_t index, rxc_calls *out)
{
    rxc_span span = doc->blocks.v[index].span;
    Str text = str_take(doc->text, span.e);
    for (size_t at = span.b; at < span.e;) {
        unsigned char c = (unsigned char)text.p[at];
        if (c == '[' || c == '(') {
            at = read_bracket(arena, doc, at, index, out);
        } else if ((c == 0xC2 || c == 0xE2) && at > span.b && !chr_digit(text.p[at - 1])) {
            size_t e = read_raised_digits(arena, text, at, span.b, index, out);
            at = e > at ? e : at + 1;
        } else {
            at++;
        }
    }
}

/* --- glued to words --------------------------------------------------------------------------------------------- */

/* Words that number things: "Type2", "Fig.1" */
static bool is_counter(Str word)
{
    return is_listed(word, "fig Fig figs Figs figure Figure table Table type Type phase Phase stage Stage grade Grade "
                           "group Group day Day week Week step Step level Level case Case patient Patient vol Vol no No "
                           "pp ref Ref eq Eq tab Tab version ver section Section part Part visit Visit arm Arm class "
                           "Class cohort Cohort cycle Cycle item Item suppl Suppl appendix Appendix vitamin Vitamin "
                           "chapter Chapter interleukin factor receptor");
}

typedef struct before {
    Str word;
    bool punctuated; /* a stop, comma, colon or bracket is between the word and the numbers */
} before;

/* The word before glued numbers, and what is between. */
static before look_before(Str text, size_t from, size_t b)
{
    before out = { 0 };
    size_t at = b;
    while (at > from && b - at < 2 && memchr(".,;:)!?\"]", text.p[at - 1], 9)) at--, out.punctuated = true;
    if (at >= from + 3 && (unsigned char)text.p[at - 1] >= 0x80 && !out.punctuated) {
        size_t prev = at;
        uint32_t point = rxc_utf8_prev(text, &prev);
        if (point == 0x201D || point == 0x2019 || point == 0xAE || point == 0x2122) at = prev, out.punctuated = true;
    }
    size_t low = at - from > 40 ? at - 40 : from, start = at;
    while (start > low && (chr_alpha(text.p[start - 1]) || (unsigned char)text.p[start - 1] >= 0x80)) start--;
    out.word = str_sub(text, start, at);
    if (start > from && (chr_digit(text.p[start - 1]) || memchr("=<>/@#", text.p[start - 1], 6))) out.word.n = 0;
    return out;
}

/* Can a call-out be glued to this word? Plain words can; symbols of genes, molecules and units cannot. */
static bool takes_glued(const before *head, const rxc_call *call, bool *weak)
{
    Str word = head->word;
    size_t lower = 0, upper = 0;
    for (size_t i = 0; i < word.n; i++)
        lower += chr_lower(word.p[i]) || (unsigned char)word.p[i] >= 0x80, upper += chr_upper(word.p[i]);
    *weak = false;
    if (word.n == 0 || is_counter(word)) return false;
    if (head->punctuated) return word.n >= 2 && lower + upper == word.n;
    if (upper == 0) {
        *weak = word.n < 4 && call->numbers.n < 2;
        return word.n >= 2 && (!*weak || is_listed(word, "by of in to from and see or for"));
    }
    if (upper == 1 && chr_upper(word.p[0])) return word.n >= 5;
    *weak = lower == 0 && call->numbers.n >= 2 && word.n >= 2 && word.n <= 6;
    return *weak;
}

/* What may follow: the end, white space, punctuation; ",a" is a footnote's letter. */
static bool ends_glued(Str text, size_t e)
{
    if (e >= text.n || chr_space(text.p[e])) return true;
    if (str_starts(str_drop(text, e), S("\xC2\xA0"))) return true;
    if (!memchr(".,;:)]!?\"'", text.p[e], 10) && (unsigned char)text.p[e] < 0x80) return false;
    if ((unsigned char)text.p[e] >= 0x80)
        return str_starts(str_drop(text, e), S("\xE2\x80\x99")) || str_starts(str_drop(text, e), S("\xE2\x80\x9D"));
    if (e + 1 >= text.n || chr_space(text.p[e + 1]) || memchr(".,;:)", text.p[e + 1], 5)) return true;
    return text.p[e] == ',' && chr_lower(text.p[e + 1]) && (e + 2 >= text.n || !chr_alpha(text.p[e + 2]));
}

/* The end of digits at b when they are a decimal, a percentage or a time: no call-out. */
static bool is_measure(Str text, size_t b, size_t e)
{
    if (b > 1 && text.p[b - 1] == '.' && chr_digit(text.p[b - 2])) return true;
    if (b > 1 && memchr(",:", text.p[b - 1], 2) && chr_digit(text.p[b - 2])) return true;
    return e < text.n && (text.p[e] == '%' || (text.p[e] == '.' && e + 1 < text.n && chr_digit(text.p[e + 1])) ||
                          (text.p[e] == ':' && e + 1 < text.n && chr_digit(text.p[e + 1])));
}

void rxc_callscan_glued(Arena *arena, const rxc_doc *doc, size_t index, rxc_calls *out)
{
    rxc_span span = doc->blocks.v[index].span;
    Str text = str_take(doc->text, span.e);
    for (size_t at = span.b + 1; at < span.e;) {
        char c = text.p[at], head = text.p[at - 1];
        if (!chr_digit(c) || c == '0' || chr_digit(head) || chr_space(head) || head == '-' || head == '(') {
            at++;
            continue;
        }
        rxc_call call = { .style = RXC_CALL_GLUED, .block = index };
        size_t e = rxc_callscan_numbers(arena, text, at, false, &call);
        before word = look_before(text, span.b, at);
        if (call.numbers.n && call.numbers.v[call.numbers.n - 1] <= 300 && ends_glued(text, e) &&
            !is_measure(text, at, e) && takes_glued(&word, &call, &call.weak)) {
            call.span = (rxc_span){ at, e };
            *vec_push(arena, out) = call;
        }
        at = e > at ? e : at + 1;
        while (at < span.e && chr_digit(text.p[at])) at++;
    }
}
