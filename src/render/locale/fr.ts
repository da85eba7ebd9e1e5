import type { RenderLabels } from '../labels.ts'

/** The renderer's texts in French. */
export const labels: RenderLabels = {
  showMore: 'Afficher plus',
  copy: 'Copier',
  copied: 'Copié',
  clear: 'Effacer',
  search: 'Rechercher',
  noResults: 'Aucun résultat',
  selectPlaceholder: 'Choisir…',
  datePlaceholder: 'Choisir une date…',
  previousMonth: 'Mois précédent',
  nextMonth: 'Mois suivant',
  done: 'Fait',
  notDone: 'À faire',
  chart: 'Graphique',
  loading: 'Chargement',
  brokenWidget: 'Ce widget ne peut pas être affiché.',
  valueMissing: 'Veuillez remplir ce champ.',
  choiceMissing: 'Veuillez choisir l’une de ces options.',
  tickMissing: 'Veuillez cocher cette case pour continuer.',
  emailMismatch: 'Veuillez saisir une adresse e-mail.',
  urlMismatch: 'Veuillez saisir une adresse Web.',
  numberMismatch: 'Veuillez saisir un nombre.',
  patternMismatch: 'Veuillez respecter le format demandé.',
}
