// `npm run demo`: the main job in the built app, with no hands and no display; exit code 0 only if all of it was checked.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchApp } from '../tests/helpers/launch-app.ts'
import { buildIfStale } from './build.ts'
import { closeTheWeek } from './demo/close-the-week.ts'
import { type Demo, demo_day, openDemo, type Step } from './demo/demo.ts'
import { fillTheBook } from './demo/fill-the-book.ts'
import { pictureTheReadme } from './demo/picture-the-readme.ts'
import { reportUpward } from './demo/report-upward.ts'
import { openDisplay } from './display.ts'
import { inProject } from './project.ts'
import { runProgram } from './stop.ts'

const steps: readonly Step[] = [...fillTheBook, ...closeTheWeek, ...reportUpward]

await runProgram(async () => {
  await buildIfStale()
  const closeDisplay = await openDisplay()
  try {
    return process.argv.includes('--docs') ? await pictureTheReadme() : await perform()
  } finally {
    await closeDisplay()
  }
})

async function perform(): Promise<number> {
  const output = inProject('demo-output')
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-demo-'))
  const launched = await launchApp({ folder, today: demo_day })
  const demo = openDemo(launched, output)
  try {
    const is_done = await takeSteps(demo)
    await launched.close()
    if (is_done && launched.troubles.length > 0)
      console.error(`页面报告了错误：\n${launched.troubles.join('\n')}`)
    return is_done && launched.troubles.length === 0 ? 0 : 1
  } finally {
    await demo.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function takeSteps(demo: Demo): Promise<boolean> {
  demo.page.setDefaultTimeout(15_000)
  for (const [index, { name, run }] of steps.entries()) {
    try {
      console.log(`${String(index + 1).padStart(2)}  ${await run(demo)}`)
    } catch (error) {
      const picture = join(demo.output, '出错时的屏幕.png')
      await demo.page.screenshot({ path: picture }).catch(() => undefined)
      console.error(`第 ${index + 1} 步“${name}”没有通过，屏幕见 ${picture}\n${wordsOf(error)}`)
      return false
    }
  }
  return true
}

/** A page's whole text can stand in the message of an expectation. */
function wordsOf(error: unknown): string {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return words.length > 1500 ? `${words.slice(0, 1000)}\n…\n${words.slice(-500)}` : words
}
