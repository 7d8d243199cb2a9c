import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const known = [
  process.env.CHROMIUM,
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser of this machine; undefined where there is none, and tests that need one are then skipped. */
export const browserPath: string | undefined = known.find(path => path !== undefined && existsSync(path))

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath ?? '', chromiumSandbox: false, args: quiet })
