#include "CPostgreSQL.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// What is used of it; pipelines came with version 14. The functions below have libpq's own names and declarations, and
// hand on to it.
#define USED(X)                                                                                                        \
  X(PQcancel) X(PQclear) X(PQcmdTuples) X(PQconnectdbParams) X(PQconninfoFree) X(PQconninfoParse) X(PQconsumeInput)    \
  X(PQenterPipelineMode) X(PQerrorMessage) X(PQexitPipelineMode) X(PQfinish) X(PQflush) X(PQfreeCancel) X(PQfreemem)   \
  X(PQgetCancel) X(PQgetisnull) X(PQgetlength) X(PQgetResult) X(PQgetvalue) X(PQhost) X(PQhostaddr) X(PQisBusy)        \
  X(PQnotifies) X(PQntuples) X(PQparameterStatus) X(PQpipelineSync) X(PQport) X(PQresultErrorField)                    \
  X(PQresultStatus) X(PQsendPrepare) X(PQsendQuery) X(PQsendQueryPrepared) X(PQsetnonblocking)                         \
  X(PQsetNoticeProcessor) X(PQsocket) X(PQstatus)

#define HOLD(name) __typeof__(name) *name;
static struct { USED(HOLD) } libpq;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_there;

static void load(void) {
  void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define FIND(name)                                                                                                     \
  libpq.name = (__typeof__(name) *)dlsym(library, #name);                                                              \
  if (!libpq.name) return;
  USED(FIND)
  is_there = 1;
}

int pq_is_there(void) {
  pthread_once(&once, load);
  return is_there;
}

int PQcancel(PGcancel *cancel, char *words, int size) { return libpq.PQcancel(cancel, words, size); }
void PQclear(PGresult *result) { libpq.PQclear(result); }
char *PQcmdTuples(PGresult *result) { return libpq.PQcmdTuples(result); }
PGconn *PQconnectdbParams(const char *const *names, const char *const *values, int expand) {
  return libpq.PQconnectdbParams(names, values, expand);
}
void PQconninfoFree(PQconninfoOption *options) { libpq.PQconninfoFree(options); }
PQconninfoOption *PQconninfoParse(const char *text, char **words) { return libpq.PQconninfoParse(text, words); }
int PQconsumeInput(PGconn *connection) { return libpq.PQconsumeInput(connection); }
int PQenterPipelineMode(PGconn *connection) { return libpq.PQenterPipelineMode(connection); }
char *PQerrorMessage(const PGconn *connection) { return libpq.PQerrorMessage(connection); }
int PQexitPipelineMode(PGconn *connection) { return libpq.PQexitPipelineMode(connection); }
void PQfinish(PGconn *connection) { libpq.PQfinish(connection); }
int PQflush(PGconn *connection) { return libpq.PQflush(connection); }
void PQfreeCancel(PGcancel *cancel) { libpq.PQfreeCancel(cancel); }
void PQfreemem(void *memory) { libpq.PQfreemem(memory); }
PGcancel *PQgetCancel(PGconn *connection) { return libpq.PQgetCancel(connection); }
int PQgetisnull(const PGresult *result, int row, int column) { return libpq.PQgetisnull(result, row, column); }
int PQgetlength(const PGresult *result, int row, int column) { return libpq.PQgetlength(result, row, column); }
PGresult *PQgetResult(PGconn *connection) { return libpq.PQgetResult(connection); }
char *PQgetvalue(const PGresult *result, int row, int column) { return libpq.PQgetvalue(result, row, column); }
char *PQhost(const PGconn *connection) { return libpq.PQhost(connection); }
char *PQhostaddr(const PGconn *connection) { return libpq.PQhostaddr(connection); }
int PQisBusy(PGconn *connection) { return libpq.PQisBusy(connection); }
PGnotify *PQnotifies(PGconn *connection) { return libpq.PQnotifies(connection); }
int PQntuples(const PGresult *result) { return libpq.PQntuples(result); }
const char *PQparameterStatus(const PGconn *connection, const char *name) {
  return libpq.PQparameterStatus(connection, name);
}
int PQpipelineSync(PGconn *connection) { return libpq.PQpipelineSync(connection); }
char *PQport(const PGconn *connection) { return libpq.PQport(connection); }
char *PQresultErrorField(const PGresult *result, int field) { return libpq.PQresultErrorField(result, field); }
ExecStatusType PQresultStatus(const PGresult *result) { return libpq.PQresultStatus(result); }
int PQsendPrepare(PGconn *connection, const char *name, const char *sql, int count, const Oid *types) {
  return libpq.PQsendPrepare(connection, name, sql, count, types);
}
int PQsendQuery(PGconn *connection, const char *sql) { return libpq.PQsendQuery(connection, sql); }
int PQsendQueryPrepared(PGconn *connection, const char *name, int count, const char *const *values, const int *lengths,
                        const int *formats, int format) {
  return libpq.PQsendQueryPrepared(connection, name, count, values, lengths, formats, format);
}
int PQsetnonblocking(PGconn *connection, int is) { return libpq.PQsetnonblocking(connection, is); }
PQnoticeProcessor PQsetNoticeProcessor(PGconn *connection, PQnoticeProcessor processor, void *argument) {
  return libpq.PQsetNoticeProcessor(connection, processor, argument);
}
int PQsocket(const PGconn *connection) { return libpq.PQsocket(connection); }
ConnStatusType PQstatus(const PGconn *connection) { return libpq.PQstatus(connection); }
