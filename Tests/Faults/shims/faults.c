// Preloaded into a program: makes calls on the files of one folder fail as a failing or full disk makes them fail, or
// ends the program in the middle of one. A file says what fails, and is read before every such call, so that a fault
// comes and goes while the program runs.
//
//   FAULTS_FOLDER   the folder whose files are meant
//   FAULTS_CONTROL  the file that says what fails: `ROUND WHAT CALL PART NTH HOW`, or nothing
//   FAULTS_HITS     a line is added here for each call that was made to fail
//
// ROUND is any number: another one begins to count anew. WHAT is ENOSPC, EIO, SHORT (half is written, and what follows
// finds a full disk), KILL (the program ends before the call) or KILLHALF (it ends when half is written). CALL is write,
// read, sync, open, cut, move or any. PART stands in the name, or is `*`; `=` with a name behind it is the whole file
// name. The NTH such call fails and, if HOW is `always`, all after it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

enum what { NOTHING, FAIL, SHORT, KILL, KILLHALF };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long round_number = -1, calls, shorts;

static void hit(const char *call, const char *name) {
  const char *path = getenv("FAULTS_HITS");
  int file = path ? REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
  if (file < 0) return;
  char line[PATH_MAX + 32];
  int bytes = snprintf(line, sizeof line, "%s %s\n", call, name);
  if (REAL(write)(file, line, (size_t)bytes) != bytes) abort();
  REAL(close)(file);
}

// What happens to a call on a name; the code of a failure is put into *code.
static enum what fate(const char *call, const char *name, int *code) {
  const char *folder = getenv("FAULTS_FOLDER"), *control = getenv("FAULTS_CONTROL");
  if (!folder || !control || strncmp(name, folder, strlen(folder)) != 0) return NOTHING;
  char text[512] = "";
  int file = REAL(open)(control, O_RDONLY | O_CLOEXEC);
  if (file < 0) return NOTHING;
  ssize_t bytes = REAL(read)(file, text, sizeof text - 1);
  REAL(close)(file);
  if (bytes <= 0) return NOTHING;
  text[bytes] = 0;
  long round, nth;
  char what[16], wanted[16], part[256], how[16];
  if (sscanf(text, "%ld %15s %15s %255s %ld %15s", &round, what, wanted, part, &nth, how) != 6) return NOTHING;
  if (strcmp(wanted, "any") != 0 && strcmp(wanted, call) != 0) return NOTHING;
  if (part[0] == '=') {
    const char *slash = strrchr(name, '/');
    if (strcmp(slash ? slash + 1 : name, part + 1) != 0) return NOTHING;
  } else if (strcmp(part, "*") != 0 && !strstr(name, part)) {
    return NOTHING;
  }
  pthread_mutex_lock(&mutex);
  if (round != round_number) {
    round_number = round;
    calls = shorts = 0;
  }
  calls += 1;
  int now = strcmp(how, "always") == 0 ? calls >= nth : calls == nth;
  int first = now && shorts++ == 0;
  pthread_mutex_unlock(&mutex);
  if (!now) return NOTHING;
  hit(call, name);
  *code = strcmp(what, "EIO") == 0 ? EIO : ENOSPC;
  if (strcmp(what, "KILL") == 0) return KILL;
  if (strcmp(what, "KILLHALF") == 0) return strcmp(call, "write") == 0 ? KILLHALF : KILL;
  if (strcmp(what, "SHORT") == 0) return first && strcmp(call, "write") == 0 ? SHORT : FAIL;
  return FAIL;
}

static enum what fate_of(const char *call, int fd, int *code) {
  char link[64], name[PATH_MAX];
  int kept = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, sizeof name - 1);
  errno = kept;
  if (length <= 0) return NOTHING;
  name[length] = 0;
  return fate(call, name, code);
}

static void end(void) { kill(getpid(), SIGKILL); }

#define CALL(call, fd, otherwise)                     \
  int code = 0;                                       \
  enum what what = fate_of(call, fd, &code);          \
  if (what == KILL) end();                            \
  if (what == FAIL) {                                 \
    errno = code;                                     \
    return otherwise;                                 \
  }

// MARK: writing and reading

ssize_t write(int fd, const void *data, size_t bytes) {
  CALL("write", fd, -1)
  if (what == SHORT || what == KILLHALF) bytes = (bytes + 1) / 2;
  ssize_t done = REAL(write)(fd, data, bytes);
  if (what == KILLHALF) end();
  return done;
}

ssize_t pwrite(int fd, const void *data, size_t bytes, off_t place) {
  CALL("write", fd, -1)
  if (what == SHORT || what == KILLHALF) bytes = (bytes + 1) / 2;
  ssize_t done = REAL(pwrite)(fd, data, bytes, place);
  if (what == KILLHALF) end();
  return done;
}

ssize_t pwrite64(int fd, const void *data, size_t bytes, off64_t place) {
  CALL("write", fd, -1)
  if (what == SHORT || what == KILLHALF) bytes = (bytes + 1) / 2;
  ssize_t done = REAL(pwrite64)(fd, data, bytes, place);
  if (what == KILLHALF) end();
  return done;
}

ssize_t pread(int fd, void *data, size_t bytes, off_t place) {
  CALL("read", fd, -1)
  return REAL(pread)(fd, data, bytes, place);
}

ssize_t pread64(int fd, void *data, size_t bytes, off64_t place) {
  CALL("read", fd, -1)
  return REAL(pread64)(fd, data, bytes, place);
}

int ftruncate(int fd, off_t size) {
  CALL("cut", fd, -1)
  return REAL(ftruncate)(fd, size);
}

int ftruncate64(int fd, off64_t size) {
  CALL("cut", fd, -1)
  return REAL(ftruncate64)(fd, size);
}

int posix_fallocate(int fd, off_t place, off_t bytes) {
  int code = 0;
  enum what what = fate_of("write", fd, &code);
  if (what == KILL || what == KILLHALF) end();
  return what == NOTHING ? REAL(posix_fallocate)(fd, place, bytes) : code;
}

// MARK: syncing

int fsync(int fd) {
  CALL("sync", fd, -1)
  return REAL(fsync)(fd);
}

int fdatasync(int fd) {
  CALL("sync", fd, -1)
  return REAL(fdatasync)(fd);
}

// MARK: names

static void absolute(int folder, const char *path, char *name) {
  name[0] = 0;
  if (*path == '/') {
    snprintf(name, PATH_MAX, "%s", path);
    return;
  }
  char at[PATH_MAX], link[64];
  if (folder == AT_FDCWD) {
    if (!getcwd(at, sizeof at)) return;
  } else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, at, sizeof at - 1);
    if (length <= 0) return;
    at[length] = 0;
  }
  snprintf(name, PATH_MAX, "%.2000s/%.2000s", at, path);
}

#define NAMED(call, folder, path)                     \
  char name[PATH_MAX];                                \
  int code = 0;                                       \
  absolute(folder, path, name);                       \
  enum what what = fate(call, name, &code);           \
  if (what == KILL || what == KILLHALF) end();        \
  if (what != NOTHING) {                              \
    errno = code;                                     \
    return -1;                                        \
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
  NAMED("open", AT_FDCWD, path)
  return REAL(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE
  NAMED("open", AT_FDCWD, path)
  return REAL(open64)(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  MODE
  NAMED("open", folder, path)
  return REAL(openat)(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
  MODE
  NAMED("open", folder, path)
  return REAL(openat64)(folder, path, flags, mode);
}

int __open_2(const char *path, int flags) { return open(path, flags); }
int __open64_2(const char *path, int flags) { return open64(path, flags); }
int __openat_2(int folder, const char *path, int flags) { return openat(folder, path, flags); }

int rename(const char *from, const char *to) {
  NAMED("move", AT_FDCWD, to)
  return REAL(rename)(from, to);
}

int renameat(int folder, const char *from, int other, const char *to) {
  NAMED("move", other, to)
  return REAL(renameat)(folder, from, other, to);
}

int link(const char *from, const char *to) {
  NAMED("move", AT_FDCWD, to)
  return REAL(link)(from, to);
}

int unlink(const char *path) {
  NAMED("move", AT_FDCWD, path)
  return REAL(unlink)(path);
}
