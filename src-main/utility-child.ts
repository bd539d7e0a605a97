import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { Child } from './child.ts'

/** The app's own: `program` is a bundle that lies beside the main process's. Call it after `app.whenReady()`. */
export function startUtilityChild<Request>(program: string, name: string): Child<Request> {
  const child = utilityProcess.fork(join(import.meta.dirname, program), [], {
    execArgv: ['--max-old-space-size=512'],
    serviceName: name,
    stdio: 'ignore',
  })
  let isOutOfMemory = false
  child.on('error', (type) => {
    isOutOfMemory = type === 'FatalError'
  })
  return {
    post: (request) => child.postMessage(request),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.on('exit', () => listener(isOutOfMemory))
    },
    kill() {
      // utilityProcess.kill() asks politely, which a process caught in a loop does not hear.
      if (child.pid === undefined) child.kill()
      else process.kill(child.pid, 'SIGKILL')
    },
  }
}
