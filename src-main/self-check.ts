// `--self-check`: can this PC run the program? Tried first on a customer's PC, and on every packaged build.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { migrations } from '../migrations/index.ts'
import { migrate, newestVersion } from './database/migrate.ts'
import { openDatabase } from './database/open-database.ts'
import { openExcel } from './excel/excel.ts'
import { startUtilityProcess } from './excel/start-utility-process.ts'

interface Check {
  name: string
  run(folder: string): Promise<string>
}

const checks: readonly Check[] = [
  { name: '版本', run: async () => versions() },
  { name: '数据库', run: checkDatabase },
  { name: '工作簿', run: checkWorkbook },
  { name: '中文字体', run: async () => chineseFont() },
]

/** Prints a line for each check; answers the exit code, 0 when all are well. */
export async function runSelfCheck(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-check-'))
  let code = 0
  for (const check of checks) {
    try {
      console.log(`正常 ${check.name}：${await check.run(folder)}`)
    } catch (error) {
      code = 1
      console.log(`不正常 ${check.name}：${error instanceof Error ? error.message : String(error)}`)
    }
  }
  rmSync(folder, { recursive: true, force: true })
  return code
}

function versions(): string {
  const { electron, chrome, node } = process.versions
  return `程序 ${app.getVersion()}，Electron ${electron}，Chromium ${chrome}，Node ${node}`
}

async function checkDatabase(folder: string): Promise<string> {
  const book = openDatabase(join(folder, 'check.db'))
  try {
    migrate(book.sqlite, migrations)
    const version = book.sqlite.pragma('user_version', { simple: true })
    if (version !== newestVersion(migrations)) throw new Error(`数据版本是 ${String(version)}`)
    const { sqlite } = book.sqlite.prepare('SELECT sqlite_version() AS sqlite').get() as { sqlite: string }
    return `SQLite ${sqlite}，数据版本 ${version}`
  } finally {
    await book.close()
  }
}

async function checkWorkbook(folder: string): Promise<string> {
  const path = join(folder, '自检.xlsx')
  const excel = openExcel(startUtilityProcess)
  try {
    const { bytes } = await excel.write(path, {
      sheets: [
        {
          name: '自检',
          title: '自检',
          head: { left: '填报单位：自检' },
          widths: [20],
          tables: [{ columns: [{ header: '姓名' }], rows: [['王伟']] }],
          foot: '',
          orientation: 'portrait',
        },
      ],
    })
    const { sheets } = await excel.read(path)
    const texts = sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells.map((cell) => cell.text)))
    if (!texts.includes('王伟')) throw new Error('写出的工作簿读回来不一样')
    return `写出 ${bytes} 字节并读回`
  } finally {
    await excel.stop()
  }
}

const chinese_font =
  /cjk|wqy|wenquan|sourcehan|simsun|simhei|msyh|notosanssc|notoserifsc|uming|ukai|droidsansfallback/i

function chineseFont(): string {
  const folders = [
    join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'),
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local/share/fonts'),
    join(homedir(), '.fonts'),
  ]
  for (const folder of folders.filter((candidate) => existsSync(candidate))) {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((file) =>
      chinese_font.test(file),
    )
    if (found !== undefined) return found
  }
  throw new Error('没有找到中文字体，请安装微软雅黑、思源黑体或文泉驿。')
}
