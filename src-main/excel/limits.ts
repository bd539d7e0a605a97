/** What a workbook may ask of us. Beyond any of these it is refused with a sentence; a real office file is far below. */
export const limits = {
  file_bytes: 50 * 1024 * 1024,
  /** A roster with a photograph a person has hundreds of parts; attacks have a hundred thousand. */
  entries: 2000,
  inflated_bytes: 300 * 1024 * 1024,
  /**
   * Inflated over packed. A million equal styles pack 500 : 1 and are harmless, so it is looked at only for parts that
   * would take long to read.
   */
  ratio: 200,
  ratio_from_bytes: 100 * 1024 * 1024,
  xml_depth: 64,
  xml_attributes: 256,
  xml_attribute_characters: 64 * 1024,
  /** Characters without the end of a tag or text: one endless comment, attribute or text node. */
  xml_silent_characters: 512 * 1024,
  sheets: 300,
  /** With a value; empty formatted rows do not count. */
  rows: 20_000,
  columns: 200,
  cells: 1_000_000,
  merges: 20_000,
  cell_characters: 32_767,
  shared_characters: 64 * 1024 * 1024,
  /** The last row and column of the format itself. */
  format_rows: 1_048_576,
  format_columns: 16_384,
} as const
