import type { RenderLabels } from '../labels.ts'

/** The renderer's texts in Arabic. */
export const labels: RenderLabels = {
  showMore: 'عرض المزيد',
  copy: 'نسخ',
  copied: 'تم النسخ',
  clear: 'مسح',
  search: 'بحث',
  noResults: 'لا توجد نتائج',
  selectPlaceholder: 'اختر…',
  datePlaceholder: 'اختر تاريخًا…',
  previousMonth: 'الشهر السابق',
  nextMonth: 'الشهر التالي',
  done: 'مكتمل',
  notDone: 'غير مكتمل',
  chart: 'رسم بياني',
  loading: 'جارٍ التحميل',
  brokenWidget: 'يتعذّر عرض هذه الأداة.',
  valueMissing: 'يُرجى ملء هذا الحقل.',
  choiceMissing: 'يُرجى اختيار أحد هذه الخيارات.',
  tickMissing: 'يُرجى تحديد هذا المربع للمتابعة.',
  emailMismatch: 'يُرجى إدخال عنوان بريد إلكتروني.',
  urlMismatch: 'يُرجى إدخال عنوان ويب.',
  numberMismatch: 'يُرجى إدخال رقم.',
  patternMismatch: 'يُرجى الالتزام بالتنسيق المطلوب.',
}
