import * as z from 'zod/mini'
import { wholeSchema } from './whole.ts'

/** A member as data: its id, name, kind and the other names that documents use for it. */
export const memberSchema = z.object({
  /** Unique in the registry: `koping`, `region-vastmanland`, `forsakringskassan`. */
  id: z.string(),
  name: z.string(),
  kind: z.enum(['state', 'region', 'municipality']),
  aliases: z.array(z.string()),
})
/** A *medlem*: the state's agencies, a region or a municipality that pays into the association. */
export type Member = z.infer<typeof memberSchema>

/** An association as data: ids in lower case with hyphens, days as ISO. */
export const associationSchema = z.object({
  id: z.string(),
  /** In full: `Samordningsförbundet Västmanland`. */
  name: z.string(),
  /** As people say it: `Västmanland`. */
  shortName: z.string(),
  aliases: z.array(z.string()),
  orgNumber: z.optional(z.string()),
  county: z.optional(z.string()),
  /** ISO days. */
  formed: z.optional(z.string()),
  closed: z.optional(z.string()),
  predecessors: z.array(z.string()),
  successor: z.optional(z.string()),
  members: z.array(memberSchema),
  /** Where each statement about it comes from. */
  sources: z.array(z.object({ about: z.string(), document: z.string(), line: z.optional(wholeSchema) })),
})
/** A *samordningsförbund*: a legal person of its own that pays for shared rehabilitation. */
export type Association = z.infer<typeof associationSchema>

/** The associations that are known beforehand; others come from their documents. */
export const registrySchema = z.object({ associations: z.array(associationSchema) })
/** The associations that are known beforehand, with where each statement about them comes from. */
export type Registry = z.infer<typeof registrySchema>
