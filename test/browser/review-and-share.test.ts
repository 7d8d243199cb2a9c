import { ask } from '@finsam/assistant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryRecords } from '../../apps/chat/test/memory-records.ts'
import { smallContext } from '../../apps/chat/test/small-context.ts'
import { faultsOf } from './axe.ts'
import { browserPath } from './browser.ts'
import { askOn, type Opened, openChat } from './open-page.ts'

const question = 'Vad kostar Samordningsteam i Testbygden enligt budget 2024?'

describe.skipIf(!browserPath)('reviewing cells and sharing answers (needs Chromium)', { timeout: 90_000 }, () => {
  let chat: Opened
  beforeAll(async () => {
    const { records, context } = memoryRecords(smallContext)
    chat = await openChat({ ask, records, context })
  }, 60_000)
  afterAll(() => chat.close())

  test('a shared answer stays, and a correction made by keyboard changes what is answered now', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, question)
    await page.getByRole('button', { name: 'Dela svaret' }).click()
    await page.getByText('Länken är kopierad.').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())

    await page.getByRole('link', { name: 'Kontroll', exact: true }).click()
    await page.getByRole('link', { name: /Testbygden/ }).click()
    await page.locator('.report h2').waitFor()
    expect((await page.locator('.report').textContent())?.replace(/\s/g, '')).toContain('1100+3060=4160≠4150')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Sparat: Samordningsteam är 3\u00a0060\u00a0tkr.').waitFor()
    await expect.poll(() => page.locator('.report h2').textContent()).toContain('Förbundsgemensamt')

    await page.goto(link)
    await page.getByText('Underlaget har ändrats sedan dess').waitFor()
    await page.locator('article.turn').nth(1).waitFor()
    const [then, now] = await page.locator('article.turn').allTextContents()
    expect(then).toMatch(/3\s050/)
    expect(now).toMatch(/3\s060/)
    const edges = await page
      .locator('article.turn')
      .first()
      .locator('table tr')
      .evaluateAll(rows => rows.map(row => Math.round(row.getBoundingClientRect().width)))
    expect(new Set(edges).size, 'rows of one table are equally wide').toBe(1)
    expect(await faultsOf(page)).toEqual([])
    expect(chat.complaints).toEqual([])
    await page.context().close()
  })

  test('an amount of one’s own is taken as written, and words are not', async () => {
    const page = await chat.tab()
    await page.goto(`${chat.base}/kontroll?dokument=testbygden-2024`)
    await page.getByRole('radio').last().check()
    await page.getByRole('textbox', { name: 'Ett annat belopp' }).fill('elva')
    await page.getByRole('button', { name: 'Bekräfta' }).click()
    await page.getByText('Skriv beloppet som ett tal').waitFor()
    await page.getByRole('textbox', { name: 'Ett annat belopp' }).fill('1 090')
    await page.getByRole('button', { name: 'Bekräfta' }).click()
    await page.getByText('Sparat: Förbundsgemensamt är 1\u00a0090\u00a0tkr.').waitFor()
    await page.reload()
    await page.getByText('Bekräftat av personer').waitFor()
    await page.context().close()
  })
})
