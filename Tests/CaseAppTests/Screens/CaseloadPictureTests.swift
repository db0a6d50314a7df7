import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Caseload pictures") @MainActor struct CaseloadPictureTests {
  private func overdue(_ size: Size) -> String {
    var screen = caseload(size: size, of: 38)
    _ = screen.press("2")
    _ = screen.arrive(mockPeople, of: 38)
    _ = screen.press("j j <space>")
    return picture(of: screen, size: size, around: surroundings(), marks: size.columns == 80)
  }

  @Test("mock-up 1 at 80 by 24") func picture80() {
    #expect(
      overdue(Size(columns: 80, rows: 22)) == """
         MDT > Caseload  South West locality  R. Khan, care navigator  05-Jan-2016 09:42
         hhhhhhhhhhhhhh                       bbbbbbbbbbbbbbbbbbbbbbb
         View 2 Review due   Filter due<=28   38 of 412 shown         Sort review due ^
         llll bbbbbbbbbbbb   llllll bbbbbbb                           llll bbbbbbbbbbbb
        ────────────────────────────────────────────────────────────────────────────────
        --------------------------------------------------------------------------------
           Name                       Born        NHS No.       Care plan       Named SW
           llll                       llll        lllllll       llllllllllllll  llllllll
        ────────────────────────────────────────────────────────────────────────────────
        --------------------------------------------------------------------------------
           BEGUM, Rahela (Mrs)        14-Jul-1941 999 012 3012  ! OVERDUE 12d   Adeyemi
           bbbbbbbbbbbbbbbbbbbbbbbbbb                           uuuuuuuuuuuuuu
           CLARKE, Winston (Mr)       02-Feb-1938 999 020 2206  ! OVERDUE 5d    Adeyemi
           bbbbbbbbbbbbbbbbbbbbbbbbbb                           uuuuuuuuuuuuuu
         * O'BRIEN, Maureen (Ms)      30-Nov-1945 999 028 1394  ! NO PLAN       (none)
         * bbbbbbbbbbbbbbbbbbbbbbbbbb                           uuuuuuuuuuuuuu  mmmmmmmm
        >  MIAH, Abdul Karim (Mr)     01-Jan-1950 999 036 0588  ~ due today     Boateng
        ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss
           HUSSAIN, Shirin (Mrs)      19-Sep-1933 999 051 8963  ~ due 2d        Adeyemi
           bbbbbbbbbbbbbbbbbbbbbbbbbb                           oooooooooooooo
           PETROV, Ivan (Mr)          07-May-1947 999 059 8150  ~ due 3d        (none)
           bbbbbbbbbbbbbbbbbbbbbbbbbb                           oooooooooooooo  mmmmmmmm
           VAN DER MERWE-ASHWORTH,    21-Mar-1929 999 067 7344  ~ due 6d        Boateng
           bbbbbbbbbbbbbbbbbbbbbbbbbb                           oooooooooooooo
             Philippa (Lady)
           bbbbbbbbbbbbbbbbbbbbbbbbbb
           ALI, Nurjahan (Miss) [=]   11-Dec-1961 999 075 6538  ~ due 9d        Boateng
           bbbbbbbbbbbbbbbbbbbbbbbbbb                           oooooooooooooo
           ALI, Nurjahan (Mrs) [=]    05-Apr-1958 999 083 5721  ~ due 10d       Adeyemi
           bbbbbbbbbbbbbbbbbbbbbbbbbb                           oooooooooooooo
           FARAH, Hodan (Ms)          12-Aug-1955 999 115 2482  ~ due 10d       Adeyemi
           bbbbbbbbbbbbbbbbbbbbbbbbbb                           oooooooooooooo

           - 28 more below -                                                 * 1 marked
           mmmmmmmmmmmmmmmmm                                                 **********
        ────────────────────────────────────────────────────────────────────────────────
        --------------------------------------------------------------------------------
         MIAH   Named SW F. Boateng   review due 05-Jan-2016   Practice F99003
         bbbb   llllllll bbbbbbbbbb   llllllllll bbbbbbbbbbb   llllllll bbbbbb
         Risk of emergency admission in 12 months 34% (QAdmissions, run 01-Dec-2015)
        """)
  }

  @Test("mock-up 1 at 60 by 18") func picture60() {
    #expect(
      overdue(Size(columns: 60, rows: 16)) == """
         MDT > Caseload  South West locality       05-Jan-2016 09:42
         2 Review due  Filter due<=28  38 of 412    by review due ^
        ────────────────────────────────────────────────────────────
           Name              Born        NHS No.       Care plan
        ────────────────────────────────────────────────────────────
           CLARKE, Winston   02-Feb-1938 999 020 2206  ! OVERDUE 5d
             (Mr)
         * O'BRIEN, Maureen  30-Nov-1945 999 028 1394  ! NO PLAN
             (Ms)
        >  MIAH, Abdul Karim 01-Jan-1950 999 036 0588  ~ due today
             (Mr)
           HUSSAIN, Shirin   19-Sep-1933 999 051 8963  ~ due 2d
           - 1 above, 33 more below -                    * 1 marked
        ────────────────────────────────────────────────────────────
         MIAH   Named SW F. Boateng   review due 05-Jan-2016
         Risk of emergency admission in 12 months 34% (QAdmissio >>
        """)
  }

  @Test("mock-up 1 at 120 by 40") func picture120() {
    #expect(
      overdue(Size(columns: 120, rows: 24)) == """
         MDT > Caseload  South West locality                                      R. Khan, care navigator  Tue 05-Jan-2016 09:42
         View 2 Review due   Filter due<=28   38 of 412 shown                                                 Sort review due ^
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
           Name                       Born        NHS No.       Care plan      Named SW │ MIAH, Abdul Karim (Mr)
        ─────────────────────────────────────────────────────────────────────────────── │ ──────────────────────────────────────
           BEGUM, Rahela (Mrs)        14-Jul-1941 999 012 3012  ! OVERDUE 12d  Adeyemi  │ ~ due today  review due 05-Jan-2016
           CLARKE, Winston (Mr)       02-Feb-1938 999 020 2206  ! OVERDUE 5d   Adeyemi  │ Born          01-Jan-1950 (66y)
         * O'BRIEN, Maureen (Ms)      30-Nov-1945 999 028 1394  ! NO PLAN      (none)   │ Gender        Female
        >  MIAH, Abdul Karim (Mr)     01-Jan-1950 999 036 0588  ~ due today    Boateng  │ NHS No.       999 036 0588
           HUSSAIN, Shirin (Mrs)      19-Sep-1933 999 051 8963  ~ due 2d       Adeyemi  │ Named SW      F. Boateng
           PETROV, Ivan (Mr)          07-May-1947 999 059 8150  ~ due 3d       (none)   │ Practice      F99003
           VAN DER MERWE-ASHWORTH,    21-Mar-1929 999 067 7344  ~ due 6d       Boateng  │ Enrolment     Enrolled
             Philippa (Lady)                                                            │ Risk          risk of emergency
           ALI, Nurjahan (Miss) [=]   11-Dec-1961 999 075 6538  ~ due 9d       Boateng  │               admission in 12 months
           ALI, Nurjahan (Mrs) [=]    05-Apr-1958 999 083 5721  ~ due 10d      Adeyemi  │               34% (QAdmissions, run
           FARAH, Hodan (Ms)          12-Aug-1955 999 115 2482  ~ due 10d      Adeyemi  │               01-Dec-2015)
                                                                                        │
                                                                                        │
                                                                                        │
                                                                                        │
                                                                                        │
                                                                                        │
           - 28 more below -                                                * 1 marked  │
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        """)
  }

  @Test("the cursor stands on the first letter of the selected name, at every size")
  func cursor() {
    for size in [(60, 16), (80, 22), (110, 30), (120, 38), (200, 60), (500, 198)] {
      let size = Size(columns: size.0, rows: size.1)
      var screen = caseload(size: size)
      _ = screen.press("j")
      var canvas = Canvas(size)
      screen.around = surroundings()
      screen.draw(on: &canvas)
      let frame = canvas.frame()
      let cursor = frame.cursor ?? Point(column: 0, row: 0)
      #expect(cursor.column == 3)
      #expect(frame.text(ofRow: cursor.row).hasPrefix(">  CLARKE"))
    }
  }

  @Test("what is seen can be read", arguments: [60, 80, 120])
  func readable(columns: Int) {
    let size = Size(columns: columns, rows: columns == 60 ? 16 : columns == 80 ? 22 : 38)
    for keys in ["", "2", "7", "<space> j", "/", "v", "s"] {
      var screen = caseload(size: size, of: 38)
      _ = screen.press(keys)
      if !keys.isEmpty, keys.first?.isNumber == true { _ = screen.arrive(mockPeople, of: 38) }
      screen.around = surroundings(practice: true)
      guard screen.menu == nil else { continue }
      let missing = unread(picture(of: screen, size: size), in: screen.outline())
      // An age is `74y` to the eye and `74 years` to the ear.
      #expect(missing.filter { !$0.hasSuffix("y") || Int($0.dropLast()) == nil } == [], "\(keys)")
    }
  }
}

@Suite("The room of the list's columns") struct TableLayoutTests {
  @Test("[=] stays on the row of a name of 22 letters at 80 columns") func similar() {
    let layout = TableLayout(columns: 80, showing: [.plan, .socialWorker])
    #expect(layout.nameWidth >= 26)
  }

  @Test("the days of an overdue review are never cut", arguments: [5, 146, 1460]) func overdue(_ days: Int) throws {
    let layout = TableLayout(columns: 80, showing: [.risk, .plan, .socialWorker, .practice])
    let column = try #require(layout.columns.first { $0.kind == .plan })
    var row = mockPeople[0]
    row.reviewDue = sceneTime.day - days
    let text = CaseloadColumn.plan.cell(of: row, width: column.width, on: sceneTime.day).text
    #expect(text.contains("\(days)d") && TextWidth.width(of: text) <= column.width)
  }
}
