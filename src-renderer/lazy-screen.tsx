import { type ComponentType, lazy, useState } from 'react'

type Load = () => Promise<{ default: ComponentType }>

const to_load: (() => Promise<void>)[] = []

/**
 * A screen that is loaded when it is opened, or before, while the clerk reads the first one: React shows what stands in
 * for a screen that is not there for a third of a second, however soon it comes.
 */
export function lazyScreen(load: Load): ComponentType {
  let Loaded: ComponentType | undefined
  const Waited = lazy(load)
  to_load.push(async () => {
    Loaded = (await load()).default
  })
  return function LazyScreen() {
    // One and the same as long as it stands: another one would begin anew and forget what was typed.
    const [Screen] = useState(() => Loaded ?? Waited)
    return <Screen />
  }
}

/** Not before the first screen has what it needs. */
const first_screen = 2000

/** One after another, each when there is nothing else to do. */
export async function loadScreensAhead(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, first_screen))
  for (const load of to_load.splice(0)) {
    await new Promise((resolve) => requestIdleCallback(resolve))
    await load()
  }
}
