// Pictures of pages and images for the page to show, drawn in a process of their own, one at a time.
import { UserProblem } from '../../src-shared/problem.ts'
import type { Child } from '../child.ts'
import type { Drawn, NotDrawn, PreviewAnswer, PreviewRequest } from './preview-messages.ts'

export type StartPreviewProcess = () => Child<PreviewRequest>

export interface Previews {
  /** @throws a `UserProblem` that says why there is no picture */
  draw(wish: Omit<PreviewRequest, 'id'>): Promise<Drawn>
  stop(): void
}

interface Wish {
  request: PreviewRequest
  resolve(drawn: Drawn): void
  reject(error: unknown): void
}

/** A warm process costs memory that other programs want back. */
const idle_milliseconds = 60_000

/** The process is started with the first wish; one that hangs, crashes or has nothing to do is ended. */
export function openPreviews(startProcess: StartPreviewProcess, limitMilliseconds = 20_000): Previews {
  const waiting: Wish[] = []
  let child: Child<PreviewRequest> | undefined
  let current: Wish | undefined
  let last_id = 0
  let timer: NodeJS.Timeout | undefined

  function start(): Child<PreviewRequest> {
    const started = startProcess()
    started.onMessage((message) => {
      if (started === child) take(message as PreviewAnswer)
    })
    started.onExit(() => {
      if (started === child) giveUp('crashed')
    })
    return started
  }

  function next(): void {
    if (current !== undefined) return
    current = waiting.shift()
    clearTimeout(timer)
    timer = setTimeout(
      () => giveUp('too-slow'),
      current === undefined ? idle_milliseconds : limitMilliseconds,
    )
    timer.unref()
    if (current === undefined) return
    child ??= start()
    child.post(current.request)
  }

  function take(answer: PreviewAnswer): void {
    if (current === undefined || answer.id !== current.request.id) return
    const { resolve, reject } = current
    current = undefined
    if (answer.kind === 'drawn') resolve({ type: answer.type, bytes: answer.bytes, pages: answer.pages })
    else reject(noPicture(answer.why))
    next()
  }

  /** Ends the process, and with it what it was at. */
  function giveUp(why: 'crashed' | 'too-slow'): void {
    child?.kill()
    child = undefined
    const given_up = current
    current = undefined
    given_up?.reject(noPicture(why))
    if (waiting.length > 0) next()
  }

  return {
    draw: (wish) =>
      new Promise((resolve, reject) => {
        last_id += 1
        waiting.push({ request: { id: last_id, ...wish }, resolve, reject })
        next()
      }),
    stop() {
      clearTimeout(timer)
      for (const { reject } of waiting.splice(0)) reject(noPicture('crashed'))
      giveUp('crashed')
    },
  }
}

const reasons: Record<NotDrawn | 'crashed' | 'too-slow', string> = {
  locked: '这个文件加了密码，程序打不开它。',
  broken: '这个文件的内容不完整或已损坏，画不出来。',
  'too-large': '这张图片太大，不能在这里预览。',
  'no-such-page': '这个文件没有这一页。',
  crashed: '画这个文件时出了意外，已经停下。',
  'too-slow': '这个文件很久没有画出来，已经停下。',
}

function noPicture(why: keyof typeof reasons): UserProblem {
  return new UserProblem({
    code: 'no_picture',
    message: reasons[why],
    next: '文件本身没有改动。可以另存一份，用平时的程序打开。',
  })
}
