const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Swedish words that say nothing about what is looked for, folded; question words and helping verbs among them. */
export const swedishStopWords = listed(
  'och i att det som en ett pa ar av for med till den har hade ha de om var vad vilka vilken vilket hur nar dar inte kan kunna kunde ska skall skulle vi ni du ' +
    'jag man sig sin sina deras hans hennes vem vems varfor vart eller men fran vid efter under over mellan ut upp in sa da nu denna detta dessa finns fanns ' +
    'blir blev bli vara varit samt mot utan bara ocksa aven allt alla manga mycket mer mest an just lika bor borde maste far fick gor gora gjort vill ville',
)

/** English words that say nothing about what is looked for. */
export const englishStopWords = listed(
  'the a an of to in on for and or is are was were be been what which who whom whose how when where why do does did done much many more most by with from at as ' +
    'it its this that these those there must may can could should would has have had not than then into about any some their they them',
)

/** Words that say nothing about what is looked for, folded, in both languages. */
export const stopWords: ReadonlySet<string> = new Set([...swedishStopWords, ...englishStopWords])
