/* account.c: what became of each file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/account.h"

#include <stdlib.h>

#include "base/buf.h"

Str rxc_account_file(Str name)
{
    size_t end = name.n;
    while (end && chr_digit(name.p[end - 1])) end--;
    if (end > 1 && end < name.n && name.p[end - 1] == '#') name.n = end - 1;
    size_t slash = str_chr(name, '/');
    return slash == STR_NONE || slash == 0 ? name : str_take(name, slash);
}

static rxc_account *enter(Arena *arena, rxc_accounts *accounts, Str name)
{
    rxc_account *account = vec_push(arena, accounts);
    account->file = rxc_account_file(name);
    account->sources = 1;
    account->order = accounts->n;
    return account;
}

void rxc_account_add(Arena *arena, rxc_accounts *accounts, Str name, const rxc_record *record, size_t resolved)
{
    rxc_account *account = enter(arena, accounts, name);
    account->documents = 1;
    account->bytes = record->doc->bytes;
    account->resolved = resolved;
    account->sum = record->ledger;
}

void rxc_account_fail(Arena *arena, rxc_accounts *accounts, Str name, Str problem)
{
    rxc_account *account = enter(arena, accounts, name);
    account->failures = 1;
    account->problem = problem;
}

static int by_file(const void *a, const void *b)
{
    const rxc_account *x = a, *y = b;
    int order = str_cmp(x->file, y->file);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static void join(Arena *arena, rxc_account *into, const rxc_account *from)
{
    rxc_ledger *sum = &into->sum;
    into->sources += from->sources;
    into->documents += from->documents;
    into->failures += from->failures;
    into->bytes += from->bytes;
    into->resolved += from->resolved;
    if (!into->problem.n) into->problem = from->problem;
    sum->references_stated += from->sum.references_stated;
    sum->references_seen += from->sum.references_seen;
    sum->references_parsed += from->sum.references_parsed;
    sum->callouts_seen += from->sum.callouts_seen;
    sum->callouts_resolved += from->sum.callouts_resolved;
    sum->callouts_unresolved += from->sum.callouts_unresolved;
    for (size_t i = 0; i < from->sum.losses.n; i++) {
        const rxc_loss *loss = &from->sum.losses.v[i];
        rxc_ledger_lose_many(arena, sum, loss->what, loss->reason, loss->count, loss->example, loss->line);
    }
}

/* An account of its own, whose list of losses is nobody else's. */
static rxc_account begin(Arena *arena, const rxc_account *first)
{
    rxc_account account = { .file = first->file };
    join(arena, &account, first);
    return account;
}

void rxc_account_finish(Arena *arena, rxc_accounts *accounts)
{
    size_t kept = 0;
    if (accounts->n) qsort(accounts->v, accounts->n, sizeof *accounts->v, by_file);
    for (size_t i = 0; i < accounts->n; i++) {
        if (kept && str_eq(accounts->v[kept - 1].file, accounts->v[i].file))
            join(arena, &accounts->v[kept - 1], &accounts->v[i]);
        else accounts->v[kept++] = begin(arena, &accounts->v[i]);
    }
    accounts->n = kept;
}

Str rxc_account_losses(Arena *arena, const rxc_ledger *ledger)
{
    Buf out = { 0 };
    for (size_t i = 0; i < ledger->losses.n; i++) {
        const rxc_loss *loss = &ledger->losses.v[i];
        buf_printf(&out, "%s%zu %.*s %.*s", i ? "; " : "", loss->count, STR_ARG(loss->what), STR_ARG(loss->reason));
    }
    Str text = arena_str(arena, buf_str(&out));
    buf_clear(&out);
    return text;
}
