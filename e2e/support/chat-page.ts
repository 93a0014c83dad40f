import type { Locator, Page } from 'playwright-core';

/** The widget on a page, by the names that people and screen readers know it by. */
export class ChatPage {
  readonly page: Page;
  readonly panel: Locator;
  readonly composer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('dialog', { name: /chat/i });
    this.composer = this.panel.getByRole('textbox', { name: 'Write a message' });
  }

  /** Opens the panel by its launcher. */
  async open(): Promise<this> {
    await this.page.getByRole('button', { name: /^Chat with us/ }).click();
    await this.composer.waitFor();
    return this;
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** A piece of an answer, once it is on the screen. */
  said(text: string | RegExp): Locator {
    return this.panel.getByText(text).first();
  }

  quote(): Locator {
    return this.panel.getByRole('region', { name: /^Your estimate/ });
  }

  form(): Locator {
    return this.panel.getByRole('form', { name: 'Where can we reach you?' });
  }

  /** What the assistant has said, answer by answer, as it stands on the screen. */
  answers(): Promise<string[]> {
    return this.panel.locator('.message.assistant .bubble:not(.dots)').allInnerTexts();
  }
}
