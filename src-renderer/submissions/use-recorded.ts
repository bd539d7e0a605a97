import { useMemo } from 'react'
import { ReportRequest } from '../../src-shared/reports.ts'
import { useParam } from '../route.ts'
import type { Recorded } from './record-dialog.tsx'

/** The file that was just exported and is to be recorded: named in the address by the place it comes from. */
export function useRecorded(): { recorded: Recorded | null; clear(): void } {
  const [file, setFile] = useParam('file')
  const [file_name, setName] = useParam('file_name')
  const [request, setRequest] = useParam('request')
  const recorded = useMemo(
    () =>
      file === ''
        ? null
        : { file: { token: file, name: file_name, size: 0 }, request: requestIn(request), replaces: null },
    [file, file_name, request],
  )
  const clear = () => {
    setFile(null)
    setName(null)
    setRequest(null)
  }
  return { recorded, clear }
}

function requestIn(text: string): ReportRequest | null {
  try {
    return ReportRequest.parse(JSON.parse(text))
  } catch {
    return null
  }
}
