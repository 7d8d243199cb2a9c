import { ask } from '@finsam/assistant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath } from './browser.ts'
import { askOn, type Opened, openChat } from './open-page.ts'
import { shippedContext } from './shipped-context.ts'

describe.skipIf(!browserPath)('the shipped documents in the page (needs Chromium)', { timeout: 90_000 }, () => {
  let chat: Opened
  beforeAll(async () => {
    chat = await openChat({ context: await shippedContext(), ask })
  }, 60_000)
  afterAll(() => chat.close())

  test('question → figure → trace → marked line of the document', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Hur stor andel av kostnaderna i Västmanland 2024 går till Samordningsteam Sala?')
    await page.locator('.first button.figure', { hasText: '8,1' }).click()
    expect(await page.locator('.trace .formula').textContent()).toMatch(/1\s700\s000 \/ 20\s983\s000 = 8,1/)
    await page.locator('.trace .sources a').first().click()
    await page.locator('.lines .current').waitFor()
    expect(await page.locator('.lines .current').textContent()).toMatch(/Samordningsteam Sala.*1\s700\s000/)
    await page.context().close()
  })

  test('a name that no document knows is refused, and no figure is given', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Vad kostar insatsen Månlandning 2024?')
    expect(await page.locator('.status.unanswerable').count()).toBe(1)
    expect(await page.locator('button.figure').count()).toBe(0)
    await page.context().close()
  })

  test('a question that stands alone is answered alike after another one', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    const question = 'Vad kostar Samordningsteam Västerås 2024?'
    await askOn(page, question)
    await askOn(page, 'Hur stor andel av kostnaderna i Västmanland 2024 går till Samordningsteam Sala?')
    await askOn(page, question)
    const texts = await page.locator('article.turn .first').allTextContents()
    expect(texts[2]).toBe(texts[0])
    expect(texts[0]).toMatch(/6\s200\s000/)
    await page.context().close()
  })

  test('what is suggested is answered with figures', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    const suggested = page.locator('.choices button')
    await suggested.nth(2).waitFor()
    expect(await suggested.count()).toBeGreaterThanOrEqual(3)
    await suggested.first().click()
    await page.locator('article.turn .first button.figure').first().waitFor()
    await page.context().close()
  })

  test('every document shows its tables, and nothing scrolls sideways at 320 pixels', async () => {
    const page = await chat.tab({ viewport: { width: 320, height: 640 } })
    await page.goto(`${chat.base}/underlag`)
    const links = page.locator('tbody td a')
    await links.first().waitFor()
    const hrefs = await links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
    expect(hrefs).toHaveLength(5)
    for (const href of hrefs) {
      await page.goto(chat.base + href)
      await page.locator('table.statement').first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), href).toBeLessThanOrEqual(320)
    }
    expect(chat.complaints).toEqual([])
    await page.context().close()
  })
})
