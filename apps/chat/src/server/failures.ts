import { randomUUID } from 'node:crypto'
import { type Failure, failureText } from '@finsam/domain'
import { StoreError } from '@finsam/indexer'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { FailureBody } from '../contract/failure.ts'
import { type Language, languageOf } from './language.ts'
import { swedishFailures } from './swedish-failures.ts'

type Words = { readonly [L in Language]: string }

/** One sentence per refusal of the server itself: what was wrong, and what to do. */
const refusals = {
  'bad-request': {
    sv: 'Anropet gick inte att förstå. Rätta det och försök igen.',
    en: 'The request could not be understood. Correct it and try again.',
  },
  'not-found': { sv: 'Sidan eller adressen finns inte.', en: 'There is no such page or address.' },
  'too-large': {
    sv: 'Det som skickades är för stort. Skicka en mindre fil eller en kortare fråga.',
    en: 'What was sent is too large. Send a smaller file or a shorter question.',
  },
  'wrong-type': { sv: 'Innehållet har en typ som inte tas emot. Skicka JSON.', en: 'This content type is not accepted. Send JSON.' },
  'too-many-requests': {
    sv: 'För många anrop på kort tid. Vänta en stund och försök igen.',
    en: 'Too many requests in a short time. Wait a while and try again.',
  },
  overloaded: {
    sv: 'Servern är hårt belastad just nu. Försök igen om en stund.',
    en: 'The server is busy right now. Try again in a moment.',
  },
  'cross-site': {
    sv: 'Anropet kom från en annan webbplats och togs inte emot.',
    en: 'The request came from another site and was refused.',
  },
  'unknown-host': {
    sv: 'Servern svarar inte under det värdnamnet. Använd den adress som den skrev ut när den startade.',
    en: 'The server does not answer to that host name. Use the address that it printed when it started.',
  },
  'not-signed-in': { sv: 'Du behöver logga in: ange åtkomstnyckeln.', en: 'You need to sign in: give the access token.' },
  'page-not-built': {
    sv: 'Webbsidan är inte byggd. Kör ”npm run build” och starta om.',
    en: 'The page has not been built. Run “npm run build” and start again.',
  },
  'no-publishing': {
    sv: 'Den här installationen tar inte emot nya dokument från webbsidan. Läs in dem med kommandot ”finsam ingest FIL”.',
    en: 'This installation takes no new documents from the page. Load them with the command “finsam ingest FILE”.',
  },
  'unknown-cell': {
    sv: 'Cellen finns inte i dokumentet, eller så har dokumentet lästs in på nytt. Ladda om sidan.',
    en: 'The document has no such cell, or it has been read anew since. Load the page again.',
  },
  'unknown-edition': {
    sv: 'Den utgåvan av dokumentet finns inte sparad. Öppna dokumentet som det är nu i stället.',
    en: 'That edition of the document is not kept. Open the document as it is now instead.',
  },
  'no-picture': {
    sv: 'Raden har ingen sida att visa som bild. Läs dess text i stället.',
    en: 'The line has no page that could be shown as a picture. Read its text instead.',
  },
  'unknown-upload': {
    sv: 'Filen väntar inte längre på granskning: den är inläst eller borttagen. Gå tillbaka till listan.',
    en: 'The file is no longer waiting for review: it has been published or removed. Go back to the list.',
  },
  'no-records': {
    sv: 'Den här installationen sparar inte rättelser och delade svar.',
    en: 'This installation keeps neither corrections nor shared answers.',
  },
  'unknown-answer': {
    sv: 'Det finns inget delat svar på den adressen. Be om länken igen, eller ställ frågan på nytt.',
    en: 'There is no shared answer at this address. Ask for the link again, or ask the question anew.',
  },
  'no-drafts': {
    sv: 'Den här installationen tar inte emot utkast.',
    en: 'This installation takes no drafts.',
  },
  internal: {
    sv: 'Något gick fel hos oss. Försök igen; händer det igen, lämna felnumret till den som sköter tjänsten.',
    en: 'Something went wrong on our side. Try again; if it happens again, give the error number to whoever runs the service.',
  },
} satisfies Record<string, Words>
export type RefusalCode = keyof typeof refusals

/** Refuses a request with a code of the server's own. */
export function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: RefusalCode): FastifyReply {
  return reply.code(status).send({ error: { code, message: refusals[code][languageOf(request)] } })
}

/** An expected failure of the layers below as the reader is told it: in Swedish where that has been worded, else in its own words. */
export function toldFailure(failure: Failure, language: Language): FailureBody['error'] {
  const { code, nearest, words } = failure
  const swedish = language === 'sv' && words === undefined ? swedishFailures[code] : undefined
  return { code, message: swedish ?? failureText(failure, language), ...(nearest ? { nearest: [...nearest] } : {}) }
}

/** Refuses a request with a failure of the layers below. */
export const refuseWith = (request: FastifyRequest, reply: FastifyReply, status: number, failure: Failure): FastifyReply =>
  reply.code(status).send({ error: toldFailure(failure, languageOf(request)) })

const codeOfStatus = (status: number): RefusalCode =>
  status === 413
    ? 'too-large'
    : status === 415
      ? 'wrong-type'
      : status === 429
        ? 'too-many-requests'
        : status === 503
          ? 'overloaded'
          : 'bad-request'

function whatIsWrong(error: FastifyError): string | undefined {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined
  return error.validation
    .map(issue => `${issue.instancePath.replace(/^\//, '') || 'body'}: ${issue.message}`)
    .join('; ')
    .slice(0, 500)
}

/** A fault of our own: its cause goes to the log, its number to the reader. What the store could not do is told as it is. */
export function fault(error: unknown, request: FastifyRequest, log: (line: string) => void): FailureBody {
  if (error instanceof StoreError) return { error: toldFailure(error.failure, languageOf(request)) }
  const id = randomUUID()
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
  log(`${id} ${request.method} ${request.routeOptions.url ?? 'unknown route'}: ${cause}`)
  return { error: { code: 'internal', message: `${refusals.internal[languageOf(request)]} (${id})`, id } }
}

/** Every error becomes one clear message; the cause of our own faults goes to the log under the id that the message bears. */
export function registerFailures(app: FastifyInstance, log: (line: string) => void): void {
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 404, 'not-found'))
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 400 && status < 500) {
      const code = codeOfStatus(status)
      const detail = whatIsWrong(error)
      const message = refusals[code][languageOf(request)]
      return reply.code(status).send({ error: { code, message: detail ? `${message} (${detail})` : message } })
    }
    if (status === 503) return refuse(request, reply, 503, 'overloaded')
    return reply.code(error instanceof StoreError ? 507 : 500).send(fault(error, request, log))
  })
}
