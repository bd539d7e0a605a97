import { useMemo } from 'react'
import {
  type DutyCoverage,
  duty_check_words,
  duty_checks,
  hasNothing,
  isHeavy,
} from '../../src-shared/duty-coverage.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { type CheckedRow, CheckedRows } from './checked-rows.tsx'
import './duties.css'
import { LoadTable } from './load-table.tsx'
import { OpenDuty } from './open-duty.tsx'
import { ToDutyList } from './to-duty-list.tsx'

/** One line of the check list: what was looked for, how often it was found, and the rows that show it. */
interface Check {
  name: string
  title: string
  count: number
  unit: string
  /** What it means and what to do about it. */
  words: string
  /** Worth a look, but no fault: not counted among what has to be mended. */
  is_note?: boolean
}

/** 履职清单 · 覆盖检查: no duty without a person, no person without a duty, and what else is worth a look. */
export function CoverageScreen() {
  const answer = useAnswer('duties.coverage', {})
  return (
    <Page title="履职清单" is_fixed subtitle={answer.state === 'ready' ? summaryOf(answer.value) : '　'}>
      <Faces
        answer={answer}
        empty={({ duties }) =>
          duties === 0 ? (
            <EmptyHint title="还没有职责" actions={<ToDutyList />}>
              登记或导入职责后，这里检查每项职责是否有人、每个人是否有责。
            </EmptyHint>
          ) : null
        }
      >
        {(coverage) => <Checks coverage={coverage} />}
      </Faces>
    </Page>
  )
}

function summaryOf(coverage: DutyCoverage): string {
  const open = checksOf(coverage)
    .filter(({ is_note }) => !is_note)
    .reduce((sum, { count }) => sum + count, 0)
  const head = `全处${coverage.people}人，共梳理工作职责${coverage.duties}项`
  if (coverage.duties === 0) return '还没有职责'
  return open === 0 ? `${head}，项项有人、人人有责` : `${head}，有${open}处需要落实`
}

function checksOf({ checks, mutual, alike, shares, median }: DutyCoverage): Check[] {
  const words = {
    no_a: '没有A岗责任人：请指定一人。',
    no_b: '没有B岗：A岗不在时无人顶岗。会计等特殊岗位不设B岗的，可在AB岗登记例外。',
    same_a_b: 'A岗、B岗是同一个人，不能互相顶岗。',
    a_left: 'A岗责任人已离开，请另行指定。',
    b_left: 'B岗责任人已离开，请另行指定。',
    other_group: 'B岗不在这项职责的组里：一般由同组相近岗位的人担任，跨组的应经批准。',
  }
  return [
    ...duty_checks.map((check) => ({
      name: check,
      title: duty_check_words[check],
      count: checks[check].length,
      unit: '项',
      words: words[check],
      ...(check === 'other_group' ? { is_note: true as const } : {}),
    })),
    {
      name: 'load',
      title: '没有职责的人',
      count: shares.filter(hasNothing).length,
      unit: '人',
      words: `每人承担的A岗、B岗，与中位数${median}项比较。`,
    },
    {
      name: 'heavy',
      title: '负担偏重的人',
      count: shares.filter((share) => isHeavy(share, median)).length,
      unit: '人',
      words: `比中位数${median}项多出一半以上（至少多3项）。`,
      is_note: true,
    },
    {
      name: 'alike',
      title: '表述相近的职责',
      count: alike.length,
      unit: '组',
      words: '可能是同一项职责梳理了几次：请核对后合并，或把各自的分工写清楚。',
      is_note: true,
    },
    {
      name: 'mutual',
      title: '互为A、B岗',
      count: mutual.length,
      unit: '对',
      words: '两人互相顶岗：不要安排同时休假、出差，否则这些职责无人承担。',
      is_note: true,
    },
  ]
}

function Checks({ coverage }: { coverage: DutyCoverage }) {
  const checks = useMemo(() => checksOf(coverage), [coverage])
  const [param, setCheck] = useParam('check')
  const [open_param, setOpen] = useParam('open')
  const chosen =
    checks.find(({ name }) => name === param) ?? checks.find(({ count }) => count > 0) ?? checks[0]
  const name = chosen?.name ?? ''
  const rows = useMemo(() => rowsOf(coverage, name), [coverage, name])
  if (chosen === undefined) return null
  return (
    <div className="coverage-layout">
      <nav className="sheet coverage-checks" aria-label="检查项目">
        {checks.map(({ name: check, title, count, unit, is_note }) => (
          <button
            key={check}
            type="button"
            aria-current={check === chosen.name ? 'page' : undefined}
            onClick={() => setCheck(check)}
          >
            <span>{title}</span>
            <span className={markOf(count, is_note)}>{count === 0 ? '无' : `${count}${unit}`}</span>
          </button>
        ))}
      </nav>
      <section className="coverage-found list-area" aria-label={chosen.title}>
        <p className="quiet">{chosen.words}</p>
        {chosen.name === 'load' || chosen.name === 'heavy' ? (
          <LoadTable coverage={coverage} />
        ) : (
          <CheckedRows label={chosen.title} rows={rows} onOpen={(row) => setOpen(row.id)} />
        )}
        {open_param !== '' && <OpenDuty id={Number(open_param)} onClose={() => setOpen(null)} />}
      </section>
    </div>
  )
}

function markOf(count: number, is_note = false): string {
  if (count === 0) return 'light-green'
  return is_note ? 'quiet' : 'finding'
}

/** The rows behind a check, each with what joins it to others. */
function rowsOf({ checks, mutual, alike, rows }: DutyCoverage, name: string): CheckedRow[] {
  const known = new Map(rows.map((row) => [row.id, row]))
  const named = (ids: readonly number[], joined: string) =>
    ids.flatMap((id) => {
      const row = known.get(id)
      return row === undefined ? [] : [{ ...row, joined }]
    })
  if (name === 'alike') {
    return alike.flatMap(({ duty_ids, similarity }, at) =>
      named(duty_ids, `第${at + 1}组　相近${Math.round(similarity * 100)}%`),
    )
  }
  if (name === 'mutual') return mutual.flatMap(({ duty_ids, names }) => named(duty_ids, names.join('—')))
  const check = duty_checks.find((one) => one === name)
  return check === undefined ? [] : named(checks[check], '')
}
