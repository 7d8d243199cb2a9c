import type { Answer } from '@finsam/assistant'
import { useId, useRef, useState } from 'preact/hooks'
import { firstSentence } from '../../contract/first-sentence.ts'
import { Chart } from '../chart/chart.tsx'
import { chartOf } from '../chart/chart-of.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { FigureTable } from './figure-table.tsx'
import { FigureText } from './figure-text.tsx'
import { SortableTable } from './sortable-table.tsx'
import { SourceList } from './source-list.tsx'
import { Trace } from './trace.tsx'

interface AnswerViewProps {
  readonly answer: Answer
  /** Asks another question in its place: a choice, or a name that is near. */
  readonly ask?: ((question: string) => void) | undefined
}

/** One answer, all of it in the language of its question. */
export function AnswerView({ answer, ask }: AnswerViewProps) {
  return (
    <LanguageContext.Provider value={answer.language}>
      <Reply answer={answer} ask={ask} />
    </LanguageContext.Provider>
  )
}

/** Its sentence with figures to open, the trace of the opened one, tables, facts, notes, and ways on. */
function Reply({ answer, ask }: AnswerViewProps) {
  const { w } = useWords()
  const panel = useId()
  const [opened, setOpened] = useState<string>()
  const chart = chartOf(answer, answer.language)
  const { first, rest } = firstSentence(withoutNotes(answer))
  const opener = useRef<Element | null>(null)
  const open = (figure: string) => {
    opener.current = document.activeElement
    setOpened(opened === figure ? undefined : figure)
  }
  const close = () => {
    setOpened(undefined)
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  const text = { answer, opened, panel, open }
  const figure = answer.figures.find(({ id }) => id === opened)
  return (
    <div class="reply" lang={answer.language}>
      {answer.status !== 'answered' && answer.reason?.code !== 'no-question' && (
        <p class={`status ${answer.status}`}>{w.status[answer.status]}</p>
      )}
      <p class="first">
        <FigureText text={first} {...text} />
      </p>
      {rest && (
        <p class="rest">
          <FigureText text={rest} {...text} />
        </p>
      )}
      {figure && <Trace id={panel} figure={figure} figures={answer.figures} open={setOpened} close={close} />}
      <Choices answer={answer} ask={ask} />
      {chart && chart.points.length > 1 && <Chart data={chart} titled={answer.chart !== undefined} />}
      {answer.table && <SortableTable caption={w.table} written={answer.language} {...answer.table} />}
      <FigureTable figures={answer.figures} opened={opened} open={open} panel={panel} />
      <Facts facts={answer.facts} />
      <Passages passages={answer.passages} />
      {answer.notes.length > 0 && (
        <section class="notes">
          <h3>{w.notes}</h3>
          <ul>
            {answer.notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** The text without the notes at its end, which stand in a list of their own. */
function withoutNotes({ notes, text }: Answer): string {
  const told = notes.join(' ')
  return told && text.endsWith(told) ? text.slice(0, -told.length).trim() || text : text
}

/** Where the answer asks back: the readings; where it refuses: the nearest that is known. */
function Choices({ answer, ask }: AnswerViewProps) {
  const { w } = useWords()
  const nearest = answer.reason?.nearest ?? []
  if (!answer.choices?.length && nearest.length === 0) return null
  const buttons = answer.choices?.length ? answer.choices : nearest.map(name => ({ label: name, question: name }))
  return (
    <section class="choices">
      <h3>{answer.choices?.length ? w.choices : w.nearest}</h3>
      <ul>
        {buttons.map(({ label, question }) => (
          <li key={question}>
            <button type="button" disabled={!ask} onClick={() => ask?.(question)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ facts }: { readonly facts: Answer['facts'] }) {
  const { w } = useWords()
  if (facts.length === 0) return null
  return (
    <section class="facts">
      <h3>{w.facts}</h3>
      <dl>
        {facts.map(fact => (
          <div key={fact.label + fact.value}>
            <dt>{fact.label}</dt>
            <dd>
              {fact.value}
              <SourceList sources={fact.sources} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Passages({ passages }: { readonly passages: Answer['passages'] }) {
  const { w } = useWords()
  if (passages.length === 0) return null
  return (
    <section class="passages">
      <h3>{w.passages}</h3>
      <SourceList sources={passages} />
    </section>
  )
}
