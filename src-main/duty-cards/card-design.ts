// How the cards were last made: remembered, so that the next ones look the same.
import { CardDesign, first_design, type KeptDesign } from '../../src-shared/duty-cards.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { addFile, removeFile } from '../files/add-file.ts'
import type { StoredObject } from '../files/file-store.ts'

export async function getDesign(db: Db): Promise<KeptDesign> {
  const row = await db
    .selectFrom('card_design')
    .leftJoin('files', 'files.id', 'card_design.image_file_id')
    .selectAll('card_design')
    .select('files.digest as image')
    .executeTakeFirst()
  if (!row) return { ...first_design, image: null }
  const { image, ...kept } = row
  return { ...CardDesign.parse(fromRow(kept)), image }
}

function fromRow(row: Record<string, unknown>): Record<string, unknown> {
  const is_flag = (name: string) => name.startsWith('shows_')
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, is_flag(name) ? value === 1 : value]),
  )
}

function toRow(design: CardDesign) {
  const flag = (is_on: boolean) => (is_on ? 1 : 0)
  return {
    ...design,
    shows_photo: flag(design.shows_photo),
    shows_political_status: flag(design.shows_political_status),
    shows_backups: flag(design.shows_backups),
    shows_phone: flag(design.shows_phone),
  } as const
}

export async function saveDesign(change: Change, design: CardDesign): Promise<void> {
  await change.db
    .insertInto('card_design')
    .values({ id: 1, ...toRow(design), image_file_id: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(toRow(design)))
    .execute()
  change.describe('调整职责牌版式')
}

const images = ['jpeg', 'png', 'webp', 'bmp']

/** The unit's own image in the corner of each card; null takes it away. */
export async function setCardImage(
  change: Change,
  image: { stored: StoredObject; name: string } | null,
): Promise<void> {
  if (image !== null && !images.includes(image.stored.media)) throw notAnImage(image.name)
  const { image: _image, ...design } = await getDesign(change.db)
  await saveDesign(change, design)
  const old = await change.db.selectFrom('card_design').select('image_file_id').executeTakeFirstOrThrow()
  const added = image === null ? null : await addFile(change, image.stored, image.name)
  await change.db
    .updateTable('card_design')
    .set({ image_file_id: added?.id ?? null })
    .execute()
  if (old.image_file_id !== null) await removeFile(change, old.image_file_id)
  change.describe(image === null ? '撤下职责牌上的单位标志' : `职责牌上放单位标志：${image.name}`)
}

function notAnImage(name: string): UserProblem {
  return new UserProblem({
    code: 'not_an_image',
    message: `“${name}”不是能放到牌上的图片。`,
    next: '请换一个 .png、.jpg、.bmp 或 .webp 图片。',
  })
}
