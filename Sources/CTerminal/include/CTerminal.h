/* The corner of ncurses this program uses, as plain functions. No curses name leaves CTerminal.c. */
#pragma once
#include <stdint.h>

/* Columns one scalar takes on a terminal: 0, 1, 2, or -1 when it cannot be shown. */
int32_t ct_width(uint32_t scalar);
