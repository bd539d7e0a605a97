import { buildStage, e2eStage, runStages } from './stages.ts'
import { runProgram } from './stop.ts'

await runProgram(() => runStages([buildStage, e2eStage(process.argv.slice(2))]))
