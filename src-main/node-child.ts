import { fork } from 'node:child_process'
import type { Child } from './child.ts'

/** Without Electron: for tests, `npm run intake` and the bench. Node runs the source as it is. */
export function startNodeChild<Request extends object>(program: URL, memoryMib = 512): Child<Request> {
  const child = fork(program, [], {
    execArgv: [`--max-old-space-size=${memoryMib}`],
    serialization: 'advanced',
    // Node's last words when its memory is full would only fill the log.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    // A channel that has just closed is told of by the end of the process, which follows.
    post: (request) => void child.send(request, () => {}),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.on('exit', (code, signal) => listener(signal === 'SIGABRT' || code === 134))
      child.on('error', () => listener(false))
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
