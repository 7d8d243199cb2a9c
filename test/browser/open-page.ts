import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { type ChatOptions, createChatServer } from '../../apps/chat/src/index.ts'
import { answerFor, smallContext } from '../../apps/chat/test/small-context.ts'
import { launchBrowser } from './browser.ts'

const chat = fileURLToPath(new URL('../../apps/chat/', import.meta.url))

/** Builds the page from its sources into a folder of its own. */
export async function buildPage(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'finsam-page-'))
  await build({ root: chat, configFile: join(chat, 'vite.config.ts'), logLevel: 'silent', build: { outDir: folder } })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** A running server with its page in a real browser. */
export interface Opened {
  readonly base: string
  /** A fresh browser profile with one tab. */
  readonly tab: (options?: BrowserContextOptions) => Promise<Page>
  /** What the browser complained about: script errors, refused by policy, failed loads. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

async function openTab(browser: Browser, complaints: string[], options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  })
  const page = await context.newPage()
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  return page
}

/** Serves the page on a free port of loopback, with the invented plan of the chat's tests unless told otherwise. */
export async function openChat(options: Partial<ChatOptions> = {}): Promise<Opened> {
  const built = await buildPage()
  const server = await createChatServer({
    context: smallContext,
    ask: (_, asked) => answerFor(asked),
    pageFolder: built.folder,
    ...options,
  })
  const base = await server.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchBrowser()
  const complaints: string[] = []
  return {
    base,
    complaints,
    tab: (tabOptions = {}) => openTab(browser, complaints, tabOptions),
    close: async () => {
      await browser.close()
      await server.close()
      await built.remove()
    },
  }
}

/** Types a question and waits for its answer. */
export async function askOn(page: Page, question: string): Promise<void> {
  const before = await page.locator('article.turn').count()
  await page.getByRole('textbox').fill(question)
  await page.keyboard.press('Enter')
  await page.locator('article.turn[aria-busy="false"]').nth(before).waitFor()
}
