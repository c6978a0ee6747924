/* brief.c: what tables and reports need of a record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/brief.h"

#include "base/buf.h"

typedef struct Copy {
    Arena *arena, scratch;
    const rxc_record *in;
    rxc_record *out;
    size_t *mention, *reference; /* [of in] place in out + 1; 0: not there yet */
    bool *block;                 /* [of in] is it needed? */
    VEC(size_t) references;
    Buf text; /* the sentences of call-outs that lead nowhere */
} Copy;

static Str keep(const Copy *c, Str s) { return s.n ? arena_str(c->arena, s) : (Str){ 0 }; }

static rxc_name keep_name(const Copy *c, const rxc_name *name)
{
    return (rxc_name){ keep(c, name->family), keep(c, name->given), keep(c, name->particle), keep(c, name->suffix),
                       keep(c, name->literal) };
}

/* What a label and a line of a table are made of. */
static rxc_work keep_work(const Copy *c, const rxc_work *work)
{
    rxc_work out = { .type = work->type, .et_al = work->et_al, .issued = work->issued };
    if (work->authors.n) *vec_push(c->arena, &out.authors) = keep_name(c, &work->authors.v[0]);
    out.title = keep(c, work->title);
    out.container = keep(c, work->container);
    out.status = keep(c, work->status);
    out.doi = keep(c, work->doi);
    return out;
}

static size_t keep_mention(Copy *c, size_t i)
{
    if (i >= c->in->mentions.n) return i;
    if (c->mention[i]) return c->mention[i] - 1;
    rxc_mention *mention = vec_push(c->arena, &c->out->mentions);
    *mention = c->in->mentions.v[i];
    mention->text = keep(c, mention->text);
    mention->concept = keep(c, mention->concept);
    mention->name = keep(c, mention->name);
    c->mention[i] = c->out->mentions.n;
    return c->mention[i] - 1;
}

static size_t keep_reference(Copy *c, size_t i)
{
    if (i >= c->in->references.n) return i;
    if (c->reference[i]) return c->reference[i] - 1;
    const rxc_reference *from = &c->in->references.v[i];
    *vec_push(c->arena, &c->out->references) = (rxc_reference){
        .number = from->number, .span = from->span, .parsed = from->parsed, .work = keep_work(c, &from->work)
    };
    *vec_push(c->arena, &c->references) = i;
    c->reference[i] = c->out->references.n;
    return c->reference[i] - 1;
}

/* The block around byte at is needed. */
static void need_block(Copy *c, size_t at)
{
    const rxc_block *block = rxc_doc_block_at(c->in->doc, at);
    if (block) c->block[block - c->in->doc->blocks.v] = true;
}

static void keep_blocks(Copy *c)
{
    for (size_t i = 0; i < c->in->doc->blocks.n; i++) {
        const rxc_block *from = &c->in->doc->blocks.v[i];
        if (c->block[i])
            *vec_push(c->arena, &c->out->doc->blocks) =
                (rxc_block){ .kind = from->kind, .section = from->section, .span = from->span, .line = from->line };
    }
}

static void keep_evidence(Copy *c, const rxc_evidence *from)
{
    rxc_evidence evidence = *from;
    evidence.drug = keep_mention(c, from->drug);
    evidence.disorder = keep_mention(c, from->disorder);
    evidence.references.v = arena_array(c->arena, size_t, from->references.n);
    for (size_t i = 0; i < from->references.n; i++) evidence.references.v[i] = keep_reference(c, from->references.v[i]);
    evidence.text = keep(c, from->text);
    evidence.rule = keep(c, from->rule);
    need_block(c, from->sentence.b);
    *vec_push(c->arena, &c->out->evidence) = evidence;
}

static void keep_lost(Copy *c, const rxc_callout *from)
{
    rxc_callout *callout = vec_push(c->arena, &c->out->callouts);
    callout->span = from->span;
    Str sentence = rxc_doc_excerpt(c->in->doc, from->sentence, from->span.b);
    callout->sentence = (rxc_span){ c->text.n, c->text.n + sentence.n };
    buf_add(&c->text, sentence);
    callout->text = keep(c, from->text);
    for (size_t i = 0; i < from->unresolved.n; i++) *vec_push(c->arena, &callout->unresolved) = from->unresolved.v[i];
    need_block(c, from->span.b);
}

static void keep_cases(Copy *c)
{
    for (size_t i = 0; i < c->in->cases.n; i++) {
        const rxc_case *from = &c->in->cases.v[i];
        rxc_case *to = vec_push(c->arena, &c->out->cases);
        *to = (rxc_case){ .label = keep(c, from->label), .span = from->span };
        for (size_t k = 0; k < from->facts.n; k++) {
            rxc_case_fact *fact = vec_push(c->arena, &to->facts);
            *fact = from->facts.v[k];
            fact->value = keep(c, fact->value), fact->of = keep(c, fact->of);
            fact->concept = keep(c, fact->concept), fact->text = keep(c, fact->text);
        }
    }
}

static void keep_ledger(Copy *c)
{
    const rxc_ledger *from = &c->in->ledger;
    rxc_ledger *to = &c->out->ledger;
    *to = *from;
    to->losses.v = arena_array(c->arena, rxc_loss, from->losses.n);
    for (size_t i = 0; i < from->losses.n; i++) {
        to->losses.v[i] = from->losses.v[i];
        to->losses.v[i].what = keep(c, from->losses.v[i].what);
        to->losses.v[i].reason = keep(c, from->losses.v[i].reason);
        to->losses.v[i].example = keep(c, from->losses.v[i].example);
    }
}

static void keep_document(Copy *c)
{
    const rxc_doc *from = c->in->doc;
    rxc_doc *to = arena_new(c->arena, rxc_doc);
    *to = (rxc_doc){ .name = keep(c, from->name), .sha256 = keep(c, from->sha256), .format = keep(c, from->format),
                     .bytes = from->bytes, .kind = from->kind, .arena = c->arena };
    to->work = keep_work(c, &from->work);
    to->diags.more = from->diags.more;
    for (size_t i = 0; i < from->diags.n; i++) {
        rxc_diag *diag = vec_push(c->arena, &to->diags);
        *diag = from->diags.v[i];
        diag->code = keep(c, diag->code), diag->text = keep(c, diag->text);
    }
    c->out->doc = to;
}

void rxc_brief_copy(Arena *arena, const rxc_record *in, rxc_record *out, size_t **references)
{
    Copy c = { .arena = arena, .in = in, .out = out };
    *out = (rxc_record){ 0 };
    c.mention = arena_array(&c.scratch, size_t, in->mentions.n);
    c.reference = arena_array(&c.scratch, size_t, in->references.n);
    c.block = arena_array(&c.scratch, bool, in->doc->blocks.n);
    keep_document(&c);
    for (size_t i = 0; i < in->evidence.n; i++) keep_evidence(&c, &in->evidence.v[i]);
    for (size_t i = 0; i < in->callouts.n; i++)
        if (in->callouts.v[i].unresolved.n) keep_lost(&c, &in->callouts.v[i]);
    keep_blocks(&c);
    keep_cases(&c);
    keep_ledger(&c);
    out->doc->text = arena_str(arena, buf_str(&c.text));
    buf_clear(&c.text);
    *references = c.references.v;
    arena_clear(&c.scratch);
}
