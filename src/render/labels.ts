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
  valueMissing: string
  choiceMissing: string
  tickMissing: string
  emailMismatch: string
  urlMismatch: string
  numberMismatch: string
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
  valueMissing: 'Please fill in this field.',
  choiceMissing: 'Please choose one of these options.',
  tickMissing: 'Please tick this box to go on.',
  emailMismatch: 'Please enter an email address.',
  urlMismatch: 'Please enter a web address.',
  numberMismatch: 'Please enter a number.',
  patternMismatch: 'Please match the requested format.',
}

const LabelsContext = createContext(englishLabels)

/** Gives the texts to everything drawn inside. */
export const LabelsProvider = LabelsContext.Provider

/** The renderer's own texts. */
export function useLabels(): RenderLabels {
  return useContext(LabelsContext)
}
