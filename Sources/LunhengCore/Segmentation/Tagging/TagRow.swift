/// The weights that one feature gives each tag but `PartOfSpeech.other`, whose weights are zero: only
/// differences count. Fixed-point, `TagModel.scale` to the unit of log-odds.
package typealias TagRow = SIMD16<Int8>
