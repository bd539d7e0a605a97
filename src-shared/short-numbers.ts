// Numbers of matters (year, code, four digits) and of duties (group, category, three) as people type them. In plain text.

const mark = '[-—–_/.·]'
const short_matter = new RegExp(`^(\\d{4})${mark}*([a-z]{1,6})${mark}*(\\d{1,6})$`)
const short_duty = new RegExp(`^([a-z]{1,6})${mark}+([a-z]{1,6})${mark}*(\\d{1,4})$`)
const unparted_duty = new RegExp(`^([a-z]{2,12})${mark}*(\\d{1,4})$`)

/** `numbersMeant('2026dj47') // ['2026-dj-0047']`; where codes are not parted, every way to part them. */
export function numbersMeant(typed: string): string[] {
  return numbersOf(typed).filter((number) => number !== typed)
}

function numbersOf(joined: string): string[] {
  const padded = (digits: string, length: number) => String(Number(digits)).padStart(length, '0')
  const [, year, matter_code, of_matter = ''] = short_matter.exec(joined) ?? []
  if (year !== undefined) return [`${year}-${matter_code}-${padded(of_matter, 4)}`]
  const [, group, category, of_duty = ''] = short_duty.exec(joined) ?? []
  if (group !== undefined) return [`${group}-${category}-${padded(of_duty, 3)}`]
  const [, codes = '', digits = ''] = unparted_duty.exec(joined) ?? []
  return Array.from(codes.slice(1), (_, at) => {
    const split = at + 1
    return `${codes.slice(0, split)}-${codes.slice(split)}-${padded(digits, 3)}`
  })
}
