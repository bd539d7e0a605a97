import { Button } from 'antd'
import { useRef, useState } from 'react'
import { type FilesSlice, type FileTrouble, sizeText } from '../../src-shared/files.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { call, problemFrom } from '../call.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'

const slice_bytes = 32 * 1024 * 1024

interface Check {
  state: 'running' | 'stopped' | 'done'
  slice: FilesSlice | null
  troubles: FileTrouble[]
}

/** 附件: every file of the book read from end to end, a slice at a time, and damaged ones fetched from the backups. */
export function FilesPart() {
  const [check, setCheck] = useState<Check | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [mended, setMended] = useState<number | null>(null)
  const is_wanted = useRef(false)

  const run = async () => {
    is_wanted.current = true
    setProblem(null)
    setMended(null)
    const troubles: FileTrouble[] = []
    let next: string | null = ''
    setCheck({ state: 'running', slice: null, troubles })
    try {
      while (next !== null && is_wanted.current) {
        const slice: FilesSlice = await call('files.check', { after: next, bytes: slice_bytes })
        troubles.push(...slice.troubles)
        next = slice.next
        const state = next === null ? 'done' : is_wanted.current ? 'running' : 'stopped'
        setCheck({ state, slice, troubles: [...troubles] })
      }
    } catch (error) {
      setProblem(problemFrom(error))
      setCheck(null)
    }
  }
  const mend = async (troubles: readonly FileTrouble[]) => {
    try {
      const answer = await call('files.mend', { digests: troubles.map(({ digest }) => digest) })
      await run()
      setMended(answer.mended)
    } catch (error) {
      setProblem(problemFrom(error))
    }
  }
  return (
    <section className="files-part" aria-label="附件检查">
      <div className="bar">
        <strong>附件</strong>
        <span className="quiet" role="status">
          {check === null
            ? '照片、佐证材料等文件，随每份备份一起保存；每天自动检查一部分。'
            : progressOf(check)}
          {mended !== null && `已从备份取回 ${mended} 个。`}
        </span>
        <span className="bar-fill" />
        {check?.state === 'running' ? (
          <Button
            size="small"
            onClick={() => {
              is_wanted.current = false
            }}
          >
            停下
          </Button>
        ) : (
          <Button size="small" onClick={run}>
            检查全部附件
          </Button>
        )}
      </div>
      <ProblemNotice problem={problem} />
      {check !== null && check.troubles.length > 0 && (
        <Troubles check={check} onMend={() => mend(check.troubles)} />
      )}
    </section>
  )
}

function progressOf({ state, slice, troubles }: Check): string {
  if (slice === null) return '正在检查……'
  const { done, total, bytes } = slice
  if (state === 'running') return `正在检查，${done}/${total}……`
  if (state === 'stopped') return `停在 ${done}/${total}。`
  const found = troubles.length === 0 ? '全部完好。' : `${troubles.length} 个有问题。`
  return total === 0 ? '还没有附件。' : `已检查 ${total} 个，共 ${sizeText(bytes)}，${found}`
}

function Troubles({ check, onMend }: { check: Check; onMend: () => void }) {
  return (
    <>
      <ul className="files-troubles">
        {check.troubles.map(({ digest, name, records, words }) => (
          <li key={digest}>
            <span className="finding">{name}</span>　{records.join('、') || '已撤销的记录'}：{words}
          </li>
        ))}
      </ul>
      {check.state === 'done' && (
        <div>
          <Button size="small" onClick={onMend}>
            从备份取回
          </Button>
        </div>
      )}
    </>
  )
}
