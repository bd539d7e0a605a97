import { CalendarDate } from '../src-shared/dates.ts'

export interface Switches {
  /** `--data-dir=…`: where everything is kept instead of the user's own folder. */
  folder: string | null
  /** `--self-check`: look whether this PC can run the program, print it, and end. */
  self_check: boolean
  now: () => Date
}

function valueGiven(args: readonly string[], name: string): string | null {
  const start = `--${name}=`
  return args.find((argument) => argument.startsWith(start))?.slice(start.length) ?? null
}

/**
 * `--today=2026-11-20` lets a test live on another day; the packaged program does not listen to it.
 * The time of the day goes on as it is.
 */
export function readSwitches(args: readonly string[], is_packaged: boolean): Switches {
  const today = is_packaged ? null : CalendarDate.nullable().parse(valueGiven(args, 'today'))
  const shift = today === null ? 0 : Date.parse(`${today}T12:00:00`) - new Date().setHours(12, 0, 0, 0)
  return {
    folder: valueGiven(args, 'data-dir'),
    self_check: args.includes('--self-check'),
    now: () => new Date(Date.now() + shift),
  }
}
