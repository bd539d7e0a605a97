import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Answer } from '../use-answer.ts'
import { ProblemNotice } from './problem-notice.tsx'

interface FacesProps<T> {
  answer: Answer<T>
  /** Says what to do next when there is nothing to show; null when the value is not empty. */
  empty?: (value: T) => ReactNode | null
  children: (value: T) => ReactNode
}

/** The four faces of every screen: waiting, trouble, empty, ready. */
export function Faces<T>({ answer, empty, children }: FacesProps<T>) {
  switch (answer.state) {
    case 'waiting':
      return <Skeleton active paragraph={{ rows: 8 }} title={false} />
    case 'failed':
      return <ProblemNotice problem={answer.problem} />
    case 'ready':
      return <>{empty?.(answer.value) ?? children(answer.value)}</>
  }
}
