/* The limits that `make bench` compares with, measured in the same run on the same store:
 *   floor list STORE         the least ncurses list over the caseload: j, k, Space (page), G, g, q; one write a frame
 *   floor query STORE SQL N  one prepared statement, all columns read, N times: microseconds, one a line
 *   floor sync FILE N        append 4 KiB and fdatasync, N times: microseconds, one a line
 */
#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#include <fcntl.h>
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static sqlite3 *open_store(const char *path) {
  sqlite3 *db;
  if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, 0)) { fprintf(stderr, "%s\n", sqlite3_errmsg(db)); exit(1); }
  sqlite3_exec(db, "PRAGMA mmap_size=0; PRAGMA cache_size=-8192", 0, 0, 0);
  return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s, 0)) {
    fprintf(stderr, "%s\n%s\n", sqlite3_errmsg(db), sql);
    exit(1);
  }
  return s;
}

static int query(const char *path, const char *sql, int times) {
  sqlite3 *db = open_store(path);
  sqlite3_stmt *s = prepare(db, sql);
  unsigned long sum = 0;
  for (int i = 0; i < times; i++) {
    double start = now_us();
    while (sqlite3_step(s) == SQLITE_ROW)
      for (int c = 0; c < sqlite3_column_count(s); c++) {
        const unsigned char *text = sqlite3_column_text(s, c);
        sum += text ? text[0] : 0;
      }
    sqlite3_reset(s);
    printf("%.1f\n", now_us() - start);
  }
  fprintf(stderr, "%lu\n", sum);
  return 0;
}

static int sync_times(const char *path, int times) {
  static char block[4096];
  int fd = open(path, O_CREAT | O_WRONLY | O_APPEND, 0600);
  for (int i = 0; i < times; i++) {
    double start = now_us();
    if (write(fd, block, sizeof block) != sizeof block || fdatasync(fd)) return 1;
    printf("%.1f\n", now_us() - start);
  }
  close(fd);
  unlink(path);
  return 0;
}

#define COLUMNS_ "row_key, name_key, family_name || ', ' || given_names, born_key, nhs_key, plan_status, sw_name"
static struct row { sqlite3_int64 key; char name[300], line[600]; } rows[400];

static int fetch(sqlite3_stmt *s, const struct row *from, int want) {
  sqlite3_reset(s);
  sqlite3_bind_int(s, 1, want);
  if (from) {
    sqlite3_bind_text(s, 2, from->name, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(s, 3, from->key);
  }
  int n = 0;
  while (n < want && sqlite3_step(s) == SQLITE_ROW) {
    struct row *r = &rows[n++];
    r->key = sqlite3_column_int64(s, 0);
    snprintf(r->name, sizeof r->name, "%s", (const char *)sqlite3_column_text(s, 1));
    snprintf(r->line, sizeof r->line, "%-28s %s %s %-12s %s", sqlite3_column_text(s, 2), sqlite3_column_text(s, 3),
             sqlite3_column_text(s, 4), sqlite3_column_text(s, 5) ? (const char *)sqlite3_column_text(s, 5) : "none",
             sqlite3_column_text(s, 6) ? (const char *)sqlite3_column_text(s, 6) : "");
  }
  sqlite3_reset(s);
  return n;
}

static int list(const char *path) {
  sqlite3 *db = open_store(path);
  setlocale(LC_ALL, "C.UTF-8");
  initscr();
  endwin(); /* once, so that a frame is one write */
  raw();
  noecho();
  keypad(stdscr, TRUE);
  int page = LINES - 6, selected = 0;
  sqlite3_stmt *first = prepare(db, "SELECT " COLUMNS_ " FROM caseload_entry ORDER BY name_key, row_key LIMIT ?1");
  sqlite3_stmt *last =
      prepare(db, "SELECT " COLUMNS_ " FROM caseload_entry ORDER BY name_key DESC, row_key DESC LIMIT ?1");
  sqlite3_stmt *after = prepare(
      db, "SELECT * FROM (SELECT " COLUMNS_ " FROM caseload_entry WHERE name_key = ?2 AND row_key > ?3 ORDER BY row_key "
          "LIMIT ?1) UNION ALL SELECT * FROM (SELECT " COLUMNS_ " FROM caseload_entry WHERE name_key > ?2 ORDER BY "
          "name_key, row_key LIMIT ?1) LIMIT ?1");
  int n = fetch(first, 0, page);
  for (;;) {
    erase();
    mvprintw(0, 1, "MDT > Caseload");
    mvhline(4, 0, ACS_HLINE, COLS);
    for (int i = 0; i < n; i++) {
      if (i == selected) attron(A_REVERSE);
      mvprintw(5 + i, 0, "%c  %.*s", i == selected ? '>' : ' ', COLS - 4, rows[i].line);
      if (i == selected) attroff(A_REVERSE);
    }
    move(5 + selected, 3);
    refresh();
    int key = getch();
    struct row edge;
    if (key == 'q') break;
    if (key == 'G') n = fetch(last, 0, page), selected = n - 1;
    if (key == 'g') n = fetch(first, 0, page), selected = 0;
    if (key == 'k' && selected > 0) selected--;
    if ((key == 'j' && selected == n - 1) || key == ' ' || key == KEY_NPAGE) {
      edge = rows[n - 1];
      int got = fetch(after, &edge, page);
      if (got > 0) n = got, selected = 0;
    } else if (key == 'j')
      selected++;
  }
  endwin();
  return 0;
}

int main(int count, char **words) {
  if (count == 3 && !strcmp(words[1], "list")) return list(words[2]);
  if (count == 5 && !strcmp(words[1], "query")) return query(words[2], words[3], atoi(words[4]));
  if (count == 4 && !strcmp(words[1], "sync")) return sync_times(words[2], atoi(words[3]));
  fprintf(stderr, "floor list STORE | query STORE SQL N | sync FILE N\n");
  return 64;
}
