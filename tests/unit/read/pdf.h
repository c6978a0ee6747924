/* pdf.h: small PDFs made in memory, for tests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_PDF_H
#define RXC_TESTS_PDF_H

#include "base/buf.h"
#include "document.h"

/* A piece of text: y is the base line, from the bottom of a page of 600 x 800 points. Font 'r' is plain, 'b' bold. */
typedef struct pdf_text {
    int page; /* from 0 */
    double x, y, size;
    char font;
    const char *text;
} pdf_text;

/* pages: how many are there; claimed: how many the file says it has; picture: each page shows one */
static inline Str pdf_make_with(Arena *arena, const pdf_text *texts, size_t n, int pages, int claimed, bool picture)
{
    Buf out = { 0 };
    buf_printf(&out, "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [");
    for (int p = 0; p < pages; p++) buf_printf(&out, "%d 0 R ", 4 + 2 * p);
    buf_printf(&out, "] /Count %d >>\nendobj\n", claimed);
    buf_printf(&out, "3 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
                     "/Length 1 >>\nstream\nx\nendstream\nendobj\n");
    for (int p = 0; p < pages; p++) {
        Buf stream = { 0 };
        if (picture) buf_printf(&stream, "q 500 0 0 700 50 50 cm /P Do Q\n");
        for (size_t i = 0; i < n; i++)
            if (texts[i].page == p)
                buf_printf(&stream, "BT /%c %g Tf %g %g Td (%s) Tj ET\n", texts[i].font, texts[i].size, texts[i].x, texts[i].y, texts[i].text);
        buf_printf(&out, "%d 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /XObject << /P 3 0 R >> /Font << "
                         "/r << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> /b << /Type /Font /Subtype /Type1 /BaseFont /Times-Bold >> "
                         ">> >> >>\nendobj\n", 4 + 2 * p, 5 + 2 * p);
        buf_printf(&out, "%d 0 obj\n<< /Length %zu >>\nstream\n", 5 + 2 * p, stream.n);
        buf_add(&out, buf_str(&stream));
        buf_printf(&out, "\nendstream\nendobj\n");
        buf_clear(&stream);
    }
    buf_printf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\n%%%%EOF\n", 4 + 2 * pages);
    Str made = arena_str(arena, buf_str(&out));
    buf_clear(&out);
    return made;
}

#define PDF_MAKE(arena, texts, pages) pdf_make_with((arena), (texts), sizeof(texts) / sizeof *(texts), (pages), (pages), false)

#endif
