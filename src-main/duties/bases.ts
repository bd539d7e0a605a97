import {
  type Basis,
  type BasisInUse,
  basisKey,
  citationOf,
  citationsIn,
  citeInstead,
} from '../../src-shared/bases.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { keepPastText, text_columns } from './keep-past-text.ts'

/** What duties in use cite and what was put into the library, by title; each with where it is cited. */
export async function listBases(db: Db): Promise<BasisInUse[]> {
  const kept = await db.selectFrom('bases').select(['title', 'document_number']).execute()
  const duties = await db
    .selectFrom('duties')
    .select(['id', 'number', 'content', 'basis'])
    .where('voided_on', 'is', null)
    .where('basis', '<>', '')
    .orderBy('number')
    .execute()
  const known = new Map<string, BasisInUse>(kept.map((basis) => [basisKey(basis), { ...basis, duties: [] }]))
  for (const { basis, ...duty } of duties) {
    for (const { title, document_number } of citationsIn(basis)) {
      const key = basisKey({ title, document_number })
      const found = known.get(key) ?? { title, document_number, duties: [] }
      known.set(key, found)
      if (found.duties.at(-1)?.id !== duty.id) found.duties.push(duty)
    }
  }
  const order = new Intl.Collator('zh')
  return [...known.values()].sort(
    (one, other) =>
      order.compare(one.title, other.title) || order.compare(one.document_number, other.document_number),
  )
}

export async function addBasis(change: Change, basis: Basis): Promise<void> {
  const known = await listBases(change.db)
  if (known.some((other) => basisKey(other) === basisKey(basis))) {
    const message = '依据库里已经有这份文件。'
    throw new UserProblem({ code: 'basis_taken', message, fields: { title: message } })
  }
  await change.db.insertInto('bases').values(basis).execute()
  change.describe(`登记依据 ${citationOf(basis)}`)
}

/** Title and number are mended wherever duties cite it. What earlier texts cited stays as it was. */
export async function editBasis(change: Change, old: Basis, next: Basis): Promise<void> {
  await citeEverywhere(change, [old], next)
  change.describe(`修改依据 ${citationOf(next)}`)
}

/** One document under several spellings becomes one, wherever duties cite it. */
export async function mergeBases(change: Change, from: readonly Basis[], into: Basis): Promise<void> {
  await citeEverywhere(change, from, into)
  change.describe(`合并 ${from.length} 条依据到 ${citationOf(into)}`)
}

export async function removeBasis(change: Change, basis: Basis): Promise<void> {
  const used = (await listBases(change.db)).find((other) => basisKey(other) === basisKey(basis))?.duties ?? []
  if (used.length > 0) {
    throw new UserProblem({
      code: 'basis_in_use',
      message: `还有 ${used.length} 项职责引用${citationOf(basis)}，不能从依据库里删除。`,
      next: '请先修改这些职责的工作依据，或与另一条依据合并。',
    })
  }
  await dropFromLibrary(change, [basis])
  change.describe(`删除依据 ${citationOf(basis)}`)
}

async function citeEverywhere(change: Change, from: readonly Basis[], into: Basis): Promise<void> {
  const duties = await change.db
    .selectFrom('duties')
    .select(['id', ...text_columns])
    .where('voided_on', 'is', null)
    .where('basis', 'like', '%《%')
    .execute()
  for (const { id, ...text } of duties) {
    const basis = citeInstead(text.basis, from, into)
    if (basis === text.basis) continue
    await keepPastText(change, id, { ...text, basis })
    await change.db.updateTable('duties').set({ basis }).where('id', '=', id).execute()
  }
  await dropFromLibrary(change, [...from, into])
  await change.db.insertInto('bases').values(into).execute()
}

async function dropFromLibrary(change: Change, gone: readonly Basis[]): Promise<void> {
  const keys = new Set(gone.map(basisKey))
  const kept = await change.db.selectFrom('bases').select(['id', 'title', 'document_number']).execute()
  const ids = kept.filter((basis) => keys.has(basisKey(basis))).map(({ id }) => id)
  if (ids.length > 0) await change.db.deleteFrom('bases').where('id', 'in', ids).execute()
}
