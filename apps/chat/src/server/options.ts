import type { Answer, AskInput, AssistantContext } from '@finsam/assistant'
import type { DocumentReading, Result } from '@finsam/domain'
import type { Records, WaitingFiles } from '@finsam/indexer'
import type { Authorization } from '@finsam/mcp'

/** What a language model needs of the talk, and what it may say before its answer is whole. */
export interface Talk {
  /** Earlier turns as they were shown, the oldest first. */
  readonly earlier: readonly { readonly question: string; readonly answer: string }[]
  /** Aborted when whoever asked has left or pressed stop. */
  readonly signal: AbortSignal
  /** Told each sentence that has passed the gate, in order, with the white space after it. */
  readonly sentence: (text: string) => void
}

/** Turns a question into the whole answer; `ask` of `@finsam/assistant`, or `answerQuestion` with a model. */
export type AskFunction = (context: AssistantContext, asked: AskInput, talk?: Talk) => Answer | Promise<Answer>

/** A file that someone wants checked; the name is the client's and no path. */
export interface DraftFile {
  readonly bytes: Uint8Array
  readonly fileName: string
}

/** What a file turned into: its reading, and the text's lines, line 1 first. */
export interface ReadFile {
  readonly reading: DocumentReading
  readonly lines: readonly string[]
}

/** How far the reading of a file has come: page 12 of 40. */
export interface ReadingProgress {
  readonly page: number
  readonly of: number
}

/** Reads a file and keeps nothing of it; `readFile` of `@finsam/reader`, with the text's lines. `tell` hears how far it has come. */
export type ReadDraft = (file: DraftFile, tell?: (progress: ReadingProgress) => void) => Result<ReadFile> | Promise<Result<ReadFile>>

/** Reads a file into the store, at once or not at all; the same bytes again change nothing. `ingest` of the store; `id` where not the file's name. */
export type Publish = (file: DraftFile & { readonly id?: string; readonly replace?: boolean }) => Promise<Result<{ readonly id: string }>>

/** A line's place on a page of a file: its box in points, or else which of the page's lines it is (1-based). */
export interface SourceSpot {
  readonly page: number
  readonly box?: readonly [number, number, number, number]
  readonly line?: number
}

/** Draws a page of a document's own file as a PNG picture with a line marked; `drawPage` of `@finsam/reader`. */
export type DrawSource = (document: string, spot: SourceSpot) => Promise<Result<Uint8Array>>

/** How many requests one address may make in a minute before it gets 429, and how many may be in work at once before others get 503. */
export interface RequestLimits {
  readonly perMinute: number
  readonly questionsPerMinute: number
  readonly atOnce?: number
}

/** Who may speak to a server that others can reach. One of the two is needed on any address but loopback. */
export interface Access {
  /** A secret of at least 16 characters: as `Authorization: Bearer …`, or typed once in the page. */
  readonly token?: string
  /** Name of the header in which a trusted proxy in front (OIDC) tells who the person is: `x-forwarded-user`. */
  readonly userHeader?: string
  /** Who may call the MCP endpoint, where that is not whoever has the token: bearers of tokens that an authorization server issued. */
  readonly mcpAuthorization?: Authorization
}

/** Where a route gets what is known now. */
export type CurrentContext = () => Promise<AssistantContext>

/** Everything that a chat server needs; a server holds nothing else. */
export interface ChatOptions extends Access {
  /** What is known now: a context, or where to get the current one (asked for at each request, so keep it at hand). */
  readonly context: AssistantContext | (() => AssistantContext | Promise<AssistantContext>)
  /** Left out: `ask` of `@finsam/assistant`. */
  readonly ask?: AskFunction
  /** Left out, no draft can be checked. */
  readonly readDraft?: ReadDraft
  /** Left out, documents cannot be added from the page; it needs `readDraft` and `waiting` too. */
  readonly publish?: Publish
  /** Where uploaded files wait for review. */
  readonly waiting?: WaitingFiles
  /** All lines of an edition of a document that has been replaced; left out, only what is loaded can be read. */
  readonly replacedLines?: (document: string, hash: string) => Promise<readonly string[] | undefined>
  /** Left out, the source view shows the text of pages alone. */
  readonly drawSource?: DrawSource
  /**
   * What people leave behind: corrections, shared answers, the log of what was asked; `records` of the store whose corrections `context` has in it.
   * Left out, nothing is kept, and the page offers neither corrections nor links to frozen answers.
   */
  readonly records?: Records
  /** The language model that `ask` sends questions to, told on the page; left out, no model is used. */
  readonly model?: { readonly name: string; readonly host: string }
  /** Host names under which the server is reached, beside the address that it listens on. */
  readonly hostNames?: readonly string[]
  readonly limits?: RequestLimits
  /** Folder of the built page; left out, the one beside the build of this package. */
  readonly pageFolder?: string
  /** Where our own faults are written, one line each; left out, to standard error. */
  readonly log?: (line: string) => void
}
