import type { SearchResult } from './search-progress.tsx'
import { addResults, failSearch, finishSearch, startSearch } from './search-steps.ts'

/** Pages a search may find, in the order they come in. */
export const searchResults: SearchResult[] = [
  {
    title: 'Zugspitze – Germany’s highest mountain',
    url: 'https://www.example.org/alps/zugspitze',
    snippet:
      'At 2,962 metres the Zugspitze is the highest peak of the Wetterstein and of Germany. Three glaciers lie on its flanks.',
  },
  {
    title: 'Three ways up the Zugspitze',
    url: 'https://hiking.example.com/zugspitze-routes',
    snippet:
      'Through the Reintal in two days, over the Höllental glacier with crampons, or from Ehrwald in one long one.',
  },
  {
    title: 'Timetable of the rack railway',
    url: 'https://rail.example.net/timetable?line=zugspitze',
    snippet: 'Trains leave Garmisch-Partenkirchen every hour from 8:15; the last one down is at 16:30.',
  },
  { title: 'Weather at the summit, hour by hour', url: 'https://weather.example.org/summit' },
]

/** Nothing found yet. */
export const searchStart = startSearch('search-1', 'How do I get up the Zugspitze?')

/** One result, still searching. */
export const searchStep1 = addResults(searchStart, searchResults.slice(0, 1))

/** Three results, still searching. */
export const searchStep2 = addResults(searchStep1, searchResults.slice(1, 3))

/** All there is. */
export const searchDone = finishSearch(addResults(searchStep2, searchResults.slice(3)))

/** Broken off after the first result. */
export const searchFailed = failSearch(searchStep1, 'The search service did not answer. Please try again.')

/** Over, and nothing found. */
export const searchEmpty = finishSearch(startSearch('search-2', 'qwertzuiop asdfghjkl'))

/** Two queries, one of them done. */
export const searchTwo = finishSearch(
  addResults(startSearch('search-3', 'Zugspitze routes', 'Zugspitze weather'), searchResults.slice(0, 2)),
)
