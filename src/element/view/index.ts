export { mountView } from './mount.tsx'
