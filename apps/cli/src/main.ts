import { closeQuietlyOnBrokenPipe, reportBug } from './print/console.ts'
import { buildProgram } from './program.ts'

closeQuietlyOnBrokenPipe()
try {
  process.exitCode = await buildProgram().run(process.argv)
} catch (error) {
  process.exitCode = reportBug(error)
}
