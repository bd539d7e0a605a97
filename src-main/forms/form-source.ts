// 套表填报: the superior's own form, pointed at once, fills itself from then on. domain.md §f.
import type { FieldOf, FormSource } from '../../src-shared/form-fields.ts'
import type { FormBlock } from '../../src-shared/forms.ts'
import type { Db } from '../database/tables.ts'
import type { TableValue } from '../excel/workbook.ts'

export type RowsQuestion = Pick<FormBlock, 'period' | 'group_id' | 'category_id' | 'state'> & {
  db: Db
  today: string
  /** A day of the period that is reported. */
  on: string
}

/** One row of a source, by its fields. A day is `YYYY-MM-DD`. */
export type SourceRow = Readonly<Record<string, TableValue>>

export interface FieldWords {
  /** What superiors write above such a column, the surest first. */
  words: readonly string[]
  /** Headers that sound like it and are something else. */
  not?: RegExp
}

export interface Source {
  /** Words of a title that speak for this source. */
  title: RegExp
  fields: Readonly<Record<string, FieldWords>>
  read(question: RowsQuestion): Promise<SourceRow[]>
}

type Field<Row> = FieldWords & { value(row: Row): TableValue }

/** `fields` has every field that the page offers for this source, and no other. */
export function sourceOf<S extends FormSource, Row>(
  title: RegExp,
  fields: Readonly<Record<FieldOf<S>, Field<Row>>>,
  rows: (question: RowsQuestion) => Promise<Row[]>,
): Source {
  const list = Object.entries<Field<Row>>(fields)
  return {
    title,
    fields,
    async read(question) {
      const read = await rows(question)
      return read.map((row) => Object.fromEntries(list.map(([name, field]) => [name, field.value(row)])))
    },
  }
}
