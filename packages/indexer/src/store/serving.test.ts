import { describe, expect, test } from 'vitest'
import type { Embedder } from '../embed/embedder.ts'
import { EmbedderError } from '../embed/embedder-error.ts'
import { bytesOf, plainStore } from './test-support/plain-store.ts'

const at = plainStore()

describe('another embedder', () => {
  const shout: Embedder = {
    id: 'shout',
    dimensions: 2,
    embed: async texts => texts.map(text => Float32Array.from(text.includes('!') ? [1, 0] : [0, 1])),
  }
  const openWith = (embedder: Embedder) => at.open({ embedder })

  test('embeds what is stored anew, and search goes on', async () => {
    await at.put('Lugnt\nHögt!')
    const changed = await openWith(shout)
    expect(await changed.search('!', { limit: 1, channel: 'vector' })).toMatchObject([{ text: 'Högt!' }])
    expect(await changed.verify()).toMatchObject({ passages: 2, faults: [] })
    changed.close()
    const back = await at.open()
    expect(await back.search('lugnt', { limit: 1, channel: 'vector' })).toMatchObject([{ text: 'Lugnt' }])
    back.close()
  })

  test('that fails leaves search by text, and refuses to ingest', async () => {
    const failing: Embedder = {
      ...shout,
      embed: async () => {
        throw new EmbedderError('The service is away.')
      },
    }
    const changed = await openWith(failing)
    expect(await changed.ingest({ bytes: bytesOf('Högt!'), fileName: 'plan.txt' })).toMatchObject({
      ok: false,
      failure: { code: 'embedder-failed' },
    })
    changed.close()
    const working = await openWith(shout)
    await working.ingest({ bytes: bytesOf('Högt!'), fileName: 'plan.txt' })
    working.close()
    const away = await openWith(failing)
    expect(await away.search('högt', { limit: 1 })).toMatchObject([{ text: 'Högt!' }])
    away.close()
  })
})
