export type { OnProblem } from './answers.ts'
export {
  type Client,
  type ClientOptions,
  type CreateClient,
  createClient,
  type RequestOptions,
} from './create-client.ts'
export { type Fetch, globalFetch } from './fetch.ts'
export { isSameOrigin, type UploadStrategy } from './upload.ts'
export { type HeadersSource, type HeaderValues, withHeaders } from './with-headers.ts'
export { type SecretSource, withSecret } from './with-secret.ts'
