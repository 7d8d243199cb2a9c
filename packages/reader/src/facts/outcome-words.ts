const months = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december'

/** `Utfall: 42 %`, `Läge augusti: 152`: opens a sentence that tells what came of the goal before it. */
export const outcomeOpening = new RegExp(
  `^(?:(?:utfall(?:et)?|resultat(?:et)?)(?: (?:blev|ar|var|hittills|for perioden|${months}|20\\d\\d))*\\s?:?|(?:laget?|status|hittills)(?: (?:per|i|vid|den|\\d{1,2}|${months}|20\\d\\d|perioden|arsskiftet))*\\s?:)\\s`,
)

/** `Målet är uppnått`: a sentence of its own on the goal before it. */
export const goalJudged =
  /^mal(?:et)? (?:ar|har|ar delvis|har delvis|beraknas|bedoms|har inte|ar inte|nas|nads|naddes)\b|^(?:(?:delvis|ej|inte) )?(?:nas|naddes|natt|uppnas|uppnatt|uppnaddes|uppfyllt|uppfylls|uppfylldes)(?: (?:inte|ej|delvis))?\.?$/

/** Where in a sentence it is said whether its goal is reached: `… och målet nåddes inte`, `… 7 veckor. Nås inte.` */
export const judgement =
  /\bmal(?:et)? (?:\w+ ){0,2}(?:uppnatt|uppnadd|uppnaddes|naddes|natt|uppfyllt|uppfylldes)\b|(?<=[.;,] )(?:(?:ej|inte) )?(?:nas|naddes|uppnas|uppnatt|uppnaddes|uppfylls|uppfyllt)(?: (?:inte|ej))?\.?$/
