/* token.c: cuts a raw reference string into tokens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/token.h"

#include "text/ids.h"
#include "text/utf8.h"

static const char *const label_names[] = {
#define LABEL(name, printed) printed,
#include "refs/labels.def"
#undef LABEL
};

const char *rxc_label_name(rxc_label label) { return label_names[label]; }

rxc_label rxc_label_find(Str printed)
{
    for (size_t i = 0; i < RXC_LABELS; i++)
        if (str_eq(printed, str_from(label_names[i]))) return (rxc_label)i;
    return RXC_LABEL_other;
}

static rxc_label label_of_id(rxc_id_kind kind)
{
    static const rxc_label labels[RXC_ID_KINDS] = {
        [RXC_ID_DOI] = RXC_LABEL_doi,   [RXC_ID_PMID] = RXC_LABEL_pmid, [RXC_ID_PMCID] = RXC_LABEL_pmcid,
        [RXC_ID_ARXIV] = RXC_LABEL_arxiv, [RXC_ID_ISBN] = RXC_LABEL_isbn, [RXC_ID_ISSN] = RXC_LABEL_issn,
        [RXC_ID_URL] = RXC_LABEL_url,
    };
    return labels[kind];
}

/* Letters, and the marks that combine with them. */
static bool is_wordly(uint32_t point)
{
    return rxc_utf8_is_letter(point) || (point >= 0x300 && point <= 0x36F) || point == 0xAD;
}

static bool is_apostrophe(uint32_t point) { return point == '\'' || point == 0x2019; }

/* The end of the word whose first letter ends at byte `at`. */
static size_t word_end(Str raw, size_t at)
{
    while (at < raw.n) {
        size_t next = at;
        uint32_t point = rxc_utf8_next(raw, &next);
        if (is_apostrophe(point) && next < raw.n) {
            uint32_t after = rxc_utf8_next(raw, &next);
            if (after >= 0x2E80 || !rxc_utf8_is_letter(after)) break;
        } else if (!is_wordly(point)) {
            break;
        }
        at = next;
    }
    return at;
}

/* The token that starts at byte b, which is no white space. */
static rxc_token token_at(Str raw, size_t b)
{
    size_t e = b;
    rxc_token token = { .b = (uint32_t)b };
    if (chr_digit(raw.p[b])) {
        while (e < raw.n && chr_digit(raw.p[e])) e++;
        token.kind = RXC_TOKEN_NUMBER;
    } else if (is_wordly(rxc_utf8_next(raw, &e))) {
        e = word_end(raw, e);
        token.kind = RXC_TOKEN_WORD;
    } else {
        token.kind = RXC_TOKEN_PUNCT;
    }
    token.e = (uint32_t)e;
    return token;
}

/* The end of a tag for emphasis: "<i>", "</sup>"; or `at`. */
static size_t tag_end(Str raw, size_t at)
{
    enum { TAG_MAX = 12 };
    size_t e = at + 1;
    if (raw.p[at] != '<') return at;
    if (e < raw.n && raw.p[e] == '/') e++;
    while (e < raw.n && e - at < TAG_MAX && chr_alpha(raw.p[e])) e++;
    return e > at + 1 && e < raw.n && raw.p[e] == '>' && raw.p[e - 1] != '/' ? e + 1 : at;
}

/* Is there white space at byte *at? *at moves behind it, and behind marks of emphasis. */
static bool skip_space(Str raw, size_t *at)
{
    bool space = false;
    while (*at < raw.n) {
        size_t next = *at;
        uint32_t point = rxc_utf8_next(raw, &next);
        size_t tag = tag_end(raw, *at);
        if (tag > *at) next = tag;
        else if (rxc_utf8_is_space(point)) space = true;
        else if (point != '*' && point != '_') break;
        *at = next;
    }
    return space;
}

static Str cut_to_limit(Str raw)
{
    if (raw.n <= RXC_REFERENCE_MAX) return raw;
    raw.n = RXC_REFERENCE_MAX;
    while (raw.n && ((unsigned char)raw.p[raw.n] & 0xC0) == 0x80) raw.n--;
    return raw;
}

void rxc_token_split(Arena *arena, Str raw, rxc_tokens *out)
{
    raw = cut_to_limit(raw);
    *out = (rxc_tokens){ .v = arena_array(arena, rxc_token, raw.n / 4 + 16), .cap = raw.n / 4 + 16 };
    size_t at = 0, id_at = 0;
    rxc_id id = { 0 };
    bool more = rxc_ids_next(raw, &id_at, &id);
    while (true) {
        bool space = skip_space(raw, &at);
        if (at >= raw.n) break;
        rxc_token token;
        while (more && id.b < at) {
            if (id_at < at) id_at = at;
            more = rxc_ids_next(raw, &id_at, &id);
        }
        if (more && id.b == at) {
            token = (rxc_token){
                (uint32_t)id.b, (uint32_t)id.e, RXC_TOKEN_ID, (uint8_t)label_of_id(id.kind), RXC_PART_NONE, false, 1
            };
        } else {
            token = token_at(raw, at);
            if (more && token.e > id.b) token.e = (uint32_t)id.b;
        }
        token.space = space;
        at = token.e;
        *vec_push(arena, out) = token;
    }
}
