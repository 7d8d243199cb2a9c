import { writeFileSync } from 'node:fs'
import { errorPage } from './error-codes.ts'

writeFileSync(new URL('../../docs/errors.md', import.meta.url), errorPage())
