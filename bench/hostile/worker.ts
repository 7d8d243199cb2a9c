import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readDocument } from '@finsam/reader'
import { giants, hostileText } from './texts.ts'

/** Reads the texts of some numbers, or one giant, and prints what became of them as JSON. A fault of the reader ends the process. */
const registry = JSON.parse(readFileSync(fileURLToPath(new URL('../../data/registry.json', import.meta.url)), 'utf8'))
const [first = '1', count = '1'] = process.argv.slice(2)
const giant = giants[first]

const ended: Record<string, number> = {}
let slowest = { text: first, ms: 0 }

function read(text: string, bytes: Buffer): void {
  const used = process.cpuUsage()
  let outcome = 'thrown'
  try {
    const result = readDocument({ bytes, fileName: 'hostile.txt', registry })
    outcome = result.ok ? 'read' : result.failure.code
  } catch (error) {
    console.error(`text ${text}:`, error)
  }
  const { user, system } = process.cpuUsage(used)
  const ms = (user + system) / 1_000
  ended[outcome] = (ended[outcome] ?? 0) + 1
  if (ms > slowest.ms) slowest = { text, ms }
}

if (giant) read(first, Buffer.from(giant()))
else for (let number = Number(first); number < Number(first) + Number(count); number += 1) read(String(number), hostileText(number))
console.log(JSON.stringify({ ended, slowest, megabytes: process.resourceUsage().maxRSS / 1_000 }))
