/* train_concepts.c: trains the models of the concept finder on texts whose drugs, disorders and relations are known. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/train_concepts.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

#include "base/file.h"
#include "concept/pair.h"
#include "concept/scan.h"
#include "concept/whole.h"
#include "learn/train.h"
#include "text/utf8.h"

enum { FILE_MAX = 1 << 30, RARE = 2 /* least times of a feature */ };

static const float EAGER = 0.7f; /* for a mention of an event to begin */

const char *const rxc_concept_model_names[RXC_TRAIN_CONCEPT_MODELS] = { "mention", "event", "pair", "document" };

/* How each model is trained. */
static const struct recipe {
    size_t labels, epochs, rows;
    float l2;
    unsigned forget;   /* listed mentions of 100 that are hidden */
    size_t one_of;     /* sentences without an event of which one is kept */
} RECIPES[RXC_TRAIN_CONCEPT_MODELS] = {
    [RXC_TRAIN_MENTION] = { RXC_TAGS_MENTION, 12, 120000, 8, 20, 1 },
    [RXC_TRAIN_EVENT] = { RXC_TAGS_EVENT, 20, 120000, 4, 10, 400 },
    [RXC_TRAIN_PAIR] = { RXC_PAIR_LABELS, 20, 80000, 24, 0, 1 },
    [RXC_TRAIN_DOCUMENT] = { RXC_WHOLE_LABELS, 10, 20000, 24, 0, 1 },
};

typedef struct known {
    rxc_span span;
    rxc_tag tag; /* of its beginning */
} known;

typedef struct relation {
    rxc_span drug, disorder;
    rxc_pair_label label;
} relation;

/* What is known of the text at hand, and what was learnt so far. */
typedef struct lesson {
    const rxc_concepts_training *training;
    VEC(known) known;
    VEC(relation) relations;
    enum open { CLOSED, OPEN_TREATED, OPEN_LISTED } open; /* what may be there unmarked: treated disorders; what lists name */
    size_t without; /* sentences without an event so far */
    rxc_dataset data;
    Arena *arena;
} lesson;

/* --- what is known ----------------------------------------------------------------------------------------------- */

static size_t byte_of(Str text, int point)
{
    size_t at = 0;
    while (point-- > 0 && at < text.n) rxc_utf8_next(text, &at);
    return at;
}

static rxc_span span_of(Str text, const cJSON *entity)
{
    const cJSON *b = cJSON_GetObjectItemCaseSensitive(entity, "start"), *e = cJSON_GetObjectItemCaseSensitive(entity, "end");
    if (!cJSON_IsNumber(b) || !cJSON_IsNumber(e)) return (rxc_span){ 0, 0 };
    return (rxc_span){ byte_of(text, b->valueint), byte_of(text, e->valueint) };
}

static Str type_of(const cJSON *object)
{
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(object, "type");
    return cJSON_IsString(type) ? str_from(type->valuestring) : (Str){ 0 };
}

static rxc_tag tag_of(Str type, rxc_concept_model model)
{
    if (str_eq(type, S("drug"))) return RXC_TAG_DRUG;
    if (str_eq(type, S("reaction"))) return RXC_TAG_REACTION;
    if (str_eq(type, S("disease"))) return model == RXC_TRAIN_EVENT ? RXC_TAG_TREATED : RXC_TAG_DISORDER;
    return RXC_TAG_O;
}

/* Shorter ones first: they are painted first, and a longer one around goes on beside them. */
static int compare_known(const void *a, const void *b)
{
    const known *x = a, *y = b;
    size_t p = x->span.e - x->span.b, q = y->span.e - y->span.b;
    if (p != q) return p < q ? -1 : 1;
    return (x->span.b > y->span.b) - (x->span.b < y->span.b);
}

static void read_relation(lesson *l, Str text, const cJSON *entities, const cJSON *item)
{
    const cJSON *d = cJSON_GetObjectItemCaseSensitive(item, "drug"), *r = cJSON_GetObjectItemCaseSensitive(item, "reaction");
    Str type = type_of(item);
    bool adverse = str_eq(type, S("adverse_effect"));
    if (!cJSON_IsNumber(d) || !cJSON_IsNumber(r) || (!adverse && !str_eq(type, S("treats")))) return;
    *vec_push(l->arena, &l->relations) = (relation){ span_of(text, cJSON_GetArrayItem(entities, d->valueint)),
                                                     span_of(text, cJSON_GetArrayItem(entities, r->valueint)),
                                                     adverse ? RXC_PAIR_ADVERSE : RXC_PAIR_TREATS };
}

static enum open open_of(const cJSON *item)
{
    static const char *const names[] = { "", "treated", "listed" };
    for (size_t i = 1; cJSON_IsString(item) && i < sizeof names / sizeof *names; i++)
        if (strcmp(item->valuestring, names[i]) == 0) return (enum open)i;
    return CLOSED;
}

static void read_known(lesson *l, Str text, const cJSON *root)
{
    const cJSON *entities = cJSON_GetObjectItemCaseSensitive(root, "entities"), *item;
    l->known.n = l->known.cap = l->relations.n = l->relations.cap = 0;
    l->known.v = NULL, l->relations.v = NULL;
    l->open = open_of(cJSON_GetObjectItemCaseSensitive(root, "open"));
    cJSON_ArrayForEach(item, entities)
    {
        rxc_tag tag = tag_of(type_of(item), l->training->model);
        if (tag) *vec_push(l->arena, &l->known) = (known){ span_of(text, item), tag };
    }
    if (l->known.n) qsort(l->known.v, l->known.n, sizeof *l->known.v, compare_known);
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(root, "relations")) read_relation(l, text, entities, item);
}

/* --- what is learnt ---------------------------------------------------------------------------------------------- */

static bool overlap(rxc_span a, rxc_span b) { return a.b < b.e && b.b < a.e; }

/* The labels of an unmarked token. */
static uint64_t unmarked(const lesson *l, const rxc_view *view, size_t t)
{
    const uint64_t o = 1, drug = UINT64_C(3) << RXC_TAG_DRUG, disorder = UINT64_C(3) << RXC_TAG_DISORDER;
    if (l->open == OPEN_TREATED && l->known.n) return o | UINT64_C(3) << RXC_TAG_TREATED;
    if (l->open != OPEN_LISTED) return o;
    if (view->listed[t] >= RXC_TAG_DISORDER) return o | disorder;
    return view->listed[t] || view->part[t] == RXC_PART_DRUG ? o | drug : o;
}

static void paint(const lesson *l, const rxc_view *view, uint64_t *allowed)
{
    const rxc_unit *unit = view->unit;
    for (size_t t = 0; t < unit->n; t++) allowed[t] = 0;
    for (size_t i = 0; i < l->known.n; i++) {
        bool begun = false;
        for (size_t t = 0; t < unit->n; t++) {
            if (allowed[t] || !overlap((rxc_span){ unit->tokens[t].b, unit->tokens[t].e }, l->known.v[i].span)) continue;
            allowed[t] = UINT64_C(1) << (l->known.v[i].tag + begun);
            begun = true;
        }
    }
    for (size_t t = 0; t < unit->n; t++)
        if (!allowed[t]) allowed[t] = unmarked(l, view, t);
}

static void learn_tags(void *context, const rxc_view *view, rxc_sequence features)
{
    lesson *l = context;
    if (!l->known.n && l->without++ % RECIPES[l->training->model].one_of) return;
    uint64_t *allowed = arena_array(l->arena, uint64_t, view->unit->n + 1);
    paint(l, view, allowed);
    rxc_dataset_add(&l->data, features, allowed);
}

static rxc_span wording(const rxc_unit *unit, const rxc_find *f)
{
    return (rxc_span){ unit->tokens[f->wide_b].b, unit->tokens[f->wide_e - 1].e };
}

/* The labels that a pair may have: adverse is said more plainly than treats. */
static uint64_t labels_of(const lesson *l, rxc_span drug, rxc_span disorder)
{
    rxc_pair_label label = RXC_PAIR_NONE;
    for (size_t i = 0; i < l->relations.n && label != RXC_PAIR_ADVERSE; i++)
        if (overlap(l->relations.v[i].drug, drug) && overlap(l->relations.v[i].disorder, disorder)) label = l->relations.v[i].label;
    uint64_t untold = label == RXC_PAIR_NONE && l->open == OPEN_TREATED ? UINT64_C(1) << RXC_PAIR_TREATS : 0;
    return UINT64_C(1) << label | untold;
}

static void learn_pairs(void *context, const rxc_statement *statement)
{
    lesson *l = context;
    rxc_pairs pairs = { 0 };
    rxc_pair_list(statement, l->arena, &pairs);
    for (size_t i = 0; i < pairs.n; i++) {
        rxc_features features = { 0 };
        rxc_pair_describe(statement, &pairs.v[i], l->arena, &features);
        uint64_t allowed = labels_of(l, wording(&statement->unit, &statement->finds.v[pairs.v[i].drug]),
                                     wording(&statement->unit, &statement->finds.v[pairs.v[i].disorder]));
        uint32_t begin[2] = { 0, (uint32_t)features.n };
        rxc_dataset_add(&l->data, (rxc_sequence){ 1, begin, features.v }, &allowed);
    }
}

/* Does a place of the one and a place of the other stand in a known relation? */
static bool are_related(const lesson *l, const rxc_gist *gist, const rxc_topic *drug, const rxc_topic *disorder)
{
    for (size_t i = 0; i < l->relations.n; i++) {
        const rxc_topic *topics[] = { drug, disorder };
        bool there[] = { false, false };
        for (size_t t = 0; t < 2; t++)
            for (size_t k = 0; k < topics[t]->places.n; k++) {
                const rxc_noted *noted = &gist->sentences.v[topics[t]->places.v[k].sentence];
                const rxc_find *f = &noted->finds.v[topics[t]->places.v[k].find];
                rxc_span span = { noted->unit.tokens[f->b].b, noted->unit.tokens[f->e - 1].e };
                there[t] |= overlap(span, t ? l->relations.v[i].disorder : l->relations.v[i].drug);
            }
        if (there[0] && there[1]) return true;
    }
    return false;
}

static void learn_document(void *context, const rxc_concepts *concepts, const rxc_gist *gist)
{
    lesson *l = context;
    rxc_links links = { 0 };
    rxc_whole_list(gist, l->arena, &links);
    for (size_t i = 0; i < links.n; i++) {
        rxc_features features = { 0 };
        rxc_whole_describe(concepts, gist, &links, i, l->arena, &features);
        bool related = are_related(l, gist, &gist->topics[RXC_DRUG].v[links.v[i].drug], &gist->topics[RXC_DISORDER].v[links.v[i].disorder]);
        uint64_t allowed = UINT64_C(1) << (related ? RXC_WHOLE_ADVERSE : RXC_WHOLE_NONE);
        uint32_t begin[2] = { 0, (uint32_t)features.n };
        rxc_dataset_add(&l->data, (rxc_sequence){ 1, begin, features.v }, &allowed);
    }
}

/* --- texts ------------------------------------------------------------------------------------------------------- */

static void learn_text(lesson *l, const rxc_concepts *concepts, Str text, const cJSON *root)
{
    read_known(l, text, root);
    rxc_doc doc = { .text = text, .arena = l->arena };
    rxc_record record = { .doc = &doc };
    rxc_observer observer = { .context = l, .forget = RECIPES[l->training->model].forget };
    Str rest = text, line;
    while (rest.n && str_cut(&rest, '\n', &line)) {
        size_t b = (size_t)(line.p - text.p);
        if (line.n) *vec_push(l->arena, &doc.blocks) = (rxc_block){ .span = { b, b + line.n } };
    }
    if (l->open == OPEN_LISTED) observer.forget = 0;
    if (l->training->model == RXC_TRAIN_MENTION) observer.mention = learn_tags;
    else if (l->training->model == RXC_TRAIN_EVENT) observer.event = learn_tags;
    else if (l->training->model == RXC_TRAIN_PAIR) observer.pairs = learn_pairs;
    else observer.document = learn_document;
    const rxc_scan_options options = { .observer = &observer, .abstract = true };
    rxc_scan_document(concepts, &record, &options);
}

/* Learn from a line if its fold is wanted. */
static bool learn_line(lesson *l, const rxc_concepts *concepts, int only, Str line, size_t *documents)
{
    cJSON *root = cJSON_ParseWithLength(line.p, line.n);
    const cJSON *text = cJSON_GetObjectItemCaseSensitive(root, "text"), *fold = cJSON_GetObjectItemCaseSensitive(root, "fold");
    bool good = cJSON_IsString(text);
    int k = cJSON_IsNumber(fold) ? fold->valueint : RXC_NO_FOLD;
    bool out = k != RXC_NO_FOLD && (k == l->training->except[0] || k == l->training->except[1]);
    if (good && !out && (only == RXC_NO_FOLD || only == k)) {
        Arena arena = { 0 };
        l->arena = &arena;
        learn_text(l, concepts, str_from(text->valuestring), root);
        arena_clear(&arena);
        ++*documents;
    }
    cJSON_Delete(root);
    return good;
}

static rxc_status learn_file(lesson *l, const rxc_concepts *concepts, int only, const char *path, size_t *documents, rxc_err *err)
{
    Arena arena = { 0 };
    Str rest, line;
    rxc_status status = rxc_file_read(path, FILE_MAX, &arena, &rest, err);
    for (size_t number = 1; !status && rest.n && str_cut(&rest, '\n', &line); number++)
        if (str_trim(line).n && !learn_line(l, concepts, only, line, documents))
            status = rxc_err_set(err, RXC_INPUT, "%s:%zu: no JSON object with a text", path, number);
    arena_clear(&arena);
    return status;
}

/* Learn from all files with the models of a folder; only: the fold that counts. */
static rxc_status learn_files(lesson *l, const char *data_dir, int only, size_t *documents, rxc_err *err)
{
    const rxc_concepts_training *t = l->training;
    rxc_concepts *concepts;
    RXC_TRY(rxc_concepts_open(data_dir, &concepts, err));
    rxc_status status = RXC_OK;
    for (size_t i = 0; !status && i < t->n_inputs; i++) status = learn_file(l, concepts, only, t->inputs[i], documents, err);
    rxc_concepts_close(concepts);
    return status;
}

/* Of pairs, each fold is seen with the event model that has not seen it. */
static rxc_status learn_all(lesson *l, size_t *documents, rxc_err *err)
{
    const rxc_concepts_training *t = l->training;
    Arena arena = { 0 };
    rxc_status status = RXC_OK;
    if ((t->model != RXC_TRAIN_PAIR && t->model != RXC_TRAIN_DOCUMENT) || !t->folds_dir) {
        const char *dir = t->data_dir ? t->data_dir : rxc_file_data_dir(&arena);
        status = dir ? learn_files(l, dir, RXC_NO_FOLD, documents, err)
                     : rxc_err_set(err, RXC_DATA, "the vocabularies are not there; set RXCITE_DATA to the folder with vocab/");
        arena_clear(&arena);
        return status;
    }
    for (int k = 0; !status && k < RXC_TRAIN_FOLDS; k++)
        if (k != t->except[0] && k != t->except[1])
            status = learn_files(l, arena_printf(&arena, "%s/%d", t->folds_dir, k).p, k, documents, err);
    arena_clear(&arena);
    return status;
}

/* A mention begins more easily than the texts taught: the model of pairs refuses what is wrong, but never sees what is missed. */
static void make_eager(rxc_weights *w)
{
    for (size_t y = RXC_TAG_DRUG; y < RXC_TAGS_EVENT; y += 2) w->transition[RXC_TAG_O * w->stride + y] += EAGER;
}

static rxc_status write_model(rxc_concepts_training *t, rxc_dataset *data, rxc_err *err)
{
    const struct recipe *r = &RECIPES[t->model];
    rxc_dataset_index(data, RARE);
    t->features = data->rows;
    const rxc_train_options options = { .method = RXC_TRAIN_SGD, .labels = r->labels, .epochs = t->epochs ? t->epochs : r->epochs,
                                        .rate = 0.1f, .l2 = r->l2, .seed = 1, .progress = t->progress, .context = t->context };
    rxc_weights w = rxc_train(data, &options);
    if (t->model == RXC_TRAIN_EVENT) make_eager(&w);
    const char *const *names = t->model == RXC_TRAIN_PAIR ? rxc_pair_labels : t->model == RXC_TRAIN_DOCUMENT ? rxc_whole_labels : rxc_tagger_labels;
    rxc_status status = rxc_model_write(t->model_path, rxc_concept_model_names[t->model], RXC_TAGGER_VERSION, &w,
                                        names, r->rows, err);
    rxc_weights_clear(&w);
    return status;
}

rxc_status rxc_concepts_train(rxc_concepts_training *training, rxc_err *err)
{
    lesson l = { .training = training };
    training->documents = 0;
    rxc_status status = learn_all(&l, &training->documents, err);
    if (!status && !l.data.tokens) status = rxc_err_set(err, RXC_NOTHING, "no text with drugs or disorders in the input");
    if (!status) status = write_model(training, &l.data, err);
    rxc_dataset_clear(&l.data);
    return status;
}
