import type { ReactNode } from 'react'

export type Fact = readonly [label: string, value: ReactNode]

/** A record spelt out: labels left, values right; an empty value is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '' && value !== null && value !== undefined)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="wrap">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
