import { fold } from '../../words/fold.ts'
import type { Scope } from '../scope.ts'
import type { Evidence } from './evidence.ts'
import { saidIn } from './expected.ts'
import type { FactQuestion } from './fact-question.ts'

/** What an association is called, who belongs to it and whom it employs, with the words that ask for it. */
const identities: readonly { readonly attribute: RegExp; readonly asked: RegExp; readonly topic?: string }[] = [
  { attribute: /^(tidigare )?namn$/, asked: /\b(namn\w*|het(er|te)|kalla\w*|benamn\w*|names?|named|called)\b/ },
  {
    attribute: /^(antal )?medlemmar$/,
    asked:
      /(medlem|kommun|huvudman|\bpart(er|erna|ies)\b|ingar|\btillhor|\bbestar|finansi|member|municipalit|belong|made up|funded|financ)/,
    topic: 'members',
  },
  { attribute: /^egna anstallda$/, asked: /(anstall|personal|medarbetare|staff|employ|\bhires?\b)/, topic: 'employees' },
]

/** What an association is called, and how many belong to it, answers only where that is asked for, however many other words its sentence holds. */
export const ofIdentity = ({ frame }: Scope, question: FactQuestion): ((evidence: Evidence) => boolean) => {
  const said = saidIn(frame)
  const unasked = identities.filter(({ asked, topic }) => !asked.test(said) && !(topic !== undefined && question.topics.includes(topic)))
  return ({ fact }) => {
    const attribute = fold(fact.attribute)
    const ofItself = attribute !== 'namn' || fold(String(fact.value)).startsWith('samordningsf')
    return !ofItself || question.expected === 'former-name' || unasked.every(identity => !identity.attribute.test(attribute))
  }
}
