/* What the files of this target share. */
#pragma once
#include "CTerminal.h"

/* Screen.c */
void ct_leave_screen(void);
void ct_enter_screen(void);

/* Restoring.c: the way back that works from anywhere, signal handlers included. */
int ct_keep_settings(void);
void ct_prepare_reset(const char *const *sequences, int count);
void ct_reset_now(void);
void ct_restore_settings(void);
void ct_forget_reset(void);

/* Signals.c */
int ct_catch_signals(void);
void ct_release_signals(void);

/* Input.c */
int ct_open_input(void);
void ct_close_input(void);
void ct_wake_keypad(void);
