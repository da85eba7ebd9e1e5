import type { RenderLabels } from '../labels.ts'

/** The renderer's texts in simplified Chinese. */
export const labels: RenderLabels = {
  showMore: '显示更多',
  copy: '复制',
  copied: '已复制',
  clear: '清除',
  search: '搜索',
  noResults: '无结果',
  selectPlaceholder: '请选择…',
  datePlaceholder: '选择日期…',
  previousMonth: '上个月',
  nextMonth: '下个月',
  done: '已完成',
  notDone: '未完成',
  chart: '图表',
  loading: '正在加载',
  brokenWidget: '无法显示此小组件。',
  valueMissing: '请填写此字段。',
  choiceMissing: '请选择其中一项。',
  tickMissing: '请勾选此框以继续。',
  emailMismatch: '请输入电子邮件地址。',
  urlMismatch: '请输入网址。',
  numberMismatch: '请输入数字。',
  patternMismatch: '请按照要求的格式填写。',
}
