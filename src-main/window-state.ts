// Where the window stood, how large, and which screen was open; a broken or missing memory means the beginning.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserWindow, screen } from 'electron'
import { z } from 'zod'

const WindowState = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(400).max(20_000).default(1360),
  height: z.int().min(300).max(20_000).default(740),
  is_maximized: z.boolean().default(true),
  /** The hash of the page with its filters, `#/weekly?week=2026-11-16`. */
  screen: z
    .string()
    .regex(/^(#[^\s]*)?$/)
    .max(2000)
    .default(''),
})
type WindowState = z.infer<typeof WindowState>

function stateFile(folder: string): string {
  return join(folder, 'window.json')
}

export function readWindowState(folder: string): WindowState {
  try {
    return WindowState.parse(JSON.parse(readFileSync(stateFile(folder), 'utf8')))
  } catch {
    // Nothing remembered yet, or not readable: neither is worth a word to the clerk.
    return WindowState.parse({})
  }
}

/** The remembered place, unless that screen is no longer there. */
export function fitToScreens(state: WindowState): { x?: number; y?: number; width: number; height: number } {
  const { x, y, width, height } = state
  const is_seen =
    x !== undefined &&
    y !== undefined &&
    screen.getAllDisplays().some(({ workArea: area }) => {
      const inside_x = x >= area.x - 50 && x < area.x + area.width - 100
      return inside_x && y >= area.y - 50 && y < area.y + area.height - 100
    })
  return is_seen ? { x, y, width, height } : { width, height }
}

export function rememberWindow(folder: string, window: BrowserWindow): void {
  let hash = ''
  window.webContents.on('did-navigate-in-page', (_event, url, is_main_frame) => {
    if (is_main_frame) hash = new URL(url).hash
  })
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    const state = { x, y, width, height, is_maximized: window.isMaximized(), screen: hash }
    writeFileSync(stateFile(folder), JSON.stringify(state))
  })
}
