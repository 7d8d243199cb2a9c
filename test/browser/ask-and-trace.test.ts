import type { AskInput } from '@finsam/assistant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerFor } from '../../apps/chat/test/small-context.ts'
import { browserPath } from './browser.ts'
import { askOn, type Opened, openChat } from './open-page.ts'

describe.skipIf(!browserPath)('asking in the page (needs Chromium)', { timeout: 90_000 }, () => {
  const asked: AskInput[] = []
  let chat: Opened
  beforeAll(async () => {
    chat = await openChat({
      ask: (_, question) => {
        asked.push(question)
        return answerFor(question)
      },
    })
  }, 60_000)
  afterAll(() => chat.close())

  test('a figure opens its trace, an input its own, and the source shows the marked line, also after a reload', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Hur stor andel går till Samordningsteam?')
    await page.locator('.first button.figure').click()
    const trace = page.locator('.trace')
    expect(await trace.textContent()).toContain('3 050 000 / 4 150 000 = 73,5 %')
    expect(await trace.textContent()).toContain('läsningen ”härledd”')
    await trace.locator('.inputs button.figure').first().click()
    await expect.poll(() => trace.locator('h3').textContent()).toBe('Samordningsteam, budget 2024')
    await trace.getByRole('link', { name: 'testbygden-2024, sida 2, rad 9' }).click()
    for (const visit of ['first', 'reload']) {
      if (visit === 'reload') await page.reload()
      await page.locator('.lines .current').waitFor()
      expect(await page.locator('.lines .current').textContent()).toContain('Samordningsteam')
      expect(await page.locator('.lines .current').textContent()).toContain('tryckt Y, läst som 3\u00a0050\u00a0tkr')
    }
    await page.context().close()
  })

  test('citations are stepped through, forth and back', async () => {
    const page = await chat.tab()
    await page.goto(`${chat.base}/kalla/testbygden-2024?rad=8&citat=8,10`)
    await page.getByRole('link', { name: 'Nästa citat' }).click()
    await expect.poll(() => page.locator('.lines .current').getAttribute('value')).toBe('10')
    expect(await page.locator('.lines .cited').count()).toBe(2)
    await page.goBack()
    await expect.poll(() => page.locator('.lines .current').getAttribute('value')).toBe('8')
    await page.context().close()
  })

  test('a follow-up sends the question before it, and a reload keeps the conversation', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Hur stor andel går till Samordningsteam?')
    await askOn(page, 'Och året efter?')
    expect(asked.at(-1)).toEqual({ question: 'Och året efter?', previous: { question: 'Hur stor andel går till Samordningsteam?' } })
    await page.reload()
    await page.locator('article.turn h2').nth(1).waitFor()
    expect(await page.locator('article.turn h2').allTextContents()).toEqual(['Hur stor andel går till Samordningsteam?', 'Och året efter?'])
    await page.getByRole('button', { name: 'Ny konversation' }).click()
    await expect.poll(() => page.locator('article.turn').count()).toBe(0)
    await page.context().close()
  })

  test('a question back is answered with a button, a refusal names the nearest', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Vad bidrar staden med?')
    await page.getByRole('button', { name: 'Budget 2023' }).click()
    await page.locator('article.turn').nth(1).locator('.first').waitFor()
    expect(asked.at(-1)?.question).toBe('Vad kostar Samordningsteam enligt budget 2023?')
    await askOn(page, 'Vad kostar insatsen Månlandning?')
    const refusal = page.locator('article.turn').nth(2)
    expect(await refusal.locator('.status').textContent()).toBe('Kan inte besvaras ur underlaget')
    expect(await refusal.locator('.choices button').allTextContents()).toEqual(['Samordningsteam', 'Förbundsgemensamt'])
    await page.context().close()
  })

  test('a table sorts by a column, numbers by value', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Andel?')
    const table = page.locator('table', { has: page.getByRole('button', { name: '2023' }) })
    const column = () => table.locator('tbody tr td:nth-child(2)').allTextContents()
    await table.getByRole('button', { name: '2023' }).click()
    await expect.poll(column).toEqual(['2 900 tkr', '1 000 tkr', '−5 tkr'])
    await table.getByRole('button', { name: '2023' }).click()
    await expect.poll(column).toEqual(['−5 tkr', '1 000 tkr', '2 900 tkr'])
    expect(await table.locator('[aria-sort="ascending"]').count()).toBe(1)
    await page.context().close()
  })

  test('the page speaks English when told to, and remembers it', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await page.getByRole('button', { name: 'English' }).click()
    await page.reload()
    await page.getByLabel('Your question').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.context().close()
  })

  test('script in documents and questions is text', async () => {
    const page = await chat.tab()
    await page.goto(`${chat.base}/kalla/testbygden-2024?rad=4`)
    expect(await page.locator('.lines .current').textContent()).toContain('<script>alert(1)</script>')
    await page.goto(chat.base)
    await askOn(page, '<img src=x onerror=alert(1)><script>alert(2)</script>')
    expect(await page.locator('main img, main script').count()).toBe(0)
    await page.context().close()
  })

  test('a model that is switched on is named, with what it is sent', async () => {
    const other = await openChat({ model: { name: 'mistral-small', host: 'llm.kommun.example' } })
    const page = await other.tab()
    await page.goto(other.base)
    await page.getByText('En språkmodell, mistral-small hos llm.kommun.example').waitFor()
    await other.close()
  })

  test('nothing was refused by the policy and no script failed', () => {
    expect(chat.complaints).toEqual([])
  })
})
