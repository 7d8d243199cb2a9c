import type { Answer, Citation, Figure } from '@finsam/assistant'

const words = {
  sv: {
    sources: 'Källor',
    inputs: 'Underlag',
    calculation: 'Beräkning',
    notes: 'Att tänka på',
    nearest: 'Närmast',
    choices: 'Menar du',
    line: 'rad',
    page: 'sida',
    places: 'Textställen',
  },
  en: {
    sources: 'Sources',
    inputs: 'Inputs',
    calculation: 'Calculation',
    notes: 'Notes',
    nearest: 'Nearest',
    choices: 'Do you mean',
    line: 'line',
    page: 'page',
    places: 'Passages',
  },
}
type Words = (typeof words)['sv' | 'en']

const place = ({ document, page, line }: Citation, say: Words): string =>
  `${document}${page === undefined ? '' : `, ${say.page} ${page}`}, ${say.line} ${line}`
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function figureLines(figure: Figure, say: Words, language: Answer['language']): readonly string[] {
  const value = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 2 }).format(figure.value)
  return [
    `  ${figure.label}: ${value} ${figure.unit}${figure.kind === 'printed' || figure.kind === 'computed' ? '' : ` (${figure.kind})`}`,
    ...figure.sources.map(source => `    ${place(source, say)}: ${oneLine(source.text)}`),
  ]
}

const section = (title: string, lines: readonly string[]): readonly string[] => (lines.length > 0 ? ['', `${title}:`, ...lines] : [])

function explained(answer: Answer, say: Words): readonly string[] {
  const figuresOf = (role: Figure['role']) =>
    answer.figures.filter(figure => figure.role === role).flatMap(figure => figureLines(figure, say, answer.language))
  return [...section(say.sources, [...figuresOf('answer'), ...figuresOf('reading')]), ...section(say.inputs, figuresOf('input'))]
}

/** The cited lines of all figures and facts, each once, what was asked for before what went into it. */
function citations(answer: Answer, say: Words): readonly string[] {
  const all = [...answer.figures, ...answer.facts].flatMap(item => item.sources)
  return [...new Set(all.map(source => `  ${place(source, say)}: ${oneLine(source.text)}`))]
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
    ...(explain ? explained(answer, say) : section(say.sources, citations(answer, say))),
    ...section(
      say.places,
      answer.passages.map(passage => `  ${place(passage, say)}: ${oneLine(passage.text)}`),
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
