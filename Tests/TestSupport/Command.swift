import Foundation

/// What a run of the built command gave.
public struct CommandOutcome: Sendable {
  public var exitCode: Int32
  public var output: String
  public var errors: String
}

/// Runs the built `school-indicators` as a user would.
public enum Command {
  /// The executable beside the test bundle.
  public static var executable: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
      "school-indicators"
    ).path
  }

  /// Starts the command; the caller waits or interrupts.
  public static func start(_ arguments: [String], folder: String, standardOutput: Any, standardError: Any) throws
    -> Process
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = standardOutput
    process.standardError = standardError
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs the command to its end in a folder and gives back all that it said.
  public static func run(_ arguments: [String], folder: String = ProjectFolders.root) throws -> CommandOutcome {
    let scratch = try TemporaryFolder()
    let files = try ["output", "errors"].map { try scratch.write($0, "") }
    let handles = files.map { FileHandle(forWritingAtPath: $0)! }
    let process = try start(arguments, folder: folder, standardOutput: handles[0], standardError: handles[1])
    process.waitUntilExit()
    return CommandOutcome(
      exitCode: process.terminationStatus, output: try scratch.text("output"), errors: try scratch.text("errors"))
  }
}
