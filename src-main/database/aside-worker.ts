// The thread of aside.ts: one job, one answer.
import { parentPort, workerData } from 'node:worker_threads'
import { type AsideJob, doAside } from './aside-jobs.ts'

export type AsideReply = { value: unknown } | { failed: { message: string; code: string | null } }

function reply(): AsideReply {
  try {
    return { value: doAside(workerData as AsideJob) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { failed: { message: error.message, code: 'code' in error ? String(error.code) : null } }
  }
}

parentPort?.postMessage(reply())
