#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
#undef lines
#undef columns
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "Internal.h"

/* Codes of our own, above all that ncurses gives out. */
enum { PASTE_BEGINS = KEY_MAX + 0x100, PASTE_ENDS, WORD_LEFT, WORD_RIGHT };

/* Reading from a pad: unlike a window it is never drawn by being read from. */
static WINDOW *source;

static const char *extended(const char *name) {
  const char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

static void define(const char *sequence, int code) {
  if (sequence && key_defined(sequence) <= 0) define_key(sequence, code);
}

static void redefine(const char *sequence, int code) {
  if (sequence) define_key(sequence, code);
}

/* What terminals send for these keys whatever their description says. */
static void define_usual_keys(void) {
  static const struct {
    const char *sequence;
    int code;
  } usual[] = {
      {"\033[A", KEY_UP},    {"\033[B", KEY_DOWN},   {"\033[C", KEY_RIGHT},  {"\033[D", KEY_LEFT},
      {"\033OA", KEY_UP},    {"\033OB", KEY_DOWN},   {"\033OC", KEY_RIGHT},  {"\033OD", KEY_LEFT},
      {"\033[H", KEY_HOME},  {"\033[F", KEY_END},    {"\033OH", KEY_HOME},   {"\033OF", KEY_END},
      {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END},   {"\033[7~", KEY_HOME},  {"\033[8~", KEY_END},
      {"\033[2~", KEY_IC},   {"\033[3~", KEY_DC},    {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
      {"\033[Z", KEY_BTAB},  {"\033OM", KEY_ENTER},
  };
  for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) define(usual[i].sequence, usual[i].code);
}

int ct_open_input(void) {
  source = newpad(1, 1);
  if (!source) return 0;
  keypad(source, TRUE);
  nodelay(source, TRUE);
  define_usual_keys();
  redefine(extended("kLFT5"), WORD_LEFT);
  redefine(extended("kRIT5"), WORD_RIGHT);
  redefine("\033[1;5D", WORD_LEFT);
  redefine("\033[1;5C", WORD_RIGHT);
  redefine("\033[200~", PASTE_BEGINS);
  redefine("\033[201~", PASTE_ENDS);
  redefine(extended("PS"), PASTE_BEGINS);
  redefine(extended("PE"), PASTE_ENDS);
  return 1;
}

/* Asks the terminal for key codes now, rather than with the first key. */
void ct_wake_keypad(void) {
  if (source) keypad(source, TRUE);
}

void ct_close_input(void) {
  if (source) delwin(source);
  source = NULL;
}

static uint32_t key_for(wint_t code) {
  switch (code) {
    case KEY_UP: return CT_KEY_UP;
    case KEY_DOWN: return CT_KEY_DOWN;
    case KEY_LEFT: return CT_KEY_LEFT;
    case KEY_RIGHT: return CT_KEY_RIGHT;
    case WORD_LEFT: return CT_KEY_WORD_LEFT;
    case WORD_RIGHT: return CT_KEY_WORD_RIGHT;
    case KEY_PPAGE: return CT_KEY_PAGE_UP;
    case KEY_NPAGE: return CT_KEY_PAGE_DOWN;
    case KEY_HOME: case KEY_A1: return CT_KEY_HOME;
    case KEY_END: case KEY_C1: case KEY_LL: return CT_KEY_END;
    case KEY_BACKSPACE: return CT_KEY_BACKSPACE;
    case KEY_DC: return CT_KEY_DELETE;
    case KEY_IC: return CT_KEY_INSERT;
    case KEY_ENTER: return CT_KEY_ENTER;
    case KEY_BTAB: return CT_KEY_BACK_TAB;
    default: return CT_KEY_OTHER;
  }
}

int32_t ct_read(struct ct_event *event) {
  if (!source) return 0;
  /* One failure may be a broken byte sequence; only the second means that nothing waits. */
  for (int failures = 0; failures < 2;) {
    wint_t value = 0;
    int result = wget_wch(source, &value);
    if (result == ERR) {
      failures++;
      continue;
    }
    if (result == KEY_CODE_YES && value == KEY_RESIZE) continue;
    if (result != KEY_CODE_YES) {
      *event = (struct ct_event){CT_SCALAR, (uint32_t)value};
    } else if (value == PASTE_BEGINS || value == PASTE_ENDS) {
      *event = (struct ct_event){value == PASTE_BEGINS ? CT_PASTE_BEGINS : CT_PASTE_ENDS, 0};
    } else {
      *event = (struct ct_event){CT_KEY, key_for(value)};
    }
    return 1;
  }
  return 0;
}

int32_t ct_input_ended(void) {
  struct pollfd fd = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&fd, 1, 0) <= 0) return 0;
  if (fd.revents & (POLLHUP | POLLERR | POLLNVAL)) return 1;
  int waiting = 0;
  return ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0;
}
