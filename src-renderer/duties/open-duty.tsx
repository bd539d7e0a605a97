import { useState } from 'react'
import type { Duty } from '../../src-shared/duties.ts'
import { useAnswer } from '../use-answer.ts'
import { EditDutyDialog } from './duty-dialog.tsx'
import { DutyPanel } from './duty-panel.tsx'
import { VoidDialog } from './void-dialog.tsx'

const everything = { include_voided: true }

/** The record of one duty beside whatever names it, with its dialogs: a finding is mended where it is found. */
export function OpenDuty({ id, onClose }: { id: number; onClose: () => void }) {
  const answer = useAnswer('duties.list', everything)
  const [dialog, setDialog] = useState<'edit' | 'void' | null>(null)
  const duty: Duty | undefined =
    answer.state === 'ready' ? answer.value.find((one) => one.id === id) : undefined
  if (duty === undefined) return null
  const close = () => setDialog(null)
  return (
    <>
      <DutyPanel
        duty={duty}
        onEdit={() => setDialog('edit')}
        onVoid={() => setDialog('void')}
        onClose={onClose}
      />
      {dialog === 'edit' && <EditDutyDialog duty={duty} onClose={close} />}
      {dialog === 'void' && <VoidDialog duties={[duty]} onClose={close} onDone={close} />}
    </>
  )
}
