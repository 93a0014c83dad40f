import { afterEach, expect, test, vi } from 'vitest';
import { anApp, draw, drawn } from '../../testing/draw.tsx';
import { aConfig, aQuote } from '../../testing/samples.ts';
import { DetailsCard } from './DetailsCard.tsx';
import { QuoteCard } from './QuoteCard.tsx';

let view: ReturnType<typeof draw>;
afterEach(() => view.remove());

const lines = () => view.all('.lines li').map((li) => li.textContent);

test('a quote shows its total, its range, three lines, the tax and how long it holds', () => {
  view = draw(<QuoteCard app={anApp().app} quote={aQuote()} />);
  expect(view.one('.card').getAttribute('aria-label')).toBe('Your estimate: Paver patio');
  expect(view.one('.total').textContent).toBe('$1,087.50');
  expect(view.place.textContent).toContain('Likely between $1,000 and $1,200');
  expect(lines()).toEqual([
    'Pavers1.5 cu yd$100.00',
    'Base2.5 cu yd$200.00',
    'Digging3.5 cu yd$300.00',
    'Show all 4 lines',
    'Tax$87.50',
  ]);
  expect(view.place.textContent).toContain('Quote Q-1042, valid until December 21, 2026');
});

test('the other lines unfold and fold again', async () => {
  view = draw(<QuoteCard app={anApp().app} quote={aQuote()} />);
  const button = () => view.one('.lines button');
  expect(button().getAttribute('aria-expanded')).toBe('false');
  button().click();
  await drawn();
  expect(lines()[3]).toBe('Laying4.5 cu yd$400.00');
  expect(button().getAttribute('aria-expanded')).toBe('true');
  button().click();
  await drawn();
  expect(lines()[3]).toBe('Show all 4 lines');
});

test('a short quote without a range has nothing to unfold', () => {
  const { range: _, ...exact } = aQuote({ lines: aQuote().lines.slice(0, 2) });
  view = draw(<QuoteCard app={anApp().app} quote={exact} />);
  expect(lines()).toHaveLength(3);
  expect(view.place.textContent).not.toContain('Likely');
});

test('the one thing to do is to ask for it, until there is a way to send it', async () => {
  const { app, chat, store } = anApp();
  view = draw(<QuoteCard app={app} quote={aQuote()} />);
  view.one('.primary').click();
  expect(chat.askForDetails).toHaveBeenCalledTimes(1);
  store.known.value = ['email'];
  await drawn();
  expect(view.all('.primary')).toEqual([]);
});

test('the form has three fields, the optional one marked, and is handed in as typed', () => {
  const { app, chat } = anApp();
  view = draw(<DetailsCard app={app} form={{ state: 'open', errors: {} }} />);
  expect(view.all('label').map((label) => label.textContent)).toEqual([
    'Name (optional)',
    'E-mail',
    'Phone',
  ]);
  expect(view.all('input').map((input) => input.getAttribute('autocomplete'))).toEqual([
    'name',
    'email',
    'tel',
  ]);
  view.one<HTMLInputElement>('[name=email]').value = 'dana@example.com';
  view.one('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  expect(chat.saveDetails).toHaveBeenCalledWith({ name: '', email: 'dana@example.com', phone: '' });
});

test('an error stands beside its field, is tied to it, and takes the focus there', () => {
  const { app } = anApp();
  view = draw(<DetailsCard app={app} form={{ state: 'open', errors: {} }} />);
  view.again(<DetailsCard app={app} form={{ state: 'open', errors: { phone: 'phone' } }} />);
  const phone = view.one('[name=phone]');
  expect(phone.getAttribute('aria-invalid')).toBe('true');
  expect(view.one('.wrong').id).toBe(phone.getAttribute('aria-describedby'));
  expect(view.one('[name=email]').getAttribute('aria-invalid')).toBe('false');
  expect(view.root.activeElement).toBe(phone);
});

test("the form ends in the site's consent text, and in nothing where there is none", async () => {
  const { app, store } = anApp();
  const last = () => view.one('form').lastElementChild;
  view = draw(<DetailsCard app={app} form={{ state: 'open', errors: {} }} />);
  expect(last()?.textContent).toBe('We keep this chat to answer you.');
  store.config.value = aConfig({ consent_text: null });
  await drawn();
  expect(last()?.tagName).toBe('BUTTON');
});

test('a form that the visitor asked for takes the focus, one that comes by itself does not', () => {
  const { app } = anApp();
  view = draw(<DetailsCard app={app} form={{ state: 'open', errors: {} }} />);
  expect(view.root.activeElement).toBeNull();
  view.again(<DetailsCard app={app} form={{ state: 'open', errors: {}, wanted: true }} />);
  expect(view.root.activeElement).toBe(view.one('[name=name]'));
});

test('a form that takes the focus is seen whole', () => {
  const seen = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockReturnValue();
  view = draw(<DetailsCard app={anApp().app} form={{ state: 'open', errors: {}, wanted: true }} />);
  expect(seen.mock.contexts).toEqual([view.one('form')]);
  seen.mockRestore();
});

test('a form that appears because the visitor asked takes the focus at once', () => {
  view = draw(<DetailsCard app={anApp().app} form={{ state: 'open', errors: {}, wanted: true }} />);
  expect(view.root.activeElement).toBe(view.one('[name=name]'));
});

test('what could not be saved is told, and the button is quiet while saving', () => {
  const { app } = anApp();
  view = draw(<DetailsCard app={app} form={{ state: 'saving', errors: {} }} />);
  expect(view.one('.primary').getAttribute('aria-disabled')).toBe('true');
  view.again(<DetailsCard app={app} form={{ state: 'open', errors: { form: 'failed' } }} />);
  expect(view.one('[role=alert]').textContent).toContain("Couldn't save");
});
