import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getSettings, saveSettings } from '../../../src-main/settings/settings.ts'
import { default_settings } from '../../../src-shared/settings.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

describe('settings', () => {
  it('begin as the defaults and come back as they were saved', async () => {
    const before = await getSettings(book.db)
    const saved = {
      ...default_settings,
      unit_name: '东湖区某中心',
      department_name: '组织人事处',
      clerk_name: '李四',
      signer_name: '王处长',
      amber_days: 5,
      retention: 'D30' as const,
      post_changes: 'always' as const,
      readiness_months: 12,
      name_order: 'pinyin' as const,
      absence_kinds: ['年休假', '外派'],
      handover_days: 2.5,
    }
    await book.change((change) => saveSettings(change, saved))
    expect([before, await getSettings(book.db)]).toEqual([default_settings, saved])
  })

  it('leave a trace only where a value changed', async () => {
    const rows = () =>
      book.db.selectFrom('change_rows').select('id').where('table_name', '=', 'settings').execute()
    const before = (await rows()).length
    await book.change((change) => saveSettings(change, default_settings))
    const same = (await rows()).length
    await book.change((change) => saveSettings(change, { ...default_settings, amber_days: 7 }))
    expect([same - before, (await rows()).length - before]).toEqual([0, 1])
  })

  it('name the clerk in the trail from the next change on', async () => {
    await book.change((change) => saveSettings(change, { ...default_settings, clerk_name: '李四' }))
    await book.change((change) =>
      saveSettings(change, { ...default_settings, clerk_name: '李四', amber_days: 1 }),
    )
    const who = await book.db.selectFrom('changes').select('who').orderBy('id', 'desc').limit(2).execute()
    expect(who).toEqual([{ who: '李四' }, { who: '经办人' }])
  })

  it('have the default for what an older book never saved', async () => {
    await book.change((change) =>
      change.db.deleteFrom('settings').where('name', 'in', ['amber_days', 'retention']).execute(),
    )
    expect(await getSettings(book.db)).toEqual(default_settings)
  })
})
