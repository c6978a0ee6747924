/* json.c: one item of JSON as a tree, and texts from it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/json.h"

#include <math.h>

#include "base/buf.h"
#include "read/entity.h"
#include "read/jsonsplit.h"
#include "read/tag.h"
#include "text/charset.h"
#include "text/fold.h"
#include "text/ids.h"

/* --- before the parser ------------------------------------------------------------------------------------------------ */

static size_t line_at(Str s, size_t at)
{
    size_t line = 1;
    for (size_t i = 0; i < at; i++) line += s.p[i] == '\n';
    return line;
}

/* The four digits behind "\u"; -1 when they are none. */
static int hex4(Str s)
{
    int value = 0;
    if (s.n < 4) return -1;
    for (size_t i = 0; i < 4; i++) {
        char c = chr_to_lower(s.p[i]);
        int digit = chr_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

static bool is_high(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
static bool is_low(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

/* Bytes of the escape at the beginning of s; *good: it names a character. */
static size_t pass_escape(Str s, bool *good)
{
    *good = true;
    if (s.n < 2 || s.p[1] != 'u') return 2;
    int unit = hex4(str_drop(s, 2));
    *good = unit > 0 && !is_high(unit) && !is_low(unit);
    if (unit < 0) return 2;
    bool pair = is_high(unit) && str_starts(str_drop(s, 6), S("\\u")) && is_low(hex4(str_drop(s, 8)));
    if (pair) *good = true;
    return pair ? 12 : 6;
}

/* Escapes that are no character (half a surrogate pair, NUL, "\uXYZ") become U+FFFD. */
static Str mend_escapes(rxc_doc *doc, Str s)
{
    Buf out = { 0 };
    size_t kept = 0, bad = 0, first = 0;
    for (size_t at = 0, n; (n = str_chr(str_drop(s, at), '\\')) != STR_NONE;) {
        bool good;
        size_t b = at + n;
        at = b + pass_escape(str_drop(s, b), &good);
        if (good) continue;
        if (!bad++) first = b;
        buf_add(&out, str_sub(s, kept, b));
        buf_add(&out, S("\\ufffd"));
        kept = at;
    }
    if (!bad) return s;
    buf_add(&out, str_drop(s, kept));
    rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "json.escape", line_at(s, first), 0, "%zu escapes that are no character were replaced", bad);
    s = arena_str(doc->arena, buf_str(&out));
    buf_clear(&out);
    return s;
}

/* What a tree of it would take: the deepest nesting, and how many values. */
static rxc_status check_size(Str s, int max_depth, const rxc_doc *doc, rxc_err *err)
{
    size_t values = 0;
    int depth = 0;
    bool text = false;
    for (size_t at = 0; at < s.n; at++) {
        char c = s.p[at];
        if (text && c == '\\') at++;
        else if (c == '"') text = !text;
        else if (!text) {
            if (c == '{' || c == '[') depth++;
            else if (c == '}' || c == ']') depth--;
            values += c == ',' || c == '{' || c == '[';
        }
        if (depth > max_depth)
            return rxc_err_set(err, RXC_LIMIT, "%.*s:%zu: nested deeper than the limit of %d", STR_ARG(doc->name), line_at(s, at), max_depth);
        if (values > RXC_JSON_VALUES)
            return rxc_err_set(err, RXC_LIMIT, "%.*s:%zu: an entry of more than %d values", STR_ARG(doc->name), line_at(s, at), RXC_JSON_VALUES);
    }
    return RXC_OK;
}

rxc_status rxc_json_parse(Str source, const rxc_read_limits *limits, rxc_doc *doc, cJSON **out, rxc_err *err)
{
    const char *end = NULL;
    Str s = rxc_charset_decode(doc->arena, source, &doc->diags);
    s = rxc_jsonsplit_first(s);
    RXC_TRY(check_size(s, limits->max_depth, doc, err));
    s = mend_escapes(doc, s);
    *out = s.n ? cJSON_ParseWithLengthOpts(s.p, s.n, &end, false) : NULL;
    if (*out && cJSON_IsObject(*out)) return RXC_OK;
    size_t at = end ? (size_t)(end - s.p) : 0;
    cJSON_Delete(*out);
    *out = NULL;
    return rxc_err_set(err, RXC_INPUT, "%.*s:%zu: not readable as JSON", STR_ARG(doc->name), line_at(s, at < s.n ? at : s.n));
}

/* --- looking into it -------------------------------------------------------------------------------------------------- */

const cJSON *rxc_json_at(const cJSON *object, const char *path)
{
    Str rest = str_from(path), step;
    while (object && str_cut(&rest, '/', &step)) {
        char key[64];
        size_t n = step.n < sizeof key ? step.n : sizeof key - 1;
        memcpy(key, step.p, n);
        key[n] = '\0';
        object = cJSON_GetObjectItemCaseSensitive(object, key);
    }
    return object;
}

static const cJSON *single(const cJSON *object, const char *path)
{
    const cJSON *value = path[0] ? rxc_json_at(object, path) : object;
    return cJSON_IsArray(value) ? value->child : value;
}

Str rxc_json_text(Arena *arena, const cJSON *object, const char *path)
{
    const cJSON *value = single(object, path);
    if (cJSON_IsString(value)) return rxc_fold_nfc(arena, arena_str(arena, str_trim(str_from(value->valuestring))));
    if (cJSON_IsNumber(value) && fabs(value->valuedouble) < 1e15) return arena_printf(arena, "%.15g", value->valuedouble);
    return (Str){ 0 };
}

/* "<jats:title>", "<h4>" */
static bool is_title(Str name)
{
    bool heading = name.n == 2 && (name.p[0] == 'h' || name.p[0] == 'H') && name.p[1] >= '1' && name.p[1] <= '6';
    return heading || str_eq_nocase(name, S("title"));
}

/* A paragraph, title or section ends or begins: "</p>", "<jats:title>". */
static bool is_block(Str name)
{
    static const char *const names[] = { "p", "sec", "br", "div", "li", "list-item" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(name, str_from(names[i]))) return true;
    return is_title(name);
}

/* "title" of "<jats:title>" */
static Str local_name(const rxc_tag *tag)
{
    size_t n = 1;
    if (!str_starts(tag->attributes, S(":"))) return tag->name;
    while (n < tag->attributes.n && (chr_alnum(tag->attributes.p[n]) || tag->attributes.p[n] == '-')) n++;
    return str_sub(tag->attributes, 1, n);
}

/* Bytes of the tag that s begins with; 0 for "<b. " of a comparison. */
static size_t read_tag(Str s, rxc_tag *tag)
{
    size_t end = str_chr(str_drop(s, 1), '<'); /* one within it: it is none */
    size_t n = rxc_tag_read(end == STR_NONE ? s : str_take(s, end + 1), tag);
    Str behind = str_drop(s, (size_t)1 + tag->closing + tag->name.n);
    return n && (!tag->name.n || (behind.n && strchr(" >/:\n\t", behind.p[0]))) ? n : 0;
}

static void end_line(Buf *out)
{
    while (out->n && chr_space(out->p[out->n - 1])) out->n--;
    if (out->n) buf_char(out, '\n');
}

/* The heading of a part stands before its first paragraph: "Background: …". */
static void end_title(Buf *out, size_t title)
{
    Str words = str_trim(str_drop(buf_str(out), title));
    while (out->n && chr_space(out->p[out->n - 1])) out->n--;
    if (str_eq_nocase(words, S("abstract"))) out->n = title;
    else if (words.n) buf_add(out, str_last(words) == ':' ? S(" ") : S(": "));
}

static Str without_markup(Arena *arena, Str s)
{
    Buf out = { 0 };
    size_t title = 0;
    while (s.n) {
        rxc_tag tag = { 0 };
        char point[4];
        size_t n, size = 0;
        if (s.p[0] == '<' && (n = read_tag(s, &tag)) != 0) {
            Str name = local_name(&tag);
            if (is_title(name) && tag.closing) end_title(&out, title < out.n ? title : out.n);
            else if (is_block(name) && !str_ends(buf_str(&out), S(": "))) end_line(&out);
            if (is_title(name) && !tag.closing) title = out.n;
        } else if (s.p[0] == '&' && (n = rxc_entity_read(s, point, &size)) != 0) {
            buf_add(&out, (Str){ point, size });
        } else {
            bool space = chr_space(s.p[0]);
            if (!space) buf_char(&out, s.p[0]);
            else if (out.n && !chr_space(out.p[out.n - 1])) buf_char(&out, ' ');
            n = 1;
        }
        s = str_drop(s, n);
    }
    Str text = rxc_fold_nfc(arena, arena_str(arena, str_trim(buf_str(&out))));
    buf_clear(&out);
    return text;
}

Str rxc_json_plain(Arena *arena, const cJSON *object, const char *path)
{
    Str text = rxc_json_text(arena, object, path);
    return text.n ? without_markup(arena, text) : text;
}

void rxc_json_words(Arena *arena, Buf *all, const char *between, const cJSON *list, const char *path)
{
    const cJSON *one;
    cJSON_ArrayForEach(one, list)
    {
        Str word = rxc_json_plain(arena, one, path);
        if (all->n && word.n) buf_add(all, str_from(between));
        buf_add(all, word);
    }
}

Str rxc_json_keywords(Arena *arena, const cJSON *object, const char *const lists[][2], size_t n)
{
    Buf all = { 0 };
    for (size_t i = 0; i < n; i++) rxc_json_words(arena, &all, "; ", rxc_json_at(object, lists[i][0]), lists[i][1]);
    Str out = arena_str(arena, buf_str(&all));
    buf_clear(&all);
    return out;
}

int rxc_json_int(const cJSON *object, const char *path)
{
    const cJSON *value = single(object, path);
    double number = cJSON_IsNumber(value) ? value->valuedouble : 0;
    if (cJSON_IsString(value) && !str_to_double(str_trim(str_from(value->valuestring)), &number)) return 0;
    return number > -1e9 && number < 1e9 && number == floor(number) ? (int)number : 0;
}

bool rxc_json_true(const cJSON *object, const char *path) { return cJSON_IsTrue(rxc_json_at(object, path)); }

Str rxc_json_doi(Arena *arena, Str text)
{
    rxc_id id;
    for (size_t at = 0; rxc_ids_next(text, &at, &id);)
        if (id.kind == RXC_ID_DOI) return arena_str(arena, str_sub(text, id.value_b, id.value_e));
    return (Str){ 0 };
}
