internal import CaseModel

extension SampleBorough {
  typealias Cells = [CaseloadField: String]

  /// One person's row, from the seed and the row's number alone.
  func person(_ row: Int, number: String?, isSouthWest: Bool) -> Cells {
    var random = SampleRandom(seed: seed, row: row)
    var cells = Cells(minimumCapacity: 40)
    if let number { cells[.nhsNumber] = number } else { cells[.nhsUnavailableReason] = "nhs-number-not-known" }
    let age = name(row, &random, &cells)
    let practice = SamplePlaces.practices[
      isSouthWest
        ? random.below(SamplePlaces.southWest) : random.in(SamplePlaces.southWest...SamplePlaces.practices.count - 1)]
    cells[.practiceCode] = practice.code
    home(practice, &random, &cells)
    risk(&random, &cells)
    enrolment(&random, &cells)
    health(age, &random, &cells)
    return cells
  }

  private func ago(_ days: Int) -> String { (asOf - days).iso }

  /// Names, birth, language; gives back the age.
  private func name(_ row: Int, _ random: inout SampleRandom, _ cells: inout Cells) -> Int {
    let people = SampleCommunity.all
    let community = people[random.weighted(people.map(\.weight))]
    let isWoman = random.percent(56)
    let given = random.pick(isWoman ? community.women : community.men)
    cells[.familyName] = random.pick(community.families)
    cells[.givenNames] = given
    if community.weight == SampleCommunity.bengali.weight, !isWoman, random.percent(25) {
      cells[.givenNames] = "\(given) \(random.pick(community.men))"
    }
    if let called = community.called[given], random.percent(30) { cells[.preferredName] = called }
    cells[.title] = isWoman ? random.pick(["Mrs", "Mrs", "Miss", "Ms"]) : "Mr"
    cells[.gender] = random.below(400) == 0 ? "X" : isWoman ? "2" : "1"
    cells[.ethnicCategory] = random.pick(community.ethnic)
    let language = random.pick(community.languages)
    cells[.language] = language
    cells[.interpreter] = language != "English" && random.percent(community.needsInterpreter * 2) ? "yes" : "no"
    var age = [random.in(50...64), random.in(65...79), random.in(80...89), random.in(90...100), random.in(18...49)][
      random.weighted([18, 36, 28, 12, 6])]
    if row < SampleCast.people.count {
      let one = SampleCast.people[row]
      cells[.familyName] = one.family
      cells[.givenNames] = one.given
      cells[.preferredName] = SampleCast.called[row]
      cells[.title] = one.title
      cells[.gender] = one.woman ? "2" : "1"
      cells[.ethnicCategory] = SampleCast.ethnic[row]
      cells[.language] = SampleCast.languages[row]
      cells[.interpreter] = SampleCast.languages[row] == "English" ? "no" : "yes"
      age = one.age
    }
    // Between the birthday of that age and the day before the next.
    cells[.born] = (asOf.adding(months: -12 * age) - random.below(360)).iso
    return age
  }

  private func home(_ practice: SamplePlaces.Practice, _ random: inout SampleRandom, _ cells: inout Cells) {
    cells[.phone] =
      random.percent(60)
      ? "020 7946 0\(random.in(100...999))" : random.percent(80) ? "07700 900\(random.in(100...999))" : ""
    if random.below(120) == 0 {
      cells[.address1] = "No fixed abode"
      cells[.postcode] = "ZZ99 3VZ"
      return
    }
    let street = "\(random.in(1...180)) \(random.pick(SamplePlaces.streets))"
    if random.percent(55) {
      cells[.address1] = "Flat \(random.in(1...96))"
      cells[.address2] = random.percent(40) ? random.pick(SamplePlaces.houses) : street
      if cells[.address2] != street { cells[.address3] = street }
    } else {
      cells[.address1] = street
    }
    cells[.address4] = "London"
    let inward = random.pick(SamplePlaces.inward) + random.pick(SamplePlaces.inward)
    cells[.postcode] = "\(practice.district) \(random.in(0...9))\(inward)"
  }

  private func risk(_ random: inout SampleRandom, _ cells: inout Cells) {
    let kind = random.weighted([83, 9, 4, 4])
    if kind == 2 { return }
    let part = random.below(1000)
    cells[.riskRunOn] = ago(kind == 3 ? random.in(70...260) : random.in(27...35))
    if kind == 1 {
      cells[.riskModel] = "eFI"
      cells[.riskModelVersion] = "2016"
      cells[.riskUnit] = "index"
      cells[.riskScore] = tenths(12 + part * 45 / 1000, of: 100)
      return
    }
    // Few people have a high risk: the cube of an even number.
    let permille = 50 + part * part / 1000 * part / 1000 * 860 / 1000
    cells[.riskModel] = "QAdmissions"
    cells[.riskModelVersion] = "2014.1"
    cells[.riskUnit] = "percent"
    cells[.riskScore] = tenths(permille, of: 10)
    cells[.percentile] = tenths(800 + part * 199 / 1000, of: 10)
    cells[.riskPopulation] = "41200"
  }

  /// A number of tenths or hundredths as a decimal.
  private func tenths(_ value: Int, of whole: Int) -> String {
    let rest = String(value % whole)
    let zeros = String(repeating: "0", count: String(whole).count - 1 - rest.count)
    return "\(value / whole).\(zeros)\(rest)"
  }

  private func enrolment(_ random: inout SampleRandom, _ cells: inout Cells) {
    let states = ["enrolled", "invited", "identified", "declined", "withdrawn", "died", "moved", "ended"]
    let status = states[random.weighted([860, 50, 45, 20, 8, 7, 6, 4])]
    cells[.enrolmentStatus] = status
    cells[.route] = random.pick([
      "risk_score", "risk_score", "risk_score", "clinical_judgement", "hospital", "frailty", "social_care",
      "self_or_carer", "palliative", "care_home",
    ])
    guard ["enrolled", "withdrawn", "died", "moved", "ended"].contains(status) else { return }
    let days = random.percent(4) ? random.in(0...6) : random.in(7...860)
    cells[.enrolledOn] = ago(days)
    cells[.consentBasis] = random.pick([
      "explicit_written", "explicit_written", "explicit_verbal", "explicit_verbal", "explicit_verbal",
      "implied_individual_care", "best_interests", "lpa",
    ])
    cells[.consentOn] = ago(days + random.in(0...20))
  }

  private func health(_ age: Int, _ random: inout SampleRandom, _ cells: inout Cells) {
    cells[.livesAlone] = random.pick(["yes", "yes", "no", "no", "no", "not known"])
    cells[.knownAllergies] =
      random.percent(25) ? random.pick(SamplePlaces.allergies) : random.percent(60) ? "None known" : ""
    var conditions = [String]()
    for _ in 0..<random.in(1...(age > 75 ? 4 : 3)) {
      let one = random.pick(SamplePlaces.conditions)
      if !conditions.contains(one) { conditions.append(one) }
    }
    cells[.longTermConditions] = conditions.joined(separator: "; ")
    if random.percent(62) { cells[.lastAEOn] = ago(random.in(1...720)) }
    if random.percent(44) { cells[.lastAdmissionOn] = ago(random.in(2...900)) }
    if random.percent(12) { cells[.note] = random.pick(SamplePlaces.notes) }
  }
}
