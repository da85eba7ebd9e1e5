export type { OnProblem } from './answers.ts'
export {
  type Client,
  type ClientOptions,
  type CreateClient,
  createClient,
  type RequestOptions,
  type UploadOptions,
} from './create-client.ts'
export { type Fetch, globalFetch, type SendInit } from './fetch.ts'
export { newKey } from './new-key.ts'
export { isSameOrigin, type UploadStrategy } from './upload.ts'
export { type HeadersSource, type HeaderValues, withHeaders } from './with-headers.ts'
export { type SecretSource, withSecret } from './with-secret.ts'
