import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { archiveMatters } from '../../../src-main/actions/archive-matters.ts'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { createReports, drawReport } from '../../../src-main/reports/save-report.ts'
import { addMatters } from '../../../src-main/weekly/add-matters.ts'
import { signOffMatters } from '../../../src-main/weekly/sign-off.ts'
import { ReportExport } from '../../../src-shared/reports.ts'
import { matterOf } from '../../helpers/fill-department.ts'
import { importDesk } from '../../helpers/import-desk.ts'
import type { TestBook } from '../../helpers/open-test-book.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { openWeek } from '../weekly/open-week.ts'

const request = ReportExport.parse({ report: 'archive-list' })

/** An archive of `count` matters, with the function that archives more. */
async function openArchive(count: number) {
  const { book, department } = await openWeek()
  let next = 0
  const archive = (more: number) =>
    book.change(async (change) => {
      const titles = Array.from({ length: more }, () => {
        next += 1
        return `第 ${next} 项`
      })
      const added = await addMatters(
        change,
        titles.map((title) => matterOf(department, { title })),
      )
      const matter_ids = added.map(({ matter_id }) => matter_id)
      const day = '2026-11-20'
      const by = '赵处'
      await signOffMatters(change, { matter_ids, finished_on: day, signed_off_on: day, signed_off_by: by })
      const place = {
        archived_on: day,
        archived_by: by,
        retention: 'D10',
        location: '',
        materials: '',
        remark: '',
      } as const
      await archiveMatters(change, { matter_ids, ...place })
    })
  while (next < count) await archive(Math.min(500, count - next))
  return { book, archive }
}

async function titlesOf(book: TestBook): Promise<string[]> {
  const folder = tempFolder()
  const desk = importDesk(book)
  onTestFinished(() => desk.excel.stop())
  desk.save_into = folder
  const answer = await createReports(desk).save(request)
  const [name = ''] = readdirSync(folder)
  const { sheets } = await readWorkbook(join(folder, name))
  const rows = sheets[0]?.rows.slice(3, -1) ?? []
  expect(answer).toMatchObject({ state: 'saved', rows: rows.length })
  return rows.map(({ cells }) => `${cells[0]?.text} ${cells.find(({ column }) => column === 5)?.text}`)
}

it('writes a long archive page by page, whole, in order and numbered', async () => {
  const { book, archive } = await openArchive(5000)
  const paper = await drawReport(book.db, book.clock.today(), request)
  expect(paper.sheet.tables[0]?.rows).toEqual([])
  expect(paper.sheet.head.middle).toBe('共5000件')
  await archive(1)
  const pages: number[] = []
  for (let page = await paper.pages?.(); page; page = await paper.pages?.()) pages.push(page.length)
  // What is archived while the workbook is written is left for the next one.
  expect(pages).toEqual([1000, 1000, 1000, 1000, 1000])
  expect(await titlesOf(book)).toEqual(Array.from({ length: 5001 }, (_, at) => `${at + 1} 第 ${at + 1} 项`))
}, 60_000)
