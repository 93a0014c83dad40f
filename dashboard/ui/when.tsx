import { now } from '../lib/clock.ts';
import { exact, relative } from '../lib/format.ts';

/** A moment, relative up to a week, with the exact time on hover. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exact(at)}>
      {relative(at, now.value)}
    </time>
  );
}
