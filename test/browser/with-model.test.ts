import { answerQuestion } from '@finsam/assistant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shareAnswer } from '../../apps/chat/test/small-context.ts'
import { type FakeModel, startFakeModel } from '../../packages/assistant/src/model/test-support/fake-model.ts'
import { browserPath } from './browser.ts'
import { askOn, type Opened, openChat } from './open-page.ts'
import { shippedContext } from './shipped-context.ts'

describe.skipIf(!browserPath)('the page with a language model switched on (needs Chromium)', { timeout: 90_000 }, () => {
  let chat: Opened
  let model: FakeModel
  beforeAll(async () => {
    model = await startFakeModel([
      { say: 'Samordningsteam Västerås kostar 9 999 999 kr 2024.' },
      {
        call: [
          {
            name: 'get_figures',
            arguments: { association: 'Västmanland', line: 'Samordningsteam Sala', scenario: 'budget', period: '2024' },
          },
        ],
      },
      { say: 'I budgeten för 2024 kostar Samordningsteam Sala i Västmanland {{f1}}.' },
    ])
    const settings = { baseUrl: model.baseUrl, model: 'fake', timeoutMs: 10_000, maxRounds: 3 }
    chat = await openChat({
      context: await shippedContext(),
      ask: (context, asked, talk) => answerQuestion(context, asked, { settings, ...talk }),
      model: { name: 'fake', host: new URL(model.baseUrl).host },
    })
  }, 60_000)
  afterAll(async () => {
    await chat.close()
    await model.close()
  })

  test('a made-up figure does not reach the reader, the engine’s does; then the model goes on from the talk in its own words', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await page.getByText('En språkmodell, fake hos 127.0.0.1').waitFor()
    await askOn(page, 'Vad kostar Samordningsteam Västerås 2024?')
    expect(model.requests.length).toBeGreaterThan(0)
    const turn = (await page.locator('article.turn').textContent()) ?? ''
    expect(turn).not.toMatch(/9\s999\s999/)
    expect(turn).toMatch(/6\s200\s000/)

    await askOn(page, 'Och Samordningsteam Sala?')
    const phrased = page.locator('article.turn').nth(1)
    expect(await phrased.locator('.first').textContent()).toMatch(
      /^I budgeten för 2024 kostar Samordningsteam Sala i Västmanland 1\s700\s000\skr\.$/,
    )
    expect(await phrased.locator('.first button.figure').textContent()).toMatch(/1\s700\s000/)
    const told =
      model.requests
        .at(-1)
        ?.messages.map(({ role, content }) => `${role}: ${content}`)
        .join('\n') ?? ''
    expect(told).toContain('user: Vad kostar Samordningsteam Västerås 2024?')
    expect(told).toMatch(/assistant: .*6\s200\s000/)
    expect(chat.complaints).toEqual([])
    await page.context().close()
  })

  test('a sentence stands in the page before the answer is whole, and stopping ends the work', async () => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const other = await openChat({
      ask: async (_, { question }, talk) => {
        talk?.sentence('Den första meningen är klar. ')
        await new Promise(resolve => talk?.signal.addEventListener('abort', resolve))
        end()
        return shareAnswer(question)
      },
    })
    const page = await other.tab()
    await page.goto(other.base)
    await page.getByRole('textbox').fill('Hur stor andel går till Samordningsteam?')
    await page.keyboard.press('Enter')
    await page.getByText('Den första meningen är klar.').waitFor()
    expect(await page.locator('article.turn').getAttribute('aria-busy')).toBe('true')
    await page.getByRole('button', { name: 'Avbryt' }).click()
    await page.getByText('Svaret avbröts.').waitFor()
    await ended
    await other.close()
  })
})
