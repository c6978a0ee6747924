/* model.c: opens and checks model files.
 *
 * All numbers are little-endian.
 *     0  8  "RXCMODEL"          8  4  FORMAT             12  4  version of the features
 *    16 16  kind, NUL-padded   32  4  labels             36  4  stride
 *    40  4  buckets            44  4  units (IEEE 754)   48  8  bytes of the file
 *    56  8  check sum of all that stands before and after it
 *    64     names of the labels, each NUL-terminated, padded to 16 bytes
 *           transition  labels * stride * 2
 *           tag         buckets * RXC_WAYS * 2, padded to 16 bytes
 *           weight      buckets * RXC_WAYS * stride */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _POSIX_C_SOURCE 200809L
#include "learn/model.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "learn/model_format.h"

void rxc_model_close(rxc_model *model)
{
    if (!model) return;
    if (model->map) munmap(model->map, model->map_size);
    free(model->transition);
    free(model->back);
    free(model->few);
    free(model->label);
    free(model);
}

size_t rxc_model_label(const rxc_model *model, const char *name)
{
    size_t y = 0;
    while (y < model->labels && strcmp(model->label[y], name) != 0) y++;
    return y;
}

static void *need(void *p, size_t size)
{
    if (!p) rxc_err_memory(size);
    return p;
}

/* Where the parts begin; false when they are not exactly the file. Fields are 32 bits, so 64 cannot overflow. */
static bool lay_out(Str bytes, model_layout *out)
{
    const uint8_t *p = (const uint8_t *)bytes.p;
    out->labels = model_get32(p + 32), out->stride = model_get32(p + 36), out->buckets = model_get32(p + 40);
    if (out->labels < 2 || out->labels > RXC_LABELS_MAX || out->stride > RXC_LABELS_MAX) return false;
    if (out->stride != model_stride(out->labels) || !out->buckets || out->buckets > MODEL_BUCKETS_MAX) return false;
    size_t at = MODEL_HEADER;
    for (size_t y = 0; y < out->labels; y++) {
        const char *end = at < bytes.n ? memchr(bytes.p + at, '\0', bytes.n - at) : NULL;
        if (!end) return false;
        at = (size_t)(end - bytes.p) + 1;
    }
    model_place(out, at);
    return out->end == bytes.n;
}

static rxc_status check(Str bytes, const char *name, const char *kind, uint32_t version, rxc_err *err)
{
    const uint8_t *p = (const uint8_t *)bytes.p;
    if (bytes.n < MODEL_HEADER || memcmp(p, MODEL_MAGIC, 8) != 0)
        return rxc_err_set(err, RXC_DATA, "%s: not a model file", name);
    if (model_get32(p + 8) != MODEL_FORMAT)
        return rxc_err_set(err, RXC_DATA, "%s: model format %u, this program reads %u", name, model_get32(p + 8),
                           (unsigned)MODEL_FORMAT);
    char wanted[16] = { 0 };
    memcpy(wanted, kind, strnlen(kind, sizeof wanted - 1));
    if (memcmp(p + 16, wanted, sizeof wanted) != 0)
        return rxc_err_set(err, RXC_DATA, "%s: not a model of kind \"%s\"", name, kind);
    if (model_get32(p + 12) != version)
        return rxc_err_set(err, RXC_DATA, "%s: made for version %u of the features, this program has %u: train it anew",
                           name, model_get32(p + 12), (unsigned)version);
    if (model_get64(p + 48) != bytes.n)
        return rxc_err_set(err, RXC_DATA, "%s: model file is cut off or too long", name);
    if (model_get64(p + 56) != model_sum(p, bytes.n))
        return rxc_err_set(err, RXC_DATA, "%s: model file is damaged (check sum)", name);
    return RXC_OK;
}

static void take_transitions(rxc_model *model, const uint8_t *p, size_t stride)
{
    size_t cells = model->labels * model->stride;
    model->transition = need(calloc(cells, sizeof(int16_t)), cells);
    model->back = need(calloc(cells, sizeof(int16_t)), cells);
    for (size_t x = 0; x < model->labels; x++)
        for (size_t y = 0; y < model->labels; y++) {
            int step = (int16_t)(p[(x * stride + y) * 2] | p[(x * stride + y) * 2 + 1] << 8);
            if (step > MODEL_STEP_MAX) step = MODEL_STEP_MAX;
            if (step < -MODEL_STEP_MAX) step = -MODEL_STEP_MAX;
            model->transition[x * model->stride + y] = (int16_t)step;
            model->back[y * model->stride + x] = (int16_t)step;
        }
}

/* The rows of a small model, close together. */
static void take_few(rxc_model *model, size_t stride)
{
    if (model->labels > RXC_FEW) return;
    model->stride = RXC_FEW;
    model->few = need(calloc(model->buckets, sizeof *model->few), model->buckets * sizeof *model->few);
    for (size_t i = 0; i < model->buckets; i++) {
        model->few[i].tags = rxc_model_tags(model->tag + i * RXC_WAYS * 2);
        for (size_t k = 0; k < RXC_WAYS; k++)
            memcpy(model->few[i].weight[k], model->weight + (i * RXC_WAYS + k) * stride, RXC_FEW);
    }
}

static void take_names(rxc_model *model, const char *name)
{
    model->label = need(calloc(model->labels, sizeof *model->label), model->labels);
    for (size_t y = 0; y < model->labels; y++, name += strlen(name) + 1) model->label[y] = name;
}

rxc_status rxc_model_read(Str bytes, const char *name, const char *kind, uint32_t version, rxc_model **out,
                          rxc_err *err)
{
    RXC_TRY(check(bytes, name, kind, version, err));
    const uint8_t *p = (const uint8_t *)bytes.p;
    model_layout layout;
    float units = model_get_float(p + 44);
    if (!(units >= 1 && units <= 1e6f) || !lay_out(bytes, &layout))
        return rxc_err_set(err, RXC_DATA, "%s: model file is damaged (sizes)", name);
    rxc_model *model = need(calloc(1, sizeof *model), sizeof *model);
    model->labels = layout.labels, model->stride = layout.stride, model->buckets = (uint32_t)layout.buckets;
    model->units = units;
    model->tag = p + layout.tag;
    model->weight = (const int8_t *)p + layout.weight;
    take_names(model, bytes.p + MODEL_HEADER);
    take_few(model, layout.stride);
    take_transitions(model, p + layout.transition, layout.stride);
    *out = model;
    return RXC_OK;
}

rxc_status rxc_model_open(const char *path, const char *kind, uint32_t version, rxc_model **out, rxc_err *err)
{
    struct stat info;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return rxc_err_set(err, RXC_DATA, "%s: %s", path, strerror(errno));
    bool usable = fstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_size >= MODEL_HEADER;
    size_t size = usable ? (size_t)info.st_size : 0;
    void *map = usable ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
    close(file);
    if (map == MAP_FAILED) return rxc_err_set(err, RXC_DATA, "%s: not a model file", path);
    rxc_status status = rxc_model_read((Str){ map, size }, path, kind, version, out, err);
    if (status) {
        munmap(map, size);
        return status;
    }
    (*out)->map = map, (*out)->map_size = size;
    return RXC_OK;
}
