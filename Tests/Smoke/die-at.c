/* Ends the program, as kill -9 does, before the DIE_AT-th call that names, removes or syncs a file; without DIE_AT it
   writes how many there were to DIE_COUNT. For journeys: LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int calls;

static void step(void) {
  int now = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
  const char *at = getenv("DIE_AT");
  if (at && now == atoi(at)) kill(getpid(), SIGKILL);
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("DIE_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%d\n", calls);
  fclose(file);
}

#define PASS(name, parameters, ...)                                        \
  int name parameters {                                                    \
    static int(*real) parameters;                                          \
    if (!real) *(void **)(&real) = dlsym(RTLD_NEXT, #name);                \
    step();                                                                \
    return real(__VA_ARGS__);                                              \
  }

PASS(link, (const char *a, const char *b), a, b)
PASS(rename, (const char *a, const char *b), a, b)
PASS(unlink, (const char *a), a)
PASS(fsync, (int a), a)
PASS(fdatasync, (int a), a)
PASS(mkdir, (const char *a, mode_t b), a, b)
PASS(ftruncate, (int a, off_t b), a, b)
PASS(ftruncate64, (int a, off64_t b), a, b)
