// Electron's security checklist (20 points, wording of 2026), each point that applies as one assertion on the real app.
// 11 and 12 (webview) stand together; 15 (openExternal is not used) is in house.test.ts, 19 (fuses) in tests/tools.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type LaunchedApp, launchApp } from '../helpers/launch-app.ts'

let launched: LaunchedApp
const requests: string[] = []

test.beforeAll(async () => {
  launched = await launchApp({ today: '2026-11-20' })
  launched.app.context().on('request', (request) => requests.push(request.url()))
  await launched.page.reload()
  await launched.page.getByRole('main').waitFor()
})

test.afterAll(() => launched.close())

const preferences = () =>
  launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })

test('1: the page is our own content, from nowhere else', () => {
  expect(launched.page.url()).toMatch(/^app:\/\/ledger\//)
})

test('2: there is no Node in the page', async () => {
  const found = await launched.page.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
  )
  expect(found).toEqual([])
  expect((await preferences()).nodeIntegration).toBe(false)
})

test('3: the preload lives in a world of its own', async () => {
  expect((await preferences()).contextIsolation).toBe(true)
})

test('4: the page process is sandboxed', async () => {
  expect((await preferences()).sandbox).toBe(true)
  const { pid, is_open } = await launched.app.evaluate(({ app, BrowserWindow }) => ({
    pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    is_open: app.commandLine.hasSwitch('no-sandbox'),
  }))
  const seccomp = /Seccomp:\s+(\d)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  // 2 is a system call filter; only a root without user namespaces runs the tests without it.
  expect(seccomp).toBe(is_open ? '0' : '2')
})

test('5: every permission is refused', async () => {
  const answers = await launched.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'persistent-storage']
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    )
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'refused',
    )
    return { states: [...new Set(states)], camera, notification: await Notification.requestPermission() }
  })
  expect(answers).toEqual({ states: ['denied'], camera: 'refused', notification: 'denied' })
})

test('6, 8, 9, 10: web security stands, nothing insecure or experimental is on', async () => {
  const { webSecurity, allowRunningInsecureContent, experimentalFeatures, enableBlinkFeatures } =
    await preferences()
  expect({
    webSecurity,
    allowRunningInsecureContent,
    experimentalFeatures,
    enableBlinkFeatures: enableBlinkFeatures ?? '',
  }).toEqual({
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
  })
})

test('7: the content policy refuses inline scripts, eval and foreign sources', async () => {
  const ran = await launched.page.evaluate(async () => {
    const inline = document.createElement('script')
    inline.textContent = 'window.inlineRan = true'
    document.body.append(inline)
    const foreign = document.createElement('script')
    foreign.src = 'data:text/javascript,window.foreignRan=true'
    const settled = new Promise((resolve) => {
      foreign.onload = () => resolve('loaded')
      foreign.onerror = () => resolve('refused')
    })
    document.body.append(foreign)
    // From a timer, since what the test runner itself evaluates is let through.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: the point is that it is refused
          resolve(globalThis.eval('true'))
        } catch {
          resolve(false)
        }
      })
    })
    return { foreign: await settled, inline: 'inlineRan' in window, evaluated }
  })
  expect(ran).toEqual({ foreign: 'refused', inline: false, evaluated: false })
})

test('11, 12: there is no webview', async () => {
  const is_live = await launched.page.evaluate(() => 'loadURL' in document.createElement('webview'))
  expect({ is_live, tag: (await preferences()).webviewTag }).toEqual({ is_live: false, tag: false })
})

test('14: no window opens', async () => {
  const opened = await launched.page.evaluate(() => window.open('app://ledger/index.html') === null)
  const windows = await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect({ opened, windows }).toEqual({ opened: true, windows: 1 })
})

test('16: the shipped Electron is pinned to one exact release', () => {
  const { devDependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  )
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
})

test('17: a call from any other page is refused', async () => {
  const said = await launched.app.evaluate(async ({ app, BrowserWindow }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, sandbox: true },
    })
    await stranger.loadURL('data:text/html,stranger')
    const answer = await stranger.webContents.executeJavaScript(
      `window.bridge.call('settings.get', {}).then(() => 'answered', (error) => error.message)`,
    )
    stranger.destroy()
    return String(answer)
  })
  expect(said).toContain('Refused')
})

test('18: our protocol serves its own files and nothing beside them', async () => {
  const statuses = await launched.page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/../main/main.js',
      '/..%2fmain%2fmain.js',
      '/%2e%2e/package.json',
      '/nothing.js',
    ]
    const answers = await Promise.all(paths.map((path) => fetch(path)))
    return answers.map((answer) => answer.status)
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404])
})

test('20: three functions cross the bridge and nothing of Electron', async () => {
  const keys = await launched.page.evaluate(() => ({
    bridge: Object.keys(window.bridge).sort(),
    electron: ['ipcRenderer', 'electron', 'webFrame'].filter((name) => name in window),
  }))
  expect(keys).toEqual({ bridge: ['call', 'onChanged', 'take'], electron: [] })
})

test('no request ever leaves app://', async () => {
  const { page } = launched
  const outcome = await page.evaluate(async () => {
    const fetched = await fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    )
    const socket = await new Promise((resolve) => {
      try {
        const opened = new WebSocket('wss://example.com/')
        opened.onopen = () => resolve('opened')
        opened.onerror = () => resolve('refused')
      } catch {
        resolve('refused')
      }
    })
    return { fetched, socket }
  })
  for (const place of await page.getByRole('navigation', { name: '主导航' }).getByRole('link').all()) {
    await place.click()
    await page.getByRole('main').waitFor()
  }
  const elsewhere = requests.filter((url) => !/^(app:\/\/ledger\/|data:|blob:)/.test(url))
  expect({ outcome, elsewhere, has_seen_some: requests.length > 0 }).toEqual({
    outcome: { fetched: 'refused', socket: 'refused' },
    elsewhere: [],
    has_seen_some: true,
  })
})

// The last one: Playwright goes on waiting for the navigations that never come.
test('13: the page cannot leave', async () => {
  const before = launched.page.url()
  await launched.page.evaluate(() => {
    window.location.href = 'https://example.com/'
  })
  await launched.page.evaluate(() => {
    window.location.href = 'app://elsewhere/index.html'
  })
  await launched.page.evaluate(() => {
    window.location.href = 'file:///etc/passwd'
  })
  expect(launched.page.url()).toBe(before)
})
