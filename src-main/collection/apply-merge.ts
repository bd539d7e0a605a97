import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MergeFile } from '../../src-shared/collection.ts'
import type { Change } from '../database/change.ts'
import { readRoll } from '../imports/import-context.ts'
import type { Pace } from '../imports/pace.ts'
import { createPeople } from '../imports/people.ts'
import { loadSounds } from '../imports/pinyin-sounds.ts'
import { handIn } from '../weekly/hand-in.ts'
import { leavePlan, mergeMatters } from '../weekly/merge-matters.ts'
import { weeklySheet } from '../weekly/weekly-sheet.ts'
import { withdrawMatters } from '../weekly/withdraw-matters.ts'
import { matterUpdates } from './matter-updates.ts'
import type { MergePlan, PlannedFile } from './plan-merge.ts'
import { weekWords } from './week-words.ts'

/** Writes a batch that was planned in this very transaction; `files` are those to merge, with what was decided. */
export async function applyMerge(
  change: Change,
  plan: MergePlan,
  files: readonly MergeFile[],
  pace: Pace,
): Promise<void> {
  const chosen = new Map(files.map((file) => [file.id, file]))
  const merged = plan.files.filter(({ file }) => chosen.has(file.id))
  await writeRows(change, plan, merged, chosen, pace)
  for (const { free } of merged) if (free) await free.plan.save(change, free.left_out, pace)
  await receive(change, plan.week_monday, merged)
  const rows = files.flatMap((file) => file.rows)
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length
  const words = [`改动 ${count('changed')} 行`, `新增 ${count('new')} 行`].join('，')
  await keepReport(change, plan.week_monday, files)
  change.describe(`合并${weekWords(plan.week_monday)}周报 ${files.length} 份（${words}）`)
}

async function writeRows(
  change: Change,
  { week_monday, book, now }: MergePlan,
  merged: readonly PlannedFile[],
  chosen: ReadonlyMap<string, MergeFile>,
  pace: Pace,
): Promise<void> {
  const rows = new Map([...chosen.values()].flatMap(({ rows: all }) => all.map((row) => [row.id, row])))
  const writes = merged.flatMap(({ form }) =>
    (form?.writes ?? []).flatMap((write) => {
      const row = rows.get(write.row.id)
      return row ? { ...write, row } : []
    }),
  )
  const people = createPeople(await readRoll(change.db, change.today), change.today, await loadSounds())
  const updates = matterUpdates(writes, { people, now, week_monday })
  const before = async (at: number) => {
    if (pace.isDue()) await pace.rest(`正在合并第 ${at + 1} 项，共 ${updates.length} 项`)
  }
  if (updates.length > 0) await mergeMatters(change, updates, before)
  const drafts = merged.flatMap(({ form }) => form?.drafts ?? []).map(({ draft }) => draft)
  if (drafts.length > 0) {
    book.hand_in = []
    await weeklySheet.save(change, drafts, book, { groupId: noNewGroup, before: (at) => before(at) })
  }
  const dropped = writes.filter(({ row }) => row.kind === 'gone' && row.decision === 'theirs')
  await dropRows(change, dropped, week_monday)
}

async function dropRows(
  change: Change,
  dropped: readonly { matter_id: number; week_monday: string; row: MergeFile['rows'][number] }[],
  week_monday: string,
): Promise<void> {
  const reason = `${weekWords(week_monday)}周报中删去`
  const withdrawn = new Set(
    dropped.filter(({ row }) => row.part === 'this').map(({ matter_id }) => matter_id),
  )
  if (withdrawn.size > 0) await withdrawMatters(change, { matter_ids: [...withdrawn], reason })
  const planned = dropped.filter(({ row, matter_id }) => row.part === 'next' && !withdrawn.has(matter_id))
  for (const monday of new Set(planned.map((row) => row.week_monday))) {
    const ids = planned.filter((row) => row.week_monday === monday).map(({ matter_id }) => matter_id)
    await leavePlan(change, ids, monday, reason)
  }
}

/** Each person of a form has handed in; what somebody's own form told first is not taken back by a group's empty one. */
async function receive(change: Change, week_monday: string, merged: readonly PlannedFile[]): Promise<void> {
  const idsOf = (says_nothing: boolean) =>
    merged
      .filter((planned) => planned.form !== null && planned.says_nothing === says_nothing)
      .flatMap(({ file }) => file.people.map(({ staff_id }) => staff_id))
  const received = new Set(idsOf(false))
  const nothing = [...new Set(idsOf(true))].filter((id) => !received.has(id))
  if (received.size > 0) await handIn(change, { week_monday, staff_ids: [...received], state: 'received' })
  const fresh = await withoutReport(change, week_monday, nothing)
  if (fresh.length > 0) await handIn(change, { week_monday, staff_ids: fresh, state: 'nothing' })
}

async function withoutReport(change: Change, week_monday: string, ids: readonly number[]): Promise<number[]> {
  const there = await change.db
    .selectFrom('week_reports')
    .select('staff_id')
    .where('week_monday', '=', week_monday)
    .where('staff_id', 'in', ids)
    .execute()
  const known = new Set(there.map(({ staff_id }) => staff_id))
  return ids.filter((id) => !known.has(id))
}

/** 合并报告: kept with the change, and when that is taken back too. */
async function keepReport(change: Change, week_monday: string, files: readonly MergeFile[]): Promise<void> {
  const touched = await change.db
    .selectFrom('change_rows')
    .innerJoin('open_change', 'open_change.change_id', 'change_rows.change_id')
    .select('change_rows.change_id')
    .limit(1)
    .executeTakeFirst()
  if (touched === undefined) return
  const { id } = await change.db
    .insertInto('collection_merges')
    .values({ change_id: touched.change_id, week_monday })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const file of files) {
    const packed_report = await promisify(gzip)(JSON.stringify(file))
    const { file_name, digest } = file
    await change.db
      .insertInto('collection_merge_files')
      .values({ merge_id: id, file_name, digest, packed_report })
      .execute()
  }
}

function noNewGroup(): never {
  throw new Error('A weekly report makes no group')
}
