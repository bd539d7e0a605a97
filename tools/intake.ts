// `npm run intake`: what the real import makes of files, without a window and without saving anything.
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { openExcel } from '../src-main/excel/excel.ts'
import { startNodeProcess } from '../src-main/excel/start-node-process.ts'
import { type WorkbookKind, workbook_kinds } from '../src-main/imports/recognise-kind.ts'
import { type IntakeLine, takeIn } from './intake/take-in.ts'
import { runProgram, Stop } from './stop.ts'

const usage = `npm run intake -- [--kind ${workbook_kinds.join('|')}] [--json] FILE…`

await runProgram(async () => {
  const { kind, json, files } = readArguments()
  const excel = openExcel(startNodeProcess)
  try {
    for (const path of files) {
      const line = await takeIn(excel, path, kind)
      console.log(json ? JSON.stringify(line) : inWords(line))
    }
  } finally {
    await excel.stop()
  }
  return 0
})

function readArguments(): { kind: WorkbookKind | null; json: boolean; files: string[] } {
  const options = { kind: { type: 'string' }, json: { type: 'boolean', default: false } } as const
  const { values, positionals } = parse(options)
  const kind = workbook_kinds.find((name) => name === values.kind) ?? null
  if (values.kind !== undefined && kind === null) throw new Stop(`No kind ${values.kind}. ${usage}`)
  if (positionals.length === 0) throw new Stop(usage)
  return { kind, json: values.json, files: positionals }
}

function parse<const O extends { kind: { type: 'string' }; json: { type: 'boolean'; default: boolean } }>(
  options: O,
) {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function inWords({ file, status, kind, sheet, header_row, rows, issues, milliseconds }: IntakeLine): string {
  const { read, ...verdicts } = rows
  const counts = Object.entries(verdicts).map(([verdict, count]) => `${verdict} ${count}`)
  const where = sheet === null ? '' : `  ${sheet} row ${header_row ?? '-'}`
  const head = `${basename(file)}  ${status}  ${kind ?? '-'}${where}  read ${read} (${counts.join(', ')})  ${milliseconds} ms`
  return [head, ...issues.slice(0, 5).map(({ cell, text }) => `  ${cell.padEnd(6)} ${text}`)].join('\n')
}
