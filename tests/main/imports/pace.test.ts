import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { imports } from '../../../src-main/imports/imports.ts'
import { in_one_go, type Pace } from '../../../src-main/imports/pace.ts'
import { workUnderWay } from '../../../src-main/imports/work-under-way.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import { ImportChoices } from '../../../src-shared/imports.ts'
import { addDepartment } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { workbookOf } from '../../helpers/workbook-of.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
  await addDepartment(book)
})
afterEach(() => book.close())

const rows = Array.from({ length: 300 }, (_, at) => ['组织组', '党建', `第${at + 1}项职责`, '张三', '李四'])
const workbook = workbookOf({ rows: [['组别', '类别', '职责内容', 'A岗', 'B岗'], ...rows] })

function plan(pace: Pace) {
  const question = { workbook, file_name: '职责.xlsx', choices: ImportChoices.parse({}) }
  return imports.duties(book.db, book.clock.today(), question, pace)
}

/** Rests wherever it may, and says what it was told. */
function slow(said: string[], onRest: () => void = () => {}): Pace {
  return {
    isDue: () => true,
    async rest(words) {
      said.push(words)
      onRest()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

describe('an import in steps', () => {
  it('plans what it plans in one go, and says which row it is at', async () => {
    const said: string[] = []
    const { preview } = await plan(slow(said))
    expect(preview).toEqual((await plan(in_one_go)).preview)
    expect(said).toContain('正在核对第 120 行，共 300 行')
  })

  it('lets nothing into the book between the steps of a save, and every question waits for its end', async () => {
    const { save } = await plan(in_one_go)
    const said: string[] = []
    const order: string[] = []
    let is_asked = false
    const asked: Promise<unknown>[] = []
    const pace = slow(said, () => {
      if (is_asked) return
      is_asked = true
      const question = listDuties(book.db, book.clock.today(), DutyFilter.parse({}))
      asked.push(question.then((duties) => order.push(`read ${duties.length}`)))
      asked.push(book.change(async (change) => change.describe('别的改动')).then(() => order.push('changed')))
    })
    await book.change((change) => save(change, new Set(), pace))
    order.push('saved')
    await Promise.all(asked)
    expect([order[0], order.toSorted()]).toEqual(['saved', ['changed', 'read 300', 'saved']])
    expect(said).toContain('正在保存第 201 项，共 300 项')
  })

  it('keeps nothing of a save that is stopped half-way', async () => {
    const { save } = await plan(in_one_go)
    const work = workUnderWay()
    let steps = 0
    const stopped = await work.run('正在保存', async (pace) => {
      const stopping: Pace = {
        isDue: () => true,
        rest(words) {
          steps += 1
          if (steps === 2) work.stop()
          return pace.rest(words)
        },
      }
      await book.change((change) => save(change, new Set(), stopping))
    })
    const count = book.sqlite.prepare('SELECT count(*) FROM duties').pluck().get()
    expect([stopped, steps, count, work.progress()]).toEqual([null, 2, 0, { words: null }])
  })

  it('gives way to the next one', async () => {
    const work = workUnderWay()
    const never = work.run('第一件', async (pace) => {
      for (;;) await pace.rest('第一件还在做')
    })
    const second = work.run('第二件', async () => work.progress().words)
    expect([await never, await second]).toEqual([null, '第二件'])
  })
})
