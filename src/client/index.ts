export type { OnProblem } from './answers.ts'
export {
  type Client,
  type ClientOptions,
  type CreateClient,
  createClient,
  type RequestOptions,
} from './create-client.ts'
export type { Fetch } from './fetch.ts'
export type { UploadStrategy } from './upload.ts'
export { type HeadersSource, type HeaderValues, withHeaders } from './with-headers.ts'
export { type SecretSource, withSecret } from './with-secret.ts'
