import { builtInFormat, classifyFormat, type NumberFormat } from './number-format.ts'
import { type Attributes, readXml } from './xml-events.ts'

/** The number format of each cell style, by the position that cells name in their `s`. All else of a style is ignored. */
export async function readStyles(chunks: AsyncIterable<Buffer>): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let list = ''
  await readXml(chunks, ['styleSheet'], {
    open(name, attributes) {
      if (name === 'numFmts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') list = name
      else if (name === 'numFmt' && list === 'numFmts') noteFormat(own, attributes)
      else if (name === 'xf' && list === 'cellXfs') {
        const id = Number(attributes.numFmtId ?? 0)
        formats.push(own.get(id) ?? builtInFormat(id))
      }
    },
  })
  return formats
}

function noteFormat(own: Map<number, NumberFormat>, { numFmtId, formatCode }: Attributes): void {
  if (numFmtId && formatCode !== undefined) own.set(Number(numFmtId), classifyFormat(formatCode))
}
