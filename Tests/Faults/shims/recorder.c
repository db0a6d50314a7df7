// Preloaded into a program: writes down, in order, what it does to the files of one folder, with the bytes, so that
// the disk can be rebuilt as a power cut at any moment would have left it (power_cut.py).
//
//   RECORD_FOLDER  the folder whose files are written down
//   RECORD_LOG     where to
//   RECORD_MARKS   files whose names begin so are acknowledgements: what is written to them is a mark in the order
//   RECORD_NORMAL  the log's syncs are put off until the main file is written, as synchronous=NORMAL does it: a proof
//                  that losses are seen. No code of the product knows about it.
//
// A record is one write to the end of the log. The product changes a store's files under its lock, and a record is
// written before the lock is let go, so the order of the records is that of the changes, over all programs.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

struct record {
  uint32_t magic;
  uint8_t what;
  uint8_t flag;
  uint16_t name_bytes;
  uint64_t file;
  uint64_t place;
  uint64_t bytes;
};

static int log_file = -2;
static volatile int put_off;  // a sync of the log that NORMAL would not have made yet
static char put_off_name[PATH_MAX];
static uint64_t put_off_file;

static int logging(void) {
  if (log_file == -2) {
    const char *path = getenv("RECORD_LOG");
    log_file = path ? REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
  }
  return log_file >= 0;
}

static int begins(const char *text, const char *with) {
  return text && with && *with && strncmp(text, with, strlen(with)) == 0;
}

// Memory that all programs share is built anew after a power cut.
static int is_memory(const char *name) {
  size_t length = strlen(name);
  return length > 4 && strcmp(name + length - 4, "-shm") == 0;
}

static int is_log(const char *name) {
  size_t length = strlen(name);
  return length > 4 && strcmp(name + length - 4, "-wal") == 0;
}

static int is_ours(const char *name) {
  return logging() && begins(name, getenv("RECORD_FOLDER")) && !is_memory(name);
}

static void put(uint8_t what, uint8_t flag, const char *name, uint64_t file, uint64_t place, const void *data,
                uint64_t bytes) {
  int kept = errno;
  struct record head = {0x4D445452, what, flag, (uint16_t)strlen(name), file, place, bytes};
  struct iovec parts[3] = {{&head, sizeof head}, {(void *)name, strlen(name)}, {(void *)data, bytes}};
  size_t wanted = sizeof head + strlen(name) + bytes;
  if (writev(log_file, parts, bytes ? 3 : 2) != (ssize_t)wanted) abort();
  errno = kept;
}

// The name that a descriptor stands for now; whether it is one of ours.
static int named(int fd, char *name) {
  if (!logging()) return 0;
  int kept = errno;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, PATH_MAX - 1);
  errno = kept;
  if (length <= 0) return 0;
  name[length] = 0;
  return 1;
}

static uint64_t number(int fd) {
  struct stat status;
  return fstat(fd, &status) == 0 ? status.st_ino : 0;
}

static void sync_what_was_put_off(void) {
  if (!put_off) return;
  put_off = 0;
  put('S', 0, put_off_name, put_off_file, 0, NULL, 0);
}

static void wrote(int fd, uint64_t place, const void *data, ssize_t bytes) {
  char name[PATH_MAX];
  if (bytes <= 0 || !named(fd, name)) return;
  if (begins(name, getenv("RECORD_MARKS"))) {
    put('A', 0, "", 0, 0, data, (uint64_t)bytes);
  } else if (is_ours(name)) {
    put('W', 0, name, number(fd), place, data, (uint64_t)bytes);
  }
}

// Before the main file is written the log has to be on the disk, at NORMAL too.
static void before_writing(int fd) {
  char name[PATH_MAX];
  if (put_off && named(fd, name) && is_ours(name) && !is_log(name) && strstr(name, ".lock") == NULL &&
      strstr(name, ".drafts") == NULL) {
    sync_what_was_put_off();
  }
}

// MARK: opening

static int opened(int fd, const char *path, int existed) {
  char name[PATH_MAX];
  (void)path;
  if (fd >= 0 && named(fd, name) && is_ours(name)) put('O', existed ? 0 : 1, name, number(fd), 0, NULL, 0);
  return fd;
}

static int exists(int folder, const char *path) {
  struct stat status;
  int kept = errno;
  int found = fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0;
  errno = kept;
  return found;
}

#define MODE                          \
  mode_t mode = 0;                    \
  if (flags & (O_CREAT | __O_TMPFILE)) { \
    va_list rest;                     \
    va_start(rest, flags);            \
    mode = va_arg(rest, mode_t);      \
    va_end(rest);                     \
  }

int open(const char *path, int flags, ...) {
  MODE
  int existed = !(flags & O_CREAT) || exists(AT_FDCWD, path);
  return opened(REAL(open)(path, flags, mode), path, existed);
}

int open64(const char *path, int flags, ...) {
  MODE
  int existed = !(flags & O_CREAT) || exists(AT_FDCWD, path);
  return opened(REAL(open64)(path, flags, mode), path, existed);
}

int openat(int folder, const char *path, int flags, ...) {
  MODE
  int existed = !(flags & O_CREAT) || exists(folder, path);
  return opened(REAL(openat)(folder, path, flags, mode), path, existed);
}

int openat64(int folder, const char *path, int flags, ...) {
  MODE
  int existed = !(flags & O_CREAT) || exists(folder, path);
  return opened(REAL(openat64)(folder, path, flags, mode), path, existed);
}

int __open_2(const char *path, int flags) { return open(path, flags); }
int __open64_2(const char *path, int flags) { return open64(path, flags); }
int __openat_2(int folder, const char *path, int flags) { return openat(folder, path, flags); }

// MARK: writing

ssize_t write(int fd, const void *data, size_t bytes) {
  before_writing(fd);
  ssize_t done = REAL(write)(fd, data, bytes);
  char name[PATH_MAX];
  if (done > 0 && fd > 2 && named(fd, name) && (is_ours(name) || begins(name, getenv("RECORD_MARKS")))) {
    off_t end = lseek(fd, 0, SEEK_CUR);
    wrote(fd, end >= done ? (uint64_t)(end - done) : 0, data, done);
  }
  return done;
}

ssize_t pwrite(int fd, const void *data, size_t bytes, off_t place) {
  before_writing(fd);
  ssize_t done = REAL(pwrite)(fd, data, bytes, place);
  wrote(fd, (uint64_t)place, data, done);
  return done;
}

ssize_t pwrite64(int fd, const void *data, size_t bytes, off64_t place) {
  before_writing(fd);
  ssize_t done = REAL(pwrite64)(fd, data, bytes, place);
  wrote(fd, (uint64_t)place, data, done);
  return done;
}

static int cut(int fd, int done, uint64_t size) {
  char name[PATH_MAX];
  if (done == 0 && named(fd, name) && is_ours(name)) put('T', 0, name, number(fd), size, NULL, 0);
  return done;
}

int ftruncate(int fd, off_t size) {
  before_writing(fd);
  return cut(fd, REAL(ftruncate)(fd, size), (uint64_t)size);
}

int ftruncate64(int fd, off64_t size) {
  before_writing(fd);
  return cut(fd, REAL(ftruncate64)(fd, size), (uint64_t)size);
}

int fallocate(int fd, int mode, off_t place, off_t bytes) {
  int done = REAL(fallocate)(fd, mode, place, bytes);
  struct stat status;
  if (done == 0 && fstat(fd, &status) == 0) cut(fd, done, (uint64_t)status.st_size);
  return done;
}

int posix_fallocate(int fd, off_t place, off_t bytes) {
  int done = REAL(posix_fallocate)(fd, place, bytes);
  struct stat status;
  if (done == 0 && fstat(fd, &status) == 0) cut(fd, done, (uint64_t)status.st_size);
  return done;
}

// MARK: syncing

static int synced(int fd, int (*sync)(int)) {
  char name[PATH_MAX];
  int ours = named(fd, name) && is_ours(name);
  if (ours && is_log(name) && getenv("RECORD_NORMAL")) {
    strcpy(put_off_name, name);
    put_off_file = number(fd);
    put_off = 1;
    return 0;
  }
  int done = sync(fd);
  if (ours && done == 0) put('S', 0, name, number(fd), 0, NULL, 0);
  return done;
}

int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }

// MARK: names

static void absolute(int folder, const char *path, char *name) {
  name[0] = 0;
  if (*path != '/') {
    char at[PATH_MAX];
    if (folder == AT_FDCWD ? getcwd(at, sizeof at) != NULL : named(folder, at)) snprintf(name, PATH_MAX, "%.2000s/%.2000s", at, path);
    return;
  }
  snprintf(name, PATH_MAX, "%s", path);
}

static int moved(int done, uint8_t what, int folder, const char *from, int other, const char *to) {
  char old[PATH_MAX], new[PATH_MAX];
  if (done != 0 || !logging()) return done;
  absolute(folder, from, old);
  absolute(other, to, new);
  if (is_ours(new)) put(what, 0, new, 0, 0, old, strlen(old));
  return done;
}

int rename(const char *from, const char *to) {
  return moved(REAL(rename)(from, to), 'N', AT_FDCWD, from, AT_FDCWD, to);
}
int renameat(int folder, const char *from, int other, const char *to) {
  return moved(REAL(renameat)(folder, from, other, to), 'N', folder, from, other, to);
}
int link(const char *from, const char *to) {
  return moved(REAL(link)(from, to), 'L', AT_FDCWD, from, AT_FDCWD, to);
}

static int removed(int done, int folder, const char *path) {
  char name[PATH_MAX];
  if (done != 0 || !logging()) return done;
  absolute(folder, path, name);
  if (is_ours(name)) put('U', 0, name, 0, 0, NULL, 0);
  return done;
}

int unlink(const char *path) { return removed(REAL(unlink)(path), AT_FDCWD, path); }
int unlinkat(int folder, const char *path, int flags) {
  return removed(REAL(unlinkat)(folder, path, flags), folder, path);
}

int mkdir(const char *path, mode_t mode) {
  int done = REAL(mkdir)(path, mode);
  char name[PATH_MAX];
  if (done == 0 && logging()) {
    absolute(AT_FDCWD, path, name);
    if (is_ours(name)) put('M', 0, name, 0, 0, NULL, 0);
  }
  return done;
}
