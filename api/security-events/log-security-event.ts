import type { EventSource, Party, SecurityEvent } from './record-security-event.ts';

/** Writes an event as one line of JSON, without personal data beyond the actor's id and the network. */
export function logSecurityEvent(
  { companyId, network, requestId }: Omit<EventSource, 'db'>,
  { kind, actor, target, detail }: SecurityEvent,
): void {
  const line = {
    time: new Date().toISOString(),
    security_event: kind,
    company_id: companyId,
    actor: actor && named(actor),
    ...(target ? { target: named(target) } : {}),
    network,
    ...(detail ? { detail } : {}),
    request_id: requestId,
  };
  console.log(JSON.stringify(line));
}

const named = ({ type, id }: Party): string => `${type}:${id}`;
