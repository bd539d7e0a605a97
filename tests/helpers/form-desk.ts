import { basename, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createForms, type Forms } from '../../src-main/forms/run-forms.ts'
import { fillSample } from '../../src-main/sample/fill-sample.ts'
import { preflightPath } from '../../src-main/submissions/run-preflight.ts'
import type { FormAtHand, FormSaveAnswer } from '../../src-shared/forms.ts'
import { type ImportDesk, importDesk } from './import-desk.ts'
import { openTestBook, type TestBook } from './open-test-book.ts'
import { tempFolder } from './temp-folder.ts'

export interface FormDesk {
  book: TestBook
  desk: ImportDesk
  forms: Forms
  /** Drops a blank form on the window. */
  drop(path: string, converts?: boolean): Promise<FormAtHand>
  /** Fills it as it was understood, into a folder of its own; answers where. */
  save(
    form: FormAtHand,
    on?: string,
  ): Promise<{ path: string; answer: Extract<FormSaveAnswer, { state: 'saved' }> }>
}

/** The sample year on 2026-11-20, a real Excel process and a store of files. */
export async function formDesk(): Promise<FormDesk> {
  const book = await openTestBook({ today: '2026-11-20' })
  await fillSample(book, book.clock)
  const desk = importDesk(book)
  onTestFinished(() => desk.excel.stop())
  const forms = createForms(desk, (path) => preflightPath(desk, path))
  return {
    book,
    desk,
    forms,
    async drop(path, converts = false) {
      const { files } = await desk.incoming.take([{ path }])
      const answer = await forms.open({ token: files[0]?.token ?? '', converts })
      if (answer.state !== 'open') throw new Error(`${basename(path)} was not opened: ${answer.state}`)
      return answer.form
    },
    async save({ opened_id, mapping, name }, on = '2026-11-20') {
      desk.save_into = tempFolder()
      const answer = await forms.save({ opened_id, mapping, name, on, is_new: false })
      if (answer.state !== 'saved') throw new Error('it was not saved')
      return { path: join(answer.folder, answer.file_name), answer }
    },
  }
}
