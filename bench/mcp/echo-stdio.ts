import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { buildEcho } from './echo-server.ts'

serveStdio(buildEcho)
