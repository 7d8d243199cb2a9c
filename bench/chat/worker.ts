/** What a server has acknowledged: names by which each is found again. */
export interface Work {
  readonly documents: string[]
  readonly corrections: string[]
  readonly shared: string[]
  readonly asked: string[]
}

const planOf = (mark: string): string =>
  [
    'Samordningsförbundet Provlunda',
    `Verksamhetsplan och budget 2025, utgåva ${mark}`,
    '',
    'Resultatbudget, kronor       Budget 2025',
    'Medlemsbidrag                  1 200 000',
    'Summa intäkter                 1 200 000',
    'Styrelse                         100 000',
    'Samordningsteam                1 000 000',
    'Summa kostnader                1 100 000',
    'Årets resultat                   100 000',
  ].join('\n')

/** The shipped document whose cells are corrected. */
export const corrected = 'vastra-malardalen-2023'

const json = { 'content-type': 'application/json' }
const post = async (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: json, body: JSON.stringify(body) })

async function publish(base: string, mark: string): Promise<string | undefined> {
  const uploaded = await fetch(`${base}/api/uploads?name=plan-${mark}.txt`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: planOf(mark),
  })
  if (!uploaded.ok) return undefined
  const { file } = await uploaded.json()
  const published = await post(`${base}/api/uploads/${file.id}/publish`, {})
  return published.ok ? (await published.json()).id : undefined
}

/** Says once more what a cell of a shipped document holds. */
async function correct(base: string, mark: string): Promise<string | undefined> {
  const { statements } = await (await fetch(`${base}/api/documents/${corrected}`)).json()
  const [statement] = statements
  const [line] = statement.lines
  const [column] = statement.columns
  const { printed, amount } = line.values[column.id]
  const cell = { document: corrected, statement: statement.id, line: line.id, column: column.id, printed, amount }
  return (await post(`${base}/api/corrections`, { ...cell, why: mark })).ok ? mark : undefined
}

async function share(base: string, mark: string): Promise<string | undefined> {
  const shared = await post(`${base}/api/answers`, { question: `Vad kostar Samordningsteam Sala 2024? (${mark})` })
  return shared.ok ? (await shared.json()).id : undefined
}

async function ask(base: string, mark: string): Promise<string | undefined> {
  const question = `Vad kostar Samordningsteam Sala 2024? (${mark})`
  return (await post(`${base}/api/ask`, { question })).ok ? question : undefined
}

const steps = { documents: publish, corrections: correct, shared: share, asked: ask }

/** One person per kind of work, each doing the next thing when the last is acknowledged, until the server is gone. */
export async function work(base: string, name: string, done: Work): Promise<void> {
  const person = async (kind: keyof typeof steps): Promise<void> => {
    for (let at = 1; ; at += 1) {
      const kept = await steps[kind](base, `${name}-${at}`).catch(() => 'gone' as const)
      if (kept === 'gone') return
      if (kept !== undefined) done[kind].push(kept)
    }
  }
  await Promise.all([person('documents'), person('corrections'), person('shared'), person('asked'), person('asked')])
}
