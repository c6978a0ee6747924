/* jsonw.c: a JSON writer without a tree. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jsonw.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

#include "base/escape.h"

static void new_line(Jsonw *w)
{
    if (!w->indent) return;
    buf_char(w->out, '\n');
    for (int i = 0; i < w->depth * w->indent; i++) buf_char(w->out, ' ');
}

/* What stands before a value: nothing after a key, a comma after a neighbour. */
static void before_item(Jsonw *w)
{
    if (w->key) {
        w->key = false;
        return;
    }
    if (w->some[w->depth]) buf_char(w->out, ',');
    w->some[w->depth] = true;
    if (w->depth) new_line(w);
}

static void open_level(Jsonw *w, char bracket)
{
    before_item(w);
    buf_char(w->out, bracket);
    w->depth++;
    assert(w->depth < JSONW_DEPTH);
    w->some[w->depth] = false;
}

static void close_level(Jsonw *w, char bracket)
{
    bool some = w->some[w->depth];
    w->depth--;
    if (some) new_line(w);
    buf_char(w->out, bracket);
}

void jsonw_object(Jsonw *w) { open_level(w, '{'); }
void jsonw_end_object(Jsonw *w) { close_level(w, '}'); }
void jsonw_array(Jsonw *w) { open_level(w, '['); }
void jsonw_end_array(Jsonw *w) { close_level(w, ']'); }

static void escape(Buf *out, unsigned char c)
{
    static const char named[][2] = { { '"', '"' },  { '\\', '\\' }, { '\n', 'n' }, { '\r', 'r' },
                                     { '\t', 't' }, { '\b', 'b' },  { '\f', 'f' } };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if ((unsigned char)named[i][0] == c) {
            buf_char(out, '\\');
            buf_char(out, named[i][1]);
            return;
        }
    buf_printf(out, "\\u%04x", c);
}

static void write_string(Buf *out, Str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t run = 0, i = 0; /* [run, i) is copied as it is */
    buf_char(out, '"');
    while (i < s.n) {
        size_t len = escape_utf8(str_drop(s, i));
        if (len && p[i] >= 0x20 && p[i] != '"' && p[i] != '\\' && p[i] != 0x7F) {
            i += len;
            continue;
        }
        buf_add(out, str_sub(s, run, i));
        if (len && p[i]) escape(out, p[i]);
        else buf_add(out, S("\xEF\xBF\xBD"));
        run = ++i;
    }
    buf_add(out, str_sub(s, run, i));
    buf_char(out, '"');
}

void jsonw_key(Jsonw *w, const char *key)
{
    before_item(w);
    write_string(w->out, str_from(key));
    buf_add(w->out, w->indent ? S(": ") : S(":"));
    w->key = true;
}

void jsonw_str(Jsonw *w, Str s)
{
    before_item(w);
    write_string(w->out, s);
}

void jsonw_int(Jsonw *w, long long value)
{
    char digits[20];
    size_t at = sizeof digits;
    unsigned long long left = value < 0 ? 0 - (unsigned long long)value : (unsigned long long)value;
    do digits[--at] = (char)('0' + left % 10);
    while (left /= 10);
    before_item(w);
    if (value < 0) buf_char(w->out, '-');
    buf_add(w->out, (Str){ digits + at, sizeof digits - at });
}

void jsonw_num(Jsonw *w, double value, int digits)
{
    before_item(w);
    if (isfinite(value)) buf_printf(w->out, "%.*g", digits, value);
    else buf_add(w->out, S("null"));
}

void jsonw_bool(Jsonw *w, bool value)
{
    before_item(w);
    buf_add(w->out, value ? S("true") : S("false"));
}

void jsonw_null(Jsonw *w)
{
    before_item(w);
    buf_add(w->out, S("null"));
}

void jsonw_key_str(Jsonw *w, const char *key, Str s) { jsonw_key(w, key), jsonw_str(w, s); }

void jsonw_key_some(Jsonw *w, const char *key, Str s)
{
    if (s.n) jsonw_key_str(w, key, s);
}

void jsonw_key_int(Jsonw *w, const char *key, long long value) { jsonw_key(w, key), jsonw_int(w, value); }
void jsonw_key_bool(Jsonw *w, const char *key, bool value) { jsonw_key(w, key), jsonw_bool(w, value); }

void jsonw_key_span(Jsonw *w, const char *key, size_t b, size_t e)
{
    jsonw_key(w, key);
    before_item(w);
    buf_printf(w->out, "[%zu,%zu]", b, e);
}
