import { readFileSync } from 'node:fs'
import { type ExportedFact, findMatch, type GoldenFact } from './match-facts.ts'

/**
 * Grades the prose facts of an export against a golden file, by line (within one) and value:
 * `node test/grade-facts/run.ts EXPORT.json GOLDEN.json [--show]`. Exit code 1 below 90 %.
 */
const [exportFile, goldenFile] = process.argv.slice(2)
if (!exportFile || !goldenFile) {
  console.error('Name the export and the golden file: node test/grade-facts/run.ts EXPORT.json GOLDEN.json')
  process.exit(2)
}
const offered: readonly ExportedFact[] = JSON.parse(readFileSync(exportFile, 'utf8')).facts
const golden: readonly GoldenFact[] = JSON.parse(readFileSync(goldenFile, 'utf8')).facts
const missed = golden.filter(fact => findMatch(fact, offered) === undefined)
if (process.argv.includes('--show'))
  for (const fact of missed)
    console.log(
      `missed  line ${fact.line}  ${fact.subject} · ${fact.attribute}: ${JSON.stringify(fact.value)} (${fact.printed ?? 'derived'})`,
    )
const found = golden.length - missed.length
console.log(
  `${goldenFile.split('/').at(-1)}: ${found}/${golden.length} facts (${((100 * found) / golden.length).toFixed(1)} %), ${offered.length} facts in the export`,
)
process.exitCode = found / golden.length >= 0.9 ? 0 : 1
