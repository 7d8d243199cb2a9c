import type { Answer, AskInput, AssistantContext } from '@finsam/assistant'
import type { AskFunction, Talk } from '../server/options.ts'

/** The answers given of late, so that what is exported or shared is what its reader saw, also where a model phrased it. */
export interface GivenAnswers {
  /** Answers anew, and remembers. */
  readonly give: (context: AssistantContext, asked: AskInput, talk?: Talk) => Promise<Answer>
  /** The answer that was given to this question on these documents, or a new one. */
  readonly again: (context: AssistantContext, asked: AskInput) => Promise<Answer>
}

const mostRemembered = 500

export function givenAnswers(ask: AskFunction): GivenAnswers {
  let given = new Map<string, Answer>()
  let on: AssistantContext['library'] | undefined
  // The language is left out: the page shows an answer in the language in which it came.
  const keyOf = ({ question, previous }: AskInput): string => JSON.stringify([question, previous])
  const forget = (context: AssistantContext): void => {
    if (on !== context.library) given = new Map()
    on = context.library
    const [oldest] = given.keys()
    if (given.size >= mostRemembered && oldest !== undefined) given.delete(oldest)
  }
  const give: GivenAnswers['give'] = async (context, asked, talk) => {
    const answer = await ask(context, asked, talk)
    if (talk?.signal.aborted) return answer
    forget(context)
    given.set(keyOf(asked), answer)
    return answer
  }
  const again: GivenAnswers['again'] = async (context, asked) => {
    const known = on === context.library ? given.get(keyOf(asked)) : undefined
    return known && (asked.language === undefined || asked.language === known.language) ? known : give(context, asked)
  }
  return { give, again }
}
