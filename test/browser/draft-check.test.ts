import { success } from '@finsam/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryWaiting } from '../../apps/chat/test/memory-waiting.ts'
import { planReading } from '../../apps/chat/test/small-context.ts'
import { faultsOf } from './axe.ts'
import { browserPath } from './browser.ts'
import { type Opened, openChat } from './open-page.ts'

describe.skipIf(!browserPath)('checking a draft in the page (needs Chromium)', { timeout: 90_000 }, () => {
  let chat: Opened
  const waiting = memoryWaiting()
  beforeAll(async () => {
    chat = await openChat({
      publish: async () => success({ id: 'testbygden-2024' }),
      waiting,
      readDraft: ({ bytes }) => success({ reading: planReading, lines: new TextDecoder().decode(bytes).split('\n') }),
    })
  }, 60_000)
  afterAll(() => chat.close())

  test('a chosen file gets its report: rules, findings, changes, flagged cells, tables', async () => {
    const page = await chat.tab()
    await page.goto(`${chat.base}/granska`)
    await page
      .getByLabel('Välj eller släpp en fil')
      .setInputFiles({ name: 'utkast.md', mimeType: 'text/markdown', buffer: Buffer.from('x\n811218-9876') })
    await page.getByText('Granskningen är klar.').waitFor()
    const report = (await page.locator('.report').textContent()) ?? ''
    expect(report).toContain('personnummer (rad 2)')
    expect(report).toContain('1 100 + 3 060 = 4 160 ≠ 4 150')
    expect(report).toContain('Inga belopp skiljer sig.')
    expect(report).toContain('tryckt 1 1O0, läst som 1\u00a0100\u00a0tkr')
    expect(await page.locator('.report table.statement tbody tr').count()).toBe(5)
    expect(await waiting.list()).toEqual([])
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Lägg in för inläsning' }).click()
    await page.getByRole('heading', { name: 'utkast.md' }).waitFor()
    expect((await waiting.list()).map(({ fileName, size }) => [fileName, size])).toEqual([['utkast.md', 13]])
    await page.goto(`${chat.base}/underlag`)
    await page.locator('tbody tr').first().waitFor()
    expect(await page.locator('tbody tr').count()).toBe(1)
    expect(chat.complaints).toEqual([])
    await page.context().close()
  })
})
