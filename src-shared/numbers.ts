// The number register as it is shown: what was taken and stands for nothing (空号), and why. peers.md §9.1 item 7.
import { z } from 'zod'

export const NumberQuestion = z.object({
  /** Of numbers that are counted by year; every year, and those that are not, when null. */
  year: z.int().min(1900).max(2199).nullable(),
})
export type NumberQuestion = z.infer<typeof NumberQuestion>

export const number_kind_words = { matter: '事项', duty: '职责', paper: '交接单等' } as const
export type NumberKind = keyof typeof number_kind_words

export const unused_words = { gap: '空号', withdrawn: '已撤销', voided: '已作废' } as const

/** A number that was taken and is not in use. */
export interface UnusedNumber {
  number: string
  kind: NumberKind
  /** 空号: nothing was ever kept under it; else its record is there and says that it is out of use. */
  why: keyof typeof unused_words
  reason: string
  on: string
  by: string
  /** What stands under it: the title of a withdrawn matter, the words of a voided duty. */
  title: string
}

/** One run of numbers, such as `2026-DJ` or `交接〔2026〕`. */
export interface NumberScope {
  kind: NumberKind
  scope: string
  taken: number
  last: number
  /** Taken and in use. */
  used: number
}

export interface NumberReport {
  scopes: NumberScope[]
  unused: UnusedNumber[]
  /** The years there are numbers of, newest first. */
  years: number[]
}
