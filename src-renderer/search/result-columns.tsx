import type { TableColumnsType } from 'antd'
import { lazy, Suspense } from 'react'
import { type FoundRow, search_kind_words } from '../../src-shared/search.ts'

// The pinyin dictionary is large: the rows come without it, and the marks when it is there.
const MarkedText = lazy(async () => ({ default: (await import('./marked-text.tsx')).MarkedText }))

export function Marked({ text, wanted }: { text: string; wanted: string }) {
  return (
    <Suspense fallback={text}>
      <MarkedText text={text} wanted={wanted} />
    </Suspense>
  )
}

const inOneLine = (text: string) => <div className="cut">{text}</div>

/** `wanted`: what is marked in them. */
export function resultColumns(wanted: string): TableColumnsType<FoundRow> {
  const marked = (text: string) => <Marked text={text} wanted={wanted} />
  return [
    {
      title: '种类',
      dataIndex: 'kind',
      width: 64,
      render: (kind: FoundRow['kind']) => search_kind_words[kind],
    },
    {
      title: '编号',
      dataIndex: 'number',
      width: 168,
      className: 'number',
      render: (number: string) => <div className="cut">{marked(number)}</div>,
    },
    {
      title: '内容',
      dataIndex: 'title',
      width: 380,
      render: (title: string, { passage }) => (
        <>
          <div className="cut" title={title}>
            {marked(title)}
          </div>
          {passage !== '' && (
            <div className="quiet small cut" title={passage}>
              {marked(passage)}
            </div>
          )}
        </>
      ),
    },
    { title: '责任人', dataIndex: 'staff_name', width: 84, render: marked },
    { title: '类别', dataIndex: 'category_name', width: 92, render: inOneLine },
    { title: '组别', dataIndex: 'group_name', width: 92, render: inOneLine },
    { title: '日期', dataIndex: 'day', width: 104, className: 'number' },
    { title: '状态', dataIndex: 'state', width: 100, render: inOneLine },
  ]
}
