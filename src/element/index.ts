import './jitless.ts'

export { ChatKitElement } from './element.ts'
export { register } from './register.ts'
