import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

const pixelsInPoint = 96 / 72
const padding = 40

interface Zoom {
  /** What the paper lies in. */
  holder: RefObject<HTMLDivElement | null>
  zoom: number
  /** 86% */
  percent: string
  zoomBy(factor: number): void
  /** Back to the width of the window, and with it as that changes. */
  fit(): void
}

/** How large paper of so many points across is drawn: as wide as its place, unless the clerk chose. */
export function useZoom(across: number): Zoom {
  const holder = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [chosen, setChosen] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = holder.current
    if (element === null) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const fitting = Math.max(0.2, (width - padding) / (across * pixelsInPoint))
  const zoom = chosen ?? fitting
  return {
    holder,
    zoom,
    percent: `${Math.round(zoom * 100)}%`,
    zoomBy: (factor) => setChosen(Math.min(3, Math.max(0.2, zoom * factor))),
    fit: () => setChosen(null),
  }
}
