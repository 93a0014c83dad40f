import { expect, test } from 'vitest';
import { site } from '../../testing/fixtures.ts';
import { changesOf, draftOf, problemsOf, scriptTag, settingsOf, toOrigin } from './site-draft.ts';

test.each([
  ['www.rivera.example/contact', 'https://www.rivera.example'],
  ['https://WWW.Rivera.example/', 'https://www.rivera.example'],
  ['http://localhost:3000/x', 'http://localhost:3000'],
  ['https://*.rivera.example', 'https://*.rivera.example'],
  ['not an address', 'not an address'],
])('%s is meant as %s', (typed, origin) => expect(toOrigin(typed)).toBe(origin));

test('an untouched site has no changes', () => {
  expect(changesOf(site(), draftOf(site()))).toEqual({});
});

test('only what changed is sent', () => {
  const draft = {
    ...draftOf(site()),
    origins: 'https://www.x.example\n\nx.example/shop\nhttps://www.x.example',
    accent: '#ABCDEF',
    starters: 'One?\nTwo?\n',
    consent: ' ok ',
  };
  expect(changesOf(site(), draft)).toEqual({
    allowed_origins: ['https://www.x.example', 'https://x.example'],
    accent: '#abcdef',
    starters: ['One?', 'Two?'],
    consent_text: 'ok',
  });
});

test('an emptied consent text is none', () => {
  const asked = site({ consent_text: 'We may call you.' });
  expect(changesOf(asked, { ...draftOf(asked), consent: '' })).toEqual({ consent_text: null });
});

test('what cannot be saved says why at its field', () => {
  const draft = {
    ...draftOf(site()),
    name: ' ',
    accent: 'red',
    greeting: '',
    starters: 'a\nb\nc\nd\ne\nf',
  };
  expect(Object.keys(problemsOf(draft)).sort()).toEqual(['accent', 'greeting', 'name', 'starters']);
  expect(problemsOf(draftOf(site()))).toEqual({});
});

test('the tag is all that a page needs', () => {
  expect(scriptTag('https://app.example', 'pk_demo')).toBe(
    '<script src="https://app.example/widget.js" data-key="pk_demo" async></script>',
  );
  expect(settingsOf(draftOf(site())).position).toBe('right');
});
