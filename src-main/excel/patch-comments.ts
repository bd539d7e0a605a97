import { addressOf } from './cell-address.ts'
import type { CommentEdit } from './patch-edits.ts'
import { attributeOf, childrenOf, plainText, prefixOf, rawText, tagOf } from './patch-element.ts'
import { prefixIn, reopened } from './patch-package.ts'
import type { Piece } from './patch-pieces.ts'
import { encodeText } from './text.ts'

/** Begins every text of ours, so that it can be told and taken away again. */
const mark = '【退回】'
const author = '履职台账'

/** Edits the comments of a sheet on their way through: takes ours away, adds new ones or adds them to those there. */
export class CommentsEditor {
  /** Cells that have a comment in the end, and those that lost theirs. */
  readonly kept = new Set<string>()
  readonly removed = new Set<string>()
  private readonly clears: boolean
  private readonly waiting: Map<string, string>
  private authors: string[] = []
  private prefix = ''
  private has_list = false

  constructor(comments: readonly CommentEdit[], clears: boolean) {
    this.clears = clears
    this.waiting = new Map(comments.map(({ row, column, text }) => [addressOf(row, column), text]))
  }

  edit({ kind, name, section, raw, is_empty }: Piece): string {
    if (kind === 'root') {
      this.prefix = prefixIn(raw, name)
      return is_empty ? reopened(raw, this.missing(), this.prefix + name) : raw
    }
    if (kind === 'root_end') return this.missing() + raw
    if (kind === 'item' && section === 'authors') this.authors.push(plainText(inside(raw)))
    if (kind === 'item' && name === 'comment') return this.comment(raw)
    if (kind === 'section' && name === 'commentList') {
      this.has_list = true
      return is_empty ? reopened(raw, this.added(), `${this.prefix}commentList`) : raw
    }
    if (kind === 'section' && name === 'authors' && is_empty) {
      return this.author() === '' ? raw : reopened(raw, this.author(), `${this.prefix}authors`)
    }
    if (kind !== 'section_end') return raw
    if (name === 'authors') return this.author() + raw
    return name === 'commentList' ? this.added() + raw : raw
  }

  /** The author of new comments, unless he is there or nothing is new. */
  private author(): string {
    if (this.waiting.size === 0 || this.authors.includes(author)) return ''
    this.authors.push(author)
    return `<${this.prefix}author>${rawText(author)}</${this.prefix}author>`
  }

  private missing(): string {
    if (this.has_list) return ''
    const p = this.prefix
    const authors = this.authors.length > 0 ? '' : `<${p}authors>${this.author()}</${p}authors>`
    return `${authors}<${p}commentList>${this.added()}</${p}commentList>`
  }

  private comment(raw: string): string {
    const ref = (attributeOf(tagOf(raw), 'ref') ?? '').replaceAll('$', '').toUpperCase()
    const cleared = this.clears ? withoutOurs(raw) : raw
    if (cleared === '') {
      // A new text takes its place, with a drawing that is there already.
      if (!this.waiting.has(ref)) this.removed.add(ref)
      return ''
    }
    this.kept.add(ref)
    const text = this.waiting.get(ref)
    this.waiting.delete(ref)
    return text === undefined ? cleared : withRun(cleared, this.run(`\n${mark}${text}`))
  }

  private added(): string {
    const at = Math.max(0, this.authors.indexOf(author))
    const p = this.prefix
    const texts = [...this.waiting].map(([ref, text]) => {
      this.kept.add(ref)
      return `<${p}comment ref="${ref}" authorId="${at}" shapeId="0"><${p}text>${this.run(mark + text)}</${p}text></${p}comment>`
    })
    this.waiting.clear()
    return texts.join('')
  }

  /** In a colour of its own, so that programs do not join it with what stands before it. */
  private run(text: string): string {
    const p = this.prefix
    const look = `<${p}rPr><${p}sz val="10"/><${p}color rgb="FFC00000"/><${p}rFont val="${rawText('宋体')}"/><${p}charset val="134"/></${p}rPr>`
    const plain = rawText(encodeText(text)).replaceAll('\n', '&#10;')
    return `<${p}r>${look}<${p}t xml:space="preserve">${plain}</${p}t></${p}r>`
  }
}

function inside(raw: string): string {
  return raw.slice(tagOf(raw).length, raw.lastIndexOf('</'))
}

/** The comment without the texts that are ours; empty when nothing else was in it. */
function withoutOurs(raw: string): string {
  const [text] = childrenOf(raw).filter(({ name }) => name === 'text')
  if (!text) return raw
  const whole = raw.slice(text.start, text.end)
  const runs = childrenOf(whole)
  const kept = runs.map(({ start, end }) => runWithoutOurs(whole.slice(start, end)))
  if (runs.length > 0 && kept.every((run) => run === '')) return ''
  let left = ''
  let done = 0
  for (const [index, { start, end }] of runs.entries()) {
    left += whole.slice(done, start) + (kept[index] ?? '')
    done = end
  }
  return raw.slice(0, text.start) + left + whole.slice(done) + raw.slice(text.end)
}

/** Programs that know no runs make one text of all: what stands before ours in it stays. */
function runWithoutOurs(run: string): string {
  const words = childrenOf(run).find(({ name }) => name === 't')
  const start = words?.open_end ?? tagOf(run).length
  const end = words?.close_start ?? run.lastIndexOf('</')
  const text = end > start ? plainText(run.slice(start, end)) : ''
  const at = text.indexOf(mark)
  if (at < 0) return run
  const before = text.slice(0, at).trimEnd()
  return before === '' ? '' : run.slice(0, start) + rawText(before) + run.slice(end)
}

/** The comment with one more run at its end. Plain text becomes a run of its own first. */
function withRun(raw: string, run: string): string {
  const [text] = childrenOf(raw).filter(({ name }) => name === 'text')
  if (!text) return raw
  const whole = raw.slice(text.start, text.end)
  const p = prefixOf(whole)
  let content = ''
  let behind = ''
  for (const { name, start, end } of childrenOf(whole)) {
    const part = whole.slice(start, end)
    if (name === 't') content += `<${p}r>${part}</${p}r>`
    else if (name === 'r') content += part
    else behind += part
  }
  const tag = tagOf(whole).replace(/\s*\/>$/, '>')
  return `${raw.slice(0, text.start)}${tag}${content}${run}${behind}</${p}text>${raw.slice(text.end)}`
}
