// Files dropped anywhere on the window or pasted: the place on the screen that asked last gets them.
import { useEffect, useRef, useState } from 'react'

type Take = (files: File[]) => void

/** A dialog over its page asks after the page did, and gets what is dropped until it closes. */
const askers: { take: Take; setOver: (is_over: boolean) => void }[] = []

function filesOf(event: DragEvent): File[] {
  return [...(event.dataTransfer?.files ?? [])]
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

function onDragOver(event: DragEvent): void {
  const asker = askers.at(-1)
  if (asker === undefined || !hasFiles(event)) return
  event.preventDefault()
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
  asker.setOver(true)
}

function onDragLeave(event: DragEvent): void {
  if (event.relatedTarget === null) askers.at(-1)?.setOver(false)
}

function onDrop(event: DragEvent): void {
  const asker = askers.at(-1)
  if (asker === undefined || !hasFiles(event)) return
  event.preventDefault()
  asker.setOver(false)
  const files = filesOf(event)
  if (files.length > 0) asker.take(files)
}

function onPaste(event: ClipboardEvent): void {
  const files = [...(event.clipboardData?.files ?? [])]
  const is_typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
  // Excel and WPS put a picture of the cells beside their text: in a field the text is meant.
  if (files.length === 0 || (is_typing && event.clipboardData?.types.includes('text/plain'))) return
  event.preventDefault()
  askers.at(-1)?.take(files)
}

function listen(): () => void {
  window.addEventListener('dragover', onDragOver)
  window.addEventListener('dragleave', onDragLeave)
  window.addEventListener('drop', onDrop)
  window.addEventListener('paste', onPaste)
  return () => {
    window.removeEventListener('dragover', onDragOver)
    window.removeEventListener('dragleave', onDragLeave)
    window.removeEventListener('drop', onDrop)
    window.removeEventListener('paste', onPaste)
  }
}

let stopListening: (() => void) | null = null

/** True while files hang over the window. */
export function useFileDrop(take: Take): boolean {
  const [is_over, setOver] = useState(false)
  const current = useRef(take)
  useEffect(() => {
    current.current = take
  })
  useEffect(() => {
    const asker = { take: (files: File[]) => current.current(files), setOver }
    askers.push(asker)
    stopListening ??= listen()
    return () => {
      askers.splice(askers.indexOf(asker), 1)
      if (askers.length > 0) return
      stopListening?.()
      stopListening = null
    }
  }, [])
  return is_over
}
