import { findWorkbookPart, type Relationship, readBookPart, readRelationships } from './package-parts.ts'
import { attributeOf } from './patch-element.ts'
import { editPart, lookAtPart, type Piece } from './patch-pieces.ts'
import { packEntry, zipOf } from './patch-zip.ts'
import { damaged, withPlace } from './unreadable.ts'
import { openZipPackage, type ZipPackage } from './zip-package.ts'

export interface SheetPart {
  name: string
  part: string
}

/** A workbook package whose parts are edited one by one; those that are not stay in it as they lie there. */
export class PatchPackage {
  readonly workbook: string
  /** Sheets with cells, in the order of the tabs. */
  readonly sheets: readonly SheetPart[]
  readonly uses_1904: boolean
  /** ISO 29500 strict: other addresses for relationships and name spaces. */
  readonly is_strict: boolean
  private readonly zip: ZipPackage
  private readonly changed = new Map<string, Buffer>()
  private readonly added: string[] = []
  private readonly removed = new Set<string>()

  private constructor(
    zip: ZipPackage,
    book: { workbook: string; sheets: SheetPart[]; uses_1904: boolean; is_strict: boolean },
  ) {
    this.zip = zip
    this.workbook = book.workbook
    this.sheets = book.sheets
    this.uses_1904 = book.uses_1904
    this.is_strict = book.is_strict
  }

  static async open(bytes: Buffer): Promise<PatchPackage> {
    const zip = await openZipPackage(bytes)
    const workbook = await findWorkbookPart(zip)
    const { sheets: entries, uses_1904 } = await readBookPart(zip, workbook)
    const links = await readRelationships(zip, workbook)
    const sheets = entries.flatMap(({ name, relationship_id }) => {
      const link = links.find(({ id }) => id === relationship_id)
      if (!link?.part || !zip.names.has(link.part)) {
        throw withPlace(damaged('缺少这张工作表的内容'), { sheet: name })
      }
      return link.type === 'worksheet' ? [{ name, part: link.part }] : []
    })
    const is_strict = (await textOf(zip.chunks(workbook))).includes('http://purl.oclc.org/ooxml/')
    return new PatchPackage(zip, { workbook, sheets, uses_1904, is_strict })
  }

  has(part: string): boolean {
    return !this.removed.has(part) && (this.zip.names.has(part) || this.changed.has(part))
  }

  names(): string[] {
    return [...this.zip.names, ...this.added].filter((name) => !this.removed.has(name))
  }

  /** The part as it is by now. */
  chunks(part: string): AsyncIterable<Buffer> | Iterable<Buffer> {
    const changed = this.changed.get(part)
    return changed ? [changed] : this.zip.chunks(part)
  }

  /** One character a byte. */
  async text(part: string): Promise<string> {
    return await textOf(this.chunks(part))
  }

  async edit(part: string, edit: (piece: Piece) => string): Promise<void> {
    const content = await editPart(this.chunks(part), edit)
    if (content) this.changed.set(part, content)
  }

  async look(part: string, look: (piece: Piece) => void): Promise<void> {
    await lookAtPart(this.chunks(part), look)
  }

  replace(part: string, text: string): void {
    this.changed.set(part, Buffer.from(text, 'latin1'))
  }

  /** What a part links to that is there. */
  async links(part: string): Promise<(Relationship & { part: string })[]> {
    const links = await readRelationships(this.zip, part)
    return links.flatMap((link) => (link.part && this.has(link.part) ? [{ ...link, part: link.part }] : []))
  }

  async linkOf(part: string, type: string): Promise<string | undefined> {
    return (await this.links(part)).find((link) => link.type === type)?.part
  }

  /** Adds a part with a name of its own (`xl/comments2.xml`) and its content type; answers the name. */
  async add(base: string, extension: string, text: string, type: string): Promise<string> {
    const taken = new Set(this.names().map((name) => name.toLowerCase()))
    let number = 1
    while (taken.has(`${base}${number}.${extension}`.toLowerCase())) number += 1
    const part = `${base}${number}.${extension}`
    this.replace(part, text)
    this.added.push(part)
    await this.addContentType(part, extension, type)
    return part
  }

  /** Links `from` to a part of the package and answers the relationship's id. */
  async link(from: string, type: string, part: string): Promise<string> {
    const rels = relationshipsOf(from)
    const ids = new Set<string>()
    if (!this.has(rels)) {
      this.replace(rels, `${xmlHead}<Relationships xmlns="${relationshipSpace}"></Relationships>`)
      this.added.push(rels)
    }
    const base = this.is_strict ? strictRelationships : officeRelationships
    let id = ''
    await this.edit(rels, ({ kind, name, raw, is_empty }) => {
      if (kind === 'section') ids.add(attributeOf(raw, 'Id') ?? '')
      const isLast = kind === 'root_end' || (kind === 'root' && is_empty)
      if (!isLast) return raw
      let number = ids.size + 1
      while (ids.has(`rId${number}`)) number += 1
      id = `rId${number}`
      const prefix = prefixIn(raw, name)
      const link = `<${prefix}Relationship Id="${id}" Type="${base}/${type}" Target="/${part}"/>`
      return kind === 'root' ? reopened(raw, link, prefix + name) : link + raw
    })
    return id
  }

  /** Takes away a part that only `from` links to, with the link, its own links and its content type. */
  async remove(from: string, { id, part }: { id: string; part: string }): Promise<void> {
    this.removed.add(part)
    this.removed.add(relationshipsOf(part))
    await this.dropElements(relationshipsOf(from), (raw) => attributeOf(raw, 'Id') === id)
    const named = `/${part}`.toLowerCase()
    await this.dropElements(
      '[Content_Types].xml',
      (raw) => attributeOf(raw, 'PartName')?.toLowerCase() === named,
    )
  }

  bytes(): Buffer {
    const entries = this.zip.packed.filter(({ name }) => !this.removed.has(name))
    const kept = entries.map((entry) => {
      const content = this.changed.get(entry.name)
      return content ? packEntry(entry.name, content, entry) : entry
    })
    const more = this.added.map((name) => packEntry(name, this.changed.get(name) ?? Buffer.alloc(0)))
    return zipOf([...kept, ...more])
  }

  /** Elements right below the root of a part, with what is in them. */
  private async dropElements(part: string, isUnwanted: (tag: string) => boolean): Promise<void> {
    let is_dropping = false
    await this.edit(part, ({ kind, raw, is_empty }) => {
      if (kind === 'root_end') return raw
      const drops: boolean = kind === 'section' ? isUnwanted(raw) : is_dropping
      is_dropping = drops && kind !== 'section_end' && !is_empty
      return drops ? '' : raw
    })
  }

  private async addContentType(part: string, extension: string, type: string): Promise<void> {
    let present: string | undefined
    await this.edit('[Content_Types].xml', ({ kind, name, raw }) => {
      if (name === 'Default' && attributeOf(raw, 'Extension')?.toLowerCase() === extension) {
        present = attributeOf(raw, 'ContentType')
      }
      if (kind !== 'root_end' || present === type) return raw
      // As Excel does it: by the ending where nothing else has it, else by the name.
      const isFirst = present === undefined && extension !== 'xml'
      const what = isFirst ? `Default Extension="${extension}"` : `Override PartName="/${part}"`
      return `<${prefixIn(raw, name)}${what} ContentType="${type}"/>${raw}`
    })
  }
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relationshipSpace = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const strictRelationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

/** Where the links of a part lie. */
function relationshipsOf(part: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  return `${folder}_rels/${part.slice(folder.length)}.rels`
}

async function textOf(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const chunk of chunks) pieces.push(chunk)
  return Buffer.concat(pieces).toString('latin1')
}

/** `x:` of `</x:Types>`. */
export function prefixIn(tag: string, name: string): string {
  return /^<\/?([^\s/>]*)/.exec(tag)?.[1]?.slice(0, -name.length) ?? ''
}

/** `<a/>` with something in it. */
export function reopened(tag: string, inside: string, name: string): string {
  return `${tag.replace(/\s*\/>$/, '>')}${inside}</${name}>`
}
