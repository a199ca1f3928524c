import Foundation

/// A paragraph in several languages and charsets. The bytes are those of Python's codecs.
enum Sample {
  static let traditional = """
    政府今年的施政報告提出多項改善民生的措施，包括增加公營房屋供應、加強對長者的醫療支援，以及\
    推動創新科技發展。不過，市民最關心的問題，仍是樓價高企與貧富懸殊，當局必須正視。
    """
  static let simplified = """
    政府今年的施政报告提出多项改善民生的措施，包括增加公营房屋供应、加强对长者的医疗支援，以及\
    推动创新科技发展。不过，市民最关心的问题，仍是楼价高企与贫富悬殊，当局必须正视。
    """
  static let japanese = """
    政府は今年の施政方針において、国民生活を改善するための多くの措置を示した。しかし、住宅価格\
    の高騰と貧富の格差という問題は依然として残っている。
    """
  static let korean = """
    정부는 올해 시정연설에서 민생을 개선하기 위한 여러 조치를 제시했다. 그러나 주택\
     가격의 상승과 빈부 격차 문제는 여전히 남아 있다.
    """

  static let big5 = bytes(
    """
    rEapsqS1pn6quqxJrEaz+KdptKOlWKZotrWn77W9pcGlzaq6sbmsSaFBpV2sQbxXpVukvcDnqdCrzqjRwLOhQqVbsWq5\
    76r4qsyqusLlwPik5LSpoUGlSKTOscCwyrPQt3Os7KfetW+uaaFDpKO5TKFBpaulwbPMw/ak36q6sN3DRKFBpLSsT7zT\
    u/mwqqX4u1CzaLRJxGGu7aFBt+2nvaWytrelv7X4oUM=
    """)
  static let traditionalGB18030 = bytes(
    """
    1f64rr3xxOq1xMqp1f6I87jmzOGz9rbg7Ze4xMnGw/HJ+rXEtOvKqaOssPzAqNT2vNO5q6BJt7/O3bmpkaqhorzTj4qM\
    pulM1d+1xOF0r5/Wp9Suo6zS1LywzcaE04ST0MK/xry8sGzVuaGjsrvfXqOsytDD8dfu6lDQxLXEhpbufaOsyNTKx5jH\
    g3K438bzxWPYmri7kdLK4qOsrpS+1rHY7ZrV/dKVoaM=
    """)
  static let simplifiedGB18030 = bytes(
    """
    1f64rr3xxOq1xMqp1f6xqLjmzOGz9rbgz+64xMnGw/HJ+rXEtOvKqaOssPzAqNT2vNO5q9Oqt7/O3bmp06ahorzTx7+2\
    1LOk1d+1xNK9wcbWp9Suo6zS1Lywzca2r7S00MK/xry8t6LVuaGjsru5/aOsytDD8dfuudjQxLXEzsrM4qOsyNTKx8Kl\
    vNu438bz0+vGtri70PzK4qOstbG+1rHY0OvV/crToaM=
    """)
  static let shiftJIS = bytes(
    """
    kK2Ve4LNjaGUToLMjnuQrZX7kGqCyYKogqKCxIFBjZGWr5C2ioiC8In8kVCCt4Lpgr2C34LMkb2CrYLMkVuSdYLwjqaC\
    tYK9gUKCtYKpgrWBQY9ake6Jv4ppgsyNgpOrgsaVbpV4gsyKaY23gsaCooKkluKR6ILNiMuRUoLGgrWCxI5jgsGCxIKi\
    gumBQg==
    """)
  static let eucKR = bytes(
    """
    waS6zrTCIL/Dx9ggvcPBpL+svLO/obytILnOu/3AuyCws7yxx8+x4iDAp8fRIL+pt68gwbbEobimIMGmvcPH37TZLiCx\
    17evs6ogwdbFwyCwobDdwMcgu/O9wrD6ILrzus4gsN3C9yC5rsGmtMIgv6nA/Mj3ILOyvsYgwNa02S4=
    """)

  static func utf16(_ text: String, isLittleEndian: Bool = true) -> [UInt8] {
    text.utf16.flatMap { unit in
      let low = UInt8(truncatingIfNeeded: unit)
      let high = UInt8(unit >> 8)
      return isLittleEndian ? [low, high] : [high, low]
    }
  }

  static func utf32(_ text: String, isLittleEndian: Bool = true) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> ($0 * 8)) }
      return isLittleEndian ? bytes : bytes.reversed()
    }
  }

  private static func bytes(_ base64: String) -> [UInt8] {
    Array(Data(base64Encoded: base64)!)
  }
}
