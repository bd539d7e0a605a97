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

const methods = Object.keys(contract) as Method[]

function spoiled(name: Method): fc.Arbitrary<unknown> {
  const shape = contract[name].input as unknown as { shape?: Record<string, unknown> }
  const keys = Object.keys(shape.shape ?? {})
  return keys.length === 0
    ? hostile_value
    : fc.record(Object.fromEntries(keys.map((key) => [key, hostile_value])), { requiredKeys: [] })
}

/** Some payloads happen to be right, such as an id that fits; these are no test of the door. */
function isRight([name, input]: readonly [string, unknown]): boolean {
  return Object.hasOwn(contract, name) && contract[name as Method].input.safeParse(input).success
}

/** `count` calls that the contract does not allow, the same for the same seed; some name methods that do not exist. */
export function hostilePayloads(seed: number, count: number): [name: string, input: unknown][] {
  const call = fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .constantFrom(...methods)
        .chain((name) => fc.tuple(fc.constant<string>(name), fc.oneof(spoiled(name), hostile_value))),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.oneof(hostile_text, fc.constantFrom('toString', '__proto__', 'constructor', 'staff.drop')),
        hostile_value,
      ),
    },
  )
  const wrong = fc.sample(call, { seed, numRuns: count * 2 }).filter((sample) => !isRight(sample))
  return wrong.slice(0, count) as [string, unknown][]
}
