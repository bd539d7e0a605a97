import { Button, Select } from 'antd'
import { retentionWords } from '../../src-shared/retention.ts'
import type { SearchCounts } from '../../src-shared/search.ts'
import { DateField } from '../components/date-field.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { useValue } from '../use-answer.ts'
import { no_filter, type SearchFilterControl } from './use-search-filter.ts'

interface ResultFiltersProps {
  control: SearchFilterControl
  choices: Pick<SearchCounts, 'years' | 'retentions'>
}

export function ResultFilters({ control, choices }: ResultFiltersProps) {
  const { filter, set } = control
  const groups = useValue('groups.list', {}, [])
  const categories = useValue('categories.list', {}, [])
  const people = useValue('staff.list', { include_left: true }, [])
  return (
    <div className="bar">
      <TextFilter
        label="查找的文字"
        placeholder="姓名、编号、文字"
        width={190}
        value={filter.text}
        onChange={(text) => set({ text: text.slice(0, 60) })}
      />
      <Select<number>
        aria-label="年度"
        placeholder="全部年度"
        allowClear
        style={{ width: 108 }}
        value={filter.year}
        onChange={(year) => set({ year: year ?? null })}
        options={choices.years.map((year) => ({ value: year, label: `${year}年` }))}
      />
      <div className="period">
        <DateField
          label="日期从"
          placeholder="日期从"
          value={filter.from_on}
          onChange={(from_on) => set({ from_on })}
        />
        <DateField
          label="日期到"
          placeholder="到"
          value={filter.to_on}
          onChange={(to_on) => set({ to_on })}
        />
      </div>
      <NameSelect
        label="类别"
        placeholder="全部类别"
        width={112}
        options={categories.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.category_id}
        onChange={(category_id) => set({ category_id })}
      />
      <NameSelect
        label="组别"
        placeholder="全部组别"
        width={112}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.group_id}
        onChange={(group_id) => set({ group_id })}
      />
      <NameSelect
        label="责任人"
        placeholder="全部人员"
        width={112}
        options={people.map(({ id, name, group_name }) => ({ value: id, label: name, detail: group_name }))}
        value={filter.staff_id}
        onChange={(staff_id) => set({ staff_id })}
      />
      <Select
        aria-label="保管期限"
        placeholder="全部期限"
        allowClear
        style={{ width: 104 }}
        value={filter.retention}
        onChange={(retention) => set({ retention: retention ?? null })}
        options={choices.retentions.map((value) => ({ value, label: retentionWords(value) }))}
      />
      <Button
        disabled={!control.is_narrowed}
        onClick={() => set({ ...no_filter, text: filter.text, kind: filter.kind })}
      >
        清除筛选
      </Button>
    </div>
  )
}
