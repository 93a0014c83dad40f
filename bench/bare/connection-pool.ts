import postgres from 'postgres';

interface Slot {
  sql: postgres.Sql;
  running: number;
}

/** Kept connections, each a client of its own; a statement goes to the least busy one. */
export class ConnectionPool {
  private readonly slots: Slot[];

  constructor(url: string, size: number) {
    this.slots = Array.from({ length: size }, () => ({
      sql: postgres(url, { max: 1, fetch_types: false }),
      running: 0,
    }));
  }

  async run<T>(statement: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
    const slot = this.slots.reduce((least, one) => (one.running < least.running ? one : least));
    slot.running++;
    try {
      return await statement(slot.sql);
    } finally {
      slot.running--;
    }
  }
}
