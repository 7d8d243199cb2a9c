import * as z from 'zod'

/** What every request that is not answered gets: what was wrong, and what to do. Never a path or a stack. */
export const failureSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      nearest: z.array(z.string()).optional(),
      /** Told with our own faults, and written in the log beside the cause. */
      id: z.string().optional(),
    }),
  })
  .meta({ id: 'Failure' })
export type FailureBody = z.infer<typeof failureSchema>
