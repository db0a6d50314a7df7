/* The corner of ncurses this program uses, as plain functions. No curses name leaves this target. */
#pragma once
#include <stdint.h>

/* Why a terminal could not be opened. */
enum {
  CT_OPENED = 0,
  CT_NOT_A_TERMINAL = 1,
  CT_UNKNOWN_TERMINAL = 2,
  CT_NO_CURSOR_ADDRESSING = 3,
  CT_SYSTEM_REFUSED = 4
};

/* How a cell can be set off. There is no dim: nobody can read it on a projector. */
enum { CT_BOLD = 1, CT_REVERSE = 2, CT_UNDERLINE = 4 };

/* What kind of input an event is. */
enum { CT_SCALAR = 1, CT_KEY = 2, CT_PASTE_BEGINS = 3, CT_PASTE_ENDS = 4 };

/* The keys that are told apart. */
enum {
  CT_KEY_OTHER = 0,
  CT_KEY_UP,
  CT_KEY_DOWN,
  CT_KEY_LEFT,
  CT_KEY_RIGHT,
  CT_KEY_WORD_LEFT,
  CT_KEY_WORD_RIGHT,
  CT_KEY_PAGE_UP,
  CT_KEY_PAGE_DOWN,
  CT_KEY_HOME,
  CT_KEY_END,
  CT_KEY_BACKSPACE,
  CT_KEY_DELETE,
  CT_KEY_INSERT,
  CT_KEY_ENTER,
  CT_KEY_BACK_TAB
};

/* One piece of input: its kind, and the scalar or key. */
struct ct_event {
  int32_t kind;
  uint32_t value;
};

/* Columns one scalar takes on a terminal: 0, 1, 2, or -1 when it cannot be shown. */
int32_t ct_width(uint32_t scalar);

/* Takes the terminal over; 0, or why not. Colours are left alone unless wanted. */
int32_t ct_open(int32_t wants_colours);
/* Gives the terminal back as it was found. May be called at any time, also twice. */
void ct_close(void);

int32_t ct_columns(void);
int32_t ct_rows(void);
/* Asks the terminal for its size anew. */
void ct_measure(void);
/* How many colours there are: 0 when none were wanted. */
int32_t ct_colours(void);
/* Makes a pair of colours, -1 being the terminal's own; 0 when the terminal refuses. */
int32_t ct_define_pair(int32_t pair, int32_t foreground, int32_t background);

/* Puts a base scalar with up to four followers, ended by 0, into a cell. */
void ct_put(int32_t row, int32_t column, uint32_t base, const uint32_t *followers, uint32_t attributes, int32_t pair);
void ct_erase(void);
void ct_place_cursor(int32_t row, int32_t column, int32_t is_visible);
/* Sends what differs from what the terminal shows, in one write. */
void ct_present(void);
/* Makes the next present send everything. */
void ct_forget(void);

/* Takes one waiting piece of input; 0 when none waits. Never blocks for longer than it takes to tell Esc from an arrow. */
int32_t ct_read(struct ct_event *event);
/* Whether no input will ever come again. */
int32_t ct_input_ended(void);

/* One pool of memory for all threads: screens that hold little take little, and threads here rarely allocate at once. */
void ct_share_memory(void);
/* Waits until one of at most 8 descriptors can be read, or the main queue of libdispatch has work, which is done before
   this returns. A bit for each descriptor that can be read. For the main thread alone. */
uint32_t ct_wait(const int32_t *descriptors, int32_t count);

/* Becomes readable when a signal has come. */
int32_t ct_signal_descriptor(void);
/* The number of a signal that has come, or 0. */
int32_t ct_next_signal(void);
/* Stops the process until it is continued; returns 0 at once if it may not be stopped. */
int32_t ct_suspend(void);
/* Takes the terminal back after the process was stopped by somebody else. */
void ct_resume(void);
