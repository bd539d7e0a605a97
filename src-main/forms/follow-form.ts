import { fieldLabel, form_facts } from '../../src-shared/form-fields.ts'
import { cellName, type FormGrid, formGrid } from '../../src-shared/form-grid.ts'
import type { FormPicture } from '../../src-shared/form-picture.ts'
import { slotsOf } from '../../src-shared/form-slots.ts'
import type {
  FormBlock,
  FormColumnUse,
  FormDifference,
  FormFactUse,
  FormMapping,
} from '../../src-shared/forms.ts'
import type { ShapeMatch } from './compare-shape.ts'
import { dataRows } from './data-rows.ts'
import { assignFields, type HeaderName, headerNames } from './find-headers.ts'
import type { ShapeLabel } from './form-shape.ts'
import { columnUse, headerPath } from './guess-mapping.ts'
import { sources } from './sources.ts'

export interface FollowedForm {
  mapping: FormMapping
  differences: FormDifference[]
}

/** What was pointed at in a form, found again in a newer one by the words that it is known by. */
export function followForm(kept: FormMapping, match: ShapeMatch, picture: FormPicture): FollowedForm {
  const follower = new Follower(match, picture)
  const blocks = kept.blocks.flatMap((block) => follower.block(block) ?? [])
  const facts = kept.facts.flatMap((fact) => follower.fact(fact) ?? [])
  return { mapping: { blocks, facts }, differences: follower.differences }
}

class Follower {
  readonly differences: FormDifference[] = []
  private readonly match: ShapeMatch
  private readonly picture: FormPicture

  constructor(match: ShapeMatch, picture: FormPicture) {
    this.match = match
    this.picture = picture
  }

  block(block: FormBlock): FormBlock | null {
    const places = block.columns.map((column) => this.headerPlace(block, column))
    const found = places.flatMap((place) => (place?.now ? [{ old: place.old, now: place.now }] : []))
    const first = found[0]
    if (!first) return this.blockAtOldPlace(block)
    const shift = mostCommon(found.map(({ old, now }) => now.row - old.row))
    const sheet = this.picture.sheets.find(({ name }) => name === first.now.sheet)
    if (!sheet) return null
    const grid = formGrid(sheet, this.picture.looks)
    const header_row = block.header_row + shift
    const names = headerNames(grid, header_row)
    const taken = new Set(found.map(({ now }) => now.column))
    const free = names.filter(({ column }) => !taken.has(column))
    const columns = block.columns.flatMap((column, at): FormColumnUse[] => {
      const old = places[at]?.old
      const now = places[at]?.now
      if (now) return [this.movedColumn(block, column, old, now, names)]
      const name = successor(block, column, free)
      if (name) free.splice(free.indexOf(name), 1)
      return this.lostColumn(block, column, old, name, { sheet: sheet.name, row: header_row })
    })
    const added = names.filter(({ column }) => columns.every((one) => one.column !== column))
    const used = new Set(columns.map(({ field }) => field))
    const { fields } = assignFields(added, sources[block.source].fields)
    for (const name of added) {
      const guess = fields.get(name.column) ?? ''
      const field = used.has(guess) ? '' : guess
      columns.push(columnUse(grid, name, field, block.first_row + shift))
      const use = field === '' ? '' : fieldLabel(block.source, field)
      const now = { row: header_row, column: name.column, text: headerPath(name) }
      this.tell('new', sheet.name, use, null, now, false)
    }
    const first_row = block.first_row + shift
    const last_row = this.match.is_same ? block.last_row : this.lastRow(grid, first_row, columns)
    columns.sort((one, other) => one.column - other.column)
    return { ...block, sheet: sheet.name, header_row, first_row, last_row, columns }
  }

  private lastRow(grid: FormGrid, first_row: number, columns: readonly FormColumnUse[]): number {
    const numbers = columns.map(({ column }) => column)
    return Math.max(first_row, dataRows(grid, first_row - 1, numbers).last_row)
  }

  fact(fact: FormFactUse): FormFactUse | null {
    const old = this.labelOf(fact)
    const use = fact.fact === null ? `固定文字“${fact.text}”` : form_facts[fact.fact]
    if (!old) return fact
    const now = this.match.places.get(old) ?? null
    if (now === null) {
      this.tell('gone', fact.sheet, use, { ...old, row: fact.row, column: fact.column }, null, false)
      return null
    }
    if (fact.slot !== '' && slotsOf(now.text).every(({ key }) => key !== fact.slot)) {
      this.tell('renamed', fact.sheet, use, old, now, false)
      return null
    }
    const next = {
      ...fact,
      sheet: now.sheet,
      row: fact.row + now.row - old.row,
      column: fact.column + now.column - old.column,
      label: now.text,
    }
    if (next.row !== fact.row || next.column !== fact.column || next.sheet !== fact.sheet) {
      const from = { ...old, row: fact.row, column: fact.column }
      this.tell('moved', fact.sheet, use, from, { ...now, row: next.row, column: next.column }, true)
    }
    return next
  }

  /** None of its headers is there: she has to point again, at the place where it was. */
  private blockAtOldPlace(block: FormBlock): FormBlock | null {
    const sheet = this.picture.sheets.find(({ name }) => name === block.sheet)
    if (!sheet || block.first_row > sheet.rows.length) return null
    for (const column of block.columns.filter(({ field }) => field !== '')) {
      const old = { sheet: block.sheet, row: block.header_row, column: column.column, text: column.header }
      this.tell('gone', block.sheet, fieldLabel(block.source, column.field), old, null, false)
    }
    return { ...block, columns: [] }
  }

  private movedColumn(
    block: FormBlock,
    column: FormColumnUse,
    old: ShapeLabel | undefined,
    now: ShapeLabel,
    names: ReturnType<typeof headerNames>,
  ): FormColumnUse {
    if (
      old &&
      (old.column !== now.column || old.row !== now.row || old.sheet !== now.sheet) &&
      column.field !== ''
    )
      this.tell('moved', block.sheet, fieldLabel(block.source, column.field), old, now, true)
    const name = names.find((one) => one.column === now.column)
    return { ...column, column: now.column, header: name ? headerPath(name) : column.header }
  }

  /** Another header that says the same, or stands where it stood: proposed, and asked. */
  private lostColumn(
    block: FormBlock,
    column: FormColumnUse,
    old: ShapeLabel | undefined,
    name: HeaderName | undefined,
    place: { sheet: string; row: number },
  ): FormColumnUse[] {
    const { header } = column
    const from = old ?? { sheet: block.sheet, row: block.header_row, column: column.column, text: header }
    const use = fieldLabel(block.source, column.field)
    if (!name) {
      if (column.field !== '') this.tell('gone', block.sheet, use, from, null, false)
      return []
    }
    const to = { ...place, column: name.column, text: headerPath(name) }
    if (column.field !== '') this.tell('renamed', block.sheet, use, from, to, false)
    return [{ ...column, column: name.column, header: headerPath(name) }]
  }

  /** The cell of a column's header in the form as it was, and where it is now. */
  private headerPlace(block: FormBlock, { column }: FormColumnUse) {
    const labels = [...this.match.places.keys()].filter(
      (label) =>
        label.sheet === block.sheet &&
        label.column === column &&
        label.row < block.first_row &&
        label.row >= block.header_row - 2,
    )
    const old = labels.toSorted((one, other) => other.row - one.row)[0]
    return old ? { old, now: this.match.places.get(old) ?? null } : null
  }

  private labelOf(fact: FormFactUse): ShapeLabel | undefined {
    return [...this.match.places.keys()]
      .filter(({ sheet, row, column, text }) => {
        const isNear = sheet === fact.sheet && row === fact.row && column <= fact.column
        return isNear && text === fact.label
      })
      .toSorted((one, other) => other.column - one.column)[0]
  }

  private tell(
    kind: FormDifference['kind'],
    sheet: string,
    use: string,
    old: ShapeLabel | null,
    now: Omit<ShapeLabel, 'sheet'> | null,
    is_followed: boolean,
  ): void {
    this.differences.push({
      kind,
      sheet,
      use,
      old_address: old ? cellName(old.row, old.column) : '',
      old_text: old?.text ?? '',
      new_address: now ? cellName(now.row, now.column) : '',
      new_text: now?.text ?? '',
      is_followed,
    })
  }
}

/** The header at hand that means the same field, or else the one that stands at the old place. */
function successor(
  { source }: FormBlock,
  { field, column }: FormColumnUse,
  free: readonly HeaderName[],
): HeaderName | undefined {
  const { fields } = assignFields(free, sources[source].fields)
  const same = free.find((name) => fields.get(name.column) === field)
  const there = free.find((name) => name.column === column)
  return same ?? (there && !fields.has(there.column) ? there : undefined)
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0
}
