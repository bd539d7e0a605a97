import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ImportChoices } from '../../src-shared/imports.ts'
import { buildXls, textCell } from '../helpers/build-xls.ts'
import { encodeGb18030 } from '../helpers/gb18030.ts'
import { shareApp } from '../helpers/share-app.ts'

const office = shareApp({ today: '2026-11-20' })
const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-formats-'))
test.afterAll(() => rmSync(folder, { recursive: true }))

const rows = [
  ['姓名', '组别', '岗位'],
  ['王伟', '党建组', '组长'],
  ['李娜', '人事组', '干事'],
]

const records = rows.flatMap((cells, row) => cells.map((text, column) => textCell(row, column, text)))
const files = [
  { name: '名册.et', bytes: buildXls({ sheets: [{ name: '名册', records }] }) },
  { name: '名册.csv', bytes: encodeGb18030(rows.map((cells) => cells.join(',')).join('\r\n')) },
]

for (const { name, bytes } of files) {
  test(`${name} is read by the app's own process, like a workbook of today`, async () => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    await office.app.chooseFile(path)
    const answer = await office.app.call('imports.choose', {
      kind: 'staff',
      choices: ImportChoices.parse({}),
    })
    expect(answer).toMatchObject({
      state: 'preview',
      preview: { file_name: name, totals: { read: 2, new: 2 } },
    })
  })
}
