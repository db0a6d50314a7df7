#define _GNU_SOURCE 1
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "Internal.h"

static struct termios found;
static volatile int has_found;
static char reset_bytes[512];
static volatile size_t reset_count;

int ct_keep_settings(void) {
  has_found = tcgetattr(STDIN_FILENO, &found) == 0;
  return has_found;
}

/* Joins the sequences, without the padding that terminfo writes as $<5>. */
void ct_prepare_reset(const char *const *sequences, int count) {
  size_t used = 0;
  for (int i = 0; i < count; i++) {
    for (const char *c = sequences[i]; c && *c && used < sizeof reset_bytes; c++) {
      const char *end = c[0] == '$' && c[1] == '<' ? strchr(c, '>') : NULL;
      if (end)
        c = end;
      else
        reset_bytes[used++] = *c;
    }
  }
  reset_count = used;
}

/* Only calls that are allowed in a signal handler. */
void ct_reset_now(void) {
  size_t sent = 0;
  while (sent < reset_count) {
    ssize_t n = write(STDOUT_FILENO, reset_bytes + sent, reset_count - sent);
    if (n <= 0) break;
    sent += (size_t)n;
  }
  ct_restore_settings();
}

void ct_restore_settings(void) {
  if (has_found) tcsetattr(STDIN_FILENO, TCSANOW, &found);
}

void ct_forget_reset(void) {
  reset_count = 0;
  has_found = 0;
}
