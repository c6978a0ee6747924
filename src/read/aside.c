/* aside.c: recognises what stands on a page but is not the document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/aside.h"

#include "read/section.h"

enum {
    LINE_MAX = 120,    /* bytes of a line of a page's furniture */
    HEADING_MAX = 60,  /* bytes of a heading over related things */
    NOTICE_MAX = 1200, /* bytes of a cookie notice */
};

/* Lines by their beginning; "=" wants the whole line. */
static const char *const lines[] = {
    "discuss this study",
    "=image of study",
    "=image",
    "research cited in this study",
    "skip to ",
    "=sign in",
    "=log in",
    "=login",
    "=register",
    "sign up",
    "=subscribe",
    "subscribe to ",
    "=share",
    "share this",
    "share on ",
    "follow us",
    "=advertisement",
    "=sponsored",
    "=view all",
    "=show more",
    "=read more",
    "=load more",
    "=see all",
    "=download pdf",
    "=print",
    "=menu",
    "=search",
    "=home",
    "=contact us",
    "=about us",
    "=back to top",
    "=close",
    "=privacy policy",
    "=terms of use",
    "=terms of service",
    "=cookie policy",
    "=cookie settings",
    "=manage cookies",
    "=accept all",
    "=accept cookies",
    "=facebook",
    "=twitter",
    "=linkedin",
    "=pinterest",
    "=whatsapp",
    "=email this",
    "=copy link",
    "=add to favorites",
    "=download citation",
    "=export citation",
    "=save",
    "=cite",
    "=permissions",
    "=metrics",
    "=view metrics",
    "=join",
    "=loading...",
    "=loading…",
    "=you are here:",
    "powered by ",
    "all rights reserved",
    "=table of contents",
    "=jump to",
    "=on this page",
    "=in this article",
};

/* Headings over things of other authors. */
static const char *const regions[] = {
    "=related",
    "related articles",
    "related posts",
    "related community",
    "related research",
    "related studies",
    "related content",
    "related topics",
    "related stories",
    "related news",
    "related products",
    "related reading",
    "related links",
    "related pages",
    "related searches",
    "related questions",
    "related videos",
    "related publications",
    "community posts",
    "you may also",
    "you might also",
    "=recommended",
    "recommended articles",
    "recommended for you",
    "recommended reading",
    "recommended posts",
    "recommended content",
    "recommended stories",
    "more from ",
    "more articles",
    "more stories",
    "similar articles",
    "=similar studies",
    "=similar",
    "trending",
    "most read",
    "most popular",
    "popular posts",
    "=popular",
    "latest news",
    "latest articles",
    "latest posts",
    "recent posts",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "people also",
    "other users",
    "user comments",
    "user reviews",
    "newsletter",
    "share this article",
    "=see also",
    "=cited by",
    "articles citing",
    "=advertisement",
};

static bool starts_one(Str s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Str words = str_from(list[i]);
        bool whole = words.p[0] == '=';
        if (whole) words = str_drop(words, 1);
        if (whole ? str_eq_nocase(s, words) : str_starts_nocase(s, words)) return true;
    }
    return false;
}
#define STARTS_ONE(s, list) starts_one((s), (list), sizeof(list) / sizeof *(list))

static Str drop_digits(Str s)
{
    while (s.n && (chr_digit(s.p[0]) || s.p[0] == ',' || s.p[0] == '+')) s = str_drop(s, 1);
    return str_trim(s);
}

/* "5 / 5 results", "6 / 1000+ results", "12 comments", "3 / 7" */
static bool is_counter(Str s)
{
    static const char *const nouns[] = { "=results",   "=result", "=comments",  "=comment", "=replies",
                                         "=shares",    "=likes",  "=views",     "=upvotes", "=upvote",
                                         "=citations", "=votes",  "=followers", "=reads",   "=downloads" };
    if (s.n == 0 || s.n > HEADING_MAX || !chr_digit(s.p[0])) return false;
    s = drop_digits(s);
    if (s.n && s.p[0] == '/') {
        s = drop_digits(str_trim(str_drop(s, 1)));
        if (s.n == 0) return true;
    }
    return STARTS_ONE(s, nouns);
}

static bool is_cookie_notice(Str s)
{
    if (s.n > NOTICE_MAX || str_find_nocase(s, S("cookie")) == STR_NONE) return false;
    static const char *const cues[] = { "we use ",         "uses cookies", "accept", "consent",
                                        "your experience", "preferences",  "privacy" };
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
        if (str_find_nocase(s, str_from(cues[i])) != STR_NONE) return true;
    return false;
}

/* "Home | How it works | Dosing": a menu on one line. */
static bool is_menu(Str s)
{
    enum { PARTS = 3, PART_MAX = 40 };
    size_t parts = 0, longest = 0;
    for (Str rest = s, part; str_cut(&rest, '|', &part); parts++)
        if (part.n > longest) longest = part.n;
    return parts > PARTS && longest <= PART_MAX;
}

static bool is_furniture(const rxc_block *block, Str s)
{
    if (block->section == RXC_SECTION_REFERENCES) return false;
    if (s.n <= LINE_MAX && STARTS_ONE(s, lines)) return true;
    return is_counter(s) || is_cookie_notice(s) || (block->kind == RXC_BLOCK_PARAGRAPH && is_menu(s));
}

static bool opens_region(const rxc_block *block, Str s)
{
    if (block->kind != RXC_BLOCK_PARAGRAPH && block->kind != RXC_BLOCK_HEADING) return false;
    if (s.n > HEADING_MAX || str_last(s) == '.' || str_last(s) == ',') return false;
    bool entry = block->section == RXC_SECTION_REFERENCES && block->kind == RXC_BLOCK_PARAGRAPH && s.n && chr_lower(s.p[0]);
    return !entry && STARTS_ONE(s, regions); /* a line of an entry may begin with "related parameters" */
}

/* A region that a heading opened ends with the next heading of its level; one that a mere line opened, with a heading
 * whose words belong to an article. */
static bool closes_region(const rxc_block *block, Str s, int level)
{
    if (block->kind != RXC_BLOCK_HEADING || opens_region(block, s)) return false;
    return (level > 0 && block->level <= level) || rxc_section_find(s) != RXC_SECTION_NONE;
}

void rxc_aside_mark(rxc_doc *doc)
{
    bool region = false, lines_only = str_eq(doc->format, S("text"));
    int level = 0;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        rxc_block *block = &doc->blocks.v[i];
        if (block->kind == RXC_BLOCK_TITLE || block->kind == RXC_BLOCK_REFERENCE) continue;
        Str s = rxc_span_of(doc->text, block->span);
        if (region && closes_region(block, s, level)) region = false;
        if (!region && i > 0 && opens_region(block, s)) {
            region = true;
            level = block->kind == RXC_BLOCK_HEADING && !lines_only ? block->level : 0;
        }
        if (region || is_furniture(block, s)) block->kind = RXC_BLOCK_ASIDE;
    }
}

static bool is_word(Str word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(word, str_from(list[i]))) return true;
    return false;
}

/* What a class tells by a word: these … */
static bool is_strong(Str word)
{
    static const char *const words[] = {
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "cookie",
        "cookies",
        "consent",
        "sidebar",
        "related",
        "recommended",
        "recommendations",
        "share",
        "sharing",
        "social",
        "comments",
        "advert",
        "advertisement",
        "ads",
        "promo",
        "newsletter",
        "subscribe",
        "pagination",
        "footer",
        "login",
        "signup",
        "contentinfo",
        "complementary",
    };
    return is_word(word, words, sizeof words / sizeof *words);
}

/* … these only where the class does not say, too, that it holds the article: "toc-section", "publicationContentWidget". */
static bool is_weak(Str word)
{
    static const char *const words[] = { "modal", "popup", "toolbar", "skip", "widget", "search", "toc" };
    return is_word(word, words, sizeof words / sizeof *words);
}

static bool is_content(Str word)
{
    static const char *const words[] = { "section", "article", "content", "body", "main", "fulltext", "publication", "abstract" };
    return is_word(word, words, sizeof words / sizeof *words);
}

bool rxc_aside_is_class(Str names)
{
    char word[32];
    size_t n = 0;
    bool strong = false, weak = false, content = false;
    for (size_t i = 0; i <= names.n && !strong; i++) {
        char c = i < names.n ? names.p[i] : ' ';
        bool hump = chr_upper(c) && i > 0 && chr_lower(names.p[i - 1]);
        if (!chr_alpha(c) || hump) {
            Str whole = { word, n };
            strong = is_strong(whole), weak = weak || is_weak(whole), content = content || is_content(whole);
            n = 0;
        }
        if (chr_alpha(c) && n < sizeof word) word[n++] = chr_to_lower(c);
    }
    return strong || (weak && !content);
}
