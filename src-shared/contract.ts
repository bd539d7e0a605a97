// Everything a screen may ask of the main process, or change through it. An answer's type is named beside its schema.
import type { z } from 'zod'
import { archive_methods } from './contract/archive.ts'
import { closing_methods } from './contract/closing.ts'
import { collection_methods } from './contract/collection.ts'
import { duties_methods } from './contract/duties.ts'
import { files_methods } from './contract/files.ts'
import { matters_methods } from './contract/matters.ts'
import { office_methods } from './contract/office.ts'
import { posts_methods } from './contract/posts.ts'
import { statistics_methods } from './contract/statistics.ts'
import { tracked_methods } from './contract/tracked.ts'
import { weekly_methods } from './contract/weekly.ts'
import { workbooks_methods } from './contract/workbooks.ts'

export type { Done } from './contract/method.ts'

export const contract = {
  ...office_methods,
  ...duties_methods,
  ...posts_methods,
  ...statistics_methods,
  ...tracked_methods,
  ...weekly_methods,
  ...matters_methods,
  ...closing_methods,
  ...archive_methods,
  ...files_methods,
  ...workbooks_methods,
  ...collection_methods,
}

export type Method = keyof typeof contract
export type Input<M extends Method> = z.input<(typeof contract)[M]['input']>
export type Parsed<M extends Method> = z.output<(typeof contract)[M]['input']>
export type Output<M extends Method> = NonNullable<(typeof contract)[M]['output']>
export type Handlers = { [M in Method]: (input: Parsed<M>) => Promise<Output<M>> }
