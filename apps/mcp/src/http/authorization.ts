import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import { failure, type Result, success } from '@finsam/domain'
import { type AuthInfo, OAuthError, OAuthErrorCode, type OAuthTokenVerifier } from '@modelcontextprotocol/server'
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose'

/** The scope that a token of an authorization server must carry. */
export const readScope = 'budget:read'

/**
 * Who may call: bearers of one shared token, of which only the SHA-256 is kept, or of tokens that an OAuth 2.1 authorization server issued
 * for this server (`resource` is their audience).
 */
export type Authorization =
  | { readonly kind: 'token'; readonly sha256: string }
  | { readonly kind: 'oauth'; readonly issuer: string; readonly resource: string; readonly jwksUri: string }

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

const refused = (message: string) => new OAuthError(OAuthErrorCode.InvalidToken, message)

const nowSeconds = () => Math.floor(Date.now() / 1000)

/** A shared token has no end of its own; the SDK wants one. */
const sharedToken = (expected: Buffer): OAuthTokenVerifier => ({
  verifyAccessToken: async token => {
    if (!timingSafeEqual(sha256(token), expected)) throw refused('The token is not the one that this server knows.')
    return { token, clientId: 'shared-token', scopes: [readScope], expiresAt: nowSeconds() + 3_600 }
  },
})

const signatures = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

const callerOf = (token: string, payload: JWTPayload, resource: string): AuthInfo => ({
  token,
  clientId: String(payload.client_id ?? payload.azp ?? payload.sub ?? 'unknown'),
  scopes: typeof payload.scope === 'string' ? payload.scope.split(' ') : [],
  resource: new URL(resource),
  ...(payload.exp === undefined ? {} : { expiresAt: payload.exp }),
})

/** Faults of the token itself; anything else is the key set's, and no fault of the caller. */
const isTokenFault = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== 'ERR_JOSE_GENERIC'

const issuedTokens = ({ issuer, resource, jwksUri }: Extract<Authorization, { kind: 'oauth' }>): OAuthTokenVerifier => {
  const keys = createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 5_000 })
  return {
    verifyAccessToken: async token => {
      try {
        const { payload } = await jwtVerify(token, keys, { issuer, audience: resource, algorithms: signatures, requiredClaims: ['exp'] })
        return callerOf(token, payload, resource)
      } catch (error) {
        if (isTokenFault(error)) throw refused('The token is not valid for this server.')
        throw new OAuthError(OAuthErrorCode.ServerError, "The authorization server's keys cannot be fetched. Try again later.")
      }
    },
  }
}

export const verifierOf = (authorization: Authorization): OAuthTokenVerifier =>
  authorization.kind === 'token' ? sharedToken(Buffer.from(authorization.sha256, 'hex')) : issuedTokens(authorization)

const loopbackNames = new Set(['localhost', '::1', '[::1]', '::ffff:127.0.0.1'])

/** Whether an address can be reached from this machine only. A name other than `localhost` cannot be told, and counts as open. */
export const isLoopback = (host: string): boolean => loopbackNames.has(host) || (isIP(host) === 4 && host.startsWith('127.'))

/**
 * Refuses to serve beyond this machine without authorization.
 *
 * @example checkListening('0.0.0.0', undefined) // → failure 'open-without-authorization'
 */
export function checkListening(host: string, authorization: Authorization | undefined): Result<void, 'open-without-authorization'> {
  if (authorization || isLoopback(host)) return success(undefined)
  return failure(
    'open-without-authorization',
    `Refusing to listen on ${host} without authorization: anyone who reaches it could read the documents. Set FINSAM_MCP_TOKEN_SHA256, or FINSAM_MCP_ISSUER with FINSAM_MCP_RESOURCE and FINSAM_MCP_JWKS, or listen on 127.0.0.1.`,
  )
}
