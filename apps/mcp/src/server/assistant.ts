/** The assistant's tools and sources, fetched when a request needs them: a client's greeting and its tool list wait for nothing. */
export const assistant = () => import('@finsam/assistant')
