import type { Draft, Extractor } from './draft.ts'

const vision = /^(?:\d[\d.]*\s*)?(?:var gemensamma )?vision(?:en)?:?$/
const said = /^vision(?:en)?\s?: (.{20,400})/

/** The vision: what stands under its heading, or after the word. */
export const readVision: Extractor = (sentence, context) => {
  const about = { kind: 'organisation', subject: context.associationName, attribute: 'vision' }
  const spoken = said.exec(sentence.letters)
  if (spoken?.[1])
    return [{ ...about, value: sentence.text.slice(sentence.text.length - spoken[1].length), start: 0, end: sentence.text.length }]
  const before = context.sentences[context.index - 1]
  if (
    !before ||
    !(vision.test(before.letters) || /forbundets vision [a&]r$/.test(before.letters)) ||
    sentence.text.length < 25 ||
    /vision [a&]r$/.test(sentence.letters)
  )
    return []
  const next = context.sentences[context.index + 1]
  const goesOn = next && sentence.kind === 'heading' && next.lineAt(0) - sentence.lineAt(0) <= 2 ? ` ${next.text}` : ''
  const text = `${sentence.text}${goesOn}`
  return [{ ...about, value: text, start: 0, end: sentence.text.length }]
}

/** A sentence about one initiative or office that carries no number but says what is done with it. */
const doing =
  /\b(?:forlangs|utokas|avslutas|erbjuder forbundet|forbundet erbjuder|saknas|vakanser|overskrids|inrattas|permanentas|pausas|laggs ned|upphor|tas .{0,60}tillvara)\b/
export const readNarrative: Extractor = (sentence, context) => {
  if (sentence.kind === 'heading' || sentence.text.length > 320 || !doing.test(sentence.letters)) return []
  const draft: Draft = {
    kind: 'narrative',
    subject: context.subject,
    attribute: 'uppges',
    value: sentence.text,
    start: 0,
    end: sentence.text.length,
  }
  return [draft]
}
