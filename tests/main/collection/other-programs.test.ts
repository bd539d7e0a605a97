// Forms in the hands of other programs: openpyxl's second opinion, and a round trip through LibreOffice.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { convertWithLibreOffice, hasLibreOffice } from '../../helpers/libreoffice.ts'
import { type CollectionDesk, openCollection, tell } from '../../helpers/open-collection.ts'
import { editWithOpenpyxl, hasOpenpyxl } from '../../helpers/openpyxl.ts'

let open: CollectionDesk | null = null
afterEach(async () => {
  await open?.desk.excel.stop()
  open = null
})

async function begin(): Promise<CollectionDesk & { sent: string }> {
  open = await openCollection()
  await open.add(
    { title: '制定发展党员计划', due_on: '2026-11-20', progress: '第一行\n第二行' },
    { title: '筹备主题党日', helpers: '李四' },
  )
  return { ...open, sent: await open.send('group', open.department.group_ids.ZZ) }
}

interface FormRules {
  name: string
  is_hidden: boolean
  is_protected: boolean
  hidden_columns: string[]
  rules: string[]
  lists: string[]
}

function rulesOf(path: string): FormRules[] {
  const script = join(import.meta.dirname, '../../helpers/read-form-rules.py')
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [script, path])
  if (status !== 0) throw new Error(`openpyxl failed: ${stderr}`)
  return JSON.parse(stdout.toString())
}

const rules_of_parts = [
  {
    name: '本周履职情况',
    hidden_columns: ['B'],
    rules: ['D4 list', 'F4 list', 'H4 date', 'J4 list'],
    lists: ['选项!B2:B8', '选项!C2:C3', '选项!D2:D7'],
  },
  {
    name: '下周工作打算',
    hidden_columns: ['B'],
    rules: ['D4 list', 'G4 list', 'I4 date'],
    lists: ['选项!C2:C3', '选项!D2:D7'],
  },
  { name: '填表说明', hidden_columns: [], rules: [], lists: [] },
]

describe.skipIf(!hasOpenpyxl)('a form (not run without python3-openpyxl)', () => {
  it('has its drop-downs and dates on every row to come, its keys hidden, nothing locked', async () => {
    const { sent } = await begin()
    const sheet = { is_hidden: false, is_protected: false }
    const hidden = {
      name: '选项',
      is_hidden: true,
      is_protected: false,
      hidden_columns: [],
      rules: [],
      lists: [],
    }
    expect(rulesOf(sent)).toEqual([...rules_of_parts.map((part) => ({ ...part, ...sheet })), hidden])
  })

  it.skipIf(!hasLibreOffice)(
    'comes back through LibreOffice with its keys, rules and the one cell that was typed',
    async () => {
      const { read, sent, folder } = await begin()
      const edited = join(folder, '填过的.xlsx')
      editWithOpenpyxl(sent, edited, { I4: '第一行\n第二行\n第三行' })
      const [saved = ''] = convertWithLibreOffice([edited], 'xlsx')
      expect(rulesOf(saved).map(({ hidden_columns, is_hidden }) => [hidden_columns, is_hidden])).toEqual([
        [['B'], false],
        [['B'], false],
        [[], false],
        [[], true],
      ])
      const { files } = await read([saved])
      expect(files.map((file) => [file.state, file.words, tell(file)])).toEqual([
        ['form', [], ['2026-DJ-0001 progress：第一行\n第二行→第一行\n第二行\n第三行 taken']],
      ])
    },
  )

  it.skipIf(!hasLibreOffice)('comes back from .xls too', async () => {
    const { read, sent, folder } = await begin()
    const edited = join(folder, '填过的.xlsx')
    editWithOpenpyxl(sent, edited, { J5: '已完成' })
    const { files } = await read(convertWithLibreOffice([edited], 'xls'))
    expect(files.map((file) => [file.state, tell(file)])).toEqual([
      ['form', ['2026-DJ-0002 state：正在推进→已完成 taken']],
    ])
  })
})
