import { z } from 'zod'

/** How the page calls a file that was dropped, pasted or chosen and is not in the book yet; its path stays in the main process. */
export const FileToken = z.uuid('这个文件已经不在手边，请重新选择。')

export interface TakenFile {
  token: string
  /** As it was called where it came from; shown, never part of a path. */
  name: string
  size: number
}

export interface Taken {
  files: TakenFile[]
  /** What could not be taken, and why in a Chinese sentence. */
  refused: { name: string; why: string }[]
}

export const FileKind = z.enum(['any', 'image', 'workbook'])
export type FileKind = z.infer<typeof FileKind>

export const FileChoice = z.object({
  /** What the dialog is called. */
  title: z.string().max(60),
  kind: FileKind,
  many: z.boolean(),
})
export type FileChoice = z.infer<typeof FileChoice>

/** One file; a scanned volume of 300 pages is a fifth of it. */
export const largest_file_bytes = 200 * 1024 * 1024
/** Files taken in one go. */
export const most_files = 500

/** `sizeText(1_300_000) // '1.2 MB'` */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  const steps = ['KB', 'MB', 'GB', 'TB'] as const
  const power = Math.min(steps.length, Math.floor(Math.log(bytes) / Math.log(1024)))
  const number = bytes / 1024 ** power
  return `${number >= 100 ? Math.round(number) : Number(number.toFixed(1))} ${steps[power - 1]}`
}

/** An object that is not as it was stored. */
export interface FileTrouble {
  digest: string
  name: string
  /** 人员 王伟 的照片; none when only undo would bring the file back. */
  records: string[]
  /** What is wrong, as a Chinese sentence. */
  words: string
}

export const FilesSliceWish = z.object({
  /** The last digest of the slice before; empty to begin. */
  after: z.string().regex(/^([0-9a-f]{64})?$/),
  /** How much to read in one go. */
  bytes: z.int().positive(),
})
export type FilesSliceWish = z.infer<typeof FilesSliceWish>

/** One slice of the check of all files (固化检查). */
export interface FilesSlice {
  /** How far it has come, and of how many. */
  done: number
  total: number
  /** Of all files together. */
  bytes: number
  /** Where the next slice begins; null after the last. */
  next: string | null
  troubles: FileTrouble[]
}

export const FileDigest = z.string().regex(/^[0-9a-f]{64}$/)

/** Where the page finds a picture of the book. */
export function pictureOf(digest: string): string {
  return `/picture/${digest}`
}

/** Where it finds one that is only on its way in. */
export function incomingPicture(token: string): string {
  return `/incoming/${token}`
}

export const PreviewWish = z.object({
  file_id: z.int().positive(),
  /** From 1. */
  page: z.int().min(1).max(100_000),
  /** Pixels of the screen. */
  width: z.int().min(16).max(4000),
})
export type PreviewWish = z.infer<typeof PreviewWish>

export interface Preview {
  type: string
  bytes: Uint8Array
  pages: number
}

/** Media that can be shown as pictures; all else is opened in its own program. */
const drawable_media: readonly string[] = ['pdf', 'jpeg', 'png', 'gif', 'bmp', 'tiff']

export function isDrawable(media: string): boolean {
  return drawable_media.includes(media)
}
