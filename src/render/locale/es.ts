import type { RenderLabels } from '../labels.ts'

/** The renderer's texts in Spanish. */
export const labels: RenderLabels = {
  showMore: 'Mostrar más',
  copy: 'Copiar',
  copied: 'Copiado',
  clear: 'Borrar',
  search: 'Buscar',
  noResults: 'Sin resultados',
  selectPlaceholder: 'Elegir…',
  datePlaceholder: 'Elegir fecha…',
  previousMonth: 'Mes anterior',
  nextMonth: 'Mes siguiente',
  done: 'Hecho',
  notDone: 'Pendiente',
  chart: 'Gráfico',
  loading: 'Cargando',
  brokenWidget: 'Este widget no se puede mostrar.',
  valueMissing: 'Rellena este campo.',
  choiceMissing: 'Elige una de estas opciones.',
  tickMissing: 'Marca esta casilla para continuar.',
  emailMismatch: 'Escribe una dirección de correo electrónico.',
  urlMismatch: 'Escribe una dirección web.',
  numberMismatch: 'Escribe un número.',
  patternMismatch: 'Usa el formato indicado.',
}
