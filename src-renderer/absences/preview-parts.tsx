import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { AbsencePreview, Candidate, DueInWindow, DutyAway } from '../../src-shared/absences.ts'
import { spanText } from '../../src-shared/half-days.ts'
import { routeTo } from '../route.ts'
import { byWhoStandsIn } from './absence-words.ts'

export interface PreviewActions {
  onAppoint?: (duty: DutyAway, candidate: Candidate) => void
  onDismiss?: (duty: DutyAway) => void
  /** Only what may be taken back has the word beside it. */
  canDismiss?: (duty: DutyAway) => boolean
  /** Opens a form where anybody can be chosen, with dates. */
  onChooseOther?: (duties: DutyAway[]) => void
  /** For all that have nobody: a field in the form, where the others choose in a dialog. */
  choose_all?: ReactNode
}

/** Risks first, then what falls due, then who stands in for the rest. */
export function PreviewParts({ preview, ...actions }: { preview: AbsencePreview } & PreviewActions) {
  const risky = preview.duties.filter(({ risks }) => risks.length > 0)
  const covered = preview.duties.filter(({ risks }) => risks.length === 0)
  return (
    <>
      <p className="preview-head">
        离岗 {preview.length}
        <span className="quiet">
          {`（工作日${preview.is_provisional ? '，暂算' : ''}）　涉及职责 ${preview.duties.length} 项　${preview.needs_handover ? '需要办交接单' : '时间短，可不办交接单'}`}
        </span>
      </p>
      {preview.clash !== '' && <p className="finding">{preview.clash}</p>}
      {risky.length > 0 && (
        <section className="preview-risks" aria-label="无人顶岗">
          <div className="bar">
            <h3>A岗、B岗都不在 {risky.length} 项</h3>
            <span className="bar-fill" />
            {risky.length > 1 && actions.choose_all}
            {risky.length > 1 && actions.onChooseOther !== undefined && (
              <Button size="small" onClick={() => actions.onChooseOther?.(risky)}>
                都指派给…
              </Button>
            )}
          </div>
          <ul>
            {risky.map((duty) => (
              <Risk key={duty.duty_id} duty={duty} actions={actions} />
            ))}
          </ul>
        </section>
      )}
      <DueList due={preview.due} other_open={preview.other_open} />
      <section aria-label="由谁顶岗">
        <h3>由谁顶岗</h3>
        {preview.duties.length === 0 && <p className="quiet">名下没有职责，不用顶岗。</p>}
        {preview.duties.length > 0 && covered.length === 0 && (
          <p className="quiet">上面的职责指派后列在这里。</p>
        )}
        {byWhoStandsIn(covered).map((group) => (
          <div key={group.words} className="stand-in-group">
            <div>
              <strong>{group.words}</strong>
              {group.phones !== '' && <span className="number">　☎ {group.phones}</span>}
              <span className="quiet">　{group.duties.length} 项</span>
            </div>
            <ul>
              {group.duties.map((duty) => (
                <CoveredDuty key={duty.duty_id} duty={duty} actions={actions} />
              ))}
            </ul>
          </div>
        ))}
      </section>
    </>
  )
}

function DutyName({ duty: { number, content, role } }: { duty: DutyAway }) {
  return (
    <span className="cut" title={content}>
      <span className="number">{number}</span>　{role === 'B' && '（任B岗）'}
      {content}
    </span>
  )
}

function CoveredDuty({ duty, actions }: { duty: DutyAway; actions: PreviewActions }) {
  return (
    <li>
      <DutyName duty={duty} />
      {actions.onDismiss !== undefined && actions.canDismiss?.(duty) && (
        <Button size="small" type="link" onClick={() => actions.onDismiss?.(duty)}>
          取消指派
        </Button>
      )}
    </li>
  )
}

function Risk({ duty, actions }: { duty: DutyAway; actions: PreviewActions }) {
  const { onAppoint, onChooseOther } = actions
  return (
    <li>
      <DutyName duty={duty} />
      <div className="finding">{duty.risks.map((span) => spanText(span)).join('、')} 无人</div>
      <div className="bar candidates">
        {duty.candidates.length === 0 && <span className="quiet">没有熟悉这项职责的在岗人员。</span>}
        {duty.candidates.map((candidate) => (
          <CandidateButton
            key={candidate.staff_id}
            duty={duty}
            candidate={candidate}
            {...(onAppoint === undefined ? {} : { onAppoint })}
          />
        ))}
        {onChooseOther !== undefined && (
          <Button
            size="small"
            aria-label={`为${duty.number}另选顶岗人`}
            onClick={() => onChooseOther([duty])}
          >
            另选…
          </Button>
        )}
      </div>
    </li>
  )
}

interface CandidateButtonProps {
  duty: Pick<DutyAway, 'number'>
  candidate: Candidate
  onAppoint?: (duty: DutyAway, candidate: Candidate) => void
}

export function candidateText({ reasons, load, is_partly_away }: Candidate): string {
  return [...reasons, `在手${load}项`, ...(is_partly_away ? ['部分时间不在'] : [])].join('，')
}

function CandidateButton({ duty, candidate, onAppoint }: CandidateButtonProps & { duty: DutyAway }) {
  const why = candidateText(candidate)
  if (onAppoint === undefined) {
    return (
      <span title={why}>
        {candidate.name}
        <span className="quiet small">（{why}）</span>
      </span>
    )
  }
  return (
    <Button
      size="small"
      aria-label={`指派${candidate.name}顶岗${duty.number}`}
      title={candidate.phone === '' ? '' : `电话 ${candidate.phone}`}
      onClick={() => onAppoint(duty, candidate)}
    >
      {candidate.name}
      <span className="quiet small">{why}</span>
    </Button>
  )
}

function DueList({ due, other_open }: { due: DueInWindow[]; other_open: number }) {
  if (due.length === 0 && other_open === 0) return null
  return (
    <section aria-label="这段时间到期的事项">
      <h3>
        这段时间到期 {due.length} 件
        {other_open > 0 && <span className="quiet">　另有在办 {other_open} 件</span>}
      </h3>
      <ul className="due-in-window">
        {due.map((matter) => (
          <li key={matter.matter_id}>
            <span className="number">{matter.due_on}</span>
            <a
              className="cut plain-link"
              href={routeTo('weekly', { week: matter.week_monday, open: matter.matter_id })}
              title={matter.title}
            >
              {matter.title}
            </a>
            <span>
              {matter.stand_in === '' ? <span className="finding">无人顶</span> : `${matter.stand_in}顶`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
