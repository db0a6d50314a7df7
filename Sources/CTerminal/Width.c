#define _GNU_SOURCE 1
#include <locale.h>
#include <wchar.h>

#include "CTerminal.h"

/* Widths depend on the locale; tests and the linear mode need the same answers as the screen. */
__attribute__((constructor)) static void fix_character_type(void) { setlocale(LC_CTYPE, "C.UTF-8"); }

int32_t ct_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
