import { type Association, findMember } from '@finsam/domain'
import * as z from 'zod'
import { ToolError } from '../tool.ts'

/** How many people live in a member municipality. */
export const populationInput = z.strictObject({
  member: z.string().min(1).max(200).describe('Municipality'),
  population: z.int().min(0).max(20_000_000),
})
export type PopulationInput = z.output<typeof populationInput>

/** Populations by member id; one of nobody's municipality is refused with the members' names. */
export function parsePopulations({ members, shortName }: Association, given: readonly PopulationInput[]): Record<string, number> {
  const municipalities = members.filter(({ kind }) => kind === 'municipality')
  return Object.fromEntries(
    given.map(({ member, population }) => {
      const found = findMember(member, municipalities)
      if (found) return [found.id, population]
      throw new ToolError(
        'invalid-arguments',
        `"${member}" is no municipality of ${shortName}.`,
        municipalities.map(({ name }) => name),
      )
    }),
  )
}
