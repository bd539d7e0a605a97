/** Names for tabs as Excel allows them: 31 characters, some not allowed, each only once. */
export class SheetNames {
  private readonly taken = new Set<string>()

  take(wanted: string): string {
    const clean = wanted
      .replace(/[\\/?*[\]:]/g, '-')
      .replace(/\p{Cc}/gu, '')
      .replaceAll("'", '’')
      .trim()
    const base = clean === '' || /^history$/i.test(clean) ? '工作表' : clean
    let name = cut(base, 31)
    for (let copy = 2; this.taken.has(name.toLowerCase()); copy += 1) {
      const mark = `(${copy})`
      name = cut(base, 31 - mark.length) + mark
    }
    this.taken.add(name.toLowerCase())
    return name
  }
}

/** Never through the middle of a rare character. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
}
