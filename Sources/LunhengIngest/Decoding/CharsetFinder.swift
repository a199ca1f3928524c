import LunhengCore

/// Finds the charset of bytes that do not tell it by a byte-order mark.
enum CharsetFinder {
  /// What was found: a charset in which the bytes are usable, or else the best guess.
  struct Finding {
    var charset: Charset
    var survey: Survey
    var isUsable: Bool
  }

  private struct Candidate {
    var charset: Charset
    var survey: Survey
    var rank: Double
  }

  /// Below this, a text in Big5 or GB18030 is no Chinese, although all its bytes may be valid: the
  /// charset is another.
  private static let leastSoundness = 0.05
  /// What ICU's detector adds to the rank of a charset that it is sure of.
  private static let detectorWeight = 0.2
  /// From this rank on a text is Chinese, and neither Japanese nor Korean.
  private static let leastChineseRank = 0.3

  /// Complexity: O(bytes). UTF-8 is told at about 1 GB/s, the others at 100 MB/s.
  static func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Finding {
    let utf8 = UTF8Decoder.survey(bytes, from: 0)
    let hasControls = bytes.contains(where: isControl)
    if utf8.isValid, !hasControls { return Finding(charset: .utf8, survey: utf8, isUsable: true) }
    if let finding = utf16(bytes) { return finding }
    if utf8.isValid { return Finding(charset: .utf8, survey: utf8, isUsable: true) }

    let isTolerable = utf8.isTolerable(ofBytes: bytes.count)
    // Text in another charset hardly ever forms a character of UTF-8, let alone four in five.
    let looksLikeUTF8 = utf8.multiByteCharacters >= 4 * utf8.undecodableSequences
    if isTolerable, looksLikeUTF8, utf8.multiByteCharacters >= 8 {
      return Finding(charset: .utf8, survey: utf8, isUsable: true)
    }
    if !(isTolerable && looksLikeUTF8), let clear = clearLegacyCharset(bytes) { return clear }
    let matches = CharsetDetector.matches(
      in: UnsafeBufferPointer(rebasing: bytes.prefix(detectorSample)))
    var candidates = legacyCandidates(bytes, matches)
    if isTolerable, looksLikeUTF8 { candidates.insert(candidateUTF8(bytes, utf8), at: 0) }
    // The first of equals, so that the answer does not depend on how a sort treats them.
    let best = candidates.reduce(candidates[0]) { $1.rank > $0.rank ? $1 : $0 }
    let makesSense =
      best.survey.census.soundness > leastSoundness || isForeign(best.charset)
    if makesSense, best.survey.isTolerable(ofBytes: bytes.count) {
      return Finding(charset: best.charset, survey: best.survey, isUsable: true)
    }
    if isTolerable || looksLikeUTF8 {
      return Finding(charset: .utf8, survey: utf8, isUsable: isTolerable)
    }
    if makesSense { return Finding(charset: best.charset, survey: best.survey, isUsable: false) }
    // Valid or not, it is no Chinese: ICU may know what it is, such as windows-1252, but from its
    // statistics alone a text is not decoded without a word.
    let guess = matches.first.map { Charset($0.name) } ?? best.charset
    return Finding(charset: guess, survey: utf8, isUsable: false)
  }

  /// Bytes that text in UTF-8 and the double-byte charsets does not have, but UTF-16 has: the less or
  /// more significant halves of ASCII and of 。and 、.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
  }

  private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    guard let charset = UTF16Pattern.byteOrder(of: bytes),
      var decoder = ConverterDecoder(charset)
    else { return nil }
    let survey = decoder.survey(bytes, from: 0)
    return survey.isTolerable(ofBytes: bytes.count)
      ? Finding(charset: charset, survey: survey, isUsable: true) : nil
  }

  /// UTF-8 with hardly any character in it to prove it: it has to be plausible, too.
  private static func candidateUTF8(
    _ bytes: UnsafeBufferPointer<UInt8>, _ survey: Survey
  ) -> Candidate {
    var survey = survey
    let text = UTF8Decoder.decode(bytes, from: 0, units: survey.units)
    text.units.withUnsafeBufferPointer { survey.census.add($0) }
    return Candidate(charset: .utf8, survey: survey, rank: survey.census.soundness + 0.2)
  }

  /// Big5-HKSCS or GB18030 where it is so clearly one of them that ICU's detector cannot change it. Its
  /// statistics take twenty times as long as decoding does.
  private static func clearLegacyCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    let ranked = legacyCandidates(bytes, []).sorted { $0.rank > $1.rank }
    guard ranked.count == 2, ranked[0].rank >= leastChineseRank,
      ranked[0].rank - ranked[1].rank > detectorWeight,
      ranked[0].survey.census.soundness > leastSoundness,
      ranked[0].survey.isTolerable(ofBytes: bytes.count)
    else { return nil }
    return Finding(charset: ranked[0].charset, survey: ranked[0].survey, isUsable: true)
  }

  /// The double-byte charsets that the bytes may be in; at least Big5-HKSCS and GB18030.
  private static func legacyCandidates(
    _ bytes: UnsafeBufferPointer<UInt8>, _ matches: [CharsetDetector.Match]
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    for (charset, name) in [(Charset.big5HKSCS, "Big5"), (.gb18030, "GB18030")] {
      guard var decoder = ConverterDecoder(charset) else { continue }
      let survey = decoder.survey(bytes, from: 0)
      let confidence = matches.first { $0.name == name }?.confidence ?? 0
      candidates.append(
        Candidate(
          charset: charset, survey: survey,
          rank: survey.census.soundness + detectorWeight * Double(confidence) / 100
            - penalty(survey, bytes.count)))
    }
    // Japanese and Korean only where ICU is sure and Chinese makes little sense.
    guard let first = matches.first, first.confidence >= 50,
      candidates.allSatisfy({ $0.rank < leastChineseRank })
    else { return candidates }
    for (charset, kind) in [(Charset.shiftJIS, CharacterCensus.Kind.kana), (.eucKR, .hangul)]
    where first.name == charset.name {
      guard var decoder = ConverterDecoder(charset) else { continue }
      let survey = decoder.survey(bytes, from: 0)
      let share = survey.census.share(of: kind)
      if survey.isTolerable(ofBytes: bytes.count), share >= 0.3 {
        candidates.append(
          Candidate(charset: charset, survey: survey, rank: 1 + share))
      }
    }
    return candidates
  }

  /// What ICU's detector sees: it takes its time, and more does not change its mind.
  private static let detectorSample = 1 << 14

  private static func isForeign(_ charset: Charset) -> Bool {
    charset == .shiftJIS || charset == .eucKR
  }

  /// What undecodable bytes take away: a charset in which all bytes are valid comes first unless
  /// what they say is nonsense.
  private static func penalty(_ survey: Survey, _ count: Int) -> Double {
    if survey.isValid { return 0 }
    return survey.isTolerable(ofBytes: count) ? 0.2 : 1
  }
}
