import type { SignOff } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { nameMatters } from '../weekly/refuse-matters.ts'
import { signOffMatters } from '../weekly/sign-off.ts'
import { archiveMatters } from './archive-matters.ts'

/** 销号 and, by choice, 同步归档 on the same day and by the same person. What is signed off 带病 waits until it is cured. */
export async function signOffAndArchive(
  change: Change,
  { archive, ...sign_off }: SignOff,
): Promise<{ signed_off: number; archived: number }> {
  const matters = await signOffMatters(change, sign_off)
  change.describe(`销号 ${nameMatters(matters)}`)
  const uncured = new Set(
    sign_off.notes?.flatMap(({ matter_id, missing }) => (missing === '' ? [] : matter_id)),
  )
  const whole = matters.filter(({ id }) => !uncured.has(id))
  if (archive === null || whole.length === 0) return { signed_off: matters.length, archived: 0 }
  const { archived } = await archiveMatters(change, {
    ...archive,
    matter_ids: whole.map(({ id }) => id),
    archived_on: sign_off.signed_off_on,
    archived_by: sign_off.signed_off_by,
  })
  change.describe(`销号并归档 ${nameMatters(matters)}`)
  return { signed_off: matters.length, archived }
}
