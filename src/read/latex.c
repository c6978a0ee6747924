/* latex.c: text of LaTeX becomes plain Unicode. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/latex.h"

#include "base/buf.h"
#include "text/fold.h"

typedef struct Latex {
    Str s;
    size_t at, unknown;
    Buf out;
} Latex;

static const struct {
    const char *name, *text;
} commands[] = {
    /* letters */
    { "ss", "ß" }, { "o", "ø" }, { "O", "Ø" }, { "l", "ł" }, { "L", "Ł" }, { "ae", "æ" }, { "AE", "Æ" }, { "oe", "œ" },
    { "OE", "Œ" }, { "aa", "å" }, { "AA", "Å" }, { "i", "i" }, { "j", "j" }, { "th", "þ" }, { "TH", "Þ" }, { "dh", "ð" },
    { "DH", "Ð" }, { "dj", "đ" }, { "DJ", "Đ" }, { "ng", "ŋ" },
    /* signs */
    { "textendash", "–" }, { "textemdash", "—" }, { "textquoteright", "’" }, { "textquoteleft", "‘" }, { "textquotesingle", "'" },
    { "textquotedblleft", "“" }, { "textquotedblright", "”" }, { "textquotedbl", "\"" }, { "guillemotleft", "«" }, { "guillemotright", "»" },
    { "ldots", "…" }, { "dots", "…" }, { "textellipsis", "…" }, { "copyright", "©" }, { "textcopyright", "©" }, { "textregistered", "®" },
    { "texttrademark", "™" }, { "textdegree", "°" }, { "degree", "°" }, { "textmu", "µ" }, { "textbullet", "•" }, { "textperiodcentered", "·" }, { "S", "§" }, { "P", "¶" },
    { "dag", "†" }, { "ddag", "‡" }, { "pounds", "£" }, { "textsterling", "£" }, { "texteuro", "€" }, { "textasciitilde", "~" },
    { "textasciicircum", "^" }, { "textbackslash", "\\" }, { "textless", "<" }, { "textgreater", ">" }, { "textunderscore", "_" },
    { "textbar", "|" }, { "textpm", "±" }, { "texttimes", "×" }, { "textonehalf", "½" }, { "textexclamdown", "¡" }, { "textquestiondown", "¿" },
    { "backslash", "\\" }, { "slash", "/" }, { "lbrace", "{" }, { "rbrace", "}" }, { "textendash", "–" }, { "textsuperscript", "" },
    /* mathematics */
    { "alpha", "α" }, { "beta", "β" }, { "gamma", "γ" }, { "delta", "δ" }, { "epsilon", "ε" }, { "varepsilon", "ε" }, { "zeta", "ζ" },
    { "eta", "η" }, { "theta", "θ" }, { "iota", "ι" }, { "kappa", "κ" }, { "lambda", "λ" }, { "mu", "μ" }, { "nu", "ν" }, { "xi", "ξ" },
    { "pi", "π" }, { "rho", "ρ" }, { "sigma", "σ" }, { "tau", "τ" }, { "upsilon", "υ" }, { "phi", "φ" }, { "varphi", "φ" }, { "chi", "χ" },
    { "psi", "ψ" }, { "omega", "ω" }, { "Gamma", "Γ" }, { "Delta", "Δ" }, { "Theta", "Θ" }, { "Lambda", "Λ" }, { "Xi", "Ξ" }, { "Pi", "Π" },
    { "Sigma", "Σ" }, { "Phi", "Φ" }, { "Psi", "Ψ" }, { "Omega", "Ω" }, { "pm", "±" }, { "times", "×" }, { "leq", "≤" }, { "le", "≤" },
    { "geq", "≥" }, { "ge", "≥" }, { "neq", "≠" }, { "approx", "≈" }, { "sim", "∼" }, { "rightarrow", "→" }, { "to", "→" }, { "leftarrow", "←" },
    { "infty", "∞" }, { "cdot", "·" }, { "circ", "°" }, { "prime", "′" }, { "ldotp", "." }, { "lt", "<" }, { "gt", ">" }, { "sqrt", "√" },
    { "textalpha", "α" }, { "textbeta", "β" }, { "textgamma", "γ" }, { "textdelta", "δ" }, { "textkappa", "κ" }, { "textgreek", "" },
};

/* Commands that only format, or that change how what follows is set. */
static const char *const formats[] = {
    "emph",   "textit", "textbf", "textsc", "textrm", "textsf", "texttt", "textup", "textnormal", "underline", "mbox", "hbox", "text",
    "mathrm", "mathit", "mathbf", "mathsf", "mathcal", "mathbb", "textsubscript", "it", "bf", "em", "sc", "rm", "sf", "tt", "sl", "itshape",
    "bfseries", "scshape", "upshape", "url", "href", "enquote", "uppercase", "lowercase", "MakeUppercase", "ensuremath", "protect", "relax",
    "noopsort", "nocite", "small", "footnotesize", "bibinfo", "newblock", "natexlab", "displaystyle", "left", "right", "big", "Big", "cyr",
};

/* The combining character of an accent; 0 for other bytes. */
static const char *accent_of(Str name)
{
    static const struct {
        char name;
        const char *combining;
    } accents[] = {
        { '\'', "\xCC\x81" }, { '`', "\xCC\x80" }, { '^', "\xCC\x82" }, { '"', "\xCC\x88" }, { '~', "\xCC\x83" }, { '=', "\xCC\x84" },
        { '.', "\xCC\x87" },  { 'c', "\xCC\xA7" }, { 'v', "\xCC\x8C" }, { 'u', "\xCC\x86" }, { 'H', "\xCC\x8B" }, { 'k', "\xCC\xA8" },
        { 'r', "\xCC\x8A" },  { 'd', "\xCC\xA3" }, { 'b', "\xCC\xB1" }, { 't', "\xCD\xA1" },
    };
    for (size_t i = 0; name.n == 1 && i < sizeof accents / sizeof *accents; i++)
        if (accents[i].name == name.p[0]) return accents[i].combining;
    return NULL;
}

static void pass_space(Latex *l)
{
    while (l->at < l->s.n && chr_space(l->s.p[l->at])) l->at++;
}

/* The name of the command that begins behind the backslash: letters, or one other byte. */
static Str command_name(Latex *l)
{
    size_t b = l->at;
    while (l->at < l->s.n && chr_alpha(l->s.p[l->at])) l->at++;
    if (l->at == b && l->at < l->s.n) l->at++;
    return str_sub(l->s, b, l->at);
}

/* The letter that an accent stands on: "e", "{e}", "\i", "{\i}"; nothing is taken of anything else. */
static void put_accented(Latex *l, const char *combining)
{
    pass_space(l);
    while (l->at < l->s.n && l->s.p[l->at] == '{') l->at++;
    if (l->at < l->s.n && l->s.p[l->at] == '\\') {
        l->at++;
        Str name = command_name(l);
        if (str_eq(name, S("i")) || str_eq(name, S("j")) || str_eq(name, S("ae")) || str_eq(name, S("o"))) buf_add(&l->out, str_eq(name, S("ae")) ? S("æ") : str_eq(name, S("o")) ? S("ø") : name);
    } else if (l->at < l->s.n && l->s.p[l->at] != '}') {
        size_t b = l->at++;
        while (l->at < l->s.n && ((unsigned char)l->s.p[l->at] & 0xC0) == 0x80) l->at++;
        buf_add(&l->out, str_sub(l->s, b, l->at));
    }
    buf_add(&l->out, str_from(combining));
}

static void put_command(Latex *l)
{
    Str name = command_name(l);
    const char *combining = accent_of(name);
    bool letters = name.n && chr_alpha(name.p[0]);
    if (combining && (!letters || l->at >= l->s.n || l->s.p[l->at] == '{' || chr_space(l->s.p[l->at]) || l->s.p[l->at] == '\\')) {
        put_accented(l, combining);
        return;
    }
    if (!letters) {
        if (name.n && (name.p[0] == '\\' || chr_space(name.p[0]) || name.p[0] == ',' || name.p[0] == ';')) buf_char(&l->out, ' ');
        else if (name.n && !strchr("-/!()[]@:", name.p[0])) buf_add(&l->out, name); /* \& \% \$ \# \_ \{ \} */
        return;
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (!str_eq(name, str_from(commands[i].name))) continue;
        buf_add(&l->out, str_from(commands[i].text));
        pass_space(l);
        return;
    }
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (!str_eq(name, str_from(formats[i]))) continue;
        pass_space(l);
        return;
    }
    l->unknown++;
    pass_space(l);
}

/* Dashes and quotes that are written with several bytes. Gives how many. */
static size_t put_ligature(Latex *l)
{
    static const struct {
        const char *latex, *text;
    } ligatures[] = { { "---", "—" }, { "--", "–" }, { "``", "“" }, { "''", "”" }, { "?`", "¿" }, { "!`", "¡" } };
    Str here = str_drop(l->s, l->at);
    for (size_t i = 0; i < sizeof ligatures / sizeof *ligatures; i++) {
        if (!str_starts(here, str_from(ligatures[i].latex))) continue;
        buf_add(&l->out, str_from(ligatures[i].text));
        return strlen(ligatures[i].latex);
    }
    return 0;
}

static bool is_special(char c) { return strchr("\\{}$~-`'?!^_%", c) && c; }

Str rxc_latex_text(Arena *arena, Str text, size_t *unknown)
{
    Latex l = { .s = text };
    size_t first = 0;
    bool math = false;
    while (first < text.n && !is_special(text.p[first])) first++;
    if (first == text.n) return text;
    while (l.at < text.n) {
        size_t b = l.at, n;
        while (l.at < text.n && !is_special(text.p[l.at])) l.at++;
        buf_add(&l.out, str_sub(text, b, l.at));
        if (l.at == text.n) break;
        char c = text.p[l.at];
        if (c == '\\') l.at++, put_command(&l);
        else if (c == '{' || c == '}') l.at++;
        else if (c == '$') l.at++, math = !math;
        else if (c == '~') l.at++, buf_char(&l.out, ' ');
        else if ((c == '^' || c == '_') && math) l.at++;
        else if (!math && (n = put_ligature(&l)) > 0) l.at += n;
        else buf_char(&l.out, text.p[l.at++]);
    }
    Str plain = rxc_fold_nfc(arena, arena_str(arena, buf_str(&l.out)));
    buf_clear(&l.out);
    if (unknown) *unknown += l.unknown;
    return plain;
}
