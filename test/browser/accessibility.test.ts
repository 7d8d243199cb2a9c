import { success } from '@finsam/domain'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryRecords } from '../../apps/chat/test/memory-records.ts'
import { memoryWaiting } from '../../apps/chat/test/memory-waiting.ts'
import { planLines, planReading, smallContext } from '../../apps/chat/test/small-context.ts'
import { faultsOf } from './axe.ts'
import { browserPath } from './browser.ts'
import { askOn, type Opened, openChat } from './open-page.ts'

const views = [
  { name: 'the empty conversation', path: '/' },
  { name: 'the coverage', path: '/underlag' },
  { name: 'a document', path: '/underlag/testbygden-2024' },
  { name: 'a source', path: '/kalla/testbygden-2024?rad=9&citat=8,9,10' },
  { name: 'an unknown document', path: '/underlag/finns-inte' },
  { name: 'the draft check', path: '/granska' },
  { name: 'the review', path: '/kontroll' },
  { name: 'the review of a document', path: '/kontroll?dokument=testbygden-2024' },
  { name: 'an unknown answer', path: '/svar/finns-inte' },
  { name: 'the uploads', path: '/inlasning' },
  { name: 'an unknown upload', path: '/inlasning/finns-inte' },
  { name: 'about', path: '/om' },
  { name: 'about, in English', path: '/about' },
  { name: 'the accessibility statement', path: '/tillganglighet' },
  { name: 'the accessibility statement, in English', path: '/accessibility' },
] as const

/** Opens an address and waits until its content has come. */
async function show(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('main h1').waitFor()
  await page.locator('main .working').waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
}

/** Answered with an opened trace, a question back and a refusal: every state of the conversation at once. */
async function fullConversation(page: Page, base: string): Promise<void> {
  await page.goto(base)
  await askOn(page, 'Hur stor andel går till Samordningsteam?')
  await askOn(page, 'Vad bidrar staden med?')
  await askOn(page, 'Vad kostar insatsen Månlandning?')
  await page.locator('.first button.figure').first().click()
  await page.locator('summary').first().click()
}

describe.skipIf(!browserPath)('accessibility (needs Chromium)', { timeout: 90_000 }, () => {
  let chat: Opened
  beforeAll(async () => {
    const { records, context } = memoryRecords(smallContext)
    chat = await openChat({
      records,
      context,
      waiting: memoryWaiting(),
      publish: async () => success({ id: 'testbygden-2024' }),
      readDraft: () => success({ reading: planReading, lines: planLines }),
    })
  }, 60_000)
  afterAll(() => chat.close())

  test.each(['light', 'dark'] as const)('axe finds nothing on any view, %s', async colorScheme => {
    const page = await chat.tab({ colorScheme })
    for (const { path } of views) {
      await show(page, chat.base + path)
      expect(await faultsOf(page), path).toEqual([])
    }
    await fullConversation(page, chat.base)
    // As tall as the conversation: what lies behind the question box depends on where one has scrolled to.
    await page.setViewportSize({ width: 1280, height: 4_000 })
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  test('axe finds nothing where one has to sign in', async () => {
    const page = await chat.tab()
    const offers = { drafts: true, records: true, publishing: true }
    await page.route('**/api/session', route => route.fulfill({ json: { signedIn: false, offers } }))
    await page.goto(chat.base)
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  test('the accessibility tree of each view that speaks in the page’s own words', async () => {
    const page = await chat.tab()
    const withRules = ['a document', 'the review of a document']
    for (const { name, path } of views.filter(view => !withRules.includes(view.name))) {
      await show(page, chat.base + path)
      expect(await page.locator('body').ariaSnapshot(), path).toMatchSnapshot(name)
    }
    await page.context().close()
  })

  test('nothing scrolls sideways at 320 pixels', async () => {
    const page = await chat.tab({ viewport: { width: 320, height: 640 } })
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    for (const { path } of views) {
      await show(page, chat.base + path)
      expect(await width(), path).toBeLessThanOrEqual(320)
    }
    await fullConversation(page, chat.base)
    expect(await width()).toBeLessThanOrEqual(320)
    await page.context().close()
  })

  test('the keyboard alone asks, opens a figure, closes it, and comes back to where it was', async () => {
    const page = await chat.tab()
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await page.goto(chat.base)
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Hoppa till innehållet')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Hur stor andel går till Samordningsteam?')
    await page.keyboard.press('Enter')
    await page.locator('.reply').waitFor()
    for (let presses = 0; presses < 30 && (await focused()) !== '73,5 %'; presses += 1) await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.locator('.trace:focus').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('73,5 %')
    expect(await page.locator('.trace').count()).toBe(0)
    await page.context().close()
  })

  test('a screen reader hears one status, not the growing text', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Hur stor andel går till Samordningsteam?')
    expect(await page.locator('[role=log]').getAttribute('aria-live')).toBe('off')
    await expect
      .poll(() => page.locator('.conversation > [role=status]').textContent())
      .toMatch(/^Svaret är klart: Samordningsteam tar 73,5 %/)
    await page.context().close()
  })

  test('the accessibility tree of an answer', async () => {
    const page = await chat.tab()
    await page.goto(chat.base)
    await askOn(page, 'Hur stor andel går till Samordningsteam?')
    const tree = await page.locator('article.turn').ariaSnapshot()
    expect(tree).toContain('- heading "Hur stor andel går till Samordningsteam?" [level=2]')
    expect(tree).toContain('- button "73,5 %"')
    expect(tree).toContain('\'img "Diagram: Kostnader 2024"\'')
    expect(tree).toContain('- group "Siffrorna i svaret"')
    await page.context().close()
  })
})
