import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { axeExemptions } from '../../stories/axe-exemptions.ts'

export { expect }

interface Fixtures {
  /** Audits what each test leaves on the page. */
  auditAtEnd: undefined
  /** Fails with what axe finds on the page as it is now. */
  audit: () => Promise<void>
  /** The chat of the playground, opened and ready. */
  chat: Chat
}

/** What a person does with the chat, by role and name; the element's shadow root is open, so no frames. */
export class Chat {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }
  get composer() {
    return this.page.getByRole('textbox', { name: 'Message' })
  }
  async open(url = '/') {
    await this.page.goto(url)
    await expect(this.composer).toBeVisible()
  }
  get conversation() {
    return this.page.getByRole('log', { name: 'Conversation' })
  }
  async say(text: string) {
    await this.composer.fill(text)
    await this.composer.press('Enter')
  }
  /** The answer is complete. */
  async settled() {
    await expect(this.conversation).toHaveAttribute('aria-busy', 'false')
  }
}

export const test = base.extend<Fixtures>({
  audit: async ({ page }, use) => {
    await use(async () => {
      await page.emulateMedia({ reducedMotion: 'reduce' }) // colours are measured at rest, not in the middle of a fade
      const { violations } = await new AxeBuilder({ page })
        .disableRules(axeExemptions.map(({ rule }) => rule))
        .analyze()
      expect(
        violations.map(
          ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        ),
      ).toEqual([])
    })
  },
  auditAtEnd: [
    async ({ audit }, use, testInfo) => {
      await use(undefined)
      if (testInfo.status === testInfo.expectedStatus) await audit()
    },
    { auto: true },
  ],
  chat: async ({ page }, use) => {
    const chat = new Chat(page)
    await chat.open()
    await use(chat)
  },
})
