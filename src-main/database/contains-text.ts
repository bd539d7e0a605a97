import { type RawBuilder, sql } from 'kysely'

/**
 * `column` holds `text` somewhere, capitals or not; `%` and `_` in it are plain characters. Full-width digits and
 * letters are looked for in both spellings, since the stored text may have either.
 */
export function containsText(column: string, text: string): RawBuilder<boolean> {
  const spellings = [...new Set([text, text.normalize('NFKC')])]
  const tests = spellings.map((spelling) => {
    const pattern = `%${spelling.replace(/[\\%_]/g, '\\$&')}%`
    return sql<boolean>`${sql.ref(column)} LIKE ${pattern} ESCAPE '\\'`
  })
  return sql<boolean>`(${sql.join(tests, sql` OR `)})`
}
