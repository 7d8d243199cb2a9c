import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '@finsam/assistant'
import { success } from '@finsam/domain'
import { liveLibrary, openStore, type Store } from '@finsam/indexer'
import { readFile } from '@finsam/reader'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from './axe.ts'
import { browserPath } from './browser.ts'
import { askOn, type Opened, openChat } from './open-page.ts'

const registry = { associations: [] }
const planWith = (team: string, total: string): string =>
  [
    'Samordningsförbundet Provlunda',
    'Verksamhetsplan och budget 2025',
    '',
    'Resultatbudget, kronor       Budget 2025',
    'Medlemsbidrag                  1 200 000',
    'Summa intäkter                 1 200 000',
    'Styrelse                         100 000',
    `Samordningsteam                ${team}`,
    `Summa kostnader                ${total}`,
    'Årets resultat                   100 000',
  ].join('\n')
const question = 'Vad kostar Samordningsteam i Provlunda 2025?'

describe.skipIf(!browserPath)('uploading a document in the page (needs Chromium)', { timeout: 90_000 }, () => {
  let chat: Opened
  let folder: string
  let store: Store
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'finsam-upload-'))
    const opened = await openStore(join(folder, 'store'), { registry })
    if (!opened.ok) throw new Error(opened.failure.message)
    store = opened.value
    chat = await openChat({
      ask,
      context: liveLibrary(store, registry),
      waiting: store.waiting,
      records: store.records,
      publish: file => store.ingest(file),
      readDraft: async file => {
        const read = await readFile({ ...file, registry })
        return read.ok ? success({ reading: read.value.reading, lines: read.value.document.lines.map(line => line.text) }) : read
      },
    })
  }, 60_000)
  afterAll(async () => {
    await chat.close()
    store.close()
    await rm(folder, { recursive: true, force: true })
  })

  const upload = async (page: Page, text: string) => {
    await page.goto(`${chat.base}/inlasning`)
    await page
      .getByLabel('Välj eller släpp en fil')
      .setInputFiles({ name: 'provlunda-2025.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.getByRole('heading', { name: 'provlunda-2025.txt' }).waitFor()
  }
  const answerTo = async (page: Page, asked: string): Promise<string> => {
    await page.goto(chat.base)
    await page.getByRole('button', { name: 'Ny konversation' }).or(page.getByRole('textbox')).first().waitFor()
    await askOn(page, asked)
    return (await page.locator('article.turn').last().locator('.first').textContent()) ?? ''
  }

  test('upload, review by keyboard, publish: the answer rests on it; another content replaces it with a button', async () => {
    const page = await chat.tab()
    await upload(page, planWith('1 0O0 000', '1 100 000'))
    expect(await page.locator('main').textContent()).toContain('Dokumentet blir provlunda-2025 i underlaget.')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('Enter')
    await page.getByText('1 bekräftade hittills').waitFor()
    expect(await answerTo(page, question)).not.toMatch(/1\s000\s000/)

    await page.goto(`${chat.base}/inlasning`)
    await page.getByRole('link', { name: 'provlunda-2025.txt' }).click()
    await page.getByText('1 bekräftade hittills').waitFor()
    await page.getByText('Det finns inget mer att kontrollera här.').waitFor()
    await page.getByRole('button', { name: 'Läs in i underlaget' }).click()
    await page.locator('.document-view td.confirmed').waitFor()
    expect(await answerTo(page, question)).toMatch(/1\s000\s000/)

    await upload(page, planWith('  950 000', '1 050 000'))
    await page.getByRole('button', { name: 'Ersätt det inlästa dokumentet' }).click()
    await page.locator('.document-view').waitFor()
    expect(await answerTo(page, question)).toMatch(/950\s000/)

    await upload(page, planWith('  950 000', '1 050 000').replace('Provlunda', 'Grannby'))
    expect(await page.locator('main').textContent()).toContain('Samordningsförbundet Provlunda) ligger kvar')
    expect(await page.getByLabel('Namn i underlaget').inputValue()).toBe('grannby-2025')
    await page.getByRole('button', { name: 'Läs in i underlaget' }).click()
    await page.locator('.document-view').waitFor()
    expect(new URL(page.url()).pathname).toBe('/underlag/grannby-2025')
    expect(chat.complaints).toEqual([])
    await page.context().close()
  })

  test('a file that cannot be read is refused in words, and a removed one is gone', async () => {
    const page = await chat.tab()
    await page.goto(`${chat.base}/inlasning`)
    await page.getByLabel('Välj eller släpp en fil').setInputFiles({ name: 'tom.txt', mimeType: 'text/plain', buffer: Buffer.from('') })
    expect((await page.getByRole('alert').textContent())?.length).toBeGreaterThan(20)
    await upload(page, planWith('  900 000', '1 000 000'))
    await page.getByRole('button', { name: 'Ta bort filen' }).click()
    await page.getByText('Inga filer väntar.').waitFor()
    await page.context().close()
  })
})
