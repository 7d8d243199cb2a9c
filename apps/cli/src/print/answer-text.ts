import type { Answer, Citation, Figure } from '@finsam/assistant'
import { formatAmount, isMoney, placeWords } from '@finsam/domain'

const words = {
  sv: {
    sources: 'Källor',
    inputs: 'Underlag',
    calculation: 'Beräkning',
    notes: 'Att tänka på',
    nearest: 'Närmast',
    choices: 'Menar du',
    places: 'Textställen',
    kinds: { repaired: 'rättat', derived: 'härlett', ambiguous: 'kan läsas på flera sätt', projected: 'framräknat' },
  },
  en: {
    sources: 'Sources',
    inputs: 'Inputs',
    calculation: 'Calculation',
    notes: 'Notes',
    nearest: 'Nearest',
    choices: 'Do you mean',
    places: 'Passages',
    kinds: { repaired: 'repaired', derived: 'derived', ambiguous: 'ambiguous', projected: 'projected' },
  },
}
type Words = (typeof words)['sv' | 'en']

const place = (source: Citation, language: Answer['language']): string => `${source.document}, ${placeWords(source, language)}`
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function figureLines(figure: Figure, language: Answer['language']): readonly string[] {
  const { kind, unit, value } = figure
  const amount = formatAmount(isMoney(unit) ? Math.round(value * 100) : value, unit, language)
  const told = kind === 'printed' || kind === 'computed' ? '' : ` (${words[language].kinds[kind]})`
  return [`  ${figure.label}: ${amount}${told}`, ...figure.sources.map(source => `    ${place(source, language)}: ${oneLine(source.text)}`)]
}

const section = (title: string, lines: readonly string[]): readonly string[] => (lines.length > 0 ? ['', `${title}:`, ...lines] : [])

function explained(answer: Answer, say: Words): readonly string[] {
  const figuresOf = (role: Figure['role']) =>
    answer.figures.filter(figure => figure.role === role).flatMap(figure => figureLines(figure, answer.language))
  return [...section(say.sources, [...figuresOf('answer'), ...figuresOf('reading')]), ...section(say.inputs, figuresOf('input'))]
}

/** The cited lines of all figures and facts, each once, what was asked for before what went into it. */
function citations(answer: Answer): readonly string[] {
  const all = [...answer.figures, ...answer.facts].flatMap(item => item.sources)
  return [...new Set(all.map(source => `  ${place(source, answer.language)}: ${oneLine(source.text)}`))]
}

/**
 * An answer for people: the text, the calculation, where it stands, and what to keep in mind.
 * `explain` lists every figure with its value, its role and its own sources.
 */
export function answerText(answer: Answer, { explain }: { readonly explain: boolean }): string {
  const say = words[answer.language]
  const formulas = answer.figures.flatMap(figure => (figure.calculation ? [`  ${figure.calculation.formula}`] : []))
  return [
    answer.text,
    ...section(say.calculation, [...new Set(formulas)]),
    ...(explain ? explained(answer, say) : section(say.sources, citations(answer))),
    ...section(
      say.places,
      answer.passages.map(passage => `  ${place(passage, answer.language)}: ${oneLine(passage.text)}`),
    ),
    ...section(
      say.choices,
      (answer.choices ?? []).map(choice => `  ${choice.label}: ${choice.question}`),
    ),
    ...section(
      say.nearest,
      (answer.reason?.nearest ?? []).map(name => `  ${name}`),
    ),
    ...section(
      say.notes,
      answer.notes.map(note => `  ${note}`),
    ),
  ].join('\n')
}
