import { Dialog } from '../ui/dialog.tsx';
import { helpShown, keysOn, setKeysOn } from './keys.ts';

const KEYS: [string[], string][] = [
  [['/'], 'Search'],
  [['j'], 'Next row'],
  [['k'], 'Row before'],
  [['Enter'], 'Open'],
  [['Esc'], 'Back one level'],
  [['g', 'i'], 'Inbox'],
  [['g', 'c'], 'Customers'],
  [['g', 'u'], 'AI usage'],
  [['g', 's'], 'Sites'],
  [['?'], 'This list'],
];

export function KeysHelp() {
  if (!helpShown.value) return null;
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={() => {
        helpShown.value = false;
      }}
    >
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input
          type="checkbox"
          checked={keysOn.value}
          onChange={(event) => setKeysOn(event.currentTarget.checked)}
        />
        Use single-key shortcuts
      </label>
    </Dialog>
  );
}
