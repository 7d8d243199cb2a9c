import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, launchBrowser } from '../browser/browser.ts'
import { type RunningServer, startHttp } from './support/http-server.ts'

const source = readFileSync(resolve(import.meta.dirname, '../../apps/mcp/src/view/bars.html'), 'utf8')

test('the served view is the one in bars.html, a few kilobytes, without anything from elsewhere', async () => {
  await expect(`${JSON.stringify({ html: source })}\n`).toMatchFileSnapshot('../../apps/mcp/src/view/bars.snap.json')
  expect(source.length).toBeLessThan(8_000)
  expect(source).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)|<link|import\(|fetch\(|innerHTML/)
})

/** A host as the view's own SDK builds one. */
const hostScript = `
import { AppBridge, PostMessageTransport } from '@modelcontextprotocol/ext-apps/app-bridge'
globalThis.said = []
globalThis.show = async (html, result, locale) => {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  document.body.replaceChildren(frame)
  const bridge = new AppBridge(null, { name: 'host', version: '1' }, {}, { hostContext: { locale, theme: 'light' } })
  const ready = new Promise(done => { bridge.oninitialized = () => done() })
  bridge.onsizechange = size => { globalThis.said.push(['size', size]) }
  bridge.onmessage = async message => { globalThis.said.push(['message', message.content[0].text]); return {} }
  await bridge.connect(new PostMessageTransport(frame.contentWindow, frame.contentWindow))
  frame.srcdoc = html
  await ready
  await bridge.sendToolInput({ arguments: {} })
  await bridge.sendToolResult(result)
}
`

describe.skipIf(browserPath === undefined)('in a host', () => {
  let server: RunningServer
  let client: Client
  let pages: Server
  let browser: Browser
  let page: Page
  let html: string
  beforeAll(async () => {
    server = await startHttp()
    client = new Client({ name: 'view', version: '1' }, { versionNegotiation: { mode: 'auto' } })
    await client.connect(new StreamableHTTPClientTransport(server.url))
    const { contents } = await client.readResource({ uri: 'ui://finsam/bars' })
    html = String((contents[0] as { text?: string }).text)
    const bundled = await build({
      stdin: { contents: hostScript, resolveDir: import.meta.dirname },
      bundle: true,
      format: 'esm',
      write: false,
    })
    const script = bundled.outputFiles[0]?.text ?? ''
    pages = createServer((request, response) => {
      response.setHeader('content-type', request.url === '/host.js' ? 'text/javascript' : 'text/html')
      response.end(request.url === '/host.js' ? script : '<!doctype html><body></body><script type="module" src="/host.js"></script>')
    })
    await new Promise<void>(done => pages.listen(0, '127.0.0.1', done))
    browser = await launchBrowser()
    page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`)
    await page.waitForFunction('typeof globalThis.show === "function"')
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await new Promise(done => pages.close(done))
    await client.close()
    await server.close()
  })

  const show = async (name: string, args: Record<string, unknown>, locale: string) => {
    const { tools } = await client.listTools()
    expect(tools.find(tool => tool.name === name)?._meta).toMatchObject({ ui: { resourceUri: 'ui://finsam/bars' } })
    const result = await client.callTool({ name, arguments: args })
    await page.evaluate(`globalThis.show(${[html, result, locale].map(value => JSON.stringify(value)).join(', ')})`)
    return page.frameLocator('iframe')
  }

  test('a comparison in Swedish: a bar, an amount and a source for each', async () => {
    const frame = await show('compare', { line: 'Individinsatser', scenario: 'budget', periods: ['2024'] }, 'sv-SE')
    await frame.locator('tr').nth(2).waitFor()
    expect(await frame.locator('th[scope=row]').allTextContents()).toEqual([
      expect.stringMatching(/^sydslatten · Individinsatser/),
      expect.stringMatching(/^norradalen · Individinsatser/),
    ])
    expect(await frame.locator('td.n').allTextContents()).toEqual(['2\u00a0900\u00a0000 kr', '1\u00a0320\u00a0000 kr'])
    expect(await frame.locator('rect').evaluateAll(bars => bars.map(bar => Number(bar.getAttribute('width')).toFixed(1)))).toEqual([
      '100.0',
      '45.5',
    ])
    await frame.locator('button').nth(1).click()
    await page.waitForFunction('globalThis.said.some(([kind]) => kind === "message")')
    expect(await page.evaluate('globalThis.said.find(([kind]) => kind === "message")[1]')).toBe('Visa källan norradalen-2024, s. 1, rad 9')
  })

  test('a projection in English: marked as projected', async () => {
    const frame = await show('project', { association: 'Norrådalen', line: 'eget kapital', through: 2025 }, 'en-GB')
    await frame.locator('tr').nth(2).waitFor()
    expect(await frame.locator('td.n').allTextContents()).toEqual(['720,000 kr', '820,000 kr'])
    expect(await frame.locator('small').first().textContent()).toBe('(projected)')
  })
})
