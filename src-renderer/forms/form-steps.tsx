import type { FormStep } from './use-form.ts'

const steps: readonly { step: FormStep | null; title: string; hint: string }[] = [
  { step: null, title: '放入表样', hint: '上级发来的空表' },
  { step: 'point', title: '指认', hint: '哪一列填什么，只指一次' },
  { step: 'fill', title: '填报', hint: '核对后保存' },
]

/** The way through a form, and where one is on it. */
export function FormSteps({
  current,
  onGo,
}: {
  current: FormStep | null
  onGo?: (step: FormStep | null) => void
}) {
  const at = steps.findIndex(({ step }) => step === current)
  return (
    <ol className="form-steps" aria-label="三步">
      {steps.map(({ step, title, hint }, index) => (
        <li
          key={title}
          aria-current={index === at ? 'step' : undefined}
          className={index < at ? 'is-done' : ''}
        >
          <button type="button" disabled={onGo === undefined} onClick={() => onGo?.(step)}>
            <span className="form-step-number">{index < at ? '✓' : index + 1}</span>
            <span>
              <strong>{title}</strong>
              <span className="quiet small">{hint}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
