#define _GNU_SOURCE 1
#include <malloc.h>
#include <poll.h>
#include <stddef.h>
#include <sys/eventfd.h>

#include "CTerminal.h"

/* The two functions by which a run loop serves libdispatch's main queue; CoreFoundation's uses them too. */
extern int _dispatch_get_main_queue_handle_4CF(void);
extern void _dispatch_main_queue_callback_4CF(void *unused);

enum { MOST = 8 };

void ct_share_memory(void) {
  mallopt(M_ARENA_MAX, 1);
  /* What a frame needed is kept for the next one rather than given back and asked for again. */
  mallopt(M_TRIM_THRESHOLD, 4 << 20);
  mallopt(M_TOP_PAD, 256 << 10);
}

uint32_t ct_wait(const int32_t *descriptors, int32_t count) {
  struct pollfd fds[MOST + 1];
  int queue = _dispatch_get_main_queue_handle_4CF();
  fds[0] = (struct pollfd){.fd = queue, .events = POLLIN};
  if (count > MOST) count = MOST;
  for (int i = 0; i < count; i++) fds[i + 1] = (struct pollfd){.fd = descriptors[i], .events = POLLIN};
  if (poll(fds, (nfds_t)count + 1, -1) <= 0) return 0; /* a signal came; its pipe is readable now */
  if (fds[0].revents) {
    eventfd_t ignored;
    eventfd_read(queue, &ignored);
    _dispatch_main_queue_callback_4CF(NULL);
  }
  uint32_t ready = 0;
  for (int i = 0; i < count; i++)
    if (fds[i + 1].revents) ready |= 1u << i;
  return ready;
}
