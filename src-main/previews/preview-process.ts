// The process that pictures of files are drawn in: what a file does to it, it does to nothing else.
import { readFile } from 'node:fs/promises'
import { drawImage } from './draw-image.ts'
import { drawPdf } from './draw-pdf.ts'
import { CannotDraw, type Drawn, type PreviewAnswer, type PreviewRequest } from './preview-messages.ts'

async function draw({ path, media, page, width }: PreviewRequest): Promise<Drawn> {
  const bytes = await readFile(path)
  return media === 'pdf' ? drawPdf(bytes, page, width) : drawImage(bytes, width)
}

async function answerTo(request: PreviewRequest): Promise<PreviewAnswer> {
  const { id } = request
  try {
    return { id, kind: 'drawn', ...(await draw(request)) }
  } catch (error) {
    const why = error instanceof CannotDraw ? error.why : 'broken'
    return { id, kind: 'not-drawn', why, words: String(error) }
  }
}

// Undefined in plain Node, whatever Electron's types say.
const port = process.parentPort as Electron.ParentPort | undefined
if (port) {
  port.on('message', async ({ data }) => port.postMessage(await answerTo(data)))
} else {
  process.on('message', async (request: PreviewRequest) => process.send?.(await answerTo(request)))
  process.on('disconnect', () => process.exit(0))
}
