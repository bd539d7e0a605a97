import type { Settings } from '../../src-shared/settings.ts'
import type { WeekRow, WeekSheet } from '../../src-shared/weekly.ts'
import { AskSignOffDialog } from './ask-sign-off-dialog.tsx'
import { CarryOverDialog } from './carry-over-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { EditMatterDialog, NewMatterDialog } from './matter-dialog.tsx'
import { ReturnDialog, WithdrawDialog } from './reason-dialog.tsx'
import { SignOffDialog } from './sign-off-dialog.tsx'

/** The one dialog that may stand over the week. */
export type WeekDialog =
  | { kind: 'add'; part: 'this_week' | 'next_week' }
  | { kind: 'edit'; row: WeekRow }
  | { kind: 'ask' | 'sign_off' | 'return' | 'extend' | 'withdraw' | 'carry'; rows: WeekRow[] }

interface WeekDialogsProps {
  dialog: WeekDialog
  sheet: WeekSheet
  group_id: number | null
  today: string
  settings: Settings
  /** `is_done`: something was recorded for the matters that were ticked. */
  onClose: (is_done?: boolean) => void
}

export function WeekDialogs({ dialog, sheet, group_id, today, settings, onClose }: WeekDialogsProps) {
  switch (dialog.kind) {
    case 'add': {
      const head = dialog.part === 'this_week' ? sheet.head : sheet.next_head
      return (
        <NewMatterDialog week_monday={head.monday} part={dialog.part} group_id={group_id} onClose={onClose} />
      )
    }
    case 'edit':
      return <EditMatterDialog row={dialog.row} onClose={onClose} />
    case 'ask':
      return <AskSignOffDialog rows={dialog.rows} today={today} onClose={onClose} />
    case 'extend':
      return <ExtendDialog rows={dialog.rows} today={today} signer={settings.signer_name} onClose={onClose} />
    case 'sign_off':
      return <SignOffDialog rows={dialog.rows} today={today} settings={settings} onClose={onClose} />
    case 'return':
      return <ReturnDialog rows={dialog.rows} today={today} signer={settings.signer_name} onClose={onClose} />
    case 'withdraw':
      return <WithdrawDialog rows={dialog.rows} onClose={onClose} />
    case 'carry':
      return (
        <CarryOverDialog
          from_monday={sheet.head.monday}
          next_title={sheet.next_head.title}
          rows={dialog.rows}
          onClose={onClose}
        />
      )
  }
}
