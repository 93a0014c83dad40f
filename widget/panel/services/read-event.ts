import type { Frame } from './sse.ts';
import type { ChatEvent } from './wire.ts';

/** The event in a frame; null for what this version does not know how to read. */
export function readEvent(frame: Frame): ChatEvent | null {
  const id = Number(frame.id);
  if (!id) return null;
  try {
    return { id, name: frame.event, data: JSON.parse(frame.data) } as ChatEvent;
  } catch {
    return null;
  }
}
