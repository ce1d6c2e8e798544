/*
 * Lets one of the calls by which a process changes files below a folder fail, whoever makes it: Node or SQLite.
 * Built and preloaded by disk.ts:
 *
 *     FAULT_FOLDER  absolute path of the folder
 *     FAULT_AT      which of the calls fails, from 0; -1 for none
 *     FAULT_ERRNO   with what
 *     FAULT_STAYS   1 where all calls after it fail too
 *     FAULT_COUNT   file that is given the number of calls when the process ends
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096

static atomic_int calls;
/* Which open files lie below the folder. */
static atomic_char below[FILES];

static int is_below(const char *path) {
  const char *folder = getenv("FAULT_FOLDER");
  return folder != NULL && path != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_open_below(int file) { return file >= 0 && file < FILES && below[file]; }

/* Counts a call; true where it is to fail. */
static int fails(void) {
  int call = atomic_fetch_add(&calls, 1);
  int at = atoi(getenv("FAULT_AT"));
  const char *stays = getenv("FAULT_STAYS");
  if (at < 0 || call < at || (call > at && (stays == NULL || stays[0] != '1'))) return 0;
  errno = atoi(getenv("FAULT_ERRNO"));
  return 1;
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("FAULT_COUNT");
  FILE *file = path == NULL ? NULL : fopen(path, "w");
  if (file == NULL) return;
  fprintf(file, "%d", atomic_load(&calls));
  fclose(file);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int note(int file, const char *path) {
  if (file >= 0 && file < FILES) below[file] = (char)is_below(path);
  return file;
}

#define OPEN(name)                                                                              \
  int name(const char *path, int flags, ...) {                                                  \
    mode_t mode = 0;                                                                            \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                        \
      va_list rest;                                                                             \
      va_start(rest, flags);                                                                    \
      mode = va_arg(rest, mode_t);                                                              \
      va_end(rest);                                                                             \
    }                                                                                           \
    if ((flags & (O_WRONLY | O_RDWR | O_CREAT)) && is_below(path) && fails()) return -1;        \
    return note(REAL(name)(path, flags, mode), path);                                           \
  }

OPEN(open)
OPEN(open64)

#define ON_FILE(type, name, parameters, arguments)              \
  type name parameters {                                        \
    if (is_open_below(file) && fails()) return -1;              \
    return REAL(name) arguments;                                \
  }

ON_FILE(ssize_t, write, (int file, const void *bytes, size_t size), (file, bytes, size))
ON_FILE(ssize_t, pwrite, (int file, const void *bytes, size_t size, off_t at), (file, bytes, size, at))
ON_FILE(ssize_t, pwrite64, (int file, const void *bytes, size_t size, off64_t at), (file, bytes, size, at))
ON_FILE(ssize_t, writev, (int file, const struct iovec *parts, int count), (file, parts, count))
ON_FILE(ssize_t, pwritev, (int file, const struct iovec *parts, int count, off_t at), (file, parts, count, at))
ON_FILE(int, fsync, (int file), (file))
ON_FILE(int, fdatasync, (int file), (file))
ON_FILE(int, ftruncate, (int file, off_t size), (file, size))
ON_FILE(int, ftruncate64, (int file, off64_t size), (file, size))

#define ON_PATH(name, parameters, arguments)                    \
  int name parameters {                                         \
    if (is_below(path) && fails()) return -1;                   \
    return REAL(name) arguments;                                \
  }

ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode))
ON_PATH(rmdir, (const char *path), (path))
ON_PATH(unlink, (const char *path), (path))
ON_PATH(rename, (const char *path, const char *to), (path, to))
ON_PATH(link, (const char *path, const char *to), (path, to))
