import { launchBrowser } from '../e2e/support/browser.ts';
import { ChatPage } from '../e2e/support/chat-page.ts';
import { logIn, person, visit } from '../e2e/support/people.ts';
import { inRoot } from './root.ts';
import { runCommand } from './run-command.ts';

/** Takes the README's pictures of a running copy (`npm start`; PORT as there), by using it. */
async function takePictures(url: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const chat = await new ChatPage(await visit(await person(browser), url)).open();
    await chat.say("Hi, I'm Maria Lopez. How much is a 20x25 paver patio?");
    await chat.quote().waitFor();
    await chat.say('916 555 0134');
    await chat.said(/your details/).waitFor();
    await chat.quote().scrollIntoViewIfNeeded();
    await chat.page.screenshot({ path: inRoot('docs/images/widget.png') });

    const another = await new ChatPage(await visit(await person(browser), url)).open();
    await another.say('100 ft of wood fence, 6 feet high');
    await another.quote().waitFor();

    const inbox = await logIn(await person(browser), url);
    await inbox.locator('a.convo', { hasText: 'Maria Lopez' }).first().click();
    await inbox.getByRole('article', { name: 'Paver patio' }).waitFor();
    await inbox.screenshot({ path: inRoot('docs/images/dashboard.png') });
  } finally {
    await browser.close();
  }
}

await runCommand(() => takePictures(`http://localhost:${process.env.PORT ?? 8787}`));
