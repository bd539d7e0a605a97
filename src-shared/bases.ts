// 依据库: the documents that duties rest on. A duty cites them in its own words, 《…》（文号）第十二条, so that an earlier text
// keeps what it cited; the library is what texts cite, and what the clerk has put there to be cited.
import { z } from 'zod'
import { required, text } from './fields.ts'

export const Basis = z.object({
  /** Without the marks 《》. */
  title: required('文件名称', 200).transform((title) => title.replace(/^《(.*)》$/, '$1')),
  /** 文号: 中办发〔2014〕33号 */
  document_number: text(60),
})
export type Basis = z.infer<typeof Basis>

export const BasisEdit = z.object({ old: Basis, next: Basis })
export const BasisMerge = z.object({
  from: z.array(Basis).min(1, '请先选中要合并的依据。').max(50),
  into: Basis,
})

export interface BasisInUse extends Basis {
  duties: { id: number; number: string; content: string }[]
}

export interface Citation extends Basis {
  /** 条款: what follows the document, 第十二条. */
  article: string
}

/** `《title》（number）`, as a text cites it. */
export function citationOf({ title, document_number }: Basis): string {
  return `《${title}》${document_number === '' ? '' : `（${document_number}）`}`
}

/** A title may itself name a document in 〈〉 or 《》; a number is what has 号, 令 or the letters of a standard in it. */
const cited =
  /《((?:[^《》]|《[^《》]*》)+)》(?:\s*[（(]([^（）()《》]*(?:\d+\s*号|令|[A-Z]\s*\d)[^（）()《》]*)[）)])?/g

const article_after = /^\s*((?:第[\d一二三四五六七八九十百千零〇]+[编章节条款项目](?:[之、至和—-]+(?=第))?)+)/

export function citationsIn(words: string): Citation[] {
  return [...words.matchAll(cited)].map((match) => ({
    title: (match[1] ?? '').trim(),
    document_number: (match[2] ?? '').trim(),
    article: article_after.exec(words.slice((match.index ?? 0) + match[0].length))?.[1] ?? '',
  }))
}

/** Two spellings of one document: blanks, full width and the shape of brackets make no difference. */
export function basisKey({ title, document_number }: Basis): string {
  const plain = (words: string) => words.normalize('NFKC').replace(/\s+/g, '')
  const number = plain(document_number)
    .replace(/[[【(]/g, '〔')
    .replace(/[\]】)]/g, '〕')
  return `${plain(title)}|${number}`
}

/** The text with each citation of one of `from` replaced by `into`; articles and all other words stay. */
export function citeInstead(words: string, from: readonly Basis[], into: Basis): string {
  const keys = new Set(from.map(basisKey))
  return words.replace(cited, (found, title: string, document_number: string | undefined) => {
    const key = basisKey({ title, document_number: document_number ?? '' })
    return keys.has(key) ? citationOf(into) : found
  })
}
