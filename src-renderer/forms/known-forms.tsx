import { Button } from 'antd'
import type { StoredForm } from '../../src-shared/forms.ts'
import { useChange } from '../use-change.ts'

/** The forms that fill themselves. */
export function KnownForms({
  forms,
  is_busy,
  onUse,
}: {
  forms: StoredForm[]
  is_busy: boolean
  onUse: (form_id: number) => void
}) {
  const forget = useChange('forms.forget')
  if (forms.length === 0) return null
  return (
    <section aria-label="记住的表">
      <h2 className="known-title">记住的表</h2>
      <ul className="known-forms sheet">
        {forms.map((form) => (
          <li key={form.id}>
            <div>
              <strong>{form.name}</strong>
              <div className="quiet">
                {form.holds}
                {form.filled_on !== null &&
                  `　·　上次 ${form.filled_on} 填报${form.filled_as === '' ? '' : `　${form.filled_as}`}`}
              </div>
            </div>
            <Button
              aria-label={`不再记住${form.name}`}
              type="text"
              onClick={() => forget.run({ form_id: form.id }, `已不再记住“${form.name}”`)}
            >
              不再记住
            </Button>
            <Button aria-label={`填报${form.name}`} disabled={is_busy} onClick={() => onUse(form.id)}>
              填报
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
