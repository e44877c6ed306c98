import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Git's smart HTTP for the bare repositories of a folder. */
export interface GitHttp extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, followed by the path of a repository in the folder. */
  readonly url: string
  /** How many requests have come so far. */
  readonly requests: number
}

/**
 * Serves the repositories of a folder to everyone who asks, for reading and writing: `git http-backend` behind a server that speaks
 * CGI (RFC 3875) as far as it needs.
 *
 * @param folder absolute path
 */
export async function startGitHttp(folder: string): Promise<GitHttp> {
  let requests = 0
  const server = createServer((request, response) => {
    requests += 1
    answer(folder, request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests
    },
    [Symbol.asyncDispose]: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const backend = spawn('git', ['http-backend'], {
    env: { ...process.env, ...cgiVariables(folder, request) },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  request.pipe(backend.stdin)
  let head = Buffer.alloc(0)
  backend.stdout.on('data', (chunk: Buffer) => {
    if (response.headersSent) {
      response.write(chunk)
      return
    }
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    const headers = head.subarray(0, end).toString('latin1').split('\r\n').map(headerOf)
    const status = headers.find(([name]) => name === 'Status')?.[1]
    response.writeHead(
      status === undefined ? 200 : Number.parseInt(status, 10),
      Object.fromEntries(headers.filter(([name]) => name !== 'Status')),
    )
    response.write(head.subarray(end + 4))
  })
  backend.on('close', () => {
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
}

function headerOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}

function cgiVariables(folder: string, { method, url = '/', headers }: IncomingMessage): NodeJS.ProcessEnv {
  const { pathname, search } = new URL(url, 'http://localhost')
  const protocol = headers['git-protocol']
  return {
    GIT_PROJECT_ROOT: folder,
    GIT_HTTP_EXPORT_ALL: '1',
    ...(typeof protocol === 'string' && { GIT_PROTOCOL: protocol }),
    // a caller with a name may push
    REMOTE_USER: 'bench',
    REMOTE_ADDR: '127.0.0.1',
    REQUEST_METHOD: method,
    PATH_INFO: pathname,
    QUERY_STRING: search.slice(1),
    CONTENT_TYPE: headers['content-type'] ?? '',
    ...(headers['content-length'] !== undefined && { CONTENT_LENGTH: headers['content-length'] }),
    ...(headers['content-encoding'] !== undefined && { HTTP_CONTENT_ENCODING: headers['content-encoding'] }),
  }
}
