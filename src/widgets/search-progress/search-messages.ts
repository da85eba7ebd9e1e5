import { z } from 'zod'

/** The card's own words, in the state so that each card keeps its language; `{count}` and the like are filled in. */
export const searchMessages = z.strictObject({
  searching: z.string().default('Searching…'),
  looking: z.string().default('Looking for pages…'),
  found: z.string().default('{count} results'),
  foundOne: z.string().default('1 result'),
  failed: z.string().default('The search failed'),
  empty: z.string().default('Nothing found'),
  emptyHint: z.string().default('No page matches “{query}”. Try other words.'),
})
export type SearchMessages = z.infer<typeof searchMessages>

/** The card in French. */
export const searchFrench: SearchMessages = {
  searching: 'Recherche en cours…',
  looking: 'Consultation des pages…',
  found: '{count} résultats',
  foundOne: '1 résultat',
  failed: 'La recherche a échoué',
  empty: 'Aucun résultat',
  emptyHint: 'Aucune page ne correspond à « {query} ». Essayez d’autres mots.',
}
