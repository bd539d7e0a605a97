const zh = new Intl.Collator('zh-CN', { numeric: true })

/** A column's sorter by its text, Chinese in pinyin order, `第2项` before `第10项`. */
export function byText<Row>(text_of: (row: Row) => string): (a: Row, b: Row) => number {
  return (a, b) => zh.compare(text_of(a), text_of(b))
}
