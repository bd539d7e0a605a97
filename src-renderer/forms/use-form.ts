import { App } from 'antd'
import { useCallback, useState } from 'react'
import type { FormAnswer, FormAtHand, FormMapping, FormSaveAnswer } from '../../src-shared/forms.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { call, problemFrom } from '../call.ts'

export type FormStep = 'point' | 'fill'
export type SavedForm = Extract<FormSaveAnswer, { state: 'saved' }>
type Busy = 'opening' | 'keeping' | 'saving'

export interface FormRun {
  form: FormAtHand | null
  /** A form in an older format: she is asked before it is converted. */
  asked: Extract<FormAnswer, { state: 'convert' }> | null
  mapping: FormMapping
  name: string
  step: FormStep
  busy: Busy | null
  problem: Problem | null
  saved: SavedForm | null
  open(token: string, converts?: boolean): Promise<void>
  use(form_id: number): Promise<void>
  setMapping(mapping: FormMapping): void
  setName(name: string): void
  goTo(step: FormStep): void
  /** Remembers what goes where, to be filled another day. */
  keep(): Promise<void>
  /** The form looks like one that is remembered and is another. */
  takeAsNew(): void
  save(on: string): Promise<void>
  leave(): void
}

const nothing: FormMapping = { blocks: [], facts: [] }

/** One form from the drop to the saved file; its bytes stay in the main process. */
export function useForm(): FormRun {
  const [form, setForm] = useState<FormAtHand | null>(null)
  const [asked, setAsked] = useState<FormRun['asked']>(null)
  const [mapping, setMapping] = useState(nothing)
  const [name, setName] = useState('')
  const [step, setStep] = useState<FormStep>('point')
  const [busy, setBusy] = useState<Busy | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [saved, setSaved] = useState<SavedForm | null>(null)
  const [is_new, setNew] = useState(false)
  const { message } = App.useApp()

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
  const take = (answer: FormAnswer) => {
    setSaved(null)
    setAsked(answer.state === 'convert' ? answer : null)
    if (answer.state !== 'open') return
    setForm(answer.form)
    setNew(false)
    setMapping(answer.form.mapping)
    setName(answer.form.name)
    setStep(isReady(answer.form) ? 'fill' : 'point')
  }
  const leave = () => {
    setForm(null)
    setAsked(null)
    setProblem(null)
    setSaved(null)
    setMapping(nothing)
  }
  return {
    form,
    asked,
    mapping,
    name,
    step,
    busy,
    problem,
    saved,
    open: (token, converts = false) =>
      during('opening', async () => take(await call('forms.open', { token, converts }))),
    use: (form_id) => during('opening', async () => take(await call('forms.use', { form_id }))),
    setMapping: (next) => {
      setMapping(next)
      setSaved(null)
    },
    setName,
    goTo: setStep,
    keep: () =>
      during('keeping', async () => {
        if (form === null) return
        await call('forms.keep', { opened_id: form.opened_id, mapping, name, is_new })
        message.success(`已记住“${name}”，到时从“记住的表”里点“填报”`)
        leave()
      }),
    takeAsNew: () => {
      if (form === null) return
      setForm({ ...form, known: null })
      setNew(true)
      setStep('point')
    },
    save: (on) =>
      during('saving', async () => {
        if (form === null) return
        const answer = await call('forms.save', { opened_id: form.opened_id, mapping, name, is_new, on })
        if (answer.state !== 'saved') return
        setSaved(answer)
        setNew(false)
      }),
    leave,
  }
}

/** A form that is known and has no question open fills itself at once. */
function isReady({ known }: FormAtHand): boolean {
  return known?.differences.every(({ is_followed }) => is_followed) ?? false
}
