import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../call.ts'
import './work-line.css'

/** What takes half a second needs no words. */
const milliseconds_between = 250

/** How far long work is, and a way to stop it; nothing for work that is done at once. */
export function WorkLine({ of }: { of: 'imports' | 'collection' }) {
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    const timer = setInterval(async () => {
      setWords((await call(`${of}.progress`, {})).words)
    }, milliseconds_between)
    return () => clearInterval(timer)
  }, [of])
  if (words === null) return null
  return (
    <div role="status" className="bar work-line">
      <span className="quiet">{words}……</span>
      <Button size="small" onClick={() => void call(`${of}.stop`, {})}>
        停止
      </Button>
    </div>
  )
}
