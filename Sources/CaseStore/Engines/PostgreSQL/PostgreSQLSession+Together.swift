import CPostgreSQL
import CaseModel

extension PostgreSQLSession {
  /// Runs several statements in one journey to the server and back; their answers in their order. Within a transaction,
  /// and for statements of few and short values: so many that the line were full before an answer is read would stop both
  /// sides.
  ///
  /// - Throws: the first failure; the statements after it are not run.
  func query(together queries: [(sql: String, values: [Value])]) throws -> [PostgreSQLResult] {
    try makeRoom(for: queries.count)
    let arguments = try queries.map { query in
      var arguments = PostgreSQLArguments()
      for value in query.values { try arguments.add(value) }
      return arguments
    }
    guard PQenterPipelineMode(connection) == 1 else { throw ended() }
    var names = [String: String]()
    for (query, arguments) in zip(queries, arguments) {
      let name = try knownName(of: query.sql) ?? names[query.sql] ?? sendPrepare(query.sql)
      names[query.sql] = name
      let isSent = arguments.withPointers { pointers, lengths, formats in
        PQsendQueryPrepared(connection, name, Int32(query.values.count), pointers, lengths, formats, 0)
      }
      guard isSent == 1 else { throw ended() }
    }
    guard PQpipelineSync(connection) == 1 else { throw ended() }
    let answers = try answersUntilSync()
    guard answers.count == queries.count else { throw ended() }
    keep(names: names)
    return answers
  }

  private func sendPrepare(_ sql: String) throws -> String {
    let name = newName()
    guard PQsendPrepare(connection, name, PostgreSQLText.translated(sql), 0, nil) == 1 else { throw ended() }
    return name
  }

  /// Reads to the end of a pipeline and leaves it, whatever came.
  private func answersUntilSync() throws -> [PostgreSQLResult] {
    var answers = [PostgreSQLResult]()
    var failure: StoreFault?
    var isAfterOne = false
    while true {
      // Nothing stands between the answers of two statements; twice nothing is the end of the connection.
      guard let result = try nextAnswer() else {
        guard isAfterOne else { throw ended() }
        isAfterOne = false
        continue
      }
      isAfterOne = true
      switch PQresultStatus(result) {
      case PGRES_TUPLES_OK: answers.append(PostgreSQLResult(result))
      // A statement was prepared, or was not run after a failure.
      case PGRES_COMMAND_OK, PGRES_PIPELINE_ABORTED: PQclear(result)
      case PGRES_PIPELINE_SYNC:
        PQclear(result)
        guard PQexitPipelineMode(connection) == 1 else { throw ended() }
        if let failure { throw failure }
        return answers
      default:
        defer { PQclear(result) }
        guard PQstatus(connection) == CONNECTION_OK else { throw ended() }
        failure = failure ?? fault(of: result)
      }
    }
  }
}
