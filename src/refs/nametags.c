/* nametags.c: runs of family and given names become persons.
 *
 * Runs without anything between them belong together first ("Smith JA", "J. A. Smith"), then those that only a comma
 * parts ("Smith, J. A."); a family name alone is a group or a person without given names, as rxc_namelist_read finds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/nametags.h"

#include "refs/namelist.h"
#include "refs/nameword.h"

typedef enum gap { NOTHING, COMMA, MORE } gap;

/* Neighbouring tokens of one part. */
typedef struct piece {
    size_t b, e;
    uint8_t part;
    gap before; /* what stands between it and the piece before */
} piece;

typedef VEC(piece) pieces;

static Str text_of(Str raw, const rxc_tokens *tokens, const piece *p)
{
    return str_sub(raw, tokens->v[p->b].b, tokens->v[p->e - 1].e);
}

static bool cut_pieces(Arena *scratch, Str raw, const rxc_tokens *tokens, size_t b, size_t e, pieces *out, bool *et_al)
{
    gap between = NOTHING;
    for (size_t t = b; t < e; t++) {
        uint8_t part = tokens->v[t].part;
        Str s = rxc_token_str(raw, &tokens->v[t]);
        if (part == RXC_PART_NONE && tokens->v[t].label == tokens->v[b].label && tokens->v[t].kind != RXC_TOKEN_PUNCT)
            return false;
        if (part == RXC_PART_ET_AL || str_eq(s, S("…"))) *et_al = true;
        if (part == RXC_PART_FAMILY || part == RXC_PART_GIVEN) {
            piece *last = out->n ? &out->v[out->n - 1] : NULL;
            if (last && last->part == part && last->e == t) last->e++;
            else *vec_push(scratch, out) = (piece){ t, t + 1, part, between };
            between = NOTHING;
        } else {
            between = between == NOTHING && str_eq(s, S(",")) ? COMMA : MORE;
        }
    }
    return out->n > 0;
}

/* --- one person -------------------------------------------------------------------------------------------------- */

static bool is_suffix(Str s)
{
    static const Str words[] = { STR_INIT("Jr"),  STR_INIT("Jr."), STR_INIT("Sr"), STR_INIT("Sr."),
                                 STR_INIT("III"), STR_INIT("2nd"), STR_INIT("3rd") };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(s, words[i])) return true;
    return false;
}

/* "Danforth Jr" loses its last word. */
static Str cut_suffix(Str *s)
{
    size_t at = str_rchr(*s, ' ');
    if (at == STR_NONE || !is_suffix(str_drop(*s, at + 1))) return (Str){ 0 };
    Str suffix = str_drop(*s, at + 1);
    *s = str_trim(str_take(*s, at));
    if (str_last(suffix) == '.') suffix.n--;
    return suffix;
}

static Str cut_particles(Str *family)
{
    size_t end = 0, at;
    while ((at = str_chr(str_drop(*family, end), ' ')) != STR_NONE &&
           rxc_nameword_is_particle(str_sub(*family, end, end + at)))
        end += at + 1;
    Str particle = str_trim(str_take(*family, end));
    *family = str_drop(*family, end);
    return particle;
}

static void add_person(Arena *arena, Str family, Str given, rxc_names *out)
{
    rxc_name name = { 0 };
    name.suffix = cut_suffix(&given);
    if (!name.suffix.n) name.suffix = cut_suffix(&family);
    name.particle = cut_particles(&family);
    name.family = family;
    name.given = given;
    *vec_push(arena, out) = name;
}

/* Does the piece at i belong to the one before it rather than to the one behind? */
static bool pairs(const pieces *p, size_t i)
{
    if (i >= p->n || p->v[i].part == p->v[i - 1].part || p->v[i].before == MORE) return false;
    if (p->v[i].before == NOTHING) return true;
    if (p->v[i].part == RXC_PART_FAMILY) return false; /* "J., Smith" */
    bool claimed = i + 1 < p->n && p->v[i + 1].part != p->v[i].part && p->v[i + 1].before == NOTHING;
    return !claimed;
}

/* "Thomas" "H." "Cormen": which of the outer two is the family name? */
static bool is_torn(const pieces *p, size_t i)
{
    return i + 2 < p->n && p->v[i].part == RXC_PART_FAMILY && p->v[i + 1].part == RXC_PART_GIVEN &&
           p->v[i + 2].part == RXC_PART_FAMILY && p->v[i + 1].before == NOTHING && p->v[i + 2].before == NOTHING;
}

static bool make_sense(const pieces *p)
{
    for (size_t i = 0; i < p->n; i++) {
        if (is_torn(p, i)) return false;
        if (pairs(p, i + 1)) i++;
        else if (p->v[i].part == RXC_PART_GIVEN) return false;
    }
    return true;
}

/* Does a given name end with a word that is written out? "Robert", not "Robert EM". */
static bool is_written_out(Str given)
{
    while (given.n && given.p[given.n - 1] == '.') given.n--;
    size_t at = str_rchr(given, ' ');
    Str last = at == STR_NONE ? given : str_drop(given, at + 1);
    return last.n > 2 && chr_lower(str_last(last));
}

/* The stop that ends the list is no part of undotted initials: "DF." after "EL", or alone. */
static void trim_last_stop(const rxc_names *names, size_t from)
{
    if (names->n == from) return;
    Str *last = &names->v[names->n - 1].given;
    Str other = names->n > from + 1 ? names->v[names->n - 2].given : (Str){ 0 };
    bool capitals = last->n > 2 && str_last(*last) == '.';
    for (size_t i = 0; capitals && i + 1 < last->n; i++) capitals = chr_upper(last->p[i]);
    if (str_last(*last) == '.' && (capitals || (other.n && str_chr(other, '.') == STR_NONE))) last->n--;
}

bool rxc_nametags_read(Arena *arena, Arena *scratch, Str raw, const rxc_tokens *tokens, size_t b, size_t e,
                       rxc_names *out, bool *et_al)
{
    pieces p = { 0 };
    size_t from = out->n;
    if (!cut_pieces(scratch, raw, tokens, b, e, &p, et_al) || !make_sense(&p)) return false;
    for (size_t i = 0; i < p.n; i++) {
        Str first = text_of(raw, tokens, &p.v[i]);
        if (!pairs(&p, i + 1)) {
            rxc_namelist_read(arena, scratch, first, out, et_al);
            continue;
        }
        Str second = text_of(raw, tokens, &p.v[++i]);
        bool direct = p.v[i].part == RXC_PART_FAMILY;
        if (!direct && p.v[i].before == NOTHING && is_written_out(second)) { /* "Kenji Yamanishi": rather direct */
            Str both = { first.p, (size_t)(second.p + second.n - first.p) };
            rxc_namelist_read(arena, scratch, both, out, et_al);
            continue;
        }
        add_person(arena, direct ? second : first, direct ? first : second, out);
    }
    trim_last_stop(out, from);
    return true;
}
