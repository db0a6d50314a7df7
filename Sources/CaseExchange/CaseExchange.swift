// CaseExchange
