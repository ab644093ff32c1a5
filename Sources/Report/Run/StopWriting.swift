/// Ends all writing of this process, for when it is stopped from outside: removes what is unfinished.
///
/// - Returns: the places of the folders that were finished before; those are whole, and no other is moved in any more.
public func stopWriting() -> [String] { Finishing.stop() }
