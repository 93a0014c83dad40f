import { withPhones } from '../lib/format.ts';
import type { Evidence } from '../lib/wire.ts';

/** Why the system thinks so, in its own words. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul class="evidence">
      {evidence.map((item) => (
        <li key={`${item.key}-${item.text}`}>{withPhones(item.text)}</li>
      ))}
    </ul>
  );
}
