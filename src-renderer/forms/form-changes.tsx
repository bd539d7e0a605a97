import { Button } from 'antd'
import { useState } from 'react'
import type { FormAtHand, FormDifference } from '../../src-shared/forms.ts'

const kinds: Record<FormDifference['kind'], string> = {
  moved: '移了位置',
  renamed: '换了说法',
  gone: '没有了',
  new: '新加的',
}

interface FormChangesProps {
  known: NonNullable<FormAtHand['known']>
  onShow: (sheet: string, address: string) => void
  /** It is another form after all. */
  onOther: () => void
}

/** What is known of the form, and what has changed in it since. */
export function FormChanges({ known, onShow, onOther }: FormChangesProps) {
  const { differences, filled_on, filled_as } = known
  const [checked, setChecked] = useState<ReadonlySet<FormDifference>>(new Set())
  const asked = differences.filter((line) => !line.is_followed && !checked.has(line))
  const followed = differences.filter(({ is_followed }) => is_followed)
  const last = filled_on === null ? '' : `：上次 ${filled_on} 填报`
  return (
    <section aria-label="认得这张表">
      <h2>
        <span className="light-green">✓ 认得这张表</span>
        {last}
        <Button type="link" size="small" onClick={onOther}>
          是另一张表
        </Button>
      </h2>
      {filled_as !== '' && <div className="quiet">填的是 {filled_as}</div>}
      {differences.length === 0 && <div className="quiet">格式没有变，已照上次的指认填好。</div>}
      {asked.length > 0 && <p className="finding">这次的表变了，有 {asked.length} 处请核对：</p>}
      <ul className="form-issues">
        {asked.map((line) => (
          <li key={keyOf(line)}>
            <DifferenceWords line={line} onShow={onShow} />
            <Button
              type="link"
              size="small"
              aria-label={`核对无误：${line.use || line.new_text}`}
              onClick={() => setChecked(new Set([...checked, line]))}
            >
              对
            </Button>
          </li>
        ))}
      </ul>
      {followed.length > 0 && (
        <details>
          <summary className="quiet">{followed.length} 处移了位置，已按表头自动跟上</summary>
          <ul className="form-issues">
            {followed.map((line) => (
              <li key={keyOf(line)}>
                <DifferenceWords line={line} onShow={onShow} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const keyOf = (line: FormDifference) => `${line.kind}${line.old_address}${line.new_address}${line.use}`

function DifferenceWords({ line, onShow }: { line: FormDifference; onShow: FormChangesProps['onShow'] }) {
  const { kind, sheet, use, old_address, old_text, new_address, new_text } = line
  return (
    <>
      <strong>{use === '' || kind === 'new' ? short(new_text) : use}</strong>　{kinds[kind]}：
      {old_address !== '' && `原 ${old_address}“${short(old_text)}”`}
      {old_address !== '' && new_address !== '' && ' → '}
      {new_address !== '' && (
        <button type="button" className="form-link" onClick={() => onShow(sheet, new_address)}>
          {new_address}“{short(new_text)}”
        </button>
      )}
      {kind === 'gone' && '，不再填'}
      {kind === 'new' && (use === '' ? '，还没有指认' : `，先按“${use}”填`)}
    </>
  )
}

function short(text: string): string {
  const plain = text.replace(/[\s\u3000]+/g, ' ').trim()
  return plain.length > 14 ? `${plain.slice(0, 14)}…` : plain
}
