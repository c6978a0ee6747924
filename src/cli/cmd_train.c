/* cmd_train.c: rxcite train: trains a model on tagged references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <unistd.h>

#include "cli/command.h"
#include "flow/learning.h"

typedef struct Settings {
    const char *output, *method;
    long epochs, seed;
} Settings;

#define AT(member) offsetof(Settings, member)
static const rxc_opt options[] = {
    { "output", 'o', RXC_OPT_TEXT, AT(output), 0, 0, "FILE", "the model file (needed)" },
    { "method", 0, RXC_OPT_TEXT, AT(method), 0, 0, "NAME", "sgd (default), lbfgs or perceptron" },
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

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const Settings *s = settings;
    rxc_refs_training training = {
        .inputs = cli->operands.v + 1, .n_inputs = cli->operands.n - 1, .model_path = s->output,
        .epochs = (size_t)s->epochs, .seed = (uint64_t)s->seed, .progress = report, .context = cli,
    };
    if (strcmp(cli->operands.v[0], "refs") != 0)
        return rxc_err_set(err, RXC_USAGE, "train what? There is: refs");
    if (!s->output) return rxc_err_set(err, RXC_USAGE, "train needs --output FILE");
    if (!find_method(s->method ? s->method : "sgd", &training.method))
        return rxc_err_set(err, RXC_USAGE, "unknown method \"%s\"; there are sgd, lbfgs, perceptron", s->method);
    if (!cli->globals.overwrite && access(s->output, F_OK) == 0)
        return rxc_err_set(err, RXC_EXISTS, "%s is there already; --overwrite replaces it", s->output);
    RXC_TRY(rxc_refs_train(&training, err));
    rxc_cli_say(cli, "%s: trained on %zu references, %zu features", s->output, training.references, training.features);
    return RXC_OK;
}

const rxc_command rxc_command_train = {
    .name = "train", .operands = "refs FILE...", .help = "train a model on tagged references",
    .about = "FILEs hold references whose fields are known: JSON lines {\"raw\", \"gold\"} with CSL-JSON as gold, AnyStyle's XML,\n"
             "or GROBID's TEI citations. The model goes into data/models/refs.bin to be used by every command.\n"
             "Example: rxcite train refs mine.jsonl core.xml -o refs.bin",
    .options = options, .settings_size = sizeof(Settings), .least = 2, .most = SIZE_MAX, .run = run,
};
