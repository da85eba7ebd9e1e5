import type { RenderLabels } from '../labels.ts'

/** The renderer's texts in German. */
export const labels: RenderLabels = {
  showMore: 'Mehr anzeigen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  clear: 'Leeren',
  search: 'Suchen',
  noResults: 'Nichts gefunden',
  selectPlaceholder: 'Auswählen …',
  datePlaceholder: 'Datum auswählen …',
  previousMonth: 'Voriger Monat',
  nextMonth: 'Nächster Monat',
  done: 'Erledigt',
  notDone: 'Nicht erledigt',
  chart: 'Diagramm',
  loading: 'Wird geladen',
  brokenWidget: 'Dieses Widget kann nicht angezeigt werden.',
  valueMissing: 'Bitte dieses Feld ausfüllen.',
  choiceMissing: 'Bitte eine der Möglichkeiten auswählen.',
  tickMissing: 'Bitte dieses Kästchen ankreuzen, um fortzufahren.',
  emailMismatch: 'Bitte eine E-Mail-Adresse eingeben.',
  urlMismatch: 'Bitte eine Webadresse eingeben.',
  numberMismatch: 'Bitte eine Zahl eingeben.',
  patternMismatch: 'Bitte das gewünschte Format einhalten.',
}
