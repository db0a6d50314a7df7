/* The limit of writing to a server: inserts ADDRESS N SECONDS
 *   N processes with a connection each; again and again one INSERT of 4 KiB, prepared, which the server commits by
 *   itself: its number and microseconds, one a line.
 */
#include <fcntl.h>
#include <postgresql/libpq-fe.h>
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

static PGconn *connected(const char *address) {
  PGconn *connection = PQconnectdb(address);
  if (PQstatus(connection) == CONNECTION_OK) return connection;
  fprintf(stderr, "%s", PQerrorMessage(connection));
  exit(1);
}

static void checked(PGconn *connection, PGresult *result) {
  ExecStatusType status = PQresultStatus(result);
  PQclear(result);
  if (status == PGRES_COMMAND_OK) return;
  fprintf(stderr, "%s", PQerrorMessage(connection));
  exit(1);
}

static void insert(const char *address, int writer, double start, double seconds) {
  static char block[4097];
  static double took[1 << 20];
  const char *values[] = {block};
  int n = 0;
  memset(block, 'x', 4096);
  PGconn *connection = connected(address);
  checked(connection, PQprepare(connection, "i", "INSERT INTO bench_limit (words) VALUES ($1)", 1, 0));
  while (now_us() < start) usleep(1000);
  while (now_us() < start + seconds * 1e6 && n < 1 << 20) {
    double begun = now_us();
    checked(connection, PQexecPrepared(connection, "i", 1, values, 0, 0, 0));
    took[n++] = now_us() - begun;
  }
  int gate = open("/proc/self/exe", O_RDONLY); /* one at a time to the pipe */
  flock(gate, LOCK_EX);
  for (int i = 0; i < n; i++) printf("%d %.1f\n", writer, took[i]);
  fflush(stdout);
  exit(0);
}

int main(int count, char **words) {
  if (count != 4) return 64;
  PGconn *connection = connected(words[1]);
  checked(connection, PQexec(connection, "DROP TABLE IF EXISTS bench_limit"));
  checked(connection, PQexec(connection, "CREATE TABLE bench_limit (key bigserial PRIMARY KEY, words text NOT NULL)"));
  /* Text is kept as long as it is, and not squeezed. */
  checked(connection, PQexec(connection, "ALTER TABLE bench_limit ALTER words SET STORAGE EXTERNAL"));
  PQfinish(connection);
  int writers = atoi(words[2]), status, failed = 0;
  double start = now_us() + 2e5 + writers * 2e4;
  for (int i = 0; i < writers; i++)
    if (fork() == 0) insert(words[1], i, start, atof(words[3]));
  while (wait(&status) > 0) failed |= status;
  return failed != 0;
}
