import type { ReactNode } from 'react'
import { type ArchivePapers, archive_papers } from '../../src-shared/archive-papers.ts'
import './print-papers.css'

interface PageProps {
  papers: ArchivePapers
  className?: string
  /** 第 1 页 共 3 页 */
  number?: string
  children: ReactNode
}

/** One page of paper in its real size. */
export function ArchivePage({ papers, className = '', number, children }: PageProps) {
  const { width, height } = archive_papers[papers.paper]
  return (
    <section className={`archive-page ${className}`} style={{ width: `${width}mm`, height: `${height}mm` }}>
      {children}
      {number !== undefined && <div className="archive-page-number">{number}</div>}
    </section>
  )
}
