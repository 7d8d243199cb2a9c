import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { cpuMs, residentMb } from '../mcp/processes.ts'
import { type Served, serve } from './served.ts'

interface Outcome {
  readonly answers: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
  readonly statuses: Readonly<Record<string, number>>
  readonly errors: number
  readonly timeouts: number
}

const here = fileURLToPath(new URL('.', import.meta.url))
const most = 100
const questions = fileURLToPath(new URL('../../test/questions/', import.meta.url))

/** The question sets of both languages, as bodies of requests. */
export const mixedQuestions = (): readonly { readonly question: string; readonly language: string }[] =>
  ['sv', 'en'].flatMap(language =>
    readFileSync(`${questions}questions-${language}.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => ({ question: JSON.parse(line).question, language })),
  )

/** Asks over many connections for some seconds, in a process of its own. */
export async function fire(address: string, seconds: number, connections = most): Promise<Outcome> {
  const wanted = JSON.stringify({ url: `${address}/api/ask`, connections, seconds })
  const cannon = spawn(process.execPath, [`${here}cannon.mjs`, wanted], { stdio: ['pipe', 'pipe', 'inherit'] })
  cannon.stdin.end(JSON.stringify(mixedQuestions()))
  return JSON.parse(await text(cannon.stdout))
}

const shown = ({ answers, p50, p95, p99, most, statuses, errors, timeouts }: Outcome, seconds: number): string =>
  `${Math.round(answers / seconds)} a second · p50 ${p50} ms · p95 ${p95} ms · p99 ${p99} ms · longest ${most} ms · ${Object.entries(
    statuses,
  )
    .map(([status, count]) => `${count}× ${status}`)
    .join(', ')} · ${errors} errors, ${timeouts} timeouts`

/** The memory of a server every few seconds while something else goes on. */
async function memoryDuring<Value>({ pid }: Served, work: Promise<Value>): Promise<{ readonly value: Value; readonly memory: number[] }> {
  const memory: number[] = []
  const timer = setInterval(() => memory.push(Math.round(residentMb(pid))), 5_000)
  try {
    return { value: await work, memory }
  } finally {
    clearInterval(timer)
  }
}

const allowed = new Set(['200', '429', '503'])

/** Fires at a server and prints what came of it, its processor time per answer included: that is the same on a busy machine. */
async function measured(name: string, server: Served, seconds: number): Promise<Outcome> {
  const before = cpuMs(server.pid)
  const { value, memory } = await memoryDuring(server, fire(server.address, seconds))
  const perAnswer = (cpuMs(server.pid) - before) / Math.max(1, value.answers)
  console.log(`${name}: ${shown(value, seconds)}`)
  console.log(`  ${perAnswer.toFixed(2)} ms of processor time an answer; resident memory every 5 s: ${memory.join(', ')} MB`)
  return value
}

/** 100 connections of mixed questions beside a bare echo in the same run: throughput, times, what came back, memory. */
export async function measureLoad(folder: string, seconds: number): Promise<boolean> {
  console.log(`${most} connections, ${seconds} s each, load average before: ${loadavg()[0]?.toFixed(1)}`)
  const echo = await serve('echo')
  await measured('bare Fastify echo', echo, Math.min(seconds, 15))
  await echo.stop()
  const chat = await serve('chat', folder)
  await fire(chat.address, 5)
  const value = await measured('finsam, mixed questions', chat, seconds)
  await chat.stop()
  return value.errors === 0 && value.timeouts === 0 && Object.keys(value.statuses).every(status => allowed.has(status))
}
