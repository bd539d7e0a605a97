import dayjs from 'dayjs'

/** A UTC moment on the office PC's clock. `momentText('2026-11-18T01:02:03Z') // '2026-11-18 09:02'` */
export function momentText(moment: string): string {
  return dayjs(moment).format('YYYY-MM-DD HH:mm')
}
