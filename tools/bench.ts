// `npm run bench [-- NAME…]`: a line a figure, `NAME value bound ok|over`; exit code 1 when one is over its bound.

import { collection } from '../tests/bench/collection.ts'
import { dutyViews } from '../tests/bench/duty-views.ts'
import { exportStalls } from '../tests/bench/export-stalls.ts'
import type { Figure } from '../tests/bench/figure.ts'
import { grid } from '../tests/bench/grid.ts'
import { importStalls } from '../tests/bench/import-stalls.ts'
import { largeWorkbooks } from '../tests/bench/large-workbooks.ts'
import { lists } from '../tests/bench/lists.ts'
import { monthRisks } from '../tests/bench/month-risk.ts'
import { painting } from '../tests/bench/painting.ts'
import { placesOfTwentyYears } from '../tests/bench/places.ts'
import { search } from '../tests/bench/search.ts'
import { startUp } from '../tests/bench/start-up.ts'
import { twentyYears } from '../tests/bench/twenty-year-lists.ts'
import { weeklyLedger } from '../tests/bench/weekly-ledger.ts'
import { buildIfStale } from './build.ts'
import { openDisplay } from './display.ts'
import { runProgram, Stop } from './stop.ts'

const figures: readonly Figure[] = [
  startUp,
  ...lists,
  ...monthRisks,
  ...dutyViews,
  ...grid,
  ...painting,
  weeklyLedger,
  ...largeWorkbooks,
  ...importStalls,
  ...exportStalls,
  ...twentyYears,
  ...search,
  ...placesOfTwentyYears,
  ...collection,
]

await runProgram(async () => {
  const chosen = chosenFigures(process.argv.slice(2))
  await buildIfStale()
  const closeDisplay = await openDisplay()
  try {
    let are_all_ok = true
    for (const figure of chosen) are_all_ok = (await report(figure)) && are_all_ok
    return are_all_ok ? 0 : 1
  } finally {
    await closeDisplay()
  }
})

function chosenFigures(names: readonly string[]): readonly Figure[] {
  const unknown = names.filter((name) => !figures.some((figure) => figure.name === name))
  if (unknown.length > 0) {
    throw new Stop(
      `No figure is called ${unknown.join(', ')}. There are: ${figures.map(({ name }) => name).join(', ')}`,
    )
  }
  return names.length === 0 ? figures : figures.filter(({ name }) => names.includes(name))
}

async function report({ name, bound, measure }: Figure): Promise<boolean> {
  const { value, information } = await measure()
  const is_ok = value <= bound
  console.log(`${name} ${value.toFixed(2)} ${bound.toFixed(2)} ${is_ok ? 'ok' : 'over'}`)
  for (const line of information) console.log(`  ${line}`)
  return is_ok
}
