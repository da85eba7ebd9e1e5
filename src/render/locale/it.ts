import type { RenderLabels } from '../labels.ts'

/** The renderer's texts in Italian. */
export const labels: RenderLabels = {
  showMore: 'Mostra altro',
  copy: 'Copia',
  copied: 'Copiato',
  clear: 'Cancella',
  search: 'Cerca',
  noResults: 'Nessun risultato',
  selectPlaceholder: 'Scegli…',
  datePlaceholder: 'Scegli una data…',
  previousMonth: 'Mese precedente',
  nextMonth: 'Mese successivo',
  done: 'Fatto',
  notDone: 'Da fare',
  chart: 'Grafico',
  loading: 'Caricamento',
  brokenWidget: 'Impossibile mostrare questo widget.',
  valueMissing: 'Compila questo campo.',
  choiceMissing: 'Scegli una di queste opzioni.',
  tickMissing: 'Seleziona questa casella per continuare.',
  emailMismatch: 'Inserisci un indirizzo email.',
  urlMismatch: 'Inserisci un indirizzo web.',
  numberMismatch: 'Inserisci un numero.',
  patternMismatch: 'Rispetta il formato richiesto.',
}
