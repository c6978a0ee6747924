/* feed.c: a file read as a stream: lines of bounded length, or plain bytes, with a look at its beginning. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/feed.h"

#include <errno.h>
#include <stdlib.h>

void rxc_feed_init(rxc_feed *feed, FILE *file, const char *path)
{
    *feed = (rxc_feed){ .path = path, .file = file, .chunk = malloc(RXC_FEED_CHUNK), .buf = { .max = RXC_FEED_LINE } };
    if (!feed->chunk) rxc_err_memory(RXC_FEED_CHUNK);
}

rxc_status rxc_feed_open(rxc_feed *feed, const char *path, rxc_err *err)
{
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (!file) return rxc_err_set(err, RXC_INPUT, "%s: %s", path, strerror(errno));
    rxc_feed_init(feed, file, path);
    return RXC_OK;
}

rxc_status rxc_feed_close(rxc_feed *feed, rxc_err *err)
{
    if (!feed->file) return RXC_OK;
    bool bad = ferror(feed->file) != 0;
    if (feed->file != stdin) fclose(feed->file);
    free(feed->chunk);
    buf_clear(&feed->buf);
    feed->file = NULL;
    return bad ? rxc_err_set(err, RXC_INPUT, "%s: reading failed (a folder, or a fault of the disk)", feed->path)
               : RXC_OK;
}

static bool fill(rxc_feed *feed)
{
    if (feed->at < feed->n) return true;
    feed->at = 0;
    feed->n = fread(feed->chunk, 1, RXC_FEED_CHUNK, feed->file);
    if (!feed->begun && feed->n >= 3 && memcmp(feed->chunk, "\xEF\xBB\xBF", 3) == 0) feed->at = 3;
    feed->begun = true;
    return feed->at < feed->n;
}

Str rxc_feed_peek(rxc_feed *feed)
{
    if (!fill(feed)) return (Str){ 0 };
    return (Str){ feed->chunk + feed->at, feed->n - feed->at };
}

bool rxc_feed_next(rxc_feed *feed, Str *line)
{
    bool some = false;
    buf_reset(&feed->buf);
    *line = (Str){ 0 };
    while (fill(feed)) {
        Str rest = { feed->chunk + feed->at, feed->n - feed->at }, part;
        bool whole = memchr(rest.p, '\n', rest.n) != NULL;
        str_cut(&rest, '\n', &part);
        feed->at += part.n + whole;
        if (whole && !some) {
            *line = part;
        } else {
            buf_add(&feed->buf, part);
            *line = buf_str(&feed->buf);
        }
        some = true;
        if (whole) break;
    }
    feed->cut = feed->buf.full;
    feed->line += some;
    if (str_last(*line) == '\r') line->n--;
    return some;
}

size_t rxc_feed_read(rxc_feed *feed, char *out, size_t n)
{
    if (!n || !fill(feed)) return 0;
    if (n > feed->n - feed->at) n = feed->n - feed->at;
    memcpy(out, feed->chunk + feed->at, n);
    feed->at += n;
    return n;
}
