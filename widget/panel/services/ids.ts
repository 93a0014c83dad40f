const SHAPE = 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx';

/** A random UUID (version 4). `crypto.randomUUID` is missing on pages without TLS, so it is not used. */
export function newMessageId(): string {
  return SHAPE.replace(/x/g, () => {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    return ((byte as number) & 15).toString(16);
  });
}
