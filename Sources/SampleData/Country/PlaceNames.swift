/// Made-up English place names, none twice.
struct PlaceNames {
  static let stems = [
    "Alder", "Bracken", "Cinder", "Damson", "Elder", "Fallow", "Garnet", "Hazel", "Juniper", "Kestrel",
    "Larch", "Merlin", "Nettle", "Osier", "Plover", "Quarrel", "Rowan", "Sorrel", "Teasel", "Umber",
    "Vetch", "Wren", "Yarrow", "Bramble", "Clover", "Dunlin", "Fennel", "Gorse", "Heron", "Ivel",
    "Lapwing", "Marl", "Otter", "Pippin", "Sedge", "Tansy", "Thistle", "Whin",
  ]
  static let endings = ["mouth", "borough", "stead", "wold", "minster", "combe", "mere", "thorpe", "shire", "haven"]

  private var waiting: [String]

  init(seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: .authorityNames)
    waiting = stream.shuffled(Self.stems.flatMap { stem in Self.endings.map { stem + $0 } })
  }

  mutating func next() -> String { waiting.removeLast() }
}
