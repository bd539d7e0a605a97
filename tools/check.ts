import { formatStage, runStages, typesStage } from './stages.ts'
import { runProgram } from './stop.ts'

await runProgram(() => runStages([typesStage, formatStage]))
