import LunhengCore
import Testing

@testable import LunhengReport

@Suite struct HeatTableTests {
  @Test func withoutColourItIsThePlainTable() {
    #expect(
      Samples.byAuthor.heatTable(.matches, style: .plain)
        == Samples.byAuthor.table(.matches).terminal(.plain))
  }

  @Test func theGreatestValueHasTheStrongestColourAndGapsHaveNone() {
    let text = Samples.byAuthor.heatTable(
      .matches, style: TerminalStyle(width: nil, usesColour: true))
    let strongest = HeatPalette.terminal[HeatScale.stepCount - 1]
    let colours = "48;5;\(strongest.background);38;5;\(strongest.ink)"
    #expect(text.contains("\u{1B}[\(colours)m    9\u{1B}[0m"))
    #expect(text.contains("\u{1B}[2m   ·\u{1B}[0m"))
    // Two values above zero; the total is not coloured.
    #expect(text.occurrences(of: "48;5;") == 2)
  }

  @Test func coloursDoNotMoveTheColumns() {
    let matrix = Samples.wide(themes: 12)
    for width in [20, 60, 100] {
      let heat = matrix.heatTable(
        .matches, style: TerminalStyle(width: width, usesColour: true))
      let plain = matrix.table(.matches).terminal(TerminalStyle(width: width, usesColour: false))
      for (heat, plain) in zip(heat.withoutEscapes.lines, plain.lines) {
        #expect(heat.hasPrefix(plain))
        #expect(DisplayWidth.of(heat) <= width)
      }
    }
  }
}

@Suite struct HeatScaleTests {
  private func matrix(_ matches: [Int]) -> CoverageMatrix {
    let cells = matches.map { Samples.cell($0) }
    let row = CoverageMatrix.Row(key: "a", documents: 1, characters: 1_000, cells: cells)
    let columns = matches.indices.map {
      CoverageMatrix.Column(id: "t\($0)", name: LocalizedName([:]))
    }
    return CoverageMatrix(grouping: .author, columns: columns, rows: [row], total: row)
  }

  @Test(arguments: [[1], [1, 2, 3], [0, 5, 49], [1, 7, 100, 9_999]])
  func everyCountFallsIntoAnIntervalOfTheLegend(matches: [Int]) {
    let scale = HeatScale(matrix(matches), .matches)
    for value in 1...(matches.max() ?? 1) {
      let step = scale.step(of: Double(value))
      let interval = scale.intervals.first { $0.step == step }
      #expect(interval.map { $0.low <= Double(value) && Double(value) <= $0.high } == true)
    }
  }

  @Test func countsGrowBySquaresAndSharesEvenly() {
    #expect(HeatScale(matrix([49, 1]), .matches).bounds == [1, 4, 9, 16, 25, 36, 49])
    let shares = HeatScale(matrix([1, 0]), .share)
    #expect(shares.bounds.last == 1)
    #expect(shares.step(of: 0.5) == 3)
    #expect(shares.step(of: 0.1) == 0)
  }

  @Test func theGreatestIsTheLastStepAndZeroIsNone() {
    let scale = HeatScale(matrix([0, 3, 12]), .density)
    #expect(scale.step(of: 12) == HeatScale.stepCount - 1)
    #expect(scale.step(of: 0.001) == 0)
    #expect(scale.step(of: 0) == nil)
    #expect(scale.step(of: nil) == nil)
  }

  @Test func theGreatestValueIsAlwaysOnTheScale() {
    for characters in 1...2_000 {
      var matrix = matrix([1, 3])
      matrix.rows[0].characters = characters
      let scale = HeatScale(matrix, .density)
      let greatest = matrix.value(.density, of: matrix.rows[0], column: 1)
      #expect(scale.step(of: greatest) == HeatScale.stepCount - 1)
    }
  }

  @Test func aMatrixOfGapsHasNoSteps() {
    let scale = HeatScale(matrix([0, 0]), .matches)
    #expect(scale.intervals.isEmpty)
    #expect(scale.step(of: 0) == nil)
  }
}

@Suite struct HeatPaletteTests {
  /// WCAG 2.1, success criterion 1.4.3.
  private let enough = 4.5

  @Test func contrastIsThatOfWCAG() {
    #expect(abs(Colour(0x000000).contrast(with: Colour(0xFFFFFF)) - 21) < 0.001)
    #expect(abs(Colour(0x777777).contrast(with: Colour(0xFFFFFF)) - 4.478) < 0.001)
    #expect(abs(Colour(0xFF0000).contrast(with: Colour(0x0000FF)) - 2.149) < 0.001)
  }

  @Test func textCanBeReadOnEveryStep() {
    for palette in [HeatPalette.light, .dark] {
      #expect(palette.steps.count == HeatScale.stepCount)
      for step in palette.steps { #expect(step.background.contrast(with: step.ink) >= enough) }
    }
    #expect(HeatPalette.terminal.count == HeatScale.stepCount)
    for step in HeatPalette.terminal {
      let ink = Colour(cubeIndex: step.ink)
      #expect(Colour(cubeIndex: step.background).contrast(with: ink) >= enough)
    }
  }

  @Test func allOtherTextCanBeReadToo() {
    for palette in [HeatPalette.light, .dark] {
      for ground in [palette.page, palette.surface] {
        for ink in [palette.ink, palette.faint, palette.link] {
          #expect(ground.contrast(with: ink) >= enough)
        }
      }
      #expect(palette.mark.contrast(with: palette.ink) >= enough)
    }
  }

  @Test func stepsGoOneWayFromThePage() {
    for palette in [HeatPalette.light, .dark] {
      let contrasts = palette.steps.map { $0.background.contrast(with: palette.page) }
      #expect(contrasts == contrasts.sorted())
    }
    let black = Colour(0)
    let onTerminal = HeatPalette.terminal.map {
      Colour(cubeIndex: $0.background).contrast(with: black)
    }
    #expect(onTerminal == onTerminal.sorted())
  }

  @Test func coloursOfTheCubeAreThoseThatTerminalsShow() {
    #expect(Colour(cubeIndex: 16) == Colour(0x000000))
    #expect(Colour(cubeIndex: 231) == Colour(0xFFFFFF))
    #expect(Colour(cubeIndex: 31) == Colour(0x0087AF))
    #expect(Colour(0x0B4F6C).css == "#0b4f6c")
  }
}
