import { Jimp } from 'jimp'
import type { Drawn } from './preview-messages.ts'

/** Of a picture that is drawn: as much as the largest office screen shows twice over. */
export const most_pixels = 8_000_000

export interface Pixels {
  /** Red, green, blue, opacity. */
  data: Buffer
  width: number
  height: number
}

export async function encodePng(pixels: Pixels): Promise<Omit<Drawn, 'pages'>> {
  return { type: 'image/png', bytes: await new Jimp(pixels).getBuffer('image/png', { deflateLevel: 1 }) }
}
