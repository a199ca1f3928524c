import LunhengCore

extension CoverageMatrix {
  /// The matrix with all counts of every cell, and the value of `measure` beside them:
  /// `{"grouping","measure","columns":[{"id","name"}],"rows":[{"key","label","documents",
  /// "characters","cells":[{"theme","matches","passages","documents","value"}]}],"total","manifest"}`.
  ///
  /// `total` is a row. Values are exact, shares fractions of 1, null where there is nothing to divide
  /// by.
  ///
  /// - Parameters:
  ///   - measure: What `value` is.
  ///   - language: Of the themes' names, where they have one in it.
  ///   - manifest: What the numbers were made from and with; the member is left out if it is nil.
  public func jsonValue(
    _ measure: CoverageMeasure, language: String = "zh-Hant", manifest: JSONValue? = nil
  ) -> JSONValue {
    func object(_ row: Row) -> JSONValue {
      [
        "key": .optional(row.key),
        "label": .optional(row.label),
        "documents": .integer(row.documents),
        "characters": .integer(row.characters),
        "cells": .array(columns.indices.map { cell(of: row, column: $0, measure) }),
      ]
    }
    var members = [
      JSONMember("grouping", .string(grouping.rawValue)),
      JSONMember("measure", .string(measure.rawValue)),
      JSONMember(
        "columns",
        .array(
          columns.map { ["id": .string($0.id), "name": .string($0.displayName(language))] })),
      JSONMember("rows", .array(rows.map(object))),
      JSONMember("total", object(total)),
    ]
    if let manifest { members.append(JSONMember("manifest", manifest)) }
    return .object(members)
  }

  private func cell(of row: Row, column: Int, _ measure: CoverageMeasure) -> JSONValue {
    let cell = row.cells[column]
    let value = value(measure, of: row, column: column)
    return [
      "theme": .string(columns[column].id),
      "matches": .integer(cell.matches),
      "passages": .integer(cell.passages),
      "documents": .integer(cell.documents),
      "value": measure.isCount ? .optional(value.map { Int($0) }) : .optional(value),
    ]
  }
}
