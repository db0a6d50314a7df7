/* The limits that `make bench` compares with, measured in the same run on the same store:
 *   floor list STORE [FILE]  the least ncurses list over the caseload; one write a frame. j, k, Space (page), G, g, q;
 *                            1 everyone by name, 4 no plan, 7 by risk; / and letters: names that begin so, Esc;
 *                            Enter: a person, with an audit line appended to FILE and synced; any key: back
 *   floor query STORE SQL N  one prepared statement, all columns read, N times: microseconds, one a line
 *   floor sync FILE N        append 4 KiB and fdatasync, N times: microseconds, one a line
 *   floor queue FILE N S     N processes for S seconds, each: one flock, append 4 KiB, fdatasync: its number and microseconds
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
#include <sys/file.h>
#include <sys/wait.h>
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

/* What waits behind one lock and one disk: each writer opens both files for itself, as separate programs do. */
static void wait_in_line(const char *path, int writer, double end) {
  static char block[4096], lock_path[4096];
  static double took[1 << 20];
  int n = 0;
  snprintf(lock_path, sizeof lock_path, "%s.lock", path);
  int fd = open(path, O_CREAT | O_WRONLY | O_APPEND, 0600), lock = open(lock_path, O_CREAT | O_RDWR, 0600);
  while (now_us() < end && n < 1 << 20) {
    double start = now_us();
    if (flock(lock, LOCK_EX) || write(fd, block, sizeof block) != sizeof block || fdatasync(fd)) exit(1);
    flock(lock, LOCK_UN);
    took[n++] = now_us() - start;
  }
  flock(lock, LOCK_EX); /* one at a time to the pipe, too */
  for (int i = 0; i < n; i++) printf("%d %.1f\n", writer, took[i]);
  fflush(stdout);
  exit(0);
}

static int queue(const char *path, int writers, double seconds) {
  double end = now_us() + seconds * 1e6;
  for (int i = 0; i < writers; i++)
    if (fork() == 0) wait_in_line(path, i, end);
  int status, failed = 0;
  while (wait(&status) > 0) failed |= status;
  unlink(path);
  return failed != 0;
}

#define COLUMNS_ "row_key, name_key, family_name || ', ' || given_names, born_key, nhs_key, plan_status, sw_name"
static struct row { sqlite3_int64 key; char name[300], line[600]; } rows[400];

static int fetch(sqlite3_stmt *s, const struct row *from, int want) {
  sqlite3_reset(s);
  sqlite3_bind_int(s, 1, want);
  if (from) {
    sqlite3_bind_text(s, 2, from->name, -1, SQLITE_TRANSIENT);
    if (sqlite3_bind_parameter_count(s) > 2) sqlite3_bind_int64(s, 3, from->key);
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

#define PAGE(WHERE, ORDER) "SELECT " COLUMNS_ " FROM caseload_entry WHERE " WHERE " ORDER BY " ORDER " LIMIT ?1"

static int page, selected, n, searching;
static char letters[64];

static void draw(const char *title) {
  erase();
  mvprintw(0, 1, "MDT > %s %s", title, letters);
  mvhline(4, 0, ACS_HLINE, COLS);
  for (int i = 0; i < n; i++) {
    if (i == selected) attron(A_REVERSE);
    mvprintw(5 + i, 0, "%c  %.*s", i == selected ? '>' : ' ', COLS - 4, rows[i].line);
    if (i == selected) attroff(A_REVERSE);
  }
  move(5 + selected, 3);
  refresh();
}

/* Everything about one person that stands in a row by their identifier, and one line of audit that is on the disk. */
static void open_person(sqlite3_stmt *const *parts, int count, int audit) {
  static char line[512];
  erase();
  mvprintw(0, 1, "MDT > Person %s", rows[selected].name);
  int y = 3;
  for (int p = 0; p < count; p++) {
    sqlite3_reset(parts[p]);
    sqlite3_bind_int64(parts[p], 1, rows[selected].key);
    while (sqlite3_step(parts[p]) == SQLITE_ROW && y < LINES - 2) {
      int x = 1;
      for (int c = 0; c < sqlite3_column_count(parts[p]) && x < COLS - 2; c++) {
        const char *text = (const char *)sqlite3_column_text(parts[p], c);
        if (text) mvprintw(y, x, "%.*s", COLS - x - 1, text), x += (int)strlen(text) + 2;
      }
      y++;
    }
    sqlite3_reset(parts[p]);
  }
  if (audit >= 0 && (write(audit, line, sizeof line) != sizeof line || fdatasync(audit))) exit(1);
  refresh();
}

static int list(const char *path, const char *audit_path) {
  sqlite3 *db = open_store(path);
  int audit = audit_path ? open(audit_path, O_CREAT | O_WRONLY | O_APPEND, 0600) : -1;
  setlocale(LC_ALL, "C.UTF-8");
  initscr();
  endwin(); /* once, so that a frame is one write */
  raw();
  noecho();
  keypad(stdscr, TRUE);
  set_escdelay(25);
  page = LINES - 6;
  sqlite3_stmt *first = prepare(db, PAGE("1", "name_key, row_key"));
  sqlite3_stmt *last = prepare(db, PAGE("1", "name_key DESC, row_key DESC"));
  sqlite3_stmt *risk = prepare(db, PAGE("1", "risk_key DESC, row_key DESC"));
  sqlite3_stmt *no_plan = prepare(db, PAGE("plan_status IS NULL", "name_key, row_key"));
  sqlite3_stmt *found = prepare(
      db, "SELECT " COLUMNS_ " FROM name_search s CROSS JOIN caseload_entry ON row_key = s.rowid "
          "WHERE name_search MATCH ?2 LIMIT ?1");
  sqlite3_stmt *after = prepare(
      db, "SELECT * FROM (SELECT " COLUMNS_ " FROM caseload_entry WHERE name_key = ?2 AND row_key > ?3 ORDER BY row_key "
          "LIMIT ?1) UNION ALL SELECT * FROM (SELECT " COLUMNS_ " FROM caseload_entry WHERE name_key > ?2 ORDER BY "
          "name_key, row_key LIMIT ?1) LIMIT ?1");
#define OF "(SELECT patient_id FROM caseload_entry WHERE row_key = ?1)"
  sqlite3_stmt *const parts[] = {
      prepare(db, "SELECT * FROM patient WHERE row_key = ?1"),
      prepare(db, "SELECT * FROM patient_address WHERE patient_id = " OF),
      prepare(db, "SELECT * FROM patient_telecom WHERE patient_id = " OF),
      prepare(db, "SELECT * FROM risk_score WHERE patient_id = " OF),
      prepare(db, "SELECT * FROM enrolment WHERE patient_id = " OF),
      prepare(db, "SELECT * FROM partner_data WHERE patient_id = " OF),
      prepare(db, "SELECT * FROM care_plan WHERE patient_id = " OF),
  };
  n = fetch(first, 0, page);
  for (;;) {
    draw("Caseload");
    int key = getch();
    struct row edge;
    if (searching) {
      size_t length = strlen(letters);
      if (key == 27) searching = 0, letters[0] = 0, n = fetch(first, 0, page), selected = 0;
      else if (key < 256 && length < sizeof letters - 2) {
        letters[length] = (char)key, letters[length + 1] = 0;
        struct row like = {0};
        snprintf(like.name, sizeof like.name, "\"%s\"*", letters);
        n = fetch(found, &like, page), selected = 0;
      }
      continue;
    }
    if (key == 'q') break;
    if (key == '/') searching = 1;
    if (key == 'G') n = fetch(last, 0, page), selected = n - 1;
    if (key == 'g' || key == '1') n = fetch(first, 0, page), selected = 0;
    if (key == '4') n = fetch(no_plan, 0, page), selected = 0;
    if (key == '7') n = fetch(risk, 0, page), selected = 0;
    if (key == 'k' && selected > 0) selected--;
    if (key == '\n' || key == '\r') open_person(parts, sizeof parts / sizeof *parts, audit), getch();
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
  if (count >= 3 && !strcmp(words[1], "list")) return list(words[2], count > 3 ? words[3] : 0);
  if (count == 5 && !strcmp(words[1], "query")) return query(words[2], words[3], atoi(words[4]));
  if (count == 4 && !strcmp(words[1], "sync")) return sync_times(words[2], atoi(words[3]));
  if (count == 5 && !strcmp(words[1], "queue")) return queue(words[2], atoi(words[3]), atof(words[4]));
  fprintf(stderr, "floor list STORE [FILE] | query STORE SQL N | sync FILE N | queue FILE N SECONDS\n");
  return 64;
}
