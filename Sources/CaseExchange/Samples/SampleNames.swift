/// A community of inner London, with the names its people bear. Names stand as often as they are common.
struct SampleCommunity: Sendable {
  let weight: Int
  let families: [String]
  let women: [String]
  let men: [String]
  /// Ethnic category codes.
  let ethnic: [String]
  let languages: [String]
  /// In a hundred.
  let needsInterpreter: Int
  /// Given names as people call them, in their own writing or short.
  let called: [String: String]
}

extension SampleCommunity {
  static let all = [bengali, english, somali, westAfrican, caribbean, irish, polish, chinese, jewish, others]

  static let bengali = SampleCommunity(
    weight: 40,
    families: words(
      "Begum Begum Begum Begum Begum Begum Khatun Khatun Khatun Bibi Bibi Ali Ali Ali Ali Miah Miah Miah Miah Uddin "
        + "Uddin Uddin Ahmed Ahmed Hussain Islam Rahman Rahman Chowdhury Choudhury Khan Hoque Akhtar Sultana Talukdar"),
    women: words("Rahima Fatema Shirin Nasima Ayesha Hasina Jahanara Rokeya Salma Momtaz Shahida Amina Sufia Rabeya"),
    men: words(
      "Mohammed Mohammed Abdul Abdul Shafiqur Kamal Nurul Anwar Rezaul Mizanur Harun Faruk Abdur Siraj Tofail"),
    ethnic: ["K", "K", "K", "K", "K", "K", "K", "K", "L", "Z"],
    languages: ["Sylheti", "Sylheti", "Sylheti", "Bengali", "Bengali", "English"], needsInterpreter: 45,
    called: [
      "Rahima": "রহিমা", "Fatema": "ফাতেমা", "Shirin": "শিরিন", "Nasima": "নাসিমা", "Ayesha": "আয়েশা",
      "Jahanara": "জাহানারা", "Salma": "সালমা", "Amina": "আমিনা", "Mohammed": "মোহাম্মদ", "Abdul": "আব্দুল",
      "Kamal": "কামাল", "Nurul": "নুরুল", "Anwar": "আনোয়ার", "Hasina": "হাসিনা",
    ])

  static let english = SampleCommunity(
    weight: 22,
    families: words(
      "Smith Smith Jones Brown Taylor Wilson Evans Thomas Johnson Roberts Walker Wright Robinson Thompson White Hughes "
        + "Edwards Green Hall Wood Harris Clarke Jackson Turner Hill Baker Cooper Ward King Harrison Smith-Jones Cox"),
    women: words(
      "Margaret Doreen Joan Patricia Maureen Jean Sheila Brenda Eileen Siân Zoë Iris Ivy Rose Gladys Sylvia"),
    men: words("John William George Ronald Kenneth Dennis Brian Leonard Terence Stanley Albert Reginald Derek Raymond"),
    ethnic: ["A", "A", "A", "A", "A", "C", "Z"], languages: ["English"], needsInterpreter: 0,
    called: [
      "Margaret": "Peggy", "William": "Bill", "Patricia": "Pat", "Ronald": "Ron", "Leonard": "Len", "Kenneth": "Ken",
      "Doreen": "Dor", "Terence": "Terry", "Reginald": "Reg", "Albert": "Bert",
    ])

  static let somali = SampleCommunity(
    weight: 8,
    families: words("Warsame Abdi Abdi Hassan Mohamed Mohamed Farah Jama Osman Adan Yusuf Abdullahi Nur Hersi"),
    women: words("Hodan Fadumo Khadija Sahra Halimo Asha Maryan Safiya Ubah"),
    men: words("Ahmed Mahad Liban Abdirahman Yusuf Omar Ismail Farah Abdi"), ethnic: ["N", "N", "N", "P"],
    languages: ["Somali", "Somali", "Arabic", "English"], needsInterpreter: 40,
    called: ["Khadija": "Hooyo Khadija", "Abdirahman": "Abdi"])

  static let westAfrican = SampleCommunity(
    weight: 7,
    families: words(
      "Okafor Mensah Adeyemi Adeyemi Boateng Owusu Okonkwo Balogun Asante Eze Kamara Sesay Oyelaran Koroma"),
    women: words("Ngozi Abena Folake Ama Chioma Efua Grace Comfort Blessing Yetunde Fatmata Adwoa"),
    men: words("Kwame Emeka Tunde Kofi Chidi Babatunde Ibrahim Yaw Samuel Emmanuel Alhaji Oluwaseun"),
    ethnic: ["N", "N", "N", "N", "E", "P"], languages: ["English", "English", "Yoruba", "Twi", "Igbo", "Krio"],
    needsInterpreter: 8, called: ["Oluwaseun": "Seun", "Babatunde": "Tunde", "Comfort": "Mama Comfort"])

  static let caribbean = SampleCommunity(
    weight: 6,
    families: words("Campbell Campbell Brown Williams Francis Joseph Grant Henry Lewis Morgan St-Clair Pierre"),
    women: words("Merlene Beverley Hyacinth Gloria Icilda Norma Sonia Verna Euphemia Pearl"),
    men: words("Winston Delroy Carlton Neville Clive Vincent Cedric Errol Desmond Alphonso"),
    ethnic: ["M", "M", "M", "D", "P"], languages: ["English"], needsInterpreter: 0,
    called: ["Icilda": "Miss Icy", "Hyacinth": "Cynthie", "Carlton": "Carl"])

  static let irish = SampleCommunity(
    weight: 6,
    families: ["O'Brien", "O'Connor", "O’Neill", "McCarthy", "Murphy", "Kelly", "Ó Súilleabháin", "Doyle", "Nolan"]
      + ["Fitzgerald", "Gallagher", "Byrne", "Sullivan"],
    women: words("Bridget Kathleen Nora Siobhán Gráinne Eileen Teresa Mary Concepta Philomena"),
    men: words("Patrick Seán Michael Liam Pádraig Daniel Cornelius Eamonn Brendan"), ethnic: ["B", "B", "B", "A"],
    languages: ["English"], needsInterpreter: 0,
    called: ["Patrick": "Paddy", "Bridget": "Bridie", "Cornelius": "Con", "Philomena": "Mena"])

  static let polish = SampleCommunity(
    weight: 3, families: words("Nowak Kowalski Wiśniewska Wójcik Żółkiewska Łukasiewicz Zielińska Dąbrowski Kamiński"),
    women: words("Zofia Małgorzata Łucja Halina Krystyna Danuta Stanisława"),
    men: words("Łukasz Paweł Józef Stanisław Kazimierz Zbigniew Wacław"), ethnic: ["C"],
    languages: ["Polish", "Polish", "English"], needsInterpreter: 30,
    called: ["Małgorzata": "Gosia", "Stanisław": "Staszek", "Józef": "Józek", "Krystyna": "Krysia"])

  static let chinese = SampleCommunity(
    weight: 3, families: words("Chan Wong Li Huang Lam Cheung Tang Lau"),
    women: words("Mei-Ling Siu-Fong Xiuying Lai-Wah Suk-Yee"), men: words("Wai-Man Jianguo Kwok-Keung Chi-Ming Wei"),
    ethnic: ["R"], languages: ["Cantonese", "Cantonese", "Mandarin", "English"], needsInterpreter: 50,
    called: [
      "Mei-Ling": "美玲", "Siu-Fong": "小芳", "Xiuying": "秀英", "Lai-Wah": "麗華", "Suk-Yee": "淑儀", "Wai-Man": "偉文",
      "Jianguo": "建国", "Kwok-Keung": "國強", "Chi-Ming": "志明", "Wei": "伟",
    ])

  static let jewish = SampleCommunity(
    weight: 3, families: words("Cohen Levy Goldberg Kaplan Rosen Abrahams Lazarus Feldman Mendoza Solomons"),
    women: words("Miriam Esther Leah Sadie Rivka Bessie Hannah"),
    men: words("Solomon Isaac Morris Harry Mordechai Hyman"),
    ethnic: ["A", "C", "S"], languages: ["English", "English", "English", "Yiddish"], needsInterpreter: 2,
    called: ["Solomon": "Solly", "Morris": "Moishe", "Rivka": "Becky"])

  static let others = SampleCommunity(
    weight: 2,
    families: words("Patel Singh Nguyễn Trần Çelik Yıldız Fernandes García Muñoz Müller Papadopoulos Borg")
      + ["van der Berg", "da Silva"],
    women: words("Gülşen Thủy Inês Begoña Sunita Maria Carmen Ayşe"),
    men: words("Mehmet Đức João José Rajesh Joseph Jiří"),
    ethnic: ["C", "H", "L", "S", "99", "J"], languages: ["English", "Turkish", "Vietnamese", "Portuguese", "Gujarati"],
    needsInterpreter: 20, called: ["Mehmet": "Memo", "Begoña": "Bego"])
}
