import type { TableColumnsType } from 'antd'
import { Button, Checkbox, Popover } from 'antd'
import { useCallback, useState } from 'react'
import { type Duty, kind_words, weight_words } from '../../src-shared/duties.ts'
import { scheduleWords } from '../../src-shared/schedule.ts'
import { byText } from '../components/by-text.ts'

/** Columns the clerk may add to the list; each with the words of its cell. */
const more_columns = {
  card_text: ['牌面短语', (duty: Duty) => duty.card_text],
  kind: ['性质', (duty: Duty) => kind_words[duty.kind]],
  weight: ['重要程度', (duty: Duty) => weight_words[duty.weight]],
  schedule: ['日历规则', (duty: Duty) => (duty.schedule === null ? '' : scheduleWords(duty.schedule))],
  basis: ['工作依据', (duty: Duty) => duty.basis],
  standard: ['工作标准', (duty: Duty) => duty.standard],
  output: ['成果材料', (duty: Duty) => duty.output],
  risk: ['风险点', (duty: Duty) => duty.risk],
  controls: ['防控措施', (duty: Duty) => duty.controls],
  leader: ['责任领导', (duty: Duty) => duty.leader],
  from_on: ['生效日期', (duty: Duty) => duty.from_on ?? ''],
  remark: ['备注', (duty: Duty) => duty.remark],
} as const satisfies Record<string, readonly [title: string, words: (duty: Duty) => string]>

export type MoreColumn = keyof typeof more_columns
const names = Object.keys(more_columns) as MoreColumn[]
const remembered_as = 'duty-columns'

/** Which columns were added, kept from one start of the program to the next. */
export function useMoreColumns(): [readonly MoreColumn[], (chosen: readonly MoreColumn[]) => void] {
  const [chosen, setChosen] = useState<readonly MoreColumn[]>(() => {
    const kept = (window.localStorage.getItem(remembered_as) ?? '').split(',')
    return names.filter((name) => kept.includes(name))
  })
  const choose = useCallback((next: readonly MoreColumn[]) => {
    window.localStorage.setItem(remembered_as, next.join())
    setChosen(names.filter((name) => next.includes(name)))
  }, [])
  return [chosen, choose]
}

interface ColumnChoiceProps {
  chosen: readonly MoreColumn[]
  onChoose: (chosen: readonly MoreColumn[]) => void
}

export function ColumnChoice({ chosen, onChoose }: ColumnChoiceProps) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="duty-columns"
          options={names.map((name) => ({ value: name, label: more_columns[name][0] }))}
          value={[...chosen]}
          onChange={onChoose}
        />
      }
    >
      <Button>列{chosen.length > 0 ? `（加${chosen.length}）` : ''}</Button>
    </Popover>
  )
}

export function columnsFor(chosen: readonly MoreColumn[]): TableColumnsType<Duty> {
  return chosen.map((name) => {
    const [title, words] = more_columns[name]
    return {
      title,
      key: name,
      width: name === 'kind' || name === 'weight' ? 84 : 150,
      sorter: byText(words),
      render: (_, duty) => (
        <div className="two-lines" title={words(duty)}>
          {words(duty)}
        </div>
      ),
    }
  })
}
