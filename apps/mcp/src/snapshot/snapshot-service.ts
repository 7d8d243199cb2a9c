// What the bundled file needs once a tool is called, apart from its entry so that it is not waited for before.
export { tools } from '@finsam/assistant'
export { openSnapshot } from './snapshot-context.ts'
