import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { exchange } from '../../../src/adapters/registry/exchange.ts'
import { faultOf } from './reader.ts'

/** Where the requests went; every place but the last redirects to the next one. */
const fetched: string[] = []
const places: string[] = []
const { fetch } = globalThis

beforeEach(() => {
  globalThis.fetch = (input) => {
    const url = input instanceof Request ? input.url : new URL(input).href
    fetched.push(url)
    const location = places[places.indexOf(url) + 1]
    return Promise.resolve(
      location === undefined
        ? new Response('{}')
        : new Response(null, { status: 307, headers: { location } }),
    )
  }
})

afterEach(() => {
  globalThis.fetch = fetch
  fetched.splice(0)
  places.splice(0)
})

const ask = (): ReturnType<typeof exchange> =>
  exchange({
    method: 'GET',
    url: new URL(places[0] ?? ''),
    headers: {},
    maxBytes: 100,
    timeoutMilliseconds: 1000,
  })

describe('a redirect', () => {
  it.each([
    ['from TLS to this machine without it', ['https://registry.example.com/', 'http://127.0.0.1:8080/'], 1],
    [
      'to this machine without TLS, on a way that had it in between',
      ['http://localhost:5000/', 'https://registry.example.com/', 'http://localhost:5000/b'],
      2,
    ],
    ['from this machine to another one without TLS', ['http://localhost:5000/', 'http://example.com/'], 1],
  ])('is refused %s', async (_, way, sent) => {
    places.push(...way)
    expect(await faultOf(ask())).toMatchObject({
      code: 'registry-unsafe',
      detail: `it redirects to ${new URL(way.at(-1) ?? '').origin}, without TLS`,
    })
    expect(fetched).toEqual(way.slice(0, sent))
  })

  it('is followed on this machine, and with TLS', async () => {
    places.push('http://localhost:5000/', 'http://127.0.0.1:5001/', 'https://example.com/')
    expect((await ask()).url.href).toBe('https://example.com/')
  })
})
