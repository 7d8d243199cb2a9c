// Fires mixed requests over many connections and prints what came of them as JSON: `node cannon.mjs '{"url":…}' < bodies.json`.
import { text } from 'node:stream/consumers'
import autocannon from 'autocannon'

const { url, connections, seconds } = JSON.parse(process.argv[2] ?? '{}')
const requests = JSON.parse(await text(process.stdin)).map(body => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
}))
const milliseconds = []
const statuses = {}
let started = 0
const run = autocannon({
  url,
  connections,
  duration: seconds,
  timeout: 30,
  requests,
  // Every connection begins elsewhere in the list, so that at each moment different questions are asked.
  setupClient: client => {
    const from = Math.floor((started++ / connections) * requests.length)
    client.setRequests([...requests.slice(from), ...requests.slice(0, from)])
  },
})
run.on('response', (_client, status, _bytes, time) => {
  milliseconds.push(time)
  statuses[status] = (statuses[status] ?? 0) + 1
})
const { errors, timeouts } = await run
milliseconds.sort((a, b) => a - b)
const at = share => Math.round(milliseconds[Math.min(milliseconds.length - 1, Math.floor(milliseconds.length * share))] ?? 0)
console.log(
  JSON.stringify({ answers: milliseconds.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1), statuses, errors, timeouts }),
)
