// Reading a book from end to end holds SQLite for seconds once it is large: here a thread does it on its own connection,
// and the desk goes on answering.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type AsideAnswers, type AsideJob, doAside } from './aside-jobs.ts'
import type { AsideReply } from './aside-worker.ts'

/** Beside this file, bundled or not. */
const program = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'aside-worker.ts' : 'aside-worker.js',
)

/** Below this, in bytes, a book is read in less time than a thread takes to start. */
const worth_a_thread = 32_000_000

export async function runAside<J extends AsideJob>(job: J): Promise<AsideAnswers[J['kind']]> {
  if (statSync(job.path).size < worth_a_thread) return doAside(job) as AsideAnswers[J['kind']]
  return runInThread(job)
}

/** Where no thread can be started the job is done here: late, but done. */
export async function runInThread<J extends AsideJob>(job: J): Promise<AsideAnswers[J['kind']]> {
  const reply = await askThread(job)
  if (reply === null) return doAside(job) as AsideAnswers[J['kind']]
  if ('value' in reply) return reply.value as AsideAnswers[J['kind']]
  const { message, code } = reply.failed
  throw Object.assign(new Error(message), code === null ? {} : { code })
}

/** Null when it ended without a word. */
function askThread(job: AsideJob): Promise<AsideReply | null> {
  return new Promise((resolve) => {
    const thread = new Worker(program, { workerData: job })
    thread.once('message', resolve)
    thread.once('error', () => resolve(null))
    thread.once('exit', () => resolve(null))
  })
}
