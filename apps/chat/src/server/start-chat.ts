import { failure, type Result, success } from '@finsam/domain'
import { createChatServer } from './create-server.ts'
import type { ChatOptions } from './options.ts'
import { isLoopback } from './security.ts'

export interface StartOptions extends ChatOptions {
  /** Default `127.0.0.1`. */
  readonly host?: string
  /** Default 4500; 0 takes any free port. */
  readonly port?: number
}

export interface RunningChat {
  /** What to open in a browser: `http://127.0.0.1:4500`. */
  readonly address: string
  /** Takes no new request, finishes the running ones, and then ends. */
  readonly stop: () => Promise<void>
}

export type StartFailure = 'unguarded-address' | 'weak-token' | 'address-in-use' | 'address-not-available'

/**
 * Starts the chat. Refuses an address that others can reach unless it is told how to know them: a token, or the header of a trusted proxy.
 *
 * @example const started = await startChat({ context, ask }) // → { ok: true, value: { address: 'http://127.0.0.1:4500', stop } }
 */
export async function startChat(options: StartOptions): Promise<Result<RunningChat, StartFailure>> {
  const { host = '127.0.0.1', port = 4500 } = options
  const unsafe = checkAccess(options, host)
  if (unsafe) return unsafe
  const hostNames = isLoopback(host) ? options.hostNames : [...(options.hostNames ?? []), ...(isAnyAddress(host) ? [] : [host])]
  const server = await createChatServer({ ...options, ...(hostNames ? { hostNames } : {}) })
  try {
    return success({ address: await server.listen({ host, port }), stop: () => server.close() })
  } catch (error) {
    await server.close()
    return failureOf(error, host, port)
  }
}

const isAnyAddress = (host: string): boolean => host === '0.0.0.0' || host === '::'

function checkAccess({ token, userHeader }: ChatOptions, host: string): Result<never, StartFailure> | undefined {
  if (token !== undefined && token.length < 16)
    return failure(
      'weak-token',
      'The access token is shorter than 16 characters. Give a longer one, for example the output of “openssl rand -hex 24”.',
    )
  if (!isLoopback(host) && !token && !userHeader)
    return failure(
      'unguarded-address',
      `${host} can be reached by others. Set FINSAM_TOKEN to an access token, give --user-header with the header in which your sign-in proxy tells who the person is, or listen on 127.0.0.1.`,
    )
  return undefined
}

function failureOf(error: unknown, host: string, port: number): Result<never, StartFailure> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return failure(
      'address-in-use',
      `Port ${port} on ${host} is taken by another program. Choose another with --port N; 0 takes any free one.`,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES')
    return failure(
      'address-not-available',
      `The server cannot listen on ${host}, port ${port}. Choose an address of this machine and a port that is free to use.`,
    )
  throw error
}
