import { live, onMessage, pause, progress, type ScriptEntry, say } from 'parlor/mock'
import { addResults, finishSearch, searchProgress, searchResults, searchStart } from 'parlor/widgets/search-progress'
import { named } from './named.ts'

const found = searchResults.map((_, index) => addResults(searchStart, searchResults.slice(0, index + 1)))
const all = found.at(-1) ?? searchStart

/** A search whose card fills with results one by one. */
export const searchTurns = [
  onMessage(
    /search|find/i,
    named('Up the Zugspitze', [
      progress('Looking around', 'search'),
      pause(600),
      live(searchProgress, [searchStart, ...found, finishSearch(all)], { every: 700, component: true }),
      say(
        'The **rack railway** is the easy way, the [Reintal](https://hiking.example.com/zugspitze-routes) the long one.',
      ),
    ]),
  ),
] satisfies ScriptEntry[]
