// Runs another program's main file (--main=) and says when its page has what it waits for (--until=) painted, and how many KiB all its processes hold.
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const given = (name) => process.argv.find((word) => word.startsWith(`--${name}=`)).slice(name.length + 3)

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    await window.webContents.executeJavaScript(untilPainted(given('until')))
    const memory = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0)
    process.stdout.write(`usable ${memory}\n`, () => app.exit(0))
  })
})

const untilPainted = (selector) => `new Promise((done) => {
  const look = () => {
    if (document.querySelector(${JSON.stringify(selector)}) === null) return setTimeout(look, 2)
    requestAnimationFrame(() => requestAnimationFrame(done))
  }
  look()
})`

await import(pathToFileURL(given('main')).href)
