import { z } from 'zod'

export const SearchQuestion = z.object({ text: z.string().trim().max(60) })

export interface Hit {
  subject: 'staff' | 'duty' | 'matter' | 'archive'
  id: number
  /** 张三, ZZ-DJ-012, 2026-DJ-0047 */
  title: string
  detail: string
  /** Where it is shown: the hash of the screen, `#/duties?open=12`. */
  route: string
}
