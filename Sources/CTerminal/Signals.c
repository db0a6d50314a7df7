#define _GNU_SOURCE 1
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "Internal.h"

static int wake[2] = {-1, -1};
static volatile sig_atomic_t requests_to_end;

static const int news[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
static const int crashes[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};
enum { NEWS = sizeof news / sizeof *news, CRASHES = sizeof crashes / sizeof *crashes, PATIENCE = 3 };
static struct sigaction news_before[NEWS], crashes_before[CRASHES];
static int is_catching;

static void die_of(int number) {
  ct_reset_now();
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
}

static void on_news(int number) {
  int before = errno;
  int asks_to_end = number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT;
  /* Whoever asks this often finds a program that no longer answers. */
  if (asks_to_end && ++requests_to_end > PATIENCE) die_of(number);
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(wake[1], &byte, 1);
  (void)ignored;
  errno = before;
}

static void on_crash(int number) { die_of(number); }

static void catch_one(int number, void (*handler)(int), int flags, struct sigaction *before) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, NULL, before);
  int may_be_ignored = number != SIGWINCH && number != SIGCONT && handler == on_news;
  if (may_be_ignored && before->sa_handler == SIG_IGN) return;
  sigaction(number, &action, NULL);
}

int ct_catch_signals(void) {
  if (is_catching) return 1;
  if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return 0;
  static char own_stack[32768];
  stack_t stack = {.ss_sp = own_stack, .ss_size = sizeof own_stack};
  sigaltstack(&stack, NULL);
  requests_to_end = 0;
  for (int i = 0; i < NEWS; i++) catch_one(news[i], on_news, SA_RESTART, &news_before[i]);
  for (int i = 0; i < CRASHES; i++)
    catch_one(crashes[i], on_crash, SA_ONSTACK | SA_NODEFER | SA_RESETHAND, &crashes_before[i]);
  is_catching = 1;
  return 1;
}

void ct_release_signals(void) {
  if (!is_catching) return;
  is_catching = 0;
  for (int i = 0; i < NEWS; i++) sigaction(news[i], &news_before[i], NULL);
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &crashes_before[i], NULL);
  /* The pipe stays open: whoever watches it must not meet another file under its number. */
}

int32_t ct_signal_descriptor(void) { return wake[0]; }

int32_t ct_next_signal(void) {
  unsigned char byte;
  requests_to_end = 0; /* somebody listens */
  return read(wake[0], &byte, 1) == 1 ? byte : 0;
}

/* Waits until the process was continued, or for as long as a stop takes to come about. */
static void await_continuing(void) {
  for (int tries = 0; tries < 10; tries++) {
    struct pollfd fd = {.fd = wake[0], .events = POLLIN};
    if (poll(&fd, 1, 20) <= 0) continue;
    int number = ct_next_signal();
    if (number == SIGCONT) return;
    if (number == SIGWINCH || number == SIGTSTP || number == 0) continue;
    unsigned char byte = (unsigned char)number; /* asks to end: for the loop to hear */
    ssize_t ignored = write(wake[1], &byte, 1);
    (void)ignored;
    return;
  }
}

int32_t ct_suspend(void) {
  struct sigaction before, plain = {0};
  plain.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, NULL, &before);
  if (before.sa_handler == SIG_IGN) return 0;
  ct_leave_screen();
  sigaction(SIGTSTP, &plain, NULL);
  kill(0, SIGTSTP);
  await_continuing();
  sigaction(SIGTSTP, &before, NULL);
  ct_enter_screen();
  return 1;
}
