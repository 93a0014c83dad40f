import { afterEach, expect, test, vi } from 'vitest';
import { draw, drawn } from '../../testing/draw.tsx';
import { createStreamText } from '../store/stream-text.ts';
import { parseBlocks } from '../text/markdown.ts';
import { RichText } from './RichText.tsx';

// Real, and counted.
vi.mock('../text/markdown.ts', { spy: true });

let view: ReturnType<typeof draw>;
afterEach(() => view.remove());

const show = (text: string, live = false) => {
  view = draw(<RichText of={createStreamText(text)} live={live} />);
  return view.place.innerHTML;
};

test('paragraphs, bold, italic, code and lists are drawn as elements', () => {
  expect(show('**A** *b*\n`c`\n\n- d\n- e\n\n3. f')).toBe(
    '<p><strong>A</strong> <em>b</em><br><code>c</code></p><ul><li>d</li><li>e</li></ul><ol start="3"><li>f</li></ol>',
  );
});

test('a link opens elsewhere and gives the other page no handle on this one', () => {
  expect(show('[us](https://rivera.example)')).toBe(
    '<p><a href="https://rivera.example" target="_blank" rel="noopener">us</a></p>',
  );
});

test('a text that looks like HTML is drawn as text', () => {
  show('<img src=x onerror="boom()"> <script>1</script>');
  expect(view.all('img, script')).toEqual([]);
  expect(view.place.textContent).toContain('<img src=x');
});

test('what is open in the tail is closed while it grows, and not touched when it is done', () => {
  expect(show('a **b', true)).toBe('<p>a <strong>b</strong></p>');
  view.remove();
  expect(show('a **b', false)).toBe('<p>a **b</p>');
});

test('a new word draws the tail alone', async () => {
  const text = createStreamText('First paragraph.\n\nSecond');
  view = draw(<RichText of={text} live />);
  const changed: Node[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) changed.push(target);
  });
  observer.observe(view.place, { subtree: true, childList: true, characterData: true });
  const [first, second] = view.all('p');
  text.append(' grows');
  await drawn();
  observer.disconnect();
  expect(second?.textContent).toBe('Second grows');
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.some((node) => first?.contains(node))).toBe(false);
});

test('a frozen part is read once, however many follow', async () => {
  const text = createStreamText('One\n\nTwo');
  view = draw(<RichText of={text} live />);
  vi.mocked(parseBlocks).mockClear();
  for (const delta of ['\n\nThree', '\n\nFour']) {
    text.append(delta);
    await drawn();
  }
  const read = vi.mocked(parseBlocks).mock.calls.map(([source]) => source);
  expect(read).not.toContain('One');
  expect(view.all('p')).toHaveLength(4);
});

test('when a paragraph ends, what was drawn stays in its place', async () => {
  const text = createStreamText('One');
  view = draw(<RichText of={text} live />);
  text.append('\n\nTwo');
  await drawn();
  expect(view.all('p').map((p) => p.textContent)).toEqual(['One', 'Two']);
});
