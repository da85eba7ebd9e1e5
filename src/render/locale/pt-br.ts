import type { RenderLabels } from '../labels.ts'

/** The renderer's texts in Brazilian Portuguese. */
export const labels: RenderLabels = {
  showMore: 'Mostrar mais',
  copy: 'Copiar',
  copied: 'Copiado',
  clear: 'Limpar',
  search: 'Pesquisar',
  noResults: 'Nenhum resultado',
  selectPlaceholder: 'Selecionar…',
  datePlaceholder: 'Selecionar data…',
  previousMonth: 'Mês anterior',
  nextMonth: 'Próximo mês',
  done: 'Concluído',
  notDone: 'Não concluído',
  chart: 'Gráfico',
  loading: 'Carregando',
  brokenWidget: 'Não é possível mostrar este widget.',
  valueMissing: 'Preencha este campo.',
  choiceMissing: 'Escolha uma destas opções.',
  tickMissing: 'Marque esta caixa para continuar.',
  emailMismatch: 'Digite um endereço de e-mail.',
  urlMismatch: 'Digite um endereço da Web.',
  numberMismatch: 'Digite um número.',
  patternMismatch: 'Use o formato solicitado.',
}
