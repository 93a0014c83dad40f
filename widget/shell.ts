/** What a host page can listen to with `TradeSphere('on', name, fn)` or as `tradesphere:<name>`. */
export type HostEvent = 'open' | 'close' | 'message' | 'lead' | 'quote';

/** What the loader gives the panel: the only thing that the two share. */
export interface Shell {
  host: HTMLElement;
  root: ShadowRoot;
  /** Publishable site key, `pk_…`. */
  key: string;
  /** Where the script came from; the API is there too. */
  origin: string;
  setOpen(open: boolean): void;
  setUnread(count: number): void;
  emit(name: HostEvent, detail?: unknown): void;
}

/** What the panel gives the loader. */
export interface Panel {
  open(): void;
  close(): void;
  destroy(): void;
}
