// 套表填报: forms that fill themselves, and each filling.
import type { Generated } from 'kysely'

interface FormsTable {
  id: Generated<number>
  name: string
  /** The blank form. */
  file_id: number
  /** `FormMapping` as JSON. */
  mapping: string
  /** `FormShape` as JSON. */
  shape: string
}

interface FormFillingsTable {
  id: Generated<number>
  form_id: number
  filled_on: string
  /** 第47周（11月16日—11月20日） */
  period: string
  file_name: string
  row_count: number
}

export interface FormTables {
  forms: FormsTable
  form_fillings: FormFillingsTable
}
