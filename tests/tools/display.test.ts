import { connect } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { hasDisplay, openDisplay } from '../../tools/display.ts'

/** Whether an X server answers on the socket of the display. */
function answers(display: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

describe.runIf(process.platform === 'linux')('a virtual display', () => {
  it('is opened where there is none, each on a number of its own, and ends when it is closed', async () => {
    vi.stubEnv('WAYLAND_DISPLAY', '')
    vi.stubEnv('DISPLAY', '')
    const closeOne = await openDisplay()
    const one = String(process.env.DISPLAY)
    vi.stubEnv('DISPLAY', '')
    const closeOther = await openDisplay()
    const other = String(process.env.DISPLAY)
    expect([one === other, await answers(one), await answers(other)]).toEqual([false, true, true])
    await closeOther()
    await closeOne()
    expect([await answers(one), await answers(other), hasDisplay()]).toEqual([false, false, false])
    vi.unstubAllEnvs()
  })

  it('is not opened where there is a display', async () => {
    vi.stubEnv('DISPLAY', ':987')
    const close = await openDisplay()
    expect(process.env.DISPLAY).toBe(':987')
    await close()
    expect(process.env.DISPLAY).toBe(':987')
    vi.unstubAllEnvs()
  })
})
