import { imageSize } from 'image-size'
import { Jimp } from 'jimp'
import { CannotDraw, type Drawn } from './preview-messages.ts'

/** Of a picture that is read: a scanned A3 page at 600 dots an inch has 70 million and is refused, at 400 it is not. */
const most_read_pixels = 50_000_000

/**
 * The first picture of the file, turned the way it was held. Its size is looked at before it is unpacked: a few
 * kilobytes may claim to be the size of a town. @throws CannotDraw
 */
export async function drawImage(bytes: Buffer, width: number): Promise<Drawn> {
  const size = sizeOf(bytes)
  if (size.width * size.height > most_read_pixels) throw new CannotDraw('too-large')
  const image = await Jimp.fromBuffer(bytes, { 'image/jpeg': { maxMemoryUsageInMB: 1024 } }).catch(() => {
    throw new CannotDraw('broken')
  })
  if (image.width > width) image.resize({ w: width })
  // A photo as PNG would be ten times as large; what may be seen through has no place in a JPEG.
  if (image.mime === 'image/jpeg') {
    return { type: 'image/jpeg', bytes: await image.getBuffer('image/jpeg', { quality: 85 }), pages: 1 }
  }
  return { type: 'image/png', bytes: await image.getBuffer('image/png', { deflateLevel: 1 }), pages: 1 }
}

function sizeOf(bytes: Buffer): { width: number; height: number } {
  try {
    return imageSize(bytes)
  } catch {
    throw new CannotDraw('broken')
  }
}
