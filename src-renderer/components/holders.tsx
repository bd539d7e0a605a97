import type { ReactNode } from 'react'

interface HoldersProps {
  names: readonly string[]
  /** What is wrong with them: 缺B岗, A岗已离开 */
  finding: string | null
}

/** Who holds a post, in order, with what is wrong about it in words. */
export function Holders({ names, finding }: HoldersProps): ReactNode {
  return (
    <>
      {names.length > 0 && <div>{names.join('、')}</div>}
      {finding !== null && <div className="finding">{finding}</div>}
    </>
  )
}
