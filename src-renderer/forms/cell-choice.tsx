import { Button, Input } from 'antd'
import { date_fields, type FormFactName } from '../../src-shared/form-fields.ts'
import { cellName, columnLetters, formGrid } from '../../src-shared/form-grid.ts'
import type { FormPicture, FormSheet } from '../../src-shared/form-picture.ts'
import { slotsOf } from '../../src-shared/form-slots.ts'
import { date_forms, type FormMapping, repeat_words } from '../../src-shared/forms.ts'
import {
  blockAtPlace,
  changeBlock,
  changeColumn,
  chooseField,
  factAt,
  isDayField,
  setFact,
} from './edit-mapping.ts'
import type { Place } from './sheet-picture.tsx'
import { FactSelect, FieldSelect, WordSelect } from './use-selects.tsx'

interface CellChoiceProps {
  sheet: FormSheet
  looks: FormPicture['looks']
  place: Place
  mapping: FormMapping
  onChange: (mapping: FormMapping) => void
  /** Data begin in this row of the sheet. */
  onBegin: (row: number) => void
}

/** What the chosen cell is: a column of a table, a single cell, or where a table begins and ends. */
export function CellChoice(props: CellChoiceProps) {
  const { sheet, looks, place, mapping } = props
  const text = formGrid(sheet, looks).text(place.row, place.column)
  const block = blockAtPlace(mapping, sheet.name, place)
  return (
    <section aria-label="选中的格">
      <h2>
        {cellName(place.row, place.column)}
        {text !== '' && <span className="quiet">　{text.length > 16 ? `${text.slice(0, 16)}…` : text}</span>}
      </h2>
      {block >= 0 ? <ColumnChoice {...props} at={block} /> : <SingleChoice {...props} text={text} />}
      <RowButtons {...props} at={block} />
    </section>
  )
}

function ColumnChoice({ place, mapping, onChange, at }: CellChoiceProps & { at: number }) {
  const block = mapping.blocks[at]
  if (!block) return null
  const { column } = place
  const use = block.columns.find((one) => one.column === column)
  const field = use?.field ?? ''
  const change = (what: Parameters<typeof changeColumn>[3]) =>
    onChange(changeColumn(mapping, at, column, what))
  return (
    <div className="form-field">
      <span>{columnLetters(column)} 列填</span>
      <FieldSelect
        id="form-choice"
        source={block.source}
        value={field}
        onChange={(next) => onChange(chooseField(mapping, at, column, next))}
      />
      {field === 'text' && (
        <>
          <span>文字</span>
          <Input
            aria-label="固定文字"
            maxLength={500}
            value={use?.text ?? ''}
            onChange={(event) => change({ text: event.target.value })}
          />
        </>
      )}
      {isDayField(field, date_fields) && (
        <>
          <span>日期写成</span>
          <WordSelect
            label="日期写成"
            words={date_forms}
            value={use?.date_as ?? 'own'}
            onChange={(date_as) => change({ date_as })}
          />
        </>
      )}
      {field !== '' && field !== 'serial' && (
        <>
          <span>与上行相同</span>
          <WordSelect
            label="与上行相同"
            words={repeat_words}
            value={use?.repeat ?? 'each'}
            onChange={(repeat) => change({ repeat })}
          />
        </>
      )}
    </div>
  )
}

function SingleChoice({ sheet, place, mapping, onChange, text }: CellChoiceProps & { text: string }) {
  const slots = slotsOf(text)
  const own = slots.length === 0 ? [{ key: '', words: '这一格填' }] : []
  const parts = [...slots.map(({ key }) => ({ key, words: slotWords(key) })), ...own]
  return (
    <>
      {parts.map(({ key, words }, at) => {
        const where = { sheet: sheet.name, ...place, slot: key, label: text }
        const use = factAt(mapping, sheet.name, place, key)
        const value = use === undefined ? '' : (use.fact ?? 'text')
        const choose = (next: FormFactName | 'text' | '') =>
          onChange(
            setFact(mapping, where, next === '' ? null : next === 'text' ? { fact: null } : { fact: next }),
          )
        return (
          <div className="form-field" key={key}>
            <span title={words}>{words}</span>
            <FactSelect
              {...(at === 0 ? { id: 'form-choice' } : {})}
              label={words}
              value={value}
              onChange={choose}
            />
            {value === 'text' && (
              <>
                <span>文字</span>
                <Input
                  aria-label={`${words}的文字`}
                  maxLength={500}
                  value={use?.text ?? ''}
                  onChange={(event) => onChange(setFact(mapping, where, { text: event.target.value }))}
                />
              </>
            )}
            {value === 'today' && (
              <>
                <span>日期写成</span>
                <WordSelect
                  label="日期写成"
                  words={date_forms}
                  value={use?.date_as ?? 'own'}
                  onChange={(date_as) => onChange(setFact(mapping, where, { date_as }))}
                />
              </>
            )}
          </div>
        )
      })}
    </>
  )
}

function slotWords(key: string): string {
  if (key === '#week') return '第…周'
  if (key === '#date') return '年月日'
  return key === '#month' ? '年月' : key
}

function RowButtons({ sheet, place, mapping, onChange, onBegin, at }: CellChoiceProps & { at: number }) {
  const { row } = place
  const block =
    mapping.blocks[at] ?? mapping.blocks.findLast((one) => one.sheet === sheet.name && row > one.last_row)
  const index = block === undefined ? -1 : mapping.blocks.indexOf(block)
  return (
    <div className="bar">
      <Button size="small" disabled={block?.first_row === row} onClick={() => onBegin(row)}>
        数据从第 {row} 行开始
      </Button>
      {block !== undefined && row >= block.first_row && (
        <Button
          size="small"
          disabled={block.last_row === row}
          onClick={() => onChange(changeBlock(mapping, index, { last_row: row }))}
        >
          到第 {row} 行为止
        </Button>
      )}
    </div>
  )
}
