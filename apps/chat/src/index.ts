export { createChatServer } from './server/create-server.ts'
export type {
  Access,
  AskFunction,
  ChatOptions,
  DraftFile,
  DrawSource,
  Publish,
  ReadDraft,
  RequestLimits,
  SourceSpot,
} from './server/options.ts'
export { type RunningChat, type StartFailure, type StartOptions, startChat } from './server/start-chat.ts'
