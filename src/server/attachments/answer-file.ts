import type { FileDesk, UserContext } from '../options.ts'
import type { Desk } from './desk.ts'
import { preview } from './preview.ts'
import { uploadDirectly, uploadOnce } from './upload.ts'

/** Answers what comes to addresses of files; `null` for all other requests. Each part is told by the address and the method alone. */
export function answerFile(desk: Desk, request: Request, server: FileDesk<UserContext>): Promise<Response> | null {
  const token = desk.urls.tokenOf(request.url)
  if (token === null) return null
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return token === '' ? null : preview(desk, token, request, server)
    case 'PUT':
      return token === '' ? null : uploadOnce(desk, token, request, server)
    case 'POST':
      return token === '' ? uploadDirectly(desk, request, server) : uploadOnce(desk, token, request, server)
    default:
      return null
  }
}
