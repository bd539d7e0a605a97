import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect } from 'react'
import { monthDay } from '../../src-shared/dates.ts'
import type { WeekSheet } from '../../src-shared/weekly.ts'
import { go, routeTo } from '../route.ts'

interface ClosingLinkProps {
  week_monday: string
  closed: WeekSheet['closed'] | undefined
}

/** The way from a week to closing it, or to how it stood; F11 goes there too. */
export function ClosingLink({ week_monday, closed }: ClosingLinkProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F11' || document.querySelector('.ant-modal') !== null) return
      event.preventDefault()
      go(closingRoute(week_monday))
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [week_monday])
  return (
    <Button
      title="F11"
      {...(closed ? { icon: <LockOutlined /> } : {})}
      onClick={() => go(closingRoute(week_monday))}
    >
      {closed ? '已关账' : '关账'}
    </Button>
  )
}

export function closingRoute(week_monday: string): string {
  return routeTo('weekly', { view: 'closing', week: week_monday })
}

/** `11月20日 17:05` */
export function closedAt({ locked_on, locked_at }: { locked_on: string; locked_at: string }): string {
  return `${monthDay(locked_on)}${locked_at === '' ? '' : ` ${locked_at}`}`
}
