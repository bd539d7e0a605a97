import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Jimp } from 'jimp'
import { afterAll, expect, test } from 'vitest'
import type { Child } from '../../../src-main/child.ts'
import { type Media, mediaOf } from '../../../src-main/files/media-of.ts'
import type { PreviewRequest } from '../../../src-main/previews/preview-messages.ts'
import { openPreviews } from '../../../src-main/previews/previews.ts'
import { openNodePreviews } from '../../helpers/open-node-previews.ts'
import { hugePng, smallImages, smallPdf } from '../../helpers/pictures-to-draw.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { randomNumbers } from '../../helpers/random-numbers.ts'

const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-test-'))
const previews = openNodePreviews()
afterAll(() => {
  previews.stop()
  rmSync(folder, { recursive: true })
})

let last = 0
function kept(bytes: Buffer): { path: string; media: Media } {
  last += 1
  const path = join(folder, String(last))
  writeFileSync(path, bytes)
  return { path, media: mediaOf(bytes) }
}

const draw = (bytes: Buffer, page = 1, width = 300) => previews.draw({ ...kept(bytes), page, width })

test('a page of a PDF is drawn as wide as it is wanted, and differs from the next one', async () => {
  const pdf = smallPdf(3)
  const first = await draw(pdf)
  const second = await draw(pdf, 2)
  const image = await Jimp.fromBuffer(Buffer.from(first.bytes))
  expect([first.type, first.pages, image.width]).toEqual(['image/png', 3, 300])
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(false)
})

test('paper is white and its letters are dark', async () => {
  const image = await Jimp.fromBuffer(Buffer.from((await draw(smallPdf(1), 1, 595)).bytes))
  expect(image.getPixelColor(5, 5)).toBe(0xffffffff)
  const row = Array.from({ length: 200 }, (_, x) => image.getPixelColor(72 + x, 842 - 715))
  expect(row).toContain(0x000000ff)
})

test.each((await smallImages()).map(({ media, bytes }) => [media, bytes] as const))(
  'a %s keeps its colours and is not blown up',
  async (media, bytes) => {
    const drawn = await draw(bytes)
    const image = await Jimp.fromBuffer(Buffer.from(drawn.bytes))
    expect([mediaOf(bytes), drawn.pages, image.width, image.height]).toEqual([media, 1, 60, 40])
    const [red, blue] = [image.getPixelColor(40, 20), image.getPixelColor(2, 2)]
    expect([red >>> 24 > 180, ((red >>> 8) & 255) < 40]).toEqual([true, true])
    expect([blue >>> 24 < 40, ((blue >>> 8) & 255) > 180]).toEqual([true, true])
  },
)

test('what cannot be drawn is told apart in words', async () => {
  const [png] = await smallImages()
  const wordsOf = async (bytes: Buffer, page?: number) => (await problemOf(draw(bytes, page))).message
  expect(await wordsOf(smallPdf(2), 3)).toBe('这个文件没有这一页。')
  expect(await wordsOf(await hugePng())).toBe('这张图片太大，不能在这里预览。')
  expect(await wordsOf(png?.bytes.subarray(0, 40) ?? Buffer.alloc(0))).toBe(
    '这个文件的内容不完整或已损坏，画不出来。',
  )
  expect(await wordsOf(Buffer.from('%PDF-1.7\nnothing follows'))).toBe(
    '这个文件的内容不完整或已损坏，画不出来。',
  )
})

test('200 damaged files end in a picture or in words, and the next good one is drawn all the same', async () => {
  const random = randomNumbers(20261122)
  const impatient = openNodePreviews(2000)
  const good = [smallPdf(2), ...(await smallImages()).map(({ bytes }) => bytes)]
  const ends = { drawn: 0, told: 0 }
  for (let nth = 0; nth < 200; nth += 1) {
    const bytes = Buffer.from(good[nth % good.length] ?? '')
    // The first bytes say what it is; without them it would not come here.
    for (let hit = 0; hit < 6; hit += 1)
      bytes[12 + Math.floor(random() * (bytes.length - 12))] = random() * 256
    const file = { ...kept(bytes), page: 1, width: 200 }
    await impatient.draw(file).then(
      () => (ends.drawn += 1),
      (error) => {
        expect(error).toMatchObject({ problem: { code: 'no_picture' } })
        ends.told += 1
      },
    )
  }
  expect(ends.drawn + ends.told).toBe(200)
  expect(Math.min(ends.drawn, ends.told)).toBeGreaterThan(10)
  const next = { ...kept(smallPdf(1)), page: 1, width: 200 }
  expect((await impatient.draw(next)).pages).toBe(1)
  impatient.stop()
}, 120_000)

function deadChild(): Child<PreviewRequest> & { killed: boolean } {
  return {
    killed: false,
    post: () => {},
    onMessage: () => {},
    onExit: () => {},
    kill() {
      this.killed = true
    },
  }
}

test('one that hangs is ended, and the next begins anew', async () => {
  const started: ReturnType<typeof deadChild>[] = []
  const hanging = openPreviews(() => {
    const child = deadChild()
    started.push(child)
    return child
  }, 30)
  const wish = { ...kept(smallPdf(1)), page: 1, width: 100 }
  const problems = await Promise.all([hanging.draw(wish), hanging.draw(wish)].map((one) => problemOf(one)))
  expect(problems.map(({ message }) => message)).toEqual(Array(2).fill('这个文件很久没有画出来，已经停下。'))
  expect(started.map(({ killed }) => killed)).toEqual([true, true])
})
