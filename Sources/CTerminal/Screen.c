#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <term.h>
#undef lines
#undef columns
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "Internal.h"

static SCREEN *screen;
static int is_open, is_left, colours, cursor_visibility;

static const char *known(const char *sequence) { return sequence == (char *)-1 ? NULL : sequence; }

static void send_now(const char *sequence) {
  if (!known(sequence)) return;
  ssize_t ignored = write(STDOUT_FILENO, sequence, strlen(sequence));
  (void)ignored;
}

/* Few descriptions tell of the marks round a paste; what has xterm's other screen has its marks too, and without them
   a pasted tab or control character would be taken for a key. */
static const char *paste_marks(const char *capability, const char *of_xterm) {
  const char *told = known(tigetstr(capability));
  if (told) return told;
  const char *other_screen = known(enter_ca_mode);
  return other_screen && strstr(other_screen, "\033[?1049h") ? of_xterm : NULL;
}

static const char *paste_marks_on(void) { return paste_marks("BE", "\033[?2004h"); }

static const char *paste_marks_off(void) { return paste_marks("BD", "\033[?2004l"); }

/* A terminal without another screen would keep what stood on this one, names included, after we have gone. */
static const char *wiped(void) { return known(enter_ca_mode) ? NULL : known(clear_screen); }

static void ask_for_colours(void) {
  colours = 0;
  if (!has_colors() || start_color() == ERR) return;
  use_default_colors();
  colours = COLORS;
}

static int refuse(int reason) {
  if (screen) {
    endwin();
    delscreen(screen);
    screen = NULL;
  }
  ct_release_signals();
  ct_forget_reset();
  return reason;
}

int32_t ct_open(int32_t wants_colours) {
  if (is_open) return CT_SYSTEM_REFUSED;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CT_NOT_A_TERMINAL;
  const char *name = getenv("TERM");
  int setup = 0;
  if (!name || !*name || setupterm(NULL, STDOUT_FILENO, &setup) == ERR) return CT_UNKNOWN_TERMINAL;
  if (!known(cursor_address)) return CT_NO_CURSOR_ADDRESSING;
  if (!ct_keep_settings() || !ct_catch_signals()) return refuse(CT_SYSTEM_REFUSED);
  use_env(FALSE);
  use_tioctl(TRUE);
  screen = newterm(NULL, stdout, stdin);
  if (!screen) return refuse(CT_UNKNOWN_TERMINAL);
  raw();
  noecho();
  nonl();
  typeahead(-1); /* a frame is sent whole, whatever waits to be read */
  set_escdelay(25);
  colours = 0;
  if (wants_colours) ask_for_colours();
  if (!ct_open_input()) return refuse(CT_SYSTEM_REFUSED);
  cursor_visibility = -1;
  const char *reset[] = {known(exit_attribute_mode), known(orig_pair), known(keypad_local), paste_marks_off(),
                         known(cursor_normal), wiped(), known(exit_ca_mode), "\r\n"};
  ct_prepare_reset(reset, sizeof reset / sizeof *reset);
  /* Until this was called once, ncurses writes after every cursor motion instead of once a frame. */
  endwin();
  is_open = 1;
  is_left = 1;
  static int is_registered;
  if (!is_registered) is_registered = atexit(ct_close) == 0;
  ct_enter_screen();
  return CT_OPENED;
}

void ct_close(void) {
  if (!is_open) return;
  ct_leave_screen();
  is_open = 0;
  ct_close_input();
  ct_restore_settings();
  ct_release_signals();
  ct_forget_reset();
  delscreen(screen);
  screen = NULL;
}

void ct_leave_screen(void) {
  if (!is_open || is_left) return;
  is_left = 1;
  send_now(paste_marks_off());
  endwin();
  if (wiped()) putp(clear_screen);
  fflush(stdout);
}

void ct_enter_screen(void) {
  if (!is_open || !is_left) return;
  is_left = 0;
  cursor_visibility = -1;
  ct_measure();
  clearok(curscr, TRUE);
  refresh();
  ct_wake_keypad();
  send_now(paste_marks_on());
}

void ct_resume(void) {
  if (!is_open || is_left) return;
  endwin();
  is_left = 1;
  ct_enter_screen();
}

int32_t ct_columns(void) { return is_open ? COLS : 0; }

int32_t ct_rows(void) { return is_open ? LINES : 0; }

void ct_measure(void) {
  struct winsize size;
  if (!is_open || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return;
  if (size.ws_row > 0 && size.ws_col > 0) resizeterm(size.ws_row, size.ws_col);
}

int32_t ct_colours(void) { return colours; }

int32_t ct_define_pair(int32_t pair, int32_t foreground, int32_t background) {
  if (!is_open || foreground >= colours || background >= colours || pair >= COLOR_PAIRS) return 0;
  return init_extended_pair(pair, foreground, background) == OK;
}

void ct_put(int32_t row, int32_t column, uint32_t base, const uint32_t *followers, uint32_t attributes, int32_t pair) {
  if (!is_open) return;
  wchar_t text[CCHARW_MAX + 1] = {(wchar_t)base};
  for (int i = 0; followers && i < CCHARW_MAX - 1 && followers[i]; i++) text[i + 1] = (wchar_t)followers[i];
  attr_t look = (attributes & CT_BOLD ? A_BOLD : 0) | (attributes & CT_REVERSE ? A_REVERSE : 0) |
                (attributes & CT_UNDERLINE ? A_UNDERLINE : 0);
  cchar_t cell;
  int extended_pair = pair;
  if (setcchar(&cell, text, look, (short)(pair > 255 ? 255 : pair), &extended_pair) == ERR) return;
  mvadd_wch(row, column, &cell);
}

void ct_erase(void) {
  if (is_open) erase();
}

void ct_place_cursor(int32_t row, int32_t column, int32_t is_visible) {
  if (!is_open) return;
  if (is_visible != cursor_visibility) curs_set(is_visible);
  cursor_visibility = is_visible;
  move(row, column);
}

void ct_present(void) {
  if (is_open && !is_left) refresh();
}

void ct_forget(void) {
  if (is_open) clearok(curscr, TRUE);
}
