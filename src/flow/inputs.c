/* inputs.c: expands paths to files: folders recursively, in a stable order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "flow/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"

/* A path still to be looked at, and how many folders it lies in. */
typedef struct Todo {
    const char *path;
    int depth;
} Todo;

typedef VEC(Todo) Todos;
typedef VEC(const char *) Patterns;

enum { IGNORE_MAX = 1 << 16 }; /* bytes of a list of names to leave out */

static Str base_name(const char *path)
{
    Str s = str_from(path);
    if (str_eq(s, S("-"))) return S("standard input");
    while (s.n > 1 && str_last(s) == '/') s.n--;
    size_t slash = str_rchr(s, '/');
    return slash == STR_NONE || s.n == 1 ? s : str_drop(s, slash + 1);
}

static void add_input(Arena *arena, rxc_inputs *out, const char *path, const char *problem)
{
    *vec_push(arena, out) =
        (rxc_input){ path, base_name(path), problem ? arena_str(arena, str_from(problem)) : (Str){ 0 } };
}

static int by_name_down(const void *a, const void *b)
{
    const Todo *x = a, *y = b;
    return strcmp(y->path, x->path);
}

/* What a folder's own list (a pattern of names on each line, "#" before a remark) keeps out. */
static void read_ignored(Arena *arena, const char *folder, Patterns *out)
{
    Str text = { 0 }, line;
    struct stat st;
    const char *path = arena_printf(arena, "%s/%s", folder, RXC_INPUTS_IGNORE).p;
    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode) || rxc_file_read(path, IGNORE_MAX, arena, &text, NULL)) return;
    while (str_cut(&text, '\n', &line)) {
        line = str_trim(line);
        if (line.n && line.p[0] != '#') *vec_push(arena, out) = arena_cstr(arena, line);
    }
}

static bool is_ignored(const Patterns *patterns, const char *name)
{
    for (size_t i = 0; i < patterns->n; i++)
        if (fnmatch(patterns->v[i], name, 0) == 0) return true;
    return false;
}

/* Push the entries of a folder so that they are popped in byte order. */
static const char *open_folder(Arena *arena, Todo folder, Todos *todos)
{
    if (folder.depth == RXC_INPUTS_DEPTH) return "folders lie too deep in each other";
    DIR *dir = opendir(folder.path);
    if (!dir) return strerror(errno);
    size_t first = todos->n;
    Str parent = str_from(folder.path);
    const char *gap = str_last(parent) == '/' ? "" : "/";
    Patterns ignored = { 0 };
    read_ignored(arena, folder.path, &ignored);
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (entry->d_name[0] == '.' || is_ignored(&ignored, entry->d_name)) continue;
        Str path = arena_printf(arena, "%s%s%s", folder.path, gap, entry->d_name);
        *vec_push(arena, todos) = (Todo){ path.p, folder.depth + 1 };
    }
    closedir(dir);
    if (todos->n > first) qsort(todos->v + first, todos->n - first, sizeof *todos->v, by_name_down);
    return NULL;
}

/* Within a folder only real files and folders are taken: links could lead in a circle. */
static void look_at(Arena *arena, Todo todo, Todos *todos, rxc_inputs *out)
{
    struct stat st;
    bool given = todo.depth == 0;
    if (given && strcmp(todo.path, "-") == 0) {
        add_input(arena, out, todo.path, NULL);
        return;
    }
    if ((given ? stat : lstat)(todo.path, &st) != 0) {
        add_input(arena, out, todo.path, strerror(errno));
        return;
    }
    if (S_ISDIR(st.st_mode)) {
        const char *problem = open_folder(arena, todo, todos);
        if (problem) add_input(arena, out, todo.path, problem);
    } else if (S_ISREG(st.st_mode) || given) {
        add_input(arena, out, todo.path, NULL);
    } else if (S_ISLNK(st.st_mode) && stat(todo.path, &st) != 0) {
        add_input(arena, out, todo.path, strerror(errno));
    } else if (S_ISREG(st.st_mode)) {
        add_input(arena, out, todo.path, NULL);
    }
}

void rxc_inputs_find(Arena *arena, const char *const *paths, size_t count, rxc_inputs *out)
{
    Todos todos = { 0 };
    for (size_t i = 0; i < count; i++) {
        *vec_push(arena, &todos) = (Todo){ paths[i], 0 };
        while (todos.n) {
            Todo todo = todos.v[--todos.n];
            look_at(arena, todo, &todos, out);
        }
    }
}
