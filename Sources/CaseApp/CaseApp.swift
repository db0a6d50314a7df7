// CaseApp
