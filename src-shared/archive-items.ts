// 年度整理: what a 件 is. DA/T 22-2015.
import { z } from 'zod'

/** Nothing secret may be on this PC; what is marked at all is internal. */
export const Secrecy = z.enum(['', 'internal', 'work_secret'])
export type Secrecy = z.infer<typeof Secrecy>
export const secrecy_words: Record<Secrecy, string> = { '': '', internal: '内部', work_secret: '工作秘密' }
