import { failure, type Result, success } from '@finsam/domain'
import type { Authorization } from './authorization.ts'

export type SettingsFailure = 'invalid-authorization'

const isUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

const invalid = (message: string) => failure('invalid-authorization', message)

function issuedBy(environment: NodeJS.ProcessEnv, issuer: string): Result<Authorization, SettingsFailure> {
  const resource = environment.FINSAM_MCP_RESOURCE
  const jwksUri = environment.FINSAM_MCP_JWKS
  if (!resource || !jwksUri)
    return invalid(
      'FINSAM_MCP_ISSUER needs FINSAM_MCP_RESOURCE (the address of this server’s /mcp) and FINSAM_MCP_JWKS (the issuer’s key set) beside it.',
    )
  const odd = Object.entries({ FINSAM_MCP_ISSUER: issuer, FINSAM_MCP_RESOURCE: resource, FINSAM_MCP_JWKS: jwksUri }).find(
    ([, url]) => !isUrl(url),
  )
  if (odd) return invalid(`${odd[0]} must be an http(s) address; it is "${odd[1]}".`)
  return success({ kind: 'oauth', issuer, resource, jwksUri })
}

/**
 * Reads from the environment who may call: nothing set → nobody is asked for a token (loopback only).
 *
 * @example parseAuthorization({ FINSAM_MCP_TOKEN_SHA256: '9f86d0…' }) // → { kind: 'token', sha256: '9f86d0…' }
 */
export function parseAuthorization(environment: NodeJS.ProcessEnv): Result<Authorization | undefined, SettingsFailure> {
  const sha256 = environment.FINSAM_MCP_TOKEN_SHA256
  const issuer = environment.FINSAM_MCP_ISSUER
  if (sha256 && issuer) return invalid('Set either FINSAM_MCP_TOKEN_SHA256 or FINSAM_MCP_ISSUER, not both.')
  if (issuer) return issuedBy(environment, issuer)
  if (!sha256) return success(undefined)
  if (!/^[0-9a-f]{64}$/i.test(sha256))
    return invalid('FINSAM_MCP_TOKEN_SHA256 must be the SHA-256 of the token as 64 hexadecimal digits: printf %s "$TOKEN" | sha256sum')
  return success({ kind: 'token', sha256: sha256.toLowerCase() })
}
