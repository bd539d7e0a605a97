import { Timeline as AntTimeline } from 'antd'

export interface TimelineEntry {
  key: string
  /** When: 第47周 or a date. */
  when: string
  what: string
  detail?: string
}

/** What happened to one record, oldest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <AntTimeline
      items={entries.map(({ key, when, what, detail }) => ({
        key,
        content: (
          <>
            <div>
              <span className="quiet">{when}</span>　{what}
            </div>
            {detail !== undefined && detail !== '' && <div className="quiet wrap">{detail}</div>}
          </>
        ),
      }))}
    />
  )
}
