/* tag.c: single tags of HTML within other text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/tag.h"

enum { TAG_MAX = 4096 }; /* bytes */

size_t rxc_tag_read(Str s, rxc_tag *out)
{
    *out = (rxc_tag){ 0 };
    if (str_starts(s, S("<!--"))) {
        size_t end = str_find(str_drop(s, 4), S("-->"));
        return end == STR_NONE ? s.n : end + 7;
    }
    size_t at = 1;
    if (at < s.n && s.p[at] == '/') out->closing = true, at++;
    if (at >= s.n || (!chr_alpha(s.p[at]) && s.p[at] != '!' && s.p[at] != '?')) return 0;
    size_t b = at;
    while (at < s.n && (chr_alnum(s.p[at]) || s.p[at] == '-')) at++;
    out->name = str_sub(s, b, at);
    b = at;
    char quote = '\0';
    for (; at < s.n && at < TAG_MAX; at++) {
        if (quote) quote = s.p[at] == quote ? '\0' : quote;
        else if (s.p[at] == '"' || s.p[at] == '\'') quote = s.p[at];
        else if (s.p[at] == '>') {
            out->attributes = str_sub(s, b, at);
            return at + 1;
        }
    }
    return 0;
}

Str rxc_tag_attribute(const rxc_tag *tag, Str name)
{
    Str s = tag->attributes;
    while (s.n) {
        while (s.n && (chr_space(s.p[0]) || s.p[0] == '/')) s = str_drop(s, 1);
        size_t n = 0;
        while (n < s.n && !chr_space(s.p[n]) && s.p[n] != '=') n++;
        Str key = str_take(s, n), value = { 0 };
        s = str_drop(s, n);
        if (n == 0 && s.n && s.p[0] != '=') break;
        if (s.n && s.p[0] == '=') {
            s = str_drop(s, 1);
            char quote = s.n && (s.p[0] == '"' || s.p[0] == '\'') ? s.p[0] : '\0';
            size_t end = quote ? str_chr(str_drop(s, 1), quote) : str_chr(s, ' ');
            if (end == STR_NONE) end = quote ? s.n - 1 : s.n;
            value = quote ? str_sub(s, 1, end + 1) : str_take(s, end);
            s = str_drop(s, end + (quote ? 2 : 0));
        }
        if (str_eq_nocase(key, name)) return value;
    }
    return (Str){ 0 };
}
