import type { Duty, PastText } from '../../src-shared/duties.ts'
import { useValue } from '../use-answer.ts'

const labels = {
  group_name: '组别',
  category_name: '类别',
  content: '职责内容',
  card_text: '牌面短语',
  frequency: '频次',
  due_rule: '办理时限',
  basis: '工作依据',
  standard: '工作标准',
  output: '成果材料',
  risk: '风险点',
  controls: '防控措施',
  steps: '具体内容',
  start_rule: '启动时间',
  leader: '责任领导',
  report_to: '上报对象',
  remark: '备注',
} as const satisfies Partial<Record<keyof PastText & keyof Duty, string>>

const none: PastText[] = []

/** 历次表述: what the duty said until which day, as far as it differed from what came after it. */
export function PastTexts({ duty }: { duty: Duty }) {
  const texts = useValue('duties.pastTexts', { id: duty.id }, none)
  if (texts.length === 0) return null
  return (
    <section className="record-section" aria-label="以前的表述">
      <h3>以前的表述</h3>
      {texts.map((text, at) => (
        <div key={text.to_on} className="past-text">
          <div className="quiet">至 {text.to_on}</div>
          {differences(text, at === 0 ? duty : (texts[at - 1] ?? duty)).map(([label, words]) => (
            <div key={label} className="wrap">
              <span className="quiet">{label}：</span>
              {words || '（无）'}
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}

type Words = Pick<Duty, keyof typeof labels>

function differences(text: Words, next: Words): [label: string, words: string][] {
  const fields = Object.entries(labels) as [keyof typeof labels, string][]
  return fields.flatMap(([field, label]) => (text[field] === next[field] ? [] : [[label, text[field]]]))
}
