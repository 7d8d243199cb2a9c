import type { Expected } from './expected.ts'

/** What a question for a body may call it: `vilket företag`, `which agency`. */
export const organisations =
  'parter|parterna|foretag\\w*|bolag\\w*|myndighet\\w*|organisation\\w*|organi[sz]ations?|universitet\\w*|hogskola\\w*|aktor\\w*|leverantor\\w*|firma\\w*|fond|fonder|company|companies|firm|firms|agency|agencies|authority|authorities|university|parties|supplier|body|bodies|organ|organet|instans|instanser'

/** Words that say what kind of thing is wanted, and so need not stand in what answers. */
export const kindWords: Readonly<Partial<Record<Expected, RegExp>>> = {
  reached: /^(na[drs]\w*|uppna\w*|uppfyll\w*|klara\w*|blev|met|reach(ed|es)?|achieved?|fulfilled|missed)$/,
  degree: /^(jobbar|jobba|arbetar|arbeta|tjanstgor|anstalld|works?|working|employed)$/,
  law: /^(lag\w*|laws?|acts?|legislation)$/,
  duration: /^(loper|pagar|pagatt|varar|galler|gallt|runs?|lasts?|lasted)$/,
  frequency: /^(ofta|often|frequently|ganger|times)$/,
  name: /^(tf|tillforordna\w*|vikarie\w*|acting|interim|eftertra\w*|ersatt(e|es|er|s)|avlos\w*|foretrad\w*|predecessor|previous|successor|succe\w*|replace\w*|forra|forre|foregaende|avgaende|outgoing|nasta|next|incoming|tilltrad\w*|nyvald\w*|over|took|takes|fore|nye)$/,
  body: new RegExp(`^(vem|who|whom|bakom|behind|kommer|kommun|region|representer\\w*|foretrad\\w*|represents?|${organisations})$`),
  list: /^(kommuner|orter|stader|municipalities|towns)$/,
  range: /^(\w*alder\w*|gamla|gammal|ages?|aged|old|grans\w*|spann\w*|range|group|grupp\w*|malgrupp\w*)$/,
  fte: /^(tjanst\w*|time|arsarb\w*|heltid\w*|fte|full|positions?|posts?|ftes|bemann\w*|staffed|staffing|equivalents?|team|teamet)$/,
  date: /^(datum|date|dates|dag|day|month|manad\w*)$/,
  money: /^(kostar|kostade|kostnad\w*|pengar|kronor|tkr|mnkr|cost|costs|money|belopp\w*)$/,
  why: /^(beror|orsak\w*|skal|skalet|anledning\w*|reasons?|causes?|because|varfor|why|forklar\w*|explain\w*|due)$/,
  percent: /^(procent\w*|andel\w*|percent\w*|share)$/,
}
/** Words that say no more than that something is named, aimed at or counted. */
export const always =
  /^(siktar?|siktade|expects?|expected|mal|malet|malen|malniva\w*|goals?|targets?|aims?|tak|taket|siffra|heter|namn\w*|name|names|named)$/
