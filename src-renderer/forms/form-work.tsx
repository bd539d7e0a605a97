import { Alert, App, Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { FormIssue } from '../../src-shared/forms.ts'
import type { Finding } from '../../src-shared/preflight.ts'
import { call } from '../call.ts'
import { askBeforeExport } from '../components/ask-before-export.tsx'
import { cellPlace } from '../components/cell-place.ts'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { go, routeTo } from '../route.ts'
import { askOnce, useAnswer } from '../use-answer.ts'
import { FillPanel } from './fill-panel.tsx'
import { FormChanges } from './form-changes.tsx'
import { FormCheck } from './form-check.tsx'
import { FormSteps } from './form-steps.tsx'
import { filledMarks, pointedMarks } from './marks.ts'
import { PointPanel } from './point-panel.tsx'
import { type Place, SheetPicture } from './sheet-picture.tsx'
import type { FormRun } from './use-form.ts'

interface FormWorkProps {
  run: FormRun
  form: NonNullable<FormRun['form']>
  today: string
}

/** A form that is open: pointed at, then filled. */
export function FormWork({ run, form, today }: FormWorkProps) {
  const { step, mapping } = run
  const { modal } = App.useApp()
  const visible = form.picture.sheets.filter(({ is_hidden }) => !is_hidden)
  const [sheet_name, setSheet] = useState(mapping.blocks[0]?.sheet ?? visible[0]?.name ?? '')
  const [selected, setSelected] = useState<Place | null>(null)
  const [on, setOn] = useState(today)
  const question = {
    opened_id: form.opened_id,
    mapping,
    name: run.name.trim() === '' ? form.name : run.name,
    on,
  }
  const preview = useAnswer('forms.preview', question)
  const ready = preview.state === 'ready' ? preview.value : null
  const filled = ready?.sheets.find(({ name }) => name === sheet_name) ?? null
  const sheet = step === 'fill' && filled !== null ? filled : visible.find(({ name }) => name === sheet_name)
  const marks = useMemo(
    () =>
      step === 'fill' && filled !== null && ready !== null
        ? filledMarks(filled, ready.issues)
        : pointedMarks(mapping, sheet_name),
    [step, filled, ready, mapping, sheet_name],
  )
  const inserted = useMemo(() => new Set(step === 'fill' ? filled?.inserted_rows : []), [step, filled])
  const showAt = (of_sheet: string, address: string) => {
    const place = cellPlace(address)
    if (place === null) return
    setSheet(of_sheet)
    setSelected({ row: place.row + 1, column: place.column + 1 })
  }
  const showFinding = ({ sheet: of_sheet, address }: Finding) => showAt(of_sheet, address)
  const changes = form.known !== null && (
    <FormChanges known={form.known} onOther={run.takeAsNew} onShow={showAt} />
  )
  const show = (issue: FormIssue) => {
    setSheet(issue.sheet)
    setSelected({ row: issue.row, column: issue.column })
  }
  const saveChecked = async () => {
    const decision = await askBeforeExport(modal, await askOnce('forms.check', question))
    if (decision.state === 'export') run.save(on)
    else if (decision.state === 'mend' && decision.chosen !== null) showFinding(decision.chosen)
  }
  return (
    <Page
      title="统计上报"
      is_fixed
      subtitle={form.file_name}
      actions={
        <WorkButtons
          run={run}
          can_save={ready?.issues.every(({ level }) => level !== 'stop') ?? false}
          onSave={() => void saveChecked()}
        />
      }
    >
      <FormSteps current={step} onGo={(to) => (to === null ? run.leave() : run.goTo(to))} />
      <ProblemNotice problem={run.problem} />
      {preview.state === 'failed' && <ProblemNotice problem={preview.problem} />}
      {form.is_converted && (
        <Alert
          type="info"
          showIcon
          title="这张表由旧格式转换而来：文字和合并单元格照原样，字体、列宽等请在保存后自己调整。"
        />
      )}
      {run.saved !== null && <SavedLine saved={run.saved} />}
      <div className="form-work">
        <div className="form-left">
          {visible.length > 1 && (
            <Segmented
              aria-label="工作表"
              value={sheet_name}
              options={visible.map(({ name }) => name)}
              onChange={(name) => {
                setSheet(name)
                setSelected(null)
              }}
            />
          )}
          {sheet !== undefined && (
            <SheetPicture
              label={step === 'fill' ? '填好的样子' : '表样'}
              sheet={sheet}
              looks={form.picture.looks}
              marks={marks}
              inserted={inserted}
              selected={selected}
              onSelect={setSelected}
              onEnter={() => document.getElementById('form-choice')?.focus()}
            />
          )}
        </div>
        {step === 'point' && (
          <PointPanel
            form={form}
            sheet_name={sheet_name}
            mapping={mapping}
            selected={selected}
            onSelect={setSelected}
            onSheet={setSheet}
            onChange={run.setMapping}
            changes={changes}
          />
        )}
        {step === 'fill' && ready !== null && (
          <FillPanel
            run={run}
            preview={ready}
            on={on}
            today={today}
            onPeriod={setOn}
            onShow={show}
            changes={changes}
            check={<FormCheck question={question} onShow={showFinding} />}
          />
        )}
      </div>
    </Page>
  )
}

function SavedLine({ saved }: { saved: NonNullable<FormRun['saved']> }) {
  const { token, file_name } = saved
  const record = () => go(routeTo('reports', { view: 'records', file: token, file_name }))
  return (
    <div role="status" className="sheet form-note light-green">
      ✓ 已保存 {saved.file_name}（{saved.rows} 行）。下次放入这张表，会自己填好。
      <Button
        type="link"
        size="small"
        onClick={() => void call('forms.reveal', { saved_id: saved.saved_id })}
      >
        打开所在文件夹
      </Button>
      {token !== null && (
        <Button type="link" size="small" onClick={record}>
          登记上报
        </Button>
      )}
    </div>
  )
}

interface WorkButtonsProps {
  run: FormRun
  can_save: boolean
  onSave: () => void
}

function WorkButtons({ run, can_save, onSave }: WorkButtonsProps) {
  const has_something = run.mapping.blocks.length + run.mapping.facts.length > 0
  return (
    <>
      <Button onClick={run.leave}>{run.saved === null ? '放弃' : '填别的表'}</Button>
      {run.step === 'point' ? (
        <>
          <Button loading={run.busy === 'keeping'} disabled={!has_something} onClick={run.keep}>
            记住，以后再填
          </Button>
          <Button type="primary" disabled={!has_something} onClick={() => run.goTo('fill')}>
            看填好的样子
          </Button>
        </>
      ) : (
        <>
          <Button onClick={() => run.goTo('point')}>改指认</Button>
          <Button
            type="primary"
            loading={run.busy === 'saving'}
            disabled={!has_something || !can_save}
            onClick={onSave}
          >
            保存填好的表…
          </Button>
        </>
      )}
    </>
  )
}
