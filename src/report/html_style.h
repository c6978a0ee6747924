/* html_style.h: how the HTML report looks on screen and on paper. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REPORT_HTML_STYLE_H
#define RXC_REPORT_HTML_STYLE_H

#define RXC_HTML_STYLE                                                                                                 \
    ":root { --ink: #1d2733; --soft: #5b6775; --line: #d9dfe5; --accent: #1f3a5f; --wash: #f5f7fa; }\n"                \
    "* { box-sizing: border-box; }\n"                                                                                  \
    "body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.5rem 4rem; color: var(--ink); background: #fff;\n"       \
    "  font: 16px/1.55 \"Helvetica Neue\", Helvetica, Arial, sans-serif; }\n"                                          \
    "h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; color: var(--accent); }\n"                              \
    "h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--accent);\n"   \
    "  color: var(--accent); }\n"                                                                                      \
    "h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }\n"                                                             \
    "p, ul, blockquote { max-width: 46rem; }\n"                                                                        \
    "a { color: #0b5cad; text-decoration-thickness: 1px; text-underline-offset: 2px; }\n"                              \
    "nav ul { list-style: none; padding: .75rem 1rem; margin: 1.5rem 0 0; background: var(--wash); max-width: none;\n" \
    "  display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .95rem; }\n"                                     \
    ".quiet, figcaption { color: var(--soft); }\n"                                                                     \
    "code { font: .85em/1.4 ui-monospace, Menlo, Consolas, monospace; color: var(--soft); overflow-wrap: anywhere; "   \
    "}\n"                                                                                                              \
    ".wide { overflow-x: auto; margin: 1rem 0 1.5rem; }\n"                                                             \
    "table { border-collapse: collapse; width: 100%; font-size: .95rem; }\n"                                           \
    "caption { text-align: left; font-weight: bold; padding: 0 0 .4rem; }\n"                                           \
    "th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid "         \
    "var(--line); }\n"                                                                                                 \
    "th { border-bottom: 2px solid var(--ink); white-space: nowrap; }\n"                                               \
    ".number { text-align: right; padding-right: 1.5rem; font-variant-numeric: tabular-nums; white-space: nowrap; }\n" \
    "figure { margin: 1rem 0 1.5rem; }\n"                                                                              \
    ".diagram svg { max-width: 100%; height: auto; }\n"                                                                \
    "figcaption { font-size: .9rem; }\n"                                                                               \
    ".quote { margin: .5rem 0 1rem; padding-left: 1rem; border-left: 3px solid #c8471a; }\n"                           \
    ".quote blockquote { margin: 0; }\n"                                                                               \
    "@media screen and (max-width: 48rem) { .diagram { overflow-x: auto; } .diagram svg { max-width: none; width: 48rem; }\n" \
    "  td:last-child:not(.number) { min-width: 14rem; } }\n"                                                           \
    "@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; }\n"                 \
    "  a { color: inherit; text-decoration: none; } h2, h3 { break-after: avoid; }\n"                                  \
    "  tr, .quote, .diagram { break-inside: avoid; } .wide { overflow: visible; }\n"                                   \
    "  .diagram svg { max-height: 17cm; } th, td { padding: .2rem .6rem .2rem 0; font-size: 9pt; } }\n"

#endif
