/** A reason to stop that the developer can mend; the program prints the message without a stack and exits with 1. */
export class Stop extends Error {
  override name = 'Stop'
}

/** Runs a program's main function; its number is the exit code. */
export async function runProgram(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error)
    process.exitCode = 1
  }
}
