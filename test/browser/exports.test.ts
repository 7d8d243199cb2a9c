import { readFile } from 'node:fs/promises'
import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath } from './browser.ts'
import { askOn, type Opened, openChat } from './open-page.ts'

describe.skipIf(!browserPath)('taking an answer along (needs Chromium)', { timeout: 90_000 }, () => {
  let chat: Opened
  beforeAll(async () => {
    chat = await openChat()
  }, 60_000)
  afterAll(() => chat.close())

  test('the Excel file that the page saves opens with figures and sources', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Hur stor andel går till Samordningsteam?')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel' }).click()])
    expect(download.suggestedFilename()).toBe('finsam-svar.xlsx')
    const book = read(await readFile(await download.path()))
    expect(utils.sheet_to_json<Record<string, unknown>>(book.Sheets.Siffror ?? {}).map(row => row.Värde)).toEqual([
      expect.closeTo(73.494, 3),
      3_050_000,
      4_150_000,
    ])
    expect(utils.sheet_to_json<Record<string, unknown>>(book.Sheets.Källor ?? {}).map(row => row.Rad)).toEqual([9, 10])
    await page.context().close()
  })

  test('the CSV file is one for Swedish spreadsheets and runs no formula', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Hur stor andel går till Samordningsteam?')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
    const text = await readFile(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFFFråga;Hur stor andel')).toBe(true)
    expect(text).toContain('ingår;Summa kostnader, budget 2024;4150000;kr;4149500;4150500;tryckt')
    expect(text).not.toMatch(/(^|[;\n])"?[=+@]/)
    await page.context().close()
  })

  test('copying gives the answer with formula and places', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Hur stor andel går till Samordningsteam?')
    await page.getByRole('button', { name: 'Kopiera' }).click()
    await page.getByText('Svaret är kopierat.').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('Samordningsteam tar 73,5 % av kostnaderna 2024.')
    expect(copied).toContain('3 050 000 / 4 150 000 = 73,5 %. testbygden-2024, sida 2, rad 9')
    await page.context().close()
  })

  test('printing leaves the tools out and every answer in', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Hur stor andel går till Samordningsteam?')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.question-box').isVisible()).toBe(false)
    expect(await page.locator('.actions').isVisible()).toBe(false)
    expect(await page.locator('.first').isVisible()).toBe(true)
    await page.context().close()
  })
})
