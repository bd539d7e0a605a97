/** A process beside the main one that may run out of memory or be ended, and nothing else is touched. */
export interface Child<Request> {
  post(request: Request): void
  onMessage(listener: (message: unknown) => void): void
  /** `outOfMemory` when the system can tell. */
  onExit(listener: (outOfMemory: boolean) => void): void
  kill(): void
}
