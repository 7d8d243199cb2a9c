import type { Figure } from '@finsam/assistant'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { formatPeriod, formatValue } from '../format.ts'
import { fill } from '../words/swedish.ts'
import { type Language, useWords } from '../words/words.ts'
import { KindMark } from './kind-mark.tsx'
import { SourceList } from './source-list.tsx'

interface TraceProps {
  readonly id: string
  readonly figure: Figure
  readonly figures: readonly Figure[]
  readonly open: (figure: string) => void
  readonly close: () => void
}

/** How far from print: the weakest input tells how far a result may be trusted. */
const weakness: { readonly [K in Figure['kind']]: number } = {
  printed: 0,
  computed: 1,
  projected: 1,
  derived: 2,
  repaired: 3,
  ambiguous: 4,
}
const weaknessOf = ({ kind }: Figure): number => weakness[kind]

/** Everything that goes into a figure, through all steps. */
function inputsOf(figure: Figure, figures: readonly Figure[], seen: ReadonlySet<string> = new Set()): readonly Figure[] {
  const direct = figures.filter(({ id }) => figure.calculation?.inputs.includes(id) && !seen.has(id))
  const known = new Set([...seen, ...direct.map(({ id }) => id)])
  return [...direct, ...direct.flatMap(input => inputsOf(input, figures, known))]
}

/** How a figure came about: what it is, its formula, what went into it, how sure it is, and where it stands. */
export function Trace({ id, figure, figures, open, close }: TraceProps) {
  const { language, w } = useWords()
  const all = inputsOf(figure, figures)
  const weakest = [...all].sort((a, b) => weaknessOf(b) - weaknessOf(a))[0]
  const between = intervalOf(figure, language)
  const show = (value: number) => formatValue(value, figure.unit, language)
  const panel = useRef<HTMLElement>(null)
  useLayoutEffect(() => panel.current?.focus(), [figure.id])
  return (
    <section class="trace" id={id} ref={panel} tabIndex={-1} aria-label={w.trace} onKeyDown={event => event.key === 'Escape' && close()}>
      <header>
        <h3>{figure.label}</h3>
        <button type="button" class="quiet" onClick={close}>
          {w.close}
        </button>
      </header>
      <p class="amount">
        {show(figure.value)}
        {figure.direction && ` · ${w[figure.direction]}`} <KindMark kind={figure.kind} />
      </p>
      <p class="about">
        {[figure.scenario && w.scenarios[figure.scenario], figure.period && formatPeriod(figure.period, language)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {figure.calculation && (
        <>
          <h4>{w.formula}</h4>
          <p class="formula">{figure.calculation.formula}</p>
        </>
      )}
      <Inputs inputs={figures.filter(({ id: input }) => figure.calculation?.inputs.includes(input))} open={open} />
      <h4>{w.trust}</h4>
      <p>
        {w.kindTexts[figure.kind]}
        {weakest && weaknessOf(weakest) > 1 && ` ${fill(w.restsOn, { kind: w.kinds[weakest.kind].toLowerCase() })}`}
        {between && ` ${fill(w.interval, between)}`}
      </p>
      {figure.sources.length > 0 && (
        <>
          <h4>{w.sources}</h4>
          <SourceList sources={figure.sources} />
        </>
      )}
    </section>
  )
}

/** The ends of the interval that rounding leaves, with as many decimals as tell them apart; nothing where even three do not. */
function intervalOf({ low, high, unit }: Figure, language: Language): { readonly low: string; readonly high: string } | undefined {
  for (const digits of [0, 1, 2, 3]) {
    const ends = { low: formatValue(low, unit, language, digits), high: formatValue(high, unit, language, digits) }
    if (ends.low !== ends.high) return ends
  }
  return undefined
}

function Inputs({ inputs, open }: { readonly inputs: readonly Figure[]; readonly open: (figure: string) => void }) {
  const { language, w } = useWords()
  if (inputs.length === 0) return null
  const documents = inputs.map(({ sources }) => sources[0]?.document)
  const isShared = new Set(documents).size === 1
  return (
    <>
      <h4>{w.inputs}</h4>
      <ul class="inputs">
        {inputs.map((input, at) => (
          <li key={input.id}>
            <span>
              {input.label}
              {!isShared && documents[at] && ` (${documents[at]})`}
            </span>{' '}
            <button type="button" class="figure" title={w.openFigure} onClick={() => open(input.id)}>
              {formatValue(input.value, input.unit, language)}
            </button>{' '}
            <KindMark kind={input.kind} quiet />
          </li>
        ))}
      </ul>
    </>
  )
}
