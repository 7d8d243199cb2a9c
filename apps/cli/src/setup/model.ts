import { modelSettings, type WithModel } from '@finsam/assistant'
import { type Result, success } from '@finsam/domain'

/** The language model that the environment names; undefined where none is configured, and nothing leaves the machine. */
export function modelOf(environment: NodeJS.ProcessEnv): Result<WithModel | undefined> {
  const settings = modelSettings(environment)
  if (!settings.ok) return settings
  return success(settings.value ? { settings: settings.value } : undefined)
}
