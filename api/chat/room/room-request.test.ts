import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRoomRequest, roomRequest } from './room-request.ts';

const asked = (text: string) => ({
  verb: 'message' as const,
  message: { id: 'm', text },
  claims: { companyId: 'c', siteId: 's', visitorId: 'v', sessionId: 't' },
  proof: { widgetKey: 'pk_1', origin: null, requestOrigin: 'https://example.com', network: 'n' },
  requestId: 'r',
});

test('a question arrives as it was asked, whatever it is written in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(readRoomRequest(roomRequest(asked(text)))).toEqual(asked(text));
    }),
  );
});

test('the longest message arrives whole', () => {
  const text = '\u{1f33f}'.repeat(4_000);
  expect(readRoomRequest(roomRequest(asked(text)))).toEqual(asked(text));
});
