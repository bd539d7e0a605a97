import { Button } from 'antd'
import { useState } from 'react'
import { useValue } from '../use-answer.ts'
import { GuessesDialog } from './guesses-dialog.tsx'

/** Says that wordings name dates of which nothing is made yet. */
export function GuessesBar() {
  const guesses = useValue('routines.guesses', {}, [])
  const [is_open, setOpen] = useState(false)
  if (guesses.length === 0) return null
  return (
    <div className="bar sheet routine-guesses">
      <span>
        还有 {guesses.length} 项职责的办理时限写明了日期（如“{guesses[0]?.due_rule || guesses[0]?.frequency}
        ”），没有按期列出。
      </span>
      <Button size="small" onClick={() => setOpen(true)}>
        核对后采用…
      </Button>
      {is_open && <GuessesDialog guesses={guesses} onClose={() => setOpen(false)} />}
    </div>
  )
}
