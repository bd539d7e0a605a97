import { App, Button } from 'antd'
import { useState } from 'react'
import { finding_words, type WeekCheck, type WeekLock } from '../../src-shared/closing.ts'
import { longDate } from '../../src-shared/dates.ts'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { WeekSwitch } from '../components/week-switch.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer, useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { closedAt } from './closing-link.tsx'
import { LockList } from './lock-list.tsx'
import { UnlockDialog } from './unlock-dialog.tsx'
import { WeekFindings } from './week-findings.tsx'
import { WeekNameDialog } from './week-name-dialog.tsx'

interface WeekCheckPageProps {
  week_monday: string
  this_monday: string
}

const no_locks: WeekLock[] = []

/** What is still open in a week, the button that closes it, and every closing there was. */
export function WeekCheckPage({ week_monday, this_monday }: WeekCheckPageProps) {
  const [, setWeek] = useParam('week')
  const [dialog, setDialog] = useState<'unlock' | 'name' | null>(null)
  const answer = useAnswer('weekly.check', { week_monday })
  const locks = useValue('weekly.locks', {}, no_locks)
  const lock = locks.find((one) => one.week_monday === week_monday && one.unlocked_on === null) ?? null
  const { modal } = App.useApp()
  const closing = useChange('weekly.close')
  const check = answer.state === 'ready' ? answer.value : null
  const close = () => closing.run({ week_monday }, '已关账，快照已留存')
  const askAndClose = () => {
    if (check === null || check.findings.length === 0) return void close()
    modal.confirm({
      title: `还有 ${check.findings.length} 类问题没有处理，仍要关账？`,
      width: 520,
      content: <LeftOpen check={check} />,
      okText: '仍要关账',
      cancelText: '先去处理',
      focusable: { autoFocusButton: 'cancel' },
      onOk: close,
    })
  }
  return (
    <Page
      title="每周销号"
      is_fixed
      subtitle={check === null ? '　' : subtitleOf(check, lock)}
      actions={
        <>
          <WeekSwitch
            monday={week_monday}
            this_monday={this_monday}
            onChange={(monday) => setWeek(monday === this_monday ? null : monday)}
          />
          <Button onClick={() => go(routeTo('weekly', { week: week_monday }))}>回到这一周</Button>
          <Button onClick={() => setDialog('name')}>给这一周命名</Button>
          {lock === null ? (
            <Button
              key="close"
              type="primary"
              autoFocus
              loading={closing.is_busy}
              disabled={check === null || check.obstacle !== ''}
              onClick={askAndClose}
            >
              关账
            </Button>
          ) : (
            <Button key="unlock" onClick={() => setDialog('unlock')}>
              解锁
            </Button>
          )}
        </>
      }
    >
      <ProblemNotice problem={closing.problem} onClose={closing.clear} />
      <Faces answer={answer}>
        {(found) => (
          <div className="closing-layout">
            {lock === null ? (
              <WeekFindings check={found} week_monday={week_monday} />
            ) : (
              <ClosedNote lock={lock} />
            )}
            <LockList locks={locks} />
          </div>
        )}
      </Faces>
      {dialog === 'unlock' && (
        <UnlockDialog week_monday={week_monday} title={check?.title ?? ''} onClose={() => setDialog(null)} />
      )}
      {dialog === 'name' && <WeekNameDialog week_monday={week_monday} onClose={() => setDialog(null)} />}
    </Page>
  )
}

function subtitleOf({ title, findings }: WeekCheck, lock: WeekLock | null): string {
  if (lock !== null) return `${title} · ${closedAt(lock)}已关账`
  return findings.length === 0 ? `${title} · 检查没有发现问题` : `${title} · ${findings.length} 类问题待处理`
}

function LeftOpen({ check }: { check: WeekCheck }) {
  return (
    <>
      <ul className="left-open">
        {check.findings.map(({ kind, rows }) => (
          <li key={kind}>
            {finding_words[kind]} <b>{rows.length}</b> {kind === 'missing' ? '人' : '项'}
          </li>
        ))}
      </ul>
      <p className="quiet">
        关账以后这一周的进展和报送情况不能再改；这些问题会写进关账记录。要改可以解锁，须写明原因。
      </p>
    </>
  )
}

function ClosedNote({ lock }: { lock: WeekLock }) {
  return (
    <section className="sheet sheet-pad closed-note" aria-label="已关账">
      <h2>已关账</h2>
      <p>
        {longDate(lock.locked_on)} {lock.locked_at}，{lock.locked_by}关账，共 {lock.rows} 项。
        {lock.left_open === '' ? '关账时没有未处理的问题。' : `关账时留有：${lock.left_open}。`}
      </p>
      <p className="quiet">
        这一周的进展和报送情况不能再改，导入和收表也不能。之后的销号、延期照常办理，进展写在后面的周里。
      </p>
      <Button onClick={() => go(routeTo('weekly', { view: 'closing', lock: lock.id }))}>
        看关账时的快照
      </Button>
      <Button
        onClick={() =>
          go(routeTo('weekly', { view: 'closing', before: `lock-${lock.id}`, after: lock.week_monday }))
        }
      >
        和现在对照
      </Button>
    </section>
  )
}
