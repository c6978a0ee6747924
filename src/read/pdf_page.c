/* pdf_page.c: a page of a PDF as words with their place, size and font, and the links that lie on it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "read/pdf_file.h"
#include "text/utf8.h"

#define DESCENT 0.216F /* of most fonts, in letter sizes: how far below the base line a letter's box ends */

enum { PLACE_MAX = 100000 }; /* points; what lies further out is on no page */

/* A page while it is taken apart. */
typedef struct scan {
    rxc_pdf *pdf;
    const char *text; /* what is left of it */
    const PopplerRectangle *boxes;
    size_t boxes_n, at; /* of glyphs */
    GList *fonts;       /* attributes of the glyphs from here on */
    const PopplerTextAttributes *font; /* of the last glyph, and what it is */
    bool bold, italic;
    size_t links_b; /* of the page, in pdf->links */
    rxc_pdf_word word;  /* the open one */
    size_t letters;     /* in it */
    bool apart;         /* white space came before it */
    float first_x, first_y, last_x, last_y; /* middles of its first and last letter */
    Buf buf;                                /* its text */
    rxc_pdf_line line;
} scan;

/* --- fonts ------------------------------------------------------------------------------------------------------- */

static bool names(const char *font, const char *const *words, size_t n)
{
    Str name = str_from(font);
    for (size_t i = 0; i < n; i++)
        if (str_find_nocase(name, str_from(words[i])) != STR_NONE) return true;
    return false;
}

static bool is_bold(const char *font)
{
    static const char *const words[] = { "bold", "black", "heavy", "semibd", "demi", "cmbx" };
    return names(font, words, sizeof words / sizeof *words) || str_ends(str_from(font), S("-Medi")); /* of Nimbus */
}

static bool is_italic(const char *font)
{
    static const char *const words[] = { "ital", "oblique", "slanted", "kursiv", "cmti" };
    return names(font, words, sizeof words / sizeof *words);
}

/* Go on to the font of glyph `at`; there may be none. */
static void find_font(scan *s)
{
    while (s->fonts && ((const PopplerTextAttributes *)s->fonts->data)->end_index < (int)s->at) s->fonts = s->fonts->next;
    const PopplerTextAttributes *font = s->fonts ? s->fonts->data : NULL;
    if (font == s->font) return;
    s->font = font;
    s->bold = font && font->font_name && is_bold(font->font_name);
    s->italic = font && font->font_name && is_italic(font->font_name);
}

/* --- links ------------------------------------------------------------------------------------------------------- */

static bool is_place(const PopplerRectangle *box)
{
    const double v[] = { box->x1, box->x2, box->y1, box->y2 };
    for (size_t i = 0; i < 4; i++)
        if (!(v[i] > -PLACE_MAX && v[i] < PLACE_MAX)) return false;
    return box->x2 >= box->x1 && box->y2 >= box->y1;
}

static void add_link(rxc_pdf *pdf, rxc_pdf_file *file, size_t page, const PopplerLinkMapping *mapping)
{
    if (!mapping->action || mapping->action->type != POPPLER_ACTION_GOTO_DEST || !is_place(&mapping->area)) return;
    const PopplerDest *dest = mapping->action->goto_dest.dest;
    PopplerDest *named = NULL;
    if (dest && dest->type == POPPLER_DEST_NAMED && dest->named_dest)
        dest = named = poppler_document_find_dest(file->document, dest->named_dest);
    bool placed = dest && dest->page_num > 0 && (dest->type == POPPLER_DEST_XYZ || dest->type == POPPLER_DEST_FITH || dest->type == POPPLER_DEST_FITR);
    if (placed && dest->page_num <= poppler_document_get_n_pages(file->document) && dest->page_num <= RXC_PDF_PAGES_MAX && fabs(dest->left) < PLACE_MAX && fabs(dest->top) < PLACE_MAX) {
        rxc_pdf_link link = { .page = page, .to = (size_t)dest->page_num - 1, .x1 = (float)mapping->area.x1, .x2 = (float)mapping->area.x2,
                              .y1 = pdf->pages.v[page].height - (float)mapping->area.y2,
                              .y2 = pdf->pages.v[page].height - (float)mapping->area.y1,
                              .to_x = (float)dest->left, .to_y = (float)dest->top };
        *vec_push(pdf->arena, &pdf->links) = link;
    }
    if (named) poppler_dest_free(named);
}

static void scan_links(rxc_pdf *pdf, rxc_pdf_file *file, size_t index, PopplerPage *page)
{
    GList *links = poppler_page_get_link_mapping(page);
    size_t b = pdf->links.n;
    for (GList *at = links; at && pdf->links.n < b + RXC_PDF_LINKS_MAX; at = at->next) add_link(pdf, file, index, at->data);
    poppler_page_free_link_mapping(links);
}

/* --- words ------------------------------------------------------------------------------------------------------- */

static void grow_line(rxc_pdf_line *line, const rxc_pdf_word *word)
{
    bool first = line->e == line->b;
    line->x1 = first || word->x1 < line->x1 ? word->x1 : line->x1;
    line->x2 = first || word->x2 > line->x2 ? word->x2 : line->x2;
    line->y1 = first || word->y1 < line->y1 ? word->y1 : line->y1;
    line->y2 = first || word->y2 > line->y2 ? word->y2 : line->y2;
}

static bool is_upright(const scan *s)
{
    float dx = s->last_x - s->first_x, dy = fabsf(s->last_y - s->first_y);
    return s->letters > 1 && (dy > fabsf(dx) || dx < 0);
}

static void end_word(scan *s)
{
    if (s->letters == 0) return;
    if (is_upright(s)) {
        s->pdf->upright++;
    } else {
        s->word.text = arena_str(s->pdf->arena, buf_str(&s->buf));
        grow_line(&s->line, &s->word);
        *vec_push(s->pdf->arena, &s->pdf->words) = s->word;
        s->line.e = s->pdf->words.n;
    }
    s->letters = 0;
    buf_reset(&s->buf);
}

static void end_line(scan *s)
{
    end_word(s);
    if (s->line.e > s->line.b) *vec_push(s->pdf->arena, &s->pdf->lines) = s->line;
    s->apart = true;
    s->line = (rxc_pdf_line){ .page = s->line.page, .b = s->pdf->words.n, .e = s->pdf->words.n };
}

/* Ligatures are spelt out. */
static void put_letter(Buf *buf, uint32_t point)
{
    static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
    char out[4];
    if (point >= 0xFB00 && point <= 0xFB06) buf_add(buf, str_from(ligatures[point - 0xFB00]));
    else buf_add(buf, (Str){ out, rxc_utf8_put(point, out) });
}

/* The link that lies on a glyph, + 1; 0: none. */
static unsigned find_link(const scan *s, const PopplerRectangle *box)
{
    float x = (float)(box->x1 + box->x2) / 2, y = (float)(box->y1 + box->y2) / 2;
    for (size_t i = s->links_b; i < s->pdf->links.n; i++) {
        const rxc_pdf_link *link = &s->pdf->links.v[i];
        if (y >= link->y1 && y <= link->y2 && x >= link->x1 && x <= link->x2) return (unsigned)i + 1;
    }
    return 0;
}

static void begin_word(scan *s, const PopplerRectangle *box, unsigned link)
{
    float size = s->font ? (float)s->font->font_size : (float)(box->y2 - box->y1);
    if (!(size > 0 && size < 1000)) size = (float)(box->y2 - box->y1);
    s->word = (rxc_pdf_word){ .x1 = (float)box->x1, .x2 = (float)box->x2, .y1 = (float)box->y1, .y2 = (float)box->y2,
                              .size = size, .base = (float)box->y2 - DESCENT * size,
                              .bold = s->bold, .italic = s->italic, .apart = s->apart, .link = link };
    s->apart = false;
    s->first_x = (s->word.x1 + s->word.x2) / 2;
    s->first_y = (s->word.y1 + s->word.y2) / 2;
}

/* Does the glyph go on with the open word: same font, size and base line? */
static bool same_word(const scan *s, const PopplerRectangle *box)
{
    const rxc_pdf_word *word = &s->word;
    if (s->font && fabs(s->font->font_size - (double)word->size) > 0.05) return false;
    if (fabs(box->y2 - (double)word->y2) > 0.2 * (double)word->size) return is_upright(s);
    return s->bold == word->bold && s->italic == word->italic;
}

static void add_glyph(scan *s, uint32_t point, const PopplerRectangle *box)
{
    find_font(s);
    s->pdf->glyphs++;
    s->pdf->unknown += point == 0xFFFD || (point >= 0xE000 && point <= 0xF8FF) || point < 0x20;
    unsigned link = find_link(s, box);
    if (s->letters && (!same_word(s, box) || link != s->word.link)) end_word(s);
    if (s->letters == 0) begin_word(s, box, link);
    rxc_pdf_word *word = &s->word;
    if ((float)box->x1 < word->x1) word->x1 = (float)box->x1;
    if ((float)box->x2 > word->x2) word->x2 = (float)box->x2;
    s->last_x = (float)(box->x1 + box->x2) / 2;
    s->last_y = (float)(box->y1 + box->y2) / 2;
    s->letters++;
    put_letter(&s->buf, point);
}

static void scan_text(scan *s)
{
    Str text = str_from(s->text);
    for (size_t at = 0; at < text.n && s->at < s->boxes_n; s->at++) {
        uint32_t point = rxc_utf8_next(text, &at);
        if (point == '\n' || point == '\f') end_line(s);
        else if (rxc_utf8_is_space(point)) end_word(s), s->apart = true;
        else if (s->at >= RXC_PDF_GLYPHS_MAX || !is_place(&s->boxes[s->at])) s->pdf->beyond++;
        else add_glyph(s, point, &s->boxes[s->at]);
    }
    end_line(s);
}

void rxc_pdf_file_page(rxc_pdf_file *file, size_t index, rxc_pdf *pdf)
{
    rxc_pdf_page *out = vec_push(pdf->arena, &pdf->pages);
    *out = (rxc_pdf_page){ .b = pdf->lines.n, .e = pdf->lines.n };
    PopplerPage *page = poppler_document_get_page(file->document, (int)index);
    if (!page) return;
    double width, height;
    poppler_page_get_size(page, &width, &height);
    out->width = width > 0 && width < PLACE_MAX ? (float)width : 0;
    out->height = height > 0 && height < PLACE_MAX ? (float)height : 0;
    size_t links_b = pdf->links.n;
    scan_links(pdf, file, index, page);
    char *text = poppler_page_get_text(page);
    PopplerRectangle *boxes = NULL;
    guint n = 0;
    if (text && poppler_page_get_text_layout(page, &boxes, &n)) {
        GList *fonts = poppler_page_get_text_attributes(page);
        scan s = { .pdf = pdf, .text = text, .boxes = boxes, .boxes_n = n, .fonts = fonts, .links_b = links_b };
        s.line = (rxc_pdf_line){ .page = index, .b = pdf->words.n, .e = pdf->words.n };
        scan_text(&s);
        buf_clear(&s.buf);
        poppler_page_free_text_attributes(fonts);
    }
    g_free(boxes);
    g_free(text);
    g_object_unref(page);
    pdf->pages.v[pdf->pages.n - 1].e = pdf->lines.n;
}
