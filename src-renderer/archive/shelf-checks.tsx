import { Button, Form, Input, InputNumber, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { NewShelfCheck, ShelfCheck } from '../../src-shared/archive-care.ts'
import { CellButton } from '../components/cell-button.tsx'
import { Faces } from '../components/faces.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { ShelfTicking } from './shelf-ticking.tsx'

/** 清点: the checks that were made, a new one, and the tick list of the one that is open. */
export function ShelfChecks() {
  const [state, setState] = useState<'closed' | 'list' | 'new' | ShelfCheck>('closed')
  const answer = useAnswer('archive.checks', {})
  const open = typeof state === 'object' ? state : null
  return (
    <>
      <Button onClick={() => setState('list')}>清点…</Button>
      {state === 'list' && (
        <Modal
          open
          title="清点"
          width={720}
          onCancel={() => setState('closed')}
          footer={
            <Button type="primary" onClick={() => setState('new')}>
              开始清点
            </Button>
          }
        >
          <Faces answer={answer}>
            {(checks) =>
              checks.length === 0 ? (
                <p className="quiet">还没有清点过。按盒或按存放位置列出清单，对着架子逐项打勾。</p>
              ) : (
                <ul className="entry-lines">
                  {checks.map((check) => (
                    <li key={check.id}>
                      <span className="bar-fill">
                        {check.title}
                        <span className="quiet small">
                          　{check.started_on} {check.started_by}
                        </span>
                      </span>
                      <span className="quiet">{countsOf(check)}</span>
                      <CellButton label={`打开 ${check.title}`} onClick={() => setState(check)}>
                        {check.finished_on === null ? '继续' : '查看'}
                      </CellButton>
                    </li>
                  ))}
                </ul>
              )
            }
          </Faces>
        </Modal>
      )}
      {state === 'new' && <StartDialog onClose={() => setState('list')} />}
      {open !== null && <ShelfTicking check={open} onClose={() => setState('list')} />}
    </>
  )
}

export function countsOf({ rows, counts }: ShelfCheck): string {
  const words = [
    `在位 ${counts.present}/${rows}`,
    counts.missing > 0 ? `不在 ${counts.missing}` : '',
    counts.misplaced > 0 ? `放错 ${counts.misplaced}` : '',
  ]
  return words.filter(Boolean).join('，')
}

function StartDialog({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<NewShelfCheck>()
  const { run, is_busy, problem } = useChange('archive.startCheck')
  const of = Form.useWatch('of', form) ?? 'boxes'
  const submit = async (values: NewShelfCheck) => {
    const saved = await run(
      { ...values, year: values.year ?? null, place: values.place ?? '' },
      ({ rows }) => `已列出 ${rows} 项，逐项打勾`,
    )
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<NewShelfCheck>
      title="开始清点"
      verb="列出清单"
      form={form}
      initial={{ title: '', of: 'boxes', year: null, place: '' }}
      is_busy={is_busy}
      problem={problem}
      width={480}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="清点名称" name="title" required>
        <Input placeholder="如：2026年年底清点" />
      </Form.Item>
      <Form.Item label="清点什么" name="of">
        <Radio.Group
          options={[
            { value: 'boxes', label: '档案盒' },
            { value: 'entries', label: '办结卷（按存放位置）' },
          ]}
        />
      </Form.Item>
      {of === 'boxes' ? (
        <Form.Item label="年度（不填是全部）" name="year">
          <InputNumber min={1949} max={2199} precision={0} suffix="年" style={{ width: 140 }} />
        </Form.Item>
      ) : (
        <Form.Item label="存放位置的开头（不填是全部）" name="place">
          <Input placeholder="如：3号柜" />
        </Form.Item>
      )}
    </FormDialog>
  )
}
