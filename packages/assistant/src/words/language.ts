import { tokenize } from './tokenize.ts'

const swedish = new Set(
  'och i att det som en ett på är av för till med den hur vad vilken vilket vilka var vem när om inte ska från mycket många stor stort stora har eller under mellan mot blir vi oss de dom då efter enligt kostar budget förbundet'
    .split(' ')
    .map(word => word.normalize('NFD').replace(/\p{M}/gu, '')),
)
const english = new Set(
  'the of and to is in for what how much many which who when where does did do are was were from than that by its it with at on would if there their between under have has had will please show give tell list'.split(
    ' ',
  ),
)

/** The language of a question, by the small words in it; that of the question before where nothing tells, and Swedish without one. */
export const languageOf = (text: string, before: 'sv' | 'en' = 'sv'): 'sv' | 'en' => {
  let balance = 0
  for (const token of tokenize(text)) {
    if (swedish.has(token.folded)) balance -= 1
    if (english.has(token.folded)) balance += 1
  }
  return balance === 0 ? before : balance > 0 ? 'en' : 'sv'
}
