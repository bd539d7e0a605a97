// Files to be drawn, made here: a PDF of several pages, and the same picture as each kind of image.
import { Jimp } from 'jimp'

/** Pages of A4, each with one line of text; its cross-reference table is left out, as readers find their way without. */
export function smallPdf(pages: number): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${pagesOf(pages).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  for (let nth = 0; nth < pages; nth += 1) {
    const text = `BT /F1 48 Tf 72 700 Td (Page ${nth + 1}) Tj ET`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + nth * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    )
  }
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1')
}

const pagesOf = (count: number) => Array.from({ length: count }, (_, nth) => `${4 + nth * 2} 0 R`)

const kinds = ['image/png', 'image/jpeg', 'image/gif', 'image/bmp', 'image/tiff'] as const

/** A red field of 60 × 40 with a blue corner, once for each kind. */
export async function smallImages(): Promise<{ media: string; bytes: Buffer }[]> {
  const image = new Jimp({ width: 60, height: 40, color: 0xcc0000ff })
  for (let x = 0; x < 10; x += 1) for (let y = 0; y < 10; y += 1) image.setPixelColor(0x0000ccff, x, y)
  return Promise.all(
    kinds.map(async (kind) => ({ media: kind.slice('image/'.length), bytes: await image.getBuffer(kind) })),
  )
}

/** A PNG of a few bytes that says it is 100,000 by 100,000. */
export async function hugePng(): Promise<Buffer> {
  const bytes = await new Jimp({ width: 1, height: 1 }).getBuffer('image/png')
  bytes.writeUInt32BE(100_000, 16)
  bytes.writeUInt32BE(100_000, 20)
  return bytes
}
