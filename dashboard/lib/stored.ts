/** A small setting kept in this browser. Storage may be blocked: then it lasts for the visit. */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(`tradesphere.${name}`);
  } catch {
    return null;
  }
}

export function writeStored(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`tradesphere.${name}`);
    else localStorage.setItem(`tradesphere.${name}`, value);
  } catch {
    // NOTE: nothing to do: the setting lasts until the page is left.
  }
}
