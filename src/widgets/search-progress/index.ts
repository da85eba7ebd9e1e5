export { type SearchMessages, searchFrench, searchMessages } from './search-messages.ts'
export {
  searchDone,
  searchEmpty,
  searchFailed,
  searchResults,
  searchStart,
  searchStep1,
  searchStep2,
  searchTwo,
} from './search-progress.sample.ts'
export {
  type SearchProgressInput,
  type SearchProgressState,
  type SearchQuery,
  type SearchResult,
  searchProgress,
  searchProgressState,
  searchQuery,
  searchResult,
} from './search-progress.tsx'
export { addResults, failSearch, finishSearch, startSearch } from './search-steps.ts'
