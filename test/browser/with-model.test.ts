import { answerQuestion } from '@finsam/assistant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeModel, startFakeModel } from '../../packages/assistant/src/model/test-support/fake-model.ts'
import { browserPath } from './browser.ts'
import { askOn, type Opened, openChat } from './open-page.ts'
import { shippedContext } from './shipped-context.ts'

describe.skipIf(!browserPath)('the page with a language model switched on (needs Chromium)', { timeout: 90_000 }, () => {
  let chat: Opened
  let model: FakeModel
  beforeAll(async () => {
    model = await startFakeModel([{ say: 'Samordningsteam Västerås kostar 9 999 999 kr 2024.' }])
    const settings = { baseUrl: model.baseUrl, model: 'fake', timeoutMs: 10_000, maxRounds: 3 }
    chat = await openChat({
      context: await shippedContext(),
      ask: (context, asked) => answerQuestion(context, asked, { settings }),
      model: { name: 'fake', host: new URL(model.baseUrl).host },
    })
  }, 60_000)
  afterAll(async () => {
    await chat.close()
    await model.close()
  })

  test('a figure that the model made up does not reach the reader; the engine’s does', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await page.getByText('En språkmodell, fake hos 127.0.0.1').waitFor()
    await askOn(page, 'Vad kostar Samordningsteam Västerås 2024?')
    expect(model.requests.length).toBeGreaterThan(0)
    const turn = (await page.locator('article.turn').textContent()) ?? ''
    expect(turn).not.toMatch(/9\s999\s999/)
    expect(turn).toMatch(/6\s200\s000/)
    expect(chat.complaints).toEqual([])
    await page.context().close()
  })
})
