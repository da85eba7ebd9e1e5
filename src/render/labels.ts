import { createContext, useContext } from 'react'

/** Every text the renderer itself writes. */
export interface RenderLabels {
  showMore: string
  copy: string
  copied: string
  clear: string
  search: string
  noResults: string
  selectPlaceholder: string
  datePlaceholder: string
  previousMonth: string
  nextMonth: string
  done: string
  notDone: string
  chart: string
  loading: string
  brokenWidget: string
  patternMismatch: string
}

/** The texts in English. */
export const englishLabels: RenderLabels = {
  showMore: 'Show more',
  copy: 'Copy',
  copied: 'Copied',
  clear: 'Clear',
  search: 'Search',
  noResults: 'No results',
  selectPlaceholder: 'Select…',
  datePlaceholder: 'Select date…',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  done: 'Done',
  notDone: 'Not done',
  chart: 'Chart',
  loading: 'Loading',
  brokenWidget: 'This widget cannot be shown.',
  patternMismatch: 'Please match the requested format.',
}

const LabelsContext = createContext(englishLabels)

/** Gives the texts to everything drawn inside. */
export const LabelsProvider = LabelsContext.Provider

/** The renderer's own texts. */
export function useLabels(): RenderLabels {
  return useContext(LabelsContext)
}
