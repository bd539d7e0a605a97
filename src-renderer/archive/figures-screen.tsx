import { Radio, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import type { ArchiveFigures } from '../../src-shared/archive-care.ts'
import { byLength, retentionWords } from '../../src-shared/retention.ts'
import { DataTable } from '../components/data-table.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { go, routeTo } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import './archive.css'

type Part = 'years' | 'categories' | 'terms' | 'not_archived' | 'without_material'

/** 归档统计: 归档率, 件数/页数/盒数 by year, category and term, and what is missing. */
export function FiguresScreen() {
  const answer = useAnswer('archive.figures', {})
  const [part, setPart] = useState<Part>('years')
  const ready = answer.state === 'ready' ? answer.value : null
  const parts = [
    { value: 'years', label: '按年度' },
    { value: 'categories', label: '按类别' },
    { value: 'terms', label: '按保管期限' },
    { value: 'not_archived', label: `未归档（${ready?.not_archived.length ?? 0}）` },
    { value: 'without_material', label: `没有材料（${ready?.without_material.length ?? 0}）` },
  ]
  return (
    <Page title="办结归档" is_fixed subtitle={ready === null ? '　' : totals(ready)}>
      <div className="bar">
        <Radio.Group
          aria-label="统计口径"
          optionType="button"
          options={parts}
          value={part}
          onChange={(event) => setPart(event.target.value as Part)}
        />
      </div>
      <Faces answer={answer}>{(figures) => <FiguresTable part={part} figures={figures} />}</Faces>
    </Page>
  )
}

function totals({ years, items, boxes }: ArchiveFigures): string {
  const closed = sumOf(years, 'closed')
  const archived = sumOf(years, 'archived')
  return `已销号 ${closed} 项，归档 ${archived} 项（归档率 ${rate(archived, closed)}）；已编号 ${sumOf(items, 'items')} 件、${sumOf(items, 'pages')} 页、${sumOf(boxes, 'boxes')} 盒`
}

function rate(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`
}

function sumOf<Name extends string>(rows: readonly Record<Name, number>[], name: Name): number {
  return rows.reduce((sum, row) => sum + row[name], 0)
}

interface Line {
  key: string
  name: string
  items: number
  pages: number
  boxes: number | null
  closed: number | null
  archived: number | null
  arranged: number | null
}

function FiguresTable({ part, figures }: { part: Part; figures: ArchiveFigures }) {
  const lines = useMemo(() => linesOf(part, figures), [part, figures])
  const columns = useMemo(() => (part === 'years' ? year_columns : plain_columns), [part])
  if (part === 'not_archived') {
    return (
      <DataTable<ArchiveFigures['not_archived'][number]>
        label="未归档的事项"
        columns={open_columns}
        rows={figures.not_archived}
        key_of={({ matter_id }) => matter_id}
        onOpen={() => go(routeTo('archive'))}
        min_width={760}
        empty="已销号的事项都归档了。"
      />
    )
  }
  if (part === 'without_material') {
    return (
      <DataTable<ArchiveFigures['without_material'][number]>
        label="没有材料的办结卷"
        columns={bare_columns}
        rows={figures.without_material}
        key_of={({ id }) => id}
        onOpen={({ id }) => go(routeTo('archive', { open: id }))}
        min_width={760}
        empty="归档的卷都有材料。"
      />
    )
  }
  return (
    <DataTable<Line, string>
      label="归档统计"
      columns={columns}
      rows={lines}
      key_of={({ key }) => key}
      min_width={760}
      empty="还没有归档。"
    />
  )
}

function linesOf(part: Part, { items, boxes, years }: ArchiveFigures): Line[] {
  const sums = (name: string, own: ArchiveFigures['items'], boxed: number | null): Line => ({
    ...{ key: name, name, items: sumOf(own, 'items'), pages: sumOf(own, 'pages'), boxes: boxed },
    ...{ closed: null, archived: null, arranged: null },
  })
  if (part === 'categories') {
    const names = [...new Set(items.map(({ category_name }) => category_name))]
    return names.map((name) =>
      sums(
        name,
        items.filter((one) => one.category_name === name),
        null,
      ),
    )
  }
  if (part === 'terms') {
    const terms = [...new Set(items.map(({ retention }) => retention))].sort(byLength)
    return terms.map((term) =>
      sums(
        retentionWords(term),
        items.filter(({ retention }) => retention === term),
        sumOf(
          boxes.filter(({ retention }) => retention === term),
          'boxes',
        ),
      ),
    )
  }
  const all = [...new Set([...years, ...items].map(({ year }) => year))].sort((one, other) => other - one)
  return all.map((year) => {
    const { closed, archived, arranged } = years.find((one) => one.year === year) ?? no_year
    return {
      ...sums(
        `${year}年`,
        items.filter((one) => one.year === year),
        sumOf(
          boxes.filter((one) => one.year === year),
          'boxes',
        ),
      ),
      closed,
      archived,
      arranged,
    }
  })
}

const no_year = { closed: 0, archived: 0, arranged: 0 }

const figure = { align: 'right', className: 'number', width: 100 } as const
const plain_columns: TableColumnsType<Line> = [
  { title: '口径', dataIndex: 'name', width: 160 },
  { title: '件数', dataIndex: 'items', ...figure },
  { title: '页数', dataIndex: 'pages', ...figure },
  { title: '盒数', dataIndex: 'boxes', ...figure, render: (boxes: number | null) => boxes ?? '—' },
  { title: '', key: 'rest' },
]
const year_columns: TableColumnsType<Line> = [
  { title: '年度', dataIndex: 'name', width: 100 },
  { title: '已销号', dataIndex: 'closed', ...figure },
  { title: '已归档', dataIndex: 'archived', ...figure },
  {
    title: '归档率',
    key: 'rate',
    ...figure,
    render: (_, { archived, closed }) => rate(archived ?? 0, closed ?? 0),
  },
  { title: '已整理的卷', dataIndex: 'arranged', ...figure },
  ...plain_columns.slice(1),
]

const open_columns: TableColumnsType<ArchiveFigures['not_archived'][number]> = [
  { title: '编号', dataIndex: 'number', width: 130, className: 'number' },
  { title: '工作事项', dataIndex: 'title' },
  { title: '责任人', dataIndex: 'staff_name', width: 110 },
  { title: '销号日期', dataIndex: 'signed_off_on', width: 120, className: 'number' },
]
const bare_columns: TableColumnsType<ArchiveFigures['without_material'][number]> = [
  { title: '编号', dataIndex: 'number', width: 130, className: 'number' },
  { title: '工作事项', dataIndex: 'title' },
  { title: '责任人', dataIndex: 'staff_name', width: 110 },
  { title: '归档日期', dataIndex: 'archived_on', width: 120, className: 'number' },
]
