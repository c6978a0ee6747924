/* exchange.c: what the formats of annotated texts share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/exchange.h"

rxc_exchange_text rxc_exchange_plain(Str id, Str text)
{
    size_t cut = str_chr(text, '\n');
    return (rxc_exchange_text){ .id = id, .text = text, .cut = cut == STR_NONE ? text.n : cut };
}

Str rxc_exchange_code(const rxc_concepts *concepts, const rxc_mention *mention)
{
    rxc_term term;
    Str rest, code;
    if (!mention->concept.n || !rxc_concepts_term(concepts, mention->concept, &term)) return mention->concept;
    rest = term.codes;
    while (rest.n && str_cut(&rest, '|', &code))
        if (str_starts_nocase(code, S("mesh:"))) return str_drop(code, 5);
    return mention->concept;
}
