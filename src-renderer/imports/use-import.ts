import { App } from 'antd'
import { useCallback, useState, useTransition } from 'react'
import type { Mapping, MappingQuestion } from '../../src-shared/import-forms.ts'
import type {
  ImportAnswer,
  ImportChoices,
  ImportKind,
  ImportPreview,
  ReturnAnswer,
} from '../../src-shared/imports.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { call, problemFrom } from '../call.ts'

/** A 退回表 that was written. */
export type Returned = Extract<ReturnAnswer, { state: 'saved' }>

export interface ImportRun {
  preview: ImportPreview | null
  /** 对应关系 that is being asked; it stands before the preview. */
  question: MappingQuestion | null
  problem: Problem | null
  is_reading: boolean
  is_saving: boolean
  is_returning: boolean
  returned: Returned | null
  choose(kind: ImportKind, choices: Partial<ImportChoices>): Promise<void>
  /** The same file read anew with other choices. */
  again(kind: ImportKind, choices: ImportChoices): Promise<void>
  /** Shows 对应关系 of the file, also of another sheet or with the header in another row. */
  openMapping(wish: { sheet?: string; header_row?: number }): Promise<void>
  map(sheet: string, mapping: Mapping): Promise<void>
  leaveMapping(): void
  save(left_out: string[]): Promise<void>
  /** 退回表: the file with its wrong cells marked, for those who filled it in. */
  returnSheet(): Promise<void>
  leave(): void
}

type Busy = 'reading' | 'saving' | 'returning'

/** Asked for a few hundred at a time, so that neither side stands still. */
async function withAllRows(preview: ImportPreview): Promise<ImportPreview> {
  const { import_id, totals } = preview
  const rows = [...preview.rows]
  while (rows.length < totals.read) {
    const more = await call('imports.rows', { import_id, from: rows.length })
    if (more.length === 0) break
    rows.push(...more)
  }
  return { ...preview, rows }
}

/** One import from choosing the file to saving: the rows stay in the main process, only the preview comes here. */
export function useImport(): ImportRun {
  const { message } = App.useApp()
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [question, setQuestion] = useState<MappingQuestion | null>(null)
  const [choices, setChoices] = useState<Partial<ImportChoices>>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState<Busy | null>(null)
  const [returned, setReturned] = useState<Returned | null>(null)
  const [is_showing, startShowing] = useTransition()

  const during = useCallback(async (what: Busy, work: () => Promise<void>) => {
    setBusy(what)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(problemFrom(error))
    } finally {
      setBusy(null)
    }
  }, [])

  const show = async (answer: ImportAnswer) => {
    if (answer.state === 'cancelled') return
    if (answer.state === 'mapping') {
      setPreview(null)
      setQuestion(answer.question)
      return
    }
    const whole = await withAllRows(answer.preview)
    // Thousands of rows are drawn bit by bit; until then it is still reading.
    startShowing(() => {
      setPreview(whole)
      setQuestion(null)
      setReturned(null)
    })
  }
  const leave = () => {
    setPreview(null)
    setQuestion(null)
    setProblem(null)
    void call('imports.cancel', {})
  }

  return {
    preview,
    question,
    problem,
    is_reading: busy === 'reading' || is_showing,
    is_saving: busy === 'saving',
    is_returning: busy === 'returning',
    returned,
    choose: (kind, choices) =>
      during('reading', async () => {
        setChoices(choices)
        await show(await call('imports.choose', { kind, choices }))
      }),
    again: (kind, choices) =>
      during('reading', async () => {
        if (preview === null) return
        await show(await call('imports.again', { import_id: preview.import_id, kind, choices }))
      }),
    openMapping: (wish) =>
      during('reading', async () => {
        const about = question ?? preview
        if (about === null) return
        const { import_id, kind } = about
        const answer = await call('imports.mapping', { import_id, kind, ...wish })
        if (!('state' in answer)) setQuestion({ ...answer, doubts: question?.doubts ?? [] })
      }),
    map: (sheet, mapping) =>
      during('reading', async () => {
        if (question === null) return
        const { import_id, kind } = question
        const chosen = { ...(preview?.choices ?? choices), sheet, mapping }
        await show(await call('imports.map', { import_id, kind, choices: chosen }))
      }),
    leaveMapping: () => {
      if (preview === null) leave()
      else setQuestion(null)
    },
    save: (left_out) =>
      during('saving', async () => {
        if (preview === null) return
        const { totals, file_name } = await call('imports.save', { import_id: preview.import_id, left_out })
        message.success(`已导入 ${file_name}：新增 ${totals.new} 行，更新 ${totals.changed} 行`)
        setPreview(null)
      }),
    returnSheet: () =>
      during('returning', async () => {
        if (preview === null) return
        const answer = await call('imports.returnSheet', { import_id: preview.import_id })
        if (answer.state === 'saved') setReturned(answer)
      }),
    leave,
  }
}
