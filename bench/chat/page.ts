import { spawnSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { browserPath, launchBrowser } from '../../test/browser/browser.ts'
import { mixedQuestions } from './load.ts'
import { serve } from './served.ts'

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Milliseconds from Enter until the first sentence of the answer stands in the page, counted in the page. */
async function firstAnswerMs(page: Page, question: string): Promise<number> {
  const before = await page.locator('article.turn').count()
  await page.getByRole('textbox').fill(question)
  await page.evaluate(turns => {
    addEventListener(
      'keydown',
      () => {
        performance.mark('enter')
        const look = () => {
          const shown = document.querySelectorAll('article.turn')[turns]?.querySelector('.first')?.textContent
          if (shown) performance.measure('first', 'enter')
          else requestAnimationFrame(look)
        }
        look()
      },
      { once: true, capture: true },
    )
  }, before)
  await page.keyboard.press('Enter')
  await page.locator('article.turn[aria-busy="false"]').nth(before).waitFor()
  return page.evaluate(() => performance.getEntriesByName('first').at(-1)?.duration ?? Number.NaN)
}

/** Tasks over 50 ms while an answer of many sentences streams into a page that shows 100 answers already. */
async function longestTasks(page: Page, quick: string, base: string): Promise<readonly number[]> {
  const asked = mixedQuestions().slice(0, 100)
  const turns = await Promise.all(
    asked.map(async (body, at) => {
      const reply = await fetch(`${quick}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { id: at + 1, question: body.question, answer: await reply.json() }
    }),
  )
  await page.goto(base)
  await page.evaluate(kept => sessionStorage.setItem('finsam-conversation', JSON.stringify(kept)), turns)
  await page.reload()
  await page.locator('article.turn').nth(99).waitFor()
  await page.waitForTimeout(2_000)
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver(list => tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({
      type: 'longtask',
    })
  })
  await page.getByRole('textbox').fill('Vad kostar Samordningsteam Sala 2024?')
  await page.keyboard.press('Enter')
  await page.locator('article.turn[aria-busy="false"]').nth(100).waitFor({ timeout: 60_000 })
  await page.waitForTimeout(500)
  return page.evaluate(() => ('tasks' in window && Array.isArray(window.tasks) ? window.tasks : []))
}

/** Lighthouse's scores of a page, 0–100. */
function lighthouse(url: string): Readonly<Record<string, number>> {
  const flags =
    '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage'
  const bin = fileURLToPath(new URL('../node_modules/lighthouse/cli/index.js', import.meta.url))
  const args = [
    bin,
    url,
    '--quiet',
    '--output=json',
    '--only-categories=performance,accessibility,best-practices',
    '--no-enable-error-reporting',
    `--chrome-flags=${flags}`,
  ]
  const run = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, CHROME_PATH: browserPath ?? '' },
  })
  const { categories } = JSON.parse(run.stdout)
  return Object.fromEntries(Object.entries<{ score: number }>(categories).map(([name, { score }]) => [name, Math.round(score * 100)]))
}

/** The built page in a real browser: the first answer, smoothness of a long conversation, Lighthouse on each view. */
export async function measurePage(folder: string): Promise<boolean> {
  if (!browserPath) {
    console.log('skipped: there is no Chromium here')
    return true
  }
  console.log(`load average before: ${loadavg()[0]?.toFixed(1)}`)
  const chat = await serve('chat', folder)
  const browser = await launchBrowser()
  const page = await (await browser.newContext({ locale: 'sv-SE' })).newPage()
  await page.goto(chat.address)
  const times: number[] = []
  for (const { question } of mixedQuestions().slice(0, 20)) times.push(await firstAnswerMs(page, question))
  console.log(
    `first sentence after Enter, 20 questions: median ${Math.round(median(times))} ms, longest ${Math.round(Math.max(...times))} ms`,
  )
  const slow = await serve('slow', folder)
  const tasks = await longestTasks(await (await browser.newContext({ locale: 'sv-SE' })).newPage(), chat.address, slow.address)
  await slow.stop()
  console.log(`streaming into 100 answers: ${tasks.length} tasks over 50 ms, longest ${Math.max(0, ...tasks)} ms`)
  await browser.close()
  const scores = ['/', '/underlag', '/underlag/vastmanland-2024', '/granska', '/om'].map(path => ({
    path,
    ...lighthouse(chat.address + path),
  }))
  for (const { path, ...score } of scores) console.log(`Lighthouse ${path}: ${JSON.stringify(score)}`)
  await chat.stop()
  return median(times) <= 300 && Math.max(0, ...tasks) <= 100
}
