import { Button, Select, type TableColumnsType } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import {
  type ArchiveItem,
  type Place,
  type PlaceState,
  placeWords,
  samePlace,
  secrecy_words,
  type YearSheet,
} from '../../src-shared/archive-items.ts'
import { DataTable } from '../components/data-table.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useChange } from '../use-change.ts'
import { BoxingDialog } from './boxing-dialog.tsx'
import { ItemCorrectionDialog } from './item-correction-dialog.tsx'
import { ItemDialog } from './item-dialog.tsx'
import { NumberDialog } from './number-dialog.tsx'
import { PapersButton } from './papers-button.tsx'
import { useBlocked } from './use-blocked.ts'

type Row = YearSheet['items'][number]
type Dialog = { kind: 'item'; item: Row | null } | { kind: 'number' } | { kind: 'box' } | null

const keyOf = ({ organ_id, retention }: Place) => `${organ_id} ${retention}`

/** The 件 of a year, place by place, in the order of their numbers; each can be mended until it has one. */
export function YearItems({ sheet, bar }: { sheet: YearSheet; bar: ReactNode }) {
  const [wanted, setWanted] = useState<string | null>(null)
  const [chosen, setChosen] = useState<number[]>([])
  const [dialog, setDialog] = useState<Dialog>(null)
  const remove = useChange('archive.removeItems')
  const place = sheet.places.find((one) => keyOf(one) === wanted) ?? null
  const rows = useMemo(
    () => (place === null ? sheet.items : sheet.items.filter((item) => samePlace(item, place))),
    [sheet, place],
  )
  const blocked = useBlocked(sheet)
  const columns = useMemo(() => columnsOf(blocked), [blocked])
  const removable = rows.filter(({ id, archive_number }) => archive_number === null && chosen.includes(id))
  const take = async () => {
    const ids = removable.map(({ id }) => id)
    if ((await remove.run({ ids }, ({ removed }) => `已取消 ${removed} 件的组件`)) !== undefined)
      setChosen([])
  }
  const only = place ?? (sheet.places.length === 1 ? (sheet.places[0] ?? null) : null)
  return (
    <>
      <div className="bar">
        {bar}
        <PlaceSelect places={sheet.places} value={place} onChange={setWanted} />
        <span className="bar-fill" />
        <Button onClick={() => setDialog({ kind: 'item', item: null })}>登记一件</Button>
        <Button disabled={removable.length === 0} loading={remove.is_busy} onClick={take}>
          取消组件{removable.length > 0 ? `（${removable.length}）` : ''}
        </Button>
        <Button disabled={only === null || only.numbered === 0} onClick={() => setDialog({ kind: 'box' })}>
          装盒…
        </Button>
        <PapersButton year={sheet.year} place={only} />
        <Button
          type="primary"
          disabled={only === null || only.numbered === only.items}
          title={only === null ? '先选一个“机构（问题）—保管期限”' : ''}
          onClick={() => setDialog({ kind: 'number' })}
        >
          编号…
        </Button>
      </div>
      <ProblemNotice problem={remove.problem} onClose={remove.clear} />
      <DataTable<Row>
        label="归档文件"
        columns={columns}
        rows={rows}
        key_of={({ id }) => id}
        selected={chosen}
        onSelect={setChosen}
        can_select={({ archive_number }) => archive_number === null}
        onOpen={(item) => setDialog({ kind: 'item', item })}
        onEdit={(item) => setDialog({ kind: 'item', item })}
        min_width={1180}
        empty="这一年还没有组件。请在“待组件的卷”里选中，再组件。"
      />
      <TableFoot keys={keys}>
        {rows.length} 件，{rows.reduce((sum, { pages }) => sum + (pages ?? 0), 0)} 页；还有{' '}
        {rows.filter(({ id }) => blocked.has(id)).length} 件要看检查意见
      </TableFoot>
      <Dialogs dialog={dialog} sheet={sheet} place={only} onClose={() => setDialog(null)} />
    </>
  )
}

const keys = [
  ['回车', '修改或更正'],
  ['空格', '勾选'],
] as const

interface DialogsProps {
  dialog: Dialog
  sheet: YearSheet
  place: PlaceState | null
  onClose: () => void
}

function Dialogs({ dialog, sheet, place, onClose }: DialogsProps) {
  if (dialog === null) return null
  if (dialog.kind === 'number') {
    return place && <NumberDialog sheet={sheet} place={place} onClose={onClose} />
  }
  if (dialog.kind === 'box') return place && <BoxingDialog place={place} onClose={onClose} />
  const { item } = dialog
  if (item !== null && item.archive_number !== null) {
    return <ItemCorrectionDialog item={item} onClose={onClose} />
  }
  return <ItemDialog year={sheet.year} item={item} place={place} onClose={onClose} />
}

interface PlaceSelectProps {
  places: PlaceState[]
  value: Place | null
  onChange: (key: string | null) => void
}

function PlaceSelect({ places, value, onChange }: PlaceSelectProps) {
  return (
    <Select
      aria-label="机构（问题）和保管期限"
      placeholder="全部机构和期限"
      allowClear
      style={{ width: 210 }}
      value={value === null ? null : keyOf(value)}
      options={places.map((place) => ({
        value: keyOf(place),
        label: `${placeWords(place, place.organ_name)}（${place.numbered}/${place.items}）`,
      }))}
      onChange={(key: string | null) => onChange(key ?? null)}
    />
  )
}

function columnsOf(blocked: ReadonlyMap<number, string[]>): TableColumnsType<Row> {
  return [
    {
      title: '档号',
      dataIndex: 'preview',
      width: 210,
      className: 'number',
      render: (preview: string, { archive_number }) =>
        archive_number === null ? <span className="quiet">拟 {preview}</span> : archive_number,
    },
    {
      title: '题名',
      dataIndex: 'title',
      render: (title: string, item) => (
        <>
          <div className="two-lines">{title}</div>
          <div className="quiet small cut">{partsOf(item)}</div>
        </>
      ),
    },
    { title: '责任者', dataIndex: 'responsible', width: 130, render: cut },
    { title: '文号', dataIndex: 'document_number', width: 120, render: cut },
    { title: '日期', dataIndex: 'dated_on', width: 106, className: 'number' },
    {
      title: '密级',
      dataIndex: 'secrecy',
      width: 72,
      render: (secrecy: Row['secrecy']) => secrecy_words[secrecy],
    },
    { title: '页数', dataIndex: 'pages', width: 60, align: 'right', className: 'number' },
    { title: '盒', dataIndex: 'box_number', width: 48, align: 'right', className: 'number' },
    {
      title: '检查',
      key: 'findings',
      width: 170,
      render: (_, { id, archive_number, corrections }) => {
        const words = blocked.get(id) ?? []
        if (words.length > 0) return <span className="light light-amber wrap">{words.join('')}</span>
        if (archive_number === null) return <span className="light light-green">可以编号</span>
        return <span className="quiet">已编号{corrections > 0 ? ` · 更正 ${corrections}` : ''}</span>
      },
    },
  ]
}

function cut(words: string) {
  return (
    <span className="cut" title={words}>
      {words}
    </span>
  )
}

function partsOf({ parts, matter_number }: ArchiveItem): string {
  return [matter_number, parts.length > 0 ? `附件 ${parts.length}：${parts.join('、')}` : '']
    .filter(Boolean)
    .join(' · ')
}
