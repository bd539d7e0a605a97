import { Button } from 'antd'
import { Faces } from '../components/faces.tsx'
import { useCtrlKey } from '../components/use-ctrl-key.ts'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { NewAbsenceDialog } from './absence-dialog.tsx'

/**
 * 登记离岗, on every view of the place and by Ctrl+N; `#/absences?new=1` opens the form from elsewhere. `is_quiet` where
 * the page is about something else.
 */
export function RegisterButton({ is_quiet = false }: { is_quiet?: boolean }) {
  const [is_new, setNew] = useParam('new')
  const book = useAnswer('book.state', {})
  useCtrlKey('n', () => setNew(1))
  const close = (id?: number) =>
    id === undefined ? setNew(null) : go(routeTo('absences', { view: 'register', open: id }))
  return (
    <>
      <Button type={is_quiet ? 'default' : 'primary'} title="Ctrl + N" onClick={() => setNew(1)}>
        登记离岗
      </Button>
      {is_new === '1' && (
        <Faces answer={book}>{({ today }) => <NewAbsenceDialog today={today} onClose={close} />}</Faces>
      )}
    </>
  )
}
