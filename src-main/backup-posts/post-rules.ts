import type { PostRules } from '../../src-shared/backup-posts.ts'
import type { Db } from '../database/tables.ts'
import { getSettings } from '../settings/settings.ts'

/**
 * While the list is first being filled nothing has been published, and what is corrected is no adjustment. From the first
 * publication on, taking a post from somebody is one.
 */
export async function postRules(db: Db): Promise<PostRules> {
  const { post_changes } = await getSettings(db)
  if (post_changes === 'always') return { is_recording: true, needs_approver: true }
  const published = await db.selectFrom('post_publications').select('id').limit(1).executeTakeFirst()
  const is_recording = published !== undefined
  return { is_recording, needs_approver: is_recording && post_changes === 'after_publication' }
}
