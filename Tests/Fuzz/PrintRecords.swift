import CaseExchange
import Foundation

/// Prints the records of each file named, one line a file: the cells in hexadecimal, `,` between cells and `;` after
/// records, or `refused`.
@main
struct PrintRecords {
  static func main() throws {
    for path in CommandLine.arguments.dropFirst() {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      do throws(FileRefusal) {
        var reader = try CSVReader(FileBytes(bytes))
        var line = ""
        while let record = try reader.nextRecord() {
          let cells = record.cells.map { $0.utf8.map { String($0, radix: 16) }.joined(separator: ".") }
          line += cells.joined(separator: ",") + ";"
        }
        print(line)
      } catch {
        print("refused")
      }
    }
  }
}
