import { buildIfStale } from './build.ts'
import { run } from './command.ts'
import { hasDisplay } from './display.ts'
import { launchOptions } from './electron-runtime.ts'
import { inProject, projectFolder } from './project.ts'
import { runProgram } from './stop.ts'

await runProgram(async () => {
  if (!hasDisplay()) {
    console.log(
      '这台机器没有显示器，改为自动演示一遍主要工作。There is no display here, so the demo is performed instead.',
    )
    return run(process.execPath, [inProject('tools/demo.ts')])
  }
  const { executablePath, args, env } = await launchOptions()
  await buildIfStale()
  return run(executablePath, [...args, projectFolder, ...process.argv.slice(2)], { env })
})
