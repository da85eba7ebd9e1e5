import type { ChatKitOptions } from '@openai/chatkit'
import type { ThreadItem, ThreadMetadata } from 'parlor/protocol'
import { gradeQuiz, type QuizInput, quiz } from 'parlor/widgets/quiz'
import { searchProgress } from 'parlor/widgets/search-progress'
import { tools } from './scenes.ts'
import { assistantMessage, inThread, userMessage } from './story-server.ts'

/** What an app in Arabic says of its own. */
export const arabicOptions = {
  locale: 'ar',
  startScreen: {
    greeting: 'ماذا نخطّط اليوم؟',
    prompts: [
      { label: 'ابحث عن مسار ليوم الأحد', prompt: 'ابحث لي عن مسار', icon: 'compass' },
      { label: 'ماذا أحمل معي؟', prompt: 'ماذا أحمل معي؟', icon: 'suitcase' },
      { label: 'Quiz me on knots (in English)', prompt: 'Quiz me on knots', icon: 'lightbulb' },
    ],
  },
  disclaimer: { text: 'قد يخطئ المرشد. [تحقّق](https://example.com) من المعلومات المهمة.' },
} satisfies Partial<ChatKitOptions>

/** A composer with everything in it. */
export const arabicComposer = {
  ...arabicOptions,
  composer: {
    attachments: { enabled: true, maxCount: 2 },
    tools: [
      { id: 'search', label: 'البحث في الويب', shortLabel: 'بحث', icon: 'globe' },
      { id: 'image', label: 'إنشاء صورة', icon: 'square-image' },
      ...(tools?.slice(2) ?? []),
    ],
    models: [
      { id: 'quick', label: 'سريع', description: 'يجيب فورًا', default: true },
      { id: 'careful', label: 'متأنٍّ', description: 'يفكّر أطول للأسئلة الصعبة' },
    ],
    dictation: { enabled: true },
  },
} satisfies Partial<ChatKitOptions>

const answer = `لرحلة يوم واحد، احمل حقيبة **خفيفة وكاملة**:

1. ماء، 1.5 لتر على الأقل
2. خريطة – الورق لا تنفد بطاريته
   - خريطة مطبوعة
   - بوصلة
3. Rain jacket and a warm layer (بالإنجليزية)

- [x] حذاء متين
- [ ] نظارة شمسية

| الجزء | المسافة | الصعود |
| --- | ---: | ---: |
| من القرية إلى الكوخ | 4.2 km | 310 m |
| من الكوخ إلى القمة | 2.8 km | 420 m |

> يتغيّر الطقس على القمة خلال دقائق.

شغّل المتتبّع بالأمر \`trail start --offline\`:

\`\`\`sh
trail start --offline   # يكتب في ~/trails
\`\`\`

An English paragraph stays in its own order, with its full stop at its end.

المزيد في https://example.com/guide?lang=ar و[دليل المشي](https://example.com/guide).`

const quizInArabic: QuizInput = {
  id: 'capitals',
  title: 'عواصم أوروبا',
  questions: [
    { question: 'ما عاصمة فرنسا؟', choices: ['ليون', 'باريس', 'مرسيليا'], answer: 1 },
    { question: 'Which city is the capital of Switzerland?', choices: ['Zürich', 'Bern', 'جنيف'], answer: 1 },
  ],
  messages: { submit: 'إرسال', instruction: 'اختر إجابة واحدة لكل سؤال.', count: '{total} أسئلة' },
}

const graded = gradeQuiz(quiz.parse({ ...quizInArabic, id: 'graded' }), { q1: 1, q2: 0 })

const search = searchProgress({
  id: 'search-1',
  queries: [
    {
      query: 'كيف أصعد جبل توبقال؟',
      status: 'done',
      results: [
        {
          title: 'جبل توبقال – أعلى قمة في المغرب',
          url: 'https://www.example.org/atlas/toubkal',
          snippet: 'يبلغ ارتفاع توبقال 4,167 مترًا، وهو أعلى قمة في شمال أفريقيا.',
        },
        {
          title: 'Three ways up Toubkal',
          url: 'https://hiking.example.com/toubkal-routes',
          snippet: 'Through the Imlil valley in two days, or from Tamsoult in one long one.',
        },
      ],
    },
  ],
  messages: { found: '{count} نتائج', foundOne: 'نتيجة واحدة' },
})

const widgetItem = (id: string, widget: unknown): ThreadItem =>
  ({ type: 'widget', ...inThread(id), widget }) as ThreadItem // drawn as it comes

/** Markdown of all kinds, and English in between. */
export const arabicAnswer: ThreadItem[] = [
  userMessage('msg_1', 'ماذا أحمل معي لرحلة في الجبال؟\nBring a tent?', { quoted_text: 'رحلة يوم واحد، 9 كم' }),
  assistantMessage('msg_2', answer),
]

/** A quiz and a search, as cards. */
export const arabicWidgets: ThreadItem[] = [
  userMessage('msg_1', 'اختبرني في العواصم، ثم ابحث عن توبقال'),
  widgetItem('msg_2', quiz(quizInArabic)),
  widgetItem('msg_3', quiz(graded)),
  widgetItem('msg_4', search),
]

/** Rows of a history, one of them in English. */
export function arabicRows(now: Date): ThreadMetadata[] {
  const rows = [
    ['مسار ليوم الأحد', 0],
    ['ماذا نحمل إلى الجبال وماذا نترك في البيت في يوم دافئ من أيام الربيع', 0],
    ['What to pack for the hills, and what to leave at home on a warm day', 1],
    ['قطارات إلى البحيرة', 4],
    ['خطط الشتاء', 70],
  ] as const
  return rows.map(([title, days], index) => ({
    id: `thr_${index + 1}`,
    title,
    created_at: new Date(now.getTime() - days * 86_400_000).toISOString(),
    status: { type: 'active' },
    metadata: {},
  }))
}
