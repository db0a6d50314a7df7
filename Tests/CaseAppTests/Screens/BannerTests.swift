import CaseModel
import TerminalKit
import Testing

@testable import CaseApp

struct BannerTests {
  let today = Day(number: 16_805)
  var around: Surroundings {
    var around = Surroundings.nowhere
    around.now = Moment(today, hour: 9, minute: 42)
    return around
  }

  var rahela: Patient {
    var patient = Patient(
      id: ID("p1"), version: 1,
      name: PersonName(family: "Begum", given: "Rahela", title: "Mrs", preferred: "Rahela"),
      born: Day(number: -10_398))
    patient.gender = .female
    patient.nhsNumber = NHSNumber(stored: "9990123012")
    return patient
  }

  func drawn(_ patient: Patient, _ state: String = "record", columns: Int = 80, similar: Bool = false) -> [String] {
    var canvas = Canvas(Size(columns: columns, rows: 10))
    let rows = drawBanner(of: patient, state: state, isSimilar: similar, on: &canvas, around: around)
    let frame = canvas.frame()
    return (0..<rows).map { frame.text(ofRow: $0) }
  }

  @Test("PAB-0009 to 0013: two rows with name, born, gender and NHS No. in that order, the state at the right")
  func twoRows() {
    #expect(
      drawn(rahela) == [
        " BEGUM, Rahela (Mrs)                                     Preferred name  Rahela",
        " Born 14-Jul-1941 (74y)    Gender Female    NHS No. 999 012 3012       [record]",
      ])
    #expect(drawn(rahela, "[CONFLICT]", columns: 120).count == 2)
  }

  @Test("PAB-0033 to 0046: a value is stronger than its label")
  func weights() {
    var canvas = Canvas(Size(columns: 80, rows: 3))
    drawBanner(of: rahela, state: "EDITING", on: &canvas, around: around)
    let frame = canvas.frame()
    #expect(frame.marks(ofRow: 0) == String(repeating: "B", count: 80))
    #expect(
      frame.marks(ofRow: 1)
        == " lllllbbbbbbbbbbbbbbbbb    lllllllbbbbbb    llllllllbbbbbbbbbbbb      SSSSSSSSS")
  }

  @Test("at 60 columns nothing is lost: a third row takes what does not fit")
  func narrow() {
    let rows = drawn(rahela, columns: 60)
    #expect(rows.count == 3)
    for word in ["BEGUM, Rahela (Mrs)", "14-Jul-1941 (74y)", "Female", "999 012 3012", "[record]", "Rahela"] {
      #expect(rows.contains { $0.contains(word) }, "\(word)")
    }
    #expect(rows.allSatisfy { $0.count <= 60 })
  }

  @Test("NID-0001: a long name wraps and is never cut short")
  func longName() {
    var patient = rahela
    patient.name = PersonName(
      family: "van der Merwe-Ashworth-Featherstonehaugh", given: "Philippa Wilhelmina Constance Theodora",
      title: "Lady", preferred: "Pip")
    for columns in [60, 80, 120] {
      let text = drawn(patient, columns: columns).joined(separator: " ")
      for word in ["MERWE-ASHWORTH-FEATHERSTONEHAUGH,", "Wilhelmina", "Theodora", "(Lady)", "Pip"] {
        #expect(text.contains(word), "\(word) at \(columns)")
      }
      #expect(!text.contains(">>"))
    }
  }

  @Test("PAB-0055: who has died has a pattern of / and the word DIED, with Died and Age at Death")
  func died() {
    var patient = rahela
    patient.died = Day(iso: "2016-01-03")
    for columns in [60, 80, 120] {
      let rows = drawn(patient, columns: columns)
      let text = rows.joined(separator: "\n")
      #expect(text.contains(" DIED "))
      #expect(text.contains("//////"))
      #expect(text.contains("Died 03-Jan-2016"))
      #expect(text.contains("Age at Death 74y"))
      #expect(text.contains("999 012 3012") && text.contains("[record]"))
      #expect(rows.allSatisfy { $0.count <= columns })
    }
    let spoken = Outline(bannerOutline(of: patient, state: "record", around: around)).text
    #expect(spoken.contains("DIED") && spoken.contains("Died: 3 January 2016.") && spoken.contains("74 years"))
  }

  @Test("PAB-0019: what is not known says so, and why there is no number")
  func unknown() {
    var patient = rahela
    patient.gender = nil
    patient.nhsNumber = nil
    #expect(drawn(patient)[1].contains("Gender Not known    NHS No. Not known"))
    patient.nhsUnavailableReason = .overseasPatient
    #expect(drawn(patient).joined().contains("NHS No. Not known (overseas patient)"))
  }

  @Test("a similar name carries [=] in the banner and in words where it is read")
  func similar() {
    #expect(drawn(rahela, similar: true)[0].hasPrefix(" BEGUM, Rahela (Mrs) [=]"))
    let spoken = Outline(bannerOutline(of: rahela, state: "record", isSimilar: true, around: around)).text
    #expect(spoken.contains("Similar name"))
  }

  @Test("the banner as it is read has full dates")
  func outline() {
    let text = Outline(bannerOutline(of: rahela, state: "[EDITING]", around: around)).text
    #expect(
      text == """
        BEGUM, Rahela, Mrs.
        Born: 14 July 1941, 74 years.
        Gender: Female.
        NHS No.: 999 012 3012.
        Preferred name: Rahela.
        Screen: EDITING.
        """)
  }

  @Test(
    "PAB-0064: allergies are in one of four wordings",
    arguments: [
      (nil, "Allergies not recorded"), ("  ", "Allergies not recorded"), ("NKDA", "No known allergies"),
      ("None known", "No known allergies"), ("penicillin (rash, 2009)", "Known allergies: penicillin (rash, 2009)"),
    ] as [(String?, String)])
  func allergies(recorded: String?, words: String) {
    var patient = rahela
    patient.knownAllergies = recorded
    #expect(Allergies(of: patient).text == words)
    #expect(Allergies(of: patient, isReadable: false).text == "Allergies unavailable")
  }

  @Test("PAB-0008: administrative users see no allergy line")
  func role() {
    var actor = around.actor
    actor.staff.role = .admin
    #expect(!Allergies.areShown(to: actor))
    actor.staff.role = .careNavigator
    #expect(Allergies.areShown(to: actor))
  }
}
