import { Button, Radio, Select } from 'antd'
import type { YearSheet } from '../../src-shared/archive-items.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import './archive.css'
import { YearItems } from './year-items.tsx'
import { YearWaiting } from './year-waiting.tsx'

/** 年度整理: 组件 → 检查 → 编号 → 装盒 → 目录, one year at a time. */
export function YearScreen() {
  const [asked, setYear] = useParam('year')
  const [part, setPart] = useParam('part')
  const answer = useAnswer('archive.year', { year: asked === '' ? null : Number(asked) })
  const sheet = answer.state === 'ready' ? answer.value : null
  const open = sheet?.waiting_total ?? 0
  const is_items = part === 'items' || (part === '' && open === 0 && (sheet?.items.length ?? 0) > 0)
  const bar = (
    <>
      <Select
        aria-label="整理年度"
        style={{ width: 104 }}
        value={sheet?.year ?? null}
        options={(sheet?.years ?? []).map((value) => ({ value, label: `${value}年` }))}
        onChange={(value: number | null) => setYear(value)}
      />
      <Radio.Group
        aria-label="整理步骤"
        optionType="button"
        value={is_items ? 'items' : 'waiting'}
        options={[
          { value: 'waiting', label: `待组件 ${open}` },
          { value: 'items', label: `归档文件 ${sheet?.items.length ?? 0}` },
        ]}
        onChange={(event) => setPart(String(event.target.value))}
      />
    </>
  )
  return (
    <Page title="办结归档" is_fixed subtitle={sheet === null ? '　' : subtitleOf(sheet, open)}>
      <Faces answer={answer} empty={(value) => (value.years.length === 0 ? <NothingYet /> : null)}>
        {(value) =>
          is_items ? (
            <YearItems key={value.year} sheet={value} bar={bar} />
          ) : (
            <YearWaiting key={value.year} sheet={value} bar={bar} onDone={() => setPart('items')} />
          )
        }
      </Faces>
    </Page>
  )
}

function subtitleOf({ year, years, items }: YearSheet, open: number): string {
  if (years.length === 0) return '每年一次，把办结卷整理成归档文件'
  const numbered = items.filter(({ archive_number }) => archive_number !== null).length
  return `${year}年度整理 · 待组件 ${open} 卷 · 已组 ${items.length} 件，已编号 ${numbered} 件`
}

function NothingYet() {
  return (
    <EmptyHint
      title="还没有可以整理的卷"
      actions={<Button onClick={() => go(routeTo('archive'))}>去办结卷</Button>}
    >
      事项办结归档以后，每年在这里组成“件”，检查、编号、装盒，打印归档文件目录。
    </EmptyHint>
  )
}
