import type { Supplied } from '../../src-shared/archive.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'

/** 补齐: the checklist stays as it was at archiving; that the material has come is written beside it. */
export async function supplyMaterial(change: Change, { material_id, note }: Supplied): Promise<void> {
  const material = await change.db
    .selectFrom('entry_materials as m')
    .innerJoin('archive_entries as e', 'e.id', 'm.entry_id')
    .innerJoin('matters', 'matters.id', 'e.matter_id')
    .select(['m.name', 'm.state', 'matters.number'])
    .where('m.id', '=', material_id)
    .executeTakeFirst()
  if (material?.state !== 'missing') {
    throw new UserProblem({
      code: 'not_missing',
      message: '这份材料没有登记为缺。',
      next: '请刷新后再看材料清单。',
    })
  }
  await change.db
    .insertInto('supplied_materials')
    .values({ material_id, supplied_on: change.today, supplied_by: change.who, note })
    .execute()
  change.describe(`补齐 ${material.number} 的“${material.name}”`)
}
