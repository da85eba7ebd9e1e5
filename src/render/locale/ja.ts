import type { RenderLabels } from '../labels.ts'

/** The renderer's texts in Japanese. */
export const labels: RenderLabels = {
  showMore: 'もっと見る',
  copy: 'コピー',
  copied: 'コピーしました',
  clear: 'クリア',
  search: '検索',
  noResults: '見つかりませんでした',
  selectPlaceholder: '選択…',
  datePlaceholder: '日付を選択…',
  previousMonth: '前の月',
  nextMonth: '次の月',
  done: '完了',
  notDone: '未完了',
  chart: 'グラフ',
  loading: '読み込み中',
  brokenWidget: 'このウィジェットは表示できません。',
  valueMissing: 'この項目を入力してください。',
  choiceMissing: 'いずれかを選択してください。',
  tickMissing: '続けるにはチェックを入れてください。',
  emailMismatch: 'メールアドレスを入力してください。',
  urlMismatch: 'ウェブアドレスを入力してください。',
  numberMismatch: '数値を入力してください。',
  patternMismatch: '指定された形式で入力してください。',
}
