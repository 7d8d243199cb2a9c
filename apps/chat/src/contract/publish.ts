import * as z from 'zod'

/** `POST /api/documents`: the id under which a file was read in. */
export const publishedSchema = z.object({ id: z.string() }).meta({ id: 'Published' })
