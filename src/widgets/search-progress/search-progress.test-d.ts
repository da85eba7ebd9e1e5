import { expectTypeOf, test } from 'vitest'
import type { WidgetRoot } from '../../define/index.ts'
import {
  addResults,
  type SearchProgressInput,
  type SearchProgressState,
  searchDone,
  searchProgress,
  startSearch,
} from './index.ts'

test('props come from the schema', () => {
  expectTypeOf(searchProgress).parameter(0).toEqualTypeOf<SearchProgressInput>()
  expectTypeOf(searchProgress(searchDone)).toEqualTypeOf<WidgetRoot>()
  // @ts-expect-error a misspelt field is caught in the editor
  searchProgress({ ...searchDone, query: '' })
})

test('a search has at least one query', () => {
  expectTypeOf(startSearch('a', 'b')).toEqualTypeOf<SearchProgressState>()
  // @ts-expect-error none is too few
  startSearch('a')
  // @ts-expect-error a result has an address
  addResults(searchDone, [{ title: '' }])
})
