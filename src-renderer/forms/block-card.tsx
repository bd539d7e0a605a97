import { Button, Select } from 'antd'
import { fieldLabel, form_fields, form_sources } from '../../src-shared/form-fields.ts'
import { columnLetters } from '../../src-shared/form-grid.ts'
import { type FormBlock, type FormMapping, period_words, state_words } from '../../src-shared/forms.ts'
import { useValue } from '../use-answer.ts'
import { changeBlock, removeBlock } from './edit-mapping.ts'
import type { Place } from './sheet-picture.tsx'
import { WordSelect } from './use-selects.tsx'

interface BlockCardProps {
  mapping: FormMapping
  at: number
  block: FormBlock
  selected: Place | null
  onChange: (mapping: FormMapping) => void
  /** Another source: its columns are understood anew. */
  onSource: (source: FormBlock['source']) => void
  onSelect: (place: Place) => void
}

/** One table of the form: where its rows come from, and what each column holds. */
export function BlockCard({ mapping, at, block, selected, onChange, onSource, onSelect }: BlockCardProps) {
  const change = (what: Partial<FormBlock>) => onChange(changeBlock(mapping, at, what))
  const left = block.columns.filter(({ field }) => field === '').length
  const has_state = block.source === 'week' || block.source === 'plan'
  return (
    <section aria-label={`第 ${block.first_row} 行起的表`}>
      <h2>
        第 {block.first_row}—{block.last_row} 行，逐行填
        <Button type="link" size="small" onClick={() => onChange(removeBlock(mapping, at))}>
          不填这张表
        </Button>
      </h2>
      <div className="form-field">
        <span>填的是</span>
        <WordSelect label="填的是" words={form_sources} value={block.source} onChange={onSource} />
        {block.source !== 'plan' && block.source !== 'duties' && block.source !== 'staff' && (
          <>
            <span>时间</span>
            <WordSelect
              label="时间"
              words={period_words}
              value={block.period}
              onChange={(period) => change({ period })}
            />
          </>
        )}
      </div>
      <details className="form-scope" open={isNarrowed(block)}>
        <summary className="quiet">
          范围和排序{isNarrowed(block) ? '（已限定）' : '：全处，按台账的顺序'}
        </summary>
        <div className="form-field">
          {has_state && (
            <>
              <span>状态</span>
              <WordSelect
                label="状态"
                words={state_words}
                value={block.state}
                onChange={(state) => change({ state })}
              />
            </>
          )}
          <Scope block={block} change={change} />
        </div>
      </details>
      <div className="quiet small">
        {left === 0 ? '每一列都已指认。' : `还有 ${left} 列保持原样；点列名可改。`}
      </div>
      <ul className="form-uses">
        {block.columns.map(({ column, field, header }) => (
          <li key={column}>
            <button
              type="button"
              className={field === '' ? 'is-idle' : ''}
              title={header}
              aria-pressed={selected?.column === column && selected.row === block.first_row}
              onClick={() => onSelect({ row: block.first_row, column })}
            >
              {columnLetters(column)}　{field === '' ? '不填' : fieldLabel(block.source, field)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function isNarrowed({ group_id, category_id, state, sort }: FormBlock): boolean {
  return group_id !== null || category_id !== null || state !== 'all' || sort !== null
}

/** Which rows, and in what order. */
function Scope({ block, change }: { block: FormBlock; change: (what: Partial<FormBlock>) => void }) {
  const groups = useValue('groups.list', {}, [])
  const categories = useValue('categories.list', {}, [])
  const named = (list: typeof groups, all: string) => [
    { value: 0, label: all },
    ...list.filter(({ voided_on }) => voided_on === null).map(({ id, name }) => ({ value: id, label: name })),
  ]
  const fields = Object.entries<string>(form_fields[block.source])
  const sorts = fields.flatMap(([field, label]) => [
    { value: `${field}+`, label: `${label}，从小到大` },
    { value: `${field}-`, label: `${label}，从大到小` },
  ])
  const { sort } = block
  return (
    <>
      <span>组别</span>
      <Select
        aria-label="组别"
        value={block.group_id ?? 0}
        options={named(groups, '全处')}
        onChange={(id) => change({ group_id: id === 0 ? null : id })}
      />
      {block.source !== 'staff' && (
        <>
          <span>类别</span>
          <Select
            aria-label="类别"
            value={block.category_id ?? 0}
            options={named(categories, '全部')}
            onChange={(id) => change({ category_id: id === 0 ? null : id })}
          />
        </>
      )}
      <span>排序</span>
      <Select
        aria-label="排序"
        showSearch={{ optionFilterProp: 'label' }}
        value={sort === null ? '' : `${sort.field}${sort.is_down ? '-' : '+'}`}
        options={[{ value: '', label: '按台账的顺序' }, ...sorts]}
        onChange={(value) =>
          change({ sort: value === '' ? null : { field: value.slice(0, -1), is_down: value.endsWith('-') } })
        }
      />
    </>
  )
}
