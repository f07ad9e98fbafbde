// Counts the calls that put a file's contents or names onto the disk, and at the n-th of them on a path that holds
// HUNI_FAULT_PATH kills the process, tears the write in two and kills it, or fails as a disk does.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls = 0;

static int ours(const char *path) {
  const char *wanted = getenv("HUNI_FAULT_PATH");
  return wanted != NULL && path != NULL && strstr(path, wanted) != NULL;
}

static int ours_open(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return ours(path);
}

// 0: go on; 1: fail; 2: tear.
static int fault(void) {
  const char *at = getenv("HUNI_FAULT_AT"), *kind = getenv("HUNI_FAULT_KIND");
  calls++;
  const char *log = getenv("HUNI_FAULT_LOG");
  if (log != NULL) {
    FILE *file = fopen(log, "w");
    if (file != NULL) {
      fprintf(file, "%ld", calls);
      fclose(file);
    }
  }
  if (at == NULL || kind == NULL || calls != atol(at)) return 0;
  if (strcmp(kind, "kill") == 0) kill(getpid(), SIGKILL);
  if (strcmp(kind, "tear") == 0) return 2;
  errno = strcmp(kind, "full") == 0 ? ENOSPC : EIO;
  return 1;
}

#define REAL(name, type) \
  static __typeof__(type) real = NULL; \
  if (real == NULL) real = (__typeof__(type))dlsym(RTLD_NEXT, name);

#define WRITE_AT(symbol, offset) \
  ssize_t symbol(int fd, const void *data, size_t size, offset at) { \
    REAL(#symbol, ssize_t (*)(int, const void *, size_t, offset)) \
    if (ours_open(fd)) { \
      int what = fault(); \
      if (what == 1) return -1; \
      if (what == 2) { real(fd, data, size / 2, at); kill(getpid(), SIGKILL); } \
    } \
    return real(fd, data, size, at); \
  }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
  REAL("write", ssize_t (*)(int, const void *, size_t))
  if (ours_open(fd)) {
    int what = fault();
    if (what == 1) return -1;
    if (what == 2) { real(fd, data, size / 2); kill(getpid(), SIGKILL); }
  }
  return real(fd, data, size);
}

#define SYNC(symbol) \
  int symbol(int fd) { \
    REAL(#symbol, int (*)(int)) \
    if (ours_open(fd) && fault() != 0) return -1; \
    return real(fd); \
  }
SYNC(fsync)
SYNC(fdatasync)

#define CUT(symbol, offset) \
  int symbol(int fd, offset size) { \
    REAL(#symbol, int (*)(int, offset)) \
    if (ours_open(fd) && fault() != 0) return -1; \
    return real(fd, size); \
  }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

int unlink(const char *path) {
  REAL("unlink", int (*)(const char *))
  if (ours(path) && fault() != 0) return -1;
  return real(path);
}
