// A photo of the shape of 1寸 and 2寸, cut out of whatever picture was given; drawn anew, so that nothing else of the
// file (where and when it was taken) goes into the book.
import { photo_pixels } from '../../src-shared/photos.ts'

/** Where the picture lies under the frame: its middle, in parts of the room it has, and how large it is drawn. */
export interface Crop {
  /** 1 fills the frame just so. */
  zoom: number
  /** From 0 (left, top) to 1 (right, bottom). */
  x: number
  y: number
}

/** Faces are above the middle of a portrait. */
export const first_crop: Crop = { zoom: 1, x: 0.5, y: 0.35 }

export interface Drawn {
  left: number
  top: number
  width: number
  height: number
}

/** How a picture is drawn so that a frame of that size shows the crop and has no empty corner. */
export function drawnAt(
  picture: { width: number; height: number },
  frame: { width: number; height: number },
  { zoom, x, y }: Crop,
): Drawn {
  const fill = Math.max(frame.width / picture.width, frame.height / picture.height)
  const width = picture.width * fill * zoom
  const height = picture.height * fill * zoom
  return { left: (frame.width - width) * x, top: (frame.height - height) * y, width, height }
}

export function loadPicture(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('not a picture'))
    image.src = url
  })
}

export async function cropPhoto(image: HTMLImageElement, crop: Crop, name: string): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = photo_pixels.width
  canvas.height = photo_pixels.height
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('The page has no canvas')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  const size = { width: image.naturalWidth, height: image.naturalHeight }
  const { left, top, width, height } = drawnAt(size, photo_pixels, crop)
  pen.drawImage(image, left, top, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  if (blob === null) throw new Error('The canvas gave no picture')
  return new File([blob], `${name}.jpg`, { type: 'image/jpeg' })
}
