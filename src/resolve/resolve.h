/* resolve.h: when are two works the same, and what is then known of the one: keys, groups, merging, readable ids. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_RESOLVE_RESOLVE_H
#define RXC_RESOLVE_RESOLVE_H

#include "model/work.h"

enum { RXC_KEYS_MAX = 8 };

/* Identity keys of a work, strongest first. Works that share one are the same, unless something stronger keeps them
 * apart: doi:10.1001/jamadermatol.2019.3336   pmid:31693077   pmcid:6865141   arxiv:1408.4342
 *     db:openalex:w2741809807              id in a database; two of them do not contradict each other
 *     page:simpson|2020|156|44|j           first author, year, volume, first page, initial of the journal
 *     title:efficacyandsafety…|2020        folded title and year; a short title with the first author before it
 *     name:simpson|efficacyandsafety…      first author and a long title, years at most one apart (early online)
 * keys are in arena; gives their number, 0 when the work says too little to be compared. */
size_t rxc_resolve_keys(Arena *arena, const rxc_work *work, Str keys[RXC_KEYS_MAX]);

/* What one list of references, or one document, states of a work. */
typedef struct rxc_statement {
    const Str *keys;
    size_t key_count;
    int year; /* 0: not stated */
} rxc_statement;

/* Which of n statements speak of the same work: group[i] becomes the first statement of its group. The result depends
 * on the statements and their order only, and parts of the list that share no key do not matter to each other; whoever
 * lists the statements in an order made from their content gets groups that do not depend on how they came in.
 *
 * Keys are taken strongest kind first, then in byte order. Those who hold a key join, the largest group first, unless
 * identifiers of a stronger kind contradict (two DOIs), or years more than one apart do for a key without year. A weak
 * key over which more than RXC_CONTESTED_MAX groups contradict each other ("Editorial") joins nobody. *contested (may
 * be NULL): some key is held by two groups. Cost O(keys log keys + holders × groups per contested key) */
void rxc_resolve_groups(const rxc_statement *statements, size_t n, size_t *group, bool *contested);

enum { RXC_CONTESTED_MAX = 64 };

/* What is known of a work, merged from all that state it. Each field keeps the rank of the statement that it comes
 * from: a better ranked one replaces it; among equals the longer one wins, then the later in byte order. So the result
 * does not depend on the order of merging. */
enum { RXC_RANK_AUTHORS = RXC_FIELDS, RXC_RANK_EDITORS, RXC_RANK_ISSUED, RXC_RANK_ACCESSED, RXC_RANK_TYPE, RXC_RANKS };

typedef struct rxc_merged {
    rxc_work work;
    unsigned char rank[RXC_RANKS]; /* 0: field is not stated */
} rxc_merged;

/* Take a statement in. own: the document says it of itself, which counts more than what others say. Views are kept.
 * Gives whether anything changed. */
bool rxc_resolve_merge(rxc_merged *into, const rxc_work *from, bool own);

/* Readable id: "simpson2020efficacy": first author, year, first title word that carries meaning, folded to
 * ASCII letters and digits. Empty when the work has neither author nor title in letters that ASCII can spell. In arena.
 */
Str rxc_resolve_id(Arena *arena, const rxc_work *work);

/* Key of a person: "simpson-el" (family name, initials), of a group "world-health-organization". In arena. */
Str rxc_resolve_author(Arena *arena, const rxc_name *name);

/* Initials of given names: "EL" for "Eric L.", "E. L." and "EL", "JP" for "Jean-Paul". In arena. */
Str rxc_resolve_initials(Arena *arena, Str given);

/* Key of a journal: "j am acad dermatol" for "Journal of the American Academy of Dermatology" and "J. Am. Acad.
 * Dermatol.": words as ISO 4 shortens them where they are known, without articles and prepositions. In arena. */
Str rxc_resolve_journal(Arena *arena, Str container);

#endif
