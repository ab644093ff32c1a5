/// Who is in the lowest fifth when a fifth is not a whole number of children; not specified in the sources found.
package enum LowestFifthCut: String, Sendable { case rounded, floor, ceiling, fractional }
