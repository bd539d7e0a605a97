import { openDisplay } from './display.ts'
import { electronRuntime } from './electron-runtime.ts'
import { buildStage, e2eStage, formatStage, runStages, typesStage, unitStage } from './stages.ts'
import { runProgram } from './stop.ts'

await runProgram(async () => {
  await electronRuntime()
  const closeDisplay = await openDisplay()
  try {
    return await runStages([typesStage, formatStage, buildStage, unitStage, e2eStage()])
  } finally {
    await closeDisplay()
  }
})
