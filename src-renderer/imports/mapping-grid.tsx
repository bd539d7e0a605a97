import { Select } from 'antd'
import { guess_words, type MappingColumn, type MappingQuestion } from '../../src-shared/import-forms.ts'

interface MappingGridProps {
  question: MappingQuestion
  first_row: number
  chosen: ReadonlyMap<number, string | null>
  onChoose: (column: number, field: string | null) => void
}

const not_used = ''

/** The head of the sheet with its own letters and row numbers; above each column what it is read as. */
export function MappingGrid({ question, first_row, chosen, onChoose }: MappingGridProps) {
  const { columns, rows, header_row, fields } = question
  const options = [
    { value: not_used, label: '不读入' },
    ...fields.map(({ field, label, is_anchor }) => ({
      value: field,
      label: is_anchor ? `${label}（必需）` : label,
    })),
  ]
  return (
    <section className="table-holder mapping-grid" aria-label="表的开头">
      <table>
        <thead>
          <tr>
            <th aria-label="行号" />
            {columns.map((column) => (
              <th key={column.column} scope="col">
                <div className="mapping-letter">
                  <span className="number">{column.letter}</span>
                  <span className="quiet">{whyOf(column, chosen)}</span>
                </div>
                <Select
                  aria-label={`${column.letter} 列读作`}
                  style={{ width: '100%' }}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={chosen.get(column.column) ?? not_used}
                  options={options}
                  onChange={(field) => onChoose(column.column, field === not_used ? null : field)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row} className={classOf(row, header_row, first_row)}>
              <th scope="row" className="number">
                {row}
              </th>
              {columns.map(({ column }) => (
                <td key={column} className={chosen.get(column) ? '' : 'quiet'}>
                  <div className="two-lines">{cells.find((cell) => cell.column === column)?.text ?? ''}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A guess that the clerk has overruled is none any more. */
function whyOf({ column, field, guess }: MappingColumn, chosen: MappingGridProps['chosen']): string {
  return (chosen.get(column) ?? null) === field ? guess_words[guess] : '您选的'
}

function classOf(row: number, header_row: number, first_row: number): string {
  if (row === header_row) return 'is-header'
  return row < first_row ? 'is-above' : ''
}
