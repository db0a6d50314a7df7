// libpq, loaded when a store on a server is first named. Linked in, it would bring two dozen libraries into every start
// of a program that mostly reads a file.
#ifndef CPOSTGRESQL_H
#define CPOSTGRESQL_H

#include <postgresql/libpq-fe.h>

/// Whether libpq is there; to be asked before any of its functions is called. Any thread may ask.
int pq_is_there(void);

#endif
