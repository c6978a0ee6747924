/* cmd_train.c: rxcite train: trains a model on tagged references, or on texts whose drugs and disorders are known. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <unistd.h>

#include "cli/command.h"
#include "flow/learning.h"

typedef struct Settings {
    const char *output, *method, *model, *folds, *except, *also_except;
    long epochs, seed;
} Settings;

#define AT(member) offsetof(Settings, member)
static const rxc_opt options[] = {
    { "output", 'o', RXC_OPT_TEXT, AT(output), 0, 0, "FILE", "the model file (needed)" },
    { "method", 0, RXC_OPT_TEXT, AT(method), 0, 0, "NAME", "sgd (default), lbfgs or perceptron" },
    { "model", 0, RXC_OPT_TEXT, AT(model), 0, 0, "NAME", "of concepts: mention, event, pair or document" },
    { "except", 0, RXC_OPT_TEXT, AT(except), 0, 0, "FOLD", "of concepts: leave out texts of this fold" },
    { "also-except", 0, RXC_OPT_TEXT, AT(also_except), 0, 0, "FOLD", "of concepts: and of this one" },
    { "folds", 0, RXC_OPT_TEXT, AT(folds), 0, 0, "FOLDER",
      "of pair and document: data folders 0 to 4, whose models have not seen that fold" },
    { "epochs", 0, RXC_OPT_NUMBER, AT(epochs), 1, 1000, "N", "passes over the data" },
    { "seed", 0, RXC_OPT_NUMBER, AT(seed), 1, 1000000, "N", "of the order of the data; 1 unless told" },
    { 0 },
};

static bool find_method(const char *name, rxc_train_method *out)
{
    static const char *const names[RXC_TRAIN_METHODS] = { "sgd", "lbfgs", "perceptron" };
    for (size_t i = 0; i < RXC_TRAIN_METHODS; i++)
        if (strcmp(name, names[i]) == 0) return *out = (rxc_train_method)i, true;
    return false;
}

static void report(void *context, size_t epoch, double loss)
{
    const rxc_cli *cli = context;
    if (cli->globals.verbose) rxc_cli_say(cli, "epoch %zu: loss %.1f", epoch, loss);
}

static rxc_status train_refs(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    rxc_refs_training training = {
        .inputs = cli->operands.v + 1, .n_inputs = cli->operands.n - 1, .model_path = s->output,
        .epochs = (size_t)s->epochs, .seed = (uint64_t)s->seed, .progress = report, .context = cli,
    };
    if (!find_method(s->method ? s->method : "sgd", &training.method))
        return rxc_err_set(err, RXC_USAGE, "unknown method \"%s\"; there are sgd, lbfgs, perceptron", s->method);
    RXC_TRY(rxc_refs_train(&training, err));
    rxc_cli_say(cli, "%s: trained on %zu references, %zu features", s->output, training.references, training.features);
    return RXC_OK;
}

static bool find_model(const char *name, rxc_concept_model *out)
{
    for (size_t i = 0; name && i < RXC_TRAIN_CONCEPT_MODELS; i++)
        if (strcmp(name, rxc_concept_model_names[i]) == 0) return *out = (rxc_concept_model)i, true;
    return false;
}

/* A fold; RXC_NO_FOLD where none is named. */
static bool read_fold(const char *text, int *out)
{
    size_t fold = 0;
    *out = RXC_NO_FOLD;
    if (!text) return true;
    if (!str_to_size(str_from(text), &fold) || fold >= RXC_TRAIN_FOLDS) return false;
    *out = (int)fold;
    return true;
}

static rxc_status train_concepts(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    rxc_concepts_training training = {
        .inputs = cli->operands.v + 1, .n_inputs = cli->operands.n - 1, .model_path = s->output, .folds_dir = s->folds,
        .epochs = (size_t)s->epochs, .progress = report, .context = cli,
    };
    if (!find_model(s->model, &training.model))
        return rxc_err_set(err, RXC_USAGE, "which --model? There are: mention, event, pair, document");
    if (!read_fold(s->except, &training.except[0]) || !read_fold(s->also_except, &training.except[1]))
        return rxc_err_set(err, RXC_USAGE, "a fold is a number from 0 to 4");
    RXC_TRY(rxc_concepts_train(&training, err));
    rxc_cli_say(cli, "%s: trained on %zu texts, %zu features", s->output, training.documents, training.features);
    return RXC_OK;
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const Settings *s = settings;
    bool refs = strcmp(cli->operands.v[0], "refs") == 0;
    if (!refs && strcmp(cli->operands.v[0], "concepts") != 0)
        return rxc_err_set(err, RXC_USAGE, "train what? There are: refs, concepts");
    if (!s->output) return rxc_err_set(err, RXC_USAGE, "train needs --output FILE");
    if (!cli->globals.overwrite && access(s->output, F_OK) == 0)
        return rxc_err_set(err, RXC_EXISTS, "%s is there already; --overwrite replaces it", s->output);
    return refs ? train_refs(cli, s, err) : train_concepts(cli, s, err);
}

const rxc_command rxc_command_train = {
    .name = "train",
    .operands = "refs|concepts FILE...",
    .help = "train a model on known references, or on known drugs and disorders",
    .about =
        "FILEs hold references whose fields are known: JSON lines {\"raw\", \"gold\"} with CSL-JSON as gold, AnyStyle's XML,\n"
        "or GROBID's TEI citations. The model goes into data/models/refs.bin to be used by every command.\n"
        "For concepts, FILEs hold JSON lines {\"text\", \"fold\", \"entities\", \"relations\"}; the data folder gives vocabularies,\n"
        "cues and the models that come before: mention, then event, then pair, then document.\n"
        "Example: rxcite train refs mine.jsonl core.xml -o refs.bin",
    .options = options,
    .settings_size = sizeof(Settings),
    .least = 2,
    .most = SIZE_MAX,
    .run = run,
};
