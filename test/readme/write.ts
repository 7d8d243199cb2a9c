import { readFileSync, writeFileSync } from 'node:fs'
import { withFreshOutput } from './examples.ts'

const readme = new URL('../../README.md', import.meta.url)
writeFileSync(readme, withFreshOutput(readFileSync(readme, 'utf8')))
