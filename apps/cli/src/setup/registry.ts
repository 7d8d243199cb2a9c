import { readFile } from 'node:fs/promises'
import { failure, type Registry, type Result, registrySchema, success } from '@finsam/domain'
import { shippedRegistry } from './shipped-data.ts'

/** The associations that are known by name: those of the given file, else the shipped ones, else none. */
export async function loadRegistry(file: string | undefined): Promise<Result<Registry>> {
  const path = file ?? shippedRegistry()
  if (path === undefined) return success({ associations: [] })
  try {
    const parsed = registrySchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (parsed.success) return success(parsed.data)
    const [issue] = parsed.error.issues
    return failure(
      'registry-invalid',
      `The registry does not fit its schema at ${issue?.path.join('.') ?? 'its root'}: ${issue?.message ?? 'unknown'}.`,
    )
  } catch {
    return failure('registry-unreadable', 'The registry cannot be read as JSON. Check the file given with --registry.')
  }
}
