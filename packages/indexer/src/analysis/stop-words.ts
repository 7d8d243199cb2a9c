/** Words that say nothing about what is looked for, folded; Swedish and English question words among them. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'och i att det som en pa ar av for med till den har de ett om var vad vilka vilken vilket hur nar dar inte kan ska skall vi ni du jag man sig sin sina ' +
    'eller men fran vid efter under over mellan ut upp in sa da nu denna detta dessa finns blir blev bli vara varit samt mot utan ' +
    'the a an of to in on for and or is are was were be what which who how when where does do did much many by with from at as it its this that there'
  ).split(' '),
)
