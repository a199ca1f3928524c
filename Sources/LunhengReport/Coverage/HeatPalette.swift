/// The colours of a heat map from its first step above zero to its last, with an ink for each that
/// can be read on it. One hue that only gets stronger, so that it also works for the colour-blind
/// and in print.
struct HeatPalette: Sendable {
  /// A colour and the colour of text on it.
  struct Step: Hashable, Sendable {
    var background: Colour
    var ink: Colour
  }

  let page: Colour
  let ink: Colour
  /// Of what stands back: captions, gaps.
  let faint: Colour
  /// Of headers, rules and marks.
  let surface: Colour
  let rule: Colour
  let link: Colour
  let mark: Colour
  let steps: [Step]

  private init(
    page: UInt32, ink: UInt32, faint: UInt32, surface: UInt32, rule: UInt32, link: UInt32,
    mark: UInt32, steps: [UInt32]
  ) {
    self.page = Colour(page)
    self.ink = Colour(ink)
    self.faint = Colour(faint)
    self.surface = Colour(surface)
    self.rule = Colour(rule)
    self.link = Colour(link)
    self.mark = Colour(mark)
    self.steps = steps.map { step in
      let background = Colour(step)
      return Step(
        background: background, ink: background.betterInk(Colour(0xFFFFFF), Colour(0x0B161B)))
    }
  }

  static let light = HeatPalette(
    page: 0xFFFFFF, ink: 0x17242B, faint: 0x5B6B73, surface: 0xF2F5F6, rule: 0xD3DCE0,
    link: 0x0B5C7C, mark: 0xFFE08A,
    steps: [0xE3F1F4, 0xC2E1E8, 0x98CDD9, 0x66B3C6, 0x3F9AB3, 0x1A7493, 0x0B4F6C])

  static let dark = HeatPalette(
    page: 0x14191C, ink: 0xE4EBEE, faint: 0x94A3AA, surface: 0x1E252A, rule: 0x39444A,
    link: 0x7CC8DC, mark: 0x6B5312,
    steps: [0x1C333B, 0x20444F, 0x255967, 0x2E7385, 0x4A9DB0, 0x7CC3D2, 0xB9E6EE])

  /// Indices in the colour cube of 256-colour terminals, with the index of the ink on each.
  ///
  /// Close to viridis, from dark violet to bright yellow: weak values fade into the dark background
  /// that most terminals have, and on a light one the hues still tell the order.
  static let terminal: [(background: Int, ink: Int)] = [54, 60, 31, 36, 77, 148, 227].map {
    let colour = Colour(cubeIndex: $0)
    let isDark = colour.betterInk(Colour(0xFFFFFF), Colour(0)) == Colour(0xFFFFFF)
    return (background: $0, ink: isDark ? 231 : 16)
  }
}
