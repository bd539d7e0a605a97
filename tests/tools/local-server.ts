import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

type Respond = (status: number, body: string | Buffer) => void

/** A web server of this test on 127.0.0.1; the answer is its address, ending with a slash. */
export async function serve(handle: (path: string, respond: Respond) => void): Promise<string> {
  const server = createServer((request, response) => {
    handle(request.url ?? '/', (status, body) => response.writeHead(status).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
