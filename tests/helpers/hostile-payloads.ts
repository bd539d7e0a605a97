import fc from 'fast-check'
import { contract, type Method } from '../../src-shared/contract.ts'

/** Values that break careless code: wrong types, huge numbers, hostile text, polluting keys, deep nesting. */
const hostile_text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    "'; DROP TABLE staff; --",
    '../../etc/passwd',
    'C:\\x',
    '\u0000',
    '\u202e',
    '=1+1',
    '2026-02-30',
    '__proto__',
    '<img src=x onerror=alert(1)>',
    '９９９',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const hostile_value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    hostile_text,
    fc.integer(),
    fc.double(),
    fc.constantFrom(null, true, false, -1, 0, 1e308, Number.MAX_SAFE_INTEGER, 1.5),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom('id', 'ids', 'matter_ids', 'draft', '__proto__', 'constructor'),
        fc.string({ maxLength: 8 }),
      ),
      tie('any'),
      { maxKeys: 5 },
    ),
  ),
})).any

/** Calls that no dialog or file answers, so that a payload that happens to fit does no harm either. */
const methods = (Object.keys(contract) as Method[]).filter(
  (name) => !/^(imports\.choose|reports\.save|backups\.|book\.(enter|leave))/.test(name),
)

function spoiled(name: Method): fc.Arbitrary<unknown> {
  const shape = contract[name].input as unknown as { shape?: Record<string, unknown> }
  const keys = Object.keys(shape.shape ?? {})
  return keys.length === 0
    ? hostile_value
    : fc.record(Object.fromEntries(keys.map((key) => [key, hostile_value])), { requiredKeys: [] })
}

/** `count` calls, the same for the same seed; some name methods that do not exist. */
export function hostilePayloads(seed: number, count: number): [name: string, input: unknown][] {
  const changes = methods.filter((name) => contract[name].kind === 'change')
  const call = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .constantFrom(...changes)
        .chain((name) => fc.tuple(fc.constant<string>(name), fc.oneof(spoiled(name), hostile_value))),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constantFrom<string>(
          ...methods.filter(
            (name) =>
              Object.keys((contract[name].input as unknown as { shape?: object }).shape ?? {}).length > 0,
          ),
        ),
        hostile_value,
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.oneof(hostile_text, fc.constantFrom('toString', '__proto__', 'constructor', 'staff.drop')),
        hostile_value,
      ),
    },
  )
  return fc.sample(call, { seed, numRuns: count }) as [string, unknown][]
}
