import { afterEach, describe, expect, it } from '@jest/globals'

import type { Fault, FaultSwitch } from '../../../sandbox/artifacts/faults.ts'
import { stepOf } from './client-in-job.ts'
import { created, downloadUrl, JOB, namesListed, putBlob, uploaded } from './raw-requests.ts'
import { removeFixtures, serviceFixture, until, type ServiceFixture } from './service-fixture.ts'

let fixture: ServiceFixture

afterEach(removeFixtures)

/** Lets the first requests of an operation go wrong, one fault each. */
function firstOf(operation: string, ...faults: Fault[]): FaultSwitch {
  return (request) => (request.operation === operation ? faults.shift() : undefined)
}

describe('a fault switch', () => {
  it('answers in place of the service, which the client outlasts', async () => {
    const before = firstOf(
      'ListArtifacts',
      { status: 500, body: '{"code":"internal","msg":"try again"}' },
      { status: 429, headers: { 'retry-after': '1' }, body: '{}' },
    )
    fixture = await serviceFixture({ before })
    await uploaded(fixture.service, 'notes', 'text')

    const { artifacts } = await stepOf(fixture.service, [JOB.runId, JOB.jobId], (client) =>
      client.listArtifacts(),
    )

    expect(artifacts).toHaveLength(1)
    const listings = fixture.service.requests.filter(({ operation }) => operation === 'ListArtifacts')
    expect(listings.map(({ status }) => status)).toEqual([500, 429, 200])
  })

  it('does nothing else than answer', async () => {
    fixture = await serviceFixture({ before: firstOf('CreateArtifact', { status: 503 }) })

    await expect(created(fixture.service, 'notes')).rejects.toThrow()
    expect(fixture.service.artifacts(JOB.runId)).toEqual([])
  })

  it('sends the headers of its response', async () => {
    fixture = await serviceFixture({
      before: firstOf('PutBlob', { status: 503, headers: { 'retry-after': '7' } }),
    })
    const response = await putBlob(await created(fixture.service, 'notes'), 'text')

    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '7'])
  })

  it('drops a connection, which the client reports as such', async () => {
    fixture = await serviceFixture({ before: () => 'drop' })

    await expect(
      stepOf(fixture.service, [JOB.runId, JOB.jobId], (client) => client.listArtifacts()),
    ).rejects.toThrow('Unable to make request: ECONNRESET')
    expect(fixture.service.requests).toMatchObject([
      { operation: 'ListArtifacts', status: 'dropped', refusal: 'Error: fault: drop' },
    ])
  })

  it('cuts the body of a download', async () => {
    fixture = await serviceFixture({ before: firstOf('GetBlob', { cutAfter: 3 }) })
    await uploaded(fixture.service, 'notes', 'all of it')
    const url = await downloadUrl(fixture.service, 'notes')

    const cut = await fetch(url)
    expect(cut.headers.get('content-length')).toBe('9')
    const first = await cut.body?.getReader().read()
    expect(Buffer.from(first?.value ?? []).toString()).toBe('all')
    await expect((await fetch(url)).text()).resolves.toBe('all of it')
  })

  it('fails the reader of a cut body', async () => {
    fixture = await serviceFixture({ before: firstOf('GetBlob', { cutAfter: 3 }) })
    await uploaded(fixture.service, 'notes', 'all of it')
    const cut = await fetch(await downloadUrl(fixture.service, 'notes'))

    await expect(cut.text()).rejects.toThrow('terminated')
  })

  it('may take its time, until the service is closed', async () => {
    const never = new Promise<undefined>(() => undefined)
    fixture = await serviceFixture({ before: ({ sequence }) => (sequence === 1 ? undefined : never) })
    await created(fixture.service, 'notes')
    const listing = namesListed(fixture.service)
    listing.catch(() => undefined)
    await until(() => fixture.service.requests.length === 2)
    await fixture.service.close()

    await expect(listing).rejects.toThrow('fetch failed')
  })
})
